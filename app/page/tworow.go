package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
)

// TwoLines is a row of a list: what a thing is called, and below it, small, how it
// stands. Whoever sets them calls Refresh.
type TwoLines struct {
	widget.BaseWidget
	Title *look.Text
	State *look.Text
	box   fyne.CanvasObject
}

// NewTwoLines makes an empty row.
func NewTwoLines() *TwoLines {
	v := &TwoLines{Title: look.Ellipsis("X"), State: look.Ellipsis("X")}
	v.Title.Bold = true
	v.State.Scale = theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 8, 8, look.Stack(look.Space(), v.Title, v.State, look.Space()))
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *TwoLines) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }
