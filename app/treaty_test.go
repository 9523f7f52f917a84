package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/search"
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

// TestAFoundPaperOrTemplateOpensThePapers at that one, not at the first.
func TestAFoundPaperOrTemplateOpensThePapers(t *testing.T) {
	p := openedSample(t, data.English)
	desk, ctx := p.shell.room.Desk, t.Context()
	record := func(name string) (paper, template data.ID) {
		x, err := desk.Papers().Set(ctx, data.Paper{Name: name, Order: data.PaperOrder{Kind: "position"}, Draft: 1, Langs: []data.Lang{data.English}})
		if err != nil {
			t.Fatal(err)
		}
		y, err := desk.Templates().Set(ctx, data.Template{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		return x.ID, y.ID
	}
	paper, template := record("Sought")
	record("Another")
	for _, it := range []search.Item{{Kind: "paper", Entity: paper}, {Kind: "template", Entity: template}} {
		t.Run(it.Kind, func(t *testing.T) {
			p.shell.openWritten(it, [2]int{})
			sought := false
			visit(root(p), nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
				switch x := o.(type) {
				case *look.Text:
					sought = sought || x.Scale == theme.SizeNameSubHeadingText && strings.Contains(x.Text, "Sought")
				case *textview.Field:
					sought = sought || x.Text() == "Sought"
				}
			})
			if !sought {
				t.Error("it is not what is shown")
			}
			pressing(p, fyne.KeyEscape)
		})
	}
}
