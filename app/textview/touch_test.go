package textview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
)

func TestTypingAndReadingAreSignsOfAPerson(t *testing.T) {
	test.NewTempApp(t)
	touches := 0
	look.OnTouch = func() { touches++ }
	t.Cleanup(func() { look.OnTouch = nil })

	key := &fyne.KeyEvent{Name: fyne.KeyDown}
	press := &desktop.MouseEvent{}
	for name, w := range map[string]interface {
		fyne.Focusable
		fyne.Scrollable
		fyne.Shortcutable
		fyne.Draggable
		desktop.Keyable
		desktop.Mouseable
	}{"editor": NewEditor(), "document": NewDocument()} {
		test.NewTempWindow(t, w.(fyne.CanvasObject))
		acts := map[string]func(){
			"key down": func() { w.KeyDown(key) },
			"key":      func() { w.TypedKey(key) },
			"press":    func() { w.MouseDown(press) },
			"drag":     func() { w.Dragged(&fyne.DragEvent{}) },
			"scroll":   func() { w.Scrolled(&fyne.ScrollEvent{}) },
			"shortcut": func() { w.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF2}) },
		}
		if e, ok := w.(*Editor); ok {
			acts["letter"] = func() { e.TypedRune('x') }
		}
		if d, ok := w.(*Document); ok {
			acts["pointer"] = func() { d.MouseMoved(press) }
		}
		for act, do := range acts {
			touches = 0
			do()
			if touches == 0 {
				t.Errorf("%s: %s is not reported", name, act)
			}
		}
	}
}
