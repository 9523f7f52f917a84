package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/amend"
	"travaux/translations"
)

func dated(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func said(kind data.Kind, n, parent byte, depth int, label, heading, words string) data.Provision {
	p := data.Provision{ID: data.ID{n}, Kind: kind, Depth: depth, Text: map[data.Lang]data.Rendering{}}
	if parent > 0 {
		p.Parent = data.ID{parent}
	}
	for _, lang := range data.Langs {
		p.Text[lang] = data.Rendering{Label: label, Heading: heading, Text: words}
	}
	return p
}

// lanterns is a convention in force for six parties, to which an amendment was adopted
// by vote and accepted by four.
func lanterns() (amend.Life, []data.Provision) {
	t := data.Treaty{Entry: data.Entry{ID: data.ID{1}}, Rule: data.EntryRule{Number: 2, Delay: data.Delay{Days: 10}}}
	l := amend.Life{Treaty: t, Organization: func(string) bool { return false }}
	for _, party := range []string{"A", "B", "C", "D", "E", "F"} {
		l.Instruments = append(l.Instruments, data.Instrument{Treaty: t.ID, Party: party, Kind: data.InstrumentRatification, Date: dated("2020-01-01")})
	}
	words := func(en string) data.Words { return data.Words{data.English: en} }
	a := data.Amendment{
		Entry: data.Entry{ID: data.ID{2}}, Treaty: t.ID, Kind: data.AmendmentText, Title: words("Five, not six"), Symbol: "L/9", Proposers: []string{"B", "A"},
		Proposed: dated("2024-12-31"), Circulated: dated("2025-01-02"), Considered: dated("2025-07-02"), Adopted: dated("2025-07-02"),
		Vote: data.Vote{Yes: 4, No: 1, Abstaining: 1},
		Rule: data.AmendmentRule{
			Standstill: data.Delay{Years: 5}, Notice: data.Delay{Months: 6}, Majority: data.Share{Num: 2, Den: 3}, Of: data.MajorityVoting,
			Quorum: data.Share{Num: 1, Den: 2, Over: true}, Effect: data.EffectAccepting, Needed: data.Share{Num: 2, Den: 3}, Delay: data.Delay{Days: 90},
		},
		Edits: []data.AmendmentEdit{
			{Op: data.EditReplace, Provision: data.ID{12}, Text: words("Lamps are lit at five.")},
			{Op: data.EditInsert, Provision: data.ID{13}, After: data.ID{12}, Label: words("3."), Text: words("No lamp is dark.")},
			{Op: data.EditDelete, Provision: data.ID{21}},
		},
	}
	l.Amendments = []data.Amendment{a}
	for i, party := range []string{"A", "B", "C", "D"} {
		l.Acts = append(l.Acts, data.AmendmentAct{Amendment: a.ID, Party: party, Kind: data.ActAccept, Date: dated([]string{"2025-08-01", "2025-08-01", "2025-09-01", "2026-01-01"}[i])})
	}
	base := []data.Provision{
		said(data.KindArticle, 10, 0, 0, "Article 1", "Lighting", ""),
		said(data.KindParagraph, 11, 10, 1, "1.", "", "Each Party has lamps."),
		said(data.KindParagraph, 12, 10, 1, "2.", "", "Lamps are lit at six."),
		said(data.KindArticle, 20, 0, 0, "Article 2", "Oil", ""),
		said(data.KindParagraph, 21, 20, 1, "1.", "", "Oil is kept."),
	}
	for i, path := range []string{"art1", "art1/1", "art1/2", "art2", "art2/1"} {
		base[i].Path = path
	}
	return l, base
}

func amending(l amend.Life, on data.Date, lang data.Lang) Amending {
	a, loc := l.Amendments[0], translations.New(string(lang))
	x := Amending{
		Treaty: "Convention on Lanterns", Amendment: a, State: l.State(a, on), Count: l.Count(a), InForce: l.On(on).InForce,
		Name: func(code string) string { return "State " + code }, Places: []string{loc.Cite("art1/2"), loc.Cite("art1/2"), loc.Cite("art2/1")},
	}
	x.Dues = amend.Dues(a, x.InForce)
	return x
}

func TestTheStatusOfAnAmendmentIsWritten(t *testing.T) {
	l, _ := lanterns()
	for _, lang := range data.Langs {
		doc := AmendmentStatus(amending(l, dated("2026-03-01"), lang), lang, translations.New(string(lang)))
		golden(t, "amendment."+string(lang)+".txt", doc.Text())
	}
	// The clause was not kept: five years after 11 January 2020 had not run.
	wrong := 0
	for _, f := range amending(l, dated("2026-03-01"), data.English).Facts(translations.New("en")) {
		if f.Wrong {
			wrong++
		}
	}
	if wrong != 1 {
		t.Errorf("%d facts are told as wrong", wrong)
	}
}

// An annex that is accepted by silence, while it can still be objected to, and an
// amendment that was withdrawn before anybody voted on it.
func TestTheStatusOfWhatIsNotInForceIsWritten(t *testing.T) {
	l, _ := lanterns()
	silent := l
	a := l.Amendments[0]
	a.Kind, a.Title, a.Vote = data.AmendmentAnnexChange, data.Words{data.English: "Oil of the second kind"}, data.Vote{Consensus: true}
	a.Notified = dated("2025-07-10")
	a.Rule = data.AmendmentRule{Consensus: true, Effect: data.EffectTacit, Objection: data.Delay{Months: 12}, Block: data.Share{Num: 1, Den: 3, Over: true}, Delay: data.Delay{Months: 12}}
	a.Edits = a.Edits[:1]
	silent.Amendments = []data.Amendment{a}
	silent.Acts = []data.AmendmentAct{
		{Amendment: a.ID, Party: "A", Kind: data.ActObject, Date: dated("2025-08-01")},
		{Amendment: a.ID, Party: "B", Kind: data.ActObject, Date: dated("2025-09-01")},
		{Amendment: a.ID, Party: "B", Kind: data.ActWithdraw, Date: dated("2025-10-01")},
		{Amendment: a.ID, Party: "C", Kind: data.ActOptOut, Date: dated("2025-09-01")},
	}
	gone := l
	a = l.Amendments[0]
	a.Considered, a.Adopted, a.Vote, a.Withdrawn = data.Date{}, data.Date{}, data.Vote{}, dated("2025-03-01")
	a.Rule.Required, a.Rule.Consensus = []string{"E"}, true
	gone.Amendments, gone.Acts = []data.Amendment{a}, nil
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		for name, x := range map[string]amend.Life{"silence": silent, "withdrawn": gone} {
			out := amending(x, dated("2026-01-01"), lang)
			out.Places = out.Places[:len(x.Amendments[0].Edits)]
			golden(t, "amendment."+name+"."+string(lang)+".txt", AmendmentStatus(out, lang, loc).Text())
		}
	}
}

