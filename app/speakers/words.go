package speakers

import (
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
