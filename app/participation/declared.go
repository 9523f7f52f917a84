package participation

import (
	"context"
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

// declaredPart shows what a State has declared and what others object to in it, takes
// down more, and tells how it stands to another State.
type declaredPart struct {
	page *Page
	list *fyne.Container

	kind    *look.Select
	on      *look.Select // what is objected to or withdrawn
	place   *textview.Field
	places  *look.Text
	date    *textview.Field
	text    *textview.Editor
	opposes *look.Check
	form    *fyne.Container

	other    *textview.Field
	relation *look.Text
	all      fyne.CanvasObject

	ons        []data.ID
	provisions []data.ID
}

func newDeclaredPart(p *Page) *declaredPart {
	loc := p.room.Loc
	x := &declaredPart{page: p, list: look.Column(), places: look.Wrapped(""), relation: look.Wrapped("")}
	x.kind = look.NewSelect(nil, 0, func(int) { x.offer() })
	var names []string
	for _, k := range data.ReservationKinds {
		names = append(names, loc.Name("reservation-kind", string(k)))
	}
	x.kind.SetOptions(names, 0)
	x.on = look.NewSelect(nil, 0, nil)
	x.place, x.date, x.other = textview.NewField(), textview.NewField(), textview.NewField()
	x.place.Placeholder, x.place.OnSubmitted = loc.T("participation.declared.place.hint"), x.found
	x.date.SetText(data.Today().String())
	x.text = textview.NewEditor()
	x.text.MaxRows = 8
	x.text.OnSubmitted = func(string) { x.record() }
	x.opposes = look.NewCheck(loc.T("participation.declared.opposes"), false, nil)
	x.other.Placeholder, x.other.OnChanged = loc.T("participation.entry.who"), func(string) { x.relate() }
	for _, f := range []*textview.Field{x.place, x.date, x.other} {
		f.OnEscaped = p.closing
	}
	x.text.OnEscaped = p.closing
	x.form = look.Column(
		page.Columns([]float32{2, 1}, page.Labelled(loc.T("participation.entry.kind"), x.kind), page.Labelled(loc.T("participation.entry.when"), x.date)),
		page.Labelled(loc.T("participation.declared.on"), x.on),
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("participation.declared.place"), x.place), page.Labelled("", x.places)),
		page.Labelled(loc.T("participation.declared.text"), x.text), x.opposes,
		look.Row(look.Space(), look.NewPrimary(loc.T("participation.entry.record"), x.record)))
	x.all = page.Scroll(look.Inset(10, 10, 14, 14, look.Column(x.list, look.Rule(), x.form, look.Rule(),
		page.Labelled(loc.T("participation.declared.between"), x.other), x.relation)))
	return x
}

func (x *declaredPart) object() fyne.CanvasObject { return x.all }

// show lists what the State has declared.
func (x *declaredPart) show() {
	p, loc := x.page, x.page.room.Loc
	x.list.Objects = nil
	look.SetShown(x.form, p.party != "")
	if p.party == "" {
		x.list.Add(look.Wrapped(loc.T("participation.state.none")))
	} else {
		x.list.Add(look.Heading(p.world.name(p.party)))
	}
	for _, r := range p.world.reservations {
		if r.Party == p.party {
			x.list.Add(x.line(r))
		}
	}
	x.list.Refresh()
	x.offer()
	x.relate()
}

// line is one declaration with what became of it.
func (x *declaredPart) line(r data.Reservation) fyne.CanvasObject {
	p, loc := x.page, x.page.room.Loc
	says := look.Wrapped(loc.T("participation.standing.bound", "kind", loc.Name("reservation-kind", string(r.Kind)), "date", loc.Date(r.Date.Year, r.Date.Month, r.Date.Day)))
	says.Bold = true
	out := look.Stack(says)
	if len(r.Provisions) > 0 {
		place := look.Wrapped(page.Cited(p.room, r.Provisions))
		place.Colour = look.ColourMuted
		out.Add(place)
	}
	if of := p.world.declared(r.On); !of.ID.IsZero() {
		out.Add(look.Wrapped(loc.T("participation.declared.to", "what", p.world.declaration(of))))
	}
	if r.Text != "" {
		out.Add(look.Content(loc.Quote(r.Text), string(r.Lang)))
	}
	for _, o := range p.world.reservations {
		if o.On == r.ID {
			words := look.Wrapped(p.world.declaration(o))
			words.Colour = look.ColourReturned
			out.Add(words)
		}
	}
	less := look.NewIconButton(look.IconDelete, "", func() {
		page.Remove(p.room, p.room.Desk.Reservations(), r.ID, p.Refresh)
	}).WithTip(loc.T("participation.state.delete"))
	return look.Border(nil, nil, nil, look.Top(less), out)
}