func TestTheConsolidatedTextIsWritten(t *testing.T) {
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) { consolidatedIn(t, lang) })
	}
}

func consolidatedIn(t *testing.T, lang data.Lang) {
	l, base := lanterns()
	for i := range l.Amendments[0].Edits { // the invented words are the same in all languages
		e := &l.Amendments[0].Edits[i]
		e.Label, e.Text = data.Words{lang: e.Label[data.English]}, data.Words{lang: e.Text[data.English]}
	}
	loc := translations.New(string(lang))
	text := func(party, on string) Consolidated {
		x := l.Text(base, party, dated(on))
		c := Consolidated{Treaty: "Convention on Lanterns", Lang: lang, Day: dated(on), Provisions: x.Provisions}
		if party != "" {
			c.Party = "State " + party
		}
		for range x.Applied {
			c.With = append(c.With, Worked{"Five, not six", l.State(l.Amendments[0], dated(on)).InForce})
		}
		return c
	}
	now := ConsolidatedText(text("A", "2026-06-01"), loc)
	golden(t, "consolidated."+string(lang)+".txt", now.Text())
	golden(t, "consolidated.redline."+string(lang)+".txt", ConsolidatedRedline(text("", "2025-01-01"), text("", "2026-06-01"), loc).Text())
	if got := ConsolidatedText(text("F", "2026-06-01"), loc).Text(); strings.Contains(got, "five") || !strings.Contains(got, "at six") {
		t.Errorf("who has not accepted has\n%s", got)
	}
	for _, block := range now.Blocks {
		if r, ok := block.(Revised); ok {
			for _, s := range r.Spans {
				if s.Mark != Plain && s.Mark != Strong {
					t.Errorf("a mark of change in the text in force: %q", s.Text)
				}
			}
		}
	}
}
