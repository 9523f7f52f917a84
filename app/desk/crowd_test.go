package desk

import (
	"context"
	"fmt"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/sample/crowd"
)

// BenchmarkSideOfACrowd measures what a step of the selection costs on the
// window's goroutine in each tab, and what taking stock of the text costs off
// it, with 600 provisions, 2,000 proposals and 20,000 comments.
func BenchmarkSideOfACrowd(b *testing.B) {
	s := &stage{t: b, desk: newDesk(b)}
	must(b, crowd.Fill(ctx, s.desk, crowd.Full))
	s.open("en")
	txt, err := s.desk.Current()
	must(b, err)
	whole := readWhole(txt, data.English)
	b.Run("rows", func(b *testing.B) {
		for b.Loop() {
			rowsOf(s.desk, whole, time.Now())
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			w := readWhole(txt, data.English)
			w.brackets()
			w.terms()
		}
	})
	s.room.Run = func(work func(context.Context, data.Progress) error, then func()) {
		b.StopTimer()
		must(b, work(ctx, data.NoProgress{}))
		b.StartTimer()
		then()
	}
	var later []func() // what waits for its turn
	s.side.pad.post = func(f func()) { later = append(later, f) }
	for tab := range tabTitles {
		b.Run(fmt.Sprint("tab ", tab), func(b *testing.B) {
			s.side.choose(tab)
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				s.room.Selection.Silence()
				s.room.Selection.Select(txt.Provisions[i*37%len(txt.Provisions)].ID)
				b.StartTimer()
				s.side.selected()
				b.StopTimer()
				for len(later) > 0 {
					next := later[0]
					later = later[1:]
					next()
				}
				b.StartTimer()
			}
		})
	}
}
