package matrix

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/data"
	"travaux/data/states"
	"travaux/data/tally"
	"travaux/translations"
)

// mostShown is how long it may take from the views to the first picture.
const mostShown = 300 * time.Millisecond

// counted counts drawn views, as the desk does.
type counted struct {
	views   map[tally.Question][]data.View
	counter *tally.Counter
}

func (c counted) TallyMatrix(questions []tally.Question, until time.Time) tally.Grid {
	var columns []tally.Column
	for _, q := range questions {
		columns = append(columns, tally.Column{Question: q, Views: c.views[q]})
	}
	return c.counter.Matrix(columns, until)
}

func (c counted) TallySeries(q tally.Question, moments []time.Time) []tally.Point {
	return c.counter.Series(c.views[q], tally.Days(c.views[q]))
}

// drawn are views of Member States and groups on so many questions, drawn with a
// fixed seed over ten days.
func drawn(views, questions int) (counted, []question) {
	register := states.Standard()
	r := rand.New(rand.NewPCG(20000, 60))
	c := counted{map[tally.Question][]data.View{}, tally.With(register)}
	var asked []question
	for i := range questions {
		q := question{of: tally.Question{Provision: data.NewID()}, ours: data.Stances[i%len(data.Stances)]}
		q.Band, q.Label, q.Words = fmt.Sprintf("Art. %d", i/3+1), fmt.Sprint(i%3+1), fmt.Sprintf("article %d, paragraph %d", i/3+1, i%3+1)
		asked = append(asked, q)
	}
	codes, groups := register.Counted(), register.Groups()
	for i := range views {
		v := data.View{ID: data.NewID(), Attitude: data.Attitudes[r.IntN(len(data.Attitudes))], Said: moment(2, 9).Add(time.Duration(i) * 43 * time.Second)}
		v.By.Code = codes[r.IntN(len(codes))]
		if r.IntN(10) == 0 {
			v.By.For = groups[r.IntN(len(groups))].Code
		}
		q := asked[r.IntN(len(asked))].of
		v.Provision = q.Provision
		c.views[q] = append(c.views[q], v)
	}
	return c, asked
}

// BenchmarkFirstShown counts 20,000 views on sixty questions, with who moved since a
// day, and shows all Member States for the first time.
func BenchmarkFirstShown(b *testing.B) {
	c, asked := drawn(20_000, 60)
	g := shownGrid(b, "en", &sheet{}, 1366, 700)
	loc := translations.New("en")
	for b.Loop() {
		c.counter = tally.With(states.Standard())
		f := factsOf(c, asked, states.Standard(), moment(7, 0), data.Date{Year: 2026, Month: 3, Day: 12})
		g.show(sheetOf(f, byRegion, filter{}, loc))
		g.paint(1366, 700)
	}
	held(b, mostShown)
}

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
