package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// redLineBox is the red lines on the selected provision, and a quiet line below
// our wording that says with every key whether it crosses one.
type redLineBox struct {
	tab    *positionTab
	live   *look.Frame // below the wording, while it crosses one
	lines  *fyne.Container
	list   *fyne.Container
	object *look.Frame
}

func newRedLineBox(t *positionTab) *redLineBox {
	b := &redLineBox{tab: t, lines: look.Stack(), list: look.Column()}
	b.live = look.NewFrame(t.room.Loc.T("redline.frame"), b.lines)
	b.live.Hide()
	b.object = look.NewFrame(t.room.Loc.T("redline.frame"), b.list)
	b.object.Hide()
	return b
}

// typed says whether a wording that is being typed crosses a red line.
func (b *redLineBox) typed(wording string) {
	b.lines.Objects = nil
	for _, c := range b.tab.room.Desk.WordingCrosses(b.tab.provision.ID, b.tab.lang, wording) {
		b.lines.Add(pages.CrossingLine(pages.CrossingWords(b.tab.room.Loc, c), c.Doubt))
	}
	look.SetShown(b.live, len(b.lines.Objects) > 0)
	b.lines.Refresh()
	b.live.Refresh()
}

// crossingLines says in a quiet line each what a proposal would cross if it were
// taken over.
func crossingLines(r *room.Room, list []data.Crossing) fyne.CanvasObject {
	if len(list) == 0 {
		return look.Stack()
	}
	lines := look.Stack()
	for _, c := range list {
		lines.Add(pages.CrossingLine(pages.CrossingWords(r.Loc, c), c.Doubt))
	}
	return look.NewFrame(r.Loc.T("redline.frame"), lines)
}

// show lists the red lines on the provision, on what it stands in and on the
// whole text.
func (b *redLineBox) show() {
	d, loc := b.tab.room.Desk, b.tab.room.Loc
	lines := d.RedLinesOn(b.tab.provision.ID)
	crossed := map[data.ID][]data.Crossing{}
	for _, c := range d.CrossingsOn(b.tab.provision.ID) {
		crossed[c.RedLine] = append(crossed[c.RedLine], c)
	}
	b.list.Objects = nil
	for _, r := range lines {
		b.list.Add(b.row(r, crossed[r.ID]))
	}
	may := d.Me().Role.May(data.RightInstruct) && b.tab.room.RedLines != nil
	if may {
		b.list.Add(look.Row(look.NewIconButton(look.IconAdd, loc.T("redline.add"), func() { b.tab.room.RedLines(b.tab.provision.ID) }).Rank(look.Quiet)))
	}
	look.SetShown(b.object, len(lines) > 0 || may)
	b.list.Refresh()
}

// row is one red line with what crosses it here.
func (b *redLineBox) row(r data.RedLine, crossed []data.Crossing) fyne.CanvasObject {
	loc := b.tab.room.Loc
	out := look.Stack(look.Wrapped(pages.RedLineTitle(loc, r)))
	for _, c := range crossed {
		what := loc.T("redline.by."+string(c.By), "what", pages.CrossingWords(loc, c))
		if c.Provision != b.tab.provision.ID {
			if p, err := b.tab.room.Desk.Provision(c.Provision); err == nil {
				what = loc.T("panels.toast", "place", loc.Cite(p.Path), "what", what)
			}
		}
		out.Add(pages.CrossingLine(what, c.Doubt))
	}
	if r.Reason != "" {
		reason := look.Wrapped(loc.Isolate(r.Reason))
		reason.Colour = look.ColourMuted
		out.Add(reason)
	}
	return out
}
