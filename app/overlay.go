package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
)

// overlay is a sheet over the window that keeps the keyboard while it is shown; a
// curtain lies between it and the rest. It is a layer of the window's content,
// because a pop-up would take the keyboard from a field.
type overlay struct {
	window fyne.Window
	layer  *fyne.Container // empty while nothing is shown
	back   fyne.Focusable  // what had the keyboard
	before func(*fyne.KeyEvent)
}

// newOverlay makes a layer whose sheet a layout places: it gets the curtain and
// the sheet.
func newOverlay(w fyne.Window, place fyne.Layout) *overlay {
	return &overlay{window: w, layer: container.New(place)}
}

func (o *overlay) shown() bool { return len(o.layer.Objects) > 0 }

// show lays the sheet over the window and gives one of its widgets the keyboard.
func (o *overlay) show(sheet fyne.CanvasObject, first fyne.Focusable) {
	c := o.window.Canvas()
	o.back, o.before = c.Focused(), c.OnTypedKey()
	c.SetOnTypedKey(o.typed)
	o.layer.Objects = []fyne.CanvasObject{newCurtain(o.close), sheet}
	o.layer.Refresh()
	c.Focus(first)
}

// typed is a key that nothing of the sheet has a use for.
func (o *overlay) typed(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape:
		o.close()
	case o.before != nil:
		o.before(e)
	}
}

// close takes the sheet away; the keyboard goes back to what had it.
func (o *overlay) close() {
	if !o.shown() {
		return
	}
	c := o.window.Canvas()
	c.SetOnTypedKey(o.before)
	c.Unfocus()
	o.layer.Objects = nil
	o.layer.Refresh()
	if o.back != nil {
		c.Focus(o.back)
	}
}

// curtain lies behind a sheet, over the whole window: a press on it closes the
// sheet.
type curtain struct {
	widget.BaseWidget
	pressed func()
}

func newCurtain(pressed func()) *curtain {
	c := &curtain{pressed: pressed}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *curtain) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(look.Colour(look.ColourCurtain)))
}

// Tapped implements fyne.Tappable.
func (c *curtain) Tapped(*fyne.PointEvent) { c.pressed() }
