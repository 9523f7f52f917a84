package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Select is a drop-down list: one of several words. Space, Enter or Down opens
// it; Up and Down in the open list move.
type Select struct {
	widget.DisableableWidget
	// OnChanged is told the index after a person has chosen.
	OnChanged func(index int)

	options []string
	chosen  int
	text    *Text
	arrow   *Icon
	focused bool
	hot     bool

	measured *Theme // that width is for; nil: to be worked out
	width    float32
}

var (
	_ fyne.Focusable    = (*Select)(nil)
	_ fyne.Tappable     = (*Select)(nil)
	_ desktop.Hoverable = (*Select)(nil)
)

// NewSelect makes a Select with option chosen (-1 for none).
func NewSelect(options []string, chosen int, changed func(index int)) *Select {
	s := &Select{options: options, chosen: -1, OnChanged: changed, text: Ellipsis(""), arrow: NewIcon(IconDown)}
	s.ExtendBaseWidget(s)
	s.Choose(chosen)
	return s
}

// Chosen is the index of the chosen option, -1 for none.
func (s *Select) Chosen() int { return s.chosen }

// Choose selects an option without calling OnChanged.
func (s *Select) Choose(index int) {
	s.chosen = -1
	words := ""
	if index >= 0 && index < len(s.options) {
		s.chosen, words = index, s.options[index]
	}
	s.text.SetText(words)
	s.Refresh()
}

// SetOptions replaces the list and chooses.
func (s *Select) SetOptions(options []string, chosen int) {
	s.options, s.measured = options, nil
	s.Choose(chosen)
}

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	ground := canvas.NewRectangle(nil)
	line := Inset(0, 0, 8, 6, Border(nil, nil, nil, s.arrow, s.text))
	least := func() fyne.Size {
		return fyne.NewSize(min(s.widest()+1, 200)+14+s.arrow.MinSize().Width, Current().FieldHeight())
	}
	place := func(size fyne.Size) {
		ground.Resize(size)
		line.Resize(size)
	}
	colour := func() {
		fill, stroke, width := theme.ColorNameInputBackground, theme.ColorNameInputBorder, float32(1)
		if s.focused {
			stroke, width = ColourFocus, 2
		}
		box(ground, fill, stroke, width)
		if s.hot && !s.Disabled() {
			ground.FillColor = blend(ground.FillColor, Colour(ColourHover))
		}
		s.text.Colour, s.arrow.colour = ColourText, ColourMuted
		if s.Disabled() {
			s.text.Colour, s.arrow.colour = ColourDisabled, ColourDisabled
		}
	}
	return newParts(place, least, colour, ground, line)
}

// widest is the width of the longest option, worked out once for a list and a
// theme.
func (s *Select) widest() float32 {
	if s.measured == Current() {
		return s.width
	}
	s.measured, s.width = Current(), 60
	for _, o := range s.options {
		s.width = max(s.width, NewText(o).MinSize().Width)
	}
	return s.width
}

// Open shows the list.
func (s *Select) Open() {
	Touch()
	if s.Disabled() {
		return
	}
	var items []MenuItem
	for i, words := range s.options {
		items = append(items, MenuItem{Words: words, Checked: i == s.chosen, Action: func() {
			s.Choose(i)
			if s.OnChanged != nil {
				s.OnChanged(i)
			}
		}})
	}
	ShowMenu(items, s)
}

// Tapped implements fyne.Tappable.
func (s *Select) Tapped(*fyne.PointEvent) { s.Open() }

// FocusGained implements fyne.Focusable.
func (s *Select) FocusGained() { s.focused = true; s.Refresh(); Seen(s) }

// FocusLost implements fyne.Focusable.
func (s *Select) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *Select) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown, fyne.KeyUp:
		s.Open()
	default:
		PassOn(e, s)
	}
}

// MouseIn implements desktop.Hoverable.
func (s *Select) MouseIn(*desktop.MouseEvent) { Touch(); s.hot = true; s.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (s *Select) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Select) MouseOut() { s.hot = false; s.Refresh() }
