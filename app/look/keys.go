package look

import (
	"runtime"

	"fyne.io/fyne/v2"
)

// PassOn gives a key that a widget has no use for to the window, as if nothing
// had the keyboard: Escape closes a page also while one of its buttons has it,
// and function keys are commands everywhere. Every Focusable of the program
// calls it. Under a menu or a message the window takes no keys; a Message takes
// Escape.
func PassOn(e *fyne.KeyEvent, from fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil {
		return
	}
	if c.Overlays().Top() != nil {
		if m := messageOn(c); m != nil {
			m.take(e)
		}
		return
	}
	if take := c.OnTypedKey(); take != nil {
		take(e)
	}
}

// PhysicalKey is the letter or figure of a key. On a keyboard that is set to
// Arabic or Russian, keys have no Latin letter of their own; then it is the one
// that stands in the same place on a US keyboard. Other keys keep their names.
func PhysicalKey(e *fyne.KeyEvent) fyne.KeyName {
	if e.Name != fyne.KeyUnknown {
		return e.Name
	}
	code := e.Physical.ScanCode
	switch runtime.GOOS {
	case "darwin":
		return fyne.KeyName(macKeys[code])
	case "windows":
	default:
		code -= 8 // X11 counts its keys from 8
	}
	for first, letters := range scanRows {
		if i := code - first; i >= 0 && i < len(letters) {
			return fyne.KeyName(letters[i : i+1])
		}
	}
	return fyne.KeyUnknown
}

// scanRows are the rows of letters by the code of their first key, in the codes
// of the IBM PC (set 1) that Windows and Linux use.
var scanRows = map[int]string{2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}

// macKeys are the letters by Apple's virtual key codes (kVK_ANSI_A and so on, in
// Carbon's Events.h).
var macKeys = map[int]string{
	0: "A", 1: "S", 2: "D", 3: "F", 4: "H", 5: "G", 6: "Z", 7: "X", 8: "C", 9: "V", 11: "B", 12: "Q", 13: "W", 14: "E", 15: "R", 16: "Y", 17: "T",
	31: "O", 32: "U", 34: "I", 35: "P", 37: "L", 38: "J", 40: "K", 45: "N", 46: "M",
}
