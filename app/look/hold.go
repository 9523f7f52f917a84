package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// HoldButton tells for how long it is pressed, by the mouse, the space bar or a
// key of its own, and not a moment longer: it lets go when the pointer leaves it,
// and when the keyboard goes elsewhere, to another window too.
type HoldButton struct {
	Button
	key     fyne.KeyName
	onHeld  func(held bool)
	pressed bool
}

var (
	_ desktop.Keyable   = (*HoldButton)(nil)
	_ desktop.Mouseable = (*HoldButton)(nil)
)

// NewHoldButton makes a button that is also held down by a key.
func NewHoldButton(icon IconName, words string, key fyne.KeyName, onHeld func(held bool)) *HoldButton {
	h := &HoldButton{key: key, onHeld: onHeld}
	h.text, h.iconName, h.icon, h.importance = NewText(words), icon, NewIcon(icon), Plain
	h.ExtendBaseWidget(h)
	return h
}

// Hold is told whether the button is pressed now.
func (h *HoldButton) Hold(pressed bool) {
	if h.pressed != pressed {
		h.pressed = pressed
		h.onHeld(pressed)
	}
}

// Held reports whether the button is pressed now.
func (h *HoldButton) Held() bool { return h.pressed }

// MouseDown implements desktop.Mouseable.
func (h *HoldButton) MouseDown(e *desktop.MouseEvent) { h.Button.MouseDown(e); h.Hold(true) }

// MouseUp implements desktop.Mouseable.
func (h *HoldButton) MouseUp(e *desktop.MouseEvent) { h.Button.MouseUp(e); h.Hold(false) }

// MouseOut implements desktop.Hoverable.
func (h *HoldButton) MouseOut() { h.Button.MouseOut(); h.Hold(false) }

// FocusLost implements fyne.Focusable.
func (h *HoldButton) FocusLost() { h.Button.FocusLost(); h.Hold(false) }

// KeyDown implements desktop.Keyable.
func (h *HoldButton) KeyDown(e *fyne.KeyEvent) {
	if Touch(); h.holds(e) {
		h.Hold(true)
	}
}

// KeyUp implements desktop.Keyable.
func (h *HoldButton) KeyUp(e *fyne.KeyEvent) {
	if h.holds(e) {
		h.Hold(false)
	}
}

// TypedKey implements fyne.Focusable: what holds it down is not pressed again by
// being repeated.
func (h *HoldButton) TypedKey(e *fyne.KeyEvent) {
	if !h.holds(e) {
		h.Button.TypedKey(e)
	}
}

func (h *HoldButton) holds(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeySpace || e.Name == h.key
}
