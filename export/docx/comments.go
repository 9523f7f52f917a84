package docx

import (
	"unicode/utf8"

	"travaux/export"
)

// comment keeps the note of a paragraph for the part that holds them all, and
// returns its id. To what moved with changes the comment adds them, because
// among genuine changes the words are deleted here and inserted there as a
// whole.
func (w *writer) comment(r export.Revised) (id string) {
	attributes := w.stamp(w.date)
	m := &w.comments
	m.begin("w:comment", append(attributes, "w:initials", initials(w.author))...)
	w.remark(m, r.Note)
	if changedOnTheWay(r.Spans) {
		w.remark(m, r.Spans)
	}
	m.end("w:comment")
	return attributes[1]
}

func (w *writer) remark(m *markup, spans []export.Span) {
	w.open(m, format{style: styleComment})
	w.plain(m, spans)
	m.end("w:p")
}

// anchor is the sign of a comment in the text.
func (w *writer) anchor(id string) {
	w.body.begin("w:r")
	w.body.begin("w:rPr")
	w.body.value("w:rStyle", styleAnchor)
	w.body.end("w:rPr")
	w.body.empty("w:commentReference", "w:id", id)
	w.body.end("w:r")
}

// changedOnTheWay reports whether words that moved were changed as well.
func changedOnTheWay(spans []export.Span) bool {
	moved, changed := false, false
	for _, s := range spans {
		switch s.Mark & export.LeftOut {
		case export.MovedHere:
			moved = true
		case export.LeftOut, export.Inserted:
			changed = true
		}
	}
	return moved && changed
}

// initials is the first letter of a name.
func initials(author string) string {
	_, size := utf8.DecodeRuneInString(author)
	return author[:size]
}

func (w *writer) commentPart() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:comments", "xmlns:w", mainNS)
	m.Write(w.comments.Bytes())
	m.end("w:comments")
	return m.Bytes()
}
