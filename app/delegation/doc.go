// Package delegation is the page with what the vault is about: the members of
// the delegation and their roles, the details of the negotiation (title, body,
// session, agenda item, letterhead, State) in six languages, the laptops on the
// roster, what each role may, and the procedure for all of it in writing.
//
// It imports app/room, app/page and the widgets; it never imports another area.
//
// Invariants: every change of a member is an act at once; details are an act
// when they are saved, and until then every key typed is kept on the disk; a
// laptop is admitted only after a person said that its fingerprint is the same.
package delegation

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
)

// Show covers the window with the page.
func Show(r *room.Room) {
	m, d, l := newMembers(r), newDetails(r), newLaptops(r)
	tabs := []look.Tab{
		{
			Words:   r.Loc.T("roster.tab.people"),
			Content: page.Halves(look.Inset(10, 10, 14, 8, m.object), look.Inset(10, 10, 8, 14, d.object)),
		},
		{Words: r.Loc.T("roster.tab.laptops"), Content: page.Halves(look.Inset(10, 10, 14, 8, l.object), look.Inset(10, 10, 8, 14, l.panel))},
		{Words: r.Loc.T("roster.tab.rights"), Content: page.Scroll(look.Inset(10, 10, 14, 14, rightsTable(r.Loc)))},
		{Words: r.Loc.T("roster.tab.procedure"), Content: page.Scroll(look.Inset(10, 10, 14, 14, procedure(r.Loc)))},
	}
	bar := look.NewTabBar(tabs...)
	p := page.Show(r, r.Loc.T("delegation.title"), look.Inset(6, 0, 0, 0, bar), d.foot)
	bar.OnChosen = func(at int) { // a name changed on one tab is read on another
		look.SetShown(d.foot, at == 0)
		if at == 0 {
			m.show()
		} else {
			l.show()
		}
	}
	p.OnKey = func(key fyne.KeyName) bool {
		for i, k := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4} {
			if key == k {
				bar.Choose(i)
				bar.OnChosen(i)
				return true
			}
		}
		return false
	}
	m.leave, d.leave = p.Close, p.Close
	d.escape()
	m.show()
	l.show()
	p.Focus(m.name)
}
