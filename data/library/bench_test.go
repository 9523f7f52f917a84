package library_test

import (
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/library"
)

const (
	nearestMost = 100 * time.Millisecond // the nearest among 50,000 paragraphs
	tried       = 64
)

// BenchmarkNearest50000 asks for sentences altered by 30 per cent of their words
// among 50,000 paragraphs. It fails where the slowest of them took too long.
func BenchmarkNearest50000(b *testing.B) {
	for _, lang := range []data.Lang{data.English, data.Russian, data.Chinese} {
		b.Run(string(lang), func(b *testing.B) {
			texts := crowd(lang, 50000)
			s := shelf(lang, texts)
			r := rand.New(rand.NewPCG(7, 7))
			var asked []string
			for len(asked) < tried {
				if source := sentence(texts[r.IntN(len(texts))], r); source != "" {
					asked = append(asked, altered(lang, source, texts, r))
				}
			}
			measure(b, s, asked)
		})
	}
}

// BenchmarkNearestProvision50000 asks for whole paragraphs of a draft.
func BenchmarkNearestProvision50000(b *testing.B) {
	texts := crowd(data.English, 50000)
	measure(b, shelf(data.English, texts), texts[:tried])
}

func measure(b *testing.B, s *library.Shelf, asked []string) {
	var slowest time.Duration
	n := 0
	for b.Loop() {
		start := time.Now()
		if len(s.Nearest(asked[n%len(asked)], 10)) == 0 {
			b.Fatal("nothing found")
		}
		slowest = max(slowest, time.Since(start))
		n++
	}
	b.ReportMetric(float64(slowest.Microseconds())/1000, "ms-slowest")
	if b.Elapsed()/time.Duration(n) > nearestMost {
		b.Errorf("%v for the nearest wording, not %v", b.Elapsed()/time.Duration(n), nearestMost)
	}
}

// BenchmarkShelf50000 builds a shelf, and tells what it holds in memory beside
// the texts.
func BenchmarkShelf50000(b *testing.B) {
	texts := crowd(data.English, 50000)
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	held := func() float64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc) / (1 << 20)
	}
	before := held()
	var s *library.Shelf
	for b.Loop() {
		s = shelf(data.English, texts)
	}
	b.ReportMetric(held()-before, "MB-index")
	b.ReportMetric(float64(size)/(1<<20), "MB-texts")
	runtime.KeepAlive(s)
}
