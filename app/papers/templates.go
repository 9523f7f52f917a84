package papers

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/export/paper"
)

// templatesTab is where the delegation says how its papers look: a list of templates,
// the one that is written, and a paper in it as it would be.
type templatesTab struct {
	*page.Form[data.Template]
	form   *form
	room   *room.Room
	object fyne.CanvasObject

	list       *look.List
	all        []data.Template
	name       *textview.Field
	usual      *look.Check
	letterhead *langWords
	logo       *logoField
	measures   *measures
	kind       *look.Select
	parts      *partsList
	phrases    *phrases
	save       *look.Button
	remove     *look.Button
	preview    *preview
	filling    bool
}

func newTemplatesTab(f *form) *templatesTab {
	r, loc := f.room, f.room.Loc
	t := &templatesTab{form: f, room: r}
	t.Form = page.NewForm(r, f.summary.keep, f.escaped, func(x *data.Template) *data.Entry { return &x.Entry },
		func(id data.ID) string { return "papers.template/" + id.String() })
	t.list = look.NewList(func() int { return len(t.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { t.tell(row.(*page.TwoLines), t.all[i]) },
		func(i int) { t.load(t.all[i]) })
	t.name = page.Typing(f.escaped, loc.T("template.name.hint"), func(typed string) { t.Is.Name = typed; t.changed() })
	t.usual = look.NewCheck(loc.T("template.usual"), false, func(on bool) { t.Is.Usual = on; t.changed() })
	t.letterhead = newLangWords(r, 3, loc.T("template.letterhead.hint"), func() { t.Is.Letterhead = t.letterhead.words(); t.changed() }, f.escaped)
	t.logo = newLogoField(r, func(picture []byte) { t.Is.Logo = picture; t.changed() })
	t.measures = newMeasures(r, &t.Is, t.changed, f.escaped)
	var kinds []string
	for _, k := range paper.Kinds {
		kinds = append(kinds, k.Name(loc))
	}
	t.kind = look.NewSelect(kinds, 0, func(int) { t.ofKind(); t.preview.changed() })
	t.parts = newPartsList(r, func(order, out []string) { t.arranged(order, out) })
	t.phrases = newPhrases(r, func(id string, lang data.Lang, words string) { t.worded(id, lang, words) }, f.escaped)
	t.save = look.NewPrimary(loc.T("template.save"), t.store)
	t.remove = look.NewButton(loc.T("template.delete"), t.drop).Rank(look.Quiet)
	t.preview = newPreview(r, func() (data.PaperOrder, *data.Template) {
		now := t.Is
		return f.ordered(t.kindNow().ID), &now
	})
	t.lay()
	t.refresh()
	t.load(t.first())
	return t
}

func (t *templatesTab) lay() {
	loc := t.room.Loc
	add := look.NewIconButton(look.IconAdd, loc.T("template.new"), func() { t.load(data.Template{}); t.form.page.Focus(t.name) }).Rank(look.Plain)
	list := look.Border(nil, look.Inset(6, 8, 8, 8, look.Row(add, look.Space())), nil, nil, look.Ground(look.ColourPaper, t.list))
	fields := look.Column(
		look.Muted(loc.T("template.about")),
		page.Labelled(loc.T("template.name"), t.name), t.usual,
		look.Rule(),
		look.Muted(loc.T("template.letterhead")), t.letterhead.tabs, t.logo.object,
		look.Rule(),
		t.measures.object,
		look.Rule(),
		page.Labelled(loc.T("template.kind"), t.kind),
		look.Muted(loc.T("template.parts")), t.parts.object,
		look.Muted(loc.T("template.words")), t.phrases.object)
	foot := look.Inset(6, 8, 12, 12, look.Row(t.remove, look.Space(), t.save))
	middle := look.Border(nil, look.Stack(look.Rule(), foot), nil, nil, page.Scroll(look.Inset(8, 10, 12, 12, fields)))
	names := [3]string{loc.T("papers.tab.templates"), loc.T("template.edit"), loc.T("papers.preview")}
	t.object = look.NewPanes(list, middle, t.preview.object, 0.17, 0.52, names)
}

// tell shows a template in the list.
func (t *templatesTab) tell(row *page.TwoLines, x data.Template) {
	row.Title.SetText(t.room.Loc.Isolate(x.Name))
	words := t.room.Loc.Name("template.page", pageSize(x.Page)) + "  ·  " + t.room.Loc.Name("template.face", face(x.Face))
	if x.Usual {
		words += "  ·  " + t.room.Loc.T("template.usual.short")
	}
	row.State.SetText(words)
	row.State.Colour = look.ColourMuted
	row.Refresh()
}

// refresh lists the templates that are recorded.
func (t *templatesTab) refresh() {
	t.all = t.room.Desk.Templates().All()
	t.list.Refresh()
	t.list.Mark(slices.IndexFunc(t.all, func(x data.Template) bool { return x.ID == t.Is.ID }))
	t.preview.changed()
}

// first is the template that is shown at first; a new one where there is none.
func (t *templatesTab) first() data.Template {
	if len(t.all) > 0 {
		return t.all[0]
	}
	return data.Template{}
}

// load shows a template in the form, as it was being changed.
func (t *templatesTab) load(x data.Template) {
	t.filling = true
	t.Begin(x)
	t.name.SetText(t.Is.Name)
	t.usual.SetTicked(t.Is.Usual)
	t.letterhead.set(t.Is.Letterhead)
	t.logo.set(t.Is.Logo)
	t.measures.set()
	t.ofKind()
	look.SetShown(t.remove, !t.Is.ID.IsZero())
	t.filling = false
	t.list.Mark(slices.IndexFunc(t.all, func(y data.Template) bool { return y.ID == x.ID }))
	t.preview.changed()
}

// changed keeps what was typed and shows it.
func (t *templatesTab) changed() {
	if t.filling {
		return
	}
	t.Note()
	t.preview.changed()
}

func (t *templatesTab) kindNow() paper.Kind { return paper.Kinds[max(t.kind.Chosen(), 0)] }

// ofKind shows what the template says of the kind that is chosen.
func (t *templatesTab) ofKind() {
	k := t.kindNow()
	t.parts.set(k.Parts, t.Is.Order[k.ID], t.Is.Out[k.ID])
	t.phrases.set(k.Words, t.Is.Wording)
}

// arranged takes the order of the parts of the kind.
func (t *templatesTab) arranged(order, out []string) {
	k := t.kindNow().ID
	t.Is.Order, t.Is.Out = with(t.Is.Order, k, order), with(t.Is.Out, k, out)
	t.changed()
}

// worded takes how the delegation words a phrase in a language.
func (t *templatesTab) worded(id string, lang data.Lang, words string) {
	of := with(t.Is.Wording[id], lang, words)
	if words == "" {
		delete(of, lang)
	}
	t.Is.Wording = with(t.Is.Wording, id, of)
	if len(of) == 0 {
		delete(t.Is.Wording, id)
	}
	t.changed()
}

// with is a map with another value: those of a record are shared.
func with[M ~map[K]V, K comparable, V any](m M, key K, value V) M {
	out := M{}
	for k, v := range m {
		out[k] = v
	}
	out[key] = value
	return out
}

// store records the template. If it is the usual one, no other is any more.
func (t *templatesTab) store() {
	if err := t.measures.wrong(); err != nil {
		t.room.Fail(err)
		return
	}
	book := t.room.Desk.Templates()
	t.Record(func(ctx context.Context, x data.Template) (data.Template, error) {
		all := []data.Template{x}
		if x.Usual {
			for _, other := range book.Where(func(y data.Template) bool { return y.Usual && y.ID != x.ID }) {
				other.Usual = false
				all = append(all, other)
			}
		}
		all, err := book.SetAll(ctx, all...)
		if err != nil {
			return x, err
		}
		return all[0], nil
	}, func(x data.Template) {
		t.room.Toast(t.room.Loc.T("template.saved"))
		t.load(x)
		t.refresh()
	})
}

// drop takes the template away; undoing brings it back.
func (t *templatesTab) drop() {
	page.Remove(t.room, t.room.Desk.Templates(), t.Is.ID, func() {
		t.Drop()
		t.room.Toast(t.room.Loc.T("template.deleted"))
		t.refresh()
		t.load(t.first())
	})
}
