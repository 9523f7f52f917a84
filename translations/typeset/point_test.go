package typeset

import (
	"math"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) < .01 }

// TestCaretInLigature shares the width of lam-alef out between its letters.
func TestCaretInLigature(t *testing.T) {
	l := New().Set(sample("ar", "لا", 0, Start))
	if n := len(l.Lines[0].Runs[0].Glyphs); n != 1 {
		t.Skipf("the font sets lam-alef as %d glyphs", n)
	}
	w := l.Lines[0].Width
	for offset, want := range []float64{w, w / 2, 0} {
		if got := l.Caret(offset).X; !near(got, want) {
			t.Errorf("caret %d at %g, want %g", offset, got, want)
		}
		if got := l.Hit(want, 5); got != offset {
			t.Errorf("hit at %g is %d, want %d", want, got, offset)
		}
	}
	if r := l.Select(1, 2); len(r) != 1 || !near(r[0].X, 0) || !near(r[0].Width, w/2) {
		t.Errorf("the alef is %v", r)
	}
}

// TestMixedSelection selects across a change of direction: two areas.
func TestMixedSelection(t *testing.T) {
	l := New().Set(sample("en", "abc ابج def", 0, Start))
	rects := l.Select(2, 6)
	if len(rects) != 2 {
		t.Fatalf("%d areas, want 2: %v", len(rects), rects)
	}
	c, arabic := l.Caret(2).X, l.Lines[0].Runs[1]
	if !near(rects[0].X, c) || !near(rects[0].X+rects[0].Width, arabic.X) {
		t.Errorf("the Latin part is %v", rects[0])
	}
	if right := arabic.X + arabic.Width; !near(rects[1].X+rects[1].Width, right) || rects[1].X <= arabic.X {
		t.Errorf("the Arabic part is %v, its run %g to %g", rects[1], arabic.X, right)
	}
	if all := l.Select(0, 11); len(all) != 1 || !near(all[0].Width, l.Lines[0].Width) {
		t.Errorf("the whole line is %v", all)
	}
}

func TestHitEveryOffset(t *testing.T) {
	e := New()
	for _, lang := range languages {
		l := e.Set(sample(lang, samples[lang], 0, Start))
		visited := 0
		for offset := range l.Levels {
			if !l.shaped.edges[offset] {
				continue
			}
			// where directions meet two offsets share an edge
			caret := l.Caret(offset)
			hit := l.Hit(caret.X, caret.Y+1)
			if again := l.Caret(hit); !near(again.X, caret.X) && l.Levels[offset] == l.Levels[max(offset-1, 0)] {
				t.Errorf("%s: offset %d stands at %g, hit gives %d at %g", lang, offset, caret.X, hit, again.X)
			}
			visited++
		}
		if visited < 100 {
			t.Errorf("%s: only %d offsets", lang, visited)
		}
	}
}

func TestHitOutside(t *testing.T) {
	text := "one two three four five six seven"
	l := New().Set(sample("en", text, 120, Start))
	if len(l.Lines) < 3 {
		t.Fatal("too few lines")
	}
	last := len(l.Lines) - 1
	for _, c := range []struct {
		name string
		x, y float64
		want int
	}{
		{"above and before", -50, -50, 0},
		{"after the first line", 500, 1, l.Lines[0].End - 1},
		{"before the second line", -50, l.Lines[1].Top + 1, l.Lines[1].Start},
		{"below", 500, 5000, len(text)},
		{"before the last line", -5, l.Lines[last].Top + 1, l.Lines[last].Start},
	} {
		if got := l.Hit(c.x, c.y); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	for offset := range len(text) + 1 {
		line := l.Lines[l.LineOf(offset)]
		if offset < line.Start || offset > line.End {
			t.Errorf("offset %d is not on its line", offset)
		}
	}
}
