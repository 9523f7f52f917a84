package xlsx

import (
	"strings"
	"unicode/utf8"

	"travaux/export"
)

// add appends a row to the sheet of running text.
func (w *writer) add(cells ...cell) { w.text.rows = append(w.text.rows, row{cells: cells}) }

// across appends a row whose one cell goes over all columns.
func (w *writer) across(c cell) {
	w.text.rows = append(w.text.rows, row{cells: []cell{c}, across: true})
}

// block writes one block of the document.
func (w *writer) block(b export.Block) {
	switch b := b.(type) {
	case export.Letterhead:
		w.across(words(b.Name, look{bold: true, size: 13, colour: navy, single: true}))
		for _, l := range b.Lines {
			w.across(words(l, look{size: 9, colour: quiet, single: true}))
		}
	case export.Title:
		w.under = b.Text
		w.across(words(b.Text, lookHeading(0)))
		if b.Subtitle != "" {
			w.across(words(b.Subtitle, look{size: 13, single: true}))
		}
	case export.Fields:
		for _, f := range b.Rows {
			w.add(cell{}, words(f.Label, lookLabel), words(f.Value, look{}))
		}
	case export.Contents:
		w.across(words(b.Heading, lookHeading(2)))
		for _, h := range w.doc.Headings() {
			if h.Level <= b.Depth {
				w.add(cell{}, cell{}, words(h.Text, look{indent: h.Level - 1}))
			}
		}
	case export.Heading:
		w.under = b.Text
		w.across(words(b.Text, lookHeading(b.Level)))
	case export.Paragraph:
		w.paragraph("", b)
	case export.Entry:
		for i, p := range b.Paragraphs {
			label := ""
			if i == 0 {
				label = b.Label
			}
			w.paragraph(label, p)
		}
	case export.Code: // the words beside it say the same
		for _, p := range b.Paragraphs {
			w.paragraph("", p)
		}
	case export.Revised:
		w.revised(b)
	case export.Table:
		w.table(b)
	case export.Grid:
		w.grid(b)
	case export.Chart:
		w.chart(b)
	case export.Rule, export.PageBreak:
		w.add(cell{})
	}
}

func (w *writer) paragraph(label string, p export.Paragraph) {
	l := lookOf(p.Kind)
	l.lang = p.Lang
	w.add(cell{}, words(label, lookLabel), cell{runs: w.runs(p.Lang, p.Spans), look: l})
}

// longestLabel is how many characters the number of a paragraph has at most.
const longestLabel = 12

// revised writes a paragraph of a revised text: its number beside its words.
func (w *writer) revised(r export.Revised) {
	spans := append([]export.Span{}, r.Spans...)
	if r.End != export.Plain {
		spans = append(spans, export.Span{Text: "¶", Mark: r.End})
	}
	if r.Level > 0 {
		if h, ok := r.Outline(); ok {
			w.under = h.Text
		}
		w.across(cell{runs: w.runs("", spans), look: lookHeading(r.Level)})
	} else {
		var label cell
		if len(spans) > 0 {
			if number, rest, ok := strings.Cut(spans[0].Text, "\t"); ok && utf8.RuneCountInString(number) <= longestLabel {
				label = cell{runs: []run{{number, spans[0].Mark}}}
				spans[0].Text = rest
			}
		}
		w.add(cell{}, label, cell{runs: w.runs("", spans), look: look{indent: r.Depth}})
	}
	if len(r.Note) > 0 {
		w.add(cell{}, cell{}, cell{runs: w.runs("", r.Note), look: lookFine})
	}
}
