package desk

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"travaux/data"
	"travaux/data/sample/crowd"
)

// pace measures single operations. The machine is shared: the fastest one says
// what the program can do, the mean what others left of the machine.
type pace struct{ best time.Duration }

func (p *pace) op(do func()) {
	start := time.Now()
	do()
	if took := time.Since(start); p.best == 0 || took < p.best {
		p.best = took
	}
}

// promised fails a benchmark whose fastest operation takes more than twice what
// is promised.
func (p *pace) promised(b *testing.B, promise time.Duration) {
	b.Helper()
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(ms(p.best), "ms-best/op")
	b.ReportMetric(ms(promise), "ms-promised/op")
	if p.best > 2*promise {
		b.Errorf("takes %v at best, not %v", p.best, promise)
	}
}

// painter paints the pictures of the text that have changed, as the window does
// at its next frame.
type painter struct{}

// paint paints all pictures of an object that were not painted before.
func (p *painter) paint(o fyne.CanvasObject) {
	each(o, func(o fyne.CanvasObject) {
		if r, ok := o.(*canvas.Raster); ok && r.Visible() && r.Generator != nil {
			r.Generator(int(r.Size().Width), int(r.Size().Height))
		}
	})
}

// newCrowd is a stage with the largest negotiation that is promised.
func newCrowd(b *testing.B) *stage {
	b.Helper()
	s := &stage{t: b, desk: newDesk(b)}
	must(b, crowd.Fill(ctx, s.desk, crowd.Full))
	s.open("en")
	return s
}

// BenchmarkCrowd measures the reader with 600 provisions, 2,000 proposals and
// 20,000 comments: the fetch off the window's goroutine, an article from its
// selection to its pixels, and an act until it is seen.
func BenchmarkCrowd(b *testing.B) {
	s := newCrowd(b)
	txt, err := s.desk.Current()
	must(b, err)
	var articles []data.ID
	for _, p := range txt.Provisions {
		if p.Kind == data.KindArticle {
			articles = append(articles, p.ID)
		}
	}
	for _, list := range s.desk.AllProposals() {
		for _, p := range list {
			s.viewing.ticked[p.ID] = true
		}
	}
	var paints painter
	s.room.Selection.Silence() // the other panes have figures of their own
	s.room.Selection.Listen(s.reader.selected)
	for _, view := range Views {
		b.Run("fetch first/"+view.ID(), func(b *testing.B) {
			at := looking{columns: []Column{{Lang: data.English, View: view}}, ticked: s.viewing.Chosen(), extras: Strength | References | Terms}
			for b.Loop() {
				pageOf(gather(s.desk, txt, at, s.room.Loc, newMemory(&wholes{}), time.Now()))
			}
		})
		b.Run("fetch again/"+view.ID(), func(b *testing.B) {
			at := looking{columns: []Column{{Lang: data.English, View: view}}, ticked: s.viewing.Chosen(), extras: Strength | References | Terms}
			m := newMemory(&wholes{})
			pageOf(gather(s.desk, txt, at, s.room.Loc, m, time.Now()))
			for b.Loop() {
				pageOf(gather(s.desk, txt, at, s.room.Loc, m, time.Now()))
			}
		})
		b.Run("select/"+view.ID(), func(b *testing.B) {
			s.viewing.Look(view)
			var p pace
			for i := 0; b.Loop(); i++ {
				p.op(func() {
					s.room.Selection.Select(articles[i*37%len(articles)])
					paints.paint(s.reader.object)
				})
			}
			p.promised(b, 50*time.Millisecond)
		})
	}
	s.viewing.Look(WithChosen)
	b.Run("select in three columns", func(b *testing.B) {
		s.viewing.SetColumns(Column{Lang: data.English, View: WithChosen}, Column{Lang: data.Arabic}, Column{Lang: data.Chinese})
		var p pace
		for i := 0; b.Loop(); i++ {
			p.op(func() {
				s.room.Selection.Select(articles[i*37%len(articles)])
				paints.paint(s.reader.object)
			})
		}
		p.promised(b, 50*time.Millisecond)
	})
	s.viewing.SetColumns(Column{Lang: data.English, View: WithChosen})
	b.Run("act", func(b *testing.B) { // the act itself, which waits for the disk, is not measured
		var p pace
		for i := 0; b.Loop(); i++ {
			b.StopTimer()
			id := articles[i*37%len(articles)]
			s.room.Selection.Select(id)
			_, err := s.desk.Comment(context.Background(), id, data.Anchor{}, "Seen.")
			must(b, err)
			b.StartTimer()
			p.op(func() {
				s.reader.Refresh()
				paints.paint(s.reader.object)
			})
		}
		p.promised(b, 100*time.Millisecond)
	})
}

// BenchmarkDraft measures a key in the editor in the text, with its redline, on a
// paragraph of 4 KB.
func BenchmarkDraft(b *testing.B) {
	for lang, sentence := range map[data.Lang]string{
		data.English: "Each Party shall protect the data held by its ports in accordance with article 13, paragraph 2. ",
		data.Arabic:  "يسعى كل طرف إلى حماية البيانات المحفوظة في موانئه على النحو المبين في الفقرة 2 من المادة 13. ",
		data.Chinese: "各缔约方应当保护其港口依照第十三条第二款保存的数据。",
	} {
		b.Run(string(lang), func(b *testing.B) {
			base := ""
			for len([]rune(base)) < 4000 {
				base += sentence
			}
			s := newStage(b, "en")
			v := s.reader
			v.choose(s.at("ch1/art2/2").ID.String())
			v.draft(&drafting{provision: s.at("ch1/art2/2").ID, lang: lang, base: base})
			v.drafting.editor.SetText(base)
			v.drafting.editor.Select(2000, 2000)
			var paints painter
			n := 0
			var p pace
			for b.Loop() {
				p.op(func() {
					v.drafting.editor.TypedRune('x')
					paints.paint(v.drafting.object)
				})
				if n++; n%40 == 0 {
					b.StopTimer()
					v.drafting.editor.SetText(base)
					v.drafting.editor.Select(2000, 2000)
					b.StartTimer()
				}
			}
			p.promised(b, 16*time.Millisecond)
		})
	}
}
