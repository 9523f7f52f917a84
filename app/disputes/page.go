package disputes

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/dispute"
	"travaux/export"
)

// Page is the page while it is shown.
type Page struct {
	room *room.Room
	page *page.Page
	keep *page.Keep

	treaty data.Treaty
	none   *look.Text
	list   *look.List
	tabs   *look.TabBar
	head   *look.Text
	ladder *ladder
	steps  *steps
	form   *form
	papers *documents
	all    []data.Dispute
	now    data.Dispute // that is shown; the zero ID: a new one
}

// Tabs of a dispute.
const (
	tabLadder = iota
	tabSteps
	tabFile
	tabPapers
)

// Show covers the window with the disputes; without a treaty it says what is to be
// done first.
func Show(r *room.Room) *Page {
	p := &Page{room: r, none: look.Wrapped(r.Loc.T("dispute.none")), head: look.Heading("")}
	p.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	p.none.Colour = look.ColourMuted
	p.head.Shrink = true
	treaty, ok := r.Desk.TheTreaty()
	if !ok {
		p.page = page.Show(r, r.Loc.T("dispute.title"), look.Inset(14, 14, 16, 16, look.Top(look.Wrapped(r.Loc.T("treaty.first")))), nil)
		return p
	}
	p.treaty = treaty
	p.ladder, p.steps, p.form, p.papers = newLadder(p), newSteps(p), newForm(p), newDocuments(p)
	p.list = look.NewList(func() int { return len(p.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { p.tell(row.(*page.TwoLines), p.all[i]) },
		p.chosen)
	p.list.OnOpen = func(int) { p.page.Focus(p.tabs) }
	add := look.NewIconButton(look.IconAdd, r.Loc.T("dispute.new"), p.begin)
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(p.none, look.Row(add))), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	tab := func(id string, o fyne.CanvasObject) look.Tab {
		return look.Tab{Words: r.Loc.T(id), Content: page.Scroll(look.Inset(10, 12, 12, 12, o))}
	}
	p.tabs = look.NewTabBar(tab("dispute.ladder", p.ladder.object), tab("dispute.steps", p.steps.object), tab("dispute.file", p.form.object), tab("dispute.papers", p.papers.object))
	end := look.Border(look.Inset(8, 6, 12, 12, p.head), nil, nil, nil, p.tabs)
	p.page = page.Show(r, r.Loc.T("dispute.title"), look.NewSplit(page.AtLeast(300, start), end, 0.3), nil)
	p.page.Tabs = p.tabs
	p.read()
	if len(p.all) == 0 {
		p.begin()
	} else {
		p.list.Mark(0)
		p.chosen(0)
		p.page.Focus(p.list)
	}
	return p
}

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	return []room.Key{{Where: "dispute.title", Keys: []string{"1", "2", "3", "4"}, Title: "keys.revisions.tab"}}
}

// close takes the page away, for what is typed in it with Escape.
func (p *Page) close() { p.page.Close() }

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now; what is being typed stays.
func (p *Page) Refresh() {
	if p.list == nil {
		return
	}
	p.read()
	for i, d := range p.all {
		if d.ID == p.now.ID {
			p.list.Mark(i)
			p.now = d
		}
	}
	p.show()
}

func (p *Page) read() {
	p.all = p.room.Desk.Disputes().Where(func(d data.Dispute) bool { return d.Treaty == p.treaty.ID || d.Treaty.IsZero() })
	slices.Reverse(p.all)
	look.SetShown(p.none, len(p.all) == 0)
	p.list.Refresh()
}

// begin opens the file of a new dispute, as it was begun.
func (p *Page) begin() {
	p.list.Mark(-1)
	p.open(data.Dispute{})
	p.tabs.Choose(tabFile)
	if p.page != nil {
		p.page.Focus(p.form.title)
	}
}

func (p *Page) chosen(i int) {
	if i < len(p.all) && (p.all[i].ID != p.now.ID || p.now.ID.IsZero()) {
		p.open(p.all[i])
		p.tabs.Choose(tabLadder)
	}
}

func (p *Page) open(d data.Dispute) {
	p.now = d
	p.form.load(d)
	p.steps.load(data.DisputeStep{})
	p.papers.load(data.DisputePaper{})
	p.show()
}

// show shows what is not typed in.
func (p *Page) show() {
	title := p.room.Loc.T("dispute.new")
	if !p.now.ID.IsZero() {
		title = p.room.Loc.Isolate(p.now.Title)
	}
	p.head.SetText(title)
	p.ladder.show()
	p.steps.show()
	p.papers.show()
}

// saved follows an act on the dispute; the zero ID: it was taken away.
func (p *Page) saved(id data.ID) {
	p.read()
	at := slices.IndexFunc(p.all, func(d data.Dispute) bool { return d.ID == id })
	switch {
	case at >= 0:
		p.list.Mark(at)
		p.open(p.all[at])
	case len(p.all) > 0:
		p.list.Mark(0)
		p.open(p.all[0])
	default:
		p.begin()
	}
}

// key gives the keys under which what is typed of a dispute is kept.
func (p *Page) key(kind string) func(data.ID) string {
	return func(id data.ID) string {
		if id.IsZero() {
			return kind + "/new/" + p.now.ID.String()
		}
		return kind + "/" + id.String()
	}
}

// name is the name of a party by its code; of none, that of the body.
func (p *Page) name(code string) string {
	if code == "" {
		return p.room.Loc.T("dispute.by.body")
	}
	return page.Party(p.room.Loc, p.room.Desk.Register(), code)
}

func (p *Page) names(codes []string) string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = p.name(c)
	}
	return p.room.Loc.List(all)
}

// file computes a dispute as it is on a day.
func (p *Page) file(d data.Dispute, day data.Date) dispute.File {
	return dispute.On(d, p.room.Desk.DisputeSteps().All(), day)
}

// tell shows a dispute in the list: between whom, and where it stands.
func (p *Page) tell(v *page.TwoLines, d data.Dispute) {
	loc := p.room.Loc
	v.Title.SetText(loc.Isolate(d.Title))
	v.State.Colour = look.ColourMuted
	f := p.file(d, data.Today())
	words := loc.T("dispute.between", "claimants", p.names(d.Claimants), "answering", p.names(d.Answering))
	state := ""
	switch late := f.Overdue(); {
	case len(late) > 0:
		v.State.Colour = look.ColourDanger
		state = export.DutyState(late[0], loc)
	case f.Outcome != "":
		v.State.Colour = look.ColourApproved
		state = loc.T("dispute.outcome."+string(f.Outcome), "date", export.Day(f.Over, loc))
	default:
		state = p.running(f)
	}
	v.State.SetText(loc.T("dispute.row", "between", words, "state", state))
	v.Refresh()
}

// running says which means is used now, else which can be.
func (p *Page) running(f dispute.File) string {
	loc := p.room.Loc
	for _, r := range slices.Backward(f.Rungs) {
		if r.Running() {
			return loc.T("dispute.row.means", "means", loc.Name("means", string(r.Means)), "state", loc.Name("rung-state", string(r.State)))
		}
	}
	for _, r := range slices.Backward(f.Next()) {
		return loc.T("dispute.row.means", "means", loc.Name("means", string(r.Means)), "state", loc.Name("rung-state", string(r.State)))
	}
	return loc.T("dispute.waits")
}
