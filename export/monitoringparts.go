package export

import (
	"strings"

	"travaux/data"
	"travaux/data/monitor"
	"travaux/translations"
)

// figures are how many parties, obligations and reports there are.
func (w *fulfilWriter) figures() {
	f := w.f.Facts
	var rows fieldRows
	rows.add(w.loc.T("paper.field.date"), w.date(f.Day))
	rows.add(w.loc.T("monitoring.parties"), w.loc.Number(len(f.Standing.Parties())))
	rows.add(w.loc.T("monitoring.register"), w.loc.Number(len(f.Followed())))
	for _, c := range f.Cycles {
		owed, came := 0, 0
		for _, o := range f.DueReports(c) {
			if owed++; !o.Done.IsZero() {
				came++
			}
		}
		rows.add(w.title(c), w.loc.T("monitoring.cycle.state", "date", w.date(c.Due), "came", w.loc.Number(came), "owed", w.loc.Number(owed)))
	}
	w.add(rows.Fields)
}

func (w *fulfilWriter) title(c data.Cycle) string { return w.loc.Isolate(c.Title.In(w.f.Lang)) }

// chart shows how each obligation is fulfilled, in bars and in numbers.
func (w *fulfilWriter) chart() {
	w.add(Heading{1, w.loc.T("monitoring.chart")})
	followed := w.f.Facts.Followed()
	if len(followed) == 0 {
		w.add(Paragraph{Kind: Body, Spans: []Span{{w.loc.T("monitoring.register.none"), Plain}}})
		return
	}
	shown := []struct {
		grade data.Grade
		fill  Fill
	}{{data.GradeMet, FillSolid}, {data.GradePartly, FillHatched}, {data.GradeUnmet, FillHollow}}
	var c Chart
	for _, g := range shown {
		s := Series{Name: translations.Capital(w.loc.Name("grade", string(g.grade))), Fill: g.fill}
		for _, o := range followed {
			n := w.f.Facts.OfObligation(o.ID, w.latest).Grades[g.grade]
			s.Bars = append(s.Bars, Bar{Label: w.place(o), Value: n, Words: w.loc.Number(n)})
		}
		c.Series = append(c.Series, s)
	}
	w.add(c)
	t := Table{Heads: []string{w.loc.T("report.provision"), w.loc.T("monitoring.must")}, Shares: []int{3, 6}}
	for _, g := range data.Grades {
		t.Heads, t.Shares = append(t.Heads, translations.Capital(w.loc.Name("grade", string(g)))), append(t.Shares, 3)
	}
	for _, o := range followed {
		n := w.f.Facts.OfObligation(o.ID, w.latest)
		row := Row{[]Cell{cell(Body, w.place(o)), cell(Body, isolatedLines(opening(o.Must), w.loc))}}
		for _, g := range data.Grades {
			row.Cells = append(row.Cells, cell(Body, w.loc.Number(n.Grades[g])))
		}
		t.Rows = append(t.Rows, row)
	}
	w.add(t)
}

// opening is the first line of a text.
func opening(text string) string {
	first, _, more := strings.Cut(text, "\n")
	if more {
		return first + " …"
	}
	return first
}

// overdue is what is owed and has not been done, the longest first; on a party's own
// page it is not named in each row.
func (w *fulfilWriter) overdue(all []monitor.Owed, named bool) {
	w.add(Heading{1, w.loc.T("monitoring.overdue")})
	if len(all) == 0 {
		w.add(Paragraph{Kind: Body, Spans: []Span{{w.loc.T("monitoring.overdue.none"), Plain}}})
		return
	}
	t := Table{Heads: []string{w.loc.T("monitoring.party"), w.loc.T("monitoring.what-owed"), w.loc.T("monitoring.since-when")}, Shares: []int{4, 7, 4}}
	for _, o := range all {
		late := w.loc.N("monitoring.late", o.Late(w.f.Facts.Day), "date", w.date(o.Due))
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.f.Name(o.Party)), cell(Body, translations.Capital(w.owed(o))), cell(Body, translations.Capital(late))}})
	}
	if !named {
		t.Heads, t.Shares = t.Heads[1:], t.Shares[1:]
		for i := range t.Rows {
			t.Rows[i].Cells = t.Rows[i].Cells[1:]
		}
	}
	w.add(t)
}

