package export

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/dispute"
	"travaux/data/marking"
	"travaux/translations"
)

// PublicDispute is the file of a dispute as a paper is made from it. A paper for the
// outside has only what everybody may read, whatever is given, and its ladder is
// computed from that alone; one with a Marking is for the delegation.
type PublicDispute struct {
	Lang       data.Lang
	Treaty     string
	State      string // whose delegation makes the paper
	Letterhead []string
	Dispute    data.Dispute
	Steps      []data.DisputeStep
	Papers     []data.DisputePaper
	Day        data.Date
	Names      map[string]string  // of parties by their codes, in Lang
	Paths      map[data.ID]string // of provisions
	Marking    marking.Level      // zero: for the outside
}

// DisputeFile is the file of a dispute: the parties and what they claim, where it
// stands on its ladder, who is bound to what, what happened, and the documents.
func DisputeFile(p PublicDispute, loc *translations.Localizer) Document {
	if p.Marking.Code == "" {
		p.Steps = slices.DeleteFunc(slices.Clone(p.Steps), func(s data.DisputeStep) bool { return s.Audience() != data.AudienceAll })
		p.Papers = slices.DeleteFunc(slices.Clone(p.Papers), func(x data.DisputePaper) bool { return x.Audience() != data.AudienceAll })
	}
	w := disputeWriter{writer{loc: loc}, &p, dispute.On(p.Dispute, p.Steps, p.Day)}
	w.cover()
	w.claims()
	w.ladder()
	w.duties()
	w.steps()
	w.papers()
	title := loc.T("dispute.file")
	doc := Document{
		Lang: p.Lang, Title: loc.T("paper.file.title", "paper", title, "instrument", p.Dispute.Title), Subject: p.Dispute.Title, Author: p.State,
		RunningHead: loc.T("paper.head", "state", loc.Isolate(p.Dispute.Title), "paper", title), Date: p.Day, Blocks: w.blocks,
	}
	if p.Marking.Code != "" {
		doc.Marking = Handling(p.Marking, loc)
	}
	return doc
}

type disputeWriter struct {
	writer
	p *PublicDispute
	f dispute.File
}

// name is the name of a party; of none, who helps or decides.
func (w *disputeWriter) name(code string) string {
	if n := w.p.Names[code]; n != "" {
		return n
	}
	return w.loc.Isolate(code)
}

func (w *disputeWriter) names(codes []string) string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = w.name(c)
	}
	return w.loc.List(all)
}

func (w *disputeWriter) cover() {
	d := w.p.Dispute
	if w.p.State != "" {
		w.add(Letterhead{w.p.State, w.p.Letterhead})
	}
	w.add(Title{w.loc.T("dispute.file"), d.Title})
	var f fieldRows
	f.add(w.loc.T("dispute.treaty"), w.loc.Isolate(w.p.Treaty))
	f.add(w.loc.T("dispute.number"), w.loc.Isolate(d.Number))
	f.add(w.loc.T("dispute.claimants"), w.names(d.Claimants))
	f.add(w.loc.T("dispute.answering"), w.names(d.Answering))
	f.add(w.loc.T("dispute.third"), w.names(d.Third))
	var places []string
	for _, id := range d.Provisions {
		if path := w.p.Paths[id]; path != "" {
			places = append(places, w.loc.Cite(path))
		}
	}
	f.add(w.loc.T("dispute.provisions"), w.loc.List(places))
	f.add(w.loc.T("dispute.raised"), w.date(d.Raised))
	f.add(w.loc.T("dispute.as-of"), w.date(w.p.Day))
	if w.f.Outcome != "" {
		f.add(w.loc.T("dispute.outcome"), w.loc.T("dispute.outcome."+string(w.f.Outcome), "date", w.date(w.f.Over)))
	}
	w.add(f.Fields)
}

func (w *disputeWriter) claims() {
	if len(w.p.Dispute.Claims) == 0 {
		return
	}
	w.add(Heading{1, w.loc.T("dispute.claims")})
	t := Table{Heads: []string{w.loc.T("dispute.party"), w.loc.T("dispute.claim"), w.loc.T("dispute.relief")}, Shares: []int{3, 6, 5}}
	for _, c := range w.p.Dispute.Claims {
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.name(c.By)), cell(Body, isolatedLines(c.Text, w.loc)), cell(Body, isolatedLines(c.Relief, w.loc))}})
	}
	w.add(t)
}

