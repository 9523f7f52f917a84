package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// menuRow is one line of a menu.
type menuRow struct {
	widget.BaseWidget
	menu  *menu
	index int
	row   *fyne.Container
}

func newMenuRow(m *menu, index int, item MenuItem) *menuRow {
	r := &menuRow{menu: m, index: index, row: Row()}
	words, hint := NewText(item.Words), Muted(item.Hint)
	if item.Disabled {
		words.Colour, hint.Colour = ColourDisabled, ColourDisabled
	}
	if item.key != "" {
		r.row.Add(newKeycap(item.key, item.Disabled))
	}
	if m.marked() {
		r.row.Add(r.mark(item, words.Colour))
	}
	if m.signed() {
		r.row.Add(signOf(item))
	}
	r.row.Add(words)
	r.row.Add(Space())
	switch {
	case len(item.Submenu) > 0:
		further := NewIcon(IconForward)
		further.colour = hint.Colour
		r.row.Add(further)
	case item.Hint != "":
		r.row.Add(Inset(0, 0, 12, 0, hint))
	}
	r.ExtendBaseWidget(r)
	return r
}

// mark is the tick or the icon before the words, or their room.
func (r *menuRow) mark(item MenuItem, colour fyne.ThemeColorName) fyne.CanvasObject {
	icon := NewIcon(item.Icon)
	if item.Checked {
		icon.name = IconApprove
	}
	if icon.name == "" {
		return Inset(0, 0, icon.MinSize().Width, 0, container.NewWithoutLayout())
	}
	if colour != "" {
		icon.colour = colour
	}
	return icon
}

// marked tells whether any line has a tick or an icon before its words, so that
// the words of all lines stand below one another.
func (m *menu) marked() bool {
	for _, item := range m.items {
		if item.Checked || item.Icon != "" {
			return true
		}
	}
	return false
}

// signed tells whether any line has a sign of its own.
func (m *menu) signed() bool {
	for _, item := range m.items {
		if item.sign != nil {
			return true
		}
	}
	return false
}

// signOf is the sign of a line in the middle of a square, or the empty square.
func signOf(item MenuItem) fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(NewIcon("").MinSize())
	if item.sign == nil {
		return container.NewStack(room)
	}
	return container.NewStack(room, container.NewCenter(item.sign))
}

func (r *menuRow) CreateRenderer() fyne.WidgetRenderer {
	ground := canvas.NewRectangle(nil)
	line := Inset(3, 3, 10, 10, r.row)
	place := func(size fyne.Size) {
		ground.Resize(size)
		line.Resize(size)
	}
	colour := func() {
		box(ground, "", "", 0)
		if r.menu.at == r.index {
			box(ground, ColourSelection, "", 0)
		}
	}
	return newParts(place, line.MinSize, colour, ground, line)
}

func (r *menuRow) Tapped(*fyne.PointEvent)        { r.menu.choose(r.index) }
func (r *menuRow) MouseIn(*desktop.MouseEvent)    { r.menu.goTo(r.index) }
func (r *menuRow) MouseMoved(*desktop.MouseEvent) {}
func (r *menuRow) MouseOut()                      { r.menu.goTo(-1) }

// keycap is a key as it is drawn on a keyboard, for lists of keys.
type keycap struct {
	widget.BaseWidget
	text *Text
}

func newKeycap(key string, disabled bool) *keycap {
	k := &keycap{text: NewText(key)}
	if disabled {
		k.text.Colour = ColourDisabled
	}
	k.ExtendBaseWidget(k)
	return k
}

func (k *keycap) CreateRenderer() fyne.WidgetRenderer {
	plate := canvas.NewRectangle(nil)
	least := func() fyne.Size {
		m := k.text.MinSize()
		return fyne.NewSize(max(m.Width+10, m.Height+2, float32(int(Current().TextSize*1.8))), m.Height+2) // single letters are of one width
	}
	place := func(size fyne.Size) {
		plate.Resize(size)
		m := k.text.MinSize()
		k.text.Resize(m)
		k.text.Move(fyne.NewPos((size.Width-m.Width)/2, (size.Height-m.Height)/2))
	}
	return newParts(place, least, func() { box(plate, ColourSurface, ColourMuted, 1) }, plate, k.text)
}

// NewKeycap draws a key or a combination of keys ("Ctrl+K") as a key.
func NewKeycap(keys string) fyne.CanvasObject { return newKeycap(keys, false) }
