package intake

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/app/page/roomtest"
	"travaux/app/room"
	"travaux/data"
)

func roomSelection(lang data.Lang) *room.Selection { return room.NewSelection(lang) }

// each visits an object and all that is drawn within it.
func each(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			each(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			each(child, visit)
		}
	}
}

// waitFor waits for what another goroutine does.
func waitFor(t *testing.T, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Second); !done(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it did not happen")
		}
	}
}

func tapWords(t *testing.T, b *roomtest.Bench, words string) {
	t.Helper()
	found := false
	each(b.Window.Content(), func(o fyne.CanvasObject) {
		if button, ok := o.(*look.Button); ok && button.Words() == words && !found {
			found = true
			test.Tap(button)
		}
	})
	if !found {
		t.Fatalf("no button %q", words)
	}
}

func textsOf(o fyne.CanvasObject) []string {
	var all []string
	each(o, func(o fyne.CanvasObject) {
		if t, ok := o.(*look.Text); ok {
			all = append(all, t.Text)
		}
	})
	return all
}
