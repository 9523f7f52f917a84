package look

import (
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	// Submenu, if set, opens in the place of the menu; Action is not used.
	Submenu []MenuItem

	key  string            // a letter or figure that chooses the line; it stands before the words
	sign fyne.CanvasObject // before the words, where an icon would be
}

// ShowMenu opens a menu with its start corner below an object. Arrow keys,
// Enter, Escape and the first letters of a line work in it; a press outside
// closes it.
func ShowMenu(items []MenuItem, below fyne.CanvasObject) {
	newMenu(items).showBelow(below)
}

// ShowMenuAt opens a menu at a position on the canvas of an object: for a press
// of the second mouse button.
func ShowMenuAt(items []MenuItem, of fyne.CanvasObject, absolute fyne.Position) {
	newMenu(items).show(of, absolute, 0)
}

// menu is what the pop-up holds.
type menu struct {
	widget.BaseWidget
	items []MenuItem
	rows  []*menuRow
	at    int // the row the keyboard or pointer is on, -1 for none
	pop   *widget.PopUp
	back  fyne.Focusable // what had the keyboard
	all   *container.Scroll
	again func()         // opens the menu that this one has taken the place of; nil for none
	aside func(step int) // opens the menu before or after this one in a bar; nil for none
	where func(m *menu)  // shows a menu where this one is
	typed typedLetters
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
		if item.Checked && m.at < 0 {
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

func (m *menu) showBelow(o fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	m.show(o, at.AddXY(0, o.Size().Height+1), o.Size().Width)
}

// show opens the menu inside the window, with its start corner at a position, at
// least as wide as is said.
func (m *menu) show(of fyne.CanvasObject, at fyne.Position, width float32) {
	c := fyne.CurrentApp().Driver().CanvasForObject(of)
	if c == nil || len(m.items) == 0 {
		return
	}
	HideTip()
	m.where = func(other *menu) { other.show(of, at, width) }
	m.pop = widget.NewPopUp(m, c)
	if m.back == nil {
		m.back = c.Focused()
	}
	size := m.MinSize()
	wanted := min(max(size.Width, width), c.Size().Width-16)
	height := min(size.Height, c.Size().Height-16)
	if Current().RightToLeft {
		at.X += width - wanted
	}
	at.X = max(min(at.X, c.Size().Width-wanted-12), 0)
	at.Y = max(min(at.Y, c.Size().Height-height-12), 0)
	m.pop.ShowAtPosition(at)
	m.pop.Resize(fyne.NewSize(wanted, height))
	c.Focus(m)
	if m.at >= 0 {
		m.reveal(m.at)
	}
}

func (m *menu) CreateRenderer() fyne.WidgetRenderer {
	least := func() fyne.Size {
		size := m.all.Content.MinSize()
		return fyne.NewSize(max(size.Width, 120), size.Height)
	}
	return newParts(m.all.Resize, least, func() {}, m.all)
}

func (m *menu) FocusGained() {}
func (m *menu) FocusLost()   {}

// TypedRune goes to the next line that begins with what is typed, unless lines
// have keys of their own.
func (m *menu) TypedRune(r rune) {
	Touch()
	if m.keyed() || !unicode.IsPrint(r) || r == ' ' {
		return
	}
	start, again := m.typed.add(r)
	from := max(m.at, 0)
	if again {
		from++
	}
	for k := range m.items {
		i := (from + k) % len(m.items)
		words := strings.ToLower(m.items[i].Words)
		if m.rows[i] != nil && !m.items[i].Disabled && strings.HasPrefix(words, start) {
			m.goTo(i)
			m.reveal(i)
			return
		}
	}
}

func (m *menu) TypedKey(e *fyne.KeyEvent) {
	Touch()
	back, on := fyne.KeyLeft, fyne.KeyRight
	if Current().RightToLeft {
		back, on = on, back
	}
	switch e.Name {
	case fyne.KeyDown:
		m.step(m.at, 1)
	case fyne.KeyUp:
		m.step(m.at, -1)
	case fyne.KeyHome, fyne.KeyPageUp:
		m.step(-1, 1)
	case fyne.KeyEnd, fyne.KeyPageDown:
		m.step(len(m.rows), -1)
	case on:
		m.sideways(1)
	case back:
		m.sideways(-1)
	case fyne.KeyEscape, fyne.KeyF10:
		m.close()
		if m.again != nil && e.Name == fyne.KeyEscape {
			m.again()
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if m.at >= 0 {
			m.choose(m.at)
		}
	default:
		m.press(e)
	}
}

// sideways opens a submenu or comes back from it, else goes along the bar.
func (m *menu) sideways(step int) {
	switch {
	case step > 0 && m.at >= 0 && len(m.items[m.at].Submenu) > 0:
		m.choose(m.at)
	case step < 0 && m.again != nil:
		m.close()
		m.again()
	case m.aside != nil:
		m.close()
		m.aside(step)
	}
}

// step goes to the next line that can be chosen, from one on.
func (m *menu) step(from, by int) {
	for i := from + by; i >= 0 && i < len(m.rows); i += by {
		if m.rows[i] != nil && !m.items[i].Disabled {
			m.goTo(i)
			m.reveal(i)
			return
		}
	}
}

// reveal scrolls to a line.
func (m *menu) reveal(i int) {
	row := m.rows[i]
	if y := row.Position().Y; y < m.all.Offset.Y {
		m.all.ScrollToOffset(fyne.NewPos(0, y))
	} else if bottom := y + row.Size().Height; bottom > m.all.Offset.Y+m.all.Size().Height {
		m.all.ScrollToOffset(fyne.NewPos(0, bottom-m.all.Size().Height))
	}
}

func (m *menu) goTo(i int) {
	Touch()
	was := m.at
	m.at = i
	for _, k := range []int{was, i} {
		if k >= 0 && k < len(m.rows) && m.rows[k] != nil {
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
	switch {
	case len(item.Submenu) > 0:
		m.descend(item)
	case item.Action != nil:
		item.Action()
	}
}

// descend opens a submenu in the place of the menu.
func (m *menu) descend(item MenuItem) {
	sub := newMenu(item.Submenu)
	sub.back, sub.aside = m.back, m.aside
	sub.again = func() {
		above := newMenu(m.items)
		above.at, above.back, above.aside, above.again = m.at, m.back, m.aside, m.again
		m.where(above)
	}
	if sub.at < 0 {
		sub.step(-1, 1)
	}
	m.where(sub)
}

// typedLetters are letters typed one after the other without a long pause.
type typedLetters struct {
	letters string
	last    time.Time
	now     func() time.Time // time.Now, but in tests
}

// pause is how long one may hesitate between letters of one word.
const pause = time.Second

// add takes a letter in and returns the beginning that is sought; again tells
// that the same letter was typed once more, which means the next such line.
func (t *typedLetters) add(r rune) (start string, again bool) {
	now := time.Now
	if t.now != nil {
		now = t.now
	}
	letter := strings.ToLower(string(r))
	switch {
	case now().Sub(t.last) > pause:
		again, t.letters = true, letter
	case t.letters == letter:
		again = true
	default:
		t.letters += letter
	}
	t.last = now()
	return t.letters, again
}
