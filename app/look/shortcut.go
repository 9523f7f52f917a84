package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// OnShortcut, if set, is offered every shortcut before the field that has the
// keyboard; true means that it was used. Fyne gives a shortcut to the focused
// field only, and commands must work while one types.
var OnShortcut func(fyne.Shortcut) bool

// Shortcut offers a shortcut to the window's commands; every Shortcutable of
// the program calls it first.
func Shortcut(s fyne.Shortcut) bool {
	Touch()
	return OnShortcut != nil && OnShortcut(s)
}

// FunctionKey is the shortcut of a command that a function key does by itself or
// with Shift. Fyne makes shortcuts only of keys with Ctrl, Alt or the like; a
// function key comes as a plain key to what has the keyboard, which passes it on
// (see PassOn).
type FunctionKey struct {
	Name  fyne.KeyName
	Shift bool
}

// ShortcutName implements fyne.Shortcut.
func (f *FunctionKey) ShortcutName() string {
	if f.Shift {
		return "FunctionKey:Shift+" + string(f.Name)
	}
	return "FunctionKey:" + string(f.Name)
}

// FunctionKeyOf is the shortcut that a key makes, with or without Shift as it is
// held now; nil for every key but F1 to F12.
func FunctionKeyOf(e *fyne.KeyEvent) *FunctionKey {
	name := string(e.Name)
	if len(name) < 2 || name[0] != 'F' || strings.Trim(name[1:], "0123456789") != "" {
		return nil
	}
	return &FunctionKey{Name: e.Name, Shift: Shifted()}
}

// Shifted tells whether a Shift key is held now. Fyne tells it neither with keys
// nor with presses of the mouse.
func Shifted() bool { return heldKeys()&fyne.KeyModifierShift != 0 }

// Controlled tells whether Ctrl (Cmd on macOS) is held now.
func Controlled() bool { return heldKeys()&fyne.KeyModifierShortcutDefault != 0 }

// OnZoom, if set, is told that the text is to be larger (1) or smaller (-1).
var OnZoom func(step int)

// Zoom makes the text larger or smaller by a turn of the wheel over it while Ctrl
// is held; false if Ctrl is not held: the turn then scrolls.
func Zoom(e *fyne.ScrollEvent) bool {
	if OnZoom == nil || !Controlled() {
		return false
	}
	step := 1
	if e.Scrolled.DY < 0 {
		step = -1
	}
	fyne.Do(func() { OnZoom(step) }) // the window may be built anew
	return true
}

// heldKeys asks the driver; tests, whose driver has no keyboard, set it.
var heldKeys = func() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
