package look

import "fyne.io/fyne/v2"

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
