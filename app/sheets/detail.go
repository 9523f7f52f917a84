package sheets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/translations"
)

// rowView shows a difference in the list, with whether it is chosen.
type rowView struct {
	widget.BaseWidget
	chosen *look.Check
	words  *page.TwoLines
	box    fyne.CanvasObject
}

func newRowView() *rowView {
	v := &rowView{chosen: look.NewCheck("", false, nil), words: page.NewTwoLines()}
	v.box = look.Border(nil, nil, look.Inset(0, 0, 10, 0, look.Column(look.Space(), v.chosen, look.Space())), nil, v.words)
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }

func (v *rowView) set(p *Page, i int) {
	l := p.lines[i]
	title, state, colour := p.words(l)
	v.words.Title.SetText(title)
	v.words.State.SetText(state)
	v.words.State.SetColour(colour)
	look.SetShown(v.chosen, l.fault == nil)
	v.chosen.SetTicked(l.chosen)
	v.chosen.OnChanged = func(bool) { p.toggle(i) }
	v.words.Refresh()
}

// words say what a line is about and how it stands.
func (p *Page) words(l line) (title, state string, colour fyne.ThemeColorName) {
	loc := p.room.Loc
	if l.fault != nil {
		sentence, _ := loc.Error(string(data.CodeOf(l.fault.Err)), data.ArgsOf(l.fault.Err))
		return p.at(l.fault), sentence, look.ColourDanger
	}
	c := l.change
	title = translations.Capital(loc.Cite(c.Row.Path))
	if c.Field != "" {
		title += " · " + p.field(c.Field)
	} else {
		title += " · " + page.Speaker(loc, p.room.Desk.Register(), c.View.By)
	}
	colour = look.ColourMuted
	if c.State == data.SheetConflict {
		colour = look.ColourDanger
	}
	return title, loc.T("sheets.state." + string(c.State)), colour
}

// at is the place of a fault.
func (p *Page) at(f *data.SheetFault) string {
	loc := p.room.Loc
	if f.Column == "" {
		return loc.T("sheets.fault.row", "row", loc.Number(f.Row))
	}
	return loc.T("sheets.fault.cell", "row", loc.Number(f.Row), "column", f.Column)
}

// field is how a column is called.
func (p *Page) field(f data.SheetField) string {
	loc := p.room.Loc
	name, lang := f.Split()
	if lang == "" {
		return loc.T("sheets.column." + string(name))
	}
	return loc.T("sheets.column.in", "column", loc.T("sheets.column."+string(name)), "language", loc.Name("language", string(lang)))
}

// detail shows a difference in full.
type detail struct {
	page   *Page
	rows   *fyne.Container
	object fyne.CanvasObject
}

func newDetail(p *Page) *detail {
	d := &detail{page: p, rows: look.Column()}
	d.object = page.Scroll(look.Inset(10, 10, 12, 12, d.rows))
	return d
}

func (d *detail) clear() {
	d.rows.RemoveAll()
	d.rows.Refresh()
}

func (d *detail) show(i int) {
	d.rows.RemoveAll()
	p := d.page
	loc, l := p.room.Loc, p.lines[i]
	title, state, colour := p.words(l)
	head, how := look.Wrapped(title), look.Wrapped(state)
	head.Bold, how.Colour = true, colour
	d.rows.Add(head)
	d.rows.Add(how)
	if l.fault != nil {
		_, hint := loc.Error(string(data.CodeOf(l.fault.Err)), data.ArgsOf(l.fault.Err))
		d.rows.Add(look.MutedWrapped(hint))
		d.rows.Refresh()
		return
	}
	d.rows.Add(look.NewCheck(loc.T("sheets.take-this"), l.chosen, func(bool) { p.toggle(i) }))
	d.rows.Add(look.Rule())
	d.values(l.change)
	d.rows.Refresh()
}

// values shows what the desk and what the sheet holds: words as a redline, all else one
// below the other.
func (d *detail) values(c data.SheetChange) {
	p := d.page
	loc := p.room.Loc
	if c.State == data.SheetNew {
		attitude := look.Wrapped(page.ClassName(loc, c.View.Attitude))
		attitude.Bold = true
		d.rows.Add(attitude)
		d.rows.Add(look.Content(c.View.Words, string(c.View.Lang)))
		if !c.View.Said.IsZero() {
			day := data.DateOf(c.View.Said)
			d.rows.Add(look.Muted(loc.Date(day.Year, day.Month, day.Day)))
		}
		return
	}
	name, lang := c.Field.Split()
	if lang == "" {
		lang = c.Lang
	}
	switch name {
	case data.FieldStance, data.FieldAttitude, data.FieldSpeaker, data.FieldFor, data.FieldSaid:
	default:
		d.rows.Add(page.NewPassage(c.Before, c.After, lang))
		return
	}
	for _, v := range []struct{ id, value string }{{"sheets.value.before", c.Before}, {"sheets.value.after", c.After}} {
		words := look.Wrapped(p.value(name, v.value))
		d.rows.Add(page.Labelled(loc.T(v.id), words))
	}
}

// value is how a value is called.
func (p *Page) value(f data.SheetField, value string) string {
	loc := p.room.Loc
	switch {
	case f == data.FieldStance:
		return loc.Name("stance", value)
	case value == "":
		return loc.T("sheets.blank")
	case f == data.FieldAttitude:
		return loc.Name("attitude", value)
	}
	return loc.Isolate(value)
}
