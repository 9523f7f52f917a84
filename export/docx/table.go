package docx

import (
	"strconv"
	"unicode/utf8"

	"travaux/data"
	"travaux/export"
)

// tableFrame opens a table of columns so wide; in Arabic they follow one
// another from the right.
func (w *writer) tableFrame(widths []int, style string) {
	m := &w.body
	sum := 0
	for _, width := range widths {
		sum += width
	}
	m.begin("w:tbl")
	m.begin("w:tblPr")
	m.value("w:tblStyle", style)
	if w.doc.Lang.RightToLeft() {
		m.empty("w:bidiVisual")
	}
	m.empty("w:tblW", "w:w", strconv.Itoa(sum), "w:type", "dxa")
	m.empty("w:tblLayout", "w:type", "fixed")
	m.end("w:tblPr")
	m.begin("w:tblGrid")
	for _, width := range widths {
		m.empty("w:gridCol", "w:w", strconv.Itoa(width))
	}
	m.end("w:tblGrid")
}

// closeTable ends a table. Word wants a paragraph after it; this one takes no
// room.
func (w *writer) closeTable() {
	w.body.end("w:tbl")
	w.open(&w.body, format{style: styleRemark})
	w.body.end("w:p")
}

// cell begins a cell that is so wide and goes over so many columns.
func (w *writer) cell(width, columns int) {
	m := &w.body
	m.begin("w:tc")
	m.begin("w:tcPr")
	m.empty("w:tcW", "w:w", strconv.Itoa(width), "w:type", "dxa")
	if columns > 1 {
		m.value("w:gridSpan", strconv.Itoa(columns))
	}
	m.end("w:tcPr")
}

func (w *writer) fields(f export.Fields) {
	if len(f.Rows) == 0 {
		return
	}
	measure := w.measure()
	widths := []int{measure / 4, measure - measure/4}
	w.tableFrame(widths, styleFields)
	for _, row := range f.Rows {
		w.body.begin("w:tr")
		w.cell(widths[0], 1)
		w.line(styleField, row.Label)
		w.body.end("w:tc")
		w.cell(widths[1], 1)
		w.line("", row.Value)
		w.body.end("w:tc")
		w.body.end("w:tr")
	}
	w.closeTable()
}

// table writes a table whose head stands again on every page.
func (w *writer) table(t export.Table) {
	if len(t.Heads) == 0 {
		return
	}
	widths := shareOut(w.measure(), t.Shares, len(t.Heads))
	w.tableFrame(widths, styleTable)
	m := &w.body
	m.begin("w:tr")
	m.begin("w:trPr")
	m.empty("w:cantSplit")
	m.empty("w:tblHeader")
	m.end("w:trPr")
	for i, head := range t.Heads {
		w.cell(widths[i], 1)
		w.line(styleHead, head)
		m.end("w:tc")
	}
	m.end("w:tr")
	for i, r := range t.Rows {
		w.row(r, widths, i+1 < len(t.Rows) && (i == 0 || i == len(t.Rows)-2))
	}
	w.closeTable()
}

// row writes a row; a short one is never divided, and a heading stays with the row below.
// A page would have no more of the table than the first row, or the last, were it divided
// at an end: it is not if the row there is short.
func (w *writer) row(r export.Row, widths []int, end bool) {
	usual, spans := styleCell, 1
	switch {
	case len(r.Cells) == 1 && len(widths) > 1:
		usual, spans = styleGroup, len(widths)
		sum := 0
		for _, width := range widths {
			sum += width
		}
		widths = []int{sum}
	case r.Leads():
		usual = styleGroup
	}
	w.body.begin("w:tr")
	short := w.short(r, widths)
	if short {
		w.body.begin("w:trPr")
		w.body.empty("w:cantSplit")
		w.body.end("w:trPr")
	}
	for i, width := range widths {
		w.cell(width, spans)
		var content export.Cell
		if i < len(r.Cells) {
			content = r.Cells[i]
		}
		w.cellContent(content, usual, end && short)
	}
	w.body.end("w:tr")
}

// fewLines is about how many lines a row may have that is never divided, letterWidth what
// a letter in it takes, in twentieths of a point; a Chinese one takes twice as much.
const (
	fewLines    = 10
	letterWidth = 90
)

// short reports whether a row has few lines, as far as can be told from its letters.
func (w *writer) short(r export.Row, widths []int) bool {
	letter := w.scaled(letterWidth)
	if w.doc.Lang == data.Chinese {
		letter *= 2
	}
	for i, c := range r.Cells {
		lines := 0
		for _, p := range c {
			letters := 0
			for _, s := range p.Spans {
				letters += utf8.RuneCountInString(s.Text)
			}
			lines += 1 + letters*letter/widths[min(i, len(widths)-1)]
		}
		if lines > fewLines {
			return false
		}
	}
	return true
}

// cellContent writes the paragraphs of a cell, of which there is at least one, in the
// usual style of its row, and ends the cell. They may keep the row with the one below.
func (w *writer) cellContent(c export.Cell, usual string, leads bool) {
	for _, p := range c {
		style := usual
		if p.Kind == export.Fine {
			style = styleRemark
		}
		w.formatted(format{style: style, lang: p.Lang, leads: leads}, p.Spans)
	}
	if len(c) == 0 {
		w.line(styleCell, "")
	}
	w.body.end("w:tc")
}

// shareOut divides a measure by shares; columns without one are as wide as one
// another.
func shareOut(measure int, shares []int, columns int) []int {
	sum := 0
	for i := range columns {
		sum += share(shares, i)
	}
	widths := make([]int, columns)
	rest := measure
	for i := range widths {
		widths[i] = measure * share(shares, i) / sum
		rest -= widths[i]
	}
	widths[columns-1] += rest
	return widths
}

func share(shares []int, i int) int {
	if i < len(shares) && shares[i] > 0 {
		return shares[i]
	}
	return 1
}
