package pdf

import (
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"travaux/data"
)

// BenchmarkWrite measures whole papers in this process: document model to
// bytes, everything but the first parsing of the fonts.
func BenchmarkWrite(b *testing.B) {
	for _, lang := range []data.Lang{data.Arabic, data.Chinese, data.English} {
		for _, least := range []int{10, 20, 200} {
			doc, pages := ofPages(b, lang, least)
			b.Run(fmt.Sprintf("%s/%d", lang, least), func(b *testing.B) {
				b.ReportAllocs()
				size := 0
				for b.Loop() {
					out, err := Write(context.Background(), doc, Options{})
					if err != nil {
						b.Fatal(err)
					}
					size = len(out)
				}
				b.ReportMetric(float64(pages), "pages")
				b.ReportMetric(float64(size)/1000, "kB")
			})
		}
	}
}

// TestTwentyPagesAreFast holds the promise of 400 ms after the first paper,
// with room for a busy machine.
func TestTwentyPagesAreFast(t *testing.T) {
	const limit = 400 * time.Millisecond
	for _, lang := range []data.Lang{data.Arabic, data.Chinese, data.English} {
		doc, pages := ofPages(t, lang, 20)
		best := time.Hour
		for range 5 {
			start := time.Now()
			written(t, doc, Options{})
			best = min(best, time.Since(start))
		}
		t.Logf("%s: %d pages in %v", lang, pages, best)
		if best > limit && !raceDetector {
			t.Errorf("%s: %d pages took %v", lang, pages, best)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Logf("%d MB of heap taken from the system", m.HeapSys>>20)
}
