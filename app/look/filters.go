package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Filter is one chip of Filters.
type Filter struct {
	Words string
	Icon  IconName // before the words; empty for none
	Count string   // shown after the words; empty for none
	On    bool
}

// Filters is a row of chips of which several can be on; it wraps where it is
// narrow. One that is on has a tick before its words as well as another ground.
// It is one stop of the Tab key: arrow keys go from chip to chip, Space and
// Enter turn one on or off.
type Filters struct {
	widget.DisableableWidget
	// OnChanged is told the index and the new state after a person has changed it.
	OnChanged func(index int, on bool)

	chips   []*filterChip
	row     *fyne.Container
	at      int // the chip that the keys are for
	focused bool
}

var _ fyne.Focusable = (*Filters)(nil)

// NewFilters makes the row.
func NewFilters(filters []Filter, changed func(index int, on bool)) *Filters {
	f := &Filters{OnChanged: changed, row: Flow()}
	for i, x := range filters {
		c := newFilterChip(f, i, x)
		f.chips = append(f.chips, c)
		f.row.Add(c)
	}
	f.ExtendBaseWidget(f)
	return f
}

// On tells whether a filter is on.
func (f *Filters) On(index int) bool { return f.chips[index].on }

// SetOn turns a filter on or off without calling OnChanged.
func (f *Filters) SetOn(index int, on bool) {
	if f.chips[index].on != on {
		f.chips[index].on = on
		f.chips[index].Refresh()
	}
}

