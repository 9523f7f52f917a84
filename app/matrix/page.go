package matrix

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/tally"
)

// Page is the page while it is shown.
type Page struct {
	room  *room.Room
	page  *page.Page
	world world
	facts *facts
	turn  int // of the latest reading

	tabs    *look.TabBar
	grid    *grid
	side    *textview.Document
	none    *look.Text
	legend  *look.Text
	whole   *fyne.Container
	chart   *chart
	paper   *paperForm
	issues  *issueForm
	choices filters

	days   []data.Date // of the choices of since, after the first
	groups []string    // of the choices of the group, after the first
}

// filters are the choices above the grid.
type filters struct {
	which, group, class, order, since *look.Select
	articles                          *textview.Field
	moved                             *look.Check
}

// Show covers the window with the page.
func Show(r *room.Room) *Page {
	loc := r.Loc
	p := &Page{room: r, grid: newGrid(), side: textview.NewDocument(), none: look.Wrapped(loc.T("matrix.none")), legend: look.Wrapped(legendWords(loc)), facts: &facts{}}
	p.side.Margin = false
	p.none.Colour, p.legend.Colour = look.ColourMuted, look.ColourMuted
	p.grid.OnMoved, p.grid.OnOpen = p.told, p.open
	p.chart = newChart(loc)
	p.paper, p.issues = newPaperForm(p), newIssueForm(p)
	p.makeFilters()
	table := look.Border(p.none, look.Inset(3, 3, 10, 10, p.legend), nil, nil, look.Ground(look.ColourPaper, p.grid))
	p.tabs = look.NewTabBar(
		look.Tab{Words: loc.T("matrix.tab.grid"), Content: table},
		look.Tab{Words: loc.T("matrix.tab.chart"), Content: p.chart.object},
		look.Tab{Words: loc.T("matrix.tab.paper"), Content: p.paper.object},
		look.Tab{Words: loc.T("matrix.which.issues"), Content: p.issues.object},
	)
	body := look.NewSplit(page.AtLeast(leastHigh, p.tabs), look.Inset(6, 6, 6, 6, p.side), 0.74)
	p.whole = look.Border(look.Inset(2, 4, 10, 10, p.controls()), nil, nil, nil, body)
	p.page = page.Show(r, loc.T("matrix.title"), look.NewFrame(loc.T("panes.internal"), p.whole), nil)
	p.read()
	p.page.Focus(p.grid)
	return p
}

// leastHigh is how high the grid with its choices is at least, for normal text.
const leastHigh = 340

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now.
func (p *Page) Refresh() { p.read() }

func (p *Page) makeFilters() {
	c, loc := &p.choices, p.room.Loc
	words := func(ids []string) (out []string) {
		for _, id := range ids {
			out = append(out, loc.T(id))
		}
		return out
	}
	c.which = look.NewSelect(words(choices), 0, func(int) { p.recount() })
	c.group = look.NewSelect([]string{loc.T("matrix.group.all")}, 0, func(int) { p.arrange() })
	classes := []string{loc.T("matrix.class.any")}
	for _, class := range tally.Classes {
		classes = append(classes, page.ClassSign(class)+"  "+page.ClassName(loc, class))
	}
	c.class = look.NewSelect(classes, 0, func(int) { p.arrange() })
	c.order = look.NewSelect(words(orders), 0, func(int) { p.arrange() })
	c.since = look.NewSelect([]string{loc.T("matrix.since.never")}, 0, func(int) { p.recount() })
	c.moved = look.NewCheck(loc.T("matrix.moved.only"), false, func(bool) { p.arrange() })
	c.articles = textview.NewField()
	c.articles.Placeholder = loc.T("matrix.articles.placeholder")
	c.articles.OnChanged = func(string) { p.recount() }
	c.articles.OnEscaped = func() { p.page.Focus(p.grid) }
	c.articles.OnSubmitted = func(string) { p.page.Focus(p.grid) }
}

