package look

import (
	"fmt"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// TestEveryWidgetShowsThatItHasTheKeyboard compares pictures with and without it,
// in every appearance: what changes must be seen, so much and so clearly.
func TestEveryWidgetShowsThatItHasTheKeyboard(t *testing.T) {
	makers := map[string]func() fyne.Focusable{
		"plain button":   func() fyne.Focusable { return NewButton("Words", nil) },
		"primary button": func() fyne.Focusable { return NewPrimary("Words", nil) },
		"quiet button":   func() fyne.Focusable { return NewIconButton(IconAdd, "Words", nil) },
		"danger button":  func() fyne.Focusable { return NewButton("Words", nil).Rank(Danger) },
		"check":          func() fyne.Focusable { return NewCheck("Words", false, nil) },
		"ticked check":   func() fyne.Focusable { return NewCheck("Words", true, nil) },
		"select":         func() fyne.Focusable { return NewSelect([]string{"a", "b"}, 0, nil) },
		"tabs": func() fyne.Focusable {
			return NewTabBar(Tab{Words: "One", Content: NewText("1")}, Tab{Words: "Two", Content: NewText("2")})
		},
		"filters":     func() fyne.Focusable { return NewFilters([]Filter{{Words: "One"}, {Words: "Two"}}, nil) },
		"filters, on": func() fyne.Focusable { return NewFilters([]Filter{{Words: "One", On: true}}, nil) },
		"menu bar":    func() fyne.Focusable { return NewMenuBar([]string{"File"}, nil) },
		"scroller":    func() fyne.Focusable { return NewScroller(NewText("Words")) },
		"list": func() fyne.Focusable {
			return NewList(func() int { return 2 }, func() fyne.CanvasObject { return NewText("row") }, func(int, fyne.CanvasObject) {}, nil)
		},
		"divider": func() fyne.Focusable { return NewSplit(NewText("a"), NewText("b"), 0.5).divider },
	}
	for name, make := range makers {
		for _, a := range []Appearance{Light, Dark, HighContrast} {
			t.Run(fmt.Sprint(name, " ", a), func(t *testing.T) {
				theme := *dress(t, "en", false)
				theme.Appearance = a
				Apply(&theme)
				f := make()
				shown := f.(fyne.CanvasObject)
				if d, ok := f.(*divider); ok {
					shown = d.split
				}
				w := test.NewTempWindow(t, Ground(ColourSurface, container.NewPadded(container.NewPadded(container.NewPadded(shown)))))
				w.Resize(fyne.NewSize(220, 90))
				before := w.Canvas().Capture()
				w.Canvas().Focus(f)
				if n := clearlyChanged(before, w.Canvas().Capture()); n < 60 {
					t.Errorf("%d pixels change clearly", n)
				}
			})
		}
	}
}

// clearlyChanged counts the pixels that differ so much that one sees it.
func clearlyChanged(a, b image.Image) (n int) {
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if apart(r1, r2)+apart(g1, g2)+apart(b1, b2) > 0x6000 {
				n++
			}
		}
	}
	return n
}

func apart(a, b uint32) uint32 { return max(a, b) - min(a, b) }
