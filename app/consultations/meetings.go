package consultations

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
)

// meetings are the meetings and consultations, each with its agenda, its record and
// what is to be done after it.
type meetings struct {
	*page.Form[data.Consultation]
	page *Page
	all  []data.Consultation

	none    *look.Text
	list    *look.List
	kind    *look.Select
	title   *textview.Field
	place   *textview.Field
	date    *textview.Field
	until   *textview.Field
	who     *page.Picked[string]
	readers page.Readers
	record  *textview.Editor
	agenda  *fyne.Container
	follow  *fyne.Container
	body    *fyne.Container // the form
	remove  *look.Button
	object  fyne.CanvasObject

	days  []*textview.Field // of what is to be done
	added *textview.Field   // the last item of the agenda
	asked *textview.Field   // the last thing that is to be done
}

func newMeetings(p *Page) *meetings {
	loc := p.room.Loc
	m := &meetings{page: p, none: look.Wrapped(loc.T("consult.meetings.none")), agenda: look.Column(), follow: look.Column()}
	m.none.Colour = look.ColourMuted
	m.Form = page.NewForm(p.room, p.keep, p.close, func(c *data.Consultation) *data.Entry { return &c.Entry }, func(id data.ID) string {
		if id.IsZero() {
			return "consult-meeting/new"
		}
		return "consult-meeting/" + id.String()
	})
	x := &m.Is
	m.kind = page.Choice(m.Form, "consultation-kind", data.ConsultationKinds, &x.Kind)
	m.title, m.place = m.Text(loc.T("consult.meeting.title"), &x.Title), m.Text("", &x.Place)
	m.date, m.until = m.Day(&x.Date), m.Day(&x.Until)
	for _, f := range []*textview.Field{m.title, m.place, m.date, m.until} {
		f.OnSubmitted = func(string) { m.store() }
	}
	m.who = m.Parties(&x.Parties)
	m.readers = m.Form.Readers(&x.Readers)
	m.record = m.Lines(loc.T("consult.meeting.record"), &x.Record, m.store)
	m.remove = look.NewButton(loc.T("consult.meeting.delete"), m.delete).Rank(look.Quiet)
	item := look.NewIconButton(look.IconAdd, loc.T("consult.agenda.add"), func() {
		x.Agenda = append(slices.Clip(x.Agenda), data.AgendaItem{})
		m.Note()
		m.show()
		p.page.Focus(m.added)
	})
	task := look.NewIconButton(look.IconAdd, loc.T("consult.follow.add"), func() {
		x.FollowUps = append(slices.Clip(x.FollowUps), data.FollowUp{})
		m.Note()
		m.show()
		p.page.Focus(m.asked)
	})
	m.list = look.NewList(func() int { return len(m.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { m.tell(row.(*page.TwoLines), m.all[i]) },
		func(i int) {
			if i < len(m.all) && m.all[i].ID != m.Is.ID {
				m.load(m.all[i])
			}
		})
	m.list.OnOpen = func(int) { p.page.Focus(m.title) }
	add := look.NewIconButton(look.IconAdd, loc.T("consult.meeting.new"), func() { m.list.Mark(-1); m.load(data.Consultation{}); p.page.Focus(m.title) })
	start := look.Border(look.Inset(8, 6, 12, 8, look.Column(m.none, look.Row(add))), nil, nil, nil, look.Ground(look.ColourPaper, m.list))
	m.body = look.Column(
		page.Columns([]float32{2, 4}, page.Labelled(loc.T("consult.kind"), m.kind), page.Labelled(loc.T("consult.meeting"), m.title)),
		page.Columns([]float32{3, 2, 2, 3}, page.Labelled(loc.T("consult.place"), m.place), page.Labelled(loc.T("paper.field.date"), m.date),
			page.Labelled(loc.T("consult.until"), m.until), page.Labelled(loc.T("readers"), m.readers.Select)),
		page.Labelled(loc.T("consult.parties"), m.who.Object),
		page.Strong(loc.T("consult.agenda")), m.agenda, look.Row(item),
		page.Labelled(loc.T("consult.record.of"), m.record),
		page.Strong(loc.T("consult.follow")), m.follow, look.Row(task),
		look.Row(m.remove, look.Space(), look.NewPrimary(loc.T("consult.meeting.save"), m.store)))
	m.object = look.NewSplit(page.AtLeast(300, start), page.Scroll(look.Inset(10, 12, 12, 12, m.body)), 0.36)
	return m
}

func (m *meetings) first() {
	if len(m.all) > 0 {
		m.list.Mark(0)
		m.load(m.all[0])
		return
	}
	m.load(data.Consultation{})
}

func (m *meetings) refresh() {
	p := m.page
	m.all = p.room.Desk.Consultations().Where(func(c data.Consultation) bool { return c.Treaty == p.treaty.ID || c.Treaty.IsZero() })
	slices.SortStableFunc(m.all, func(a, b data.Consultation) int { return b.Date.Compare(a.Date) })
	look.SetShown(m.none, len(m.all) == 0)
	m.list.Refresh()
	m.list.Mark(slices.IndexFunc(m.all, func(c data.Consultation) bool { return c.ID == m.Is.ID }))
}

func (m *meetings) tell(v *page.TwoLines, c data.Consultation) {
	p, loc := m.page, m.page.room.Loc
	v.Title.SetText(loc.Isolate(c.Title))
	v.State.Colour = look.ColourMuted
	words := loc.T("dispute.row.means", "means", loc.Name("consultation-kind", string(c.Kind)), "state", p.day(c.Date))
	open := 0
	for _, f := range c.FollowUps {
		if f.Done.IsZero() {
			open++
		}
	}
	if open > 0 {
		v.State.Colour = look.ColourReturned
		words += " · " + loc.N("consult.follow.open", open)
	}
	v.State.SetText(words)
	v.Refresh()
}

// load shows a meeting, as it was being changed.
func (m *meetings) load(c data.Consultation) {
	if c.ID.IsZero() {
		c.Kind, c.Date, c.Lang = data.ConsultationMeeting, data.Today(), data.Lang(m.page.room.Loc.Lang())
	}
	c.Agenda, c.FollowUps = slices.Clone(c.Agenda), slices.Clone(c.FollowUps) // those of the record stay as they are
	m.Begin(c)
	x := &m.Is
	m.kind.Choose(max(slices.Index(data.ConsultationKinds, x.Kind), 0))
	m.title.SetText(x.Title)
	m.place.SetText(x.Place)
	m.date.SetText(x.Date.String())
	m.until.SetText(x.Until.String())
	m.who.Set(x.Parties)
	m.readers.Set(x.Readers)
	m.record.Lang = string(x.Lang)
	m.record.SetText(x.Record)
	look.SetShown(m.remove, !x.ID.IsZero())
	m.show()
}

// show lists the agenda and what is to be done.
func (m *meetings) show() {
	p, loc, x := m.page, m.page.room.Loc, &m.Is
	m.agenda.Objects, m.follow.Objects = nil, nil
	m.Forget(m.days...)
	m.days = nil
	for i := range x.Agenda {
		title := m.Text(loc.T("consult.agenda.item"), &x.Agenda[i].Title)
		title.SetText(x.Agenda[i].Title)
		title.OnSubmitted = func(string) { m.store() }
		m.added = title
		place := m.Place(&x.Agenda[i].Provision)
		place.SetOne(x.Agenda[i].Provision)
		number := look.NewText(loc.Number(i + 1))
		row := look.Border(nil, nil, look.Inset(6, 0, 0, 8, look.Top(number)), nil, page.Columns([]float32{3, 2}, look.Top(title), place.Object))
		m.agenda.Add(page.Removable(p.room, row, nil, func() { x.Agenda = slices.Delete(x.Agenda, i, i+1); m.Note(); m.show() }))
	}
	for i := range x.FollowUps {
		m.follow.Add(m.task(i))
	}
	m.body.Refresh()
}

// task is one thing that is to be done.
func (m *meetings) task(i int) fyne.CanvasObject {
	p, loc, x := m.page, m.page.room.Loc, &m.Is
	f := &x.FollowUps[i]
	what := m.Text(loc.T("consult.follow.what"), &f.What)
	what.SetText(f.What)
	what.OnSubmitted = func(string) { m.store() }
	m.asked = what
	who := m.Party(&f.Who)
	who.SetOne(f.Who)
	by := m.Day(&f.By)
	by.SetText(f.By.String())
	m.days = append(m.days, by)
	done := look.NewCheck(loc.T("consult.follow.done"), !f.Done.IsZero(), func(on bool) {
		if f.Done = (data.Date{}); on {
			f.Done = data.Today()
		}
		m.Note()
	})
	row := page.Columns([]float32{4, 3, 2, 2}, page.Labelled(loc.T("consult.follow.task"), what), page.Labelled(loc.T("consult.follow.who"), who.Object), page.Labelled(loc.T("consult.follow.by"), by), page.Labelled("", done))
	return page.Removable(p.room, row, nil, func() { x.FollowUps = slices.Delete(x.FollowUps, i, i+1); m.Note(); m.show() })
}

// store records the meeting.
func (m *meetings) store() {
	p := m.page
	m.Is.Treaty = p.treaty.ID
	m.Record(p.room.Desk.Consultations().Set, func(c data.Consultation) {
		m.load(c)
		p.Refresh()
	})
}

func (m *meetings) delete() {
	p, id := m.page, m.Is.ID
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.Consultations().Delete(ctx, id) }, func() {
		m.Drop()
		p.Refresh()
		m.first()
	})
}
