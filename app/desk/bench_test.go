package desk

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/data"
	work "travaux/data/desk"
)

// longDraft has 100 articles of six provisions each, and their headings.
func longDraft() string {
	var b strings.Builder
	b.WriteString("Draft Convention on Lanterns\n\n")
	for i := 1; i <= 100; i++ {
		fmt.Fprintf(&b, "Article %d\nDuties of keepers\n\n", i)
		for k := 1; k <= 6; k++ {
			fmt.Fprintf(&b, "%d. Every State Party [shall][should] ensure that lanterns of the kind described in article %d be lit at dusk and put out at dawn, whatever the weather.\n\n", k, i)
		}
	}
	return b.String()
}

// BenchmarkOpenLongText measures what opening 700 provisions costs: fetch off the
// window's goroutine, set on it, and a step of the selection.
func BenchmarkOpenLongText(b *testing.B) {
	s := &stage{t: b, desk: newDesk(b)}
	_, err := s.desk.Import(ctx, work.Issue{Symbol: "L/1"}, data.NoProgress{}, version(data.English, longDraft()))
	must(b, err)
	s.open("en")
	txt, err := s.desk.Current()
	must(b, err)
	b.Run("fetch", func(b *testing.B) {
		for b.Loop() {
			pageOf(gather(s.desk, txt, s.reader.looking(), s.room.Loc, s.reader.memory, time.Now()))
			rowsOf(s.desk, readWhole(txt, data.English), time.Now())
		}
	})
	b.Run("set", func(b *testing.B) {
		next := pageOf(gather(s.desk, txt, s.reader.looking(), s.room.Loc, s.reader.memory, time.Now()))
		for b.Loop() {
			s.reader.page = page{}
			s.reader.set(next)
			s.outline.show()
		}
	})
	b.Run("select", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s.room.Selection.Select(txt.Provisions[i*37%len(txt.Provisions)].ID)
		}
	})
	b.Run("scroll", func(b *testing.B) {
		for b.Loop() {
			s.reader.document.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -60}})
		}
	})
}
