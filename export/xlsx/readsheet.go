package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
	"time"

	"travaux/data"
	"travaux/translations"
)

// Codes of what is wrong with a sheet that is read.
const (
	CodeUnread     data.Code = "sheet.unread"     // it is none that can be worked on; arg "why" of the kind below
	CodeUnreadable data.Code = "sheet.unreadable" // a cell cannot be understood; arg "what": its field
	CodeTwice      data.Code = "sheet.twice"      // two rows are of the same thing
	CodeMerged     data.Code = "sheet.merged"     // cells of several rows were made one
)

// What is read of a sheet at most.
const (
	mostRows    = 20_000
	mostColumns = 200
	searched    = 20 // rows in which heads are looked for
)

// ReadPositions reads a sheet of positions that somebody worked on. What cannot be
// understood is a fault of the sheet; CodeUnread is raised for a file that is no sheet of
// positions at all.
func ReadPositions(file []byte) (data.Sheet, error) { return readKind(file, data.SheetPositions) }

// ReadViews reads a sheet of views as ReadPositions one of positions.
func ReadViews(file []byte) (data.Sheet, error) { return readKind(file, data.SheetViews) }

func readKind(file []byte, kind data.SheetKind) (data.Sheet, error) {
	s, err := ReadSheet(file)
	if err == nil && s.Kind != kind {
		return data.Sheet{}, data.E(CodeUnread)
	}
	return s, err
}

// ReadSheet reads a sheet of either kind.
func ReadSheet(file []byte) (data.Sheet, error) {
	p, err := unpack(file)
	if err != nil {
		return data.Sheet{}, data.E(CodeUnread).Because(err)
	}
	shared, err := p.strings()
	if err != nil {
		return data.Sheet{}, data.E(CodeUnread).Because(err)
	}
	for _, page := range p.pages() {
		r := sheetReader{cells: map[int]map[int]string{}}
		if err := r.take(p, page.part, shared); err != nil {
			return data.Sheet{}, data.E(CodeUnread).Because(err)
		}
		if r.heads() {
			r.read()
			return r.sheet, nil
		}
	}
	return data.Sheet{}, data.E(CodeUnread)
}

// sheetReader makes a sheet of cells.
type sheetReader struct {
	cells   map[int]map[int]string // by row and column, from 1
	last    int                    // row that has something
	merged  [][2]int               // first and last row of cells that were made one
	columns map[int]data.SheetField
	id      int // column of the provision; 0: there is none
	view    int
	was     int
	first   int // row behind the heads
	sheet   data.Sheet
}

// take reads the cells of one sheet.
func (r *sheetReader) take(p parts, part string, shared [][]piece) error {
	hostile := false
	err := p.cells(part, shared, func(f found) bool {
		if f.column > mostColumns {
			return true
		}
		text := joined(f.pieces, "")
		if strings.TrimSpace(text) == "" {
			return true
		}
		if r.cells[f.row] == nil {
			if len(r.cells) >= mostRows {
				hostile = true
				return false
			}
			r.cells[f.row] = map[int]string{}
		}
		r.cells[f.row][f.column] = text
		r.last = max(r.last, f.row)
		return true
	})
	if hostile {
		return errHostile
	}
	if err != nil {
		return err
	}
	return r.mergers(p[part])
}

// mergers notes which rows were made one.
func (r *sheetReader) mergers(part []byte) error {
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Local != "mergeCell" || len(r.merged) > mostRows {
			continue
		}
		from, to, _ := strings.Cut(attribute(e, "ref"), ":")
		_, first, ok1 := place(from)
		_, last, ok2 := place(to)
		if ok1 && ok2 && last > first {
			r.merged = append(r.merged, [2]int{first, last})
		}
	}
}

// localizers speak the languages in which a sheet may come back.
var localizers = sync.OnceValue(func() (out []*translations.Localizer) {
	for _, l := range data.Langs {
		out = append(out, translations.New(string(l)))
	}
	return out
})

// heads finds what each column is: by the hidden row, or, where somebody has made a table
// of his own, by the heads as any of the languages writes them.
func (r *sheetReader) heads() bool {
	for n := 1; n <= min(r.last, searched); n++ {
		for c, text := range r.cells[n] {
			if f := strings.Fields(text); len(f) == 3 && f[0] == signature {
				r.keyed(n, c, f)
				return r.sheet.Kind == data.SheetPositions || r.sheet.Kind == data.SheetViews
			}
		}
	}
	for n := 1; n <= min(r.last, searched); n++ {
		if r.named(n) {
			return true
		}
	}
	return false
}

func (r *sheetReader) keyed(n, id int, signed []string) {
	r.id, r.columns = id, map[int]data.SheetField{}
	r.sheet.Kind = data.SheetKind(signed[1])
	r.sheet.Lang, _ = data.ParseLang(signed[2])
	for c, key := range r.cells[n] {
		switch key = strings.TrimSpace(key); {
		case c == id, key == columnShow:
		case key == columnView:
			r.view = c
		case key == columnWas:
			r.was = c
		case knownField(data.SheetField(key)):
			r.columns[c] = data.SheetField(key)
		}
	}
	r.first = n + 1
	if _, err := data.ParseID(strings.TrimSpace(r.cells[n+1][id])); err != nil {
		r.first++ // the heads that people see
	}
}

// knownField reports whether a sheet can have such a column.
func knownField(f data.SheetField) bool {
	field, lang := f.Split()
	if _, ok := data.ParseLang(string(lang)); ok {
		return field == data.FieldWording || field == data.FieldReasons || field == data.FieldSources
	}
	return lang == "" && (field == data.FieldStance || field == data.FieldPlace || fieldWidths[field] > 0 && field != data.FieldWording && field != data.FieldReasons && field != data.FieldSources)
}

