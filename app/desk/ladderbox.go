package desk

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// ladderKey shows the next steps of a ladder for as long as it is held.
const ladderKey = fyne.KeyF8

// ladderBox is the fallback ladder of the selected provision. It shows the step on
// which the delegation stands. The next ones are made when they are asked for and
// are gone when the key is let go: no list, tip or search has them.
type ladderBox struct {
	tab    *positionTab
	body   *fyne.Container
	next   *fyne.Container // the next steps, empty but while they are held
	hold   *look.HoldButton
	asking *stepForm   // nil: nobody is about to go down or up
	form   *ladderForm // nil: the ladder is not being written
	object fyne.CanvasObject
	id     data.ID
	before fyne.Focusable // what had the keyboard before the key was held
}

func newLadderBox(t *positionTab) *ladderBox {
	b := &ladderBox{tab: t, body: look.Column(), next: look.Column()}
	b.hold = look.NewHoldButton(look.IconShow, t.room.Loc.T("ladder.hold"), ladderKey, b.held)
	b.object = look.NewFrame(t.room.Loc.T("ladder.frame"), b.body)
	b.object.Hide()
	return b
}

// show shows the ladder of the provision of the tab.
func (b *ladderBox) show() {
	b.hold.Hold(false)
	d, loc, id := b.tab.room.Desk, b.tab.room.Loc, b.tab.provision.ID
	if id != b.id {
		b.id, b.asking, b.form = id, nil, nil
		if draft, begun := readLadderDraft(b.tab.pad, b.key()); begun {
			b.form = newLadderForm(b, draft)
		}
	}
	l, at := d.Ladder(id)
	role := d.Me().Role
	look.SetShown(b.object, role.May(data.RightReadLadder) && (at >= 0 || role.May(data.RightLadder)))
	b.body.Objects = nil
	switch {
	case b.form != nil:
		if b.form.lang != b.tab.lang {
			b.form = newLadderForm(b, b.form.draft)
		}
		b.body.Add(b.form.object)
	case at < 0:
		b.body.Add(look.Row(look.NewIconButton(look.IconAdd, loc.T("ladder.write"), b.edit).Rank(look.Quiet)))
	default:
		b.current(l, at)
	}
	b.body.Refresh()
}

// current shows the step on which the delegation stands and what can be done.
func (b *ladderBox) current(l data.Ladder, at int) {
	d, loc := b.tab.room.Desk, b.tab.room.Loc
	head := []fyne.CanvasObject{caption(b.name(at)), look.Space()}
	if d.Me().Role.May(data.RightLadder) {
		head = append(head, look.NewIconButton(look.IconEdit, "", b.edit).WithTip(loc.T("ladder.edit")))
	}
	b.body.Add(look.Row(head...))
	b.body.Add(b.wording(l.Steps[at]))
	if moves := d.Descents(l.Provision); len(moves) > 0 && at > 0 {
		last := moves[len(moves)-1]
		id := "ladder.since.down"
		if last.Up {
			id = "ladder.since.up"
		}
		since := look.Wrapped(loc.T(id, "name", memberName(b.tab.room, last.By), "time", loc.Time(last.Time), "reason", loc.Isolate(last.Reason)))
		since.Colour = look.ColourMuted
		b.body.Add(since)
	}
	if b.asking != nil {
		b.body.Add(b.asking.object)
		return
	}
	down, up := d.MayStep(l.Provision)
	acts := look.Flow()
	acts.Add(look.NewButton(loc.T("ladder.take"), b.take).Rank(look.Plain))
	if down {
		acts.Add(look.NewIconButton(look.IconDown, loc.T("ladder.down"), func() { b.ask(1) }).Rank(look.Plain))
	}
	if up {
		acts.Add(look.NewIconButton(look.IconUp, loc.T("ladder.up"), func() { b.ask(-1) }).Rank(look.Plain))
	}
	b.body.Add(acts)
	b.body.Add(b.next)
	b.body.Add(look.Row(b.hold))
}

// name is what a step is called: how far down it is, never how far it goes on.
func (b *ladderBox) name(at int) string {
	if at == 0 {
		return b.tab.room.Loc.T("ladder.preferred")
	}
	return b.tab.room.Loc.T("ladder.fallback", "n", strconv.Itoa(at))
}

// wording is the wording of a step in the language of the tab, else in the first
// that it has.
func (b *ladderBox) wording(s data.LadderStep) fyne.CanvasObject {
	lang := b.tab.lang
	for _, l := range append([]data.Lang{data.English}, data.Langs...) {
		if s.Wording[lang] == "" {
			lang = l
		}
	}
	text := pages.NewPassage(s.Wording[lang], s.Wording[lang], lang)
	if lang == b.tab.lang {
		return text
	}
	return look.Stack(small(b.tab.room.Loc.Name("language", string(lang))), text)
}

// held shows the next steps while the button or its key is held, and takes them
// away after. They stand above the button, which stays where it is on the screen:
// a button that moved away from the pointer would let go.
func (b *ladderBox) held(held bool) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.hold).Y
	b.next.Objects = nil
	if l, at := b.tab.room.Desk.Ladder(b.tab.provision.ID); held && at >= 0 {
		for i := at + 1; i < len(l.Steps); i++ {
			b.next.Add(b.step(l.Steps[i], i, i+1 == len(l.Steps)))
		}
		if at+1 == len(l.Steps) {
			b.next.Add(look.Muted(b.tab.room.Loc.T("ladder.at-floor")))
		}
	}
	b.next.Refresh()
	b.body.Refresh()
	b.tab.column.Refresh()
	b.tab.scroll.Refresh()
	moved := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.hold).Y - at
	b.tab.scroll.ScrollToOffset(b.tab.scroll.Offset.AddXY(0, moved))
	if before := b.before; !held && before != nil {
		b.before = nil
		focus(b.tab.room, before)
	}
}

