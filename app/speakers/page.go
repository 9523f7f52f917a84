package speakers

import (
	"context"
	"slices"
	"time"

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

	entry  *inscription
	limit  *limitField
	list   *look.List
	none   *look.Text
	timer  *timer
	ours   *look.Text
	closed *look.Check
	acts   map[fyne.KeyName]*look.Button
	body   *fyne.Container

	meeting data.Meeting
	floor   data.Floor
	rows    []entry
	now     func() time.Time
}

// Keys of the page.
const (
	nextKey   = fyne.KeyN
	endKey    = fyne.KeyE
	oursKey   = fyne.KeyO
	addKey    = fyne.KeyA
	upKey     = fyne.KeyU
	downKey   = fyne.KeyD
	strikeKey = fyne.KeyDelete
	limitKey  = fyne.KeyL
)

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "speakers.title"
	return []room.Key{
		{Where: where, Keys: []string{string(addKey)}, Title: "speakers.add"},
		{Where: where, Keys: []string{string(nextKey)}, Title: "speakers.next"},
		{Where: where, Keys: []string{"Return"}, Title: "speakers.give"},
		{Where: where, Keys: []string{string(endKey)}, Title: "speakers.end"},
		{Where: where, Keys: []string{string(upKey), string(downKey)}, Title: "speakers.move"},
		{Where: where, Keys: []string{string(strikeKey)}, Title: "speakers.strike"},
		{Where: where, Keys: []string{string(limitKey)}, Title: "speakers.limit"},
		{Where: where, Keys: []string{string(oursKey)}, Title: "speakers.inscribe-us"},
	}
}

// Show covers the window with the page.
func Show(r *room.Room) *Page {
	p := newPage(r)
	p.open()
	return p
}

func newPage(r *room.Room) *Page {
	p := &Page{room: r, timer: newTimer(r), none: look.Wrapped(r.Loc.T("speakers.none")), ours: look.Wrapped(""), now: time.Now, acts: map[fyne.KeyName]*look.Button{}}
	p.none.Colour, p.ours.Bold = look.ColourMuted, true
	p.list = look.NewList(func() int { return len(p.rows) },
		func() fyne.CanvasObject { return newRowView(r) },
		func(i int, row fyne.CanvasObject) { row.(*rowView).set(p.rows[i]) },
		func(int) { p.able() })
	p.list.OnOpen = func(int) { p.give() }
	p.closed = look.NewCheck(r.Loc.T("speakers.closed"), false, p.close)
	p.entry, p.limit = newInscription(p), newLimitField(p)
	p.build()
	return p
}

// leastList is how high the list is at least, for normal text.
const leastList = 260

func (p *Page) build() {
	button := func(key fyne.KeyName, id string, do func()) *look.Button {
		p.acts[key] = look.NewButton(p.room.Loc.T("revisions.keyed", "words", p.room.Loc.T(id), "key", string(key)), do)
		return p.acts[key]
	}
	start := look.Border(look.Inset(8, 6, 12, 8, look.Column(p.entry.object, p.none)), look.Inset(6, 6, 12, 8, look.Column(look.Flow(
		look.NewButton(p.room.Loc.T("speakers.give"), p.give), button(upKey, "speakers.up", func() { p.move(-1) }),
		button(downKey, "speakers.down", func() { p.move(1) }), button(strikeKey, "speakers.strike", p.strike)), p.limit.object)),
		nil, nil, look.Ground(look.ColourPaper, p.list))
	p.acts[nextKey] = look.NewPrimary(p.room.Loc.T("revisions.keyed", "words", p.room.Loc.T("speakers.next"), "key", string(nextKey)), p.next)
	end := look.Inset(14, 10, 16, 14, look.Column(
		p.timer.object, look.Flow(p.acts[nextKey], button(endKey, "speakers.end", p.end)),
		look.Rule(), p.ours, look.Flow(button(oursKey, "speakers.inscribe-us", p.inscribeUs)), p.closed))
	p.body = look.Border(nil, nil, nil, nil, look.NewSplit(page.AtLeast(leastList, start), page.Scroll(end), 0.52))
}

func (p *Page) open() {
	p.Refresh()
	title := p.room.Loc.T("speakers.title")
	if !p.meeting.ID.IsZero() {
		title = p.room.Loc.T("speakers.title.of", "meeting", p.room.Loc.Isolate(p.meeting.Title))
	}
	p.page = page.Show(p.room, title, p.body, nil)
	p.page.OnKey = p.key
	p.page.Focus(p.entry.field)
	p.tick()
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page != nil && p.page.Shown() }

