package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/textview"
)

// textFinder finds words in the text that is shown: in the bar over it, or as
// another pane asks.
type textFinder struct {
	reader *Reader
	field  *textview.Field
	bar    *look.FindBar
	object fyne.CanvasObject
	query  string
	walk   walkFound
}

func newTextFinder(v *Reader) *textFinder {
	loc := v.room.Loc
	f := &textFinder{reader: v, field: textview.NewField(), walk: walkFound{at: -1}}
	f.field.Placeholder = loc.T("reader.find.placeholder")
	f.field.OnChanged = f.typed
	f.bar = look.NewFindBar(f.field, look.FindWords{
		Previous: loc.T("reader.find.previous"), Next: loc.T("reader.find.next"), Close: loc.T("reader.find.close"),
	})
	f.bar.OnStep = f.step
	f.bar.OnClosed = f.close
	f.object = look.Stack(look.Ground(look.ColourSurface, f.bar), look.Rule())
	f.object.Hide()
	return f
}

// open shows the bar; selected words are what is sought.
func (f *textFinder) open() {
	v := f.reader
	if words := v.columns.Current().SelectedText(); words != "" && len([]rune(words)) <= longestSought {
		f.field.SetText(beginning(words, longestSought))
	}
	f.object.Show()
	v.object.Refresh()
	f.field.Select(0, len([]rune(f.field.Text())))
	focus(v.room, f.field)
	f.typed(f.field.Text())
}

// longestSought is how many selected runes are taken for what is sought.
const longestSought = 80

// close takes bar and marks away; the keyboard goes back to the text.
func (f *textFinder) close() {
	f.object.Hide()
	f.seek("")
	f.reader.object.Refresh()
	f.reader.Focus()
}

// typed seeks what the field holds, from the first row in view on.
func (f *textFinder) typed(query string) {
	f.seek(query)
	f.walk.standBefore(f.firstRow(), f.row)
	if len(f.walk.found) > 0 {
		f.step(1)
	}
}

// seek marks every place of the query; "" takes the marks away.
func (f *textFinder) seek(query string) {
	f.query = query
	f.walk = walkFound{at: -1}
	f.again()
}

// again seeks in what is shown now.
func (f *textFinder) again() {
	v := f.reader
	var rows [][]textview.Block
	for i := range v.page.columns {
		rows = append(rows, v.page.columns[i].rows)
	}
	f.walk.replace(seek(rows, f.query))
	hits := make([][]textview.Hit, v.columns.Count())
	for _, x := range f.walk.found {
		hits[x.column] = append(hits[x.column], x.Hit)
	}
	for i := range hits {
		v.columns.Document(i).SetHits(hits[i])
	}
	f.count()
}

// step shows the next place, or with -1 the one before.
func (f *textFinder) step(by int) {
	at, ok := f.walk.step(by)
	if ok {
		v := f.reader
		for i := range v.columns.Count() {
			d := v.columns.Document(i)
			if i == at.column {
				d.ShowHit(at.Hit)
			} else {
				d.ShowHit(textview.Hit{})
			}
		}
	}
	f.count()
}

// count says at which of how many places one is, and that the last step went
// round an end of the text.
func (f *textFinder) count() {
	loc, n := f.reader.room.Loc, len(f.walk.found)
	words := ""
	switch {
	case f.query == "":
	case n == 0:
		words = loc.T("reader.find.none")
	case f.walk.at < 0:
		words = loc.N("reader.find.places", n)
	case f.walk.round:
		words = loc.T("reader.find.round", "at", loc.Number(f.walk.at+1), "n", loc.Number(n))
	default:
		words = loc.T("reader.find.at", "at", loc.Number(f.walk.at+1), "n", loc.Number(n))
	}
	f.bar.SetCount(words, n > 0)
}

// next goes on without the bar; without anything sought it opens it.
func (f *textFinder) next(by int) {
	if f.query == "" {
		f.open()
		return
	}
	f.step(by)
}

// row is where a block stands.
func (f *textFinder) row(id string) int {
	for i, b := range f.reader.document.Blocks() {
		if b.ID == id {
			return i
		}
	}
	return -1
}

func (f *textFinder) firstRow() int {
	if at, ok := f.reader.columns.Current().Caret(); ok {
		return f.row(at.ID)
	}
	if id := f.reader.document.Chosen(); id != "" {
		return f.row(id)
	}
	return 0
}

// Find marks every place of the query in the text; "" takes the marks away.
func (v *Reader) Find(query string) { v.finder.seek(query) }
