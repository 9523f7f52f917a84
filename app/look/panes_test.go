package look

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// newPanes are three panes with a button in each, in a window.
func newPanes(t *testing.T, lang string, percent int, width float32) (*Panes, [3]*Button, fyne.Window) {
	t.Helper()
	theme := *dress(t, lang, lang == "ar")
	theme.SetPercent(percent)
	Apply(&theme)
	var buttons [3]*Button
	var panes [3]fyne.CanvasObject
	for i := range panes {
		buttons[i] = NewButton(fmt.Sprint("pane ", i), nil)
		panes[i] = Column(buttons[i])
	}
	p := NewPanes(panes[0], panes[1], panes[2], 0.22, 0.66, [3]string{"Outline", "Text", "Side"})
	w := test.NewTempWindow(t, Loose(p))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 600))
	return p, buttons, w
}

func TestPanesThatDoNotFitAreReachedAllTheSame(t *testing.T) {
	for _, c := range []struct {
		percent int
		width   float32
		fit     int
	}{{100, 1366, 3}, {150, 1366, 3}, {200, 1366, 2}, {250, 1366, 1}, {100, 800, 2}, {100, 600, 1}, {80, 800, 3}} {
		for _, lang := range []string{"en", "ar"} {
			t.Run(fmt.Sprint(c.percent, " in ", c.width, " ", lang), func(t *testing.T) {
				p, buttons, w := newPanes(t, lang, c.percent, c.width)
				shown := 0
				for _, o := range p.panes {
					if o.Visible() {
						shown++
					}
				}
				if shown != c.fit || p.head.Visible() != (c.fit < 3) {
					t.Errorf("%d panes are shown, want %d; the buttons: %v", shown, c.fit, p.head.Visible())
				}
				for i, b := range buttons {
					Focus(w.Canvas(), b)
					if !p.panes[i].Visible() || w.Canvas().Focused() != fyne.Focusable(b) {
						t.Errorf("pane %d does not come into view with the keyboard", i)
					}
					if at := p.panes[i].Size(); at.Width < 150 {
						t.Errorf("pane %d is %v wide", i, at.Width)
					}
				}
				test.Tap(p.buttons[paneText])
				if !p.panes[paneText].Visible() {
					t.Error("its button does not show the text")
				}
			})
		}
	}
}

func TestPanesReturnWhenThereIsRoom(t *testing.T) {
	p, _, w := newPanes(t, "en", 100, 600)
	w.Resize(fyne.NewSize(1366, 600))
	for i, o := range p.panes {
		if !o.Visible() || o.Size().Width < 150 {
			t.Errorf("pane %d: visible %v, %v wide", i, o.Visible(), o.Size().Width)
		}
	}
	if p.head.Visible() {
		t.Error("buttons for panes that are all seen")
	}
}

func TestDividersMoveByKeys(t *testing.T) {
	for lang, key := range map[string]fyne.KeyName{"en": fyne.KeyRight, "ar": fyne.KeyLeft} {
		p, _, w := newPanes(t, lang, 100, 1366)
		before := p.panes[paneOutline].Size().Width
		w.Canvas().Focus(p.Outer.divider)
		p.Outer.divider.TypedKey(&fyne.KeyEvent{Name: key})
		if after := p.panes[paneOutline].Size().Width; after <= before {
			t.Errorf("%s: %v wide before, %v after", lang, before, after)
		}
	}
}

func TestTextSteps(t *testing.T) {
	for _, c := range []struct{ from, by, want int }{{100, 1, 110}, {100, -1, 90}, {250, 1, 250}, {80, -1, 80}, {138, 1, 150}, {138, -1, 110}, {100, 3, 150}} {
		theme := NewTheme("en", false)
		theme.SetPercent(c.from)
		if got := theme.Step(c.by); got != c.want {
			t.Errorf("%d steps from %d: %d, want %d", c.by, c.from, got, c.want)
		}
	}
	theme := NewTheme("en", false)
	theme.SetPercent(1000)
	if theme.Percent() != 250 {
		t.Errorf("1000 per cent is %d", theme.Percent())
	}
	for _, percent := range Percents {
		theme.SetPercent(percent)
		if size := theme.DocumentSize(); size != float32(int(size)) || theme.Percent() != percent {
			t.Errorf("%d per cent: treaty text of %v pixels, called %d", percent, size, theme.Percent())
		}
	}
}

func TestTheKeyboardBringsWhatItReachesIntoView(t *testing.T) {
	dress(t, "en", false)
	last := NewButton("last", nil)
	column := Column()
	for range 40 {
		column.Add(NewButton("one of many", nil))
	}
	column.Add(last)
	s := NewScroller(column)
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(300, 200))
	w.Canvas().Focus(last)
	if end := last.Position().Y + last.Size().Height; end > s.all.Offset.Y+s.all.Size().Height {
		t.Errorf("the button ends at %v, %v to %v is seen", end, s.all.Offset.Y, s.all.Offset.Y+s.all.Size().Height)
	}
	w.Canvas().Focus(column.Objects[0].(*Button))
	if s.all.Offset.Y != 0 {
		t.Errorf("the first button is at %v", -s.all.Offset.Y)
	}
}

func TestPanesMakeRoomForATextThatGrows(t *testing.T) {
	p, buttons, _ := newPanes(t, "en", 100, 1366)
	for _, c := range []struct {
		words string
		fit   int
	}{{strings.Repeat("column ", 20), 2}, {"column", 3}} {
		buttons[paneText].SetWords(c.words)
		p.Refresh()
		if p.fit != c.fit {
			t.Errorf("%d panes are shown beside a text of %v, want %d", p.fit, p.panes[paneText].MinSize().Width, c.fit)
		}
		for i, o := range p.panes {
			if o.Visible() && o.Size().Width < o.MinSize().Width {
				t.Errorf("pane %d is %v wide and needs %v", i, o.Size().Width, o.MinSize().Width)
			}
		}
	}
}
