package redlines

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/translations"
	"travaux/translations/typeset"
)

// show shows one red line: its words in every language, why, and where it is
// crossed.
func (v *view) show(r data.RedLine) {
	loc := v.room.Loc
	title := look.Wrapped(loc.T("redline.rule." + string(r.Rule)))
	title.Bold = true
	v.detail.Add(title)
	for _, lang := range data.Langs {
		if r.Phrases[lang] != "" {
			words := look.Content(r.Phrases[lang], string(lang))
			words.Family = typeset.Serif
			v.detail.Add(look.Stack(look.Muted(translations.Endonym(string(lang))), words))
		}
	}
	v.detail.Add(look.Wrapped(scopeWords(v.room, r.Provisions)))
	if r.Reason != "" {
		v.detail.Add(look.Stack(look.Muted(loc.T("redline.reason")), look.Content(r.Reason, "")))
	}
	recorded := look.Wrapped(loc.T("redline.recorded", "name", v.member(r.Author), "time", loc.Time(r.Time)))
	recorded.Colour = look.ColourMuted
	v.detail.Add(recorded)
	if v.room.Desk.Me().Role.May(data.RightInstruct) {
		v.detail.Add(look.Row(
			look.NewIconButton(look.IconEdit, loc.T("panes.instruction.edit"), func() { v.edit(draftOf(r)) }).Rank(look.Plain),
			look.NewIconButton(look.IconDelete, loc.T("redline.lift"), func() { v.lift(r.ID) })))
	}
	v.detail.Add(look.Rule())
	v.detail.Add(look.Heading(loc.T("redline.where")))
	if len(v.crossings[r.ID]) == 0 {
		v.detail.Add(look.Muted(loc.T("redline.nowhere")))
	}
	var box *fyne.Container
	for i, c := range v.crossings[r.ID] {
		if before := v.crossings[r.ID][max(i-1, 0)]; i == 0 || before.Provision != c.Provision || before.By != c.By || before.Proposal != c.Proposal {
			box = v.place(c)
			v.detail.Add(box)
		}
		box.Add(page.CrossingLine(page.CrossingWords(loc, c), c.Doubt))
	}
}

// place is one place: where, in which revision, and what crosses there. A press
// leads there.
func (v *view) place(c data.Crossing) *fyne.Container {
	loc := v.room.Loc
	place := loc.T("panes.scope.whole")
	if !c.Provision.IsZero() {
		place = translations.Capital(placeOf(v.room, c.Provision))
	}
	head := look.Row()
	if _, err := v.room.Desk.Provision(c.Provision); err == nil {
		head.Add(look.NewButton(place, func() { v.goTo(c.Provision) }).Rank(look.Plain))
	} else {
		words := look.NewText(place)
		words.Bold = true
		head.Add(words)
	}
	by := look.Muted(loc.T("redline.of." + string(c.By)))
	if c.By == data.ByText {
		by = look.Muted(loc.T("redline.of.text", "symbol", loc.Isolate(v.symbol(c.Revision))))
	}
	head.Add(by)
	return look.Stack(head)
}

// goTo leads to a provision in the text.
func (v *view) goTo(provision data.ID) {
	v.page.Leave()
	v.room.Selection.Select(provision)
}

func (v *view) symbol(revision data.ID) string {
	for _, r := range v.room.Desk.Revisions() {
		if r.ID == revision {
			return r.Symbol
		}
	}
	return ""
}

func (v *view) member(id data.ID) string {
	for _, m := range v.room.Desk.Members() {
		if m.ID == id {
			return m.Name
		}
	}
	return "…"
}
