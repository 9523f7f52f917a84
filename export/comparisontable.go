package export

import (
	"strings"

	"travaux/data"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
)

type compareParagraph = align.Paragraph

// Widths of the columns beside one another: what happened, old, new, redline,
// note.
var (
	sharesPublic = []int{14, 27, 27, 32}
	sharesNoted  = []int{13, 22, 22, 26, 17}
)

// table has a row for every pair, in the order of the new text.
func (w *comparisonWriter) table(o TableOptions) Table {
	t := Table{
		Heads:  []string{w.loc.T("paper.compare.what"), w.loc.T("paper.compare.old"), w.loc.T("paper.compare.new"), w.loc.T("paper.compare.redline.short")},
		Shares: sharesPublic,
	}
	if w.c.Notes != nil {
		t.Heads, t.Shares = append(t.Heads, w.loc.T("paper.compare.note")), sharesNoted
	}
	rows := tableRows{w: w, whole: o.Whole, under: -1, lines: linesOf(w.c)}
	for n, l := range w.c.Lines {
		rows.line(n, l)
	}
	rows.fold()
	t.Rows = rows.rows
	return t
}

// linesOf lists the lines of every pair.
func linesOf(c Comparison) [][]compare.Line {
	out := make([][]compare.Line, len(c.Pairs))
	for _, l := range c.Lines {
		out[l.Pair] = append(out[l.Pair], l)
	}
	return out
}

// tableRows makes the rows one after another.
type tableRows struct {
	w         *comparisonWriter
	whole     bool
	lines     [][]compare.Line // of every pair
	rows      []Row
	done      map[int]bool // pairs that have their row
	under     int          // heading in the new text that the last row stands under
	unchanged []int        // new paragraphs waiting to be folded
}

// line gives a pair its row at the first of its lines that stands in the new
// text, or at its only one; where words stood that moved, a row says so.
func (t *tableRows) line(n int, l compare.Line) {
	pair := t.w.c.Pairs[l.Pair]
	switch {
	case l.Gone() && l.Other >= 0:
		t.fold()
		away := t.w.loc.T("paper.compare.moved-to", "from", t.w.place(true, l.Old), "to", t.w.place(false, t.w.c.Lines[l.Other].New))
		t.rows = append(t.rows, Row{[]Cell{{{Kind: Fine, Spans: []Span{{away, Plain}}}}}})
		return
	case t.done[l.Pair]:
		return
	}
	if t.done == nil {
		t.done = map[int]bool{}
	}
	t.done[l.Pair] = true
	if !t.whole && pair.Kind == data.PairUnchanged && t.note(l.Pair) == "" {
		t.unchanged = append(t.unchanged, l.New)
		return
	}
	t.fold()
	if l.New >= 0 {
		t.heading(l.New)
	}
	row := Row{[]Cell{t.w.what(pair), cellOf(t.w.c.Old, pair.Old), cellOf(t.w.c.New, pair.New), t.redline(l.Pair)}}
	if t.w.c.Notes != nil {
		row.Cells = append(row.Cells, Cell(paragraphs(Body, t.note(l.Pair))))
	}
	t.rows = append(t.rows, row)
}

func (t *tableRows) note(pair int) string {
	if pair < len(t.w.c.Notes) {
		return t.w.c.Notes[pair]
	}
	return ""
}

// fold says of the unchanged paragraphs before a row only which they are.
func (t *tableRows) fold() {
	for len(t.unchanged) > 0 {
		n := 1
		for n < len(t.unchanged) && t.unchanged[n] == t.unchanged[n-1]+1 {
			n++
		}
		text := t.unchangedWords(t.unchanged[0], t.unchanged[n-1])
		t.rows = append(t.rows, Row{[]Cell{{{Kind: Fine, Spans: []Span{{text, Plain}}}}}})
		t.unchanged = t.unchanged[n:]
	}
}

// unchangedWords says which paragraphs are unchanged: as they are cited, else
// by counting.
func (t *tableRows) unchangedWords(first, last int) string {
	loc := t.w.loc
	cited := last < len(t.w.c.NewNames) && t.w.c.NewNames[first] != "" && t.w.c.NewNames[last] != ""
	switch {
	case cited && first == last:
		return loc.T("paper.compare.unchanged.cited", "name", t.w.c.NewNames[first])
	case cited:
		return loc.T("paper.compare.unchanged.range", "first", t.w.c.NewNames[first], "last", t.w.c.NewNames[last])
	case first == last:
		return loc.T("paper.compare.unchanged.one", "n", loc.Number(first+1))
	}
	return loc.T("paper.compare.unchanged", "first", loc.Number(first+1), "last", loc.Number(last+1))
}

// heading names the article that the next row stands in, where the row itself
// is not its heading and none above it was.
func (t *tableRows) heading(i int) {
	side := t.w.c.New
	under := i
	for steps := 0; under >= 0 && under < len(side) && !isContainer(side[under].Kind) && steps <= len(side); steps++ {
		under = side[under].Parent
	}
	if under == t.under || under < 0 || under >= len(side) {
		return
	}
	t.under = under
	if under != i {
		text := strings.Join(strings.Fields(strings.Join(Paragraphs(side[under : under+1])[:1], "")), " ")
		t.rows = append(t.rows, Row{[]Cell{{{Kind: Body, Spans: []Span{{text, Strong}}}}}})
	}
}

// what says what became of the paragraphs of a pair, and which they are.
func (w *comparisonWriter) what(p align.Pair) Cell {
	cell := Cell{{Kind: Body, Spans: []Span{{w.loc.Name("pair-kind", string(p.Kind)), Strong}}}}
	say := func(text string) { cell = append(cell, Paragraph{Kind: Fine, Spans: []Span{{text, Plain}}}) }
	if len(p.Old) > 0 {
		say(w.places("paper.compare.places.old", true, p.Old))
	}
	if len(p.New) > 0 {
		say(w.places("paper.compare.places.new", false, p.New))
	}
	if p.Doubtful {
		say(w.loc.T("paper.compare.doubtful"))
	}
	return cell
}

func (w *comparisonWriter) places(id string, old bool, at []int) string {
	names := make([]string, len(at))
	for n, i := range at {
		names[n] = w.place(old, i)
	}
	return w.loc.T(id, "places", w.loc.List(names))
}

// cellOf is the text of some paragraphs of one version.
func cellOf(side []compareParagraph, at []int) Cell {
	var cell Cell
	for _, i := range at {
		for _, text := range Paragraphs(side[i : i+1]) {
			cell = append(cell, split(Quotation, []Span{{strings.ReplaceAll(text, "\t", " "), Plain}})...)
		}
	}
	return cell
}

// redline shows the changes of a pair. Where words stood that moved is a row of
// its own.
func (t *tableRows) redline(pair int) Cell {
	var cell Cell
	for _, l := range t.lines[pair] {
		if l.Gone() && l.Other >= 0 {
			continue
		}
		d := drawn{c: t.w.c, l: l}
		for _, part := range d.parts() {
			for i := range part.spans {
				part.spans[i].Text = strings.ReplaceAll(part.spans[i].Text, "\t", " ")
			}
			cell = append(cell, split(Quotation, part.spans)...)
		}
	}
	return cell
}
