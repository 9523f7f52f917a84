package revisions

import (
	"slices"

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
	report *look.Button // leads to the report of the day
	head   *head
	bar    *look.TabBar
	tabs   []tab
	memory remembered
	fresh  []bool // which tabs show the desk as it is now
	body   *fyne.Container
}

// Show covers the window with the page, for a revision and the one before it;
// the zero ID is the current one. With a single revision, or none, it shows an
// empty page that says what it is for.
func Show(r *room.Room, revision data.ID) *Page {
	p := &Page{room: r, body: look.Stack()}
	p.head = newHead(r, p.compare)
	p.head.saving.resize = func() { p.body.Refresh() }
	p.head.choose(revision)
	p.report = look.NewIconButton(look.IconPaper, withKey(r.Loc, r.Loc.T("report.button"), string(reportKey)), p.writeReport).Rank(look.Plain)
	p.head.papers.Add(p.report)
	p.body = look.Border(look.Stack(look.Inset(6, 6, 14, 14, p.head.object), look.Rule()), nil, nil, nil)
	p.build()
	p.page = page.Show(r, r.Loc.T("revisions.title"), p.body, nil)
	p.page.OnKey = p.key
	p.focus()
	return p
}

// writeReport leaves the page for the one that writes the report on the revision.
func (p *Page) writeReport() {
	revision := p.head.later()
	p.page.Leave()
	ShowReport(p.room, revision)
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now: at once what is seen, the rest when it is.
func (p *Page) Refresh() {
	if p.head.read() { // a revision came or went
		p.build()
		return
	}
	for i := range p.fresh {
		p.fresh[i] = false
	}
	p.show()
}

// build makes the tabs anew, for other revisions, and shows the one that was
// shown.
func (p *Page) build() {
	at := 0
	switch {
	case p.bar != nil:
		at = p.bar.Chosen()
	case p.room.Desk.Scratch(adaptingKey) != "": // on the way back from an editor
		at = 1
	}
	p.body.Objects = p.body.Objects[:1] // the head
	p.bar, p.tabs, p.fresh = nil, nil, nil
	look.SetShown(p.report, p.head.comparable())
	if p.head.comparable() {
		p.tabs = tabsOf(p.room, p.head.later(), p)
		p.fresh = make([]bool, len(p.tabs))
		p.bar = look.NewTabBar(p.heads()...)
		p.bar.OnChosen = func(int) { p.show(); p.focus() }
		p.bar.Choose(at)
		p.body.Add(look.Inset(6, 0, 0, 0, p.bar))
		p.show()
	} else {
		p.body.Add(look.Inset(14, 14, 14, 14, look.Column(look.Wrapped(p.room.Loc.T("revisions.single")))))
	}
	p.body.Refresh()
}

func (p *Page) heads() (heads []look.Tab) {
	for _, t := range p.tabs {
		heads = append(heads, look.Tab{Words: t.Title(), Content: t.Object()})
	}
	return heads
}

// compare compares with another earlier revision, or builds the page for another
// later one.
func (p *Page) compare(later bool) {
	if later {
		p.build()
		return
	}
	p.Refresh()
}

// show refreshes the tab that is seen if need be, and the numbers at the titles.
func (p *Page) show() {
	if p.bar == nil {
		return
	}
	for i, t := range p.tabs {
		if p.fresh[i] || i != p.bar.Chosen() {
			continue
		}
		if a, ok := t.(against); ok {
			a.Against(p.head.earlier())
		}
		p.fresh[i] = true
		t.Refresh()
	}
	p.count()
	p.head.count()
}

// count shows how much waits in each tab.
func (p *Page) count() {
	for i, t := range p.tabs {
		if c, ok := t.(counting); ok {
			words := ""
			if n := c.Count(); n > 0 {
				words = p.room.Loc.Number(n)
			}
			p.bar.SetCount(i, words)
		}
	}
}

// choose shows a tab, and gives it the keyboard.
func (p *Page) choose(at int) bool {
	if p.bar == nil || at >= len(p.tabs) {
		return false
	}
	p.bar.Choose(at)
	p.show()
	p.focus()
	return true
}

func (p *Page) focus() {
	if p.bar != nil && p.page != nil {
		p.tabs[p.bar.Chosen()].Focus()
	}
}

// saveKey opens the panel that saves the comparison, reportKey the page that
// writes the report.
const (
	saveKey   = fyne.KeyW
	reportKey = fyne.KeyD
)

// key takes the keys that nothing on the page has a use for: figures choose a
// tab, one saves the comparison, one leads to the report, the others are for the
// tab that is seen.
func (p *Page) key(key fyne.KeyName) bool {
	switch {
	case p.bar == nil:
	case key == saveKey:
		p.head.saving.toggle()
		return true
	case key == reportKey:
		p.writeReport()
		return true
	}
	if at := slices.Index([]fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5}, key); at >= 0 {
		return p.choose(at)
	}
	if p.bar == nil {
		return false
	}
	t, ok := p.tabs[p.bar.Chosen()].(keyed)
	return ok && t.Key(key)
}
