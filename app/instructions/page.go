package instructions

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/mandate"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
)

// Page is the page while it is shown.
type Page struct {
	room    *room.Room
	page    *page.Page
	now     func() time.Time
	filters *look.Filters
	find    *textview.Field
	none    *look.Text
	list    *look.List
	detail  *fyne.Container
	body    *container.Scroll
	rows    rows
	turn    int
}

// Show covers the window with all instructions that the member at the laptop can
// read.
func Show(r *room.Room) *Page {
	loc := r.Loc
	p := &Page{room: r, now: time.Now, find: textview.NewField(), none: look.Wrapped(""), detail: look.Column()}
	var chips []look.Filter
	for _, f := range filters {
		chips = append(chips, look.Filter{Words: loc.T(f.title)})
	}
	p.filters = look.NewFilters(chips, func(int, bool) { p.set(p.rows.all) })
	p.find.Placeholder = loc.T("instructions.find")
	p.find.OnChanged = func(string) { p.set(p.rows.all) }
	p.none.Colour = look.ColourMuted
	p.list = look.NewList(func() int { return len(p.rows.shown) },
		func() fyne.CanvasObject { return newRowView(r) },
		func(i int, row fyne.CanvasObject) { row.(*rowView).set(p.rows.shown[i]) }, p.chosen)
	p.list.OnOpen = func(int) { p.open() }
	head := look.Inset(8, 8, 12, 8, look.Column(p.filters, p.find, p.none))
	start := look.Border(head, nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.body = container.NewVScroll(look.Inset(10, 12, 12, 14, p.detail))
	foot := look.Row(look.Space())
	if r.Desk.Me().Role.MayInstruct() {
		foot.Add(look.NewIconButton(look.IconImport, keyed(r, "instructions.cable.command", string(cableKey)), p.cable).Rank(look.Plain))
	}
	p.page = page.Show(r, loc.T("instructions.title"), look.NewSplit(page.AtLeast(leastList, start), p.body, 0.42), foot)
	p.page.OnKey = p.key
	p.find.OnEscaped = p.page.Close
	p.Refresh()
	look.Focus(r.Window.Canvas(), p.list)
	return p
}

// leastList is how high the list is at least, for normal text.
const leastList = 300

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now.
func (p *Page) Refresh() {
	p.turn++
	turn, now := p.turn, p.now()
	var all []row
	p.room.Run(func(context.Context, data.Progress) error {
		all = rowsAt(p.room, now)
		return nil
	}, func() {
		if turn == p.turn {
			p.set(all)
		}
	})
}

// set shows what the filters let through. What was chosen stays chosen, else the
// first is.
func (p *Page) set(all []row) {
	was := p.chosenID()
	p.rows.all = all
	for i, f := range filters {
		n := 0
		for _, r := range all {
			if f.holds(r.Instructed) {
				n++
			}
		}
		p.filters.SetCount(i, count(p.room.Loc, n))
	}
	p.rows.filter(p.filters.On, p.find.Text())
	p.none.SetText(p.room.Loc.T("instructions.none"))
	if len(all) > 0 {
		p.none.SetText(p.room.Loc.T("instructions.none.shown"))
	}
	look.SetShown(p.none, len(p.rows.shown) == 0)
	p.list.Refresh()
	p.choose(p.rows.find(was))
}

func (p *Page) choose(i int) {
	p.list.Mark(-1)
	if i < 0 {
		p.detail.Objects = nil
		p.detail.Refresh()
		return
	}
	p.list.Mark(i)
	p.show(p.rows.shown[i])
}

func (p *Page) chosen(i int) {
	if i < len(p.rows.shown) {
		p.show(p.rows.shown[i])
		p.body.ScrollToTop()
	}
}

// chosenID is the instruction that is shown; zero if none is.
func (p *Page) chosenID() data.ID {
	if i := p.list.Selected(); i >= 0 && i < len(p.rows.shown) {
		return p.rows.shown[i].ID
	}
	return data.ID{}
}

// current is the instruction that is shown.
func (p *Page) current() (desk.Instructed, bool) {
	if i := p.list.Selected(); i >= 0 && i < len(p.rows.shown) {
		return p.rows.shown[i].Instructed, true
	}
	return desk.Instructed{}, false
}

// show shows one instruction, and below it the rules of the flags that it has.
func (p *Page) show(r row) {
	loc := p.room.Loc
	i := r.Instructed
	acts := mandate.Acts{Edit: p.edit, Withdraw: p.withdraw}
	if _, err := p.room.Desk.Cable(i.Cable.Cable); err == nil {
		acts.Cable = p.origin
	}
	p.detail.Objects = []fyne.CanvasObject{mandate.Card(p.room, i, acts)}
	if len(i.Provisions) > 0 {
		p.detail.Add(look.Row(look.NewButton(keyed(p.room, "instructions.open", "G"), p.open).Rank(look.Quiet), look.Space()))
	}
	if len(i.Flags) > 0 {
		rules := look.Stack()
		for _, f := range i.Flags {
			line := look.Muted(mandate.FlagRule(loc, f))
			line.Wrap = true
			rules.Add(line)
		}
		p.detail.Add(look.Rule())
		p.detail.Add(rules)
	}
	p.detail.Refresh()
}

// open goes to the first provision that the instruction names.
func (p *Page) open() {
	if i, ok := p.current(); ok && len(i.Provisions) > 0 {
		p.page.Leave()
		p.room.Selection.Select(i.Provisions[0])
	}
}

// edit opens the instruction in the side panel, beside a provision that it is
// about.
func (p *Page) edit() {
	i, ok := p.current()
	if !ok {
		return
	}
	at := p.room.Selection.Provision()
	if len(i.Provisions) > 0 {
		at = i.Provisions[0]
	} else if t, err := p.room.Desk.Current(); err == nil && at.IsZero() && len(t.Provisions) > 0 {
		at = t.Provisions[0].ID
	}
	p.page.Leave()
	p.room.Edit(data.AnnotationInstruction, i.ID, at)
}

func (p *Page) withdraw() {
	if i, ok := p.current(); ok {
		p.room.Act(func(ctx context.Context) error { return p.room.Desk.DeleteInstruction(ctx, i.ID) }, p.Refresh)
	}
}

// read says that the member has read the instruction that is shown.
func (p *Page) read() {
	if i, ok := p.current(); ok && i.Await {
		mandate.Acknowledge(p.room, i.ID)
	}
}

// cable leaves for the page on which a cable is divided.
func (p *Page) cable() {
	if p.room.Desk.Me().Role.MayInstruct() {
		p.page.Leave()
		fyne.Do(func() { ShowCable(p.room) }) // the letter of the key is still to come
	}
}

// origin shows the words of the cable that the instruction was taken from.
func (p *Page) origin() {
	if i, ok := p.current(); ok {
		p.page.Leave()
		showOrigin(p.room, i.Cable)
	}
}

// cableKey leads to the page for a cable.
const cableKey = fyne.KeyC

// key takes the keys that nothing on the page has a use for.
func (p *Page) key(key fyne.KeyName) bool {
	act, ok := map[fyne.KeyName]func(){
		fyne.KeyR: p.read, fyne.KeyE: p.edit, fyne.KeyG: p.open, cableKey: p.cable,
	}[key]
	if ok {
		act()
	}
	return ok
}

// Keys are the keys of the pages that are no commands.
func Keys() []room.Key {
	return []room.Key{
		{Where: "instructions.title", Keys: []string{"R"}, Title: "instructions.read"},
		{Where: "instructions.title", Keys: []string{"E"}, Title: "panes.instruction.edit"},
		{Where: "instructions.title", Keys: []string{"G", "Return"}, Title: "instructions.open"},
		{Where: "instructions.title", Keys: []string{string(cableKey)}, Title: "instructions.cable.command"},
		{Where: "instructions.cable.title", Keys: []string{"M"}, Title: "instructions.cable.mark"},
		{Where: "instructions.cable.title", Keys: []string{"A"}, Title: "instructions.cable.all"},
	}
}

func keyed(r *room.Room, id, key string) string {
	return r.Loc.T("revisions.keyed", "words", r.Loc.T(id), "key", key)
}
