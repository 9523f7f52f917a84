package amendments

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/export"
	"travaux/translations/typeset"
)

// What can be done to a text, in the order in which it is offered.
const (
	opReplace = iota
	opAfter
	opWithin
	opDelete
)

// changes is what the amendment changes, and where more is added.
func (f *form) changes() fyne.CanvasObject {
	loc := f.page.room.Loc
	f.op = look.NewSelect([]string{loc.T("amendments.op.replace"), loc.T("amendments.op.after"), loc.T("amendments.op.within"), loc.T("amendments.op.delete")}, opReplace, func(int) {})
	f.place = f.page.field()
	f.place.Placeholder, f.place.OnSubmitted = loc.T("packages.form.place"), f.add
	add := look.NewIconButton(look.IconAdd, loc.T("amendments.form.add"), func() { f.add(f.place.Text()) }).Rank(look.Plain)
	return look.Column(
		look.Heading(loc.T("amend.paper.changes")), f.edits,
		page.Columns([]float32{3, 3, 2}, f.op, f.place, add))
}

// add adds an edit at the provision that a typed number means.
func (f *form) add(typed string) {
	id, ok := f.page.world.find(f.amendment, typed)
	if !ok {
		f.page.room.Toast(f.page.room.Loc.T("packages.form.not-found"))
		return
	}
	e := data.AmendmentEdit{Provision: id}
	switch f.op.Chosen() {
	case opAfter:
		e = data.AmendmentEdit{Op: data.EditInsert, Provision: data.NewID(), After: id}
	case opWithin:
		e = data.AmendmentEdit{Op: data.EditInsert, Provision: data.NewID(), Within: id}
	case opDelete:
		e.Op = data.EditDelete
	default:
		e.Op = data.EditReplace
	}
	f.amendment.Edits = append(slices.Clone(f.amendment.Edits), e)
	f.place.SetText("")
	f.noted()
	f.showEdits()
	if f.latest != nil {
		f.page.page.Focus(f.latest)
	}
}

// showEdits lists the edits with their words in the language of the form.
func (f *form) showEdits() {
	look.Rebuild(f.edits, func() {
		f.edits.Objects, f.latest = nil, nil
		for i := range f.amendment.Edits {
			f.edits.Add(f.edit(i))
		}
	})
	if f.object != nil {
		f.object.Refresh()
	}
}

// edit shows one edit; of words that are replaced, the present ones are there to be
// changed.
func (f *form) edit(i int) fyne.CanvasObject {
	loc, lang := f.page.room.Loc, f.language()
	e := f.amendment.Edits[i]
	words := look.Wrapped(export.EditWords(e, f.page.world.cite(f.amendment, place(e), loc), loc))
	words.Bold = true
	less := look.NewIconButton(look.IconClose, "", func() {
		f.amendment.Edits = slices.Delete(slices.Clone(f.amendment.Edits), i, i+1)
		f.noted()
		f.showEdits()
	}).WithTip(loc.T("packages.form.remove"))
	column := look.Column(look.Border(nil, nil, nil, less, words))
	if e.Op == data.EditDelete {
		return column
	}
	now := f.present(e, lang)
	said := e.Label[lang] != "" || e.Heading[lang] != "" || e.Text[lang] != ""
	at := func() *data.AmendmentEdit { return &f.amendment.Edits[i] }
	label, heading, text := f.field(), f.field(), f.editor()
	label.Lang, heading.Lang, text.Lang = string(lang), string(lang), string(lang)
	text.Family, text.MinRows, text.MaxRows = typeset.Serif, 2, 12
	label.Placeholder, heading.Placeholder, text.Placeholder = loc.T("amendments.form.label"), loc.T("amendments.form.heading"), loc.T("amendments.form.words")
	if said {
		label.SetText(e.Label[lang])
		heading.SetText(e.Heading[lang])
		text.SetText(e.Text[lang])
	} else {
		heading.SetText(now.Heading)
		text.SetText(now.Text)
	}
	if e.Op == data.EditReplace && label.Text() == "" {
		label.Placeholder = now.Label
	}
	// What is as it was is not said: a change of the heading leaves the words alone.
	changed := func(w data.Words, typed, was string) data.Words {
		if typed == was {
			typed = ""
		}
		return f.worded(w, typed)
	}
	label.OnChanged = func(s string) { at().Label = changed(at().Label, s, now.Label); f.noted() }
	heading.OnChanged = func(s string) { at().Heading = changed(at().Heading, s, now.Heading); f.noted() }
	text.OnChanged = func(s string) { at().Text = changed(at().Text, s, now.Text); f.noted() }
	column.Add(page.Columns([]float32{1, 3}, label, heading))
	column.Add(text)
	f.latest = text
	return column
}

// present is what stands at the place of an edit without this amendment; nothing for
// what is inserted.
func (f *form) present(e data.AmendmentEdit, lang data.Lang) data.Rendering {
	if e.Op != data.EditReplace {
		return data.Rendering{}
	}
	a := f.amendment
	a.Edits = nil
	for _, p := range f.page.world.edited(a) {
		if p.ID == e.Provision {
			return p.Text[lang]
		}
	}
	return data.Rendering{}
}
