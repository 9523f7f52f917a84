package play_test

import (
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample"
)

// TestMarkedParagraphsAreViews holds that every mark of the sample's submissions is
// a view that quotes its paragraph, word for word, by who handed it in.
func TestMarkedParagraphsAreViews(t *testing.T) {
	for _, lang := range []data.Lang{data.English, data.Arabic, data.Chinese} {
		d := played(t, lang)
		list := d.Submissions()
		story := sample.Tell().Submissions
		if len(list) != len(story) || len(list) == 0 {
			t.Fatalf("%s: %d submissions of %d", lang, len(list), len(story))
		}
		quoted := map[data.ID]int{}
		for _, v := range d.AllViews() {
			if v.Submission.IsZero() {
				continue
			}
			quoted[v.Submission]++
			s, known := d.Submission(v.Submission)
			runes := []rune(s.Text)
			if !known || string(runes[v.Anchor.Start:v.Anchor.End]) != v.Words || v.Anchor.Quote != v.Words || v.Words == "" {
				t.Errorf("%s: %q is not what stands in the submission", lang, v.Words)
			}
			if len(s.By) != 1 || v.By != s.By[0] || data.DateOf(v.Said) != s.Date {
				t.Errorf("%s: by %+v on %s, the submission is by %+v of %s", lang, v.By, v.Said, s.By, s.Date)
			}
		}
		for i, x := range story {
			if quoted[list[i].ID] != len(x.Marks) || list[i].Symbol != x.Symbol {
				t.Errorf("%s: %d views from %s, which has %d marks", lang, quoted[list[i].ID], list[i].Symbol, len(x.Marks))
			}
		}
	}
}

func TestCapitalIsAskedOnItsOwnClock(t *testing.T) {
	d := played(t, data.Spanish)
	n := d.Negotiation()
	if n.Place == "" || n.Capital == "" || n.Place == n.Capital {
		t.Fatalf("the clocks are %q and %q", n.Place, n.Capital)
	}
	open, answered := map[string]bool{}, 0
	for _, r := range d.Requests() {
		if !r.Open() {
			answered++
			continue
		}
		open[r.Deadline.Zone] = true
		if r.Deadline.IsZero() {
			t.Errorf("%q has no deadline", r.Question)
		}
	}
	if !open[n.Place] || !open[n.Capital] || answered != 1 {
		t.Errorf("open on the clocks of %v, %d answered", open, answered)
	}
}

// TestOneStatementIsDeliveredAndOneDrafted reads the statements, and what must not
// be said of them, in all languages.
func TestOneStatementIsDeliveredAndOneDrafted(t *testing.T) {
	d := played(t, data.Russian)
	var said, drafted []data.Speech
	for _, s := range d.Speeches() {
		if s.Delivered.IsZero() {
			drafted = append(drafted, s)
		} else {
			said = append(said, s)
		}
	}
	if len(said) != 1 || len(drafted) != 1 {
		t.Fatalf("%d delivered, %d drafted", len(said), len(drafted))
	}
	if m, ok := d.CurrentMeeting(); !ok || drafted[0].Meeting != m.ID || said[0].Meeting == m.ID {
		t.Error("the draft is not for the meeting in which the delegation sits, or the other is")
	}
	for _, lang := range data.Langs {
		if flags := d.SpeechFlags(said[0].Text[lang], lang, said[0].Provisions); len(flags) > 0 {
			t.Errorf("%s: what was delivered must not be said: %+v", lang, flags)
		}
		flags := d.SpeechFlags(drafted[0].Text[lang], lang, drafted[0].Provisions)
		if len(flags) != 1 || flags[0].Kind != data.SpeechMarked || flags[0].End != len([]rune(drafted[0].Text[lang])) {
			t.Errorf("%s: of the draft %+v", lang, flags)
		}
		if cut := desk.CutSpeech(drafted[0].Text[lang], lang, 0, 1); cut.Text == "" || len(cut.Text) >= len(drafted[0].Text[lang]) {
			t.Errorf("%s: the draft is not longer than a minute", lang)
		}
	}
	meetings := d.Meetings()
	if at := said[0].Delivered; at.Before(meetings[0].Start) || at.After(meetings[0].Start.Add(2*time.Hour)) {
		t.Errorf("delivered at %s, the meeting began at %s", at, meetings[0].Start)
	}
}
