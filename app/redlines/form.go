package redlines

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
	"travaux/translations/typeset"
)

// draft is a red line that is being written, as it stands in the form.
type draft struct {
	ID         string // "": a new one
	Provisions []string
	Rule       data.RedLineRule
	Phrases    data.Words
	Reason     string
	Adding     string // a number that was typed and not yet added
}

// newDraft is a new red line on a provision, of the zero ID on the whole text.
func newDraft(on data.ID) draft {
	x := draft{Rule: data.RedLineStays, Phrases: data.Words{}}
	if !on.IsZero() {
		x.Provisions = []string{on.String()}
	}
	return x
}

func draftOf(r data.RedLine) draft {
	x := draft{ID: r.ID.String(), Rule: r.Rule, Phrases: maps.Clone(r.Phrases), Reason: r.Reason}
	if x.Phrases == nil {
		x.Phrases = data.Words{}
	}
	for _, id := range r.Provisions {
		x.Provisions = append(x.Provisions, id.String())
	}
	return x
}

// scope are the provisions that the draft is on.
func (x draft) scope() (out []data.ID) {
	for _, s := range x.Provisions {
		if id, err := data.ParseID(s); err == nil {
			out = append(out, id)
		}
	}
	return out
}

func (x draft) redLine() data.RedLine {
	id, _ := data.ParseID(x.ID)
	return data.RedLine{ID: id, Provisions: x.scope(), Rule: x.Rule, Phrases: x.Phrases, Reason: x.Reason}
}

// draftKey is of what the member at the laptop is writing.
func (v *view) draftKey() string { return "redlines/" + v.room.Desk.Me().ID.String() }

// begun is a draft that was begun and neither recorded nor cancelled.
func (v *view) begun() (x draft, ok bool) {
	text, ok := v.keep.Read(v.draftKey())
	if !ok || json.Unmarshal([]byte(text), &x) != nil {
		return x, false
	}
	if x.Phrases == nil {
		x.Phrases = data.Words{}
	}
	return x, true
}

// form writes one red line.
type form struct {
	view    *view
	draft   draft
	rule    *look.Select
	phrases *look.TabBar
	editors []*textview.Editor
	places  *fyne.Container
	adding  *textview.Field
	reason  *textview.Editor
	object  fyne.CanvasObject
}

// edit shows the form.
func (v *view) edit(x draft) {
	v.form = newForm(v, x)
	v.detail.Objects = []fyne.CanvasObject{v.form.object}
	v.detail.Refresh()
	v.page.Focus(v.form.first())
}

func newForm(v *view, x draft) *form {
	loc := v.room.Loc
	f := &form{view: v, draft: x, places: look.Flow(), adding: textview.NewField(), reason: textview.NewEditor()}
	var rules []string
	for _, r := range data.RedLineRules {
		rules = append(rules, loc.T("redline.rule."+string(r)))
	}
	f.rule = look.NewSelect(rules, max(slices.Index(data.RedLineRules, x.Rule), 0), func(i int) { f.draft.Rule = data.RedLineRules[i]; f.note() })
	f.makePhrases()
	f.adding.Placeholder = loc.T("redline.scope.add")
	f.adding.SetText(x.Adding)
	f.adding.OnChanged = func(text string) { f.draft.Adding = text; f.note() }
	f.adding.OnSubmitted = func(string) { f.take() }
	f.reason.MinRows, f.reason.MaxRows = 2, 8
	f.reason.SetText(x.Reason)
	f.reason.OnChanged = func(text string) { f.draft.Reason = text; f.note() }
	for _, e := range append(f.editors, &f.adding.Editor, f.reason) {
		e.OnEscaped = f.cancel
	}
	add := look.NewIconButton(look.IconAdd, "", f.take).WithTip(loc.T("redline.scope.take")).Rank(look.Plain)
	help := look.Wrapped(loc.T("redline.help"))
	help.Colour = look.ColourMuted
	f.object = look.Column(
		page.Labelled(loc.T("redline.rule"), f.rule),
		page.Labelled(loc.T("redline.phrases"), f.phrases), help,
		page.Labelled(loc.T("redline.scope"), f.places), look.Border(nil, nil, nil, look.Inset(0, 0, 6, 0, add), f.adding),
		page.Labelled(loc.T("redline.reason"), f.reason),
		look.Row(look.Space(), look.NewButton(loc.T("panes.cancel"), f.cancel), look.NewPrimary(loc.T("panes.instruction.record"), f.record)),
	)
	f.showPlaces()
	return f
}

