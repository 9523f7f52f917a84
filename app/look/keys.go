package look

import "fyne.io/fyne/v2"

// passOn gives a key that a widget has no use for to the window, as if nothing
// had the keyboard: Escape closes a page also while one of its buttons has it.
// Under a menu or a message the window takes no keys.
func passOn(e *fyne.KeyEvent, from fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil || c.Overlays().Top() != nil {
		return
	}
	if take := c.OnTypedKey(); take != nil {
		take(e)
	}
}
