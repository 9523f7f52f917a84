package html

import (
	"strconv"

	"travaux/export"
)

// block writes one block of the document.
func (w *writer) block(b export.Block) {
	switch b := b.(type) {
	case export.Letterhead:
		w.letterhead(b)
	case export.Title:
		w.line("h1", b.Text, "style", w.look.title())
		if b.Subtitle != "" {
			w.line("p", b.Subtitle, "style", w.look.subtitle())
		}
	case export.Fields:
		w.fields(b)
	case export.Contents:
		w.contents(b)
	case export.Heading:
		w.heading(b.Level, func() { w.lines(b.Text) })
	case export.Paragraph:
		w.paragraph(b)
	case export.Entry:
		w.entry(b)
	case export.Code: // the words beside it say the same
		for _, p := range b.Paragraphs {
			w.paragraph(p)
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
		w.empty("hr", "style", styleRule)
		w.WriteByte('\n')
	}
}

func (w *writer) letterhead(l export.Letterhead) {
	w.picture(w.doc.Look.Logo)
	if l.Name != "" {
		w.line("p", l.Name, "style", "margin-top:0;margin-bottom:0;text-align:center;font-weight:bold;font-size:"+w.look.points(1.3)+";color:"+navy)
	}
	for _, line := range l.Lines {
		w.line("p", line, "dir", "auto", "style", "margin-top:0;margin-bottom:0;text-align:center;font-size:"+w.look.points(0.85)+";color:"+quiet)
	}
	w.empty("hr", "style", styleRule)
	w.WriteByte('\n')
}

// fields are a table whose rows have heads.
func (w *writer) fields(f export.Fields) {
	if len(f.Rows) == 0 {
		return
	}
	w.begin("table", "style", "border-collapse:collapse;margin-top:10px;margin-bottom:14px")
	w.begin("tbody")
	w.WriteByte('\n')
	for _, r := range f.Rows {
		w.begin("tr")
		plain := "padding:2px 0;vertical-align:top;text-align:" + w.look.start
		end := "right"
		if w.look.start == "right" {
			end = "left"
		}
		w.begin("th", "scope", "row", "style", plain+";padding-"+end+":18px;font-weight:normal;color:"+quiet)
		w.lines(r.Label)
		w.end("th")
		w.begin("td", "style", plain)
		w.lines(r.Value)
		w.end("td")
		w.end("tr")
		w.WriteByte('\n')
	}
	w.end("tbody")
	w.end("table")
	w.WriteByte('\n')
}

// entry puts a label above its words, and a number before them, which stands out where
// lines run from the left: some programs would put it beside the page on the right.
func (w *writer) entry(e export.Entry) {
	if !e.Numbered() || len(e.Paragraphs) == 0 {
		if e.Label != "" {
			w.line("p", e.Label, "style", w.look.label())
		}
		for _, p := range e.Paragraphs {
			w.paragraph(p)
		}
		return
	}
	for i, p := range e.Paragraphs {
		in := w.look.behindNumber(p.Kind)
		style := ";margin-" + w.look.start + ":" + in
		if i == 0 {
			p.Spans = append([]export.Span{{Text: e.Label + "\u00a0 "}}, p.Spans...)
			style += ";text-indent:-" + in
			if w.look.start == "right" {
				style = ""
			}
		}
		w.styled(p, style)
	}
}

func (w *writer) paragraph(p export.Paragraph) { w.styled(p, "") }

// styled writes a paragraph that looks like others of its kind, but for what is added.
func (w *writer) styled(p export.Paragraph, add string) {
	l := w.look
	if p.Lang != "" && p.Lang != w.doc.Lang {
		doc := w.doc
		doc.Lang = p.Lang
		l = lookOf(doc)
	}
	style := l.paragraph(p.Kind) + add
	if l.lang != w.look.lang {
		style += ";font-family:" + fonts(l.face, l.lang) + ";text-align:" + l.start
	}
	w.begin("p", append(w.language(p.Lang, false), "style", style)...)
	w.words(p)
	w.end("p")
	w.WriteByte('\n')
}

// depthIndent is one step of a list, in pixels.
const depthIndent = 28

// breakSign shows the break after a paragraph that only one version has.
const breakSign = "¶"

func (w *writer) revised(r export.Revised) {
	spans := r.Spans
	if r.End != export.Plain {
		spans = append(spans[:len(spans):len(spans)], export.Span{Text: breakSign, Mark: r.End})
	}
	switch _, listed := r.Outline(); {
	case listed:
		w.heading(r.Level, func() { w.spans(spans) })
	case r.Level > 0: // one that is gone: nothing leads to it
		w.begin("p", "style", w.look.heading(r.Level))
		w.spans(spans)
		w.end("p")
	default:
		w.begin("p", "style", "margin-top:0;margin-bottom:8px;margin-"+w.look.start+":"+strconv.Itoa(depthIndent*r.Depth)+"px")
		w.spans(spans)
		w.end("p")
	}
	w.WriteByte('\n')
	if len(r.Note) > 0 {
		w.paragraph(export.Paragraph{Kind: export.Fine, Spans: r.Note})
	}
}
