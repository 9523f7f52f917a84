package capital

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
	room *room.Room
	page *page.Page

	none   *look.Text
	list   *look.List
	form   *form
	report *report
	all    []data.Request
}

// Show covers the window with the page; a new request is begun for a provision
// where nothing is asked yet.
func Show(r *room.Room, provision data.ID) *Page {
	p := &Page{room: r, none: look.Wrapped(r.Loc.T("capital.none"))}
	p.none.Colour = look.ColourMuted
	p.form, p.report = newForm(r, p.saved), newReport(r)
	p.list = look.NewList(func() int { return len(p.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { tell(row.(*page.TwoLines), r, p.all[i]) },
		p.chosen)
	add := look.NewIconButton(look.IconAdd, r.Loc.T("capital.ask"), func() { p.begin(r.Selection.Provision()) })
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(p.none, look.Row(add))), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.read()
	end := page.Scroll(look.Inset(8, 12, 12, 12, look.Column(p.form.object, look.Rule(), p.report.object)))
	p.page = page.Show(r, r.Loc.T("capital.title"), look.NewSplit(page.AtLeast(300, start), end, 0.36), nil)
	p.form.question.OnEscaped = p.page.Close
	if len(p.all) == 0 {
		p.begin(provision)
	} else {
		p.list.Mark(0)
		p.chosen(0)
	}
	return p
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now; what is being typed stays.
func (p *Page) Refresh() {
	p.read()
	for i, r := range p.all {
		if r.ID == p.form.request.ID {
			p.list.Mark(i)
		}
	}
	p.report.tell()
}

func (p *Page) read() {
	p.all = p.room.Desk.Requests()
	look.SetShown(p.none, len(p.all) == 0)
	p.list.Refresh()
}

func (p *Page) begin(provision data.ID) {
	p.list.Mark(-1)
	p.form.begin(provision)
	if p.page != nil {
		p.page.Focus(p.form.question)
	}
}

func (p *Page) chosen(i int) {
	if i < len(p.all) {
		p.form.load(p.all[i])
	}
}

// saved follows an act on the request of the form; the zero ID: it is taken back.
func (p *Page) saved(id data.ID) {
	p.read()
	at := slices.IndexFunc(p.all, func(r data.Request) bool { return r.ID == id })
	switch {
	case at >= 0:
		p.list.Mark(at)
		p.chosen(at)
	case len(p.all) > 0:
		p.list.Mark(0)
		p.chosen(0)
	default:
		p.begin(data.ID{})
	}
	p.report.tell()
}
