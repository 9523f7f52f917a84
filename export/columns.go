package export

import (
	"strings"

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
	heading := ""
	for _, r := range p.Rows {
		words := strings.TrimSpace(strings.Join(newest(r), " "))
		changes := changesIn(r)
		switch {
		case words == "":
			continue
		case isContainer(r.Kind) && !changes:
			if heading = joined(" ", newest(r)[:2]...); heading == "" {
				heading = words
			}
			if whole {
				t.Rows = append(t.Rows, headingRow(heading))
				heading = ""
			}
			continue
		case !changes && !whole:
			left++
			continue
		}
		if heading != "" {
			t.Rows = append(t.Rows, headingRow(heading))
			heading = ""
		}
		row := Row{}
		for i := range r.Cells {
			row.Cells = append(row.Cells, w.version(r, i))
		}
		t.Rows = append(t.Rows, row)
	}
	return t, left
}

func headingRow(text string) Row {
	return Row{[]Cell{{{Kind: Body, Spans: []Span{{text, Strong}}}}}}
}

// newest is number, title and words of a provision in the newest revision that has it.
func newest(r data.PublicVersionRow) []string {
	for i := len(r.Cells) - 1; i >= 0; i-- {
		if c := r.Cells[i]; c.There {
			return []string{c.Label, c.Heading, c.Text}
		}
	}
	return nil
}

func changesIn(r data.PublicVersionRow) bool {
	for i := 1; i < len(r.Cells); i++ {
		if versionText(r.Cells[i]) != versionText(r.Cells[i-1]) {
			return true
		}
	}
	return false
}

// versionText is what a cell says.
func versionText(c data.PublicVersionCell) string {
	if !c.There {
		return ""
	}
	return joined(" ", c.Label, c.Heading, c.Text)
}

// version is a cell: what changed against the column before, or that nothing did. One in
// another language than that before is not compared with it.
func (w *writer) version(r data.PublicVersionRow, i int) Cell {
	c := r.Cells[i]
	fine := func(id string) Cell { return Cell{{Kind: Fine, Spans: []Span{{w.loc.T(id), Slanted}}}} }
	switch {
	case i == 0 && !c.There:
		return fine("columns.none")
	case i == 0 || c.There && c.Lang != r.Cells[i-1].Lang:
		return Cell(inLang(c.Lang, split(Quotation, []Span{{versionText(c), Plain}}), w.loc))
	case !c.There && !r.Cells[i-1].There:
		return fine("columns.none")
	case versionText(c) == versionText(r.Cells[i-1]):
		return fine("columns.same")
	}
	var spans []Span
	for _, e := range redline.Words(versionText(r.Cells[i-1]), versionText(c)) {
		spans = append(spans, Span{e.Text, [...]Mark{Plain, Deleted, Inserted}[e.Kind]})
	}
	in := c.Lang
	if !c.There {
		in = r.Cells[i-1].Lang
	}
	return Cell(inLang(in, split(Quotation, spans), w.loc))
}
