package concept

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/concept"
	"travaux/translations"
	"travaux/translations/typeset"
)

// form is one thesis: words of our own in each language, or a model clause with its
// numbers; and the sources of either.
type form struct {
	room  *room.Room
	keep  *page.Keep
	saved func(data.ID)

	where   *look.Text
	lang    *look.Select
	heading *textview.Field
	text    *textview.Editor
	own     *fyne.Container
	clause  *fyne.Container
	words   *look.Text // of the clause
	sources *sources
	remove  *look.Button
	object  fyne.CanvasObject

	thesis data.Thesis
	behind data.ID // of a new one: the thesis behind which it stands
}

// Rows of the field of a thesis.
const (
	leastRows = 4
	mostRows  = 14
)

func newForm(r *room.Room, saved func(data.ID), left func()) *form {
	f := &form{room: r, saved: saved, where: look.Wrapped(""), heading: textview.NewField(), text: textview.NewEditor(), clause: look.Column(), words: look.Content("", r.Loc.Lang())}
	loc := r.Loc
	f.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	f.where.Colour = look.ColourMuted
	f.lang = look.NewSelect(endonyms(), slices.Index(data.Langs, data.Lang(loc.Lang())), func(int) { f.show() })
	f.heading.Placeholder, f.text.Placeholder = loc.T("concept.form.heading"), loc.T("concept.form.text")
	f.text.MinRows, f.text.MaxRows, f.text.Family = leastRows, mostRows, typeset.Serif
	f.heading.OnChanged = func(s string) { set(&f.thesis.Heading, f.language(), s); f.note() }
	f.text.OnChanged = func(s string) { set(&f.thesis.Text, f.language(), s); f.note() }
	f.heading.OnSubmitted = func(string) { f.save() }
	f.text.OnSubmitted = func(string) { f.save() }
	f.heading.OnEscaped, f.text.OnEscaped = left, left
	f.sources = newSources(r, f.language, left, f.save, func(all []data.SourceRef) { f.thesis.Sources = all; f.note() })
	f.own = look.Column(page.Labelled(loc.T("concept.form.heading"), f.heading), page.Labelled(loc.T("concept.form.text"), f.text))
	f.remove = look.NewButton(loc.T("concept.form.delete"), f.delete).Rank(look.Quiet)
	save := look.NewPrimary(loc.T("concept.form.save"), f.save)
	f.object = look.Column(
		f.where, page.Columns([]float32{1, 1}, page.Labelled(loc.T("panes.position.language"), f.lang), look.Space()),
		f.own, f.clause, f.sources.object, look.Row(f.remove, look.Space(), save))
	return f
}

// endonyms are the languages by their own names.
func endonyms() (names []string) {
	for _, l := range data.Langs {
		names = append(names, translations.Endonym(string(l)))
	}
	return names
}

// set sets words in a language without touching those of others who have the map.
func set(w *data.Words, lang data.Lang, s string) {
	out := maps.Clone(*w)
	if out == nil {
		out = data.Words{}
	}
	if out[lang] = s; s == "" {
		delete(out, lang)
	}
	*w = out
}

func (f *form) language() data.Lang { return data.Langs[max(f.lang.Chosen(), 0)] }

func (f *form) key() string {
	if f.thesis.ID.IsZero() {
		return "thesis/new"
	}
	return "thesis/" + f.thesis.ID.String()
}

func (f *form) note() {
	text, err := json.Marshal(f.thesis)
	if err != nil {
		f.room.Fail(err)
		return
	}
	f.keep.Note(f.key(), string(text))
}

// begin is a new thesis at a place, or the one that was begun and not recorded.
func (f *form) begin(fresh data.Thesis) {
	f.thesis = fresh
	var t data.Thesis
	if text, ok := f.keep.Read(f.key()); ok && json.Unmarshal([]byte(text), &t) == nil {
		f.thesis.Heading, f.thesis.Text, f.thesis.Sources = t.Heading, t.Text, t.Sources
	}
	f.show()
}

