package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Tab is one entry of a TabBar.
type Tab struct {
	Words   string
	Count   string // shown as a chip; empty for none
	Content fyne.CanvasObject
}

// TabBar shows one of several panes, chosen by words above them in reading
// order. It takes the keyboard: left and right change the tab.
type TabBar struct {
	widget.BaseWidget
	// OnChosen is told the index after a person has changed the tab.
	OnChosen func(index int)

	tabs    []Tab
	chosen  int
	focused bool
	heads   []*tabHead
	row     *fyne.Container
	body    *fyne.Container
}

var _ fyne.Focusable = (*TabBar)(nil)

// NewTabBar makes a TabBar showing the first tab.
func NewTabBar(tabs ...Tab) *TabBar {
	b := &TabBar{tabs: tabs, row: Row(), body: container.NewStack()}
	for i, t := range tabs {
		h := newTabHead(b, i, t)
		b.heads = append(b.heads, h)
		b.row.Add(h)
		b.body.Add(t.Content)
	}
	b.ExtendBaseWidget(b)
	b.show()
	return b
}

// Chosen is the index of the tab that is shown.
func (b *TabBar) Chosen() int { return b.chosen }

// Choose shows a tab; it does not call OnChosen.
func (b *TabBar) Choose(index int) {
	if index < 0 || index >= len(b.tabs) || index == b.chosen {
		return
	}
	b.chosen = index
	b.show()
}

// SetCount changes the chip of a tab.
func (b *TabBar) SetCount(index int, count string) {
	b.heads[index].chip.SetText(count)
	b.row.Refresh()
}

func (b *TabBar) press(index int) {
	Touch()
	if index == b.chosen {
		return
	}
	b.Choose(index)
	if b.OnChosen != nil {
		b.OnChosen(index)
	}
}

func (b *TabBar) show() {
	for i, t := range b.tabs {
		if i == b.chosen {
			t.Content.Show()
		} else {
			t.Content.Hide()
		}
		b.heads[i].Refresh()
	}
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *TabBar) CreateRenderer() fyne.WidgetRenderer {
	whole := Border(Stack(b.row, Rule()), nil, nil, nil, b.body)
	return newParts(whole.Resize, whole.MinSize, func() {}, whole)
}

// FocusGained implements fyne.Focusable.
func (b *TabBar) FocusGained() { b.focused = true; b.heads[b.chosen].Refresh() }

// FocusLost implements fyne.Focusable.
func (b *TabBar) FocusLost() { b.focused = false; b.heads[b.chosen].Refresh() }

// TypedRune implements fyne.Focusable.
func (b *TabBar) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *TabBar) TypedKey(e *fyne.KeyEvent) {
	Touch()
	step := 0
	switch e.Name {
	case fyne.KeyLeft:
		step = -1
	case fyne.KeyRight:
		step = 1
	default:
		passOn(e, b)
		return
	}
	if Current().RightToLeft {
		step = -step
	}
	b.press((b.chosen + step + len(b.tabs)) % len(b.tabs))
}

// tabHead is the words of one tab.
type tabHead struct {
	widget.BaseWidget
	bar   *TabBar
	index int
	text  *Text
	chip  *Chip
	hot   bool
}

func newTabHead(bar *TabBar, index int, t Tab) *tabHead {
	h := &tabHead{bar: bar, index: index, text: NewText(t.Words), chip: NewChip(t.Count)}
	if t.Count == "" {
		h.chip.Hide()
	}
	h.ExtendBaseWidget(h)
	return h
}

func (h *tabHead) CreateRenderer() fyne.WidgetRenderer {
	line, ground := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	words := Inset(5, 6, 7, 7, Row(h.text, h.chip))
	place := func(size fyne.Size) {
		ground.Resize(size)
		words.Resize(size)
		line.Resize(fyne.NewSize(max(size.Width-8, 0), 2))
		line.Move(fyne.NewPos(4, size.Height-2))
	}
	colour := func() {
		chosen := h.index == h.bar.chosen
		box(ground, "", "", 0)
		if h.hot && !chosen {
			box(ground, ColourHover, "", 0)
		}
		if chosen && h.bar.focused {
			box(ground, "", ColourFocus, 1)
		}
		line.Hidden = !chosen
		line.FillColor = Colour(ColourAccent)
		h.text.Colour = ColourMuted
		if chosen {
			h.text.Colour = ColourText
		}
		h.text.Bold = true
	}
	return newParts(place, words.MinSize, colour, ground, words, line)
}

func (h *tabHead) Tapped(*fyne.PointEvent)        { h.bar.press(h.index) }
func (h *tabHead) MouseIn(*desktop.MouseEvent)    { Touch(); h.hot = true; h.Refresh() }
func (h *tabHead) MouseMoved(*desktop.MouseEvent) {}
func (h *tabHead) MouseOut()                      { h.hot = false; h.Refresh() }
func (h *tabHead) Cursor() desktop.Cursor         { return desktop.PointerCursor }
