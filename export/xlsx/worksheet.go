package xlsx

import (
	"context"
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/export"
	"travaux/translations"
)

// Worksheet is a sheet to be worked on by who has no desk: what it is about, and in
// which languages words are worked on.
type Worksheet struct {
	data.Sheet
	Langs   []data.Lang // of the words of positions
	Title   string      // of the draft instrument
	Author  string      // the delegation; "": none is named
	Marking string      // of what is for the delegation; "": it is for whoever gets it
	Date    data.Date
	Paper   string          // one of data.PageSizes
	Places  []data.SheetRow // provisions that can be chosen for a new view
	Secrets []data.Secret   // none of which may be in the file
}

// signature stands in the first cell of a sheet that can be read back, before its kind
// and its language.
const signature = "travaux-sheet/1"

// Names of the columns in the hidden row, beside data.SheetField.
const (
	columnView = "view"
	columnWas  = "was"
	columnShow = "-" // to be looked at
)

// column is one of a sheet.
type column struct {
	key   string // of the hidden row
	head  string
	width float64
	open  bool   // it can be written in
	list  string // family of the values that can be chosen
	value func(r data.SheetRow) string
}

// File makes the spreadsheet, reads it back, and refuses it as export.Format.Checked does:
// if a secret is in it, or its marking is not. The same worksheet always gives the same
// bytes.
func (s Worksheet) File(ctx context.Context) ([]byte, data.Certificate, error) {
	f := Format
	f.Write = func(ctx context.Context, _ export.Document, _ export.FileOptions) ([]byte, error) {
		w := worksheetWriter{Worksheet: s, loc: translations.New(string(s.Lang))}
		return w.book().write(ctx)
	}
	return f.Checked(ctx, export.Document{Lang: s.Lang, Marking: s.Marking, Quotes: s.issued()}, export.FileOptions{}, s.Secrets)
}

// issued is the text under negotiation as the sheet quotes it.
func (s Worksheet) issued() string {
	var b strings.Builder
	for _, r := range s.Rows {
		b.WriteString(r.Heading + "\n" + r.Text + "\n")
	}
	return b.String()
}

type worksheetWriter struct {
	Worksheet
	loc *translations.Localizer
}

func (w worksheetWriter) book() *book {
	title := w.loc.T("sheets." + string(w.Kind))
	b := &book{
		lang: w.Lang, face: family(data.FaceSans, w.Lang), paper: w.Paper, title: title + " – " + w.Title, about: w.Title,
		author: w.Author, header: title, mark: w.Marking,
	}
	if d := w.Date; !d.IsZero() {
		b.date = time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
	}
	lists := &sheet{name: sheetName(w.loc.T("sheets.lists")), veiled: true}
	s := &sheet{name: sheetName(title), heads: 2, landscape: true, guarded: w.Kind == data.SheetPositions, filtered: true}
	columns := w.columns()
	keys, heads := row{hidden: true}, row{}
	for i, c := range columns {
		s.widths = append(s.widths, c.width)
		keys.cells = append(keys.cells, words(c.key, lookFine))
		head := lookHead
		if c.open {
			head.fill = ours
		}
		heads.cells = append(heads.cells, words(c.head, head))
		if c.width == hiddenWidth {
			s.hidden = i + 1
		}
		if c.list != "" {
			s.choices = append(s.choices, w.choice(lists, i, c))
		}
	}
	if w.Marking != "" {
		s.rows = append(s.rows, row{cells: append(make([]cell, s.hidden), words(w.Marking, lookHeading(2)))})
		s.heads++
	}
	s.rows = append(s.rows, keys, heads)
	for _, r := range w.Rows {
		now := row{}
		for _, c := range columns {
			now.cells = append(now.cells, w.cell(c, r))
		}
		s.rows = append(s.rows, now)
	}
	b.sheets = []*sheet{s, w.help(), lists}
	return b
}

// cell is what stands in a column of a row: what can be written in is lit, and the rest
// locked.
func (w worksheetWriter) cell(c column, r data.SheetRow) cell {
	l := look{framed: true, open: c.open}
	switch {
	case c.width == hiddenWidth:
		l = lookFine
	case !c.open:
		l.colour, l.fill = quiet, shade
	case c.key != columnShow:
		l.lang = data.Lang(lang(c.key))
	}
	text := c.value(r)
	if units(fit(text)) > mostUnits {
		text = w.loc.T("sheets.too-long")
	}
	return words(text, l)
}

// lang is the language of a column of words.
func lang(key string) data.Lang {
	_, l := data.SheetField(key).Split()
	return l
}

// hiddenWidth is that of the columns that tell the program which row is which.
const hiddenWidth = 8.5

