package look_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/look"
)

func TestListStep(t *testing.T) {
	for name, c := range map[string]struct {
		key              fyne.KeyName
		at, length, want int
		moves            bool
	}{
		"down":             {fyne.KeyDown, 2, 9, 3, true},
		"down at the end":  {fyne.KeyDown, 8, 9, 8, true},
		"up at the start":  {fyne.KeyUp, 0, 9, 0, true},
		"from none":        {fyne.KeyDown, -1, 9, 0, true},
		"page down":        {fyne.KeyPageDown, 2, 9, 6, true},
		"page up past all": {fyne.KeyPageUp, 2, 9, 0, true},
		"end":              {fyne.KeyEnd, 2, 9, 8, true},
		"home":             {fyne.KeyHome, 2, 9, 0, true},
		"an empty list":    {fyne.KeyDown, -1, 0, -1, true},
		"another key":      {fyne.KeySpace, 2, 9, 2, false},
	} {
		touched := false
		before := look.OnTouch
		look.OnTouch = func() { touched = true }
		to, moves := look.ListStep(c.key, c.at, 4, c.length)
		look.OnTouch = before
		if to != c.want || moves != c.moves || !touched {
			t.Errorf("%s: to %d, moves %v, touched %v", name, to, moves, touched)
		}
	}
}
