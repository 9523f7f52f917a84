package packages

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// rowView shows a package in the list: its state, what it is called, and what is
// accepted.
type rowView struct {
	widget.BaseWidget
	room    *room.Room
	sign    *look.Icon
	title   *look.Text
	accepts *look.Text
	box     fyne.CanvasObject
}

func newRowView(r *room.Room) *rowView {
	v := &rowView{room: r, sign: look.NewIcon(look.IconLink), title: look.Ellipsis("X"), accepts: look.Ellipsis("X")}
	v.title.Bold = true
	v.accepts.Colour, v.accepts.Scale = look.ColourMuted, theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 8, 8, look.Stack(look.Space(), look.Border(nil, nil, look.Inset(0, 0, 0, 6, v.sign), nil, v.title), v.accepts, look.Space()))
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) set(s data.PackageStanding) {
	loc := v.room.Loc
	v.sign.Set(look.IconLink, page.PackageColour(s.State))
	v.title.Colour = look.ColourText
	if s.State == data.PackageBroken {
		v.title.Colour = look.ColourDanger
	}
	title := s.Package.Title
	if title == "" || look.FramesBlanked() {
		title = page.Cited(v.room, s.Package.Accepts)
	}
	v.title.SetText(loc.T("packages.row", "title", title, "state", loc.Name("package-state", string(s.State))))
	v.accepts.SetText(loc.T("packages.accepts", "provisions", page.Cited(v.room, s.Package.Accepts)))
	v.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }
