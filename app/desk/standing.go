package desk

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// standingBox is the part of the tab on the text that says how far the text has
// come in the room, takes down what is announced, and keeps what was.
type standingBox struct {
	room    *room.Room
	pad     *pad
	sign    *look.RoomSign
	state   *look.Text
	details *fyne.Container
	choice  *look.Select
	remark  *textview.Editor
	framed  *look.Frame // around remark
	asking  *look.Button
	history *fyne.Container
	object  *fyne.Container

	provision data.Provision
	member    data.ID
	all       bool // the whole history is shown
	// OnChosen is told the state that a person has chosen, and the remark.
	OnChosen func(s data.TextState, remark string)
}

func newStandingBox(r *room.Room, pad *pad) *standingBox {
	b := &standingBox{
		room: r, pad: pad, sign: look.NewRoomSign(look.RoomNone), state: look.Ellipsis(""),
		details: look.Stack(), remark: textview.NewEditor(), history: look.Column(),
	}
	loc := r.Loc
	b.state.Bold = true
	names := make([]string, len(data.TextStates))
	for i, s := range data.TextStates {
		names[i] = loc.Name("text-state", string(s))
	}
	b.choice = look.NewSelect(names, -1, b.choose)
	b.remark.MinRows, b.remark.MaxRows = 1, 5
	b.remark.Placeholder = loc.T("panels.standing.remark.placeholder")
	b.remark.OnChanged = func(text string) { b.pad.note(b.key(), text) }
	b.framed = look.NewFrame(loc.T("panes.approval.remark"), b.remark)
	b.asking = look.NewButton(loc.T("panels.standing.with-remark"), b.askRemark).Rank(look.Quiet)
	label := look.Muted(loc.T("panels.standing.enter"))
	b.object = look.Column(
		look.Row(b.sign, b.state, look.Space(), b.asking), b.details,
		look.FormRow(label.MinSize().Width+4, label, b.choice),
		b.framed, b.history)
	return b
}

func (b *standingBox) key() string { return textRemarkKey(b.member, b.provision.ID) }

// load goes to another provision; a remark that was begun there is shown.
func (b *standingBox) load(p data.Provision) {
	me := b.room.Desk.Me().ID
	fresh := p.ID != b.provision.ID || me != b.member
	b.provision, b.member = p, me
	text, _ := b.pad.read(b.key())
	if fresh {
		b.all = false
		look.SetShown(b.framed, text != "")
	}
	if fresh || text != b.remark.Text() {
		refill(b.remark, text)
	}
}

func (b *standingBox) askRemark() {
	b.framed.Show()
	b.object.Refresh()
	focus(b.room, b.remark)
}

func (b *standingBox) choose(i int) { b.OnChosen(data.TextStates[i], b.remark.Text()) }

// sent forgets a remark that has become part of an entry.
func (b *standingBox) sent(remark string) error { return b.pad.drop(b.key(), remark) }

// set shows how the text stands and what was entered, oldest step first.
func (b *standingBox) set(s data.Standing, steps []data.TextStep) {
	loc := b.room.Loc
	b.sign.SetState(look.RoomState(s.State))
	look.SetShown(b.sign, s.State != data.TextNone)
	b.state.SetText(loc.Name("text-state", string(s.State)))
	b.choice.Choose(slices.Index(data.TextStates, s.Own))
	b.details.Objects = nil
	for _, words := range b.words(s, steps) {
		line := look.Wrapped(words)
		line.Colour = look.ColourMuted
		b.details.Add(line)
	}
	if remark, ok := b.pad.read(b.key()); ok && remark != "" {
		b.framed.Show()
	} else if b.remark.Text() == "" && !b.writing() {
		b.framed.Hide()
	}
	b.setHistory(steps)
	b.object.Refresh()
}

func (b *standingBox) writing() bool {
	return b.room.Window != nil && b.room.Window.Canvas().Focused() == b.remark
}

// words say since when the text stands so, and how its parts stand.
func (b *standingBox) words(s data.Standing, steps []data.TextStep) (lines []string) {
	loc := b.room.Loc
	n := len(steps)
	switch {
	case n > 0 && s.State == s.Own:
		lines = append(lines, loc.T("panels.standing.since", "when", b.when(steps[n-1])))
	case n > 0:
		lines = append(lines, loc.T("panels.standing.own", "state", loc.Name("text-state", string(s.Own)), "when", b.when(steps[n-1])))
	case s.State != data.TextNone && s.Parts <= 1:
		lines = append(lines, loc.T("panels.standing.by-text"))
	}
	if s.Parts > 1 {
		lines = append(lines, b.partsWords(s))
	}
	if s.Reopened {
		lines = append(lines, b.reopenedWords(s))
	}
	return lines
}

// partsWords is the committees' rule applied to a whole with parts.
func (b *standingBox) partsWords(s data.Standing) string {
	id := "panels.standing.not-gavelled"
	switch {
	case b.provision.Kind.FollowsParts():
		id = "panels.standing.follows"
	case s.Gavelled && s.Agreed == s.Parts:
		id = "panels.standing.every"
	case s.Gavelled:
		id = "panels.standing.gavelled"
	}
	loc := b.room.Loc
	return loc.T(id, "agreed", loc.Number(s.Agreed), "n", loc.Number(s.Parts))
}

func (b *standingBox) reopenedWords(s data.Standing) string {
	if s.Parts > 1 && s.Own != data.TextReopened {
		return b.room.Loc.T("panels.standing.part-reopened")
	}
	return b.room.Loc.T("panels.standing.was-agreed")
}

// when says at which meeting a step was entered, and the time.
func (b *standingBox) when(x data.TextStep) string {
	parts := []string{b.room.Loc.Time(x.Time)}
	if m, ok := b.room.Desk.Meeting(x.Meeting); ok {
		parts = append([]string{b.room.Loc.Isolate(m.Title)}, parts...)
	}
	return strings.Join(parts, " · ")
}

// latest is how many steps are shown unless one asks for all.
const latest = 4

// setHistory lists what was entered, newest first.
func (b *standingBox) setHistory(steps []data.TextStep) {
	loc := b.room.Loc
	b.history.Objects = nil
	if len(steps) < 2 && !remarked(steps) {
		return // the lines above say it all
	}
	for i := len(steps) - 1; i >= 0; i-- {
		if older := i + 1; !b.all && len(steps)-older >= latest {
			more := look.NewButton(loc.N("panels.standing.earlier", older), func() { b.all = true; b.setHistory(steps); b.object.Refresh() })
			b.history.Add(look.Row(more.Rank(look.Quiet)))
			return
		}
		b.history.Add(b.entry(steps[i]))
	}
}

func remarked(steps []data.TextStep) bool {
	return slices.ContainsFunc(steps, func(x data.TextStep) bool { return x.Remark != "" })
}

// entry is one step of the history.
func (b *standingBox) entry(x data.TextStep) fyne.CanvasObject {
	words := look.Ellipsis(b.room.Loc.Name("text-state", string(x.State)))
	if x.State == data.TextReopened {
		words.Colour, words.Bold = look.RoomState(x.State).Colour(), true
	}
	who := look.Ellipsis(b.when(x) + " · " + memberName(b.room, x.By))
	who.Colour, who.Scale = look.ColourMuted, theme.SizeNameCaptionText
	out := look.Stack(look.Row(look.NewRoomSign(look.RoomState(x.State)), words), who)
	if x.Remark != "" {
		out.Add(look.NewFrame(b.room.Loc.T("panes.approval.remark"), look.Content(x.Remark, "")))
	}
	return out
}
