package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestEverySignOfAPersonIsReported(t *testing.T) {
	test.NewTempApp(t)
	touches := 0
	OnTouch = func() { touches++ }
	t.Cleanup(func() { OnTouch = nil })

	down := &fyne.KeyEvent{Name: fyne.KeyDown}
	moved := &desktop.MouseEvent{}
	button, check := NewButton("b", nil), NewCheck("c", false, nil)
	list := NewList(func() int { return 3 }, func() fyne.CanvasObject { return NewText("x") }, func(int, fyne.CanvasObject) {}, func(int) {})
	tabs := NewTabBar(Tab{Words: "a", Content: NewText("a")}, Tab{Words: "b", Content: NewText("b")})
	choice := NewSelect([]string{"a", "b"}, 0, nil)
	test.NewTempWindow(t, Stack(button, check, list, tabs, choice))
	lines := newMenu([]MenuItem{{Words: "a"}, {Words: "b", Disabled: true}})
	for name, act := range map[string]func(){
		"button pressed":    func() { button.Tapped(nil) },
		"button, key":       func() { button.TypedKey(down) },
		"button, pointer":   func() { button.MouseIn(moved) },
		"check pressed":     func() { check.Tapped(nil) },
		"check, key":        func() { check.TypedKey(down) },
		"list, key":         func() { list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1}) },
		"list, row":         func() { list.UnselectAll(); list.Select(2) },
		"tabs, same tab":    func() { tabs.heads[0].Tapped(nil) },
		"tabs, key":         func() { tabs.TypedKey(down) },
		"select pressed":    func() { choice.Tapped(nil) },
		"menu, key":         func() { lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1}) },
		"menu, pointer":     func() { lines.rows[0].MouseIn(moved) },
		"menu, disabled":    func() { lines.rows[1].Tapped(nil) },
		"shortcut":          func() { Shortcut(&fyne.ShortcutCopy{}) },
		"pointer elsewhere": func() { NewSensor().(*sensor).MouseMoved(moved) },
	} {
		touches = 0
		act()
		if touches == 0 {
			t.Errorf("%s: not reported", name)
		}
	}
}
