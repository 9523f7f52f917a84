package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"travaux/data"
)

// TestThePagesOfTheTreatyHaveTheKeyboardAndLeaveByEscape opens each page on the life
// of the treaty: what has the keyboard is on it and seen, and Escape leaves it; from
// the line where instruments are typed it leads to the list first.
func TestThePagesOfTheTreatyHaveTheKeyboardAndLeaveByEscape(t *testing.T) {
	p := openedSample(t, data.English)
	for _, command := range p.shell.treatyCommands() {
		t.Run(command.Title, func(t *testing.T) {
			command.Do()
			if p.shell.uncovered() {
				t.Fatal("no page covers the panes")
			}
			if f := p.window.Canvas().Focused(); f != nil {
				seen := false
				visit(root(p), nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) { seen = seen || o == f.(fyne.CanvasObject) })
				if !seen {
					t.Errorf("%T has the keyboard and is not seen", f)
				}
			}
			for n := 0; n < 2 && !p.shell.uncovered(); n++ {
				pressing(p, fyne.KeyEscape)
			}
			if !p.shell.uncovered() {
				t.Fatal("Escape does not leave the page")
			}
		})
	}
}
