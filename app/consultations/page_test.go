package consultations

import (
	"context"
	"strings"
	"testing"

	"travaux/app/page"
	"travaux/app/page/roomtest"
	"travaux/data"
)

func bench(t *testing.T) (*roomtest.Bench, data.Treaty) {
	t.Helper()
	b := roomtest.New(t, "en")
	b.Import(t, "L/1", data.English, roomtest.English)
	c, err := b.Desk.Treaties().Set(context.Background(), data.Treaty{Title: data.Words{data.English: "Convention on Lanterns"}})
	roomtest.Must(t, err)
	return b, c
}

func TestAQuestionWaitsUntilItIsAnswered(t *testing.T) {
	b, _ := bench(t)
	p := Show(b.Room, data.ID{})
	f := p.threads.form
	f.text.Insert("How are lamps counted?")
	f.by.Field.OnSubmitted("Kenya")
	f.to.Field.OnSubmitted("Norway")
	f.places.Field.OnSubmitted("2.1")
	f.date.SetText("")
	f.date.Insert("2020-01-01")
	f.due.Insert("2020-02-01")
	p.page.Leave()
	p = Show(b.Room, data.ID{}) // what was begun is still there
	if f = p.threads.form; f.Is.Text != "How are lamps counted?" || f.Is.By != "KEN" {
		t.Fatalf("what was begun is lost: %+v", f.Is)
	}
	f.store()
	if len(b.Errors) > 0 || len(p.threads.all) != 1 || len(p.threads.all[0].Waiting) != 1 {
		t.Fatalf("%v, %+v", b.Errors, p.threads.all)
	}
	if words, late := p.threads.waiting(p.threads.all[0]); !late || !strings.Contains(words, "1 answer") {
		t.Errorf("it waits: %q, late %v", words, late)
	}
	if f.Is.Kind != data.QuestionAnswered || f.Is.By != "NOR" || f.Is.Thread != p.threads.now {
		t.Errorf("what is offered next: %+v", f.Is)
	}
	f.text.Insert("By hand.")
	f.store()
	if len(b.Errors) > 0 || len(p.threads.all[0].Waiting) != 0 || len(p.threads.all[0].Replies) != 1 {
		t.Fatalf("%v, %+v", b.Errors, p.threads.all)
	}
	f.remove(p.threads.all[0].Replies[0].ID)
	if len(p.threads.all[0].Waiting) != 1 {
		t.Error("the answer is taken away and nothing waits")
	}
}

func TestAQuestionIsOnAnObligationOfTheRegister(t *testing.T) {
	b, c := bench(t)
	text, err := b.Desk.Current()
	roomtest.Must(t, err)
	at := text.GoTo("2.1")[0]
	var all []data.Obligation
	for _, must := range []string{"shall light its lanterns", "shall report on its lanterns"} {
		o, err := b.Desk.Obligations().Set(context.Background(), data.Obligation{Treaty: c.ID, Provision: at.ID, Must: must})
		roomtest.Must(t, err)
		all = append(all, o)
	}
	p := Show(b.Room, data.ID{})
	f := p.threads.form
	pick := func(typed string, want data.ID) {
		t.Helper()
		f.obligation.Field.OnSubmitted(typed)
		if f.Is.Obligation != want {
			t.Errorf("%q is taken for %s", typed, page.ObligationWords(b.Room, f.Is.Obligation))
		}
	}
	pick("2.1", all[0].ID)
	pick("2.1", all[1].ID)
	pick("LIGHT", all[0].ID)
	if pick("horses", all[0].ID); len(b.Toasts) != 1 {
		t.Error("nothing is said of words that no obligation has")
	}
	f.by.Field.OnSubmitted("Kenya")
	f.to.Field.OnSubmitted("Norway")
	f.text.Insert("Are they lit?")
	f.store()
	if q := b.Desk.PartyQuestions().All(); len(q) != 1 || q[0].Obligation != all[0].ID {
		t.Fatalf("%+v, %v", q, b.Errors)
	}
	if p.threads.form.Is.Obligation != all[0].ID {
		t.Error("the answer that is offered is on nothing")
	}
	doc, err := Paper(b.Desk, c, data.English, data.Today(), false)
	roomtest.Must(t, err)
	if !strings.Contains(doc.Text(), "On the obligation: article 2, paragraph 1: shall light its lanterns") {
		t.Error(doc.Text())
	}
}

func TestAMeetingHasWhatIsToBeDone(t *testing.T) {
	b, c := bench(t)
	p := Show(b.Room, data.ID{})
	m := p.meetings
	m.title.Insert("First meeting")
	m.Is.FollowUps = []data.FollowUp{{What: "Write down the count", Who: "NOR", By: data.Date{Year: 2020, Month: 1, Day: 1}}}
	m.Is.Date = data.Date{Year: 2019, Month: 1, Day: 1}
	m.store()
	if len(b.Errors) > 0 || len(m.all) != 1 || len(p.owing.tasks.Objects) != 1 {
		t.Fatalf("%v, %+v", b.Errors, m.all)
	}
	p.contacts.party.Field.OnSubmitted("Norway")
	p.contacts.name.Insert("A. Lamp")
	p.contacts.store()
	if all := b.Desk.Contacts().All(); len(all) != 1 || all[0].Party != "NOR" {
		t.Fatalf("%+v, %v", all, b.Errors)
	}
	secret := data.Question{Treaty: c.ID, Kind: data.QuestionComment, By: "KEN", Text: "We shall not answer.", Date: data.Date{Year: 2020, Month: 1, Day: 1}, Readers: data.AudienceInstructed}
	_, err := b.Desk.PartyQuestions().Set(context.Background(), secret)
	roomtest.Must(t, err)
	for _, ours := range []bool{false, true} {
		doc, err := Paper(b.Desk, c, data.English, data.Today(), ours)
		roomtest.Must(t, err)
		if text := doc.Text(); strings.Contains(text, secret.Text) != ours || !strings.Contains(text, "Write down the count") || (doc.Marking != "") != ours {
			t.Errorf("ours %v: %s", ours, text)
		}
	}
}
