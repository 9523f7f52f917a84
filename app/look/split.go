package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// grip is the width, in pixels, in which the divider can be grasped; the line
// that is seen is thinner.
const grip = 7

// Split is two panes side by side with a divider that can be dragged, or moved
// with the arrow keys. Start is left in left-to-right languages and right
// otherwise.
type Split struct {
	widget.BaseWidget
	Start, End fyne.CanvasObject
	// OnMoved is told the new offset when a drag of the divider ends.
	OnMoved func(offset float64)

	offset  float64
	divider *divider
}

// NewSplit makes a Split in which Start takes the share offset (0 to 1) of the
// width. Neither pane is ever made smaller than its MinSize.
func NewSplit(start, end fyne.CanvasObject, offset float64) *Split {
	s := &Split{Start: start, End: end, offset: offset}
	s.divider = newDivider(s)
	s.ExtendBaseWidget(s)
	return s
}

// Offset is the share of the width that Start takes.
func (s *Split) Offset() float64 { return s.offset }

// SetOffset moves the divider; 0 and 1 give a pane its least width. A hidden
// pane takes no room at all.
func (s *Split) SetOffset(offset float64) {
	s.offset = min(max(offset, 0), 1)
	s.Refresh()
}

// Held implements Holder.
func (s *Split) Held() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.Start, s.divider, s.End}
}

// CreateRenderer implements fyne.Widget.
func (s *Split) CreateRenderer() fyne.WidgetRenderer {
	return newParts(s.place, s.least, func() { s.place(s.Size()) }, s.Start, s.divider, s.End)
}

func (s *Split) least() fyne.Size {
	a, b := s.Start.MinSize(), s.End.MinSize()
	return fyne.NewSize(a.Width+b.Width+grip, max(a.Height, b.Height))
}

func (s *Split) place(size fyne.Size) {
	if size.IsZero() {
		return
	}
	if !s.Start.Visible() || !s.End.Visible() {
		s.divider.Hide()
		for _, o := range []fyne.CanvasObject{s.Start, s.End} {
			o.Resize(size)
			o.Move(fyne.NewPos(0, 0))
		}
		return
	}
	s.divider.Show()
	start := s.startWidth(size.Width)
	end := max(size.Width-start-grip, 0)
	s.put(s.Start, 0, start, size)
	s.put(s.divider, start, grip, size)
	s.put(s.End, start+grip, end, size)
}

func (s *Split) put(o fyne.CanvasObject, x, width float32, size fyne.Size) {
	o.Resize(fyne.NewSize(width, size.Height))
	o.Move(fyne.NewPos(Mirrored(x, width, size.Width), 0))
}

func (s *Split) startWidth(width float32) float32 {
	room := max(width-grip, 0)
	least, most := s.Start.MinSize().Width, room-s.End.MinSize().Width
	w := float32(s.offset) * room
	return float32(int(max(min(w, most), min(least, room)) + 0.5))
}

// dragTo follows the pointer at x within the Split.
func (s *Split) dragTo(x float32) {
	width := s.Size().Width
	if width <= grip {
		return
	}
	if Current().RightToLeft {
		x = width - x
	}
	s.offset = float64(min(max((x-grip/2)/(width-grip), 0), 1))
	s.place(s.Size())
}

// divider is the line between the panes, with room around it for the pointer.
type divider struct {
	widget.BaseWidget
	split *Split
	hot   bool
	focus bool
}

var (
	_ fyne.Draggable     = (*divider)(nil)
	_ fyne.Focusable     = (*divider)(nil)
	_ desktop.Hoverable  = (*divider)(nil)
	_ desktop.Cursorable = (*divider)(nil)
)

func newDivider(s *Split) *divider {
	d := &divider{split: s}
	d.ExtendBaseWidget(d)
	return d
}

func (d *divider) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(nil)
	place := func(size fyne.Size) {
		w := float32(1)
		if d.hot || d.focus {
			w = 3
		}
		line.Resize(fyne.NewSize(w, size.Height))
		line.Move(fyne.NewPos(float32(int((size.Width-w)/2)), 0))
	}
	colour := func() {
		line.FillColor = Colour(ColourLine)
		if d.hot || d.focus {
			line.FillColor = Colour(ColourAccent)
		}
		place(d.Size())
	}
	return newParts(place, func() fyne.Size { return fyne.NewSize(grip, 0) }, colour, line)
}

func (d *divider) Dragged(e *fyne.DragEvent) {
	Touch()
	d.split.dragTo(d.Position().X + e.Position.X)
}

func (d *divider) DragEnd() {
	if d.split.OnMoved != nil {
		d.split.OnMoved(d.split.offset)
	}
}

func (d *divider) MouseIn(*desktop.MouseEvent)    { d.warm(true) }
func (d *divider) MouseMoved(*desktop.MouseEvent) {}
func (d *divider) MouseOut()                      { d.warm(false) }
func (d *divider) Cursor() desktop.Cursor         { return desktop.HResizeCursor }

func (d *divider) warm(hot bool) {
	d.hot = hot
	d.Refresh()
}

// FocusGained implements fyne.Focusable.
func (d *divider) FocusGained() { d.focus = true; d.Refresh(); Seen(d) }

// FocusLost implements fyne.Focusable.
func (d *divider) FocusLost() { d.focus = false; d.Refresh() }

// TypedRune implements fyne.Focusable.
func (d *divider) TypedRune(rune) {}

// stride is how far, in pixels, an arrow key moves a divider.
const stride = 24

// TypedKey implements fyne.Focusable.
func (d *divider) TypedKey(e *fyne.KeyEvent) {
	Touch()
	by := float32(0)
	switch e.Name {
	case fyne.KeyLeft:
		by = -stride
	case fyne.KeyRight:
		by = stride
	default:
		PassOn(e, d)
		return
	}
	d.split.dragTo(d.Position().X + grip/2 + by)
	d.DragEnd()
}
