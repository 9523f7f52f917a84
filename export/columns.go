package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/redline"
	"travaux/translations"
)

// Columns is a table of 2 to 5 revisions side by side, a provision a row: in each column
// what changed against the one before is marked. Without whole, rows in which nothing
// changes are left out, and how many they are is said.
func Columns(p data.PublicVersions, whole bool, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	title := loc.T("columns.title")
	w.letterhead(p.PublicBrief)
	w.add(Title{title, p.Title})
	b := p.PublicBrief
	b.Symbol = "" // the columns say of which texts
	rows := w.belongs(b, false)
	rows.add(loc.T("paper.field.date"), w.date(p.Date))
	t, left := w.columns(p, whole)
	if left > 0 {
		rows.add(loc.T("columns.unchanged"), loc.N("columns.left-out", left, "n", loc.Number(left)))
	}
	w.add(rows.Fields)
	w.part("table")
	w.add(w.legendOf("columns.legend", []legendPart{
		{"{inserted}", "paper.legend.inserted", Inserted}, {"{deleted}", "paper.legend.deleted", Deleted},
	}), t)
	doc := w.document(p.PublicBrief, title, p.Title)
	doc.Landscape = len(p.Columns) > 2
	for _, r := range p.Rows {
		for _, c := range r.Cells {
			doc.Quotes += c.Heading + "\n" + c.Text + "\n"
		}
	}
	return doc
}

func (w *writer) columns(p data.PublicVersions, whole bool) (t Table, left int) {
	for _, c := range p.Columns {
		head := w.loc.Isolate(c.Symbol)
		if !c.Date.IsZero() {
			head = w.loc.T("paper.compare.issue", "name", head, "date", w.date(c.Date))
		}
		t.Heads, t.Shares = append(t.Heads, head), append(t.Shares, 1)
	}
	var above []data.PublicVersionRow // headings that wait for a row below them
	for _, r := range w.apart(p.Rows) {
		heads, changes := isContainer(r.Kind), w.changesIn(r)
		switch {
		case heads:
			above = slices.DeleteFunc(above, func(h data.PublicVersionRow) bool { return h.Kind == r.Kind || r.Kind != data.KindArticle })
			if !changes && !whole {
				above = append(above, r)
				continue
			}
		case w.newest(r) == "":
			continue
		case !changes && !whole:
			left++
			continue
		}
		for _, h := range above {
			t.Rows = append(t.Rows, headingRow(w.newest(h)))
		}
		above = nil
		if heads && !changes {
			t.Rows = append(t.Rows, headingRow(w.newest(r)))
			continue
		}
		row := Row{}
		for i := range r.Cells {
			row.Cells = append(row.Cells, w.version(r, i))
		}
		t.Rows = append(t.Rows, row)
	}
	return t, left
}

// apart gives the heading of an article a row of its own, above that of its words; one
// that only has another number stands beside what it was.
func (w *writer) apart(rows []data.PublicVersionRow) (out []data.PublicVersionRow) {
	for _, r := range rows {
		if !isContainer(r.Kind) {
			out = append(out, r)
			continue
		}
		head := data.PublicVersionRow{Path: r.Path, Kind: r.Kind}
		words := data.PublicVersionRow{Path: r.Path, Kind: data.KindParagraph}
		for _, c := range r.Cells {
			h, t := c, c
			h.Text = ""
			if h.There = c.There && (c.Heading != "" || c.Text == "" && c.Label != ""); h.There {
				t.Label, t.Heading = "", ""
			}
			t.There = c.There && c.Text != ""
			head.Cells, words.Cells = append(head.Cells, h), append(words.Cells, t)
		}
		if last := len(out) - 1; last >= 0 && renumbered(out[last], head) {
			for i, c := range head.Cells {
				if c.There {
					out[last].Cells[i] = c
				}
			}
		} else {
			out = append(out, head)
		}
		if newest(words).There {
			out = append(out, words)
		}
	}
	return out
}

// renumbered reports whether two headings are one with another number: they have the same
// title, and where the one stands the other does not.
func renumbered(a, b data.PublicVersionRow) bool {
	if title := newest(a).Heading; !isContainer(a.Kind) || title == "" || title != newest(b).Heading {
		return false
	}
	for i := range a.Cells {
		if a.Cells[i].There && b.Cells[i].There {
			return false
		}
	}
	return true
}

func headingRow(text string) Row {
	return Row{[]Cell{{{Kind: Body, Spans: []Span{{text, Strong}}}}}}
}

// newest is the cell of a provision in the newest revision that has it.
func newest(r data.PublicVersionRow) (c data.PublicVersionCell) {
	for i := len(r.Cells) - 1; i >= 0; i-- {
		if r.Cells[i].There {
			return r.Cells[i]
		}
	}
	return c
}

func (w *writer) newest(r data.PublicVersionRow) string { return w.says(r.Kind, newest(r)) }

func (w *writer) changesIn(r data.PublicVersionRow) bool {
	for i := 1; i < len(r.Cells); i++ {
		if w.says(r.Kind, r.Cells[i]) != w.says(r.Kind, r.Cells[i-1]) {
			return true
		}
	}
	return false
}

// says is what a provision of a kind says in one revision.
func (w *writer) says(kind data.Kind, c data.PublicVersionCell) string {
	switch {
	case !c.There:
		return ""
	case isContainer(kind):
		return w.headingText(data.PublicHeading{Kind: kind, Label: c.Label, Heading: c.Heading})
	}
	words := joined(" ", c.Heading, c.Text)
	if words != "" && isName(c.Label) {
		return w.loc.T("plain.labelled", "label", c.Label, "value", words)
	}
	return strings.TrimSpace(w.loc.Labelled(c.Label, words))
}

// isName tells a label in words, such as "Option 1", which stands on a line of its own in the
// text and has no sign behind it, from a number.
func isName(label string) bool {
	last, _ := utf8.DecodeLastRuneInString(label)
	letters := strings.FieldsFunc(label, func(r rune) bool { return !unicode.IsLetter(r) })
	return (unicode.IsLetter(last) || unicode.IsDigit(last)) && len(letters) > 0 && utf8.RuneCountInString(letters[0]) > 2
}

// version is a cell: what changed against the column before, or that nothing did. One in
// another language than that before is not compared with it.
func (w *writer) version(r data.PublicVersionRow, i int) Cell {
	c, heads := r.Cells[i], Plain
	if isContainer(r.Kind) {
		heads = Strong
	}
	fine := func(id string) Cell { return Cell{{Kind: Fine, Spans: []Span{{w.loc.T(id), Slanted}}}} }
	now := w.says(r.Kind, c)
	switch {
	case i == 0 && !c.There:
		return fine("columns.none")
	case i == 0 || c.There && c.Lang != r.Cells[i-1].Lang:
		return Cell(inLang(c.Lang, split(Quotation, []Span{{now, heads}}), w.loc))
	case !c.There && !r.Cells[i-1].There:
		return fine("columns.none")
	case now == w.says(r.Kind, r.Cells[i-1]):
		return fine("columns.same")
	}
	var spans []Span
	for _, e := range redline.Words(w.says(r.Kind, r.Cells[i-1]), now) {
		spans = append(spans, Span{e.Text, heads | [...]Mark{Plain, Deleted, Inserted}[e.Kind]})
	}
	in := c.Lang
	if !c.There {
		in = r.Cells[i-1].Lang
	}
	return Cell(inLang(in, split(Quotation, spans), w.loc))
}
