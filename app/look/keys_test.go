package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestKeysThatAWidgetHasNoUseForReachTheWindow(t *testing.T) {
	test.NewTempApp(t)
	list := NewList(func() int { return 0 }, func() fyne.CanvasObject { return NewText("") }, func(int, fyne.CanvasObject) {}, nil)
	for name, o := range map[string]fyne.Focusable{
		"button": NewButton("Words", nil),
		"check":  NewCheck("Words", false, nil),
		"select": NewSelect([]string{"a", "b"}, 0, nil),
		"tabs":   NewTabBar(Tab{Words: "a", Content: NewText("a")}),
		"list":   list,
	} {
		t.Run(name, func(t *testing.T) {
			c := test.NewTempWindow(t, o.(fyne.CanvasObject)).Canvas()
			var got []fyne.KeyName
			c.SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, e.Name) })
			o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			o.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			over := widget.NewModalPopUp(NewText("message"), c)
			over.Show()
			o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			over.Hide()
			if len(got) == 0 || got[0] != fyne.KeyEscape {
				t.Fatalf("the window got %v", got)
			}
			for _, key := range got[1:] {
				if key == fyne.KeyEscape {
					t.Error("Escape reaches what lies under a message")
				}
				if key == fyne.KeySpace && name != "tabs" && name != "list" {
					t.Error("a key that was used goes on to the window")
				}
			}
		})
	}
}
