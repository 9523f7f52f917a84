package docx

import (
	"strconv"
	"strings"

	"travaux/data"
	"travaux/export"
)

// entryIndent is how far the parts of an entry stand behind its label, and
// depthIndent one step of a list, in twentieths of a point.
const (
	entryIndent = 480
	depthIndent = 567
)

// block writes the nth block of the document.
func (w *writer) block(n int) {
	switch b := w.doc.Blocks[n].(type) {
	case export.Letterhead:
		w.logo(b.Name)
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
		w.paragraph(styleOf(b.Kind), b)
	case export.Entry:
		w.entry(b, w.doc.ListEnds(n+1))
	case export.Code: // the words beside it say the same
		for _, p := range b.Paragraphs {
			w.paragraph(styleOf(p.Kind), p)
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
		w.pageBreak(b)
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
	case export.Spoken:
		return styleSpoken
	case export.Signature:
		return styleSigned
	}
	return styleBody
}

// format is what a paragraph says of itself beside its style, in the order of
// the schema.
type format struct {
	style  string
	lang   data.Lang // of its words; "": that of the document
	stops  []int     // at the far end, beside those of the style; less than 0: not there
	indent int
	leads  bool // it stays with the next
	end    change
	made   string // date of the change at its end
}

// open begins a paragraph.
func (w *writer) open(m *markup, f format) {
	if w.lang = f.lang; w.lang == "" {
		w.lang = w.doc.Lang
	}
	m.begin("w:p")
	m.begin("w:pPr")
	if f.style != "" {
		m.value("w:pStyle", f.style)
	}
	if f.leads {
		m.empty("w:keepNext")
	}
	if w.newPage && m == &w.body {
		m.empty("w:pageBreakBefore")
		w.newPage = false
	}
	if other := w.lang.RightToLeft() != w.doc.Lang.RightToLeft(); other && f.style == styleQuote {
		bar(m, w.lang.RightToLeft(), true)
	}
	if len(f.stops) > 0 {
		m.begin("w:tabs")
		for _, at := range f.stops {
			kind := "right"
			if at < 0 {
				kind, at = "clear", -at
			}
			m.empty("w:tab", "w:val", kind, "w:pos", strconv.Itoa(at))
		}
		m.end("w:tabs")
	}
	if w.lang.RightToLeft() {
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
	if m == &w.body {
		w.seam = m.Len()
	}
	m.end("w:pPr")
}

func (w *writer) line(style, text string) {
	w.paragraph(style, export.Paragraph{Spans: []export.Span{{Text: text}}})
}

func (w *writer) paragraph(style string, p export.Paragraph) {
	w.formatted(format{style: style, lang: p.Lang}, p.Spans)
}

func (w *writer) formatted(f format, spans []export.Span) {
	w.open(&w.body, f)
	w.plain(&w.body, spans)
	w.body.end("w:p")
}

// entry writes a label above its words, a number before them. It may lead to the last
// entry of a list, which would stand alone on a page without it.
func (w *writer) entry(e export.Entry, leads bool) {
	numbered := e.Numbered() && len(e.Paragraphs) > 0
	if !numbered {
		w.line(styleLabel, e.Label)
	}
	for i, p := range e.Paragraphs {
		f := format{style: styleBehind(p.Kind), lang: p.Lang, leads: e.Leads(i) || leads && i == len(e.Paragraphs)-1}
		if i == 0 && numbered {
			p.Spans = append([]export.Span{{Text: e.Label + "\t"}}, p.Spans...)
			if f.style = styleNumbered; p.Kind == export.Spoken {
				f.style = styleTimed
			}
		}
		w.formatted(f, p.Spans)
	}
}

// styleBehind is the style of a part of an entry, behind its label.
func styleBehind(k export.ParagraphKind) string {
	switch k {
	case export.Body, export.Names:
		return styleBodyIn
	case export.Fine:
		return styleFineIn
	case export.Statement:
		return styleStatementIn
	}
	return styleOf(k)
}

func (w *writer) rule() {
	w.line(styleRule, "")
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
		f := format{style: styleEntry(h.Level)}
		if w.landscape != w.doc.Landscape {
			f.stops = []int{-w.sheet(w.doc.Landscape).measure(), w.measure()}
		}
		w.open(m, f)
		m.begin("w:hyperlink", "w:anchor", bookmark(i+1))
		w.plain(m, []export.Span{{Text: h.Text + "\t"}})
		w.field(m, "PAGEREF "+bookmark(i+1), "…", "w:dirty", "true")
		m.end("w:hyperlink")
		m.end("w:p")
	}
}

// field writes a field whose value the reader's program works out, when it opens the
// file if it is marked as dirty.
func (w *writer) field(m *markup, instruction, value string, attributes ...string) {
	m.begin("w:fldSimple", append([]string{"w:instr", " " + instruction + " "}, attributes...)...)
	w.plain(m, []export.Span{{Text: value}})
	m.end("w:fldSimple")
}

// revisedParagraph writes a paragraph of a revised text with genuine changes,
// its end among them, and its note as a comment.
func (w *writer) revisedParagraph(r export.Revised) {
	f := format{style: styleStep(r.Depth), end: changeOf(r.End)}
	if r.Depth > steps {
		f.indent = w.scaled(r.Depth * depthIndent)
	}
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
		case s.Mark&export.LeftOut == export.LeftOut, s.Mark&export.Footnote != 0, strings.TrimSpace(s.Text) == "" && i > 0:
		case now == settled, c != settled && now != c:
			return settled
		default:
			c = now
		}
	}
	return c
}
