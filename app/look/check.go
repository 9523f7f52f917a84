package look

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look/ink"
)

// Check is a box with words that is ticked or not.
type Check struct {
	widget.DisableableWidget
	// OnChanged is told the new state after a person has changed it.
	OnChanged func(ticked bool)

	ticked  bool
	text    *Text
	focused bool
}

var (
	_ fyne.Focusable = (*Check)(nil)
	_ fyne.Tappable  = (*Check)(nil)
)

// NewCheck makes a Check.
func NewCheck(words string, ticked bool, changed func(bool)) *Check {
	c := &Check{text: NewText(words), ticked: ticked, OnChanged: changed}
	c.ExtendBaseWidget(c)
	return c
}

// Ticked tells the state.
func (c *Check) Ticked() bool { return c.ticked }

// SetTicked changes the state without calling OnChanged.
func (c *Check) SetTicked(ticked bool) { c.ticked = ticked; c.Refresh() }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	square, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	tick := canvas.NewRaster(c.paintTick)
	side := func() float32 { return Current().TextSize + 2 }
	least := func() fyne.Size {
		m := c.text.MinSize()
		return fyne.NewSize(side()+Current().Gap()+m.Width, max(m.Height, side())+4)
	}
	place := func(size fyne.Size) {
		ring.Resize(size.AddWidthHeight(4, 0)) // in the gap to what is beside it
		ring.Move(fyne.NewPos(-2, 0))
		s := side()
		at := fyne.NewPos(Mirrored(0, s, size.Width), float32(int((size.Height-s)/2)))
		square.Resize(fyne.NewSquareSize(s))
		square.Move(at)
		tick.Resize(fyne.NewSquareSize(s))
		tick.Move(at)
		m := c.text.MinSize()
		c.text.Resize(m)
		c.text.Move(fyne.NewPos(Mirrored(s+Current().Gap(), m.Width, size.Width), (size.Height-m.Height)/2))
	}
	colour := func() {
		fill, stroke := theme.ColorNameInputBackground, theme.ColorNameInputBorder
		if c.ticked {
			fill, stroke = ColourAccent, ColourAccent
		}
		box(ring, "", ColourFocus, 2)
		ring.Hidden = !c.focused || c.Disabled()
		c.text.Colour = ColourText
		if c.Disabled() {
			c.text.Colour = ColourDisabled
		}
		box(square, fill, stroke, 1)
		tick.Hidden = !c.ticked
	}
	return newParts(place, least, colour, ring, square, tick, c.text)
}

func (c *Check) paintTick(w, h int) image.Image {
	p := ink.NewPicture(w, h, 1)
	side := float64(w)
	p.Stroke(Colour(ColourOnAccent), side*0.13, ink.Point{X: side * 0.22, Y: side * 0.53}, ink.Point{X: side * 0.42, Y: side * 0.73}, ink.Point{X: side * 0.78, Y: side * 0.3})
	return p.RGBA
}

// Tapped implements fyne.Tappable.
func (c *Check) Tapped(*fyne.PointEvent) {
	Touch()
	if c.Disabled() {
		return
	}
	c.SetTicked(!c.ticked)
	if c.OnChanged != nil {
		c.OnChanged(c.ticked)
	}
}

// FocusGained implements fyne.Focusable.
func (c *Check) FocusGained() { c.focused = true; c.Refresh(); Seen(c) }

// FocusLost implements fyne.Focusable.
func (c *Check) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *Check) TypedRune(r rune) {
	if r == ' ' {
		c.Tapped(nil)
	}
}

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	Touch()
	if e.Name != fyne.KeySpace { // which comes as a rune as well
		PassOn(e, c)
	}
}

// Cursor implements desktop.Cursorable.
func (c *Check) Cursor() desktop.Cursor { return desktop.PointerCursor }
