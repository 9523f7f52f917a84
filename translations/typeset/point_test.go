package typeset

import (
	"math"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) < .01 }

// TestCaretInLigature shares the width of a ligature out between its letters, in
// both directions.
func TestCaretInLigature(t *testing.T) {
	for _, c := range []struct {
		name, text string
		carets     [3]float64 // before each letter and at the end, in halves
	}{
		{"left to right", "ff", [3]float64{0, 1, 2}},
		{"right to left", "\u202Eff", [3]float64{2, 1, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := sample("en", c.text, 0, Start)
			p.Spans[0].Style.Family = Sans
			p.Direction = LeftToRight
			l := New().Set(p)
			first := len(l.Levels) - 2
			if run := l.Lines[0].Runs[len(l.Lines[0].Runs)-1]; run.Glyphs[0].Runes != 2 {
				t.Fatalf("ff is no ligature: %v", run.Glyphs)
			}
			half := l.Lines[0].Width / 2
			for i, want := range c.carets {
				if got := l.Caret(first + i).X; !near(got, want*half) {
					t.Errorf("caret %d at %g, want %g", i, got, want*half)
				}
				if got := l.Hit(want*half, 5); got != first+i && l.Levels[0] == l.Levels[first] {
					t.Errorf("hit at %g is %d, want %d", want*half, got, first+i)
				}
			}
			if r := l.Select(first+1, first+2); len(r) != 1 || !near(r[0].X, min(c.carets[1], c.carets[2])*half) || !near(r[0].Width, half) {
				t.Errorf("the second letter is %v", r)
			}
		})
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
