package capital

import (
	"time"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// tell shows a request in the list: what it is about, and its deadline or what
// became of it.
func tell(v *page.TwoLines, of *room.Room, r data.Request) {
	loc := of.Loc
	place := loc.T("capital.whole")
	if !r.Provision.IsZero() {
		place = page.Cited(of, []data.ID{r.Provision})
	}
	title := place
	if !look.FramesBlanked() {
		title = loc.T("capital.row", "place", place, "question", loc.Isolate(r.Question))
	}
	v.Title.SetText(title)
	v.State.Colour = look.ColourMuted
	switch {
	case !r.Answered.IsZero():
		v.State.Colour = look.ColourApproved
		v.State.SetText(loc.T("capital.state.answered"))
	case r.Closed:
		v.State.SetText(loc.T("capital.state.closed"))
	case r.Deadline.IsZero():
		v.State.SetText(loc.T("capital.deadline.none"))
	default:
		if time.Now().After(r.Deadline.End()) {
			v.State.Colour = look.ColourDanger
		}
		v.State.SetText(loc.T("capital.state.due", "when", clocks(of, r.Deadline)))
	}
	v.Refresh()
}

// clocks writes a moment on the clock that it names, and on those of the place and
// of capital where these are others.
func clocks(r *room.Room, m data.Moment) string {
	n := r.Desk.Negotiation()
	words := r.Loc.Moment(m.Local(), m.Zone, m.Day)
	at := m.Time
	if m.Day {
		at = m.End().Add(-time.Minute)
	}
	shown := map[string]bool{m.Zone: true}
	for _, zone := range []string{n.Place, n.Capital} {
		if zone != "" && !shown[zone] {
			shown[zone] = true
			words = r.Loc.T("capital.both", "one", words, "other", r.Loc.Moment(data.At(at, zone).Local(), zone, false))
		}
	}
	return words
}
