package participation

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/force"
	"travaux/export"
)

// supposePart tells what would be if some deposited their instruments on a day. It
// records nothing.
type supposePart struct {
	page   *Page
	who    *textview.Field
	date   *textview.Field
	kind   *look.Select
	names  *look.Text
	result *look.Text
	each   *look.Text
	all    fyne.CanvasObject
	codes  []string // who is supposed to
}

// binding are the kinds that can be supposed.
var binding = slices.DeleteFunc(slices.Clone(data.InstrumentKinds), func(k data.InstrumentKind) bool { return !k.Binds() })

func newSupposePart(p *Page) *supposePart {
	loc := p.room.Loc
	x := &supposePart{page: p, who: textview.NewField(), date: textview.NewField(), names: look.Wrapped(""), result: look.Wrapped(""), each: look.Wrapped("")}
	x.result.Bold = true
	x.each.Colour = look.ColourMuted
	x.who.Placeholder = loc.T("participation.entry.who")
	x.who.OnSubmitted = func(typed string) { x.add(typed) }
	x.date.SetText(data.Today().String())
	x.date.OnChanged = func(string) { x.show() }
	x.who.OnEscaped, x.date.OnEscaped = p.closing, p.closing
	var kinds []string
	for _, k := range binding {
		kinds = append(kinds, loc.Name("instrument", string(k)))
	}
	x.kind = look.NewSelect(kinds, 0, func(int) { x.show() })
	signed := look.NewButton(loc.T("participation.suppose.signed"), x.addSigned)
	none := look.NewButton(loc.T("participation.suppose.none"), func() { x.codes = nil; x.show() }).Rank(look.Quiet)
	x.all = page.Scroll(look.Inset(10, 10, 14, 14, look.Column(
		look.Wrapped(loc.T("participation.suppose.about")),
		page.Columns([]float32{3, 2, 2}, page.Labelled(loc.T("participation.suppose.who"), x.who), page.Labelled(loc.T("participation.entry.kind"), x.kind), page.Labelled(loc.T("participation.suppose.by"), x.date)),
		look.Flow(signed, none), x.names, look.Rule(), x.result, x.each)))
	return x
}

func (x *supposePart) object() fyne.CanvasObject { return x.all }

// add supposes that those who are typed, with commas between, deposit theirs.
func (x *supposePart) add(typed string) {
	for _, one := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(",;،、；", r) }) {
		code, ok := x.page.world.found(one)
		if !ok {
			x.page.room.Toast(x.page.room.Loc.T("participation.entry.nobody"))
			return
		}
		if !slices.Contains(x.codes, code) {
			x.codes = append(x.codes, code)
		}
	}
	x.who.SetText("")
	x.show()
}

// addSigned supposes that all who have signed and nothing more deposit theirs.
func (x *supposePart) addSigned() {
	for _, code := range x.page.world.listed(filterSigned) {
		if !slices.Contains(x.codes, code) {
			x.codes = append(x.codes, code)
		}
	}
	x.show()
}

// show computes what would be.
func (x *supposePart) show() {
	p, w, loc := x.page, x.page.world, x.page.room.Loc
	x.each.SetText("")
	if len(x.codes) == 0 {
		x.names.SetText("")
		x.result.SetText(loc.T("participation.suppose.nobody"))
		return
	}
	var names []string
	for _, code := range w.sorted(slices.Clone(x.codes)) {
		names = append(names, w.name(code))
	}
	x.names.SetText(loc.List(names))
	day, err := data.ParseDate(strings.TrimSpace(x.date.Text()))
	if err != nil || day.IsZero() {
		x.result.SetText(loc.T("participation.form.unread"))
		return
	}
	on := day
	if on.Before(w.day) {
		on = w.day
	}
	then := w.with(on, force.Suppose(p.chosen, binding[max(x.kind.Chosen(), 0)], day, x.codes...)...)
	x.result.SetText(strings.Join(export.TreatyWords(w.treaty, then, loc, w.name), " "))
	var each []string
	for _, code := range w.sorted(slices.Clone(x.codes)) {
		s, _ := then.Of(code)
		each = append(each, loc.T("participation.suppose.each", "who", w.name(code), "stands", strings.Join(export.StandingWords(s, on, loc), " · ")))
	}
	x.each.SetText(strings.Join(each, "\n"))
}
