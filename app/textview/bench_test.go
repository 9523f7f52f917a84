package textview

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data/redline"
	"travaux/translations/typeset"
)

// What is promised, in milliseconds.
const (
	mostConvention = 300 // a whole convention, in the background, two workers
	mostFrame      = 16  // layout in a frame: a step of scrolling, a key
	mostArticle    = 50  // any article on the screen, nothing being laid out before
)

// BenchmarkLayoutConvention lays out a whole convention with two workers, and
// takes the results over. Others use the machine too: the best time counts.
func BenchmarkLayoutConvention(b *testing.B) {
	conventions(b, func(b *testing.B, lang string, blocks []Block) {
		dress(b, lang)
		best, first := math.Inf(1), 0.0
		for b.Loop() {
			b.StopTimer()
			posts := make(chan func(), len(blocks))
			d := NewDocument()
			d.sizes, d.theme = newMeasures(800, true, false, 1), look.Current()
			d.take(blocks)
			d.set = make([]*setBlock, len(blocks))
			d.flow.column = newColumn(make([]float64, len(blocks)))
			LayOutAhead(&Background{Workers: 2, Go: func(work func()) { go work() }, Post: func(take func()) { posts <- take }})
			runtime.GC()
			b.StartTimer()
			start := time.Now()
			d.flow.lookAhead()
			for job := d.flow.job; d.flow.job == job; {
				(<-posts)()
			}
			took := time.Since(start).Seconds() * 1000
			if best = min(best, took); first == 0 {
				first = took
			}
			d.flow.stop()
		}
		LayOutAhead(nil)
		b.ReportMetric(first, "first-ms") // no word was shaped before
		b.ReportMetric(best, "best-ms")
		if best > mostConvention {
			b.Errorf("%.0f ms, at most %d", best, mostConvention)
		}
	})
}

// scrolls are the steps in which a text is scrolled through, in pixels.
var scrolls = []float64{60, 150, 400}

// forget lets a Document be as at its first day: nothing laid out, and an engine
// that has seen no word before.
func forget(d *Document) {
	d.flow.engine = typeset.New().Set
	d.flow.offset = 0
	for _, m := range d.flow.members {
		m.theme = nil
	}
	d.flow.ready()
}

// slowest scrolls through a whole text of which nothing is laid out, and tells for
// every step how long its layout took, in milliseconds.
func slowest(d *Document, step float64) []float64 {
	forget(d)
	d.flow.arrange()
	var took []float64
	for d.flow.offset+d.view() < d.flow.column.total()-1 {
		start := time.Now()
		d.flow.scrollBy(step)
		took = append(took, time.Since(start).Seconds()*1000)
	}
	return took
}

// BenchmarkScrollMax scrolls through whole conventions without any layout ahead
// and reports the slowest step. Others use the machine too: every text is scrolled
// through several times, and each step counts as fast as it ever was.
func BenchmarkScrollMax(b *testing.B) {
	conventions(b, func(b *testing.B, lang string, blocks []Block) {
		for _, step := range scrolls {
			b.Run(fmt.Sprint(step), func(b *testing.B) {
				d := show(b, lang, blocks, 800, 860)
				scrollMax(b, d, step)
			})
		}
	})
}

// BenchmarkScrollMaxColumns does the same with six columns, in three languages.
func BenchmarkScrollMaxColumns(b *testing.B) {
	var columns [][]Block
	for i := range 6 {
		columns = append(columns, convention([]string{"en", "ar", "zh"}[i%3], conventionSize/2))
	}
	c := sideBySide(b, "en", 1800, 860, columns...)
	scrollMax(b, c.Document(0), 400)
}

func scrollMax(b *testing.B, d *Document, step float64) {
	var best []float64
	for b.Loop() {
		for range 5 {
			for i, ms := range slowest(d, step) {
				if i < len(best) {
					best[i] = min(best[i], ms)
				} else {
					best = append(best, ms)
				}
			}
		}
	}
	most := slices.Max(best)
	b.ReportMetric(most, "max-ms")
	if most > mostFrame {
		b.Errorf("a step of %.0f pixels takes %.1f ms, at most %d", step, most, mostFrame)
	}
}

// BenchmarkArticleOnScreen goes to articles all over a text of which nothing is
// laid out, and paints what is then in view.
func BenchmarkArticleOnScreen(b *testing.B) {
	conventions(b, func(b *testing.B, lang string, blocks []Block) {
		d := show(b, lang, blocks, 800, 860)
		most := 0.0
		for i := 0; b.Loop(); i++ {
			best := math.Inf(1)
			for range 3 { // others use the machine too
				forget(d)
				start := time.Now()
				d.ScrollTo(blocks[i*37%len(blocks)].ID)
				paintAll(d)
				best = min(best, time.Since(start).Seconds()*1000)
			}
			most = max(most, best)
		}
		b.ReportMetric(most, "max-ms")
		if most > mostArticle {
			b.Errorf("an article takes %.1f ms, at most %d", most, mostArticle)
		}
	})
}

