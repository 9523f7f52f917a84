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

// TestEndOfWrappedLine tells the end of a line from the beginning of the next.
func TestEndOfWrappedLine(t *testing.T) {
	for _, c := range []struct {
		name, lang, text string
		upstream         bool
	}{
		{"Chinese", "zh", "缔约国应当保护共有水井缔约国应当保护共有水井", true},
		{"spaces", "en", "one two three four five six seven", false},
		{"a soft hyphen", "en", "one in\u00ADter\u00ADna\u00ADtion\u00ADal or\u00ADgan\u00ADi\u00ADza\u00ADtion", true},
		{"a line end", "en", "one two\nthree", false},
		{"a long word", "en", "wwwwwwwwwwwwwwwwwwwwwwww", true},
		{"Arabic", "ar", "تتعهد الدول الأطراف بحماية الآبار المشتركة", false},
		{"an Arabic address", "ar", "ببببببببببببببببببببببببببببببببببببببببببببببب", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := New().Set(sample(c.lang, c.text, 120, Start))
			if len(l.Lines) < 2 {
				t.Fatal("one line only")
			}
			x := 500.0
			if l.RightToLeft {
				x = -500
			}
			first, second := l.Lines[0], l.Lines[1]
			offset, upstream := l.HitLine(x, first.Top+1)
			if upstream != c.upstream || upstream && offset != first.End || !upstream && offset >= first.End {
				t.Fatalf("past the end: %d, %v; the line ends at %d", offset, upstream, first.End)
			}
			caret := l.CaretAt(offset, upstream)
			edge := first.X + first.Width
			if l.RightToLeft {
				edge = first.X
			}
			if !near(caret.X, edge) || !near(caret.Y+first.Ascent, first.Baseline) || l.RowOf(offset, upstream) != 0 {
				t.Errorf("the caret stands at %v, the line ends at %g", caret, edge)
			}
			if caret := l.CaretAt(first.End, false); !near(caret.Y+second.Ascent, second.Baseline) || l.RowOf(first.End, false) != 1 {
				t.Errorf("downstream it stands at %v", caret)
			}
			if l.CaretAt(1, true) != l.Caret(1) || !upstream && l.CaretAt(first.End, true) != l.Caret(first.End) {
				t.Error("upstream moves a caret that has one place only")
			}
			last := len(l.Lines) - 1
			if offset, upstream := l.HitLine(x, l.Height+9); offset != len(l.Levels) || upstream {
				t.Errorf("below: %d, %v", offset, upstream)
			}
			if offset, upstream := l.EndOf(last); offset != len(l.Levels) || upstream {
				t.Errorf("the last line ends at %d, %v", offset, upstream)
			}
			if offset, _ := l.HitLine(-x, second.Top+1); offset != second.Start {
				t.Errorf("before the second line: %d", offset)
			}
		})
	}
}

// Every grapheme lies under the middle of its own area, and nothing beside the
// lines.
func TestUnder(t *testing.T) {
	for _, lang := range []string{"ar", "en", "ru", "zh"} {
		l := New().Set(redline(lang, 160, Start))
		for i := range l.Levels {
			if !l.shaped.edges[i] {
				continue
			}
			for _, r := range l.Select(i, i+1) {
				if got, ok := l.Under(r.X+r.Width/2, r.Y+r.Height/2); !ok || got != i {
					t.Errorf("%s: rune %d is under its middle, not %d (%v)", lang, i, got, ok)
				}
			}
		}
		first := l.Lines[0]
		for name, at := range map[string][2]float64{"left": {first.X - 90, 5}, "right": {first.X + first.Width + 90, 5}, "above": {first.X + 3, -1}, "below": {first.X + 3, l.Height + 1}} {
			if got, ok := l.Under(at[0], at[1]); ok {
				t.Errorf("%s: %d lies %s of the text", lang, got, name)
			}
		}
	}
}
