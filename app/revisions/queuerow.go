package revisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/translations"
)

// queueRowView shows a row of the queue: the sign of its kind, what it is and
// where, and below why it is here; or a heading.
type queueRowView struct {
	widget.BaseWidget
	loc   *translations.Localizer
	sign  *look.Icon
	title *look.Text
	why   *look.Text
	box   *fyne.Container
}

func newQueueRowView(loc *translations.Localizer) *queueRowView {
	v := &queueRowView{loc: loc, sign: look.NewIcon(look.IconComment), title: look.Ellipsis("X"), why: look.Ellipsis("X")}
	v.why.Colour, v.why.Scale = look.ColourMuted, theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 8, 8, look.Stack(look.Space(), look.Row(v.sign, v.title), v.why, look.Space()))
	v.ExtendBaseWidget(v)
	return v
}

func (v *queueRowView) set(r queueRow, title, why string) {
	v.title.Bold, v.title.Colour = r.heading == "", look.ColourText
	switch {
	case r.heading != "":
		v.title.Colour, v.title.Bold = look.ColourMuted, true
		v.sign.Hide()
	case r.lapse != nil:
		v.sign.Set(look.IconWarning, look.ColourLapsed)
		v.sign.Show()
	default:
		v.sign.Set(kindIcons[r.item.Kind], look.ColourConfidential)
		v.sign.Show()
	}
	v.title.SetText(title)
	v.title.Refresh()
	v.why.SetText(why)
	look.SetShown(v.why, r.heading == "")
	v.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *queueRowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }
