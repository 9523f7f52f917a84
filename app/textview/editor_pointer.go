package textview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
)

var (
	_ desktop.Mouseable  = (*Editor)(nil)
	_ desktop.Cursorable = (*Editor)(nil)
	_ fyne.Draggable     = (*Editor)(nil)
	_ fyne.Scrollable    = (*Editor)(nil)
)

// spotAt is the spot nearest to a point of the widget.
func (e *Editor) spotAt(at fyne.Position) spot {
	e.lay()
	return e.sheet.hit(float64(at.X-padX+e.offset.X)-e.shiftX(), float64(at.Y-padY+e.offset.Y))
}

// MouseDown implements desktop.Mouseable: the second press at a place selects
// the word, the third the line.
func (e *Editor) MouseDown(m *desktop.MouseEvent) {
	look.Touch()
	e.Focus()
	if m.Button == desktop.MouseButtonSecondary {
		return
	}
	at := e.spotAt(m.Position)
	e.goal = -1
	start, end := e.buffer.around(at.offset)
	switch e.pointer.press(m.Position, time.Now()) {
	case 2:
		if !e.masked {
			inside := at.offset - start
			if at.upstream {
				inside--
			}
			from, to := wordAt(e.buffer.text[start:end], inside)
			start, end = start+from, start+to
		}
		e.Select(start, end)
	case 3:
		e.Select(start, end)
	default:
		e.buffer.place(at, m.Modifier&fyne.KeyModifierShift != 0)
		e.moved()
	}
}

// MouseUp implements desktop.Mouseable.
func (e *Editor) MouseUp(*desktop.MouseEvent) { e.pointer.down = false }

// Dragged implements fyne.Draggable.
func (e *Editor) Dragged(d *fyne.DragEvent) {
	look.Touch()
	if !e.pointer.down {
		return
	}
	e.buffer.place(e.spotAt(d.Position), true)
	e.moved()
}

// DragEnd implements fyne.Draggable.
func (e *Editor) DragEnd() { e.pointer.down = false }

// Scrolled implements fyne.Scrollable.
func (e *Editor) Scrolled(s *fyne.ScrollEvent) {
	look.Touch()
	if e.within.scrolled != nil {
		e.within.scrolled(s)
		return
	}
	e.offset.Y -= s.Scrolled.DY * 4
	e.clamp()
	if e.draw != nil {
		e.draw.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (e *Editor) Cursor() desktop.Cursor {
	if e.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}
