package conflicts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data/desk"
)

// rowView shows a conflict in the list: the sign of its kind, where it is and what
// it is about, and below who wrote.
type rowView struct {
	widget.BaseWidget
	sign  *look.Icon
	title *look.Text
	who   *look.Text
	box   *fyne.Container
}

func newRowView() *rowView {
	v := &rowView{sign: look.NewIcon(look.IconPosition), title: look.Ellipsis("X"), who: look.Ellipsis("X")}
	v.title.Bold = true
	v.who.Colour, v.who.Scale = look.ColourMuted, theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 8, 8, look.Stack(look.Space(), look.Row(v.sign, v.title), v.who, look.Space()))
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) set(c desk.Conflict, r *room.Room) {
	v.sign.Set(iconOf(c), look.ColourLapsed)
	v.title.SetText(title(c, r))
	var names []string
	for _, x := range c.Versions {
		names = append(names, r.Desk.Member(x.Author).Name)
	}
	v.who.SetText(r.Loc.List(names))
	v.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }
