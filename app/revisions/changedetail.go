package revisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data/redline/align"
	"travaux/translations"
)

// changeDetail shows one pair: what became of it and why the program thinks so,
// the redline, and both versions side by side.
type changeDetail struct {
	room    *room.Room
	object  *fyne.Container
	sign    *look.Icon
	title   *look.Text
	reason  *look.Text
	rival   *look.Text
	redline *textview.Document
	sides   *textview.Columns
	heads   [2]*look.Text
	body    *fyne.Container
}

func newChangeDetail(r *room.Room) *changeDetail {
	d := &changeDetail{room: r, sign: look.NewIcon(look.IconSame), title: look.Ellipsis(""), reason: look.Wrapped(""), rival: look.Wrapped("")}
	d.title.Bold = true
	d.reason.Colour, d.rival.Colour = look.ColourMuted, look.ColourReturned
	d.redline, d.sides = textview.NewDocument(), textview.NewColumns(2)
	d.redline.Margin = false
	for i := range d.heads {
		d.sides.Document(i).Margin = false
		d.heads[i] = look.Ellipsis("")
		d.heads[i].Colour = look.ColourMuted
	}
	head := look.Inset(2, 6, 10, 12, look.Column(look.Row(d.sign, d.title), d.reason, d.rival))
	sides := look.Border(look.Inset(4, 2, 12, 12, container.New(&evenly{}, d.heads[0], d.heads[1])), nil, nil, nil, d.sides)
	d.body = look.Border(look.Stack(head, look.Rule()), nil, nil, nil, container.New(&halfway{}, d.redline, look.Border(look.Rule(), nil, nil, nil, sides)))
	d.object = container.NewStack(d.body)
	d.clear()
	return d
}

// clear shows nothing.
func (d *changeDetail) clear() { d.body.Hide() }

// show shows a pair.
func (d *changeDetail) show(c *compared, x change) {
	loc, p := d.room.Loc, c.Pairs[x.pair]
	d.sign.Set(kindSigns[x.kind], kindColours[x.kind])
	d.title.SetText(loc.T("revisions.change.title", "kind", loc.Name("pair-kind", string(x.kind)), "place", x.place))
	d.reason.SetText(reason(p, loc))
	setShown(d.rival, x.doubtful && !x.confirmed)
	d.rival.SetText(doubt(p, loc))
	d.redline.SetBlocks(redlineOf(c, x.pair, loc))
	d.heads[0].SetText(loc.Isolate(c.old.Revision.Symbol))
	d.heads[1].SetText(loc.Isolate(c.new.Revision.Symbol))
	d.sides.SetBlocks(versionOf(c.Old, p.Old, c.lang), versionOf(c.New, p.New, c.lang))
	d.body.Show()
	d.body.Refresh()
}

// reason says in words what a pair rests on.
func reason(p align.Pair, loc *translations.Localizer) string {
	return loc.T("pair.reason."+string(p.Reason), "share", percent(loc, p.Score))
}

// doubt says why a person should look at it.
func doubt(p align.Pair, loc *translations.Localizer) string {
	if p.Rival > 0 {
		return loc.T("revisions.rival", "share", percent(loc, p.Rival))
	}
	return loc.T("revisions.doubt")
}

// percent is a share as a whole number of hundredths; all is only said of all.
func percent(loc *translations.Localizer, share float64) string {
	n := int(share*100 + 0.5)
	if n == 100 && share < 1 {
		n = 99
	}
	return loc.T("revisions.percent", "n", loc.Number(n))
}

// evenly sets objects side by side in columns of equal width.
type evenly struct{}

func (evenly) MinSize(o []fyne.CanvasObject) (size fyne.Size) {
	for _, x := range o {
		size = size.Max(x.MinSize())
	}
	return fyne.NewSize(size.Width*float32(len(o)), size.Height)
}

func (evenly) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := size.Width / float32(len(o))
	for i, x := range o {
		x.Resize(fyne.NewSize(width, size.Height))
		x.Move(fyne.NewPos(look.Mirrored(float32(i)*width, width, size.Width), 0))
	}
}

// halfway divides the height between two objects.
type halfway struct{}

func (halfway) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

func (halfway) Layout(o []fyne.CanvasObject, size fyne.Size) {
	first := float32(int(size.Height / 2))
	o[0].Resize(fyne.NewSize(size.Width, first))
	o[0].Move(fyne.Position{})
	o[1].Resize(fyne.NewSize(size.Width, size.Height-first))
	o[1].Move(fyne.NewPos(0, first))
}
