package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// MenuBar is the main menu: names side by side in reading order, each with a menu
// below it. It is one stop of the Tab key; with the keyboard in it, or with a menu
// open, left and right go from name to name.
type MenuBar struct {
	widget.BaseWidget

	items   func(index int) []MenuItem
	names   []*menuName
	row     *fyne.Container
	at      int // the name that the keys are for
	focused bool
}

var _ fyne.Focusable = (*MenuBar)(nil)

// NewMenuBar makes the bar; items gives the lines of a menu as they are when it
// opens.
func NewMenuBar(names []string, items func(index int) []MenuItem) *MenuBar {
	b := &MenuBar{items: items, row: Flow()}
	for i, words := range names {
		n := &menuName{bar: b, index: i, text: NewText(words)}
		n.ExtendBaseWidget(n)
		b.names = append(b.names, n)
		b.row.Add(n)
	}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *MenuBar) CreateRenderer() fyne.WidgetRenderer {
	colour := func() {
		for _, n := range b.names {
			n.Refresh()
		}
	}
	return newParts(b.row.Resize, b.row.MinSize, colour, b.row)
}

// Open opens a menu. When it closes the keyboard goes back to what has it now.
func (b *MenuBar) Open(index int) {
	b.open(index, nil)
}

func (b *MenuBar) open(index int, back fyne.Focusable) {
	index = (index + len(b.names)) % len(b.names)
	b.goTo(index)
	m := newMenu(b.items(index))
	m.back = back
	m.aside = func(step int) { b.open(b.at+step, m.back) }
	if m.at < 0 {
		m.step(-1, 1)
	}
	m.showBelow(b.names[index])
}

func (b *MenuBar) goTo(index int) {
	b.at = index
	b.Refresh()
}

// FocusGained implements fyne.Focusable.
func (b *MenuBar) FocusGained() { b.focused = true; b.Refresh(); Seen(b) }

// FocusLost implements fyne.Focusable.
func (b *MenuBar) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *MenuBar) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *MenuBar) TypedKey(e *fyne.KeyEvent) {
	Touch()
	before, after := fyne.KeyLeft, fyne.KeyRight
	if Current().RightToLeft {
		before, after = after, before
	}
	n := len(b.names)
	switch e.Name {
	case before:
		b.goTo((b.at + n - 1) % n)
	case after:
		b.goTo((b.at + 1) % n)
	case fyne.KeyDown, fyne.KeyUp, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Open(b.at)
	default:
		PassOn(e, b)
	}
}

// menuName is the name of one menu.
type menuName struct {
	widget.BaseWidget
	bar   *MenuBar
	index int
	text  *Text
	hot   bool
}

func (n *menuName) CreateRenderer() fyne.WidgetRenderer {
	ground := canvas.NewRectangle(nil)
	least := func() fyne.Size {
		return fyne.NewSize(n.text.MinSize().Width+2*Current().dense(9, 13), Current().FieldHeight())
	}
	place := func(size fyne.Size) {
		ground.Resize(size)
		m := n.text.MinSize()
		n.text.Resize(m)
		n.text.Move(fyne.NewPos((size.Width-m.Width)/2, (size.Height-m.Height)/2))
	}
	colour := func() {
		box(ground, "", "", 0)
		if n.hot {
			box(ground, ColourHover, "", 0)
		}
		if n.bar.focused && n.bar.at == n.index {
			ground.StrokeColor, ground.StrokeWidth = Colour(ColourFocus), 2
		}
	}
	return newParts(place, least, colour, ground, n.text)
}

func (n *menuName) Tapped(*fyne.PointEvent)        { Touch(); n.bar.Open(n.index) }
func (n *menuName) MouseIn(*desktop.MouseEvent)    { Touch(); n.hot = true; n.Refresh() }
func (n *menuName) MouseMoved(*desktop.MouseEvent) {}
func (n *menuName) MouseOut()                      { n.hot = false; n.Refresh() }