// named reads a row as heads in one of the languages. Of a table without identities only
// views can be taken, by the number of a provision, the speaker and the attitude.
func (r *sheetReader) named(n int) bool {
	for _, loc := range localizers() {
		columns := map[int]data.SheetField{}
		have := map[data.SheetField]bool{}
		for c, text := range r.cells[n] {
			for _, f := range append([]data.SheetField{data.FieldPlace}, data.ViewFields...) {
				if sameWord(text, loc.T("sheets.column."+string(f))) {
					columns[c], have[f] = f, true
				}
			}
		}
		if have[data.FieldPlace] && have[data.FieldSpeaker] && have[data.FieldAttitude] {
			r.columns, r.first = columns, n+1
			r.sheet.Kind, r.sheet.Lang = data.SheetViews, data.Lang(loc.Lang())
			return true
		}
	}
	return false
}

// sameWord reports whether two words are the same whatever their case.
func sameWord(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// read reads the rows below the heads.
func (r *sheetReader) read() {
	seen := map[[2]data.ID]bool{}
	for n := r.first; n <= r.last; n++ {
		cells := r.cells[n]
		if len(cells) == 0 {
			continue
		}
		if r.isMerged(n) {
			r.fault(n, 0, data.E(CodeMerged))
			continue
		}
		row, ok := r.row(n, cells)
		if !ok {
			continue
		}
		key := [2]data.ID{row.Provision, row.View}
		if (r.sheet.Kind == data.SheetPositions || !row.View.IsZero()) && seen[key] {
			r.fault(n, 0, data.E(CodeTwice))
			continue
		}
		seen[key] = true
		r.sheet.Rows = append(r.sheet.Rows, row)
	}
}

func (r *sheetReader) isMerged(n int) bool {
	for _, m := range r.merged {
		if n >= m[0] && n <= m[1] {
			return true
		}
	}
	return false
}

func (r *sheetReader) fault(row, column int, err error) {
	f := data.SheetFault{Row: row, Err: err}
	if column > 0 {
		f.Column = letterOf(column)
	}
	r.sheet.Faults = append(r.sheet.Faults, f)
}

// row reads one row; ok is false where there is nothing to take from it.
func (r *sheetReader) row(n int, cells map[int]string) (row data.SheetRow, ok bool) {
	row = data.SheetRow{At: n, Fields: map[data.SheetField]string{}, Was: readMarks(cells[r.was])}
	for _, id := range []struct {
		column int
		into   *data.ID
	}{{r.id, &row.Provision}, {r.view, &row.View}} {
		typed := strings.TrimSpace(cells[id.column])
		if id.column == 0 || typed == "" {
			continue
		}
		parsed, err := data.ParseID(typed)
		if err != nil {
			r.fault(n, id.column, data.E(CodeUnreadable, "what", "identity"))
			return row, false
		}
		*id.into = parsed
	}
	written := false
	for c, f := range r.columns {
		written = written || strings.TrimSpace(cells[c]) != ""
		value, err := fieldValue(f, cells[c])
		switch {
		case err != nil:
			r.fault(n, c, err)
		case tooLong(cells[c]):
		default:
			row.Fields[f] = value
		}
	}
	switch {
	case !row.Provision.IsZero() && (r.sheet.Kind == data.SheetPositions || !row.View.IsZero()):
		return row, true
	case !written:
		return row, false
	case r.sheet.Kind == data.SheetPositions: // written where no provision is
		r.fault(n, 0, data.E(data.CodeNotFound, "what", "provision"))
		return row, false
	}
	row.Provision, row.Was = data.ID{}, nil // a new view: its place is what is typed
	return row, true
}

// tooLong reports whether a cell holds what stands for words that no cell can hold.
func tooLong(text string) bool {
	for _, loc := range localizers() {
		if strings.TrimSpace(text) == loc.T("sheets.too-long") {
			return true
		}
	}
	return false
}

// fieldValue reads what a cell says in a field.
func fieldValue(f data.SheetField, text string) (string, error) {
	switch f {
	case data.FieldStance:
		return named(f, "stance", text, data.Stances)
	case data.FieldAttitude:
		return named(f, "attitude", text, data.Attitudes)
	case data.FieldSaid:
		return day(text)
	}
	return text, nil
}

// named reads the name of a value in any of the languages, or the value itself; nothing
// is the empty value.
func named[T ~string](f data.SheetField, family, text string, values []T) (string, error) {
	if strings.TrimSpace(text) == "" {
		return "", nil
	}
	for _, v := range values {
		if sameWord(text, string(v)) {
			return string(v), nil
		}
		for _, loc := range localizers() {
			if sameWord(text, loc.Name(family, string(v))) {
				return string(v), nil
			}
		}
	}
	return "", data.E(CodeUnreadable, "what", string(f))
}

// day reads a day as we write it, or as spreadsheet programs keep what is typed as a
// date: the days since 30 December 1899.
func day(text string) (string, error) {
	text = strings.TrimSpace(text)
	if n, err := strconv.ParseFloat(text, 64); err == nil && n >= 1 && n < 200_000 && !math.IsNaN(n) {
		return data.DateOf(time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n))).String(), nil
	}
	d, err := data.ParseDate(text)
	if err != nil {
		return "", data.E(CodeUnreadable, "what", string(data.FieldSaid))
	}
	if d.IsZero() {
		return "", nil
	}
	return d.String(), nil
}
