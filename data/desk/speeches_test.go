package desk_test

import (
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

const spoken = "Thank you, Chair.\n\nOn article 2, lanterns are lit when the keepers of the coast say so.\n\nThank you."

func speech(t testing.TB, d *desk.Desk, s data.Speech) data.Speech {
	t.Helper()
	s, err := d.SetSpeech(ctx, s)
	must(t, err)
	return s
}

func TestASpeechIsWrittenChangedAndDelivered(t *testing.T) {
	d := imported(t)
	meeting, err := d.SetMeeting(ctx, data.Meeting{Title: "4th meeting"})
	must(t, err)
	must(t, d.SitIn(meeting.ID))
	light := at(t, d, lightPath)
	s := speech(t, d, data.Speech{
		Title: " On light ", Provisions: []data.ID{light.ID}, Text: data.Words{data.English: spoken, data.French: " \n"},
		Cuts: map[data.Lang]map[int]string{data.English: {1: "Thank you.", 2: " "}},
	})
	got, ok := d.Speech(s.ID)
	if !ok || got.Title != "On light" || got.Meeting != meeting.ID || got.Author != d.Me().ID || len(got.Text) != 1 || len(got.Cuts[data.English]) != 1 {
		t.Fatalf("%+v", got)
	}
	got.Text[data.French] = "Merci."
	speech(t, d, got)
	before, _ := d.CanUndo()
	if speech(t, d, got); before != "act.speech.edit" {
		t.Errorf("the act is %s", before)
	}
	if events, err := d.History(light.ID); err != nil || !saysOf(events, "event.speech.text", "Merci.") {
		t.Errorf("the history tells %v, %v", events, err)
	}
	must(t, d.DeliverSpeech(ctx, s.ID, time.Time{}, "We said less."))
	got, _ = d.Speech(s.ID)
	if got.Delivered.IsZero() || got.As != "We said less." || got.Text[data.French] != "Merci." {
		t.Errorf("%+v", got)
	}
	_, err = d.SetSpeech(ctx, got)
	wantCode(t, err, desk.CodeDelivered)
	wantCode(t, d.DeleteSpeech(ctx, s.ID), desk.CodeDelivered)
	wantCode(t, d.DeliverSpeech(ctx, s.ID, time.Time{}, ""), desk.CodeDelivered)
	_, err = d.Undo(ctx)
	must(t, err)
	must(t, d.DeleteSpeech(ctx, s.ID))
	if n := len(d.Speeches()); n != 0 {
		t.Errorf("%d statements after the only one was given up", n)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if got, _ := d.Speech(s.ID); got.Text[data.English] != spoken || got.Cuts[data.English][1] != "Thank you." {
		t.Errorf("undone, it is %+v", got)
	}
	_, err = d.SetSpeech(ctx, data.Speech{Title: " "})
	wantCode(t, err, desk.CodeEmpty)
	_, err = d.SetSpeech(ctx, data.Speech{ID: data.NewID(), Title: "x"})
	wantCode(t, err, data.CodeNotFound)
}

func holding(t testing.TB, d *desk.Desk, p data.Position) {
	t.Helper()
	must(t, d.SetPosition(ctx, p))
}

func saysOf(events []desk.Event, what, after string) bool {
	for _, e := range events {
		if e.What == what && e.After == after {
			return true
		}
	}
	return false
}

func TestPointsFollowTheOrderOfConsideration(t *testing.T) {
	d := imported(t)
	article, light, rest, term := at(t, d, "ch1/art2"), at(t, d, lightPath), at(t, d, restPath), at(t, d, termPath)
	holding(t, d, data.Position{Provision: light.ID, TalkingPoints: data.Words{data.English: "Light guides ships."}})
	holding(t, d, data.Position{Provision: rest.ID, Stance: data.StanceSupport})
	holding(t, d, data.Position{Provision: term.ID, PublicReasons: data.Words{data.English: "The term is clear."}})
	holding(t, d, data.Position{Provision: at(t, d, "ch1/art1/b").ID, Stance: data.StanceRedLine})
	m, err := d.SetMeeting(ctx, data.Meeting{Title: "5th meeting", Order: []data.ID{article.ID, term.ID, light.ID, data.NewID()}})
	must(t, err)
	var got []string
	for _, p := range d.SpeechPoints(d.Agenda(m.ID), data.English) {
		got = append(got, p.Path+"="+p.Text+"/"+string(p.Stance))
	}
	want := "ch1/art2/1=Light guides ships./ ch1/art2/2=/support ch1/art1/a=The term is clear./"
	if strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
	if n := len(d.Agenda(data.ID{})); n != 2 {
		t.Errorf("%d articles without a meeting", n)
	}
}

func TestWhatMustNotBeSaidIsFound(t *testing.T) {
	d := imported(t)
	light, rest := at(t, d, lightPath), at(t, d, restPath)
	instructed(t, d, data.Instruction{Provisions: []data.ID{at(t, d, "ch1/art2").ID}, Text: "Never mention oil.", Forbids: []data.Phrase{{Lang: data.English, Words: "whale oil"}}})
	instructed(t, d, data.Instruction{Provisions: []data.ID{rest.ID}, Text: "Never mention sleep.", Forbids: []data.Phrase{{Lang: data.English, Words: "asleep"}}})
	_, err := d.SetRedLine(ctx, data.RedLine{Provisions: []data.ID{light.ID}, Rule: data.RedLineAbsent, Phrases: data.Words{data.English: "may be lit"}, Reason: "Ships."})
	must(t, err)
	_, err = d.SetRedLine(ctx, data.RedLine{Provisions: []data.ID{at(t, d, termPath).ID}, Rule: data.RedLineAbsent, Phrases: data.Words{data.English: "candle"}, Reason: "Fire."})
	must(t, err)
	const text = "Thank you.\n(C) Whale oil is dear, and a keeper falls asleep.\nLanterns may be lit, and a candle too."
	var got []string
	for _, f := range d.SpeechFlags(text, data.English, []data.ID{light.ID}) {
		got = append(got, string(f.Kind)+":"+string([]rune(text)[f.Start:f.End]))
	}
	want := "marked:(C) Whale oil is dear, and a keeper falls asleep.|forbidden:Whale oil|red-line:may be lit"
	if strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", got, want)
	}
	if f := d.SpeechFlags("Lanterns are lit.", data.English, []data.ID{light.ID, rest.ID}); len(f) != 0 {
		t.Errorf("%v", f)
	}
}

func TestAStatementIsASecretUntilItIsDelivered(t *testing.T) {
	d := imported(t)
	light := at(t, d, lightPath)
	holding(t, d, data.Position{
		Provision: light.ID, PublicReasons: data.Words{data.English: "Ships need light to come home at night."},
		TalkingPoints: data.Words{data.English: "The keepers of the coast have waited long enough."},
	})
	s := speech(t, d, data.Speech{Title: "On light", Provisions: []data.ID{light.ID}, Text: data.Words{
		data.English: "Ships need light to come home at night.\nOur neighbours will never agree to any of it.",
	}})
	secret := func(list []data.Secret, words string) bool {
		for _, x := range list {
			if strings.Contains(x.Text, words) {
				return true
			}
		}
		return false
	}
	if !secret(d.Secrets(), "will never agree to any of it") {
		t.Error("a statement that was not delivered is no secret")
	}
	if secret(d.Secrets(), "Ships need light to come home") {
		t.Error("the reasons that papers give are a secret")
	}
	if own := d.SpeechSecrets([]data.ID{light.ID}); secret(own, "never agree") || secret(own, "waited long enough") {
		t.Error("what the statement is there to say is a secret of it")
	}
	if !secret(d.SpeechSecrets(nil), "waited long enough") {
		t.Error("talking points on something else are none")
	}
	must(t, d.DeliverSpeech(ctx, s.ID, time.Time{}, ""))
	if secret(d.Secrets(), "will never agree to any of it") {
		t.Error("a statement that was delivered is a secret")
	}
}

func TestSpeechesAreForThoseWhoReadInstructions(t *testing.T) {
	d := imported(t)
	speech(t, d, data.Speech{Title: "On light", Text: data.Words{data.English: spoken}})
	taker, err := d.SetMember(ctx, data.Member{Name: "N. Taker", Role: data.RoleNoteTaker})
	must(t, err)
	must(t, d.WorkAs(taker.ID))
	if len(d.Speeches()) != 0 {
		t.Error("a note-taker reads what is to be said")
	}
	_, err = d.SetSpeech(ctx, data.Speech{Title: "x"})
	wantCode(t, err, data.CodeForbidden)
	if !hasSecret(d, "keepers of the coast") {
		t.Error("what is a secret to who makes the paper is none")
	}
}

func hasSecret(d *desk.Desk, words string) bool {
	for _, x := range d.Secrets() {
		if strings.Contains(x.Text, words) {
			return true
		}
	}
	return false
}

func TestDecisionsAreAskedForAndAnswered(t *testing.T) {
	d := imported(t)
	rest := at(t, d, restPath)
	ask := func(question, deadline string) data.Request {
		t.Helper()
		m, err := data.ParseMoment(deadline, "Europe/Vienna")
		must(t, err)
		r, err := d.SetRequest(ctx, data.Request{Provision: rest.ID, Question: question, Deadline: m})
		must(t, err)
		return r
	}
	whenever := ask("May keepers sleep?", "")
	later := ask("May they read?", "2026-12-03")
	sooner := ask("May they sing?", "2026-12-02 18:00")
	order := func() string {
		var out []string
		for _, r := range d.Requests() {
			out = append(out, r.Question)
		}
		return strings.Join(out, " ")
	}
	if got, want := order(), "May they sing? May they read? May keepers sleep?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	i := instructed(t, d, data.Instruction{Provisions: []data.ID{rest.ID}, Text: "They may sing."})
	sooner.Answered = i.ID
	sooner, err := d.SetRequest(ctx, sooner)
	must(t, err)
	if act, _ := d.CanUndo(); act != "act.request.answered" || sooner.Open() {
		t.Errorf("the act is %s, open: %v", act, sooner.Open())
	}
	if got, want := order(), "May they read? May keepers sleep? May they sing?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if !hasSecret(d, "May keepers sleep?") {
		t.Error("what is asked of capital is no secret")
	}
	must(t, d.DeleteRequest(ctx, whenever.ID))
	wantCode(t, d.DeleteRequest(ctx, whenever.ID), data.CodeNotFound)
	later.Answered = data.NewID()
	_, err = d.SetRequest(ctx, later)
	wantCode(t, err, data.CodeNotFound)
	_, err = d.SetRequest(ctx, data.Request{Question: " "})
	wantCode(t, err, desk.CodeEmpty)
}
