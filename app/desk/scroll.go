package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
)

// barRoom is the room that Fyne's scroll bar covers, at the right in every
// language.
const barRoom = 12

// scrolled lets an object scroll, with margins in pixels around it and its words
// clear of the scroll bar.
func scrolled(top, bottom, side float32, o fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(besideBar(top, bottom, side, o))
}

// besideBar leaves the room of the scroll bar at the right.
func besideBar(top, bottom, side float32, o fyne.CanvasObject) fyne.CanvasObject {
	if look.Current().RightToLeft {
		return look.Inset(top, bottom, max(side, barRoom), side, o)
	}
	return look.Inset(top, bottom, side, max(side, barRoom), o)
}
