package pdf

import (
	"strings"

	"travaux/export"
	"travaux/translations/typeset"
)

// Distances within a table: between columns, and above and below the rows.
const (
	columnGap = 11.0
	rowGap    = 3.5
)

// column is where a column begins, counted from the start side, and its width.
type column struct{ start, width float64 }

// columns divide the measure by shares.
func (c *composer) columns(t export.Table) []column {
	sum := 0
	share := func(i int) int {
		if i < len(t.Shares) && t.Shares[i] > 0 {
			return t.Shares[i]
		}
		return 1
	}
	for i := range t.Heads {
		sum += share(i)
	}
	out := make([]column, len(t.Heads))
	room, start := c.sheet.measure()-columnGap*float64(len(t.Heads)-1), 0.0
	for i := range out {
		out[i] = column{start, room * float64(share(i)) / float64(sum)}
		start += out[i].width + columnGap
	}
	return out
}

// table sets rows between hairlines. All lines are on the same grid, so that a
// row breaks over pages wherever its lines do; the head is above it again.
func (c *composer) table(t export.Table) {
	if len(t.Heads) == 0 {
		return
	}
	columns := c.columns(t)
	table := c.root.add("Table")
	head := c.tableHead(t, columns, table)
	for i, r := range t.Rows {
		first := len(c.bands)
		if len(r.Cells) == 1 && len(columns) > 1 {
			c.wideRow(r.Cells[0], table.add("TR").add("TD"))
		} else {
			c.row(r, columns, table.add("TR"))
		}
		if r.Leads() || lonely(t, i, len(c.bands)-first-1) {
			c.keepFrom(first)
		}
		for i := first; i < len(c.bands); i++ {
			c.bands[i].under = head
		}
	}
	c.space = 14
}

// lonely tells whether the nth row, of so many lines, or the one after it would be all that
// a page has of a table if it ended between them: a first line, or the last row.
func lonely(t export.Table, n, lines int) bool {
	first, left := n == 0 && lines == 1 && len(t.Rows[n].Cells) > 1, len(t.Rows)-n-1
	return left > 0 && first || left == 1 && lines < fewLines
}

// tableHead sets the head, and returns it as it stands on later pages, where
// it is not spoken again.
func (c *composer) tableHead(t export.Table, columns []column, table *element) *tableHead {
	tr := table.add("TR")
	cells := make([][]cellLine, len(columns))
	for i, text := range t.Heads {
		th := tr.add("TH")
		th.scope = "Column"
		s := styleCellFine
		s.bold = true
		p := c.set(text, s, columns[i].width, typeset.Start)
		th.speak(p)
		cells[i] = linesOf(p, th)
	}
	first := len(c.bands)
	c.grid(cells, columns)
	c.rule(rowGap, rowGap, 0.8, navy)
	c.keepFrom(first)
	c.space = 0
	head := &tableHead{again(c.bands[first:])}
	head.bands[0].before = 0
	return head
}

// again are bands as they stand on a later page, where they are not spoken.
func again(bands []band) (out []band) {
	for _, b := range bands {
		later := band{before: b.before, height: b.height}
		for _, it := range b.items {
			it.element = nil
			later.items = append(later.items, it)
		}
		out = append(out, later)
	}
	return out
}

// cellLine is a line of a cell.
type cellLine struct {
	para    *paragraph
	line    int
	element *element
}

func linesOf(p *paragraph, e *element) []cellLine {
	out := make([]cellLine, len(p.layout.Lines))
	for i := range out {
		out[i] = cellLine{p, i, e}
	}
	return out
}

// cell sets the paragraphs of a cell one under the other.
func (c *composer) cell(cell export.Cell, width float64, td *element) []cellLine {
	var out []cellLine
	for _, p := range cell {
		s := styleCell
		if p.Kind == export.Fine {
			s = styleCellFine
		}
		set := c.setSpans(p.Lang, p.Spans, s, width, typeset.Start)
		e := td.add("P")
		e.speak(set)
		set.annotate(e)
		out = append(out, linesOf(set, e)...)
	}
	return out
}

// row sets a row of one cell for every column.
func (c *composer) row(r export.Row, columns []column, tr *element) {
	cells := make([][]cellLine, len(columns))
	for i, col := range columns {
		td := tr.add("TD")
		if i < len(r.Cells) {
			cells[i] = c.cell(r.Cells[i], col.width, td)
		}
	}
	first := len(c.bands)
	c.grid(cells, columns)
	c.endRow(first)
}

