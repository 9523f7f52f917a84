package desk

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"travaux/data"
)

// Meetings returns all meetings, oldest first; those of one day in the order in
// which they were entered.
func (d *Desk) Meetings() []data.Meeting {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := d.meetings.everything()
	for i := range out {
		out[i].Order = slices.Clone(out[i].Order)
	}
	slices.SortStableFunc(out, func(a, b data.Meeting) int {
		return strings.Compare(a.Date.String(), b.Date.String())
	})
	return out
}

// Meeting returns the meeting of that identity, and whether there is one.
func (d *Desk) Meeting(id data.ID) (data.Meeting, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.oneMeeting(id)
}

// SetMeeting adds a meeting (zero ID) or changes what is noted of one. Without a
// date it is today.
func (d *Desk) SetMeeting(ctx context.Context, m data.Meeting) (data.Meeting, error) {
	m.Title = strings.TrimSpace(m.Title)
	if m.Title == "" {
		return m, data.E(CodeEmpty)
	}
	if m.Date.IsZero() {
		m.Date = data.Today()
	}
	m.Item, m.Order = strings.TrimSpace(m.Item), slices.Clone(m.Order)
	if m.ID.IsZero() {
		m.ID = data.NewID()
		return m, d.act(ctx, "act.meeting", about(kindMeeting, m.ID), set(kindMeeting, root, m.ID, fieldBody, m))
	}
	old, known := d.Meeting(m.ID)
	switch {
	case !known:
		return m, data.E(data.CodeNotFound, "what", "meeting")
	case reflect.DeepEqual(old, m):
		return m, nil
	}
	return m, d.act(ctx, "act.meeting.edit", set(kindMeeting, root, m.ID, fieldBody, m))
}

// CurrentMeeting returns the meeting in which the member at this laptop sits.
func (d *Desk) CurrentMeeting() (data.Meeting, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.oneMeeting(d.meeting)
}

// oneMeeting gives a meeting to a caller: it shares nothing with ours.
func (d *Desk) oneMeeting(id data.ID) (data.Meeting, bool) {
	m, ok := d.meetings.get(id)
	m.Order = slices.Clone(m.Order)
	return m, ok
}

// SitIn says in which meeting the member at this laptop sits; the zero ID is
// none. What is entered is dated with it. It is a setting of the laptop, not an
// act of the negotiation.
func (d *Desk) SitIn(meeting data.ID) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	text := ""
	if !meeting.IsZero() {
		if _, ok := d.meetings.get(meeting); !ok {
			return data.E(data.CodeNotFound, "what", "meeting")
		}
		text = meeting.String()
	}
	if err := d.store.SetScratch(scratchMeeting, text); err != nil {
		return err
	}
	d.meeting = meeting
	return nil
}
