package speakers

import (
	"fmt"
	"time"

	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
)

// name names who takes the floor: "Egypt, on behalf of NAM", "Our delegation".
func name(r *room.Room, t data.Turn) string {
	if words := page.Speaker(r.Loc, r.Desk.Register(), t.By); words != "" {
		return words
	}
	return r.Loc.T("speakers.ours")
}

// minutes writes a time as a clock shows it: "2:05".
func minutes(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// reading is what a clock shows: what is left, else what was spent.
func reading(c data.Clock) string {
	switch {
	case c.Limit == 0:
		return minutes(c.Spent)
	case c.Left < 0:
		return minutes(-c.Left)
	}
	return minutes(c.Left)
}

// standing says in words what the figures of a clock are.
func standing(loc *translations.Localizer, c data.Clock) string {
	switch {
	case c.Phase == data.PhaseOver:
		return loc.T("speakers.over")
	case c.Phase == data.PhaseLast:
		return loc.T("speakers.last")
	case c.Limit > 0:
		return loc.T("speakers.left", "limit", minutes(c.Limit))
	}
	return loc.T("speakers.unlimited")
}

// oursNext says when it is our turn; "" where we do not wait.
func oursNext(loc *translations.Localizer, f data.Floor, now time.Time) string {
	place, wait, ok := f.OursNext(now)
	about := int((wait + 30*time.Second) / time.Minute)
	switch {
	case !ok:
		return ""
	case place == 1 && about == 0:
		return loc.T("speakers.we.now")
	case place == 1:
		return loc.N("speakers.we.next", about)
	case about == 0:
		return loc.T("speakers.we.soon", "place", loc.Number(place))
	}
	return loc.N("speakers.we.wait", about, "place", loc.Number(place))
}
