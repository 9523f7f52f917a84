package papers

import (
	"context"
	"slices"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export/paper"
)

// refresh shows what follows from what was chosen: what will be in the paper, what is
// missing, which draft it is, and the preview.
func (f *form) refresh() {
	if f.filling {
		return
	}
	o, _ := f.order()
	f.note(o.paper)
	f.tellDraft(o)
	able := len(o.langs) > 0 && len(o.formats) > 0
	why := paper.Ready(o.paper)
	if why != nil {
		sentence, _ := f.room.Loc.Error(string(data.CodeOf(why)), nil)
		f.ready.SetText(sentence)
	} else if !able {
		f.ready.SetText(f.room.Loc.T("papers.empty.ticks"))
	}
	look.SetShown(f.ready, why != nil || !able)
	vital := f.tellLacks(o)
	if refused := f.tellPositions(o); refused || vital || why != nil || !able {
		f.make.Disable()
	} else {
		f.make.Enable()
	}
	f.preview.changed()
}

// tellPositions lists what of our positions the paper will say, and what of it crosses
// red lines; it reports whether the paper would be refused or empty for that.
func (f *form) tellPositions(o order) (refused bool) {
	if !f.kind.Heeds(paper.AskApproved) {
		f.crossed.hide()
		return false
	}
	list, err := entries(f.room.Desk, o, f.room.Loc.Cite)
	if err != nil && data.CodeOf(err) != desk.CodeNoText {
		f.room.Fail(err)
	}
	f.content.set(list, o, f.summary)
	refused = f.crossed.refresh(o)
	return refused || len(list) == 0
}

// tellDraft says which draft the paper would be, and how its first file is called.
func (f *form) tellDraft(o order) {
	_, n := paper.Next(f.room.Desk, f.kind.ID, o.name)
	lang, ending := "en", ".pdf"
	if len(o.langs) > 0 {
		lang = string(o.langs[0])
	}
	if len(o.formats) > 0 {
		ending = o.formats[0].Ending
	}
	file := page.DraftName(f.room.Loc, o.name, n) + "-" + lang + ending
	f.draft.SetText(f.room.Loc.T("papers.draft", "n", f.room.Loc.Number(n), "file", f.room.Loc.Isolate(file)))
}

// start makes the papers in a folder.
func (f *form) start(dir string) {
	o, err := f.order()
	if err != nil {
		f.room.Fail(err)
		return
	}
	if f.make.Disabled() {
		return
	}
	o.folder = dir
	f.summary.save(func() {
		page.HandOverMade(f.room, o.folder, f.made, func(ctx context.Context, progress data.Progress) ([]paper.Made, error) {
			return o.make(ctx, f.room.Desk, progress)
		}, func() {
			f.forget()
			f.recent.refresh()
			f.tellDraft(o)
		})
	})
}

// again restores an order into the form, in languages; it makes the paper at once if
// that is asked and nothing is missing.
func (f *form) again(p data.Paper, langs []data.Lang, atOnce bool) {
	k, ok := paper.ByID(p.Order.Kind)
	if !ok {
		f.room.Fail(data.E(data.CodeNotFound, "what", "paper-kind"))
		return
	}
	f.made.Hide()
	f.filling = true
	for lang, c := range f.langs {
		c.SetTicked(slices.Contains(langs, lang))
	}
	for id, c := range f.formats {
		c.SetTicked(slices.Contains(p.Formats, id))
	}
	f.fill(k, p.Order)
	f.name.SetText(p.Name)
	f.refresh()
	f.tabs.Choose(tabOrder)
	f.turned(tabOrder)
	f.page.Focus(f.make)
	if atOnce && !f.make.Disabled() {
		if f.missing() {
			f.room.Toast(f.room.Loc.T("papers.again.missing"))
			return
		}
		f.start(f.folder.Dir())
	}
}

// missing reports whether something that is written is not there in all languages.
func (f *form) missing() bool {
	if f.lacks.Visible() {
		return true
	}
	if !f.kind.Heeds(paper.AskApproved) {
		return false
	}
	for _, e := range f.content.entries {
		if len(e.lacks) > 0 {
			return true
		}
	}
	return f.content.missing.Visible()
}
