package matrix

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// mostStep is how long one step of scrolling may take: a frame at 60 per second.
const mostStep = 16 * time.Millisecond

// BenchmarkScrollStep scrolls 193 States by 60 provisions through a window of a
// large laptop, a line or a column at a time.
func BenchmarkScrollStep(b *testing.B) {
	for _, lang := range []string{"en", "ar", "zh"} {
		b.Run(lang, func(b *testing.B) {
			g := shownGrid(b, lang, crowd(193, 60), 1366, 700)
			g.paint(1366, 700)
			n := 0
			for b.Loop() {
				n++
				by := fyne.NewDelta(-3, -7)
				if n/400%2 == 1 {
					by = fyne.NewDelta(3, 7)
				}
				g.Scrolled(&fyne.ScrollEvent{Scrolled: by})
				g.paint(1366, 700)
			}
			held(b, mostStep)
		})
	}
}

// held fails a benchmark that took longer per turn than was promised.
func held(b *testing.B, most time.Duration) {
	b.Helper()
	if took := b.Elapsed() / time.Duration(b.N); took > most {
		b.Errorf("%v, and %v were promised", took, most)
	}
}
