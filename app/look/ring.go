package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Ring draws the ring of what has the keyboard around a widget of Fyne's that is
// the base of one of ours and draws none:
//
//	func (l *rows) CreateRenderer() fyne.WidgetRenderer { return l.ring.Around(l.List.CreateRenderer()) }
//	func (l *rows) FocusGained()                        { l.List.FocusGained(); l.ring.Show(l, true) }
type Ring struct {
	line    *canvas.Rectangle
	focused bool
}

// Around adds the ring to what a renderer draws.
func (r *Ring) Around(inner fyne.WidgetRenderer) fyne.WidgetRenderer {
	r.line = canvas.NewRectangle(nil)
	r.dress()
	return &ringed{inner, r}
}

// Show draws the ring around a widget or takes it away.
func (r *Ring) Show(around fyne.CanvasObject, focused bool) {
	r.focused = focused
	if r.line == nil {
		return
	}
	r.dress()
	r.line.Refresh()
	if focused {
		Seen(around)
	}
}

func (r *Ring) dress() {
	box(r.line, "", ColourFocus, 2)
	r.line.Hidden = !r.focused
}

type ringed struct {
	fyne.WidgetRenderer
	ring *Ring
}

func (r *ringed) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.ring.line)
}

func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.line.Resize(size)
}

func (r *ringed) Refresh() {
	r.ring.dress()
	r.WidgetRenderer.Refresh()
}
