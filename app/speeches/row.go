package speeches

import (
	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// tell shows a statement in the list: what it is called, and whether and when it
// was delivered.
func tell(v *page.TwoLines, of *room.Room, s data.Speech) {
	loc := of.Loc
	v.Title.SetText(Name(of, s))
	v.State.Colour = look.ColourMuted
	words := loc.T("speeches.state.draft")
	if !s.Delivered.IsZero() {
		v.State.Colour = look.ColourApproved
		words = loc.T("speeches.state.delivered", "time", loc.Time(s.Delivered.Local()))
	}
	if m, ok := of.Desk.Meeting(s.Meeting); ok {
		words = loc.T("speeches.row", "meeting", loc.Isolate(m.Title), "state", words)
	}
	v.State.SetText(words)
	v.Refresh()
}

// Name is what a statement is called: by its title, else by what it is about. The
// title of one is not shown while confidential material is blanked.
func Name(r *room.Room, s data.Speech) string {
	switch {
	case s.Title != "" && !look.FramesBlanked():
		return r.Loc.Isolate(s.Title)
	case len(s.Provisions) > 0:
		return page.Cited(r, s.Provisions)
	}
	return r.Loc.T("speeches.untitled")
}
