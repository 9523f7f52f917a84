package docx

import (
	"strconv"
	"strings"

	"travaux/export"
)

// entryIndent is how far the parts of an entry stand behind its label, and
// depthIndent one step of a list, in twentieths of a point.
const (
	entryIndent = 360
	depthIndent = 567
)

// block writes one block of the document.
func (w *writer) block(b export.Block) {
	switch b := b.(type) {
	case export.Letterhead:
		w.line(styleName, b.Name)
		for _, l := range b.Lines {
			w.line(styleAddress, l)
		}
		w.rule()
	case export.Title:
		w.line(styleTitle, b.Text)
		if b.Subtitle != "" {
			w.line(styleSubtitle, b.Subtitle)
		}
	case export.Fields:
		w.fields(b)
	case export.Contents:
		w.contents(b)
	case export.Heading:
		w.heading(b)
	case export.Paragraph:
		w.paragraph(styleOf(b.Kind), b.Spans)
	case export.Entry:
		w.line(styleLabel, b.Label)
		for _, p := range b.Paragraphs {
			w.indented(p)
		}
	case export.Code: // the words beside it say the same
		for _, p := range b.Paragraphs {
			w.paragraph(styleOf(p.Kind), p.Spans)
		}
	case export.Revised:
		w.revisedParagraph(b)
	case export.Table:
		w.table(b)
	case export.Grid:
		w.table(b.Table())
	case export.Chart:
		w.table(b.Table(""))
	case export.Rule:
		w.rule()
	case export.PageBreak:
		w.body.begin("w:p")
		w.body.begin("w:r")
		w.body.empty("w:br", "w:type", "page")
		w.body.end("w:r")
		w.body.end("w:p")
	}
}

func styleOf(k export.ParagraphKind) string {
	switch k {
	case export.Quotation:
		return styleQuote
	case export.Statement:
		return styleStatement
	case export.Fine:
		return styleFine
	}
	return styleBody
}

// format is what a paragraph says of itself beside its style, in the order of
// the schema.
type format struct {
	style    string
	rule     bool // a line below it
	tab      int  // a stop at the far end; 0: none
	indent   int
	keepNext bool
	end      change
	made     string // date of the change at its end
}

// open begins a paragraph.
func (w *writer) open(m *markup, f format) {
	m.begin("w:p")
	m.begin("w:pPr")
	if f.style != "" {
		m.value("w:pStyle", f.style)
	}
	if f.keepNext {
		m.empty("w:keepNext")
	}
	if f.rule {
		m.begin("w:pBdr")
		m.empty("w:bottom", "w:val", "single", "w:sz", "4", "w:space", "1", "w:color", hairline)
		m.end("w:pBdr")
	}
	if f.tab > 0 {
		m.begin("w:tabs")
		m.empty("w:tab", "w:val", "right", "w:pos", strconv.Itoa(f.tab))
		m.end("w:tabs")
	}
	if w.doc.Lang.RightToLeft() {
		m.empty("w:bidi")
	}
	if f.indent > 0 {
		m.empty("w:ind", "w:left", strconv.Itoa(f.indent))
	}
	if f.end != settled {
		m.begin("w:rPr")
		m.empty(f.end.tag(), w.stamp(f.made)...)
		m.end("w:rPr")
	}
	m.end("w:pPr")
}

func (w *writer) line(style, text string) {
	w.paragraph(style, []export.Span{{Text: text}})
}

func (w *writer) paragraph(style string, spans []export.Span) {
	w.open(&w.body, format{style: style})
	w.plain(&w.body, spans)
	w.body.end("w:p")
}

// indented writes a part of an entry behind its label.
func (w *writer) indented(p export.Paragraph) {
	w.open(&w.body, format{style: styleOf(p.Kind), indent: entryIndent})
	w.plain(&w.body, p.Spans)
	w.body.end("w:p")
}

func (w *writer) rule() {
	w.open(&w.body, format{rule: true})
	w.body.end("w:p")
}

// heading is a place that the contents lead to.
func (w *writer) heading(h export.Heading) {
	w.open(&w.body, format{style: styleHeading(h.Level)})
	w.bookmark(func() { w.plain(&w.body, []export.Span{{Text: h.Text}}) })
	w.body.end("w:p")
}

// bookmark puts the next heading of the document between its marks.
func (w *writer) bookmark(words func()) {
	w.headings++
	id := w.number()
	w.body.empty("w:bookmarkStart", "w:id", id, "w:name", bookmark(w.headings))
	words()
	w.body.empty("w:bookmarkEnd", "w:id", id)
}

func bookmark(n int) string { return "_Toc" + strconv.Itoa(n) }

// contents lists the headings with fields for their pages, which the reader's
// program works out.
func (w *writer) contents(c export.Contents) {
	w.line(styleContents, c.Heading)
	for i, h := range w.doc.Headings() {
		if h.Level > c.Depth {
			continue
		}
		m := &w.body
		w.open(m, format{style: styleEntry(h.Level), tab: w.sheet().measure()})
		m.begin("w:hyperlink", "w:anchor", bookmark(i+1))
		w.plain(m, []export.Span{{Text: h.Text + "\t"}})
		w.field(m, "PAGEREF "+bookmark(i+1), "…", "w:dirty", "true")
		m.end("w:hyperlink")
		m.end("w:p")
	}
}

// field writes a field whose value the reader's program works out: on every
// page anew, or, marked as dirty, when it opens the file.
func (w *writer) field(m *markup, instruction, value string, attributes ...string) {
	m.begin("w:fldSimple", append([]string{"w:instr", " " + instruction + " "}, attributes...)...)
	w.plain(m, []export.Span{{Text: value}})
	m.end("w:fldSimple")
}

// revisedParagraph writes a paragraph of a revised text with genuine changes,
// its end among them, and its note as a comment.
func (w *writer) revisedParagraph(r export.Revised) {
	f := format{style: styleBody, indent: r.Depth * depthIndent, end: changeOf(r.End)}
	if r.Level > 0 {
		f = format{style: styleHeading(r.Level), end: f.end}
	}
	f.made = w.date
	if blank(r.Spans) { // its end is the first that was inserted
		f.made = w.apart.next()
	}
	w.open(&w.body, f)
	words := func() { w.revised(r.Spans) }
	if len(r.Note) > 0 {
		words = func() { w.remarked(r) }
	}
	if _, listed := r.Outline(); listed {
		w.bookmark(words)
	} else {
		words()
	}
	w.body.end("w:p")
	w.apart.end(f.end)
}

// blank reports whether nothing of some spans is written.
func blank(spans []export.Span) bool {
	for _, s := range spans {
		if s.Mark&export.LeftOut != export.LeftOut && s.Text != "" {
			return false
		}
	}
	return true
}

// remarked writes the words of a paragraph within the range of a comment.
func (w *writer) remarked(r export.Revised) {
	id := w.comment(r)
	w.body.empty("w:commentRangeStart", "w:id", id)
	w.revised(r.Spans)
	w.body.empty("w:commentRangeEnd", "w:id", id)
	c := only(r)
	w.beginChange(c) // goes where its paragraph goes
	w.anchor(id)
	w.endChange(c)
}

// only tells of a paragraph that is in one version alone; its comment goes
// with it.
func only(r export.Revised) change {
	c := settled
	for i, s := range r.Spans {
		switch now := changeOf(s.Mark); {
		case s.Mark&export.LeftOut == export.LeftOut, strings.TrimSpace(s.Text) == "" && i > 0:
		case now == settled, c != settled && now != c:
			return settled
		default:
			c = now
		}
	}
	return c
}
