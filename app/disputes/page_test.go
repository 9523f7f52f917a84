package disputes

import (
	"context"
	"strings"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/dispute"
)

func bench(t *testing.T) (*roomtest.Bench, data.ID) {
	t.Helper()
	b := roomtest.New(t, "en")
	text := b.Import(t, "L/1", data.English, roomtest.English)
	duty, ok := text.At("ch1/art2/1")
	if !ok {
		t.Fatal("no duty")
	}
	return b, duty.ID
}

func TestWithoutATreatyThePageSaysWhatToDo(t *testing.T) {
	b, _ := bench(t)
	p := Show(b.Room)
	p.Refresh()
	if !p.Shown() || p.list != nil {
		t.Error("the page is there without a treaty")
	}
}

func TestADisputeIsCarriedToItsThirdStep(t *testing.T) {
	b, duty := bench(t)
	_, err := b.Desk.Treaties().Set(context.Background(), data.Treaty{Title: data.Words{data.English: "Convention on Lanterns"}})
	roomtest.Must(t, err)
	p := Show(b.Room)
	f := p.form
	f.title.Insert("Light of the strait")
	for list, typed := range map[string]string{"claimants": "Kenya", "answering": "nor"} {
		field := f.claimants.Field
		if list == "answering" {
			field = f.answering.Field
		}
		field.OnSubmitted(typed)
	}
	f.places.Field.OnSubmitted("2.1")
	f.patterns.OnChanged(3) // step by step
	f.raised.SetText("")
	f.raised.Insert("2030-01-10")
	p.page.Leave()
	p = Show(b.Room) // what was begun is still there
	if f = p.form; f.Is.Title != "Light of the strait" || len(f.Is.Ladder) != 4 || len(f.Is.Claimants) != 1 {
		t.Fatalf("what was begun is lost: %+v", f.Is)
	}
	f.Is.Claims = []data.Claim{{By: "KEN", Text: "The lamp is dark."}}
	f.save()
	all := b.Desk.Disputes().All()
	if len(all) != 1 || len(b.Errors) > 0 || all[0].Provisions[0] != duty || all[0].Answering[0] != "NOR" {
		t.Fatalf("%+v, %v", all, b.Errors)
	}
	act := func(on string, act data.DisputeAct, means data.Means, by string) {
		t.Helper()
		p.ladder.day.SetText(on)
		p.steps.offer(act, means)
		if got := p.steps.Is.By; by != "" && got != by {
			t.Errorf("%s of %s is offered for %q", act, means, got)
		}
		p.steps.store()
		if len(b.Errors) > 0 {
			t.Fatal(b.Errors)
		}
	}
	act("2030-01-12", data.DisputeAsked, data.MeansConsultation, "KEN")
	act("2030-03-20", data.DisputeAsked, data.MeansMediation, "KEN")
	act("2030-04-02", data.DisputeRefused, data.MeansMediation, "NOR")
	act("2030-05-01", data.DisputeAsked, data.MeansConciliation, "KEN")
	act("2030-06-01", data.DisputeBegan, data.MeansConciliation, "")
	act("2030-10-20", data.DisputeSettled, data.MeansConciliation, "")
	file := p.file(p.now, data.Date{Year: 2031, Month: 1, Day: 1})
	if file.Outcome != dispute.Settled || file.By != data.MeansConciliation || len(file.Rungs) != 4 {
		t.Fatalf("%+v", file)
	}
	if n := len(p.steps.list.Objects); n != 6 {
		t.Errorf("%d steps are shown", n)
	}
	p.papers.title.Insert("Our chances")
	p.papers.Is.Kind = data.DisputeAssessment
	p.papers.store()
	if papers := b.Desk.DisputePapers().All(); len(papers) != 1 || papers[0].Audience() != data.AudienceInstructed {
		t.Fatalf("%+v, %v", papers, b.Errors)
	}
	for _, ours := range []bool{false, true} {
		doc, err := Paper(b.Desk, p.now.ID, data.English, data.Date{Year: 2031, Month: 1, Day: 1}, ours)
		roomtest.Must(t, err)
		if has := strings.Contains(doc.Text(), "Our chances"); has != ours || (doc.Marking != "") != ours {
			t.Errorf("ours %v: the assessment is in it: %v; marked %q", ours, has, doc.Marking)
		}
	}
	p.steps.remove(b.Desk.DisputeSteps().All()[5].ID)
	if p.file(p.now, data.Date{Year: 2031, Month: 1, Day: 1}).Outcome != "" {
		t.Error("what was taken away still settles it")
	}
}
