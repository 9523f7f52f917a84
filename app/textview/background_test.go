package textview

import (
	"math"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"weak"

	"fyne.io/fyne/v2"

	"travaux/app/look"
)

// bench is a Background whose work and whose posts are done when the test says.
type bench struct {
	work, posts []func()
}

func (b *bench) background() *Background {
	return &Background{
		Workers: 2,
		Go:      func(work func()) { b.work = append(b.work, work) },
		Post:    func(take func()) { b.posts = append(b.posts, take) },
	}
}

// run does all work that waits, then takes all results, until nothing is left.
func (b *bench) run() (takes int) {
	for len(b.work)+len(b.posts) > 0 {
		work, posts := b.work, b.posts
		b.work, b.posts = nil, nil
		for _, w := range work {
			w()
		}
		for _, p := range posts {
			p()
			takes++
		}
	}
	return takes
}

// inBackground lets Documents lay out ahead until the test ends.
func inBackground(t testing.TB, b *Background) {
	LayOutAhead(b)
	t.Cleanup(func() { LayOutAhead(nil) })
}

func TestBackgroundKnowsAllHeights(t *testing.T) {
	var b bench
	inBackground(t, b.background())
	d := show(t, "en", long("en", 600), 800, 700)
	before, first := d.flow.y(d.flow.rowAt(0)), d.flow.rowAt(0)
	if takes := b.run(); takes < 600/batch {
		t.Errorf("results came in %d parts", takes)
	}
	for i, known := range d.flow.column.known {
		if !known {
			t.Fatalf("the height of block %d is not known", i)
		}
	}
	if d.flow.job != nil || len(b.work) > 0 {
		t.Error("work goes on without need")
	}
	if d.flow.rowAt(0) != first || d.flow.y(first) != before {
		t.Error("the view has moved")
	}
	heights := append([]float64(nil), d.flow.column.heights...)
	LayOutAhead(nil)
	alone := show(t, "en", long("en", 600), 800, 700)
	for i := range heights {
		if got := alone.flow.measure(i); got != heights[i] {
			t.Fatalf("block %d is %.1f high, the background says %.1f", i, got, heights[i])
		}
	}
	for i, s := range d.set {
		if (s != nil) != (i <= spare+20) && (i < spare || i > spare+20) {
			t.Fatalf("layout of block %d is kept: %v", i, s != nil)
		}
	}
}

// What is seen does not move while heights above it become known.
func TestBackgroundLeavesTheViewAlone(t *testing.T) {
	var b bench
	inBackground(t, b.background())
	d := show(t, "ar", long("ar", 600), 800, 700)
	b.work = nil // the first job is slow
	d.ScrollTo("p400")
	d.flow.scrollBy(7)
	i := d.flow.rowAt(0)
	y := d.flow.y(i)
	d.flow.stop()
	d.flow.lookAhead()
	for len(b.work)+len(b.posts) > 0 {
		work, posts := b.work, b.posts
		b.work, b.posts = nil, nil
		for _, w := range work {
			w()
		}
		for _, p := range posts {
			p()
			if got := d.flow.rowAt(0); got != i || math.Abs(d.flow.y(got)-y) > 0.01 {
				t.Fatalf("the view begins with %d at %.1f, was %d at %.1f", got, d.flow.y(got), i, y)
			}
			for tl, r := range d.rows {
				if want := math.Round(d.flow.y(tl.block)); tl.part == 0 && math.Abs(float64(r.Position().Y)-want) > 1 {
					t.Fatalf("block %d is painted at %v, lies at %.0f", tl.block, r.Position().Y, want)
				}
			}
		}
	}
}

// Scrolling lays out nothing that was near the view.
func TestBackgroundIsAhead(t *testing.T) {
	var b bench
	inBackground(t, b.background())
	d := show(t, "zh", long("zh", 600), 800, 700)
	b.run()
	for range 400 {
		first, last := d.flow.inView()
		for i := max(first-3, 0); i <= min(last+3, len(d.set)-1); i++ {
			if d.set[i] == nil {
				t.Fatalf("block %d has no layout, in view are %d to %d", i, first, last)
			}
		}
		d.flow.scrollBy(250)
		b.run()
	}
}

