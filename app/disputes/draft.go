package disputes

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// draft is a record as it stands in a form, kept until it is recorded.
type draft[T any] struct {
	keep *page.Keep
	fail func(error)
	key  func() string
	is   T
}

// note keeps the form as it is.
func (x *draft[T]) note() {
	text, err := json.Marshal(x.is)
	if err != nil {
		x.fail(err)
		return
	}
	x.keep.Note(x.key(), string(text))
}

// begin takes a record, else as it was being changed: what who and when says of the
// record, restore puts back.
func (x *draft[T]) begin(record T, restore func(*T)) {
	x.is = record
	var typed T
	if text, ok := x.keep.Read(x.key()); ok && json.Unmarshal([]byte(text), &typed) == nil {
		restore(&typed)
		x.is = typed
	}
}

func (x *draft[T]) drop() { x.keep.Drop(x.key()) }

// field writes into one text.
func field(p *Page, placeholder string, changed func(string)) *textview.Field {
	f := textview.NewField()
	f.Placeholder, f.OnChanged = placeholder, changed
	f.OnEscaped = func() { p.page.Close() }
	return f
}

// dayField writes into a date; one that cannot be read is refused when the record is
// written.
func dayField(p *Page, changed func(data.Date, error)) *textview.Field {
	return field(p, p.room.Loc.T("papers.date.form"), func(typed string) { changed(data.ParseDate(typed)) })
}

// editor writes into words of several lines.
func editor(p *Page, placeholder string, changed func(string)) *textview.Editor {
	e := textview.NewEditor()
	e.MinRows, e.MaxRows, e.Placeholder, e.OnChanged = 2, 12, placeholder, changed
	e.OnEscaped = func() { p.page.Close() }
	return e
}

// audiences are who can be let read a record, the widest first.
var audiences = []data.Audience{data.AudienceAll, data.AudienceDelegation, data.AudienceInstructed, data.AudienceHead}

// readers chooses who may read a record.
func readers(p *Page, changed func(data.Audience)) *look.Select {
	var names []string
	for _, a := range audiences {
		names = append(names, readersName(p.room.Loc, a))
	}
	return look.NewSelect(names, 0, func(i int) { changed(audiences[i]) })
}

func readersName(loc *translations.Localizer, a data.Audience) string {
	if a == data.AudienceAll {
		return loc.T("readers.all")
	}
	return loc.Name("readers", string(a))
}

func chooseReaders(s *look.Select, a data.Audience) { s.Choose(max(slices.Index(audiences, a), 0)) }

// named are the names of a family's values.
func named[T ~string](loc *translations.Localizer, family string, values []T) (out []string) {
	for _, v := range values {
		out = append(out, loc.Name(family, string(v)))
	}
	return out
}

// removable is a thing with buttons at its end that change it and take it away.
func removable(p *Page, o fyne.CanvasObject, edit, remove func()) fyne.CanvasObject {
	loc := p.room.Loc
	buttons := look.Row()
	if edit != nil {
		buttons.Add(look.NewIconButton(look.IconEdit, "", edit).WithTip(loc.T("dispute.edit")))
	}
	buttons.Add(look.NewIconButton(look.IconClose, "", remove).WithTip(loc.T("packages.form.remove")))
	return look.Border(nil, nil, nil, look.Top(buttons), o)
}
