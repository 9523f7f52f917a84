package look

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Choice is one line of Choices.
type Choice struct {
	Key      string // a letter or figure, the same on every keyboard: "A", "3"
	Words    string
	Sign     fyne.CanvasObject // before the words; nil for none
	Checked  bool              // what holds now
	Disabled bool
}

// Choices is a small layer that takes one thing out of a few by the next key:
// the letter of a line, or arrow keys and Enter, or the mouse. Escape and a
// press outside take nothing.
//
//	look.NewChoices(choices, func(i int) { set(states[i]) }).Open(row)
type Choices struct {
	choices []Choice
	chosen  func(index int)
}

// NewChoices makes the layer; chosen is told the index of the choice once.
func NewChoices(choices []Choice, chosen func(index int)) *Choices {
	return &Choices{choices, chosen}
}

// Open shows the layer below an object.
func (c *Choices) Open(below fyne.CanvasObject) { c.menu().showBelow(below) }

// OpenAt shows the layer at a position on the canvas of an object.
func (c *Choices) OpenAt(of fyne.CanvasObject, absolute fyne.Position) {
	c.menu().show(of, absolute, 0)
}

func (c *Choices) menu() *menu {
	items := make([]MenuItem, len(c.choices))
	for i, x := range c.choices {
		items[i] = MenuItem{
			Words: x.Words, Checked: x.Checked, Disabled: x.Disabled, key: x.Key, sign: x.Sign,
			Action: func() { c.chosen(i) },
		}
	}
	return newMenu(items)
}

// keyed tells whether lines are chosen by keys of their own.
func (m *menu) keyed() bool {
	for _, item := range m.items {
		if item.key != "" {
			return true
		}
	}
	return false
}

// press chooses the line whose key was pressed; the key of no line closes the menu. The letter that the key types
// still comes after it: only then does the keyboard go back, so that the letter
// is not written into what had it.
func (m *menu) press(e *fyne.KeyEvent) {
	key := string(PhysicalKey(e))
	for i, item := range m.items {
		if key != "" && strings.EqualFold(item.key, key) {
			fyne.Do(func() { m.choose(i) })
			return
		}
	}
	if m.keyed() && len(key) == 1 { // somebody who writes without looking would choose by his next letters
		fyne.Do(m.close)
	}
}