func TestChangesEndTheJob(t *testing.T) {
	for name, change := range map[string]func(d *Document){
		"other text":     func(d *Document) { d.SetBlocks(long("en", 300)) },
		"an update":      func(d *Document) { blocks := long("en", 500); blocks[3].Text = "Other words."; d.UpdateBlocks(blocks) },
		"another width":  func(d *Document) { d.Resize(fyne.NewSize(500, 700)) },
		"another theme":  func(d *Document) { other := *look.Current(); other.TextSize = 20; look.Apply(&other); d.Refresh() },
		"the window end": func(d *Document) { d.draw.Destroy() },
	} {
		t.Run(name, func(t *testing.T) {
			var b bench
			inBackground(t, b.background())
			d := show(t, "en", long("en", 500), 800, 700)
			old := d.flow.job
			stale := b.work
			b.work = nil
			change(d)
			if !old.over() {
				t.Fatal("the job goes on")
			}
			n := len(b.posts)
			for _, w := range stale {
				w()
			}
			if len(b.posts) != n {
				t.Error("a job that is over hands something in")
			}
			b.run()
			LayOutAhead(nil)
			for i := range d.blocks {
				s := d.sizes.set(look.Set, &d.blocks[i])
				if d.flow.column.known[i] && d.flow.column.heights[i] != s.height {
					t.Fatalf("block %d is %.1f high, known as %.1f", i, s.height, d.flow.column.heights[i])
				}
			}
		})
	}
}

// A result that comes after its job is over changes nothing.
func TestLateResultsAreDropped(t *testing.T) {
	var b bench
	inBackground(t, b.background())
	d := show(t, "en", long("en", 500), 800, 700)
	for _, w := range b.work {
		w()
	}
	late := b.posts
	b.work, b.posts = nil, nil
	d.SetBlocks(long("zh", 500))
	for _, p := range late {
		p()
	}
	for i, s := range d.set {
		if s != nil && s.block.Text != d.blocks[i].Text {
			t.Fatalf("block %d shows %q", i, s.block.Text)
		}
	}
}

// No work is done for a text that nobody holds any more.
func TestBackgroundDoesNotKeepATextAlive(t *testing.T) {
	var b bench
	inBackground(t, b.background())
	dress(t, "en")
	gone := func() weak.Pointer[flow] {
		d := NewDocument() // never shown: Fyne keeps what it has drawn for a minute
		d.take(long("en", 300))
		d.flow.forget()
		d.flow.lookAhead()
		return weak.Make(d.flow)
	}()
	if len(b.work) == 0 {
		t.Fatal("no job was begun")
	}
	for range 20 {
		runtime.GC()
	}
	if gone.Value() != nil {
		t.Fatal("the job keeps the text alive")
	}
	for _, w := range b.work {
		w()
	}
	if len(b.posts) > 0 {
		t.Errorf("%d results for a text that is gone", len(b.posts))
	}
}

// With goroutines: what they lay out is taken over on the test's own.
func TestBackgroundInEarnest(t *testing.T) {
	posts := make(chan func(), 1000)
	var workers sync.WaitGroup
	inBackground(t, &Background{
		Workers: 4,
		Go:      func(work func()) { workers.Go(work) },
		Post:    func(take func()) { posts <- take },
	})
	c := sideBySide(t, "en", 1200, 700, longIn("en", 400, 0), longIn("ar", 400, 5), longIn("zh", 400, 7))
	for step := 0; c.flow.job != nil; step++ { // scroll meanwhile
		select {
		case take := <-posts:
			take()
		case <-time.After(time.Minute):
			t.Fatal("the job does not end")
		}
		if step%3 == 0 {
			c.flow.scrollBy(90)
		}
		if step == 10 {
			c.Document(1).Choose("p7")
			c.Document(2).SelectBlock()
		}
	}
	workers.Wait()
	for i, known := range c.flow.column.known {
		if !known {
			t.Fatalf("the height of row %d is not known", i)
		}
	}
	if !strings.Contains(c.Document(0).blocks[1].Text, "Party") {
		t.Error("the text has changed")
	}
}