func (w *fulfilWriter) owed(x monitor.Owed) string {
	for _, c := range w.f.Facts.Cycles {
		if c.ID == x.Cycle {
			return w.loc.T("monitoring.owed.report", "cycle", w.title(c))
		}
	}
	for _, o := range w.f.Facts.Obligations {
		if o.ID == x.Obligation {
			return w.loc.T("monitoring.what", "place", w.place(o), "must", w.loc.Isolate(opening(o.Must)))
		}
	}
	return "—"
}

// reported are the reports that a party sent.
func (w *fulfilWriter) reported(party string) {
	w.add(Heading{1, w.loc.T("monitoring.reports")})
	t := Table{Heads: []string{w.loc.T("monitoring.cycle"), w.loc.T("monitoring.received"), w.loc.T("paper.field.symbol"), w.loc.T("monitoring.report.text")}, Shares: []int{4, 3, 3, 6}}
	for _, c := range w.f.Facts.Cycles {
		for _, r := range w.f.Facts.Reports {
			if r.Cycle == c.ID && r.Party == party {
				t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.title(c)), cell(Body, w.date(r.Received)), cell(Body, w.loc.Isolate(r.Symbol)), cell(Body, isolatedLines(r.Text, w.loc))}})
			}
		}
	}
	if len(t.Rows) == 0 {
		w.add(Paragraph{Kind: Body, Spans: []Span{{w.loc.T("monitoring.reports.none"), Plain}}})
		return
	}
	w.add(t)
}

// reviews are who reviews whom, and how far that is.
func (w *fulfilWriter) reviews(all []data.Review) {
	if len(all) == 0 {
		return
	}
	w.add(Heading{1, w.loc.T("monitoring.reviews")})
	t := Table{Heads: []string{w.loc.T("monitoring.draw.under"), w.loc.T("monitoring.draw.by"), w.loc.T("monitoring.stage")}, Shares: []int{4, 6, 4}}
	for _, r := range all {
		stage := w.loc.T("monitoring.review.open")
		if s := r.Stage(); s != "" {
			stage = w.loc.Name("stage", string(s))
		}
		var names []string
		for _, by := range r.Reviewers {
			names = append(names, w.f.Name(by))
		}
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.f.Name(r.Party)), cell(Body, w.loc.List(names)), cell(Body, translations.Capital(stage))}})
	}
	w.add(t)
}

// pool lists who was drawn from.
func (w *fulfilWriter) pool(x data.Draw) Block {
	t := Table{Heads: []string{w.loc.T("monitoring.party"), w.loc.T("monitoring.draw.group")}, Shares: []int{1, 1}}
	for _, p := range x.Pool {
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.f.Name(p.Party)+" ("+p.Party+")"), cell(Body, w.f.Region(p.Region))}})
	}
	return t
}

func (w *fulfilWriter) place(o data.Obligation) string {
	path := w.f.Path(o.Provision)
	if path == "" {
		return "—"
	}
	return translations.Capital(w.loc.Cite(path))
}

func (w *fulfilWriter) graded(a data.Assessment) string {
	return w.loc.T("monitoring.graded", "grade", translations.Capital(w.loc.Name("grade", string(a.Grade))), "date", w.date(a.Day))
}

// evidence is on what an assessment rests, and what it says.
func (w *fulfilWriter) evidence(a data.Assessment) string {
	var out []string
	if a.Text != "" {
		out = append(out, isolatedLines(a.Text, w.loc))
	}
	for _, e := range a.Evidence {
		words := w.loc.Isolate(strings.TrimSpace(e.Symbol + " " + e.Pointer))
		if e.Words != "" {
			words += ": " + w.loc.Quote(w.loc.Isolate(e.Words))
		}
		out = append(out, words)
	}
	return strings.Join(out, "\n")
}

// due says when an obligation is to be fulfilled.
func (w *fulfilWriter) due(d data.Due) string {
	words := translations.Capital(w.loc.Name("due", string(d.Kind)))
	what := w.date(d.Day)
	if d.Kind != data.DueDay {
		what = DelayWords(d.Period, w.loc)
	}
	if what == "" {
		return words
	}
	return w.loc.T("monitoring.due.on", "rule", words, "what", what)
}

// sorted brings codes into the order of their names.
func (w *fulfilWriter) sorted(codes []string) []string {
	code := map[string]string{}
	var names, out []string
	for _, c := range codes {
		name := w.f.Name(c)
		code[name] = c
		names = append(names, name)
	}
	w.loc.Sort(names)
	for _, n := range names {
		out = append(out, code[n])
	}
	return out
}
