package conflicts

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
)

// Page is the page while it is shown.
type Page struct {
	room *room.Room
	page *page.Page

	about  *look.Text
	none   *look.Text
	list   *look.List
	detail *detail
	writer *writer
	end    *fyne.Container // detail, or the writer over it

	all  []desk.Conflict
	turn int
}

// Show covers the window with the page; a provision's first conflict is chosen if
// it has one.
func Show(r *room.Room, provision data.ID) *Page {
	p := &Page{room: r, about: look.Wrapped(r.Loc.T("conflicts.about")), none: look.Wrapped(r.Loc.T("conflicts.none"))}
	p.about.Colour, p.none.Colour = look.ColourMuted, look.ColourMuted
	p.detail = newDetail(r, acts{keep: p.keep, merge: p.merge, write: p.write, open: p.open})
	p.writer = newWriter(r, p.settleText, p.back)
	p.list = look.NewList(func() int { return len(p.all) },
		func() fyne.CanvasObject { return newRowView() },
		func(i int, row fyne.CanvasObject) { row.(*rowView).set(p.all[i], r) },
		p.chosen)
	p.list.OnOpen = func(int) { p.open() }
	p.end = container.NewStack(p.detail.object, p.writer.object)
	p.writer.object.Hide()
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(p.about, p.none)), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.read()
	p.page = page.Show(r, r.Loc.T("conflicts.title"), look.NewSplit(page.AtLeast(300, start), p.end, 0.32), nil)
	p.page.OnKey = p.key
	p.choose(max(p.of(provision), 0))
	p.Focus()
	return p
}

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "conflicts.title"
	return []room.Key{
		{Where: where, Keys: []string{"1", "2"}, Title: "keys.conflicts.keep"},
		{Where: where, Keys: []string{string(mergeKey)}, Title: "conflicts.merge"},
		{Where: where, Keys: []string{string(writeKey)}, Title: "conflicts.write"},
		{Where: where, Keys: []string{string(openKey), "Return"}, Title: "revisions.open"},
	}
}

const (
	mergeKey = fyne.KeyM
	writeKey = fyne.KeyW
	openKey  = fyne.KeyG
)

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Focus gives the keyboard to what is worked with.
func (p *Page) Focus() {
	if p.writer.object.Visible() {
		p.page.Focus(p.writer.editor)
		return
	}
	p.page.Focus(p.list)
}

// Refresh shows the desk as it is now.
func (p *Page) Refresh() {
	at, was := p.list.Selected(), desk.Conflict{}
	if at >= 0 && at < len(p.all) {
		was = p.all[at]
	}
	p.read()
	for i, c := range p.all {
		if c.Same(was) {
			at = i
		}
	}
	p.choose(min(max(at, 0), len(p.all)-1))
}

func (p *Page) read() {
	p.all = p.room.Desk.Conflicts()
	look.SetShown(p.none, len(p.all) == 0)
	look.SetShown(p.about, len(p.all) > 0)
	p.list.Refresh()
}

// of is the first conflict about a provision, -1 if there is none.
func (p *Page) of(provision data.ID) int {
	for i, c := range p.all {
		for _, id := range c.Provisions {
			if id == provision {
				return i
			}
		}
	}
	return -1
}

func (p *Page) choose(i int) {
	p.list.Mark(-1)
	if i < 0 || i >= len(p.all) {
		p.detail.clear()
		p.back()
		return
	}
	p.list.Mark(i)
	p.chosen(i)
}

// chosen shows a conflict. What is proposed for it is read from the log, off the
// window's goroutine.
func (p *Page) chosen(i int) {
	if i >= len(p.all) {
		return
	}
	if c := p.all[i]; p.writer.object.Visible() && !p.writer.on(c) {
		p.back()
	}
	p.turn++
	turn, c := p.turn, p.all[i]
	var merged desk.Merged
	var clean bool
	p.room.Run(func(context.Context, data.Progress) error {
		merged, clean = p.room.Desk.Merge(c)
		return nil
	}, func() {
		if turn == p.turn {
			p.detail.show(c, merged, clean)
			p.end.Refresh()
		}
	})
}

// now is the conflict that is shown.
func (p *Page) now() (desk.Conflict, bool) {
	i := p.list.Selected()
	if i < 0 || i >= len(p.all) {
		return desk.Conflict{}, false
	}
	return p.all[i], true
}

func (p *Page) settle(s desk.Settled, then func()) {
	c, ok := p.now()
	if !ok {
		return
	}
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.Settle(ctx, c, s) }, func() {
		p.room.Toast(p.room.Loc.T("conflicts.settled"))
		p.Refresh()
		if then != nil {
			then()
		}
	})
}

// keep makes a version the one that holds.
func (p *Page) keep(version int) {
	if c, ok := p.now(); ok && version < len(c.Versions) {
		p.settle(desk.Settled{Keep: c.Versions[version].ID}, nil)
	}
}

func (p *Page) merge() {
	if p.detail.clean {
		p.settle(desk.Settled{Merge: true}, nil)
	}
}

// write opens the field for other words, with the merge in it or else with what is
// shown.
func (p *Page) write() {
	c, ok := p.now()
	if !ok || !c.Words() {
		return
	}
	start := c.Versions[0].Text
	if p.detail.clean {
		start = p.detail.merged.Text
	}
	p.writer.open(c, start)
	p.detail.object.Hide()
	p.writer.object.Show()
	p.end.Refresh()
	p.Focus()
}

// settleText makes what was written the value.
func (p *Page) settleText(text string, done func()) {
	p.settle(desk.Settled{Text: text}, func() { done(); p.back() })
}

// back leaves the field; what was typed is kept.
func (p *Page) back() {
	if !p.writer.object.Visible() {
		return
	}
	p.writer.object.Hide()
	p.detail.object.Show()
	p.end.Refresh()
	p.Focus()
}

// open shows the provision in the text.
func (p *Page) open() {
	if c, ok := p.now(); ok && len(c.Provisions) > 0 {
		p.page.Leave()
		p.room.Selection.Select(c.Provisions[0])
	}
}

func (p *Page) key(key fyne.KeyName) bool {
	if p.writer.object.Visible() {
		return false
	}
	switch key {
	case fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5:
		p.keep(int(key[0] - '1'))
	case mergeKey:
		p.merge()
	case writeKey:
		p.write()
	case openKey:
		p.open()
	default:
		return false
	}
	return true
}
