package export

import (
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/monitor"
	"travaux/translations"
)

// Fulfilment is what papers on how a treaty is fulfilled are made from. What is
// confidential is left out of them, whatever it holds.
type Fulfilment struct {
	Lang       data.Lang
	Treaty     string
	State      string
	Letterhead []string
	Facts      monitor.Facts
	Reviews    []data.Review
	Name       func(code string) string  // of a party
	Region     func(group string) string // of a regional group
	Path       func(provision data.ID) string
}

// fulfilWriter puts the parts of such a paper together.
type fulfilWriter struct {
	writer
	f      *Fulfilment
	latest []data.Assessment
}

func newFulfilWriter(f *Fulfilment, loc *translations.Localizer) *fulfilWriter {
	f.Facts.Assessments = slices.DeleteFunc(slices.Clone(f.Facts.Assessments), func(a data.Assessment) bool { return a.Confidential })
	return &fulfilWriter{writer{loc: loc}, f, f.Facts.Latest(data.ID{})}
}

func (w *fulfilWriter) document(title, subtitle string) Document {
	head := title
	if w.f.State != "" {
		head = w.loc.T("paper.head", "state", w.f.State, "paper", title)
	}
	cover := []Block{Letterhead{w.f.State, w.f.Letterhead}, Title{title, subtitle}}
	return Document{
		Lang: w.f.Lang, Title: w.loc.T("paper.file.title", "paper", title, "instrument", w.f.Treaty), Subject: w.f.Treaty,
		Author: w.f.State, RunningHead: head, Date: w.f.Facts.Day, Blocks: append(cover, w.blocks...),
	}
}

// Synthesis is the report on how the treaty is fulfilled by all: figures, a chart,
// obligation by obligation, what is overdue, reviews.
func Synthesis(f Fulfilment, loc *translations.Localizer) Document {
	w := newFulfilWriter(&f, loc)
	w.figures()
	w.chart()
	w.overdue(f.Facts.Overdue(), true)
	w.reviews(f.Reviews)
	return w.document(loc.T("monitoring.paper.synthesis"), f.Treaty)
}

// ObligationRegister lists who must do what by when.
func ObligationRegister(f Fulfilment, loc *translations.Localizer) Document {
	w := newFulfilWriter(&f, loc)
	t := Table{Heads: []string{loc.T("report.provision"), loc.T("monitoring.who"), loc.T("monitoring.must"), loc.T("monitoring.due")}, Shares: []int{4, 4, 8, 5}}
	for _, o := range f.Facts.Obligations {
		if o.Aside {
			continue
		}
		who := w.loc.Isolate(o.Who)
		if o.Who == "" {
			who = loc.Name("obliged", string(o.Obliged))
		}
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.place(o)), cell(Body, who), cell(Body, isolatedLines(o.Must, loc)), cell(Body, w.due(o.Due))}})
	}
	w.add(t)
	return w.document(loc.T("monitoring.paper.register"), f.Treaty)
}

// PartyPage is how one party fulfils the treaty.
func PartyPage(f Fulfilment, party string, loc *translations.Localizer) Document {
	w := newFulfilWriter(&f, loc)
	standing, _ := f.Facts.Standing.Of(party)
	var rows fieldRows
	rows.add(loc.T("monitoring.since"), w.date(standing.InForce))
	rows.add(loc.T("paper.field.date"), w.date(f.Facts.Day))
	w.add(rows.Fields, Heading{1, loc.T("monitoring.standing")})
	t := Table{Heads: []string{loc.T("report.provision"), loc.T("monitoring.must"), loc.T("monitoring.grade"), loc.T("monitoring.evidence")}, Shares: []int{3, 6, 4, 7}}
	for _, o := range f.Facts.Followed() {
		grade, evidence := translations.Capital(loc.T("monitoring.not-assessed")), ""
		for _, a := range w.latest {
			if a.Party == party && a.Obligation == o.ID {
				grade, evidence = w.graded(a), w.evidence(a)
			}
		}
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.place(o)), cell(Body, isolatedLines(o.Must, loc)), cell(Body, grade), cell(Body, evidence)}})
	}
	w.add(t)
	w.reported(party)
	w.overdue(slices.DeleteFunc(f.Facts.Overdue(), func(o monitor.Owed) bool { return o.Party != party }), false)
	w.reviews(slices.DeleteFunc(slices.Clone(f.Reviews), func(r data.Review) bool { return r.Party != party }))
	return w.document(loc.T("monitoring.paper.party", "party", f.Name(party)), f.Treaty)
}

