package revisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
	"travaux/translations/typeset"
)

// takenRow is a proposal in the list: the sign of its outcome, the provision, the
// outcome in words with a sign where a person said so, and below who proposed
// what. It is the heading of a group as well.
type takenRow struct {
	widget.BaseWidget
	loc     *translations.Localizer
	sign    *look.Icon
	place   *look.Text
	person  *look.Icon
	outcome *look.Text
	verb    *look.Text
	who     *look.Text
	group   *look.Text
	box     *fyne.Container
	heading *fyne.Container
	all     *fyne.Container
}

func newTakenRow(loc *translations.Localizer) *takenRow {
	r := &takenRow{
		loc: loc, sign: look.NewIcon(look.IconApprove), place: look.Ellipsis("X"), person: look.NewIcon(look.IconPerson),
		outcome: look.NewText("X"), verb: look.NewText("X"), who: look.Ellipsis("X"), group: look.Ellipsis("X"),
	}
	r.place.Bold, r.group.Bold = true, true
	r.group.Colour, r.verb.Colour, r.who.Colour = look.ColourMuted, look.ColourMuted, look.ColourMuted
	for _, t := range []*look.Text{r.outcome, r.verb, r.who} {
		t.Scale = theme.SizeNameCaptionText
	}
	r.who.Direction = typeset.Auto
	r.box = look.Inset(3, 3, 8, 12, look.Stack(
		look.Row(r.sign, r.place, look.Space(), r.person, r.outcome),
		look.Row(r.verb, r.who),
	))
	r.heading = look.Inset(12, 2, 8, 12, look.Stack(r.group))
	r.all = look.Stack(r.heading, r.box)
	r.heading.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// setGroup makes the row the heading of a group.
func (r *takenRow) setGroup(words string) {
	r.box.Hide()
	r.heading.Show()
	r.group.SetText(words)
	r.all.Refresh()
}

func (r *takenRow) set(x takenFacts) {
	r.heading.Hide()
	r.box.Show()
	ink := uptakeColours[x.Uptake]
	r.sign.Set(uptakeSigns[x.Uptake], ink)
	r.place.Colour = look.ColourText
	if x.Proposal.Withdrawn {
		r.place.Colour = look.ColourMuted
	}
	r.place.SetText(x.place)
	r.outcome.Colour = ink
	r.outcome.SetText(r.loc.Name("uptake", string(x.Uptake)))
	look.SetShown(r.person, x.Overruled)
	r.verb.SetText(x.kind)
	r.who.Bold, r.who.Colour = x.Proposal.Ours, look.ColourMuted
	if x.Proposal.Ours {
		r.who.Colour = look.ColourText
	}
	r.who.Align = startOf(data.Lang(r.loc.Lang()))
	r.who.SetText(x.who)
	r.all.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *takenRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.all) }
