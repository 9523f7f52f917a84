package docx

import (
	"strconv"
	"strings"

	"travaux/export"
)

// The first two footnotes of a file are no notes but the lines above them (ECMA-376
// part 1, 17.11.23); notes are numbered from there.
const (
	noteSeparator    = "0"
	noteContinuation = "1"
	firstNote        = 2
)

// markAt is the mark of a span among others; a footnote comes and goes with the words
// that it stands behind, or before where there are none.
func markAt(spans []export.Span, i int) export.Mark {
	mark := spans[i].Mark
	if mark&export.Footnote == 0 || mark&export.LeftOut != 0 {
		return mark
	}
	words := func(s export.Span) bool { return s.Mark&export.Footnote == 0 && s.Text != "" }
	for j := i - 1; j >= 0; j-- {
		if words(spans[j]) {
			return mark | spans[j].Mark&export.LeftOut
		}
	}
	for _, s := range spans[i+1:] {
		if words(s) {
			return mark | s.Mark&export.LeftOut
		}
	}
	return mark
}

// footnote writes the sign of a note and keeps its words for the part that holds them
// all. Only the text itself has footnotes; elsewhere the words stand in brackets.
func (w *writer) footnote(m *markup, words string) {
	if strings.TrimSpace(fit(words)) == "" {
		return
	}
	if m != &w.body {
		w.spanTo(m, export.Span{Text: " (" + words + ")"}, settled)
		return
	}
	id := strconv.Itoa(firstNote + w.noted)
	w.noted++
	w.noteSign(m, "w:footnoteReference", "w:id", id)
	n := &w.notes
	n.begin("w:footnote", "w:id", id)
	w.open(n, format{style: styleNote, lang: w.lang})
	w.noteSign(n, "w:footnoteRef")
	w.spanTo(n, export.Span{Text: " " + words}, settled)
	n.end("w:p")
	n.end("w:footnote")
}

func (w *writer) noteSign(m *markup, tag string, attributes ...string) {
	m.begin("w:r")
	m.begin("w:rPr")
	m.value("w:rStyle", styleNoteSign)
	if w.lang.RightToLeft() {
		m.empty("w:rtl")
	}
	m.end("w:rPr")
	m.empty(tag, attributes...)
	m.end("w:r")
}

func (w *writer) notePart() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:footnotes", "xmlns:w", mainNS)
	for _, line := range []struct{ id, kind, tag string }{
		{noteSeparator, "separator", "w:separator"}, {noteContinuation, "continuationSeparator", "w:continuationSeparator"},
	} {
		m.begin("w:footnote", "w:type", line.kind, "w:id", line.id)
		w.open(&m, format{})
		m.begin("w:r")
		m.empty(line.tag)
		m.end("w:r")
		m.end("w:p")
		m.end("w:footnote")
	}
	m.Write(w.notes.Bytes())
	m.end("w:footnotes")
	return m.Bytes()
}