// declared is what was declared under an identity; zero: nothing.
func (w *world) declared(id data.ID) data.Reservation {
	for _, r := range w.reservations {
		if r.ID == id && !id.IsZero() {
			return r
		}
	}
	return data.Reservation{}
}

// declaration names what somebody declared: "Kenya: reservation, 4 May 2026".
func (w *world) declaration(r data.Reservation) string {
	loc := w.room.Loc
	words := loc.T("participation.entry.means", "who", w.name(r.Party), "kind", loc.Name("reservation-kind", string(r.Kind)), "date", loc.Date(r.Date.Year, r.Date.Month, r.Date.Day))
	if r.Opposes {
		words += " " + loc.T("participation.declared.opposed")
	}
	return words
}

func (x *declaredPart) chosenKind() data.ReservationKind {
	return data.ReservationKinds[max(x.kind.Chosen(), 0)]
}

// offer lists what may be objected to, or withdrawn.
func (x *declaredPart) offer() {
	p := x.page
	kind := x.chosenKind()
	x.ons = nil
	var names []string
	for _, r := range force.Declared(p.world.reservations, p.world.day) {
		if kind == data.ReservationObjected && r.Party != p.party && r.Kind != data.ReservationObjected || kind == data.ReservationWithdrawn && r.Party == p.party {
			x.ons = append(x.ons, r.ID)
			names = append(names, p.world.declaration(r))
		}
	}
	x.on.SetOptions(names, 0)
	follows := kind == data.ReservationObjected || kind == data.ReservationWithdrawn
	look.SetShown(x.on, follows)
	look.SetShown(x.opposes, kind == data.ReservationObjected)
	x.places.SetText(page.Cited(p.room, x.provisions))
}

// found adds the provision that a typed number means; "" takes all away.
func (x *declaredPart) found(typed string) {
	p := x.page
	if strings.TrimSpace(typed) == "" {
		x.provisions = nil
		x.offer()
		return
	}
	t, err := p.room.Desk.TreatyText(p.world.treaty)
	if err != nil {
		p.room.Fail(err)
		return
	}
	list := t.GoTo(typed)
	if len(list) == 0 {
		p.room.Toast(p.room.Loc.T("packages.form.not-found"))
		return
	}
	if !slices.Contains(x.provisions, list[0].ID) {
		x.provisions = append(x.provisions, list[0].ID)
	}
	x.place.SetText("")
	x.offer()
}

// record takes the declaration down.
func (x *declaredPart) record() {
	p := x.page
	day, err := data.ParseDate(strings.TrimSpace(x.date.Text()))
	if err != nil {
		p.room.Fail(err)
		return
	}
	r := data.Reservation{
		Treaty: p.chosen, Party: p.party, Kind: x.chosenKind(), Provisions: x.provisions, Text: strings.TrimSpace(x.text.Text()),
		Lang: data.Lang(p.room.Loc.Lang()), Date: day,
	}
	if r.Kind == data.ReservationObjected || r.Kind == data.ReservationWithdrawn {
		if i := x.on.Chosen(); i >= 0 && i < len(x.ons) {
			r.On = x.ons[i]
		}
		r.Opposes = r.Kind == data.ReservationObjected && x.opposes.Ticked()
	}
	p.room.Act(func(ctx context.Context) error {
		_, err := p.room.Desk.Reservations().Set(ctx, r)
		return err
	}, func() {
		x.provisions = nil
		x.text.SetText("")
		x.opposes.SetTicked(false)
		p.Refresh()
	})
}

// relate tells how the State stands to another.
func (x *declaredPart) relate() {
	p := x.page
	other, ok := p.world.found(x.other.Text())
	if !ok || p.party == "" || other == p.party {
		x.relation.SetText("")
		return
	}
	x.relation.SetText(strings.Join(p.between(p.party, other), "\n"))
}

// between says how two stand to one another, one sentence each.
func (p *Page) between(one, other string) (says []string) {
	loc, w := p.room.Loc, p.world
	r := force.Between(w.now, w.reservations, one, other)
	names := []string{"one", w.name(one), "other", w.name(other)}
	if r.InForce {
		says = append(says, loc.T("participation.between.force", append(names, "date", loc.Date(r.Since.Year, r.Since.Month, r.Since.Day))...))
	} else {
		says = append(says, loc.T("participation.between.none", names...))
	}
	for _, e := range r.Effects {
		says = append(says, export.EffectWords(e, loc, w.declaration(e.Reservation)))
	}
	return says
}
