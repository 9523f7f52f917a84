package monitoring

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// Page is the page while it is shown.
type Page struct {
	room *room.Room
	page *page.Page
	keep *page.Keep
	facts

	overview *overview
	register *register
	party    *parties
	cycles   *cycles
	papers   *paperForm
	tabs     *look.TabBar
}

// The tabs, in their order.
const (
	tabOverview = iota
	tabRegister
	tabParties
	tabCycles
	tabPapers
)

// Show covers the window with the page as of today. Where no treaty has been adopted
// it says what to do first.
func Show(r *room.Room) *Page {
	p := &Page{room: r}
	p.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	p.gather()
	if !p.adopted {
		none := look.Wrapped(r.Loc.T("monitoring.no-treaty"))
		p.page = page.Show(r, r.Loc.T("monitoring.title"), look.Top(look.Inset(16, 16, 20, 20, none)), nil)
		return p
	}
	p.overview, p.register, p.party, p.cycles, p.papers = newOverview(p), newRegister(p), newParties(p), newCycles(p), newPaperForm(p)
	p.tabs = look.NewTabBar(
		look.Tab{Words: r.Loc.T("monitoring.overview"), Content: p.overview.object},
		look.Tab{Words: r.Loc.T("monitoring.register"), Content: p.register.object},
		look.Tab{Words: r.Loc.T("monitoring.parties"), Content: p.party.object},
		look.Tab{Words: r.Loc.T("monitoring.cycles"), Content: p.cycles.object},
		look.Tab{Words: r.Loc.T("monitoring.papers"), Content: p.papers.object},
	)
	p.tabs.OnChosen = func(int) { p.tell() }
	p.page = page.Show(r, r.Loc.T("monitoring.title"), p.tabs, nil)
	p.page.Tabs = p.tabs
	p.tell()
	return p
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// field is a field that leaves the page by Escape.
func (p *Page) field() *textview.Field {
	e := textview.NewField()
	e.OnEscaped = func() { p.page.Close() }
	return e
}

// editor is an editor that leaves the page by Escape.
func (p *Page) editor() *textview.Editor {
	e := textview.NewEditor()
	e.OnEscaped = func() { p.page.Close() }
	return e
}

// Refresh shows the desk as it is now; what is being typed stays.
func (p *Page) Refresh() {
	had := p.adopted
	p.gather()
	if had && p.adopted {
		p.tell()
	}
}

// gather reads the records as of today.
func (p *Page) gather() {
	f, err := gather(p.room.Desk, data.Today())
	if err != nil {
		p.room.Fail(err)
		return
	}
	f.propose(p.room.Selection.Lang())
	p.facts = f
}

// tell fills the tabs.
func (p *Page) tell() {
	p.overview.tell()
	p.register.tell()
	p.party.tell()
	p.cycles.tell()
	p.papers.tell()
	p.tabs.SetCount(tabOverview, p.count(len(p.Overdue())))
	p.tabs.SetCount(tabRegister, p.count(len(p.proposed)))
}

func (p *Page) count(n int) string {
	if n == 0 {
		return ""
	}
	return p.room.Loc.Number(n)
}

func (p *Page) name(code string) string {
	return page.Party(p.room.Loc, p.room.Desk.Register(), code)
}

// cycleName is what a cycle is called.
func (p *Page) cycleName(c data.Cycle) string {
	return p.room.Loc.Isolate(c.Title.In(data.Lang(p.room.Loc.Lang())))
}

// what names an obligation in one line: where it stands and what must be done.
func (p *Page) what(o data.Obligation) string {
	return p.room.Loc.T("monitoring.what", "place", p.cite(p.room.Loc, o.Provision), "must", p.room.Loc.Isolate(page.Beginning(o.Must)))
}