// ObligationPage is how all parties fulfil one obligation.
func ObligationPage(f Fulfilment, o data.Obligation, loc *translations.Localizer) Document {
	w := newFulfilWriter(&f, loc)
	var rows fieldRows
	rows.add(loc.T("report.provision"), w.place(o))
	rows.add(loc.T("monitoring.who"), loc.Isolate(o.Who))
	rows.add(loc.T("monitoring.due"), w.due(o.Due))
	rows.add(loc.T("paper.field.date"), w.date(f.Facts.Day))
	w.add(rows.Fields, Paragraph{Kind: Quotation, Spans: []Span{{isolatedLines(o.Must, loc), Plain}}})
	t := Table{Heads: []string{loc.T("monitoring.party"), loc.T("monitoring.grade"), loc.T("monitoring.evidence")}, Shares: []int{5, 4, 7}}
	for _, party := range w.sorted(f.Facts.Standing.Parties()) {
		grade, evidence := translations.Capital(loc.T("monitoring.not-assessed")), ""
		for _, a := range w.latest {
			if a.Party == party && a.Obligation == o.ID {
				grade, evidence = w.graded(a), w.evidence(a)
			}
		}
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, f.Name(party)), cell(Body, grade), cell(Body, evidence)}})
	}
	w.add(t)
	return w.document(loc.T("monitoring.paper.obligation"), f.Treaty)
}

// DrawRecord is the record of a drawing of reviewers, with all that anybody needs to
// repeat it.
func DrawRecord(f Fulfilment, x data.Draw, loc *translations.Localizer) Document {
	w := newFulfilWriter(&f, loc)
	yes := map[bool]string{true: loc.T("monitoring.yes"), false: loc.T("monitoring.no")}
	var rows fieldRows
	rows.add(loc.T("paper.field.date"), w.date(x.Date))
	rows.add(loc.T("monitoring.draw.seed"), loc.Quote(loc.Isolate(x.Seed)))
	rows.add(loc.T("monitoring.draw.witness"), loc.Isolate(x.Witness))
	rows.add(loc.T("monitoring.draw.reviewers"), loc.Number(x.Rules.Reviewers))
	rows.add(loc.T("monitoring.draw.region"), loc.Number(x.Rules.SameRegion))
	rows.add(loc.T("monitoring.draw.mutual"), yes[x.Rules.Mutual])
	rows.add(loc.T("monitoring.draw.even"), yes[x.Rules.Even])
	rows.add(loc.T("monitoring.draw.round"), loc.Number(x.Round))
	w.add(rows.Fields, Heading{1, loc.T("monitoring.draw.lots")})
	t := Table{Heads: []string{loc.T("monitoring.draw.under"), loc.T("monitoring.draw.group"), loc.T("monitoring.draw.by"), loc.T("monitoring.draw.number")}, Shares: []int{4, 4, 5, 4}}
	region := map[string]string{}
	for _, p := range x.Pool {
		region[p.Party] = p.Region
	}
	for _, l := range x.Lots {
		var names, numbers []string
		for _, by := range l.Reviewers {
			n := monitor.Number(x.Seed, x.Round, l.Party, by)
			names, numbers = append(names, f.Name(by)+" ("+by+")"), append(numbers, loc.Isolate(hex.EncodeToString(n[:4])+"…"))
		}
		for _, c := range l.Ceded {
			names = append(names, loc.Name("ceded", string(c)))
		}
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, f.Name(l.Party)+" ("+l.Party+")"), cell(Body, f.Region(region[l.Party])), cell(Body, strings.Join(names, "\n")), cell(Body, strings.Join(numbers, "\n"))}})
	}
	w.add(t, Heading{1, loc.T("monitoring.draw.how")})
	for _, id := range []string{"monitoring.draw.how.number", "monitoring.draw.how.order", "monitoring.draw.how.rounds"} {
		w.add(Paragraph{Kind: Body, Spans: []Span{{loc.T(id, "rounds", loc.Number(monitor.Rounds)), Plain}}})
	}
	if len(x.Lots) > 0 && len(x.Lots[0].Reviewers) > 0 {
		w.add(Paragraph{Kind: Fine, Spans: []Span{{loc.Isolate("printf '" + strings.ReplaceAll(x.Seed, "'", "’") + `\n` + strconv.Itoa(x.Round) + `\n` + x.Lots[0].Party + `\n` + x.Lots[0].Reviewers[0] + "' | sha256sum"), Plain}}})
	}
	w.add(Paragraph{Kind: Body, Spans: []Span{{loc.T("monitoring.draw.pool", "n", loc.Number(len(x.Pool))), Plain}}}, w.pool(x))
	return w.document(loc.T("monitoring.paper.draw"), f.Treaty)
}
