package papers

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// Show covers the window with the page.
func Show(r *room.Room) { newForm(r).show() }

// ShowMade covers the window with the page, at a paper that was made.
func ShowMade(r *room.Room, paper data.ID) { showAt(r, tabRecent).recent.mark(paper) }

// ShowTemplate covers the window with the page, at a template.
func ShowTemplate(r *room.Room, template data.ID) {
	f := showAt(r, tabTemplates)
	if x, ok := r.Desk.Templates().Get(template); ok {
		f.designs.load(x)
	}
}

func showAt(r *room.Room, tab int) *form {
	f := newForm(r)
	f.show()
	f.tabs.Press(tab)
	return f
}

// Tabs of the page.
const (
	tabOrder = iota
	tabRecent
	tabTemplates
)

// show lays the page out and covers the window with it.
func (f *form) show() {
	loc := f.room.Loc
	names := [3]string{loc.T("papers.kinds"), loc.T("papers.tab.order"), loc.T("papers.preview")}
	panes := look.NewPanes(f.kinds.object, page.Scroll(look.Inset(8, 10, 12, 12, f.fields())), f.preview.object, 0.19, 0.54, names)
	f.tabs = look.NewTabBar(
		look.Tab{Words: loc.T("papers.tab.order"), Content: panes},
		look.Tab{Words: loc.T("papers.tab.recent"), Content: f.recent.object},
		look.Tab{Words: loc.T("papers.tab.templates"), Content: f.designs.object})
	f.tabs.OnChosen = f.turned
	foot := look.Row(look.Space(), f.make)
	f.page = page.Show(f.room, loc.T("papers.title"), f.tabs, foot)
	f.page.Tabs = f.tabs
	f.page.OnKey = f.key
	f.page.MayClose = func() bool {
		f.preview.end()
		f.designs.preview.end()
		f.summary.save(nil)
		return true
	}
	for _, e := range f.editors() {
		e.OnEscaped = f.page.Close
	}
	f.folder.OnEscaped(f.page.Close)
	f.page.Focus(f.kinds.public)
	f.refresh()
}

// fields are those of the form, from what a kind asks to where the files go.
func (f *form) fields() fyne.CanvasObject {
	loc := f.room.Loc
	langs, kinds := look.Flow(), look.Flow()
	for _, lang := range data.Langs {
		langs.Add(f.langs[lang])
	}
	for _, x := range f.formatOrder() {
		kinds.Add(f.formats[x])
	}
	f.views = look.Column(look.Heading(loc.T("papers.summary")), f.summary.tabs, f.content.object)
	look.SetShown(f.views, f.content.object.Visible())
	return look.Column(
		f.hint, f.ready,
		f.asks.object,
		look.Rule(),
		look.Muted(loc.T("papers.languages")), langs,
		look.Muted(loc.T("papers.formats")), kinds,
		page.Columns([]float32{2, 3}, page.Labelled(loc.T("papers.date"), f.date), page.Labelled(loc.T("papers.name"), f.name)),
		f.lacks,
		f.draft,
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("papers.template"), f.template), page.Labelled(loc.T("papers.password"), f.password)),
		f.archive,
		f.folder.Object,
		f.crossed.Object,
		f.made,
		f.views,
	)
}

// turned shows what belongs to a tab: the button that makes papers only with the order.
func (f *form) turned(tab int) {
	look.SetShown(f.make, tab == tabOrder)
	switch tab {
	case tabOrder:
		f.fillTemplates(f.chosenTemplate())
		f.preview.changed()
	case tabRecent:
		f.recent.refresh()
	case tabTemplates:
		f.designs.refresh()
	}
}

// key takes the keys of the tab that is shown.
func (f *form) key(key fyne.KeyName) bool {
	switch f.tabs.Chosen() {
	case tabOrder:
		return f.preview.key(key)
	case tabRecent:
		return f.recent.key(key)
	}
	return f.designs.preview.key(key)
}

func (f *form) editors() []*textview.Editor {
	all := []*textview.Editor{&f.date.Editor, &f.name.Editor, &f.password.Editor, f.crossed.Reason}
	for _, e := range f.summary.editors {
		all = append(all, e)
	}
	return all
}
