package desk

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// meetingForm holds what is noted of a meeting: what it is called, its day, the
// agenda item, what is considered in which order, how long one may speak, and when
// its recording began.
type meetingForm struct {
	room               *room.Room
	title, date        *textview.Field
	item, order        *textview.Field
	each, group, start *textview.Field
	object             *fyne.Container
}

func newMeetingForm(r *room.Room) *meetingForm {
	f := &meetingForm{room: r}
	field := func(placeholder string) *textview.Field {
		x := textview.NewField()
		x.Placeholder = r.Loc.T(placeholder)
		return x
	}
	f.title, f.date = field("panels.meeting.title"), field("panes.date.form")
	f.item, f.order = field("meeting.item"), field("meeting.order")
	f.each, f.group, f.start = field("meeting.minutes"), field("meeting.minutes"), field("meeting.clock")
	now := look.NewButton(r.Loc.T("meeting.start.now"), func() {
		f.start.SetText(data.ClockIn(time.Now().Truncate(time.Second), f.zone()))
		if f.start.OnChanged != nil {
			f.start.OnChanged(f.start.Text())
		}
	})
	named := func(id string, x fyne.CanvasObject) fyne.CanvasObject { return pages.Labelled(r.Loc.T(id), x) }
	f.object = look.Column(
		f.title, f.date, f.item, f.order,
		look.Evenly(named("meeting.each", f.each), named("meeting.group", f.group)),
		named("meeting.start", look.Border(nil, nil, nil, now, f.start)))
	return f
}

// fields are all of them in the order in which the pad keeps them.
func (f *meetingForm) fields() []*textview.Field {
	return []*textview.Field{f.date, f.title, f.item, f.order, f.each, f.group, f.start}
}

// zone is the clock of the place where the delegation negotiates.
func (f *meetingForm) zone() string { return f.room.Desk.Negotiation().Place }

// says is what stands in the form, as the pad keeps it.
func (f *meetingForm) says() string {
	var lines []string
	for _, x := range f.fields() {
		lines = append(lines, x.Text())
	}
	return strings.Join(lines, "\n")
}

// saidBefore puts back what the pad kept.
func (f *meetingForm) saidBefore(kept string) {
	lines := strings.Split(kept, "\n")
	for i, x := range f.fields() {
		if i < len(lines) {
			x.SetText(lines[i])
		}
	}
}

// load shows a meeting.
func (f *meetingForm) load(m data.Meeting) {
	if m.Date.IsZero() {
		m.Date = data.Today()
	}
	order := ""
	if t, err := f.room.Desk.Current(); err == nil {
		order = t.WriteOrder(m.Order)
	}
	f.saidBefore(strings.Join([]string{
		m.Date.String(), m.Title, m.Item, order,
		data.WriteSpeakingTime(m.Each), data.WriteSpeakingTime(m.Group), data.ClockIn(m.Start, f.zone()),
	}, "\n"))
}

// read puts what was typed into a meeting.
func (f *meetingForm) read(m data.Meeting) (_ data.Meeting, err error) {
	m.Title, m.Item = f.title.Text(), f.item.Text()
	if m.Date, err = data.ParseDate(strings.TrimSpace(f.date.Text())); err != nil {
		return m, err
	}
	if m.Each, err = data.ParseSpeakingTime(f.each.Text()); err != nil {
		return m, err
	}
	if m.Group, err = data.ParseSpeakingTime(f.group.Text()); err != nil {
		return m, err
	}
	day := m.Date
	if day.IsZero() {
		day = data.Today()
	}
	if m.Start, err = data.ClockOn(day, f.start.Text(), f.zone()); err != nil {
		return m, err
	}
	if m.Order, err = f.readOrder(m.Order); err != nil {
		return m, err
	}
	return m, nil
}

// readOrder reads the order of consideration; one that was not touched stays, with
// what the text lacks now.
func (f *meetingForm) readOrder(was []data.ID) ([]data.ID, error) {
	typed := f.order.Text()
	t, err := f.room.Desk.Current()
	switch {
	case err != nil && strings.TrimSpace(typed) == "":
		return was, nil
	case err != nil:
		return nil, err
	case typed == t.WriteOrder(was):
		return was, nil
	}
	return t.ReadOrder(typed)
}