// load shows a thesis, as it was being changed.
func (f *form) load(t data.Thesis) {
	f.thesis, f.behind = t, data.ID{}
	var kept data.Thesis
	if text, ok := f.keep.Read(f.key()); ok && json.Unmarshal([]byte(text), &kept) == nil {
		f.thesis.Heading, f.thesis.Text, f.thesis.Sources, f.thesis.Values = kept.Heading, kept.Text, kept.Sources, kept.Values
	}
	f.show()
}

func (f *form) show() {
	loc, lang := f.room.Loc, f.language()
	c, isClause := concept.Find(f.thesis.Clause)
	where := loc.T("concept.form.new")
	switch {
	case isClause:
		where = loc.T("concept.form.clause")
	case !f.thesis.Became.IsZero():
		where = loc.T("concept.form.became", "provision", page.Cited(f.room, []data.ID{f.thesis.Became}))
	case !f.thesis.ID.IsZero():
		where = loc.T("concept.form.thesis")
	}
	f.where.SetText(where)
	f.heading.Lang, f.text.Lang = string(lang), string(lang)
	f.heading.SetText(f.thesis.Heading[lang])
	f.text.SetText(f.thesis.Text[lang])
	if look.SetShown(f.own, !isClause); isClause {
		f.showClause(c)
	}
	look.SetShown(f.clause, isClause)
	look.SetShown(f.remove, !f.thesis.ID.IsZero())
	f.sources.show(f.thesis.Sources)
	f.object.Refresh()
}

// showClause lists the numbers of a clause, and its words with them.
func (f *form) showClause(c concept.Clause) {
	loc, lang := f.room.Loc, f.language()
	f.clause.Objects = nil
	heading := look.Heading(c.Heading(lang))
	if c.Part != concept.Preamble {
		f.clause.Add(heading)
	}
	for _, p := range c.Params {
		var names []string
		for _, v := range p.Choices {
			names = append(names, concept.Words(p.Kind, v, data.Lang(loc.Lang())))
		}
		at := slices.Index(p.Choices, p.Value(f.thesis.Values))
		f.clause.Add(page.Labelled(loc.Name("parameter", p.Name), look.NewSelect(names, at, func(i int) {
			values := maps.Clone(f.thesis.Values)
			if values == nil {
				values = map[string]int{}
			}
			values[p.Name] = p.Choices[i]
			f.thesis.Values = values
			f.note()
			f.words.SetText(c.Text(values, f.language()))
			f.clause.Refresh()
		})))
	}
	f.words = look.Content(c.Text(f.thesis.Values, lang), string(lang))
	f.clause.Add(look.Inset(4, 4, 0, 0, f.words))
	f.clause.Refresh()
}

// save records the thesis; a new one with those that it pushes on.
func (f *form) save() {
	key, t, behind := f.key(), f.thesis, f.behind
	book := f.room.Desk.Theses()
	all := []data.Thesis{t}
	at := 0
	if t.ID.IsZero() {
		all = concept.Behind(book.All(), behind)
		if behind.IsZero() {
			all = append(concept.Roots(book.All(), concept.PartOf(t)), t)
		}
		at = slices.IndexFunc(all, func(x data.Thesis) bool { return x.ID.IsZero() })
		for i := range all {
			all[i].Order = (i + 1) * 16
		}
		t.Order, t.Parent, t.Part = all[at].Order, all[at].Parent, all[at].Part
		all[at] = t
	}
	f.room.Act(func(ctx context.Context) (err error) {
		all, err = book.SetAll(ctx, all...)
		return err
	}, func() {
		f.keep.Drop(key)
		f.behind = data.ID{}
		f.saved(all[at].ID)
	})
}

// delete takes the thesis away; those that stand in it come to where it stood.
func (f *form) delete() {
	key, t := f.key(), f.thesis
	book := f.room.Desk.Theses()
	f.room.Act(func(ctx context.Context) error {
		var children []data.Thesis
		for _, c := range concept.Children(book.All(), t.ID) {
			c.Parent, c.Part, c.Order = t.Parent, string(concept.PartOf(t)), t.Order
			children = append(children, c)
		}
		if len(children) > 0 {
			if _, err := book.SetAll(ctx, children...); err != nil {
				return err
			}
		}
		return book.Delete(ctx, t.ID)
	}, func() {
		f.keep.Drop(key)
		f.saved(data.ID{})
	})
}
