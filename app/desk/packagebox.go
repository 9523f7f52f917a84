package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// packageBox lists the packages that the provision belongs to, inside a frame: what
// is accepted for what, and why one does not stand any more.
type packageBox struct {
	room   *room.Room
	list   *fyne.Container
	object *look.Frame
	open   func(provision, pack data.ID) // shows the page of packages
	id     data.ID
}

func newPackageBox(r *room.Room, open func(provision, pack data.ID)) *packageBox {
	b := &packageBox{room: r, list: look.Column(), open: open}
	add := look.NewIconButton(look.IconAdd, r.Loc.T("packages.add"), func() { b.open(b.id, data.ID{}) }).Rank(look.Quiet)
	b.object = look.NewFrame(r.Loc.T("packages.frame"), look.Column(b.list, look.Row(add)))
	return b
}

func (b *packageBox) load(provision data.ID) {
	b.id = provision
	b.list.Objects = nil
	for i, s := range b.room.Desk.PackagesOf(provision) {
		if i > 0 {
			b.list.Add(look.Rule())
		}
		b.list.Add(b.entry(s))
	}
	b.list.Refresh()
	b.object.Refresh()
}

// entry is one package: its state and title, what it links, what is not met.
func (b *packageBox) entry(s data.PackageStanding) fyne.CanvasObject {
	loc := b.room.Loc
	sign := look.NewIcon(look.IconLink)
	sign.Set(look.IconLink, pages.PackageColour(s.State))
	state := look.NewText(loc.Name("package-state", string(s.State)))
	state.Bold, state.Colour = true, pages.PackageColour(s.State)
	id := s.Package.ID
	out := look.Column(look.Border(nil, nil, look.Row(sign, state), look.NewButton(loc.T("packages.open"), func() { b.open(b.id, id) }).Rank(look.Quiet)))
	if s.Package.Title != "" {
		title := look.Content(s.Package.Title, "")
		title.Bold = true
		out.Add(title)
	}
	out.Add(look.Wrapped(loc.T("packages.accepts", "provisions", pages.Cited(b.room, s.Package.Accepts))))
	for _, c := range s.Conditions {
		line := look.Wrapped(pages.PackageCondition(b.room, c))
		if c.State != data.PackageHolds {
			line.Colour = pages.PackageColour(c.State)
		}
		out.Add(line)
	}
	return out
}
