package speeches

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// rowView shows a statement in the list: what it is called, and whether and when it
// was delivered.
type rowView struct {
	widget.BaseWidget
	room  *room.Room
	title *look.Text
	state *look.Text
	box   fyne.CanvasObject
}

func newRowView(r *room.Room) *rowView {
	v := &rowView{room: r, title: look.Ellipsis("X"), state: look.Ellipsis("X")}
	v.title.Bold = true
	v.state.Scale = theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 8, 8, look.Stack(look.Space(), v.title, v.state, look.Space()))
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) set(s data.Speech) {
	loc := v.room.Loc
	v.title.SetText(titleOf(v.room, s))
	v.state.Colour = look.ColourMuted
	words := loc.T("speeches.state.draft")
	if !s.Delivered.IsZero() {
		v.state.Colour = look.ColourApproved
		words = loc.T("speeches.state.delivered", "time", loc.Time(s.Delivered.Local()))
	}
	if m, ok := v.room.Desk.Meeting(s.Meeting); ok {
		words = loc.T("speeches.row", "meeting", loc.Isolate(m.Title), "state", words)
	}
	v.state.SetText(words)
	v.Refresh()
}

// titleOf is what a statement is called: by its title, else by what it is about.
func titleOf(r *room.Room, s data.Speech) string {
	switch {
	case s.Title != "" && !look.FramesBlanked():
		return r.Loc.Isolate(s.Title)
	case len(s.Provisions) > 0:
		return page.Cited(r, s.Provisions)
	}
	return r.Loc.T("speeches.untitled")
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }
