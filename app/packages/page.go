package packages

import (
	"context"
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

	none *look.Text
	list *look.List
	form *form
	all  []data.PackageStanding
}

// Show covers the window with the page. A package that is named is chosen; else a
// new one is begun for the provision, if there is one.
func Show(r *room.Room, provision, pack data.ID) *Page {
	p := &Page{room: r, none: look.Wrapped(r.Loc.T("packages.none"))}
	p.none.Colour = look.ColourMuted
	p.form = newForm(r, p.saved)
	p.list = look.NewList(func() int { return len(p.all) },
		func() fyne.CanvasObject { return newRowView(r) },
		func(i int, row fyne.CanvasObject) { row.(*rowView).set(p.all[i]) },
		p.chosen)
	add := look.NewIconButton(look.IconAdd, r.Loc.T("packages.add"), func() { p.begin(data.ID{}) })
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(p.none, look.Row(add))), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.read()
	p.page = page.Show(r, r.Loc.T("packages.title"), look.NewSplit(page.AtLeast(300, start), page.Scroll(look.Inset(8, 12, 12, 12, p.form.object)), 0.36), nil)
	at := slices.IndexFunc(p.all, func(s data.PackageStanding) bool { return s.Package.ID == pack })
	switch {
	case at >= 0:
		p.list.Mark(at)
		p.chosen(at)
	case !provision.IsZero() || len(p.all) == 0:
		p.begin(provision)
	default:
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
	for i, s := range p.all {
		if s.Package.ID == p.form.pack.ID {
			p.list.Mark(i)
		}
	}
}

func (p *Page) read() {
	p.all = p.room.Desk.Packages()
	if len(p.all) > 0 {
		p.none.Hide()
	} else {
		p.none.Show()
	}
	p.list.Refresh()
}

// begin opens the form for a new package, in which a provision is accepted.
func (p *Page) begin(provision data.ID) {
	p.list.Mark(-1)
	p.form.begin(provision)
	if p.page != nil {
		p.page.Focus(p.form.title)
	}
}

func (p *Page) chosen(i int) {
	if i < len(p.all) {
		p.form.load(p.all[i])
	}
}

// saved follows an act on the package of the form; the zero ID: it is given up.
func (p *Page) saved(id data.ID) {
	p.read()
	at := slices.IndexFunc(p.all, func(s data.PackageStanding) bool { return s.Package.ID == id })
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
}

// act does one thing with the form's package.
func (f *form) act(do func(ctx context.Context) error, then func()) { f.room.Act(do, then) }
