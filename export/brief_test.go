package export

import (
	"testing"

	"travaux/data"
	"travaux/translations"
)

// TestABriefTellsWhyAnInstructionIsNotToBeFollowed holds that one which others took the
// place of is not told to be in force, and that each reference stays with what it heads.
func TestABriefTellsWhyAnInstructionIsNotToBeFollowed(t *testing.T) {
	on := func(day int) data.Moment { return data.OnDay(data.Date{Year: 2026, Month: 11, Day: day}, "") }
	order := func(o data.InternalOrder) data.InternalOrder {
		o.Reference, o.Text, o.Level = "A/1", "Words.", data.Confidential
		return o
	}
	doc := InternalBrief(data.InternalBrief{Items: []data.InternalItem{{Kind: data.KindArticle, Label: "5", Orders: []data.InternalOrder{
		order(data.InternalOrder{}),
		order(data.InternalOrder{Lapses: on(30)}),
		order(data.InternalOrder{Lapses: on(1), Out: data.FlagLapsed}),
		order(data.InternalOrder{Issued: on(20), Out: data.FlagNotBegun}),
		order(data.InternalOrder{Lapses: on(30), Out: data.FlagSuperseded}),
		order(data.InternalOrder{Out: data.FlagSuperseded, SupersededBy: []string{"B/2", "C/3"}}),
	}}}}, translations.New("en"))
	want := []string{
		"In force until withdrawn", "In force until 30 November 2026", "Expired on 1 November 2026", "In force from 20 November 2026",
		"Superseded", "Superseded by B/2 and C/3",
	}
	for _, b := range doc.Blocks {
		e, ok := b.(Entry)
		if !ok || e.Label != "Instructions" {
			continue
		}
		for n, valid := range want {
			if got := e.Paragraphs[2*n]; got.Text() != "A/1 · "+valid || (got.Spans[0].Mark == Strong) != (n < 2) || !e.Leads(2*n) {
				t.Errorf("%q, in strong letters: %t, stays with its words: %t; want %s", got.Text(), got.Spans[0].Mark == Strong, e.Leads(2*n), valid)
			}
		}
		return
	}
	t.Error("no instructions")
}

// TestStatesOfABriefAreNames holds that who wants what is set as names are, so that none
// of them is divided.
func TestStatesOfABriefAreNames(t *testing.T) {
	doc := InternalBrief(data.InternalBrief{Items: []data.InternalItem{{
		Path: "art5/1", Kind: data.KindParagraph, Label: "1.", Text: "Text.",
		Others: []data.InternalStanding{{Attitude: data.AttitudeSupport, Who: []string{"Kendara", "Corvella"}}},
	}}}, translations.New("ru"))
	for _, b := range doc.Blocks {
		if e, ok := b.(Entry); ok && e.Label == translations.New("ru").T("brief.others") {
			if p := e.Paragraphs[0]; p.Kind != Names {
				t.Errorf("%q is of kind %d", p.Text(), p.Kind)
			}
			return
		}
	}
	t.Error("the brief does not say who wants what")
}
