package typeset

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// check holds a layout to everything that must be true of any.
func check(t *testing.T, l *Layout, width float64) {
	t.Helper()
	if len(l.Lines) == 0 {
		t.Fatal("no line")
	}
	if count := covered(l); slices.ContainsFunc(count, func(n int) bool { return n != 1 }) || count == nil && len(l.Levels) > 0 {
		t.Fatalf("%q: runes are covered %v times", string(l.shaped.Text), count)
	}
	at, top := 0, 0.0
	for i, line := range l.Lines {
		if line.Start != at || line.End < line.Start {
			t.Fatalf("line %d has runes %d to %d, after %d", i, line.Start, line.End, at)
		}
		if at = line.End; math.Abs(line.Top-top) > .001 {
			t.Fatalf("line %d is at %g, want %g", i, line.Top, top)
		}
		top += line.Height
		checkLine(t, l, line, width-l.shaped.indent(i))
	}
	if at != len(l.Levels) {
		t.Fatalf("lines end at %d of %d", at, len(l.Levels))
	}
	checkPoints(t, l)
}

// checkLine checks that runs touch and that the line is not too wide.
func checkLine(t *testing.T, l *Layout, line Line, room float64) {
	t.Helper()
	for k := 1; k < len(line.Runs); k++ {
		if previous := line.Runs[k-1]; math.Abs(previous.X+previous.Width-line.Runs[k].X) > .001 {
			t.Fatalf("run %d begins at %g, the one before ends at %g", k, line.Runs[k].X, previous.X+previous.Width)
		}
	}
	for _, run := range line.Runs {
		sum := 0.0
		for _, g := range run.Glyphs {
			sum += g.Advance
		}
		if math.Abs(sum-run.Width) > .01 {
			t.Fatalf("the glyphs of a run are %g wide, the run %g", sum, run.Width)
		}
	}
	if l.shaped.Width <= 0 || line.Width <= room+.001 {
		return
	}
	clusters := map[int32]bool{}
	for _, run := range line.Runs {
		for _, g := range run.Glyphs {
			if g.Advance != 0 && l.shaped.edges[g.Start] && int(g.Start) < line.End-trailing(l, line) && l.shaped.Text[g.Start] != softHyphen {
				clusters[g.Start] = true
			}
		}
	}
	if len(clusters) > 1 {
		t.Fatalf("line %q is %g wide and has room for %g", string(l.shaped.Text[line.Start:line.End]), line.Width, room)
	}
}

// checkPoints checks that Hit finds what Caret and Select show.
func checkPoints(t *testing.T, l *Layout) {
	t.Helper()
	n := len(l.Levels)
	for _, offset := range []int{0, 1, n / 3, n / 2, n - 1, n} {
		if offset < 0 || offset > n {
			continue
		}
		caret := l.Caret(offset)
		i := l.LineOf(offset)
		if line := l.Lines[i]; caret.Y < line.Top-1000 || offset < line.Start || offset > line.End {
			t.Fatalf("offset %d is on line %d, %d to %d", offset, i, line.Start, line.End)
		}
		hit := l.Hit(caret.X, l.Lines[i].Top+l.Lines[i].Height/2)
		if hit < 0 || hit > n || hit < n && !l.shaped.edges[hit] {
			t.Fatalf("hit %d is no edge of a grapheme", hit)
		}
	}
	for _, r := range l.Select(0, n) {
		if r.Width <= 0 || math.IsNaN(r.X) {
			t.Fatalf("selection %v", r)
		}
	}
}

// hostile texts.
var hostile = []string{
	"😀👩‍👩‍👧‍👦🏳️‍🌈 emoji", "a\xff\xfeb", "\u202Eabc\u202C def", "\u2066\u2067\u2068x\u2069", strings.Repeat("a", 5000), strings.Repeat("ب", 600),
	"e" + strings.Repeat("\u0301", 60), "ب" + strings.Repeat("\u064B", 60), "𠀀𠀁", "हिन्दी ภาษาไทย עברית", "\t\t\u00A0\u3000 ", "a\u00ADb\u00ADc", "\u00AD\u00AD \u00AD", "ف\u00ADf\u00ADi", strings.Repeat("ab\u00AD", 200), "中\u00AD文\u0301\u00AD\u0301",
	"\u0000\u0007\u200B\u200D", "一" + strings.Repeat("。", 50), strings.Repeat("(", 300) + strings.Repeat("א)", 300), "\r\n\r\n\u0085",
}

