package page

import (
	"context"
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// Form is where one record is written: what is typed in its fields stands in Is, is
// kept until it is recorded or given up, and is not recorded while a day cannot be
// read.
type Form[T any] struct {
	Is T

	room    *room.Room
	keep    *Keep
	closing func()
	entry   func(*T) *data.Entry
	key     func(data.ID) string
	unread  []unread
}

// unread is a field with a day that cannot be read.
type unread struct {
	field *textview.Field
	why   error
}

// NewForm makes a form of a page, which Escape in a field closes. entry gives what a
// record says of itself; what is typed is kept under a key, which depends on the
// record, the zero ID being a new one.
func NewForm[T any](r *room.Room, keep *Keep, closing func(), entry func(*T) *data.Entry, key func(data.ID) string) *Form[T] {
	return &Form[T]{room: r, keep: keep, closing: closing, entry: entry, key: key}
}

func (f *Form[T]) id() data.ID { return f.entry(&f.Is).ID }

// Note keeps the form as it is.
func (f *Form[T]) Note() {
	text, err := json.Marshal(f.Is)
	if err != nil {
		f.room.Fail(err)
		return
	}
	f.keep.Note(f.key(f.id()), string(text))
}

// Begin takes a record, else as it was being changed; it still says of itself what
// the record says.
func (f *Form[T]) Begin(record T) {
	f.Is, f.unread = record, nil
	var typed T
	if text, ok := f.keep.Read(f.key(f.id())); ok && json.Unmarshal([]byte(text), &typed) == nil {
		*f.entry(&typed) = *f.entry(&record)
		f.Is = typed
	}
}

// Drop forgets what was typed.
func (f *Form[T]) Drop() { f.keep.Drop(f.key(f.id())) }

// Record records the form in a book, unless one of its days cannot be read, forgets
// what was typed and tells what was recorded.
func (f *Form[T]) Record(set func(context.Context, T) (T, error), then func(T)) {
	if len(f.unread) > 0 {
		f.room.Fail(f.unread[0].why)
		return
	}
	x := f.Is
	f.room.Act(func(ctx context.Context) (err error) {
		x, err = set(ctx, x)
		return err
	}, func() {
		f.Drop()
		then(x)
	})
}

// Text is a field for a line of the record.
func (f *Form[T]) Text(placeholder string, into *string) *textview.Field {
	return Typing(f.closing, placeholder, func(typed string) { *into = typed; f.Note() })
}

// Lines is an editor for a text of the record, which Ctrl+Enter records.
func (f *Form[T]) Lines(placeholder string, into *string, record func()) *textview.Editor {
	e := Writing(f.closing, placeholder, func(typed string) { *into = typed; f.Note() })
	if record != nil {
		e.OnSubmitted = func(string) { record() }
	}
	return e
}

// Day is a field for a day of the record.
func (f *Form[T]) Day(into *data.Date) *textview.Field {
	var field *textview.Field
	field = Typing(f.closing, f.room.Loc.T("papers.date.form"), func(typed string) {
		day, err := data.ParseDate(typed)
		*into = day
		if f.Forget(field); err != nil {
			f.unread = append(f.unread, unread{field, err})
		}
		f.Note()
	})
	return field
}

// Forget says that fields are not asked any more for a day that can be read.
func (f *Form[T]) Forget(fields ...*textview.Field) {
	f.unread = slices.DeleteFunc(f.unread, func(u unread) bool { return slices.Contains(fields, u.field) })
}

// Parties is a list of States and organizations of the record.
func (f *Form[T]) Parties(into *[]string) *Picked[string] {
	list := NewParties(f.room)
	list.OnChanged = func(codes []string) { *into = codes; f.Note() }
	return list
}

// Party is one State or organization of the record; typing another puts it in its
// place.
func (f *Form[T]) Party(into *string) *Picked[string] { return one(NewParties(f.room), into, f.Note) }

// Place is one provision of the treaty for the record.
func (f *Form[T]) Place(into *data.ID) *Picked[data.ID] { return one(NewPlaces(f.room), into, f.Note) }

// Obligation is one obligation of the register for the record.
func (f *Form[T]) Obligation(treaty data.ID, into *data.ID) *Picked[data.ID] {
	return one(newObligations(f.room, treaty), into, f.Note)
}

func one[V comparable](list *Picked[V], into *V, note func()) *Picked[V] {
	list.OnChanged = func(all []V) {
		if len(all) > 1 { // the one that was typed last
			all = all[len(all)-1:]
			list.Set(all)
		}
		if *into = *new(V); len(all) > 0 {
			*into = all[0]
		}
		note()
	}
	return list
}

// Readers chooses who may read the record.
func (f *Form[T]) Readers(into *data.Audience) Readers {
	return NewReaders(f.room, func(a data.Audience) { *into = a; f.Note() })
}

// Choice chooses one of a family's values for the record of a form.
func Choice[T any, V ~string](f *Form[T], family string, values []V, into *V) *look.Select {
	return look.NewSelect(Named(f.room.Loc, family, values), 0, func(i int) { *into = values[i]; f.Note() })
}

// Buttons are those at the foot of a form: one that gives up what was typed, and one
// that records it.
func (f *Form[T]) Buttons(record *look.Button, anew func()) fyne.CanvasObject {
	cancel := look.NewButton(f.room.Loc.T("panes.cancel"), func() { f.Drop(); anew() }).Rank(look.Quiet)
	return look.Row(cancel, look.Space(), record)
}

// Typing is a field that writes into a text; Escape closes the page.
func Typing(closing func(), placeholder string, changed func(string)) *textview.Field {
	f := textview.NewField()
	f.Placeholder, f.OnChanged, f.OnEscaped = placeholder, changed, closing
	return f
}

// Writing is an editor for a few lines; Escape closes the page.
func Writing(closing func(), placeholder string, changed func(string)) *textview.Editor {
	e := textview.NewEditor()
	e.MinRows, e.MaxRows, e.Placeholder, e.OnChanged, e.OnEscaped = 2, 12, placeholder, changed, closing
	return e
}