// step shows one of the next steps: its words, when one goes there, and who may
// authorise it.
func (b *ladderBox) step(s data.LadderStep, i int, floor bool) fyne.CanvasObject {
	loc := b.tab.room.Loc
	name := b.name(i)
	if floor {
		name = loc.T("ladder.floor", "step", name)
	}
	out := look.Stack(caption(name), b.wording(s))
	if s.Trigger != "" {
		trigger := look.Wrapped(loc.T("ladder.when", "trigger", loc.Isolate(s.Trigger)))
		trigger.Colour = look.ColourMuted
		out.Add(trigger)
	}
	who := look.Wrapped(loc.T("ladder.who", "roles", b.roles(s)))
	who.Colour, who.Scale = look.ColourMuted, theme.SizeNameCaptionText
	out.Add(who)
	return out
}

// roles names who may authorise a step.
func (b *ladderBox) roles(s data.LadderStep) string {
	var names []string
	for _, r := range data.Roles {
		if s.Allows(r) {
			names = append(names, b.tab.room.Loc.T("role."+string(r)))
		}
	}
	return b.tab.room.Loc.List(names)
}

// press holds the button by its key, from wherever the keyboard is. The button has
// the keyboard while it is held, so that it is told when the key is let go.
func (b *ladderBox) press() {
	if _, at := b.tab.room.Desk.Ladder(b.tab.provision.ID); at < 0 || b.asking != nil || b.form != nil || b.tab.room.Window == nil {
		return
	}
	c := b.tab.room.Window.Canvas()
	if c.Focused() == b.hold {
		return
	}
	before := c.Focused()
	focus(b.tab.room, b.hold)
	b.before = before
	b.hold.Hold(true)
}

// take makes the wording of the step ours.
func (b *ladderBox) take() {
	t := b.tab
	w := t.unwritten()
	t.room.Act(func(ctx context.Context) error {
		if err := t.commit(ctx, w); err != nil {
			return err
		}
		return t.room.Desk.TakeStep(ctx, w.provision)
	}, nil)
}

// ask asks why one goes down (1) or up (-1).
func (b *ladderBox) ask(by int) {
	b.asking = newStepForm(b, by)
	b.show()
	focus(b.tab.room, b.asking.reason)
}

// stepForm asks for the reason of a move on the ladder.
type stepForm struct {
	box    *ladderBox
	by     int
	key    string
	reason *textview.Editor
	object fyne.CanvasObject
}

func newStepForm(b *ladderBox, by int) *stepForm {
	loc := b.tab.room.Loc
	f := &stepForm{box: b, by: by, reason: textview.NewEditor(), key: stepKey(b.tab.room.Desk.Me().ID, b.tab.provision.ID)}
	f.reason.MinRows, f.reason.MaxRows = 2, 6
	f.reason.Placeholder = loc.T("ladder.reason")
	if text, ok := b.tab.pad.read(f.key); ok {
		f.reason.SetText(text)
	}
	f.reason.OnChanged = func(text string) { b.tab.pad.note(f.key, text); b.tab.column.Refresh() }
	f.reason.OnEscaped = f.close
	f.reason.OnSubmitted = func(string) { f.move() }
	words := loc.T("ladder.down")
	if by < 0 {
		words = loc.T("ladder.up")
	}
	f.object = look.Column(f.reason, look.Row(look.Space(), look.NewButton(loc.T("panes.cancel"), f.close), look.NewPrimary(words, f.move)))
	return f
}

func (f *stepForm) close() {
	f.box.asking = nil
	f.box.show()
	f.box.tab.column.Refresh()
}

// move goes down or up with the reason that was typed.
func (f *stepForm) move() {
	r, id, reason := f.box.tab.room, f.box.tab.provision.ID, f.reason.Text()
	r.Act(func(ctx context.Context) error {
		step := r.Desk.StepDown
		if f.by < 0 {
			step = r.Desk.StepUp
		}
		if err := step(ctx, id, reason); err != nil {
			return err
		}
		return f.box.tab.pad.drop(f.key, reason)
	}, f.close)
}

// edit opens the form that writes the ladder.
func (b *ladderBox) edit() {
	l, _ := b.tab.room.Desk.Ladder(b.tab.provision.ID)
	b.form = newLadderForm(b, ladderDraftOf(l))
	b.show()
	b.tab.column.Refresh()
	focus(b.tab.room, b.form.wording)
}

// key is of the ladder that is being written.
func (b *ladderBox) key() string {
	return ladderDraftKey(b.tab.room.Desk.Me().ID, b.tab.provision.ID)
}

// Hold shows the next steps of the ladder of the selected provision for as long as
// the key is held that was just pressed.
func (s *Side) Hold() {
	if s.shown.IsZero() {
		return
	}
	s.choose(tabPosition)
	s.position.ladder.press()
}

// Keys are the keys of the side panel that are no commands.
func (s *Side) Keys() []room.Key {
	return []room.Key{{Where: "panes.tab.position", Keys: []string{string(ladderKey)}, Title: "ladder.hold"}}
}
