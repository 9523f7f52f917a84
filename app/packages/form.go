package packages

import (
	"context"
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// form is one package: what it is called, what we accept, on which conditions.
type form struct {
	room  *room.Room
	keep  *page.Keep
	saved func(data.ID)

	state      *look.Text
	reasons    *fyne.Container // what is not met
	title      *textview.Field
	accepts    *fyne.Container
	accept     *textview.Field
	conditions *fyne.Container
	add        *textview.Field
	note       *textview.Editor
	giveUp     *look.Button
	object     *look.Frame

	pack data.Package // as it is in the form
}

func newForm(r *room.Room, saved func(data.ID)) *form {
	f := &form{room: r, saved: saved, state: look.Wrapped(""), reasons: look.Column(), accepts: look.Column(), conditions: look.Column()}
	loc := r.Loc
	f.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	f.state.Bold = true
	field := func(placeholder string, changed func(string)) *textview.Field {
		x := textview.NewField()
		x.Placeholder, x.OnChanged = loc.T(placeholder), changed
		return x
	}
	f.title = field("packages.form.title", func(text string) { f.pack.Title = text; f.kept() })
	f.accept = field("packages.form.place", nil)
	f.accept.OnSubmitted = func(text string) {
		if id, ok := f.found(text); ok && !slices.Contains(f.pack.Accepts, id) {
			f.pack.Accepts = append(f.pack.Accepts, id)
			f.accept.SetText("")
			f.kept()
			f.show()
		}
	}
	f.add = field("packages.form.place", nil)
	f.add.OnSubmitted = func(text string) {
		if id, ok := f.found(text); ok {
			f.pack.Conditions = append(f.pack.Conditions, data.Condition{Provision: id, Kind: data.ConditionKeeps, Lang: r.Selection.Lang()})
			f.add.SetText("")
			f.kept()
			f.show()
		}
	}
	f.note = textview.NewEditor()
	f.note.MinRows, f.note.MaxRows = 2, 8
	f.note.Placeholder = loc.T("packages.form.note")
	f.note.OnChanged = func(text string) { f.pack.Note = text; f.kept() }
	f.giveUp = look.NewButton(loc.T("packages.form.give-up"), f.remove).Rank(look.Quiet)
	save := look.NewPrimary(loc.T("packages.form.save"), f.save)
	f.object = look.NewFrame(loc.T("packages.frame"), look.Column(
		f.state, f.reasons, f.title,
		page.Strong(loc.T("packages.form.accepts")), f.accepts, f.accept,
		page.Strong(loc.T("packages.form.conditions")), f.conditions, f.add,
		f.note, look.Row(f.giveUp, look.Space(), save),
	))
	return f
}

// found is the provision that a typed number or words mean.
func (f *form) found(typed string) (data.ID, bool) {
	t, err := f.room.Desk.Current()
	if err != nil {
		f.room.Fail(err)
		return data.ID{}, false
	}
	if list := t.GoTo(typed); len(list) > 0 {
		return list[0].ID, true
	}
	f.room.Toast(f.room.Loc.T("packages.form.not-found"))
	return data.ID{}, false
}

// key is the key of what is typed and not recorded.
func (f *form) key() string {
	if f.pack.ID.IsZero() {
		return "package/new"
	}
	return "package/" + f.pack.ID.String()
}

// kept writes the form as it is to the disk.
func (f *form) kept() {
	text, err := json.Marshal(f.pack)
	if err != nil {
		f.room.Fail(err)
		return
	}
	f.keep.Note(f.key(), string(text))
}

// begin is a new package, or the one that was begun and not recorded.
func (f *form) begin(provision data.ID) {
	f.pack = data.Package{}
	if !f.typed() && !provision.IsZero() {
		f.pack.Accepts = []data.ID{provision}
	}
	f.fill(data.PackageStanding{})
}

// load shows a package, as it was being changed.
func (f *form) load(s data.PackageStanding) {
	f.pack = s.Package
	f.typed()
	f.fill(s)
}

// typed takes what was typed and not recorded, and tells whether there was any.
func (f *form) typed() bool {
	text, ok := f.keep.Read(f.key())
	var p data.Package
	if !ok || json.Unmarshal([]byte(text), &p) != nil {
		return false
	}
	p.ID, p.Author, p.Time = f.pack.ID, f.pack.Author, f.pack.Time
	f.pack = p
	return true
}

func (f *form) fill(s data.PackageStanding) {
	loc := f.room.Loc
	f.title.SetText(f.pack.Title)
	f.note.SetText(f.pack.Note)
	f.accept.SetText("")
	f.add.SetText("")
	f.reasons.Objects = nil
	f.state.Hide()
	f.giveUp.Hide()
	if !f.pack.ID.IsZero() {
		f.state.Colour = page.PackageColour(s.State)
		f.state.SetText(loc.Name("package-state", string(s.State)))
		f.state.Show()
		f.giveUp.Show()
	}
	for _, m := range s.Conditions {
		if m.State != data.PackageHolds {
			line := look.Wrapped(page.PackageCondition(f.room, m))
			line.Colour = page.PackageColour(m.State)
			f.reasons.Add(line)
		}
	}
	if len(s.Gone) > 0 {
		line := look.Wrapped(loc.T("packages.accepted-gone"))
		line.Colour = look.ColourDanger
		f.reasons.Add(line)
	}
	f.show()
}

// show lists what is accepted and the conditions.
func (f *form) show() {
	loc := f.room.Loc
	f.accepts.Objects, f.conditions.Objects = nil, nil
	for i, id := range f.pack.Accepts {
		f.accepts.Add(f.removable(look.Wrapped(page.Cited(f.room, []data.ID{id})), func() { f.pack.Accepts = slices.Delete(f.pack.Accepts, i, i+1) }))
	}
	kinds := make([]string, len(data.ConditionKinds))
	for i, k := range data.ConditionKinds {
		kinds[i] = loc.Name("condition-kind", string(k))
	}
	for i := range f.pack.Conditions {
		c := &f.pack.Conditions[i]
		kind := look.NewSelect(kinds, slices.Index(data.ConditionKinds, c.Kind), func(k int) {
			c.Kind, c.Words = data.ConditionKinds[k], ""
			f.kept()
			f.show()
		})
		place := look.Wrapped(page.Cited(f.room, []data.ID{c.Provision}))
		row := look.Column(place, kind)
		if v := f.value(c); v != nil {
			row.Add(v)
		}
		f.conditions.Add(f.removable(row, func() { f.pack.Conditions = slices.Delete(f.pack.Conditions, i, i+1) }))
	}
	f.object.Refresh()
}

// removable is a line with the button that takes it away.
func (f *form) removable(o fyne.CanvasObject, remove func()) fyne.CanvasObject {
	less := look.NewIconButton(look.IconClose, "", func() { remove(); f.kept(); f.show() }).WithTip(f.room.Loc.T("packages.form.remove"))
	return look.Border(nil, nil, nil, less, o)
}

// value is where it is said what a condition asks for; nil where its kind says it.
func (f *form) value(c *data.Condition) fyne.CanvasObject {
	loc := f.room.Loc
	switch c.Kind {
	case data.ConditionHas, data.ConditionLacks:
		words := textview.NewField()
		words.Lang, words.Placeholder = string(c.Lang), loc.T("packages.form.words", "language", loc.Name("language", string(c.Lang)))
		words.SetText(c.Words)
		words.OnChanged = func(text string) { c.Words = text; f.kept() }
		return words
	case data.ConditionState:
		names := make([]string, len(data.TextStates))
		for i, s := range data.TextStates {
			names[i] = loc.Name("text-state", string(s))
		}
		return look.NewSelect(names, slices.Index(data.TextStates, c.State), func(i int) { c.State = data.TextStates[i]; f.kept() })
	case data.ConditionStance:
		names := make([]string, len(data.Stances))
		for i, s := range data.Stances {
			names[i] = loc.Name("stance", string(s))
		}
		return look.NewSelect(names, max(slices.Index(data.Stances, c.Stance), 0), func(i int) { c.Stance = data.Stances[i]; f.kept() })
	}
	return nil
}

// save records the package.
func (f *form) save() {
	key, p := f.key(), f.pack
	f.act(func(ctx context.Context) (err error) {
		p, err = f.room.Desk.SetPackage(ctx, p)
		return err
	}, func() {
		f.keep.Drop(key)
		f.saved(p.ID)
	})
}

// remove gives the package up.
func (f *form) remove() {
	key, id := f.key(), f.pack.ID
	f.act(func(ctx context.Context) error { return f.room.Desk.DeletePackage(ctx, id) }, func() {
		f.keep.Drop(key)
		f.saved(data.ID{})
	})
}