// BenchmarkUpdateOne shows a new state of one provision of a whole convention.
func BenchmarkUpdateOne(b *testing.B) {
	blocks := convention("en", conventionSize)
	d := show(b, "en", blocks, 800, 860)
	for i := 0; b.Loop(); i++ {
		fresh := append([]Block(nil), blocks...)
		fresh[5].Comments = i
		d.UpdateBlocks(fresh)
	}
}

// BenchmarkTextSize changes the size of the text: what is in view is there at
// once, the rest follows in the background.
func BenchmarkTextSize(b *testing.B) {
	d := show(b, "en", convention("en", conventionSize), 800, 860)
	d.ScrollTo("p400")
	for i := 0; b.Loop(); i++ {
		other := *look.Current()
		other.SetPercent([]int{100, 150}[i%2])
		fyne.CurrentApp().Settings().SetTheme(&other)
		d.Refresh()
	}
}

// BenchmarkKeystrokeInPlace types into a paragraph of a convention, about 4 kB,
// with its redline above the editor made anew at every key.
func BenchmarkKeystrokeInPlace(b *testing.B) {
	for _, lang := range []string{"en", "ar", "zh"} {
		b.Run(lang, func(b *testing.B) {
			blocks := convention(lang, conventionSize)
			i := 40
			for blocks[i].Kind != Paragraph {
				i++
			}
			for len(blocks[i].Text) < 4096 {
				blocks[i].Text += " " + blocks[i+1].Text
			}
			blocks[i].Marks = nil
			d := show(b, lang, blocks, 800, 860)
			d.ScrollTo(blocks[i].ID)
			e := editIn(b, d, blocks[i].ID, false)
			e.Select(200, 200)
			e.OnChanged = func(text string) {
				fresh := blocks[i]
				fresh.Text, fresh.Marks = Spans(redline.Words(blocks[i].Text, text))
				d.SetBlock(fresh)
			}
			var took []float64
			for b.Loop() {
				least := math.Inf(1)
				for range 3 { // others use the machine too
					start := time.Now()
					e.TypedRune('x')
					least = min(least, time.Since(start).Seconds()*1000)
				}
				took = append(took, least)
				if len(took)%20 == 0 {
					e.SetText(blocks[i].Text)
					e.Select(200, 200)
				}
			}
			most := slices.Max(took)
			b.ReportMetric(most, "max-ms")
			if most > mostFrame {
				b.Errorf("a key takes %.1f ms, at most %d", most, mostFrame)
			}
		})
	}
}

// BenchmarkHover moves the pointer in and out of brackets.
func BenchmarkHover(b *testing.B) {
	d := show(b, "en", convention("en", conventionSize), 800, 860)
	i := 0
	for d.blocks[i].Marks == nil {
		i++
	}
	at := place{i, d.blocks[i].Marks[0].Start + 1}
	for b.Loop() {
		d.hover(at)
		d.hover(nowhere)
	}
}

func BenchmarkKeystroke4KB(b *testing.B) {
	for lang, sentence := range map[string]string{
		"en": "Each Party shall protect the data held by its ports in accordance with article 13 (2). ",
		"ar": "يسعى كل طرف إلى حماية البيانات المحفوظة في موانئه على النحو المبين في HC/2 وفقا للمادة 13 (2). ",
		"zh": "各缔约方应当保护其港口依照HC/2和第十三条第二款保存的数据。",
	} {
		b.Run(lang, func(b *testing.B) {
			e := write(b, lang, "", 700)
			e.Family = typeset.Serif
			n := 4096 / len([]rune(sentence))
			e.SetText(strings.Repeat(sentence, n))
			e.Select(2000, 2000)
			size := e.draw.words.Size()
			for b.Loop() {
				e.TypedRune('x')
				e.paint(int(size.Width), int(size.Height))
				if e.buffer.head > 2100 {
					b.StopTimer()
					e.SetText(strings.Repeat(sentence, n) + " ")
					e.SetText(strings.Repeat(sentence, n))
					e.Select(2000, 2000)
					b.StartTimer()
				}
			}
		})
	}
}

func BenchmarkOpen600(b *testing.B) {
	for _, lang := range []string{"en", "ar", "zh"} {
		b.Run(lang, func(b *testing.B) {
			blocks := long(lang, 600)
			d := show(b, lang, blocks, 800, 860)
			for b.Loop() {
				d.SetBlocks(blocks)
				paintAll(d)
			}
		})
	}
}

func BenchmarkScrollStep(b *testing.B) {
	for _, lang := range []string{"en", "ar", "zh"} {
		b.Run(lang, func(b *testing.B) {
			d := show(b, lang, long(lang, 600), 800, 860)
			painted := map[tile]bool{}
			step := -20.0
			for b.Loop() {
				if d.flow.offset+d.view() >= d.flow.column.total() || d.flow.offset <= 0 {
					step = -step
				}
				d.flow.scrollBy(step)
				for t, r := range d.rows { // a raster is painted once, then only moved
					if !painted[t] {
						d.paint(t, int(r.Size().Width), int(r.Size().Height))
						painted[t] = true
					}
				}
				for t := range painted {
					if d.rows[t] == nil {
						delete(painted, t)
					}
				}
			}
		})
	}
}

func paintAll(d *Document) {
	for t, r := range d.rows {
		d.paint(t, int(r.Size().Width), int(r.Size().Height))
	}
}
