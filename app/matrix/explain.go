package matrix

import (
	"slices"
	"strconv"
	"strings"

	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/tally"
	"travaux/translations"
)

// explainer tells what stands behind a cell, down to the statements.
type explainer struct {
	*facts
	loc    *translations.Localizer
	group  string // of the rows that are counted; "": all
	blocks []textview.Block
}

// explain tells a cell of a line. The numbers of a line that counts are told by
// who they are.
func explain(f *facts, l *line, question int, group string, loc *translations.Localizer) []textview.Block {
	e := &explainer{facts: f, loc: loc, group: group}
	q := f.questions[question]
	switch l.kind {
	case lineOurs:
		e.head(l.head, q)
		e.text(loc.Name("stance", string(q.ours)))
	case lineCount:
		e.head(l.head, q)
		class := data.AttitudeSupport
		if l.code == codeOppose {
			class = data.AttitudeOppose
		}
		e.who(question, class, e.counted())
	case lineSection:
		e.head(l.head, q)
		e.section(l, question)
	default:
		e.head(l.head, q)
		e.standing(l.code, question)
	}
	e.note(loc.T("matrix.explain.all"))
	e.totals(question, e.counted())
	return e.blocks
}

func (e *explainer) add(kind textview.Kind, words, lang string, indent int) {
	e.blocks = append(e.blocks, textview.Block{ID: strconv.Itoa(len(e.blocks)), Kind: kind, Text: words, Lang: lang, Indent: indent})
}

func (e *explainer) note(words string) { e.add(textview.Note, words, e.loc.Lang(), 0) }
func (e *explainer) text(words string) { e.add(textview.Paragraph, words, e.loc.Lang(), 0) }

// head names who it is about, and what.
func (e *explainer) head(who string, q question) {
	e.add(textview.Article, who, e.loc.Lang(), 0)
	e.note(q.Words)
}

// counted are the rows of those whose views are counted, of the group.
func (e *explainer) counted() []int {
	m := maker{facts: e.facts, loc: e.loc, lang: data.Lang(e.loc.Lang())}
	return slices.DeleteFunc(m.members(e.group), func(i int) bool { return m.standsApart(i) != 0 })
}

// section tells the numbers of the rows of a section, and who they are.
func (e *explainer) section(l *line, question int) {
	m := maker{facts: e.facts, loc: e.loc, lang: data.Lang(e.loc.Lang())}
	var rows []int
	for _, i := range e.counted() {
		if m.register.Region(m.now.Rows[i].Code, m.day) == l.code {
			rows = append(rows, i)
		}
	}
	for _, class := range tally.Classes {
		if class != data.AttitudeSilent && m.number(rows, question, class) > 0 {
			e.note(page.ClassName(e.loc, class))
			e.who(question, class, rows)
		}
	}
}

// who lists those of a class among some rows.
func (e *explainer) who(question int, class data.Attitude, rows []int) {
	m := maker{facts: e.facts, loc: e.loc, lang: data.Lang(e.loc.Lang())}
	var names []string
	for _, i := range rows {
		if m.standings[i][question].Class() == class {
			names = append(names, m.name(i))
		}
	}
	if len(names) == 0 {
		e.text(e.loc.T("matrix.explain.nobody"))
		return
	}
	e.loc.Sort(names)
	e.text(strings.Join(names, "\n"))
}

// totals tell how many are of each class.
func (e *explainer) totals(question int, rows []int) {
	m := maker{facts: e.facts, loc: e.loc}
	var parts []string
	for _, class := range tally.Classes {
		if n := m.number(rows, question, class); n > 0 {
			parts = append(parts, e.loc.T("report.tally", "what", page.ClassName(e.loc, class), "n", e.loc.Number(n)))
		}
	}
	e.text(strings.Join(parts, "\n"))
}

// standing tells how somebody stands, from where he moved, and by which
// statements.
func (e *explainer) standing(key string, question int) {
	x := e.now.Columns[question].Explain(key)
	e.text(e.stands(x.Standing))
	if len(e.before.Columns) > 0 {
		if was := e.before.Columns[question].Standing(key); was.Class() != x.Class() {
			e.note(e.loc.T("matrix.explain.before", "was", page.ClassName(e.loc, was.Class())))
		}
	}
	for _, g := range x.Grounds {
		e.ground(g)
	}
}

// stands is a standing in words: how, how sure, and in whose name.
func (e *explainer) stands(s tally.Standing) string {
	parts := []string{page.ClassName(e.loc, s.Class())}
	if s.Class() != data.AttitudeSilent && !s.National {
		parts = append(parts, e.loc.T("matrix.explain.by-group"))
	}
	if s.Confidence != data.ConfidenceHeard {
		parts = append(parts, e.loc.Name("confidence", string(s.Confidence)))
	}
	return strings.Join(parts, " · ")
}

// ground tells a statement: by whom and when, what, its words, and why it does not
// decide where it does not.
func (e *explainer) ground(g tally.Ground) {
	v := g.View
	e.note(page.Speaker(e.loc, e.register, v.By) + " · " + e.loc.Time(v.Said))
	line := page.ClassName(e.loc, v.Attitude)
	if v.Confidence != data.ConfidenceHeard {
		line += " · " + e.loc.Name("confidence", string(v.Confidence))
	}
	if v.Private {
		line += " · " + e.loc.T("tally.private")
	}
	e.add(textview.Paragraph, line, e.loc.Lang(), 1)
	for _, words := range []string{v.Words, v.Proposed} {
		if words != "" {
			e.add(textview.Paragraph, words, string(v.Lang), 1)
		}
	}
	if !g.Governs() {
		e.add(textview.Note, e.loc.T("tally.reason."+string(g.Reason)), e.loc.Lang(), 1)
	}
}
