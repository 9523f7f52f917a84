package concept

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// Page is the page while it is shown.
type Page struct {
	room   *room.Room
	page   *page.Page
	tabs   *look.TabBar
	theses *theses
	draft  *draft
	table  *table
	submit *submission
}

// Tabs, in the order in which they stand.
const (
	tabTheses = iota
	tabDraft
	tabTable
	tabSubmission
)

// Show covers the window with the page.
func Show(r *room.Room) *Page {
	p := &Page{room: r}
	p.theses, p.draft, p.table, p.submit = newTheses(r), newDraft(r), newTable(r), newSubmission(r)
	p.draft.issued = func() { p.tabs.Choose(tabTable); p.Refresh(); p.page.Focus(p.table.list) }
	p.tabs = look.NewTabBar(
		look.Tab{Words: r.Loc.T("concept.tab.theses"), Content: p.theses.object},
		look.Tab{Words: r.Loc.T("concept.tab.draft"), Content: p.draft.object},
		look.Tab{Words: r.Loc.T("concept.tab.sources"), Content: p.table.object},
		look.Tab{Words: r.Loc.T("concept.tab.submission"), Content: p.submit.object},
	)
	p.tabs.OnChosen = func(int) { p.Refresh() }
	p.page = page.Show(r, r.Loc.T("concept.title"), p.tabs, nil)
	p.theses.focus, p.table.focus = p.page.Focus, p.page.Focus
	p.page.OnKey, p.page.Tabs = p.key, p.tabs
	p.page.Focus(p.theses.list)
	return p
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now; what is being typed stays.
func (p *Page) Refresh() {
	switch p.tabs.Chosen() {
	case tabTheses:
		p.theses.read()
	case tabDraft:
		p.draft.read()
	case tabTable:
		p.table.read()
	case tabSubmission:
		p.submit.tell()
	}
}

// Keys of the outline of theses.
const (
	newKey  = fyne.KeyN
	upKey   = fyne.KeyU
	downKey = fyne.KeyD
	inKey   = fyne.KeyI
	outKey  = fyne.KeyO

	skeletonKey = fyne.KeyS
	clausesKey  = fyne.KeyC
)

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "concept.title"
	return []room.Key{
		{Where: where, Keys: []string{"1", "2", "3", "4"}, Title: "keys.revisions.tab"},
		{Where: where, Keys: []string{string(skeletonKey)}, Title: "concept.skeleton"},
		{Where: where, Keys: []string{string(clausesKey)}, Title: "concept.clauses"},
		{Where: where, Keys: []string{string(newKey)}, Title: "concept.add"},
		{Where: where, Keys: []string{string(upKey)}, Title: "concept.up"},
		{Where: where, Keys: []string{string(downKey)}, Title: "concept.down"},
		{Where: where, Keys: []string{string(inKey)}, Title: "concept.in"},
		{Where: where, Keys: []string{string(outKey)}, Title: "concept.out"},
	}
}

func (p *Page) key(key fyne.KeyName) bool {
	if p.tabs.Chosen() != tabTheses {
		return false
	}
	return p.theses.key(key)
}

// wordsIn is what a thesis or a clause is called in a list.
func wordsIn(t data.Thesis, lang data.Lang) string {
	if h := t.Heading.In(lang); h != "" {
		return h
	}
	return t.Text.In(lang)
}
