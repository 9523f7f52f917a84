package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroller scrolls what is higher than its room, also with the arrow, Page, Home
// and End keys: for what is read only and has nothing else to take the keyboard.
type Scroller struct {
	widget.BaseWidget
	// OnEscaped, if set, is told of Escape, which otherwise goes to the window.
	OnEscaped func()
	// OnTab, if set, takes the Tab key, for what must keep the keyboard.
	OnTab func()

	all     *container.Scroll
	focused bool
}

var _ fyne.Focusable = (*Scroller)(nil)

// NewScroller lets an object scroll.
func NewScroller(o fyne.CanvasObject) *Scroller {
	s := &Scroller{all: container.NewVScroll(o)}
	s.ExtendBaseWidget(s)
	return s
}

// Held implements Holder.
func (s *Scroller) Held() []fyne.CanvasObject { return []fyne.CanvasObject{s.all} }

// CreateRenderer implements fyne.Widget.
func (s *Scroller) CreateRenderer() fyne.WidgetRenderer {
	ring := canvas.NewRectangle(nil)
	place := func(size fyne.Size) {
		s.all.Resize(size)
		ring.Resize(size)
	}
	colour := func() {
		box(ring, "", ColourFocus, 2)
		ring.Hidden = !s.focused
	}
	return newParts(place, s.all.MinSize, colour, s.all, ring)
}

// FocusGained implements fyne.Focusable.
func (s *Scroller) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost implements fyne.Focusable.
func (s *Scroller) FocusLost() { s.focused = false; s.Refresh() }

// AcceptsTab implements fyne.Tabbable.
func (s *Scroller) AcceptsTab() bool { return s.OnTab != nil }

// TypedRune implements fyne.Focusable.
func (s *Scroller) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Scroller) TypedKey(e *fyne.KeyEvent) {
	Touch()
	line, view := Current().TextSize*3, s.all.Size().Height
	most := max(s.all.Content.Size().Height-view, 0)
	y := s.all.Offset.Y
	switch e.Name {
	case fyne.KeyTab:
		s.OnTab()
		return
	case fyne.KeyEscape:
		if s.OnEscaped == nil {
			PassOn(e, s)
			return
		}
		s.OnEscaped()
		return
	case fyne.KeyDown:
		y += line
	case fyne.KeyUp:
		y -= line
	case fyne.KeyPageDown, fyne.KeySpace:
		y += max(view-line, line)
	case fyne.KeyPageUp:
		y -= max(view-line, line)
	case fyne.KeyHome:
		y = 0
	case fyne.KeyEnd:
		y = most
	default:
		PassOn(e, s)
		return
	}
	s.all.ScrollToOffset(fyne.NewPos(0, min(max(y, 0), most)))
}
