package export

import (
	"slices"
	"strings"

	"travaux/data"
)

// reportMeasures are what convergence is told by: a name, a texture, a number.
var reportMeasures = [...]struct {
	name string // catalogue id
	fill Fill
	of   func(data.PublicMeasure) int
}{
	{"report.brackets", FillSolid, func(m data.PublicMeasure) int { return m.Brackets }},
	{"report.options", FillHatched, func(m data.PublicMeasure) int { return m.Options }},
	{"", FillHollow, func(m data.PublicMeasure) int { return m.Open }}, // what is open is named by who the report is for
}

// convergence draws how much was open in each revision, and tells it article by
// article. Open is the catalogue id of what is counted as open.
func (w *reportWriter) convergence(open string) {
	c := w.r.Converging
	if !w.section("report.convergence", len(c.Revisions), "report.convergence.none") {
		return
	}
	var names []string
	var chart Chart
	for _, m := range reportMeasures {
		id := m.name
		if id == "" {
			id = open
		}
		names = append(names, w.loc.T(id))
		s := Series{Name: w.loc.T(id), Fill: m.fill}
		for i, r := range c.Revisions {
			n := m.of(c.Totals[i])
			s.Bars = append(s.Bars, Bar{Label: w.revision(r), Value: n, Words: w.loc.Number(n)})
		}
		chart.Series = append(chart.Series, s)
	}
	w.add(chart)
	t := Table{Heads: append([]string{w.loc.T("report.article")}, names...), Shares: []int{6, 2, 2, 3}}
	settled := 0
	for _, row := range c.Rows {
		if !everOpen(row) {
			settled++
			continue
		}
		t.Rows = append(t.Rows, w.converging(row))
	}
	if len(t.Rows) > 0 {
		w.add(t)
	}
	if settled > 0 {
		w.add(Paragraph{Kind: Fine, Spans: []Span{{w.loc.N("report.settled", settled), Plain}}})
	}
}

// everOpen reports whether anything was ever open in an article.
func everOpen(row data.PublicRow) bool {
	return slices.ContainsFunc(row.Measures, func(m data.PublicMeasure) bool { return m.Brackets+m.Options+m.Open > 0 })
}

// converging is an article: how its numbers went from the first revision that has
// it to the last.
func (w *reportWriter) converging(row data.PublicRow) Row {
	heading := w.headingText(row.PublicHeading)
	if heading == "" {
		heading = w.place(row.Path)
	}
	note := ""
	switch last := len(row.There) - 1; {
	case !row.There[last]:
		note = w.loc.T("report.row.gone")
	case !row.There[0]:
		note = w.loc.T("report.row.new")
	}
	what := Cell{{Kind: Quotation, Spans: []Span{{heading, Plain}}}}
	if note != "" {
		what = append(what, Paragraph{Kind: Fine, Spans: []Span{{note, Plain}}})
	}
	r := Row{[]Cell{what}}
	for _, m := range reportMeasures {
		var numbers []int
		for i, there := range row.There {
			if there {
				numbers = append(numbers, m.of(row.Measures[i]))
			}
		}
		r.Cells = append(r.Cells, cell(Body, w.change(numbers)))
	}
	return r
}

// change says from what to what a number went; one that is the same is said
// once.
func (w *reportWriter) change(numbers []int) string {
	if len(numbers) == 0 {
		return ""
	}
	from, to := numbers[0], numbers[len(numbers)-1]
	if from == to {
		return w.loc.Number(to)
	}
	return w.loc.T("report.change", "from", w.loc.Number(from), "to", w.loc.Number(to))
}

// lastToObject tells on which articles we are the last to object, and by what.
func (w *reportWriter) lastToObject() {
	if !w.section("report.last", len(w.internal.LastToObject), "report.last.none") {
		return
	}
	w.add(Paragraph{Kind: Fine, Spans: []Span{{w.loc.T("report.last.note"), Plain}}})
	t := Table{Heads: []string{w.loc.T("report.article"), w.loc.T("report.last.ours"), w.loc.T("report.brackets")}, Shares: []int{5, 6, 2}}
	for _, x := range w.internal.LastToObject {
		var ours []string
		for _, o := range x.Ours {
			what := w.loc.Name("stance", string(o.Stance))
			if o.Kind != "" {
				what = w.loc.T("report.last.proposal", "verb", w.loc.Isolate(o.Kind.Verb()))
			}
			ours = append(ours, w.loc.T("report.last.one", "place", w.place(o.Path), "what", what))
		}
		heading := w.headingText(x.PublicHeading)
		if heading == "" {
			heading = w.place(x.Path)
		}
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, heading), cell(Body, strings.Join(ours, "\n")), cell(Body, w.loc.Number(x.Brackets))}})
	}
	w.add(t)
}
