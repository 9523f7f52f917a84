package amendments

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/export"
)

// Page is the page while it is shown.
type Page struct {
	room  *room.Room
	page  *page.Page
	world *world
	day   data.Date // that is shown
	told  []export.Amending
	which data.ID // the treaty or protocol

	date   *textview.Field
	treaty *look.Select
	of     fyne.CanvasObject // the choice of a treaty, shown where there are protocols
	none   *look.Text
	list   *look.List
	status *status
	form   *form
	text   *textPane
	paper  *paperForm
	tabs   *look.TabBar
}

// Tabs of the page.
const (
	tabStatus = iota
	tabForm
	tabText
	tabPaper
)

// Show covers the window with the page.
func Show(r *room.Room) *Page {
	loc := r.Loc
	p := &Page{room: r, day: data.Today(), none: look.Wrapped("")}
	p.none.Colour = look.ColourMuted
	w, known, err := readWorld(r.Desk, data.ID{})
	if err != nil {
		r.Fail(err)
	}
	if p.world = w; !known {
		p.none.SetText(loc.T("amendments.no-treaty"))
		p.page = page.Show(r, loc.T("amendments.title"), page.Scroll(look.Inset(16, 12, 16, 16, look.Column(p.none))), nil)
		return p
	}
	p.which = w.treaty.ID
	p.date = p.field()
	p.date.Placeholder = loc.T("papers.date.form")
	p.date.SetText(p.day.String())
	p.date.OnChanged = func(string) { p.dated() }
	p.treaty = look.NewSelect(nil, 0, func(i int) { p.which = p.world.treaties[i].ID; p.form.begin(); p.read(); p.first() })
	p.status, p.text, p.paper = newStatus(p), newTextPane(p), newPaperForm(p)
	p.form = newForm(p)
	p.list = look.NewList(func() int { return len(p.told) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { p.row(row.(*page.TwoLines), p.told[i]) },
		func(int) { p.chosen() })
	p.list.OnOpen = func(int) { p.tabs.Choose(tabForm) }
	add := look.NewIconButton(look.IconAdd, loc.T("amendments.add"), p.begin).Rank(look.Plain)
	p.of = page.Labelled(loc.T("amend.fact.treaty"), p.treaty)
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(p.of, page.Labelled(loc.T("amendments.day"), p.date), p.none, look.Row(add))), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.tabs = look.NewTabBar(
		look.Tab{Words: loc.T("amendments.tab.status"), Content: p.status.object},
		look.Tab{Words: loc.T("amendments.tab.form"), Content: page.Scroll(look.Inset(8, 12, 12, 12, p.form.object))},
		look.Tab{Words: loc.T("amendments.tab.text"), Content: p.text.object},
		look.Tab{Words: loc.T("amendments.tab.paper"), Content: p.paper.object},
	)
	p.tabs.OnChosen = func(int) { p.chosen() }
	p.page = page.Show(r, loc.T("amendments.title"), look.NewSplit(page.AtLeast(leastHigh, start), page.AtLeast(leastHigh, p.tabs), 0.26), nil)
	p.page.Tabs = p.tabs
	p.read()
	p.first()
	if p.page.Focus(p.list); len(p.told) == 0 { // there is only one thing to do
		p.tabs.Choose(tabForm)
		p.page.Focus(p.form.title)
	} else {
		p.page.Focus(p.list)
	}
	return p
}

// leastHigh is how high the parts of the page are at least, for normal text.
const leastHigh = 320

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// field is a field that leaves the page by Escape.
func (p *Page) field() *textview.Field {
	e := textview.NewField()
	e.OnEscaped = func() { p.page.Close() }
	return e
}

// Refresh shows the desk as it is now; what is being typed stays.
func (p *Page) Refresh() {
	if p.list == nil {
		return
	}
	id := p.amendment()
	p.read()
	p.mark(id)
	p.chosen()
}

// first chooses the first amendment; where there is none, one is begun.
func (p *Page) first() {
	if len(p.told) == 0 {
		p.list.Mark(-1)
		p.form.begin()
		p.chosen()
		return
	}
	p.list.Mark(0)
	p.form.load(p.told[0].Amendment)
	p.chosen()
}

// read reads the desk and computes what is shown.
func (p *Page) read() {
	w, known, err := readWorld(p.room.Desk, p.which)
	if err != nil || !known {
		if err != nil {
			p.room.Fail(err)
		}
		return
	}
	p.world, p.told = w, nil
	for _, a := range w.amendments {
		p.told = append(p.told, w.on(a, p.day, p.room.Loc))
	}
	lang := data.Lang(p.room.Loc.Lang())
	var names []string
	at := 0
	for i, t := range w.treaties {
		name := t.Short.In(lang)
		if name == "" {
			name = t.Title.In(lang)
		}
		names = append(names, name)
		if t.ID == w.treaty.ID {
			at = i
		}
	}
	p.treaty.SetOptions(names, at)
	look.SetShown(p.of, len(names) > 1)
	p.none.SetText(p.room.Loc.T("amendments.none"))
	look.SetShown(p.none, len(p.told) == 0)
	p.list.Refresh()
}

// amendment is the identity of the chosen one; zero: none.
func (p *Page) amendment() data.ID {
	if i := p.list.Selected(); i >= 0 && i < len(p.told) {
		return p.told[i].Amendment.ID
	}
	return data.ID{}
}

// mark marks an amendment in the list, none where it is not there.
func (p *Page) mark(id data.ID) {
	p.list.Mark(slices.IndexFunc(p.told, func(a export.Amending) bool { return a.Amendment.ID == id }))
}

// dated shows another day, once a whole date is typed.
func (p *Page) dated() {
	day, err := data.ParseDate(strings.TrimSpace(p.date.Text()))
	if err != nil || day.IsZero() || day == p.day {
		return
	}
	id := p.amendment()
	p.day = day
	p.read()
	p.mark(id)
	p.chosen()
}

// begin opens the form for a new amendment.
func (p *Page) begin() {
	p.list.Mark(-1)
	p.form.begin()
	p.tabs.Choose(tabForm)
	p.chosen()
	p.page.Focus(p.form.title)
}

// chosen shows the chosen amendment on the tab that is open.
func (p *Page) chosen() {
	i := p.list.Selected()
	if i >= 0 && i < len(p.told) && p.form.amendment.ID != p.told[i].Amendment.ID {
		p.form.load(p.told[i].Amendment)
	}
	switch p.tabs.Chosen() {
	case tabStatus:
		p.status.show()
	case tabText:
		p.text.show()
	}
}

// saved follows an act on the amendment of the form; the zero ID: it is gone.
func (p *Page) saved(id data.ID) {
	p.read()
	if id.IsZero() {
		p.first()
		return
	}
	p.mark(id)
	p.chosen()
}

func (p *Page) row(row *page.TwoLines, a export.Amending) {
	loc := p.room.Loc
	row.Title.SetText(a.Amendment.Title.In(data.Lang(loc.Lang())))
	words := loc.Name("amend-stage", string(a.State.Stage))
	if !a.State.InForce.IsZero() {
		words = loc.T("amendments.row", "stage", words, "date", p.written(a.State.InForce))
	}
	row.State.SetText(words)
	row.Refresh()
}

func (p *Page) written(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	return p.room.Loc.Date(d.Year, d.Month, d.Day)
}
