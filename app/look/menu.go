package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// MenuItem is one line of a pop-up menu. One without words is a separator.
type MenuItem struct {
	Words    string
	Hint     string // at the end edge: a shortcut
	Icon     IconName
	Checked  bool
	Disabled bool
	Action   func()
}

// ShowMenu opens a menu with its start corner below an object. Arrow keys,
// Enter and Escape work in it; a press outside closes it.
func ShowMenu(items []MenuItem, below fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below)
	showMenu(items, below, at.AddXY(0, below.Size().Height+1), below.Size().Width)
}

// ShowMenuAt opens a menu at a position on the canvas of an object: for a press
// of the second mouse button.
func ShowMenuAt(items []MenuItem, of fyne.CanvasObject, absolute fyne.Position) {
	showMenu(items, of, absolute, 0)
}

func showMenu(items []MenuItem, of fyne.CanvasObject, at fyne.Position, width float32) {
	c := fyne.CurrentApp().Driver().CanvasForObject(of)
	if c == nil || len(items) == 0 {
		return
	}
	HideTip()
	m := newMenu(items)
	m.pop = widget.NewPopUp(m, c)
	m.back = c.Focused()
	size := m.MinSize()
	wanted := max(size.Width, width)
	height := min(size.Height, c.Size().Height-16)
	if Current().RightToLeft {
		at.X += width - wanted
	}
	at.X = max(min(at.X, c.Size().Width-wanted-12), 0)
	at.Y = max(min(at.Y, c.Size().Height-height-12), 0)
	m.pop.ShowAtPosition(at)
	m.pop.Resize(fyne.NewSize(wanted, height))
	c.Focus(m)
}

// menu is what the pop-up holds.
type menu struct {
	widget.BaseWidget
	items []MenuItem
	rows  []*menuRow
	at    int // the row the keyboard or pointer is on, -1 for none
	pop   *widget.PopUp
	back  fyne.Focusable
	all   *container.Scroll
}

var _ fyne.Focusable = (*menu)(nil)

func newMenu(items []MenuItem) *menu {
	m := &menu{items: items, at: -1}
	column := Stack()
	for i, item := range items {
		if item.Words == "" {
			column.Add(Inset(3, 3, 0, 0, Rule()))
			m.rows = append(m.rows, nil)
			continue
		}
		if item.Checked {
			m.at = i
		}
		row := newMenuRow(m, i, item)
		m.rows = append(m.rows, row)
		column.Add(row)
	}
	m.all = container.NewVScroll(column)
	m.ExtendBaseWidget(m)
	return m
}

func (m *menu) CreateRenderer() fyne.WidgetRenderer {
	least := func() fyne.Size {
		size := m.all.Content.MinSize()
		return fyne.NewSize(max(size.Width, 120), min(size.Height, 420))
	}
	return newParts(m.all.Resize, least, func() {}, m.all)
}

func (m *menu) FocusGained()   {}
func (m *menu) FocusLost()     {}
func (m *menu) TypedRune(rune) {}

func (m *menu) TypedKey(e *fyne.KeyEvent) {
	Touch()
	switch e.Name {
	case fyne.KeyDown:
		m.step(1)
	case fyne.KeyUp:
		m.step(-1)
	case fyne.KeyEscape:
		m.close()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if m.at >= 0 {
			m.choose(m.at)
		}
	}
}

func (m *menu) step(by int) {
	for i := m.at + by; i >= 0 && i < len(m.rows); i += by {
		if m.rows[i] != nil && !m.items[i].Disabled {
			m.goTo(i)
			row := m.rows[i]
			if y := row.Position().Y; y < m.all.Offset.Y {
				m.all.ScrollToOffset(fyne.NewPos(0, y))
			} else if bottom := y + row.Size().Height; bottom > m.all.Offset.Y+m.all.Size().Height {
				m.all.ScrollToOffset(fyne.NewPos(0, bottom-m.all.Size().Height))
			}
			return
		}
	}
}

func (m *menu) goTo(i int) {
	Touch()
	was := m.at
	m.at = i
	for _, k := range []int{was, i} {
		if k >= 0 && m.rows[k] != nil {
			m.rows[k].Refresh()
		}
	}
}

func (m *menu) close() {
	m.pop.Hide()
	if c := fyne.CurrentApp().Driver().CanvasForObject(m.pop); c != nil && m.back != nil {
		c.Focus(m.back)
	}
}

func (m *menu) choose(i int) {
	Touch()
	item := m.items[i]
	if item.Disabled {
		return
	}
	m.close()
	if item.Action != nil {
		item.Action()
	}
}

// menuRow is one line of a menu.
type menuRow struct {
	widget.BaseWidget
	menu  *menu
	index int
	row   *fyne.Container
}

func newMenuRow(m *menu, index int, item MenuItem) *menuRow {
	r := &menuRow{menu: m, index: index}
	icon := NewIcon(item.Icon)
	if item.Checked {
		icon.name = IconApprove
	}
	words, hint := NewText(item.Words), Muted(item.Hint)
	if item.Disabled {
		words.Colour, icon.colour = ColourDisabled, ColourDisabled
	}
	r.row = Row(icon, words, Space(), hint)
	if icon.name == "" {
		r.row.Objects = r.row.Objects[1:]
		if m.marked() {
			r.row.Objects = append([]fyne.CanvasObject{Inset(0, 0, icon.MinSize().Width, 0, container.NewWithoutLayout())}, r.row.Objects...)
		}
	}
	r.ExtendBaseWidget(r)
	return r
}

// marked tells whether any line has a sign before its words, so that the words
// of all lines stand below one another.
func (m *menu) marked() bool {
	for _, item := range m.items {
		if item.Checked || item.Icon != "" {
			return true
		}
	}
	return false
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
