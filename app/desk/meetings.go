package desk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
)

// meetingBox says at the head of the outline in which meeting the member sits:
// what is entered is dated with it. It holds the form for another meeting.
type meetingBox struct {
	*meetingForm
	room   *room.Room
	pad    *pad // given by Join
	button *look.Button
	form   *fyne.Container
	object *fyne.Container
	edited data.Meeting // that the form is about; zero for a new one
	member data.ID      // who fills the form
}

// newMeetingBox makes the box; beside stands at the end of its line.
func newMeetingBox(r *room.Room, beside fyne.CanvasObject) *meetingBox {
	b := &meetingBox{room: r, meetingForm: newMeetingForm(r)}
	b.button = look.NewIconButton(look.IconHistory, "", b.choose)
	for _, f := range b.fields() {
		f.OnChanged = func(string) { b.pad.note(b.key(), b.says()) }
		f.OnSubmitted = func(string) { b.record() }
		f.OnEscaped = b.cancel
	}
	b.form = look.Column(b.meetingForm.object, look.Row(
		look.Space(), look.NewButton(r.Loc.T("panes.cancel"), b.cancel),
		look.NewPrimary(r.Loc.T("panes.instruction.record"), b.record)))
	b.form.Hide()
	b.object = look.Column(look.Row(b.button, look.Space(), beside), b.form)
	return b
}

func (b *meetingBox) key() string { return meetingKey(b.member, b.edited.ID) }

// show names the meeting; a form that was begun and not recorded is open again.
func (b *meetingBox) show() {
	words := b.room.Loc.T("panels.meeting.none")
	if m, ok := b.room.Desk.CurrentMeeting(); ok {
		words = b.room.Loc.Isolate(beginning(m.Title, 30))
	}
	b.button.SetWords(words)
	b.button.WithTip(b.room.Loc.T("panels.meeting.tip"))
	if me := b.room.Desk.Me().ID; me != b.member {
		b.member = me
		b.form.Hide()
	}
	if b.form.Visible() || b.pad == nil {
		return
	}
	if _, begun := b.pad.read(meetingKey(b.member, data.ID{})); begun {
		b.fill(data.Meeting{})
	}
}

// choose offers the meetings, the latest first.
func (b *meetingBox) choose() {
	loc, d := b.room.Loc, b.room.Desk
	now, sits := d.CurrentMeeting()
	meetings := d.Meetings()
	if len(meetings) == 0 { // nothing to choose from
		b.open(data.Meeting{})
		return
	}
	slices.Reverse(meetings)
	var items []look.MenuItem
	for _, m := range meetings {
		items = append(items, look.MenuItem{
			Words: loc.Isolate(m.Title), Hint: day(loc, m.Date), Checked: sits && m.ID == now.ID,
			Action: func() { b.sitIn(m.ID) },
		})
	}
	if len(items) > 0 {
		items = append(items, look.MenuItem{})
	}
	items = append(items,
		look.MenuItem{Words: loc.T("panels.meeting.none"), Checked: !sits, Action: func() { b.sitIn(data.ID{}) }},
		look.MenuItem{Words: loc.T("panels.meeting.new"), Icon: look.IconAdd, Action: func() { b.open(data.Meeting{}) }})
	if sits {
		items = append(items, look.MenuItem{Words: loc.T("panels.meeting.edit"), Icon: look.IconEdit, Action: func() { b.open(now) }})
	}
	look.ShowMenu(items, b.button)
}

func (b *meetingBox) sitIn(id data.ID) {
	b.room.Act(func(context.Context) error { return b.room.Desk.SitIn(id) }, nil)
}

// open shows the form for a new meeting, or for the correction of one.
func (b *meetingBox) open(m data.Meeting) {
	b.fill(m)
	focus(b.room, b.title)
}

func (b *meetingBox) fill(m data.Meeting) {
	b.edited = m
	b.load(m)
	if kept, begun := b.pad.read(b.key()); begun {
		b.saidBefore(kept)
	}
	b.form.Show()
	b.object.Refresh()
}

// record makes the meeting an act; a new one is the one the member sits in.
func (b *meetingBox) record() {
	key, sent := b.key(), b.says()
	m, err := b.read(b.edited)
	if err != nil {
		b.room.Fail(err)
		return
	}
	b.room.Act(func(ctx context.Context) error {
		recorded, err := b.room.Desk.SetMeeting(ctx, m)
		if err != nil {
			return err
		}
		if err := b.pad.drop(key, sent); err != nil {
			return err
		}
		return b.room.Desk.SitIn(recorded.ID)
	}, b.close)
}

// cancel closes the form and forgets what was typed.
func (b *meetingBox) cancel() {
	if err := b.pad.drop(b.key(), b.says()); err != nil {
		b.room.Fail(err)
	}
	b.close()
}

func (b *meetingBox) close() {
	b.form.Hide()
	b.object.Refresh()
	focus(b.room, b.button)
}

// meetingWords names a meeting with its day, "" for none.
func meetingWords(r *room.Room, id data.ID) string {
	m, ok := r.Desk.Meeting(id)
	if !ok {
		return ""
	}
	return r.Loc.T("panels.meeting.dated", "title", r.Loc.Isolate(m.Title), "date", day(r.Loc, m.Date))
}