func (f *form) first() fyne.Focusable { return f.editors[max(f.phrases.Chosen(), 0)] }

// makePhrases makes a field for every language.
func (f *form) makePhrases() {
	var tabs []look.Tab
	first := 0
	for i, lang := range data.Langs {
		e := textview.NewEditor()
		e.Lang, e.Family, e.MinRows, e.MaxRows = string(lang), typeset.Serif, 2, 6
		e.SetText(f.draft.Phrases[lang])
		e.OnChanged = func(text string) { f.draft.Phrases[lang] = text; f.mark(); f.note() }
		f.editors = append(f.editors, e)
		tabs = append(tabs, look.Tab{Words: translations.Endonym(string(lang)), Content: e})
		if lang == f.view.room.Selection.Lang() {
			first = i
		}
	}
	f.phrases = look.NewTabBar(tabs...)
	f.phrases.Choose(first)
	f.mark()
}

// mark puts a sign at the languages that have a phrase.
func (f *form) mark() {
	for i, lang := range data.Langs {
		sign := ""
		if strings.TrimSpace(f.draft.Phrases[lang]) != "" {
			sign = "•"
		}
		f.phrases.SetCount(i, sign)
	}
}

// showPlaces shows the provisions that it is on, each of which a press takes away.
func (f *form) showPlaces() {
	r := f.view.room
	f.places.Objects = nil
	for i, id := range f.draft.scope() {
		b := look.NewIconButton(look.IconClose, placeOf(r, id), func() {
			f.draft.Provisions = slices.Delete(f.draft.Provisions, i, i+1)
			f.showPlaces()
			f.note()
		}).WithTip(r.Loc.T("redline.scope.remove")).Rank(look.Plain)
		f.places.Add(b)
	}
	if len(f.places.Objects) == 0 {
		f.places.Add(look.NewText(r.Loc.T("panes.scope.whole")))
	}
	f.places.Refresh()
	f.view.detail.Refresh()
}

// take adds the provision whose number was typed.
func (f *form) take() {
	t, err := f.view.room.Desk.Current()
	if err != nil {
		f.view.room.Fail(err)
		return
	}
	found := t.GoTo(f.adding.Text())
	if len(found) == 0 {
		f.view.room.Fail(data.E(data.CodeNotFound, "what", "provision"))
		return
	}
	if id := found[0].ID.String(); !slices.Contains(f.draft.Provisions, id) {
		f.draft.Provisions = append(f.draft.Provisions, id)
	}
	f.draft.Adding = ""
	f.adding.SetText("")
	f.showPlaces()
	f.note()
}

// note keeps the draft.
func (f *form) note() {
	out, err := json.Marshal(f.draft)
	if err != nil {
		panic(err) // it holds nothing but strings
	}
	f.view.keep.Note(f.view.draftKey(), string(out))
}

// record makes the red line an act and shows it.
func (f *form) record() {
	var recorded data.RedLine
	r := f.draft.redLine()
	f.view.room.Act(func(ctx context.Context) (err error) {
		recorded, err = f.view.room.Desk.SetRedLine(ctx, r)
		return err
	}, func() {
		f.close()
		f.view.refresh()
		f.view.choose(slices.IndexFunc(f.view.lines, func(x data.RedLine) bool { return x.ID == recorded.ID }))
	})
}

// cancel forgets what was typed.
func (f *form) cancel() {
	f.close()
	f.view.refresh()
}

func (f *form) close() {
	f.view.keep.Drop(f.view.draftKey())
	f.view.form = nil
}