// SetCount changes the number after the words of a filter; "" for none.
func (f *Filters) SetCount(index int, count string) {
	if f.chips[index].count.Text != count {
		resized(f, func() {
			f.chips[index].count.SetText(count)
			f.Refresh()
		})
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Filters) CreateRenderer() fyne.WidgetRenderer {
	colour := func() {
		f.row.Layout.Layout(f.row.Objects, f.row.Size())
		for _, c := range f.chips {
			c.Refresh()
		}
	}
	return newParts(f.row.Resize, f.row.MinSize, colour, f.row)
}

func (f *Filters) toggle(index int) {
	Touch()
	if f.Disabled() {
		return
	}
	f.goTo(index)
	f.SetOn(index, !f.On(index))
	if f.OnChanged != nil {
		f.OnChanged(index, f.On(index))
	}
}

func (f *Filters) goTo(index int) {
	was := f.at
	f.at = index
	f.chips[was].Refresh()
	f.chips[index].Refresh()
}

// FocusGained implements fyne.Focusable.
func (f *Filters) FocusGained() { f.focused = true; f.Refresh(); Seen(f) }

// FocusLost implements fyne.Focusable.
func (f *Filters) FocusLost() { f.focused = false; f.Refresh() }

// TypedRune implements fyne.Focusable.
func (f *Filters) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (f *Filters) TypedKey(e *fyne.KeyEvent) {
	Touch()
	before, after := fyne.KeyLeft, fyne.KeyRight
	if Current().RightToLeft {
		before, after = after, before
	}
	to := -1
	switch e.Name {
	case before:
		to = f.at - 1
	case after:
		to = f.at + 1
	case fyne.KeyUp, fyne.KeyDown:
		to = f.beside(e.Name == fyne.KeyDown)
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(f.chips) - 1
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if len(f.chips) > 0 {
			f.toggle(f.at)
		}
		return
	default:
		PassOn(e, f)
		return
	}
	if to >= 0 && to < len(f.chips) {
		f.goTo(to)
	}
}

// beside is the chip of the next row, or of the one before, that stands nearest;
// -1 if there is none.
func (f *Filters) beside(below bool) int {
	if len(f.chips) == 0 {
		return -1
	}
	from := f.chips[f.at]
	best, row, least := -1, float32(0), float32(0)
	middle := func(c *filterChip) float32 { return c.Position().X + c.Size().Width/2 }
	for i, c := range f.chips {
		down := c.Position().Y - from.Position().Y
		if !below {
			down = -down
		}
		if down <= 0 || (best >= 0 && down > row) {
			continue
		}
		away := max(middle(c)-middle(from), middle(from)-middle(c))
		if best < 0 || down < row || away < least {
			best, row, least = i, down, away
		}
	}
	return best
}

// filterChip is one of the chips.
type filterChip struct {
	widget.BaseWidget
	all   *Filters
	index int
	on    bool
	hot   bool
	tick  *Icon
	sign  *Icon
	words *Text
	count *Text
}

func newFilterChip(all *Filters, index int, x Filter) *filterChip {
	c := &filterChip{all: all, index: index, on: x.On, tick: NewIcon(IconApprove), sign: NewIcon(x.Icon), words: Ellipsis(x.Words), count: Muted(x.Count)}
	c.sign.Hidden = x.Icon == ""
	c.words.Scale, c.count.Scale = theme.SizeNameCaptionText, theme.SizeNameCaptionText
	c.ExtendBaseWidget(c)
	return c
}

// chipPad is the room at both ends of a chip, in pixels.
const chipPad = 7

// CreateRenderer implements fyne.Widget. There is always room for the tick:
// turning a filter on moves nothing.
func (c *filterChip) CreateRenderer() fyne.WidgetRenderer {
	plate, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	side := func() float32 { return c.words.MinSize().Height - 2 }
	whole := func() float32 {
		width := side() + 3 + c.words.Wanted()
		if !c.sign.Hidden {
			width += side() + 4
		}
		if c.count.Text != "" {
			width += 5 + c.count.MinSize().Width
		}
		return width
	}
	least := func() fyne.Size {
		return fyne.NewSize(whole()+2*chipPad, c.words.MinSize().Height+Current().dense(6, 10))
	}
	place := func(size fyne.Size) {
		plate.Resize(size)
		ring.Resize(size.AddWidthHeight(4, 4)) // in the gap between chips
		ring.Move(fyne.NewPos(-2, -2))
		x := float32(chipPad)
		if !c.on { // the words stand in the middle
			x -= (side() + 3) / 2
		}
		put := func(o fyne.CanvasObject, width float32) {
			height := o.MinSize().Height
			o.Resize(fyne.NewSize(width, height))
			o.Move(fyne.NewPos(Mirrored(x, width, size.Width), (size.Height-height)/2))
			x += width
		}
		c.tick.Resize(fyne.NewSquareSize(side()))
		c.tick.Move(fyne.NewPos(Mirrored(x, side(), size.Width), (size.Height-side())/2))
		x += side() + 3
		if !c.sign.Hidden {
			c.sign.Resize(fyne.NewSquareSize(side()))
			c.sign.Move(fyne.NewPos(Mirrored(x, side(), size.Width), (size.Height-side())/2))
			x += side() + 4
		}
		put(c.words, max(min(c.words.Wanted(), size.Width-(whole()-c.words.Wanted())-2*chipPad), 0))
		x += 5
		put(c.count, c.count.MinSize().Width)
	}
	colour := func() {
		c.colour(plate, ring)
		place(c.Size())
	}
	return newParts(place, least, colour, plate, ring, c.tick, c.sign, c.words, c.count)
}

func (c *filterChip) colour(plate, ring *canvas.Rectangle) {
	fill, stroke := fyne.ThemeColorName(""), theme.ColorNameInputBorder
	if c.on {
		fill, stroke = ColourSelection, ColourAccent
	}
	box(plate, fill, stroke, 1)
	box(ring, "", ColourFocus, 2)
	ring.Hidden = !c.all.focused || c.all.at != c.index
	plate.CornerRadius, ring.CornerRadius = c.Size().Height/2, c.Size().Height/2+2
	if c.hot && !c.all.Disabled() {
		plate.FillColor = blend(plate.FillColor, Colour(ColourHover))
	}
	c.words.Colour, c.count.Colour = ColourText, ColourMuted
	if c.on {
		c.count.Colour = ColourText
	}
	if c.all.Disabled() {
		c.words.Colour, c.count.Colour = ColourDisabled, ColourDisabled
	}
	c.tick.colour, c.sign.colour = c.words.Colour, c.words.Colour
	c.tick.Hidden = !c.on
}

func (c *filterChip) Tapped(*fyne.PointEvent)        { c.all.toggle(c.index) }
func (c *filterChip) MouseIn(*desktop.MouseEvent)    { Touch(); c.hot = true; c.Refresh() }
func (c *filterChip) MouseMoved(*desktop.MouseEvent) {}
func (c *filterChip) MouseOut()                      { c.hot = false; c.Refresh() }
func (c *filterChip) Cursor() desktop.Cursor         { return desktop.PointerCursor }
