package approvals

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// rowView shows a position in the list: the sign of its state and where it is, and
// below why it is here and our stance.
type rowView struct {
	widget.BaseWidget
	sign  *look.Dot
	title *look.Text
	why   *look.Text
	box   *fyne.Container
}

func newRowView() *rowView {
	v := &rowView{sign: look.NewDot(look.StateSubmitted), title: look.Ellipsis("X"), why: look.Ellipsis("X")}
	v.title.Bold = true
	v.why.Colour, v.why.Scale = look.ColourMuted, theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 8, 8, look.Stack(look.Space(), look.Row(v.sign, v.title), v.why, look.Space()))
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) set(a desk.Awaiting, r *room.Room) {
	v.sign.SetState(look.State(a.State))
	v.title.SetText(placeOf(a.Provision, r))
	v.why.SetText(r.Loc.T("approvals.row", "group", r.Loc.T("approvals.group."+string(a.Group)), "stance", r.Loc.Name("stance", string(a.Now.Stance))))
	v.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }

func placeOf(id data.ID, r *room.Room) string {
	p, err := r.Desk.Provision(id)
	if err != nil {
		return ""
	}
	return translations.Capital(r.Loc.Cite(p.Path))
}
