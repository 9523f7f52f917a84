package export

import (
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/translations"
)

func capitalReport(lang data.Lang) data.CapitalReport {
	at := func(hour int) time.Time { return time.Date(2025, 12, 1, hour, 0, 0, 0, time.UTC) }
	return data.CapitalReport{
		Level: data.Confidential, Lang: lang, Title: "Draft convention on lanterns", State: "Lantern Coast", Symbol: "L/1",
		From: data.OnDay(data.Date{Year: 2025, Month: 12, Day: 1}, "Europe/Vienna"), Until: data.OnDay(data.Date{Year: 2025, Month: 12, Day: 2}, "Europe/Vienna"),
		Capital:  "America/New_York",
		Meetings: []data.CapitalMeeting{{Title: "4th meeting", Item: "Item 3"}},
		Agreed:   []data.CapitalStep{{Path: "ch1/art2/2", State: data.TextAdReferendum, Meeting: "4th meeting", Time: at(10)}},
		Moved:    []data.CapitalMove{{Path: "ch1/art2/1", Who: "Northmark", From: "attitude.oppose", To: "attitude.support", By: "Midland, for the Coast Group", Words: "We can live with it.", Private: true}},
		New:      []data.CapitalNew{{Kind: data.CapitalProposal, Path: "ch1/art2/1", By: "Northmark", Source: "CRP.7", Words: "Lanterns are lit.", Verb: "MOD"}},
		Ours:     []data.CapitalOurs{{Title: "On light", Meeting: "4th meeting", Time: at(11), Took: 150 * time.Second, Words: "Thank you.", Lang: data.English}},
		Open:     []data.CapitalRequest{{Path: "ch1/art2/1", Question: "May we join?", Deadline: data.At(at(17), "Europe/Vienna")}, {Question: "(SC) May we vote?"}},
		Answered: []data.CapitalRequest{{Question: "May we sing?", Answer: "CAP/1"}},
		Next:     []data.CapitalMeeting{{Title: "5th meeting", Date: data.Date{Year: 2025, Month: 12, Day: 2}, Order: []data.CapitalItem{{Path: "ch1/art2", State: data.TextClose, Stance: data.StanceSupport}}}},
	}
}

func TestTheReportToCapitalSaysEverything(t *testing.T) {
	text := CapitalReport(capitalReport(data.English), translations.New("en")).Text()
	for _, want := range []string{
		"1 December 2025 18:00 Vienna", "1 December 2025 12:00 New York", "Article 2, paragraph 1", "May we join?", "No deadline",
		"Agreed ad referendum", "Opposes | Supports", "Said to us alone", "Midland, for the Coast Group", "CRP.7", "for 2:30", "5th meeting", "CAP/1",
	} {
		if !strings.Contains(strings.ReplaceAll(text, "\n", " "), want) && !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func TestWhomOneStatementMovedAlikeStandTogether(t *testing.T) {
	r := capitalReport(data.English)
	moved := func(who, to, by string) data.CapitalMove {
		return data.CapitalMove{Path: "ch1/art2/1", Who: who, From: "attitude.none", To: to, By: by}
	}
	r.Moved = []data.CapitalMove{
		moved("Northmark", "attitude.support", "Midland, for the Coast Group"),
		moved("Eastmark", "attitude.support", ""),
		moved("Westmark", "attitude.support", "Midland, for the Coast Group"),
		moved("Southmark", "tally.mixed", "Midland, for the Coast Group"),
		moved("Lowmark", "attitude.support", ""),
	}
	text := CapitalReport(r, translations.New("en")).Text()
	for _, want := range []string{"Northmark and Westmark | Silent | Supports", "Eastmark | Silent | Supports", "Southmark | Silent | Mixed", "Lowmark | Silent"} {
		if strings.Count(text, want) != 1 {
			t.Errorf("%q is not there once in\n%s", want, text)
		}
	}
}

// TestWhatRunsTheOtherWayIsIsolated: in Arabic the full stop of an English remark
// stays at its end, and its mark before it; a remark in Arabic is left as it is.
func TestWhatRunsTheOtherWayIsIsolated(t *testing.T) {
	r := capitalReport(data.Arabic)
	r.Agreed[0].Remark = "Pending capital."
	r.Open[0].Question = "هل نوقّع؟"
	r.Ours[0].Words = "Thank you.\nWe agree."
	text := CapitalReport(r, translations.New("ar")).Text()
	var got []string
	for line := range strings.SplitSeq(text, "\n") {
		for _, words := range []string{"Pending", "May we vote", "نوقّع", "live with it", "are lit", "Thank", "We agree"} {
			if strings.Contains(line, words) {
				parts := strings.Split(line, " | ")
				got = append(got, parts[len(parts)-1])
			}
		}
	}
	want := []string{
		"(سري) هل نوقّع؟", "(سري للغاية) \u2066May we vote?\u2069", "(سري) \u2066Pending capital.\u2069",
		"قاله: Midland, for the Coast Group / قيل لنا وحدنا / (سري) \u2066We can live with it.\u2069", "\u2066Lanterns are lit.\u2069", "\u2066Thank you.\u2069", "\u2066We agree.\u2069",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q\nwant %q\nin\n%s", got, want, text)
	}
}

func TestTheReportToCapitalIsMarkedInEveryLanguage(t *testing.T) {
	for _, lang := range data.Langs {
		doc := CapitalReport(capitalReport(lang), translations.New(string(lang)))
		if doc.Marking == "" || len(doc.Headings()) < 6 || strings.Contains(doc.Text(), "capital.") {
			t.Errorf("%s: marking %q\n%s", lang, doc.Marking, doc.Text())
		}
		empty := CapitalReport(data.CapitalReport{Lang: lang, Level: data.Confidential, From: data.OnDay(data.Date{Year: 2025, Month: 12, Day: 1}, ""), Until: data.OnDay(data.Date{Year: 2025, Month: 12, Day: 2}, "")}, translations.New(string(lang)))
		first := CapitalReport(data.CapitalReport{Lang: lang, Level: data.Confidential, Until: data.OnDay(data.Date{Year: 2025, Month: 12, Day: 2}, "")}, translations.New(string(lang)))
		if strings.Contains(first.Text(), "0001") {
			t.Errorf("%s: the first report begins with the common era", lang)
		}
		if len(empty.Headings()) != 6 {
			t.Errorf("%s: of a day on which nothing was, %d parts", lang, len(empty.Headings()))
		}
	}
}
