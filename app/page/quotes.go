package page

import (
	"context"
	"reflect"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/library"
)

// Quotes says beside a field, while it is typed in, which quotations in it are not
// as the work that is named with them, or not where it is said, and puts the exact words in their place.
// Nothing is shown, and nothing done, where nothing is quoted.
type Quotes struct {
	Object *fyne.Container // below or above the field; hidden while there is nothing to say

	room   *room.Room
	field  *textview.Editor
	cited  string // as in library.Shelf.Quotations
	asked  int    // counts what was asked: what comes late is not shown
	text   string // in which was found
	found  []library.Quotation
	failed atomic.Bool // the library cannot be read, and that was said
	shown  func()      // what is shown has changed in height
}

// quotesAfter is how long typing has to rest before it is read for quotations.
const quotesAfter = 300 * time.Millisecond

// NewQuotes reads a field, whose language is that of the works. shown is told when
// other flags are shown: what they stand in is to be laid out anew.
func NewQuotes(r *room.Room, field *textview.Editor, shown func()) *Quotes {
	q := &Quotes{Object: look.Stack(), room: r, field: field, shown: shown}
	q.Object.Hide()
	return q
}

// Typed reads the field once nothing more is typed into it. The works in cited are
// those of quotations beside which none is named.
func (q *Quotes) Typed(cited string) {
	if q.clear() {
		return
	}
	q.asked++
	asked := q.asked
	q.room.Later(quotesAfter, func() {
		if asked == q.asked {
			q.Read(cited)
		}
	})
}

// clear shows nothing where nothing is quoted.
func (q *Quotes) clear() bool {
	if !q.field.Disabled() && library.HasQuotation(q.field.Text()) {
		return false
	}
	q.asked++
	q.show(q.field.Text(), nil)
	return true
}

// Read reads the field as it is now. The library is asked off the window's
// goroutine: the first time it is built.
func (q *Quotes) Read(cited string) {
	q.cited = cited
	if q.clear() {
		return
	}
	q.asked++
	asked, text, lang := q.asked, q.field.Text(), data.Lang(q.field.Lang)
	var found []library.Quotation
	q.room.Run(func(context.Context, data.Progress) error {
		shelf, err := q.room.Desk.Library(lang)
		if err != nil {
			return q.once(err)
		}
		for _, x := range shelf.Quotations(text, cited) {
			if x.Verdict != library.Exact {
				found = append(found, x)
			}
		}
		return nil
	}, func() {
		if asked == q.asked && q.field.Text() == text {
			q.show(text, found)
		}
	})
}

// once passes on an error the first time: it would come back with every key.
func (q *Quotes) once(err error) error {
	if q.failed.Swap(true) {
		return nil
	}
	return err
}

func (q *Quotes) show(text string, found []library.Quotation) {
	same := reflect.DeepEqual(found, q.found)
	q.text, q.found = text, found
	if same {
		return
	}
	q.Object.Objects = nil
	for _, x := range found {
		q.Object.Add(q.flag(x))
	}
	look.SetShown(q.Object, len(found) > 0)
	q.Object.Refresh()
	q.shown()
}

// flag is one quotation: where it should be as, word by word what differs, and the
// button that puts that right.
func (q *Quotes) flag(x library.Quotation) fyne.CanvasObject {
	loc := q.room.Loc
	words := loc.T("quote.absent", "cited", loc.Isolate(x.Cited))
	switch x.Verdict {
	case library.Differs:
		words = loc.T("quote.differs", "cite", q.cite(x.Place))
	case library.Elsewhere:
		words = loc.T("quote.elsewhere", "cite", q.cite(x.Place), "pointed", loc.Isolate(x.Pointed))
	}
	line := look.Wrapped(words)
	line.Scale, line.Colour = theme.SizeNameCaptionText, look.ColourReturned
	sign := look.NewIcon(look.IconQuote)
	sign.Set(look.IconQuote, look.ColourReturned)
	out := look.Stack(look.Border(nil, nil, look.Inset(1, 0, 0, 5, sign), nil, line))
	if x.Verdict == library.Differs {
		out.Add(look.Inset(2, 2, 0, 0, ShownEdits(x.Edits, data.Lang(q.field.Lang))))
		out.Add(look.Flow(look.NewButton(loc.T("quote.put"), func() { q.put(x) })))
	}
	return look.Inset(2, 4, 0, 0, out)
}

func (q *Quotes) cite(at library.Place) string {
	w, _ := q.room.Desk.Work(at.Work)
	return q.room.Loc.CiteWork(w.Symbol, w.Title.In(data.Lang(q.room.Loc.Lang())), at.Pointer, true)
}

// put puts the exact words in the place of a quotation, as if they were typed.
func (q *Quotes) put(x library.Quotation) {
	if q.field.Text() != q.text { // typed in since, and not read yet
		q.Read(q.cited)
		return
	}
	q.field.Select(x.Words(q.text))
	q.field.Insert(x.Source)
	q.field.Focus()
	q.Read(q.cited)
}
