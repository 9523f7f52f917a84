package akn

import (
	"strconv"
	"strings"

	"travaux/export"
	"travaux/translations"
)

// classes are what kinds of paragraph are called.
var classes = map[export.ParagraphKind]string{
	export.Quotation: "quotation", export.Statement: "statement", export.Fine: "fine", export.Spoken: "spoken", export.Signature: "signature",
}

// block writes one block that stands in a place. Where pages end is none of AKN's
// business, nor what changes look like: it says that they are changes.
func (w *paper) block(b export.Block, in place) {
	switch v := b.(type) {
	case export.Letterhead:
		w.line("letterhead", v.Name)
		for _, l := range v.Lines {
			w.line("address", l)
		}
	case export.Title:
		w.line("title", v.Text)
		if v.Subtitle != "" {
			w.line("subtitle", v.Subtitle)
		}
	case export.Fields:
		w.fields(v, in)
	case export.Contents:
		w.contents(v, in)
	case export.Paragraph:
		w.paragraph(v, in)
	case export.Entry:
		w.entry(v, in)
	case export.Code: // the words beside it say the same
		for _, p := range v.Paragraphs {
			w.paragraph(p, in)
		}
	case export.Revised:
		w.revised(v, in)
	case export.Table:
		w.table(v, in)
	case export.Grid:
		w.table(v.Table(), in)
	case export.Chart:
		w.table(v.Table(""), in)
	}
}

func (w *paper) paragraph(p export.Paragraph, in place) {
	e, id := w.next(in, "p")
	lang := string(p.Lang)
	if p.Lang == w.d.Lang {
		lang = ""
	}
	w.open("p", "eId", e, "wId", id, "class", classes[p.Kind], "xml:lang", lang)
	w.spans(p.Spans)
	w.raw("</p>\n")
}

func (w *paper) entry(v export.Entry, in place) {
	e, id := w.next(in, "blockContainer")
	w.open("blockContainer", "eId", e, "wId", id, "class", "entry")
	if v.Label != "" {
		name := "heading"
		if v.Numbered() {
			name = "num"
		}
		w.inline(name, v.Label)
	}
	w.raw("\n")
	before := w.b.Len()
	for _, p := range v.Paragraphs {
		w.paragraph(p, place{e, id})
	}
	if w.b.Len() == before { // it is never empty
		w.raw("<p/>\n")
	}
	w.raw("</blockContainer>\n")
}

// revised writes a paragraph of a revised text, which may be a heading that is not
// listed, and its note.
func (w *paper) revised(v export.Revised, in place) {
	class := ""
	switch {
	case v.End.Came():
		class = "inserted"
	case v.End.Gone():
		class = "deleted"
	}
	e, id := w.next(in, "p")
	w.open("p", "eId", e, "wId", id, "class", class)
	w.spans(v.Spans)
	if len(v.Note) > 0 {
		w.note(v.Note, "side")
	}
	w.raw("</p>\n")
}

// contents lists the headings down to a depth, with where they are.
func (w *paper) contents(c export.Contents, in place) {
	if c.Heading != "" {
		w.line("contents", c.Heading)
	}
	begun := false
	for i, h := range w.d.Headings() {
		if h.Level > c.Depth || i >= len(w.headed) {
			continue
		}
		if !begun {
			e, id := w.next(in, "toc")
			w.open("toc", "eId", e, "wId", id)
			w.raw("\n")
			begun = true
		}
		w.open("tocItem", "href", "#"+w.headed[i].eID, "level", strconv.Itoa(max(h.Level, 1)))
		w.words(h.Text)
		w.raw("</tocItem>\n")
	}
	if begun {
		w.raw("</toc>\n")
	}
}

// fields writes what a paper belongs to; its own date is known as such.
func (w *paper) fields(f export.Fields, in place) {
	if len(f.Rows) == 0 {
		return
	}
	date := ""
	if d := w.d.Date; !d.IsZero() {
		date = translations.New(string(w.d.Lang)).Date(d.Year, d.Month, d.Day)
	}
	e, id := w.next(in, "table")
	w.open("table", "eId", e, "wId", id, "class", "fields")
	w.raw("\n")
	for _, r := range f.Rows {
		w.raw("<tr><th><p>")
		w.words(r.Label)
		w.raw("</p></th><td><p>")
		if r.Value == date && date != "" {
			w.open("docDate", "date", dated(w.d.Date))
			w.words(r.Value)
			w.close("docDate")
		} else {
			w.words(r.Value)
		}
		w.raw("</p></td></tr>\n")
	}
	w.raw("</table>\n")
}

// table writes a table; a row of one cell goes over all columns.
func (w *paper) table(t export.Table, in place) {
	if len(t.Heads) == 0 {
		return
	}
	e, id := w.next(in, "table")
	w.open("table", "eId", e, "wId", id)
	w.raw("\n<tr>")
	for _, h := range t.Heads {
		w.raw("<th><p>")
		w.words(h)
		w.raw("</p></th>")
	}
	w.raw("</tr>\n")
	for _, r := range t.Rows {
		w.raw("<tr>")
		cells := r.Cells
		span := ""
		if len(cells) == 1 && len(t.Heads) > 1 {
			span = strconv.Itoa(len(t.Heads))
		} else {
			cells = append(cells[:len(cells):len(cells)], make([]export.Cell, max(len(t.Heads)-len(cells), 0))...)
		}
		for _, c := range cells {
			w.open("td", "colspan", span)
			for _, p := range c {
				w.paragraph(p, place{e, id})
			}
			if len(c) == 0 {
				w.raw("<p/>")
			}
			w.close("td")
		}
		w.raw("</tr>\n")
	}
	w.raw("</table>\n")
}

// spans writes words with what became of them and how they stand out.
func (w *paper) spans(spans []export.Span) {
	for _, s := range spans {
		if s.Mark&export.Footnote != 0 {
			w.note([]export.Span{{Text: s.Text}}, "bottom")
			continue
		}
		if s.Text == "" {
			continue
		}
		var around []string
		open := func(name, class string) {
			w.open(name, "class", class)
			around = append(around, name)
		}
		switch s.Mark & export.LeftOut {
		case export.LeftOut: // it stands in neither version
			open("ins", "moved")
			open("del", "moved")
		case export.MovedHere:
			open("ins", "moved")
		case export.MovedAway:
			open("del", "moved")
		case export.Inserted:
			open("ins", "")
		case export.Deleted, export.Deleted | export.Inserted:
			open("del", "")
		}
		if s.Mark&export.Strong != 0 {
			open("b", "")
		}
		if s.Mark&export.Slanted != 0 {
			open("i", "")
		}
		w.words(s.Text)
		for i := len(around) - 1; i >= 0; i-- {
			w.close(around[i])
		}
	}
}

// note writes a note at its place: at the foot of the page, or beside the text.
func (w *paper) note(spans []export.Span, where string) {
	e, id := w.next(place{}, "authorialNote")
	marker := ""
	if where == "bottom" {
		w.notes++
		marker = strconv.Itoa(w.notes)
	}
	w.open("authorialNote", "eId", e, "wId", id, "marker", marker, "placement", where)
	w.raw("<p>")
	w.spans(spans)
	w.raw("</p></authorialNote>")
}

// words writes text; what ends a line in it is an element.
func (w *paper) words(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			w.raw("<eol/>")
		}
		w.text(line)
	}
}