func (w *disputeWriter) ladder() {
	w.add(Heading{1, w.loc.T("dispute.ladder")})
	if len(w.f.Rungs) == 0 {
		w.add(w.fine(w.loc.T("dispute.ladder.none")))
		return
	}
	t := Table{Heads: []string{w.loc.T("dispute.means"), w.loc.T("dispute.rule"), w.loc.T("dispute.stands")}, Shares: []int{3, 5, 5}}
	for _, r := range w.f.Rungs {
		rule := RungRule(r.Rung, w.loc)
		if r.Own {
			rule = []string{w.loc.T("dispute.own")}
		}
		state := Cell{{Kind: Body, Spans: []Span{{w.loc.Name("rung-state", string(r.State)), Strong}}}}
		for _, words := range RungState(r, w.p.Day, w.name, w.loc) {
			state = append(state, paragraphs(Fine, words)...)
		}
		t.Rows = append(t.Rows, Row{[]Cell{{{Kind: Body, Spans: []Span{{w.loc.Name("means", string(r.Means)), Strong}}}}, cell(Fine, strings.Join(rule, "\n")), state}})
	}
	w.add(t)
}

func (w *disputeWriter) duties() {
	if len(w.f.Duties) > 0 {
		w.add(Heading{1, w.loc.T("dispute.duties")})
		t := Table{Heads: []string{w.loc.T("dispute.party"), w.loc.T("dispute.duty"), w.loc.T("dispute.stands")}, Shares: []int{3, 6, 5}}
		for _, x := range w.f.Duties {
			kind := w.loc.Name("means", string(x.Means))
			if x.Interim {
				kind = w.loc.T("dispute.measures")
			}
			t.Rows = append(t.Rows, Row{[]Cell{
				cell(Body, w.name(x.Party)), titled(kind, isolatedLines(x.Text, w.loc)),
				cell(Body, DutyState(x, w.loc)),
			}})
		}
		w.add(t)
	}
	for _, m := range w.f.Measures {
		w.add(w.fine(w.loc.T("dispute.measures.pending", "who", w.name(m.By), "date", w.date(m.Since))))
	}
}

func (w *disputeWriter) steps() {
	w.add(Heading{1, w.loc.T("dispute.steps")})
	if len(w.p.Steps) == 0 {
		w.add(w.fine(w.loc.T("dispute.steps.none")))
		return
	}
	t := Table{Heads: []string{w.loc.T("paper.field.date"), w.loc.T("dispute.means"), w.loc.T("dispute.party"), w.loc.T("dispute.what")}, Shares: []int{3, 3, 3, 7}}
	steps := slices.Clone(w.p.Steps)
	slices.SortStableFunc(steps, func(a, b data.DisputeStep) int { return a.Date.Compare(b.Date) })
	for _, s := range steps {
		what := titled(w.loc.Name("dispute-act", string(s.Act)), isolatedLines(s.Text, w.loc))
		if !s.Due.IsZero() {
			what = append(what, w.fine(w.loc.T("duty.due", "date", w.date(s.Due))))
		}
		means := ""
		if s.Means != "" {
			means = w.loc.Name("means", string(s.Means))
		}
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.date(s.Date)), cell(Body, means), cell(Body, w.name(s.By)), what}})
	}
	w.add(t)
}

func (w *disputeWriter) papers() {
	if len(w.p.Papers) == 0 {
		return
	}
	w.add(Heading{1, w.loc.T("dispute.papers")})
	t := Table{Heads: []string{w.loc.T("paper.field.date"), w.loc.T("dispute.paper"), w.loc.T("dispute.party"), w.loc.T("dispute.text")}, Shares: []int{4, 4, 4, 6}}
	papers := slices.Clone(w.p.Papers)
	slices.SortStableFunc(papers, func(a, b data.DisputePaper) int { return a.Date.Compare(b.Date) })
	for _, x := range papers {
		t.Rows = append(t.Rows, Row{[]Cell{
			cell(Body, w.date(x.Date)), titled(w.loc.Name("dispute-paper-kind", string(x.Kind)), lines(w.loc.Isolate(x.Title), w.loc.Isolate(x.Symbol))),
			cell(Body, w.name(x.By)), cell(Fine, isolatedLines(x.Text, w.loc)),
		}})
	}
	w.add(t)
}