func TestHostileText(t *testing.T) {
	e := New()
	for _, text := range hostile {
		for _, lang := range languages {
			for _, align := range []Align{Start, Justify} {
				for _, width := range []float64{0, 1, 37, 400} {
					check(t, e.Set(sample(lang, text, width, align)), width)
				}
			}
		}
	}
	invalid := Paragraph{Text: []rune{-1, 0xD800, 0x110000, math.MaxInt32, 'a'}, Spans: []Span{{End: 5, Style: Style{Size: 10}}}}
	check(t, e.Set(invalid), 0)
}

func TestProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	e := New()
	for range 400 {
		var text []rune
		for range 1 + random.IntN(12) {
			piece := []rune(samples[languages[random.IntN(len(languages))]])
			from := random.IntN(len(piece))
			text = append(text, piece[from:min(from+random.IntN(30), len(piece))]...)
			if random.IntN(20) == 0 {
				text = append(text, '\n')
			}
			if random.IntN(3) == 0 {
				text = append(text, []rune{softHyphen, nonBreakingHyphen, 0x202F, 0x2009}[random.IntN(4)])
			}
		}
		p := Paragraph{
			Text: text, Lang: languages[random.IntN(len(languages))], Direction: Direction(random.IntN(3)), Width: 20 + 400*random.Float64(),
			FirstIndent: 15 * random.Float64(), Indent: 15 * random.Float64(), Align: Align(random.IntN(4)), Leading: random.Float64() * 2,
		}
		for at := 0; at < len(text); {
			end := min(len(text), at+1+random.IntN(20))
			style := Style{Family: Family(random.IntN(2)), Bold: random.IntN(3) == 0, Italic: random.IntN(3) == 0, Size: 8 + float64(random.IntN(3))}
			p.Spans = append(p.Spans, Span{Start: at, End: end, Style: style, Break: random.IntN(4) == 0, Before: float64(random.IntN(3)), After: float64(random.IntN(3)), Mark: at})
			at = end
		}
		l := e.Set(p)
		check(t, l, p.Width)
		for _, line := range l.Lines {
			for _, run := range line.Runs {
				span := p.Spans[slices.IndexFunc(p.Spans, func(s Span) bool { return s.Mark == run.Mark })]
				if run.Start < span.Start || run.End > span.End || run.Style != span.Style {
					t.Fatalf("run %d to %d does not lie in its span %v", run.Start, run.End, span)
				}
			}
		}
		if !slices.Equal(dump(l), dump(New().Set(p))) {
			t.Fatal("setting the same paragraph twice gives two layouts")
		}
	}
}

// TestNoMissingGlyphs holds the samples to the embedded fonts.
func TestNoMissingGlyphs(t *testing.T) {
	for _, lang := range languages {
		for _, family := range []Family{Serif, Sans} {
			for _, bold := range []bool{false, true} {
				for _, text := range []string{samples[lang], "№ § ¶ † • … ₂ ½ → € ≤ “ ” 龘 ﷺ ґ ə"} {
					p := sample(lang, text, 0, Start)
					p.Spans[0].Style.Family, p.Spans[0].Style.Bold = family, bold
					for _, run := range New().Set(p).Lines[0].Runs {
						for _, g := range run.Glyphs {
							if g.ID == 0 {
								t.Errorf("%s: %s has no %q", lang, run.Face.Name, p.Text[g.Start])
							}
						}
					}
				}
			}
		}
	}
}

func FuzzSet(f *testing.F) {
	for i, text := range hostile {
		f.Add(text, 100.0, uint8(i))
	}
	for _, text := range samples {
		f.Add(text, 200.0, uint8(3))
	}
	e := New()
	f.Fuzz(func(t *testing.T, text string, width float64, how uint8) {
		if len(text) > 2000 || math.IsNaN(width) || math.Abs(width) > 1e6 {
			t.Skip()
		}
		runes := []rune(text)
		p := Paragraph{Text: runes, Width: width, Lang: languages[int(how)%len(languages)], Align: Align(how % 4), Direction: Direction(how % 3)}
		for at := 0; at < len(runes); at += 7 {
			p.Spans = append(p.Spans, Span{Start: at, End: min(at+7, len(runes)), Style: Style{Size: 10, Bold: at%2 == 0}, Break: how&16 != 0, Mark: at})
		}
		l := e.Set(p)
		check(t, l, width)
		check(t, l.Rewrap(width/2), width/2)
	})
}
