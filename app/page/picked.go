package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
)

// Picked is a list of things that are named by typing: parties, provisions. What is
// chosen stands above the field, each with a button that takes it away.
type Picked[T comparable] struct {
	Object fyne.CanvasObject
	// Field is where the next one is typed.
	Field *textview.Field
	// OnChanged is told the list after a person has changed it.
	OnChanged func([]T)

	room  *room.Room
	chips *fyne.Container
	name  func(T) string
	all   []T
}

// NewPicked makes a list. find gives what a typed text means; name is how one is
// written.
func NewPicked[T comparable](r *room.Room, placeholder, unknown string, find func(typed string) (T, bool), name func(T) string) *Picked[T] {
	p := &Picked[T]{room: r, Field: textview.NewField(), chips: look.Flow(), name: name}
	p.Field.Placeholder = placeholder
	p.Field.OnSubmitted = func(typed string) {
		if typed == "" {
			return
		}
		x, ok := find(typed)
		if !ok {
			r.Toast(unknown)
			return
		}
		p.Field.SetText("")
		if !slices.Contains(p.all, x) {
			p.put(append(slices.Clip(p.all), x))
		}
	}
	p.Field.OnFocused = func(focused bool) { // who goes on with Tab means it as well
		if !focused {
			p.Field.OnSubmitted(strings.TrimSpace(p.Field.Text()))
		}
	}
	p.Object = look.Stack(p.chips, p.Field)
	return p
}

// NewParties is a list of States and organizations.
func NewParties(r *room.Room) *Picked[string] {
	return NewPicked(r, r.Loc.T("picked.party"), r.Loc.T("picked.party.unknown"),
		func(typed string) (string, bool) { return FindParty(r, typed) },
		func(code string) string { return Party(r.Loc, r.Desk.Register(), code) })
}

// FindParty is the code of the State or organization that a typed text means.
func FindParty(r *room.Room, typed string) (code string, ok bool) {
	for _, x := range r.Desk.Register().Find(typed) {
		if !x.Group {
			return x.Code, true
		}
	}
	return "", false
}

// NewPlaces is a list of provisions of the treaty, by their numbers.
func NewPlaces(r *room.Room) *Picked[data.ID] {
	return NewPicked(r, r.Loc.T("packages.form.place"), r.Loc.T("packages.form.not-found"),
		func(typed string) (data.ID, bool) {
			t, err := treatyText(r)
			if err != nil {
				r.Fail(err)
				return data.ID{}, false
			}
			if list := t.GoTo(typed); len(list) > 0 {
				return list[0].ID, true
			}
			return data.ID{}, false
		},
		func(id data.ID) string { return Cited(r, []data.ID{id}) })
}

// treatyText is the text of the treaty, of the draft while there is none.
func treatyText(r *room.Room) (*desk.Text, error) {
	treaty, _ := r.Desk.TheTreaty()
	return r.Desk.TreatyText(treaty)
}

// InTreaty is a provision that is selected in the window, if the treaty has it.
func InTreaty(r *room.Room, id data.ID) []data.ID {
	if t, err := treatyText(r); err == nil {
		if _, ok := t.Find(id); ok {
			return []data.ID{id}
		}
	}
	return nil
}

// All is what is chosen.
func (p *Picked[T]) All() []T { return p.all }

// Set shows a list, and nothing typed.
func (p *Picked[T]) Set(all []T) {
	p.all = slices.Clone(all)
	p.Field.SetText("")
	p.show()
}

// SetOne shows one thing; the zero one is none.
func (p *Picked[T]) SetOne(x T) {
	if x == *new(T) {
		p.Set(nil)
		return
	}
	p.Set([]T{x})
}

func (p *Picked[T]) put(all []T) {
	p.all = all
	p.show()
	if p.OnChanged != nil {
		p.OnChanged(all)
	}
}

func (p *Picked[T]) show() {
	p.chips.Objects = nil
	for i, x := range p.all {
		less := look.NewIconButton(look.IconClose, "", func() { p.put(slices.Delete(slices.Clone(p.all), i, i+1)) }).WithTip(p.room.Loc.T("packages.form.remove"))
		p.chips.Add(look.Row(look.NewChip(p.name(x)), less))
	}
	look.SetShown(p.chips, len(p.all) > 0)
	p.chips.Refresh()
}
