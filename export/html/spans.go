package html

import (
	"strconv"

	"travaux/export"
)

// words writes the words of a paragraph, changed ones apart from those that they take the
// place of.
func (w *writer) words(p export.Paragraph) {
	lang := p.Lang
	if lang == "" {
		lang = w.doc.Lang
	}
	for i := range p.Spans {
		if i > 0 && export.Parted(lang, p.Spans[i-1], p.Spans[i]) {
			w.WriteByte(' ')
		}
		w.spans(p.Spans[i : i+1])
	}
}

// spans writes words with what makes them stand out.
func (w *writer) spans(spans []export.Span) {
	for _, s := range spans {
		if s.Text == "" {
			continue
		}
		if s.Mark&export.Footnote != 0 {
			w.note(s.Text)
			continue
		}
		w.span(s)
	}
}

func (w *writer) span(s export.Span) {
	var open []string
	begin := func(tag string, attributes ...string) {
		w.begin(tag, attributes...)
		open = append(open, tag)
	}
	if c, ok := changes[s.Mark&export.LeftOut]; ok {
		begin(c.tag, "style", c.style)
	}
	if s.Mark&export.Strong != 0 {
		begin("strong")
	}
	if s.Mark&export.Slanted != 0 {
		begin("em", "style", w.look.slanted())
	}
	w.lines(s.Text)
	for i := len(open) - 1; i >= 0; i-- {
		w.end(open[i])
	}
}

// note is a raised number that leads to the note at the end.
func (w *writer) note(text string) {
	w.notes = append(w.notes, text)
	n := strconv.Itoa(len(w.notes))
	w.begin("sup")
	w.element("a", n, "id", "to-note-"+n, "href", "#note-"+n, "style", "color:"+navy)
	w.end("sup")
}