// wideRow sets a row of one cell over all columns.
func (c *composer) wideRow(cell export.Cell, td *element) {
	all := []column{{0, c.sheet.measure()}}
	first := len(c.bands)
	c.grid([][]cellLine{c.cell(cell, all[0].width, td)}, all)
	c.endRow(first)
}

// grid adds bands with the nth line of every column in the nth.
func (c *composer) grid(cells [][]cellLine, columns []column) {
	lines, lead, base := 1, leadingOf(styleCell, c.doc.Lang), baselineOf(styleCell, c.doc.Lang)
	for _, cell := range cells {
		lines = max(lines, len(cell))
		for _, l := range cell { // a cell may be in another language
			lead, base = max(lead, leadingOf(styleCell, l.para.lang)), max(base, baselineOf(styleCell, l.para.lang))
		}
	}
	for n := range lines {
		b := band{height: lead, keep: n == 0 || n >= lines-2}
		if n == 0 {
			b.before, c.space = c.space, 0
		}
		for i, cell := range cells {
			if n < len(cell) {
				l := cell[n]
				b.items = append(b.items, c.textItem(l.para, l.line, c.left(columns[i].start, columns[i].width), base, l.element))
				b.notes = append(b.notes, l.para.notesOn(l.line)...)
			}
		}
		c.bands = append(c.bands, b)
	}
}

// fewLines is how many lines a row may have that is never divided.
const fewLines = 6

// endRow closes a row with a line that stays with its last words.
func (c *composer) endRow(first int) {
	if len(c.bands)-first <= fewLines {
		c.keepFrom(first)
	}
	c.rule(rowGap, 0, 0.4, hairline)
	c.bands[len(c.bands)-1].keep = false
	c.space = rowGap
}

// revised sets a paragraph of a revised text with both versions in it; h is its
// place in the outline, if it is a heading there.
func (c *composer) revised(r export.Revised, h *heading) {
	s := styleBody
	role := name("P")
	before, after := c.space, 6.0
	if r.Level > 0 {
		s, before, after = styleHeading(r.Level)
		s.colour = ink
		role = headingRole(r.Level)
	}
	start := depthStep * float64(r.Depth)
	width := c.sheet.measure() - start
	if c.headed { // a title below its article's number
		before = after
	}
	c.headed = r.Level > 0
	c.space = max(c.space, before)
	first := len(c.bands)
	e := c.root.add(role)
	spoken := &paragraph{lang: c.doc.Lang}
	for _, line := range brokenLines(r) {
		set := c.setSpans("", line, s, width, align(s))
		spoken.text = append(append(spoken.text, []rune(set.words())...), '\n')
		c.lines(set, start, width, e)
	}
	e.speak(spoken)
	if h != nil {
		c.bands[first].heading = h
	}
	if r.Level > 0 {
		c.keepFrom(first)
	}
	c.space = after
	if len(r.Note) > 0 {
		c.bands[len(c.bands)-1].keep = true
		c.space = 1
		note := append(append([]export.Span{{Text: "["}}, r.Note...), export.Span{Text: "]"})
		set := c.setSpans("", note, styleFine, width, typeset.Start)
		n := c.root.add("Note")
		n.speak(set)
		c.lines(set, start, width, n)
		c.space = 6
	}
}

// depthStep is one step of a list in points.
const depthStep = 20.0

// breakSign shows a paragraph break that came or went by itself.
const breakSign = "¶"

// brokenLines are the spans of a paragraph, divided at its line breaks, with a
// sign where only the break at its end is new or gone. Its tabs are spaces.
func brokenLines(r export.Revised) [][]export.Span {
	lines := [][]export.Span{nil}
	kept := false
	for _, s := range r.Spans {
		kept = kept || s.Mark&export.LeftOut == 0 && strings.TrimSpace(s.Text) != ""
		for i, piece := range strings.Split(s.Text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			if piece != "" {
				last := len(lines) - 1
				lines[last] = append(lines[last], export.Span{Text: piece, Mark: s.Mark})
			}
		}
	}
	if kept && r.End != export.Plain {
		last := len(lines) - 1
		lines[last] = append(lines[last], export.Span{Text: breakSign, Mark: r.End})
	}
	return lines
}