// Refresh shows the desk as it is now. Who was chosen stays so.
func (p *Page) Refresh() {
	was := p.chosen().ID
	p.meeting, _ = p.room.Desk.CurrentMeeting()
	p.floor = p.room.Desk.Floor(p.meeting.ID)
	p.rows = entries(p.floor, p.now())
	at := slices.IndexFunc(p.rows, func(e entry) bool { return e.turn.ID == was })
	if at < 0 && len(p.floor.Waiting) > 0 {
		at = len(p.rows) - len(p.floor.Waiting)
	}
	p.list.Mark(-1)
	p.list.Refresh()
	p.list.Mark(at)
	look.SetShown(p.none, len(p.rows) == 0)
	if p.meeting.ID.IsZero() {
		p.none.SetText(p.room.Loc.T("error.desk.no-meeting") + " " + p.room.Loc.T("error.desk.no-meeting.hint"))
	}
	p.closed.SetTicked(p.meeting.Closed)
	p.able()
	p.clock()
}

// able offers what can be done.
func (p *Page) able() {
	speaks, waits := !p.floor.Speaking.ID.IsZero(), p.place() > 0
	p.acts[nextKey].SetEnabled(speaks || len(p.floor.Waiting) > 0)
	p.acts[endKey].SetEnabled(speaks)
	p.acts[upKey].SetEnabled(p.place() > 1)
	p.acts[downKey].SetEnabled(waits && p.place() < len(p.floor.Waiting))
	p.acts[strikeKey].SetEnabled(!p.chosen().ID.IsZero())
	p.acts[oursKey].SetEnabled(!p.meeting.ID.IsZero())
	p.limit.show(p.chosen())
}

// clock shows what changes with the time.
func (p *Page) clock() {
	now := p.now()
	p.timer.show(p.floor, now)
	words := oursNext(p.room.Loc, p.floor, now)
	if words == "" {
		words = p.room.Loc.T("speakers.we.not")
	}
	p.ours.SetText(words)
}

// tick follows the clock for as long as the page is shown.
func (p *Page) tick() {
	p.room.Later(page.ClockBeat(p.floor, p.now()), func() {
		if p.Shown() {
			p.clock()
			p.tick()
		}
	})
}

func (p *Page) key(key fyne.KeyName) bool {
	switch key {
	case addKey:
		p.afterKey(func() { p.page.Focus(p.entry.field) })
		return true
	case limitKey:
		p.afterKey(p.limit.focus)
		return true
	}
	button := p.acts[key]
	if button == nil && key == fyne.KeyBackspace { // where Delete is
		button = p.acts[strikeKey]
	}
	if button != nil && !button.Disabled() {
		button.Tapped(nil)
	}
	return button != nil
}

// afterKey does something once the letter of the key has gone where the keyboard
// is: else a field that gets the keyboard would take the letter.
func (p *Page) afterKey(do func()) {
	p.room.Later(0, func() {
		if p.Shown() {
			do()
		}
	})
}

// chosen is the turn of the chosen row; a zero one for none.
func (p *Page) chosen() data.Turn {
	if i := p.list.Selected(); i >= 0 && i < len(p.rows) {
		return p.rows[i].turn
	}
	return data.Turn{}
}

// place is that of the chosen one among those who wait; 0 for none.
func (p *Page) place() int {
	if i := p.list.Selected(); i >= 0 && i < len(p.rows) {
		return p.rows[i].place
	}
	return 0
}

// act does one thing with the list, and shows it anew.
func (p *Page) act(do func(ctx context.Context) error) { p.room.Act(do, p.Refresh) }

func (p *Page) next() {
	p.act(func(ctx context.Context) error { _, err := p.room.Desk.NextSpeaker(ctx, p.meeting.ID); return err })
}

func (p *Page) end() {
	p.act(func(ctx context.Context) error { return p.room.Desk.EndTurn(ctx, p.meeting.ID) })
}

// give lets the chosen one speak.
func (p *Page) give() {
	if t := p.chosen(); p.place() > 0 {
		p.act(func(ctx context.Context) error { _, err := p.room.Desk.GiveFloor(ctx, t.ID); return err })
	}
}

func (p *Page) move(by int) {
	if t, to := p.chosen(), p.place()-1+by; p.place() > 0 {
		p.act(func(ctx context.Context) error { return p.room.Desk.MoveTurn(ctx, t.ID, to) })
	}
}

func (p *Page) strike() {
	if t := p.chosen(); !t.ID.IsZero() {
		p.act(func(ctx context.Context) error { return p.room.Desk.StrikeTurn(ctx, t.ID) })
	}
}

func (p *Page) inscribeUs() {
	p.act(func(ctx context.Context) error {
		_, err := p.room.Desk.Inscribe(ctx, data.Turn{Ours: true, Meeting: p.meeting.ID})
		return err
	})
}

func (p *Page) close(closed bool) {
	p.act(func(ctx context.Context) error { return p.room.Desk.CloseList(ctx, p.meeting.ID, closed) })
}
