package delegation

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
	"travaux/translations"
	"travaux/translations/typeset"
)

// startKey keeps the name that is typed for this laptop.
const startKey = "delegation.laptop"

// laptops is the list of those on the roster, with a panel beside it for what is
// being done with one.
type laptops struct {
	room   *room.Room
	keep   *page.Keep
	object *fyne.Container
	panel  *fyne.Container
	rows   *fyne.Container
	note   *look.Text
	admit  *look.Button
}

func newLaptops(r *room.Room) *laptops {
	l := &laptops{room: r, rows: look.Column(), panel: look.Column(), note: look.Wrapped("")}
	l.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	l.admit = look.NewIconButton(look.IconAdd, r.Loc.T("roster.admit"), func() { l.chooseCard(nil) }).Rank(look.Plain)
	l.object = look.Column(look.Heading(r.Loc.T("roster.tab.laptops")), l.note, l.rows, look.Row(l.admit))
	return l
}

// show lists the laptops as the desk has them, and closes what was begun.
func (l *laptops) show() {
	d := l.room.Desk
	l.rows.Objects = nil
	for _, x := range d.Laptops() {
		l.rows.Add(l.row(x))
		l.rows.Add(look.Rule())
	}
	switch {
	case d.IsSolo():
		l.tell("roster.solo", look.ColourText)
	case !d.OnRoster():
		l.tell("roster.off", look.ColourLapsed)
	case !d.MayRoster():
		l.tell("roster.not-here", look.ColourMuted)
	default:
		l.note.Hide()
	}
	look.SetShown(l.admit, !d.IsSolo() && d.MayRoster())
	l.rest()
	l.object.Refresh()
}

func (l *laptops) tell(id string, colour fyne.ThemeColorName) {
	l.note.SetText(l.room.Loc.T(id))
	l.note.SetColour(colour)
	l.note.Show()
}

// set fills the panel.
func (l *laptops) set(objects ...fyne.CanvasObject) {
	l.panel.Objects = objects
	l.panel.Refresh()
}

// rest shows this laptop's own fingerprint, which others ask for, and where there
// is no roster how to start one.
func (l *laptops) rest() {
	own := []fyne.CanvasObject{
		look.Heading(l.room.Loc.T("roster.fingerprint") + " – " + l.room.Loc.T("roster.mine")),
		digits(l.room.Loc, l.room.Desk.Fingerprint(), true),
	}
	if l.room.Desk.IsSolo() && l.room.Desk.Me().Role.May(data.RightRoster) {
		own = append(l.starting(), append([]fyne.CanvasObject{look.Rule()}, own...)...)
	}
	l.set(own...)
}

// starting are the field and the button that start the roster.
func (l *laptops) starting() []fyne.CanvasObject {
	loc := l.room.Loc
	name := textview.NewField()
	name.Placeholder = loc.T("roster.start.name")
	if text, ok := l.keep.Read(startKey); ok {
		name.SetText(text)
	}
	name.OnChanged = func(text string) { l.keep.Note(startKey, text) }
	start := func() {
		called := strings.TrimSpace(name.Text())
		if called == "" {
			l.room.Window.Canvas().Focus(name)
			return
		}
		l.act(func(ctx context.Context) error { return l.room.Desk.StartRoster(ctx, called) }, func() { l.keep.Drop(startKey) })
	}
	name.OnSubmitted = func(string) { start() }
	return []fyne.CanvasObject{
		look.Heading(loc.T("roster.start")),
		page.Labelled(loc.T("roster.start.name"), name),
		look.Row(look.NewPrimary(loc.T("roster.start"), start), look.Muted(loc.T("roster.start.final"))),
	}
}

// act does something to the roster and shows what came of it.
func (l *laptops) act(do func(ctx context.Context) error, then func()) {
	l.room.Act(do, func() {
		if then != nil {
			then()
		}
		l.show()
	})
}

// row is one laptop: whose it is, since when, its digits, and what can be done.
func (l *laptops) row(x desk.Laptop) fyne.CanvasObject {
	loc, d := l.room.Loc, l.room.Desk
	name := look.NewText(x.Name)
	name.Bold, name.Direction = true, typeset.Auto
	chips := []fyne.CanvasObject{name}
	if x.Mine {
		chips = append(chips, look.NewChip(loc.T("roster.mine")))
	}
	if x.Root && !x.Removed {
		chips = append(chips, look.NewChip(loc.T("roster.root")))
	}
	m := d.Member(x.Member)
	since := "roster.admitted"
	if x.Removed {
		since = "roster.removed"
		name.Colour = look.ColourMuted
	}
	who := look.Wrapped(strings.Join([]string{loc.Isolate(m.Name), loc.Name("role", string(m.Role)), loc.T(since, "date", day(loc, x.At))}, " · "))
	who.Colour = look.ColourMuted
	col := look.Column(look.Flow(chips...), who, digits(loc, d.LaptopFingerprint(x.Device), false))
	if x.Removed || !d.MayRoster() {
		return col
	}
	if m.Role == data.RoleCapital {
		col.Add(look.NewCheck(loc.T("roster.recovery"), x.Root, func(on bool) {
			l.act(func(ctx context.Context) error { return d.SetRecovery(ctx, x.Device, on) }, nil)
		}))
	}
	if !x.Mine {
		col.Add(look.Flow(
			look.NewButton(loc.T("roster.replace"), func() { l.chooseCard(&x) }),
			look.NewButton(loc.T("roster.remove"), func() { l.ask(x) }),
		))
	}
	return col
}

// day is when something of the log was, in words.
func day(loc *translations.Localizer, at change.HLC) string {
	t := at.Time().In(time.Local)
	return loc.Date(t.Year(), t.Month(), t.Day())
}

// ask asks before a laptop is removed: it cannot be undone.
func (l *laptops) ask(x desk.Laptop) {
	loc := l.room.Loc
	l.set(
		look.Heading(loc.T("roster.remove.yes")),
		look.Wrapped(loc.T("roster.remove.ask", "laptop", loc.Isolate(x.Name))),
		look.Row(
			look.NewButton(loc.T("roster.remove.yes"), func() {
				l.act(func(ctx context.Context) error { return l.room.Desk.RemoveLaptop(ctx, x.Device) }, nil)
			}).Rank(look.Danger),
			look.NewButton(loc.T("roster.cancel"), l.rest),
		),
	)
}

// digits shows a fingerprint in the order in which it is read aloud, whatever the
// direction of the window.
func digits(loc *translations.Localizer, groups []string, large bool) fyne.CanvasObject {
	half := (len(groups) + 1) / 2
	lines := look.Column()
	for _, part := range [][]string{groups[:half], groups[half:]} {
		t := look.NewText(loc.Isolate(strings.Join(part, "  ")))
		if large {
			t.Scale = look.Heading("").Scale
		} else {
			t.Colour = look.ColourMuted
		}
		lines.Add(t)
	}
	return lines
}
