package monitoring

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/monitor"
)

// overview is what is overdue, and how each obligation is fulfilled as a chart.
type overview struct {
	page   *Page
	about  *look.Text
	none   *look.Text
	list   *look.List
	chart  *chart
	all    []monitor.Owed
	object fyne.CanvasObject
}

func newOverview(p *Page) *overview {
	loc := p.room.Loc
	o := &overview{page: p, about: look.Wrapped(""), none: look.Wrapped(loc.T("monitoring.overdue.none")), chart: newChart(loc)}
	o.about.Colour, o.none.Colour = look.ColourMuted, look.ColourMuted
	o.list = look.NewList(func() int { return len(o.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { o.row(row.(*page.TwoLines), o.all[i]) },
		func(int) {})
	o.list.OnOpen = func(i int) { o.open(i) }
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(o.about, look.Heading(loc.T("monitoring.overdue")), o.none)), nil, nil, nil, look.Ground(look.ColourPaper, o.list))
	o.object = look.NewSplit(page.AtLeast(300, start), o.chart.object, 0.42)
	return o
}

func (o *overview) tell() {
	p, loc := o.page, o.page.room.Loc
	o.all = p.Overdue()
	look.SetShown(o.none, len(o.all) == 0)
	words := loc.T("monitoring.about", "n", loc.N("monitoring.n-parties", len(p.Standing.Parties())), "obligations", loc.N("monitoring.n-obligations", len(p.Followed())), "date", date(loc, p.Day))
	if !p.Standing.Is() {
		words = loc.T("monitoring.not-in-force")
	}
	o.about.SetText(words)
	o.list.Refresh()
	o.chart.show(o.rows())
}

func (o *overview) row(v *page.TwoLines, x monitor.Owed) {
	p, loc := o.page, o.page.room.Loc
	v.Title.SetText(loc.T("monitoring.owed", "party", p.name(x.Party), "what", p.owed(x)))
	v.State.Colour = look.ColourDanger
	v.State.SetText(loc.N("monitoring.late", x.Late(p.Day), "date", date(loc, x.Due)))
	v.Refresh()
}

// owed says what a party owes.
func (p *Page) owed(x monitor.Owed) string {
	if c, ok := p.cycle(x.Cycle); ok {
		return p.room.Loc.T("monitoring.owed.report", "cycle", p.cycleName(c))
	}
	o, _ := p.obligation(x.Obligation)
	return p.what(o)
}

// open shows the page of the party that owes.
func (o *overview) open(i int) {
	if i < len(o.all) {
		o.page.tabs.Choose(tabParties)
		o.page.party.choose(o.all[i].Party)
	}
}

// rows are the obligations that are followed up, each with its grades.
func (o *overview) rows() []bar {
	p := o.page
	latest := p.Latest(data.ID{})
	var out []bar
	for _, x := range p.Followed() {
		c := p.OfObligation(x.ID, latest)
		out = append(out, bar{name: p.cite(p.room.Loc, x.Provision), says: gradeWords(p.room.Loc, c), count: c})
	}
	return out
}