func (p *Page) controls() fyne.CanvasObject {
	c, loc := &p.choices, p.room.Loc
	return page.Columns([]float32{4, 2, 4, 4, 4, 4, 4},
		page.Labelled(loc.T("matrix.which"), c.which),
		page.Labelled(loc.T("matrix.articles"), c.articles),
		page.Labelled(loc.T("matrix.group"), c.group),
		page.Labelled(loc.T("matrix.class"), c.class),
		page.Labelled(loc.T("matrix.order"), c.order),
		page.Labelled(loc.T("matrix.since"), c.since),
		page.Labelled("", c.moved))
}

// read takes the desk in, off the window's goroutine.
func (p *Page) read() {
	p.turn++
	turn := p.turn
	var w world
	p.room.Run(func(context.Context, data.Progress) (err error) {
		w, err = worldOf(p.room)
		return err
	}, func() {
		if turn != p.turn {
			return
		}
		first := p.world.register == nil
		p.world = w
		p.offer(first)
		p.whole.Refresh() // what is offered may need a further row
		p.issues.refresh()
		p.recount()
	})
}

// offer fills the choices with the groups and the days that there are. At first the
// moves of the last day are marked.
func (p *Page) offer(first bool) {
	loc, lang := p.room.Loc, data.Lang(p.room.Loc.Lang())
	was, since := p.group(), p.sinceDay()
	p.groups, p.days = nil, p.world.days
	names, at := []string{loc.T("matrix.group.all")}, 0
	for _, g := range p.world.register.Groups() {
		p.groups = append(p.groups, g.Code)
		names = append(names, groupName(p.world.register, g.Code, lang))
		if g.Code == was {
			at = len(p.groups)
		}
	}
	p.choices.group.SetOptions(names, at)
	days, at := []string{loc.T("matrix.since.never")}, 0
	for i, d := range p.days {
		days = append(days, loc.Date(d.Year, d.Month, d.Day))
		if d == since || first && i == 0 {
			at = i + 1
		}
	}
	p.choices.since.SetOptions(days, at)
}

// group is the code of the chosen group, "" for all.
func (p *Page) group() string {
	if i := p.choices.group.Chosen(); i > 0 && i <= len(p.groups) {
		return p.groups[i-1]
	}
	return ""
}

// sinceDay is the day since which moves are marked; zero: they are not.
func (p *Page) sinceDay() data.Date {
	if i := p.choices.since.Chosen(); i > 0 && i <= len(p.days) {
		return p.days[i-1]
	}
	return data.Date{}
}

// since is the beginning of that day, where the statements were made.
func (p *Page) since() time.Time {
	day := p.sinceDay()
	if day.IsZero() {
		return time.Time{}
	}
	return time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, p.world.zone)
}

// recount counts the chosen questions anew. It is quick enough for the window's
// goroutine: see BenchmarkFirstShown.
func (p *Page) recount() {
	if p.world.register == nil {
		return
	}
	asked := questions(p.world, which(p.choices.which.Chosen()), p.choices.articles.Text(), p.room.Loc)
	p.facts = factsOf(p.room.Desk, asked, p.world.register, p.since(), data.Today())
	look.SetShown(p.none, len(asked) == 0)
	p.arrange()
}

// arrange shows what was counted as the choices ask for it.
func (p *Page) arrange() {
	p.grid.show(p.arranged())
	p.told()
}

func (p *Page) arranged() *sheet {
	return sheetOf(p.facts, order(p.choices.order.Chosen()), p.only(), p.room.Loc)
}

func (p *Page) only() filter {
	only := filter{group: p.group(), moved: p.choices.moved.Ticked()}
	if i := p.choices.class.Chosen(); i > 0 {
		only.held, only.class = true, tally.Classes[i-1]
	}
	return only
}

// told explains the cell with the cursor.
func (p *Page) told() {
	if p.grid.row < 0 || len(p.facts.questions) == 0 {
		p.side.SetBlocks(nil)
		p.chart.clear()
		return
	}
	p.side.SetBlocks(explain(p.facts, p.grid.line(p.grid.row), p.grid.col, p.group(), p.room.Loc))
	p.chart.show(p.facts, p.grid.col)
}

// open leads to the provision of the column in the panes.
func (p *Page) open() {
	if p.grid.col < 0 {
		return
	}
	if id := p.facts.questions[p.grid.col].place; !id.IsZero() {
		p.page.Leave()
		p.room.Selection.Select(id)
	}
}
