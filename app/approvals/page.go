package approvals

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
)

// Page is the page while it is shown.
type Page struct {
	room   *room.Room
	page   *page.Page
	keep   *page.Keep
	none   *look.Text
	same   *look.Button // lets pass all of which the substance is that which was approved
	steps  *stepsBox
	list   *look.List
	detail *detail
	all    []desk.Awaiting // by group, in document order within
}

// Show covers the window with the page.
func Show(r *room.Room) *Page {
	p := &Page{room: r, none: look.Wrapped(r.Loc.T("approvals.none"))}
	p.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	p.none.Colour = look.ColourMuted
	p.same = look.NewButton("", p.passSame)
	p.steps = newStepsBox(r)
	p.detail = newDetail(r, acts{pass: p.pass, back: p.giveBack, open: p.open, typed: p.typed})
	p.list = look.NewList(func() int { return len(p.all) },
		func() fyne.CanvasObject { return newRowView() },
		func(i int, row fyne.CanvasObject) { row.(*rowView).set(p.all[i], r) },
		p.chosen)
	p.list.OnOpen = func(int) { p.open() }
	head := look.Inset(6, 6, 12, 8, look.Column(p.steps.object, p.none, p.same))
	start := look.Border(head, nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.read()
	p.page = page.Show(r, r.Loc.T("approvals.title"), look.NewSplit(page.AtLeast(leastList, start), p.detail.object, 0.34), nil)
	p.page.OnKey = p.key
	p.detail.remark.OnEscaped = func() { p.page.Focus(p.list) }
	p.choose(0)
	p.page.Focus(p.list)
	return p
}

// leastList is how high the list is at least, for normal text.
const leastList = 300

// Keys of the page.
const (
	passKey = fyne.KeyA
	backKey = fyne.KeyR
	sameKey = fyne.KeyU
	openKey = fyne.KeyG
)

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "approvals.title"
	return []room.Key{
		{Where: where, Keys: []string{string(passKey)}, Title: "approvals.pass"},
		{Where: where, Keys: []string{string(backKey)}, Title: "panes.return"},
		{Where: where, Keys: []string{string(sameKey)}, Title: "approvals.same"},
		{Where: where, Keys: []string{string(openKey), "Return"}, Title: "revisions.open"},
	}
}

func (p *Page) key(key fyne.KeyName) bool {
	do := map[fyne.KeyName]func(){passKey: p.pass, backKey: p.askBack, sameKey: p.passSame, openKey: p.open}[key]
	if do != nil {
		do()
	}
	return do != nil
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now.
func (p *Page) Refresh() {
	at := max(p.list.Selected(), 0)
	var was data.ID
	if at < len(p.all) {
		was = p.all[at].Provision
	}
	p.read()
	if i := slices.IndexFunc(p.all, func(a desk.Awaiting) bool { return a.Provision == was }); i >= 0 {
		at = i
	}
	p.choose(min(at, len(p.all)-1))
}

func (p *Page) read() {
	p.all = p.room.Desk.Inbox()
	slices.SortStableFunc(p.all, func(a, b desk.Awaiting) int {
		return slices.Index(desk.AwaitingGroups, a.Group) - slices.Index(desk.AwaitingGroups, b.Group)
	})
	n := len(p.unchanged())
	p.same.SetWords(p.room.Loc.T("revisions.keyed", "words", p.room.Loc.N("approvals.same.n", n), "key", string(sameKey)))
	look.SetShown(p.same, n > 0)
	look.SetShown(p.none, len(p.all) == 0)
	p.steps.load()
	p.list.Refresh()
}

// unchanged are those of which the substance is that which was approved, as they
// are shown.
func (p *Page) unchanged() (seen []desk.Seen) {
	for _, a := range p.all {
		if a.Group == desk.AwaitingSame && a.Hindered == nil {
			seen = append(seen, desk.Seen{Provision: a.Provision, Digest: a.Digest})
		}
	}
	return seen
}

func (p *Page) choose(i int) {
	p.list.Mark(-1)
	if i < 0 || i >= len(p.all) {
		p.detail.clear()
		return
	}
	p.list.Mark(i)
	p.chosen(i)
}

func (p *Page) chosen(i int) {
	if i >= 0 && i < len(p.all) {
		remark, _ := p.keep.Read(remarkKey(p.all[i].Provision))
		p.detail.show(p.all[i], remark)
	}
}

// now is what is shown.
func (p *Page) now() (desk.Awaiting, bool) {
	i := p.list.Selected()
	if i < 0 || i >= len(p.all) {
		return desk.Awaiting{}, false
	}
	return p.all[i], true
}

func remarkKey(id data.ID) string { return "approvals.remark/" + id.String() }

func (p *Page) typed(text string) {
	if a, ok := p.now(); ok {
		p.keep.Note(remarkKey(a.Provision), text)
	}
}

// pass lets what is shown pass.
func (p *Page) pass() {
	a, ok := p.now()
	if !ok {
		return
	}
	if a.Hindered != nil {
		p.room.Fail(a.Hindered)
		return
	}
	remark := p.detail.remark.Text()
	p.act(func(ctx context.Context) error {
		return p.room.Desk.LetPass(ctx, remark, desk.Seen{Provision: a.Provision, Digest: a.Digest})
	}, func() { p.keep.Drop(remarkKey(a.Provision)) })
}

// askBack goes to the field for the remark, without which nothing is returned.
func (p *Page) askBack() {
	switch a, ok := p.now(); {
	case !ok || a.State == data.ApprovalLapsed:
	case strings.TrimSpace(p.detail.remark.Text()) == "":
		p.page.Focus(p.detail.remark)
	default:
		p.giveBack()
	}
}

// giveBack returns what is shown with the remark that was typed.
func (p *Page) giveBack() {
	a, ok := p.now()
	if !ok {
		return
	}
	remark := p.detail.remark.Text()
	if strings.TrimSpace(remark) == "" {
		p.page.Focus(p.detail.remark)
		return
	}
	p.act(func(ctx context.Context) error { return p.room.Desk.Return(ctx, a.Provision, remark) }, func() {
		p.keep.Drop(remarkKey(a.Provision))
		p.page.Focus(p.list)
	})
}

// passSame lets all pass, in one act, of which the substance is unchanged.
func (p *Page) passSame() {
	seen := p.unchanged()
	if len(seen) == 0 {
		return
	}
	p.act(func(ctx context.Context) error { return p.room.Desk.LetPass(ctx, "", seen...) }, func() {
		p.room.Toast(p.room.Loc.N("approvals.passed", len(seen)))
	})
}

func (p *Page) act(do func(context.Context) error, then func()) {
	p.room.Act(do, func() {
		then()
		p.Refresh()
	})
}

// open leads to the provision in the panes.
func (p *Page) open() {
	a, ok := p.now()
	if !ok {
		return
	}
	p.page.Leave()
	p.room.Selection.Select(a.Provision)
}
