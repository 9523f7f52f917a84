package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Tab is one entry of a TabBar.
type Tab struct {
	Words   string
	Count   string // shown as a chip; empty for none
	Content fyne.CanvasObject
}

// TabBar shows one of several panes, chosen by words above them in reading
// order. Where the words do not fit side by side they stand in a grid of equal
// cells. It takes the keyboard: left and right change the tab in order, up and
// down change it between the rows of the grid.
type TabBar struct {
	widget.BaseWidget
	// OnChosen is told the index after a person has changed the tab.
	OnChosen func(index int)

	tabs    []Tab
	chosen  int
	focused bool
	heads   []*tabHead
	grid    *tabGrid
	row     *fyne.Container // of the heads, laid out by grid
	body    *fyne.Container
	whole   *fyne.Container // row and body; nil before the first frame
}

var _ fyne.Focusable = (*TabBar)(nil)

// NewTabBar makes a TabBar showing the first tab.
func NewTabBar(tabs ...Tab) *TabBar {
	b := &TabBar{tabs: tabs, body: container.NewStack()}
	b.grid = &tabGrid{bar: b, columns: len(tabs)}
	b.row = container.New(b.grid)
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
	chip := b.heads[index].chip
	was := chip.text.Text
	if was == count {
		return
	}
	set := func(to string) {
		chip.SetText(to)
		b.place() // another count may need another grid
		for _, h := range b.heads {
			h.Refresh()
		}
	}
	if set(count); b.row.MinSize().Width > b.Size().Width { // what is around must give room
		set(was)
		resized(b, func() { set(count) })
	}
}

// Press shows a tab as a person does who presses its head.
func (b *TabBar) Press(index int) {
	Touch()
	if index == b.chosen || index >= len(b.tabs) {
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

// Shown is the content of the tab that is shown.
func (b *TabBar) Shown() fyne.CanvasObject { return b.tabs[b.chosen].Content }

// Held implements Holder.
func (b *TabBar) Held() []fyne.CanvasObject { return b.body.Objects }

// open shows the tab whose pane is given.
func (b *TabBar) open(pane fyne.CanvasObject) {
	for i, t := range b.tabs {
		if t.Content == pane {
			b.Choose(i)
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (b *TabBar) CreateRenderer() fyne.WidgetRenderer {
	b.whole = Border(Stack(b.row, Rule()), nil, nil, nil, b.body)
	return newParts(b.whole.Resize, b.whole.MinSize, b.place, b.whole)
}

// place lays heads and body out anew; it paints nothing.
func (b *TabBar) place() {
	if b.whole != nil {
		b.whole.Layout.Layout(b.whole.Objects, b.whole.Size())
		b.grid.Layout(b.row.Objects, b.row.Size()) // which may be as it was
	}
}

// FocusGained implements fyne.Focusable.
func (b *TabBar) FocusGained() { b.focused = true; b.heads[b.chosen].Refresh(); Seen(b) }

// FocusLost implements fyne.Focusable.
func (b *TabBar) FocusLost() { b.focused = false; b.heads[b.chosen].Refresh() }

// TypedRune implements fyne.Focusable.
func (b *TabBar) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *TabBar) TypedKey(e *fyne.KeyEvent) {
	Touch()
	n, before, after := len(b.tabs), fyne.KeyLeft, fyne.KeyRight
	if Current().RightToLeft {
		before, after = after, before
	}
	to := b.chosen
	switch e.Name {
	case before:
		to = (b.chosen + n - 1) % n
	case after:
		to = (b.chosen + 1) % n
	case fyne.KeyUp:
		to -= b.grid.columns
	case fyne.KeyDown:
		to += b.grid.columns
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = n - 1
	default:
		to = -1
	}
	if to < 0 || to >= n {
		PassOn(e, b)
		return
	}
	b.Press(to)
}
