package speeches

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	side *fyne.Container // the form, or the practice timer
	all  []data.Speech   // the latest first
}

// Show covers the window with the page; a statement is begun for a provision where
// there is none yet.
func Show(r *room.Room, provision data.ID) *Page {
	p := &Page{room: r, none: look.Wrapped(r.Loc.T("speeches.none"))}
	p.none.Colour = look.ColourMuted
	p.form = newForm(r, p.saved, p.practise)
	p.list = look.NewList(func() int { return len(p.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { tell(row.(*page.TwoLines), r, p.all[i]) },
		p.chosen)
	add := look.NewIconButton(look.IconAdd, r.Loc.T("speeches.add"), func() { p.begin(r.Selection.Provision()) })
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(p.none, look.Row(add))), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.read()
	p.side = container.NewStack(page.Scroll(look.Inset(8, 12, 12, 12, p.form.object)))
	p.page = page.Show(r, r.Loc.T("speeches.title"), look.NewSplit(page.AtLeast(300, start), p.side, 0.26), p.form.foot)
	p.form.words.OnEscaped = p.page.Close
	if len(p.all) == 0 {
		p.begin(provision)
	} else {
		p.list.Mark(0)
		p.chosen(0)
	}
	return p
}

// ShowAt covers the window with the page, one statement in a language being shown
// with the runes [start, end) of its text selected, if there are any. What is being
// changed in it has no such places.
func ShowAt(r *room.Room, id data.ID, lang data.Lang, start, end int) *Page {
	p := Show(r, data.ID{})
	at := slices.IndexFunc(p.all, func(s data.Speech) bool { return s.ID == id })
	if at < 0 {
		return p
	}
	if lang != "" {
		p.form.lang = lang
	}
	p.list.Mark(at)
	p.chosen(at)
	if p.form.words.Text() == p.all[at].Text[lang] && start < end {
		p.form.words.Select(start, end)
		p.page.Focus(p.form.words)
	}
	return p
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now; what is being typed stays.
func (p *Page) Refresh() {
	p.read()
	for i, s := range p.all {
		if s.ID == p.form.speech.ID {
			p.list.Mark(i)
		}
	}
}

func (p *Page) read() {
	p.all = p.room.Desk.Speeches()
	slices.Reverse(p.all)
	look.SetShown(p.none, len(p.all) == 0)
	p.list.Refresh()
}

// begin opens the form for a new statement, on a provision if one is named.
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

// saved follows an act on the statement of the form; the zero ID: it is given up.
func (p *Page) saved(id data.ID) {
	p.read()
	at := slices.IndexFunc(p.all, func(s data.Speech) bool { return s.ID == id })
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

// practise shows the practice timer in the place of the form until it is left.
func (p *Page) practise(text string, lang data.Lang, x pacing) {
	form := p.side.Objects
	t := newPractice(p.room, text, lang, x)
	before := p.page.OnKey
	t.leave = func() {
		p.side.Objects, p.page.OnKey = form, before
		p.form.foot.Show()
		p.side.Refresh()
		p.form.time()
	}
	p.page.OnKey = t.key
	p.form.foot.Hide()
	p.side.Objects = []fyne.CanvasObject{page.Scroll(t.object)}
	p.side.Refresh()
	p.room.Window.Canvas().Unfocus() // the keys are those of the timer
}

// act does one thing with the form's statement.
func (f *form) act(do func(ctx context.Context) error, then func()) { f.room.Act(do, then) }
