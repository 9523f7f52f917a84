package export

import (
	"strings"

	"travaux/data"
	"travaux/data/clause"
	"travaux/data/mechanism"
	"travaux/translations"
)

// Coverage is what a draft convention provides, for a paper. It holds no reasons of
// ours, so that it can be shown to anybody.
type Coverage struct {
	Lang                                data.Lang
	Title, State, Body, Session, Symbol string
	Letterhead                          []string
	Date                                data.Date
	Standings                           []mechanism.Standing
	Paths                               map[data.ID]string // of the provisions that are named
	Beside                              []Beside           // treaties whose parameters stand beside those of the draft
}

// Beside is another treaty, as far as its clauses are compared.
type Beside struct {
	Name   string
	Params map[string][]clause.Param // by the name of the requirement
}

// mostBeside is how many treaties have room on a page beside the draft.
const mostBeside = 4

// CoveragePaper is the checklist of a draft: what is missing first, then what is
// provided where, with its parameters, then these beside other treaties.
func CoveragePaper(c Coverage, loc *translations.Localizer) Document {
	w := coverageWriter{writer{loc: loc}, &c}
	w.cover()
	w.missing()
	w.provided()
	w.beside()
	title := loc.T("coverage.paper.title")
	return Document{
		Lang: c.Lang, Title: loc.T("paper.file.title", "paper", title, "instrument", c.Title), Subject: c.Title, Author: c.State,
		RunningHead: title, Date: c.Date, Blocks: w.blocks,
	}
}

type coverageWriter struct {
	writer
	c *Coverage
}

func (w *coverageWriter) cover() {
	if w.c.State != "" {
		w.add(Letterhead{w.c.State, w.c.Letterhead})
	}
	w.add(Title{w.loc.T("coverage.paper.title"), w.c.Title})
	var f fieldRows
	f.add(w.loc.T("paper.field.body"), w.c.Body)
	f.add(w.loc.T("paper.field.session"), w.c.Session)
	f.add(w.loc.T("paper.field.symbol"), w.loc.Isolate(w.c.Symbol))
	f.add(w.loc.T("paper.field.date"), w.date(w.c.Date))
	w.add(f.Fields)
	w.add(Paragraph{Kind: Body, Spans: []Span{{CoverageTally(w.c.Standings, w.loc), Strong}}})
	w.add(Paragraph{Kind: Fine, Spans: []Span{{w.loc.T("coverage.paper.note"), Plain}}})
}

// CoverageTally says in one line how many requirements are met, and how many
// essential ones are not.
func CoverageTally(all []mechanism.Standing, loc *translations.Localizer) string {
	covered, lacking := 0, 0
	for _, s := range all {
		switch {
		case s.Lacks():
			lacking++
		case s.State() != mechanism.StateMissing && s.State() != mechanism.StateNeedless:
			covered++
		}
	}
	words := loc.T("coverage.whole")
	if lacking > 0 {
		words = loc.N("coverage.lacking", lacking)
	}
	return words + " · " + loc.T("coverage.tally", "covered", loc.Number(covered), "all", loc.Number(len(all)))
}

// missing is a table of what no provision covers.
func (w *coverageWriter) missing() {
	t := Table{Heads: []string{w.loc.T("coverage.paper.element"), w.loc.T("coverage.paper.part"), w.loc.T("coverage.paper.weight")}, Shares: []int{5, 5, 3}}
	for _, s := range mechanism.ByNeed(w.c.Standings) {
		if s.State() != mechanism.StateMissing && s.State() != mechanism.StateNeedless {
			continue
		}
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.loc.T("requirement."+s.Name)), cell(Body, w.loc.T("coverage.group."+string(s.Group))), cell(Body, w.need(s))}})
	}
	if len(t.Rows) > 0 {
		w.add(Heading{1, w.loc.T("coverage.paper.missing")}, t)
	}
}

func (w *coverageWriter) need(s mechanism.Standing) string {
	switch {
	case s.State() == mechanism.StateNeedless:
		return w.loc.T("coverage.state.needless")
	case s.Essential:
		return w.loc.T("coverage.paper.essential")
	}
	return w.loc.T("coverage.paper.usual")
}

// provided is a table of what is covered where, by groups.
func (w *coverageWriter) provided() {
	t := Table{Heads: []string{w.loc.T("coverage.paper.element"), w.loc.T("coverage.paper.provision"), w.loc.T("coverage.paper.parameters")}, Shares: []int{5, 5, 8}}
	for _, group := range mechanism.Groups {
		var rows []Row
		for _, s := range w.c.Standings {
			if s.Group == group && len(s.Places) > 0 {
				rows = append(rows, Row{[]Cell{cell(Body, w.loc.T("requirement."+s.Name)), cell(Body, w.places(s)), cell(Body, ParamsWords(s.Params, w.loc))}})
			}
		}
		if len(rows) > 0 {
			t.Rows = append(t.Rows, Row{[]Cell{{Paragraph{Kind: Body, Spans: []Span{{w.loc.T("coverage.group." + string(group)), Strong}}}}}})
			t.Rows = append(t.Rows, rows...)
		}
	}
	if len(t.Rows) > 0 {
		w.add(Heading{1, w.loc.T("coverage.paper.provided")}, t)
	}
}

func (w *coverageWriter) places(s mechanism.Standing) string {
	var out []string
	for _, p := range s.Places {
		if path := w.c.Paths[p.At]; path != "" {
			out = append(out, Cite(data.PublicLine{Path: path}, w.loc))
		}
	}
	return strings.Join(out, " · ")
}

// params stand below one another in a narrow column.
func (w *coverageWriter) params(all []clause.Param) Cell {
	return cell(Body, strings.Join(eachParam(all, w.loc), "\n"))
}

// beside is a table of the parameters of the draft and those of other treaties.
func (w *coverageWriter) beside() {
	treaties := w.c.Beside[:min(len(w.c.Beside), mostBeside)]
	if len(treaties) == 0 {
		return
	}
	t := Table{Heads: []string{w.loc.T("coverage.paper.element"), w.loc.T("coverage.here")}, Shares: []int{5, 5}}
	for _, b := range treaties {
		t.Heads, t.Shares = append(t.Heads, b.Name), append(t.Shares, 5)
	}
	for _, s := range w.c.Standings {
		row := Row{[]Cell{cell(Body, w.loc.T("requirement."+s.Name)), w.params(s.Params)}}
		said := len(s.Params) > 0
		for _, b := range treaties {
			said = said || len(b.Params[s.Name]) > 0
			row.Cells = append(row.Cells, w.params(b.Params[s.Name]))
		}
		if said {
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) > 0 {
		w.add(Heading{1, w.loc.T("coverage.paper.beside")}, t)
	}
}
