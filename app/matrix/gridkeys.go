package matrix

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
)

// pointing is what the pointer is doing.
type pointing struct {
	bar  bar       // that is held
	grab float32   // where on its thumb
	over spot      // that it rests on
	last time.Time // of the latest press
}

// FocusGained implements fyne.Focusable.
func (g *grid) FocusGained() { g.focused = true; g.Refresh(); look.Seen(g) }

// FocusLost implements fyne.Focusable.
func (g *grid) FocusLost() { g.focused = false; g.Refresh() }

// TypedKey implements fyne.Focusable.
func (g *grid) TypedKey(e *fyne.KeyEvent) {
	look.Touch()
	forward := 1
	if look.Current().RightToLeft {
		forward = -1
	}
	row, col := g.row, g.col
	switch e.Name {
	case fyne.KeyRight:
		col += forward
	case fyne.KeyLeft:
		col -= forward
	case fyne.KeyHome:
		col = 0
	case fyne.KeyEnd:
		col = len(g.sheet.columns) - 1
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		m := g.measures()
		row, _ = look.ListStep(e.Name, row, max(int(g.body(m).Height/m.row)-1, 1), g.length())
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.OnOpen != nil && g.row >= 0 {
			g.OnOpen()
		}
		return
	default:
		look.PassOn(e, g)
		return
	}
	g.typing.words = ""
	g.goTo(row, col)
}

// Scrolled implements fyne.Scrollable. With Shift the wheel goes sideways.
func (g *grid) Scrolled(e *fyne.ScrollEvent) {
	if look.Zoom(e) {
		return
	}
	look.Touch()
	dx, dy := e.Scrolled.DX, e.Scrolled.DY
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && dx == 0 && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		dx, dy = dy, 0
	}
	if look.Current().RightToLeft {
		dx = -dx
	}
	g.scroll(g.x-dx*4, g.y-dy*4)
	g.Refresh()
}

// twice is how soon a second press on a cell opens it. (A widget that asks Fyne
// for double clicks learns of single ones late.)
const twice = 400 * time.Millisecond

// MouseDown implements desktop.Mouseable.
func (g *grid) MouseDown(e *desktop.MouseEvent) {
	look.Touch()
	look.HideTip()
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
	if g.hold(e.Position) {
		return
	}
	s, ok := g.at(e.Position)
	if !ok || g.row < 0 {
		return
	}
	if s.row < 0 {
		s.row = g.row
	}
	if s.col < 0 {
		s.col = g.col
	}
	again := s == spot{g.row, g.col} && time.Since(g.point.last) < twice
	g.point.last = time.Now()
	g.goTo(s.row, s.col)
	if again && g.OnOpen != nil {
		g.OnOpen()
	}
}

// MouseUp implements desktop.Mouseable.
func (g *grid) MouseUp(*desktop.MouseEvent) { g.point.bar = noBar }

// MouseIn implements desktop.Hoverable.
func (g *grid) MouseIn(e *desktop.MouseEvent) { g.point.over = spot{-1, -1}; g.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: the heads tell their words in full.
func (g *grid) MouseMoved(e *desktop.MouseEvent) {
	look.Touch()
	s, ok := g.at(e.Position)
	if s == g.point.over {
		return
	}
	g.point.over = s
	look.HideTip()
	switch {
	case !ok || s.row >= 0 && s.col >= 0 || s.row < 0 && s.col < 0:
	case s.row < 0:
		look.RestTipAt(g, e.Position, fyne.NewSize(1, look.Scaled(rowHigh)), g.sheet.columns[s.col].Words)
	default:
		look.RestTipAt(g, e.Position, fyne.NewSize(1, look.Scaled(rowHigh)), g.line(s.row).head)
	}
}

// MouseOut implements desktop.Hoverable.
func (g *grid) MouseOut() { g.point.over = spot{-1, -1}; look.HideTip() }

// Dragged implements fyne.Draggable.
func (g *grid) Dragged(e *fyne.DragEvent) { g.drag(e.Position) }

// DragEnd implements fyne.Draggable.
func (g *grid) DragEnd() { g.point.bar = noBar }
