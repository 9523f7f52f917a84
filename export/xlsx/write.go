package xlsx

import (
	"context"
	"strconv"
	"strings"
	"time"
	"unicode"

	"travaux/data"
	"travaux/export"
	"travaux/translations"
)

// Format is the spreadsheet for the list of formats.
var Format = export.Format{
	ID: "xlsx", Ending: ".xlsx",
	Write: Write,
	Read:  func(file []byte, _ export.FileOptions) (string, error) { return Text(file) },
	Pages: func(file []byte, _ export.FileOptions) ([]string, error) { return Furniture(file) },
}

// Write makes the file. It raises CodeWrite, and data.CodeCancelled.
func Write(ctx context.Context, doc export.Document, o export.FileOptions) ([]byte, error) {
	w := newWriter(doc, o.Date)
	for _, b := range doc.Blocks {
		if ctx.Err() != nil {
			return nil, data.E(data.CodeCancelled).Because(ctx.Err())
		}
		w.block(b)
	}
	w.closing(w.text)
	return w.book.write(ctx)
}

// writer makes sheets of a document.
type writer struct {
	doc   export.Document
	loc   *translations.Localizer
	book  *book
	text  *sheet // of running text
	under string // the heading that what comes stands under
	notes []string
	noted int // notes that are written already
}

func newWriter(doc export.Document, date time.Time) *writer {
	if date.IsZero() && !doc.Date.IsZero() {
		date = time.Date(doc.Date.Year, doc.Date.Month, doc.Date.Day, 0, 0, 0, 0, time.UTC)
	}
	w := &writer{doc: doc, loc: translations.New(string(doc.Lang)), book: &book{
		lang: doc.Lang, face: family(doc.Look.Face, doc.Lang), paper: doc.Look.Page, title: doc.Title, about: doc.Subject, author: doc.Author,
		date: date, header: doc.RunningHead, mark: doc.Marking,
	}}
	if doc.Anonymous {
		w.book.author, w.book.date = "", time.Time{}
	}
	w.text = &sheet{name: sheetName(w.loc.T("sheet.text")), heads: 1, widths: []float64{8, 18, 74}}
	w.head(w.text, w.loc.T("sheet.part"), w.loc.T("sheet.label"), w.loc.T("sheet.words"))
	w.book.sheets = []*sheet{w.text}
	if doc.Marking != "" {
		w.text.rows = append(w.text.rows, row{cells: []cell{words(doc.Marking, lookMarking)}, across: true})
	}
	return w
}

func (w *writer) head(s *sheet, heads ...string) {
	r := row{}
	for _, h := range heads {
		r.cells = append(r.cells, words(h, lookHead))
	}
	s.rows = append(s.rows, r)
}

// apart begins a sheet for a table, named by the heading that it stands under.
func (w *writer) apart() *sheet {
	n := len(w.book.sheets)
	name := w.loc.T("sheet.table", "n", w.loc.Number(n))
	if w.under != "" {
		name = strconv.Itoa(n) + " " + w.under
	}
	s := &sheet{name: sheetName(name)}
	w.book.sheets = append(w.book.sheets, s)
	if w.doc.Marking != "" {
		s.rows = append(s.rows, row{cells: []cell{words(w.doc.Marking, lookMarking)}, across: true})
	}
	w.add(cell{}, words("", lookLabel), words(w.loc.T("sheet.see", "sheet", w.loc.Quote(s.name)), lookFine))
	return s
}

// mostName is how many units of UTF-16 the name of a sheet has at most.
const mostName = 31

// sheetName is a name that a sheet can have.
func sheetName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, fit(s))
	out := strings.Join(strings.Fields(s), " ")
	if units(out) > mostName {
		out = strings.TrimRight(out[:cut(out, mostName-1)], " ,;،؛、，；") + "…"
	}
	return strings.Trim(out, "'")
}

// runs are the words of spans in a language, "" the document's. A note becomes a raised
// number.
func (w *writer) runs(lang data.Lang, spans []export.Span) []run {
	if lang == "" {
		lang = w.doc.Lang
	}
	var out []run
	for i, s := range spans {
		if i > 0 && export.Parted(lang, spans[i-1], s) {
			out = append(out, run{" ", 0})
		}
		switch {
		case s.Text == "":
		case s.Mark&export.Footnote != 0:
			w.notes = append(w.notes, s.Text)
			out = append(out, run{raised(len(w.notes)), 0})
		default:
			out = append(out, run{strings.ReplaceAll(s.Text, "\t", "\u2003"), s.Mark})
		}
	}
	return out
}

// raised is a number as it stands at a note.
func raised(n int) string {
	var b strings.Builder
	for _, d := range strconv.Itoa(n) {
		b.WriteRune([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[d-'0'])
	}
	return b.String()
}

// closing puts the notes of a sheet, and the marking, at its end.
func (w *writer) closing(s *sheet) {
	for i, n := range w.notes[w.noted:] {
		if i == 0 {
			s.rows = append(s.rows, row{cells: []cell{words(w.loc.T("paper.notes"), lookHeading(2))}, across: true})
		}
		s.rows = append(s.rows, row{cells: []cell{words(raised(w.noted+i+1)+" "+n, lookFine)}, across: true})
	}
	w.noted = len(w.notes)
	if w.doc.Marking != "" {
		s.rows = append(s.rows, row{cells: []cell{words(w.doc.Marking, lookMarking)}, across: true})
	}
}
