package revisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data/desk"
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
	doubt   *look.Text
	texts   *bothTexts
	body    *fyne.Container
	confirm *look.Button
	repair  *look.Button
	open    *look.Button
	buttons *fyne.Container
}

func newChangeDetail(r *room.Room, confirm, repair, open func()) *changeDetail {
	d := &changeDetail{room: r, sign: look.NewIcon(look.IconSame), title: look.Ellipsis(""), reason: look.Wrapped(""), doubt: look.Wrapped(""), texts: newBothTexts(r)}
	loc := r.Loc
	d.title.Bold = true
	d.reason.Colour, d.doubt.Colour = look.ColourMuted, look.ColourReturned
	d.confirm = look.NewPrimary(withKey(loc, loc.T("revisions.confirm"), "C"), confirm)
	d.repair = look.NewButton(withKey(loc, loc.T("revisions.repair"), "R"), repair)
	d.open = look.NewButton(withKey(loc, loc.T("revisions.open"), "G"), open)
	d.buttons = look.Flow(d.confirm, d.repair, d.open)
	head := look.Inset(2, 8, 10, 12, look.Column(look.Row(d.sign, d.title), d.reason, d.doubt, d.buttons))
	d.body = look.Border(look.Stack(head, look.Rule()), nil, nil, nil, d.texts.object)
	d.object = container.NewStack(page.AtLeast(leastDetail, d.body))
	d.clear()
	return d
}

// clear shows nothing.
func (d *changeDetail) clear() { d.body.Hide() }

// show shows a pair.
func (d *changeDetail) show(c *desk.Compared, x change) {
	loc, p := d.room.Loc, c.Pairs[x.pair]
	d.sign.Set(kindSigns[x.kind], kindColours[x.kind])
	d.title.SetText(loc.T("revisions.change.title", "kind", loc.Name("pair-kind", string(x.kind)), "place", x.place))
	d.reason.SetText(because(x, p, loc))
	look.SetShown(d.doubt, x.doubtful && !x.confirmed)
	d.doubt.SetText(doubt(p, loc))
	kept := !x.pairing.ID.IsZero()
	look.SetShown(d.confirm, kept && !x.confirmed)
	look.SetShown(d.repair, kept)
	look.SetShown(d.open, len(p.New) > 0)
	d.texts.showPair(c, x.pair)
	d.body.Show()
	d.body.Refresh()
}

// because says in words what a pair rests on.
func because(x change, p align.Pair, loc *translations.Localizer) string {
	words := loc.T("pair.reason."+string(p.Reason), "share", percent(loc, p.Score))
	if x.confirmed {
		return loc.T("revisions.confirmed", "reason", words)
	}
	return words
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
