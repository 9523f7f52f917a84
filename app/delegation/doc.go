// Package delegation is the page with what the vault is about: the members of
// the delegation and their roles, and the details of the negotiation (title,
// body, session, agenda item, letterhead, State) in six languages.
//
// It imports app/room, app/page and the widgets; it never imports another area.
//
// Invariants: every change of a member is an act at once; details are an act
// when they are saved, and until then every key typed is kept on the disk.
package delegation

import (
	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
)

// Show covers the window with the page.
func Show(r *room.Room) {
	m, d := newMembers(r), newDetails(r)
	body := page.Halves(look.Inset(10, 10, 14, 8, m.object), look.Inset(10, 10, 8, 14, d.object))
	p := page.Show(r, r.Loc.T("delegation.title"), body, d.foot)
	m.leave, d.leave = p.Close, p.Close
	d.escape()
	m.show()
}