// columns are those of the kind.
func (w worksheetWriter) columns() []column {
	kept := func(key string, value func(data.SheetRow) string) column {
		return column{key: key, head: key, width: hiddenWidth, value: value}
	}
	shown := func(id string, width float64, value func(data.SheetRow) string) column {
		return column{key: columnShow, head: w.loc.T(id), width: width, value: value}
	}
	out := []column{
		kept(strings.Join([]string{signature, string(w.Kind), string(w.Lang)}, " "), func(r data.SheetRow) string { return r.Provision.String() }),
		kept(columnWas, func(r data.SheetRow) string { return marksOf(r.Was) }),
	}
	place := shown("sheets.column.place", 18, func(r data.SheetRow) string { return translations.Capital(w.loc.Cite(r.Path)) })
	if w.Kind == data.SheetViews {
		place.key, place.open, place.list = string(data.FieldPlace), true, string(data.FieldPlace)
		out = append(out, kept(columnView, func(r data.SheetRow) string { return r.View.String() }), place)
		for _, f := range data.ViewFields {
			out = append(out, w.field(f, ""))
		}
		return out
	}
	out = append(out, place,
		shown("sheets.column.heading", 18, func(r data.SheetRow) string { return r.Heading }),
		shown("sheets.column.text", 48, func(r data.SheetRow) string { return r.Text }),
		w.field(data.FieldStance, ""))
	for _, l := range w.Langs {
		for _, f := range data.WordFields {
			out = append(out, w.field(f, l))
		}
	}
	return out
}

// Widths of columns that can be written in, and families of what can be chosen in them.
var (
	fieldWidths = map[data.SheetField]float64{
		data.FieldStance: 24, data.FieldWording: 44, data.FieldReasons: 40, data.FieldSources: 26,
		data.FieldSpeaker: 24, data.FieldFor: 18, data.FieldAttitude: 18, data.FieldWords: 60, data.FieldSaid: 13, data.FieldSource: 26,
	}
	fieldLists = map[data.SheetField]string{data.FieldStance: "stance", data.FieldAttitude: "attitude"}
)

func (w worksheetWriter) field(f data.SheetField, l data.Lang) column {
	key, head := f, w.loc.T("sheets.column."+string(f))
	if l != "" {
		key, head = f.In(l), w.loc.T("sheets.column.in", "column", head, "language", w.loc.Name("language", string(l)))
	}
	c := column{key: string(key), head: head, width: fieldWidths[f], open: f != data.FieldSource, list: fieldLists[f]}
	c.value = func(r data.SheetRow) string {
		if c.list != "" {
			return w.loc.Name(c.list, r.Fields[key])
		}
		return r.Fields[key]
	}
	return c
}

// choice is the list of a column, written on the hidden sheet.
func (w worksheetWriter) choice(lists *sheet, at int, c column) choice {
	var names []string
	switch c.list {
	case "stance":
		for _, s := range data.Stances {
			if s.Public() == s {
				names = append(names, w.loc.Name("stance", string(s)))
			}
		}
	case "attitude":
		for _, a := range data.Attitudes {
			names = append(names, w.loc.Name("attitude", string(a)))
		}
	default:
		for _, r := range w.Places {
			names = append(names, translations.Capital(w.loc.Cite(r.Path)))
		}
	}
	i := len(lists.widths)
	lists.widths = append(lists.widths, 24)
	for k, name := range names {
		if k == len(lists.rows) {
			lists.rows = append(lists.rows, row{})
		}
		for len(lists.rows[k].cells) < i {
			lists.rows[k].cells = append(lists.rows[k].cells, cell{})
		}
		lists.rows[k].cells = append(lists.rows[k].cells, words(name, look{}))
	}
	letter := letterOf(i + 1)
	return choice{
		column: at, from: quoted(lists.name) + "!$" + letter + "$1:$" + letter + "$" + decimal(max(len(names), 1)),
		title: c.head, hint: w.loc.T("sheets.choose"), lenient: c.list == string(data.FieldPlace),
	}
}

// letterOf is how programs call a column.
func letterOf(column int) string {
	var out []byte
	for ; column > 0; column = (column - 1) / 26 {
		out = append(out, byte('A'+(column-1)%26))
	}
	slices.Reverse(out)
	return string(out)
}

// help says on a sheet of its own how the other is worked on.
func (w worksheetWriter) help() *sheet {
	s := &sheet{name: sheetName(w.loc.T("sheets.help")), widths: []float64{90}}
	if w.Marking != "" {
		s.rows = append(s.rows, row{cells: []cell{words(w.Marking, lookHeading(2))}})
	}
	s.rows = append(s.rows, row{cells: []cell{words(w.Title, lookHeading(1))}})
	for _, id := range []string{"sheets.help." + string(w.Kind), "sheets.help.both"} {
		for _, l := range strings.Split(w.loc.T(id), "\n") {
			s.rows = append(s.rows, row{cells: []cell{words(l, look{})}})
		}
	}
	return s
}

// marksOf are the marks of a row in one cell: "stance=0123456789ab wording/fr=…".
func marksOf(was map[data.SheetField]string) string {
	var out []string
	for f, mark := range was {
		out = append(out, string(f)+"="+mark)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// readMarks reads what marksOf wrote.
func readMarks(s string) map[data.SheetField]string {
	out := map[data.SheetField]string{}
	for _, part := range strings.Fields(s) {
		if f, mark, ok := strings.Cut(part, "="); ok {
			out[data.SheetField(f)] = mark
		}
	}
	return out
}
