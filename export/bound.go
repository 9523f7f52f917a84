package export

import (
	"slices"

	"travaux/data"
	"travaux/translations"
)

// Book binds papers of the delegation into one, with one table of contents.
type Book struct {
	data.PublicBrief        // what it belongs to
	Heading          string // what it is called; "": a briefing book
	Marking          string // the highest of the papers
	Papers           []Document
}

// BriefingBook has each paper on new pages of its own below a heading that is its
// title; pages and notes run through. What only a paper by itself needs (its
// letterhead, its contents, what proves it) is left out.
func BriefingBook(b Book, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	name := firstOf(b.Heading, loc.T("book.title"))
	w.letterhead(b.PublicBrief)
	w.add(Title{name, loc.Isolate(b.Title)})
	rows := w.belongs(b.PublicBrief, false)
	rows.add(loc.T("paper.field.date"), w.date(b.Date))
	w.add(rows.Fields, Contents{loc.T("paper.contents"), 2})
	quotes := ""
	for _, p := range b.Papers {
		w.bind(p, b.Title)
		quotes += p.Quotes + "\n"
	}
	doc := w.document(b.PublicBrief, name, b.Title)
	doc.Marking, doc.Quotes = b.Marking, quotes
	return doc
}

// bind adds a paper on new pages, below its title as a heading of the outermost level,
// without the instrument where that is the one of the whole; its own headings stand one
// level further in.
func (w *writer) bind(doc Document, instrument string) {
	w.add(PageBreak{Landscape: doc.Landscape})
	heading := doc.Title
	for _, b := range doc.Blocks {
		if t, ok := b.(Title); ok {
			heading = t.Text
			if t.Subtitle != "" && t.Subtitle != instrument && t.Subtitle != w.loc.Isolate(instrument) {
				heading = w.loc.T("paper.file.title", "paper", t.Text, "instrument", t.Subtitle)
			}
			break
		}
	}
	w.add(Heading{1, heading})
	for i, b := range doc.Blocks {
		if doc.partAt(i) == "approvals" {
			continue
		}
		switch v := b.(type) {
		case Letterhead, Title, Contents, Code:
		case Heading:
			v.Level = min(v.Level+1, MostLevels)
			w.add(v)
		case Revised:
			if v.Level > 0 {
				v.Level = min(v.Level+1, MostLevels)
			}
			w.add(v)
		default:
			w.add(b)
		}
	}
}

// partAt is the part in which a block stands, "" for none.
func (d Document) partAt(block int) string {
	i := slices.IndexFunc(d.Parts, func(p Part) bool { return p.From > block })
	switch {
	case i < 0 && len(d.Parts) > 0:
		return d.Parts[len(d.Parts)-1].ID
	case i > 0:
		return d.Parts[i-1].ID
	}
	return ""
}
