package typeset

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// compareGolden compares lines with a file; with -update it writes want to it
// first, or got where there is no other authority.
func compareGolden(t *testing.T, file string, want, got []string) {
	t.Helper()
	if *update {
		if want == nil {
			want = got
		}
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(strings.Join(want, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	kept := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	if len(kept) != len(got) {
		t.Errorf("%s has %d lines, now %d", file, len(kept), len(got))
	}
	for i := range min(len(kept), len(got)) {
		if kept[i] != got[i] {
			t.Errorf("%s:%d\nwant %s\ngot  %s", file, i+1, kept[i], got[i])
		}
	}
}

// dump writes a layout as text: every run with its place, level, face and runes.
func dump(l *Layout) []string {
	var out []string
	for i, line := range l.Lines {
		out = append(out, fmt.Sprintf("line %d: %q x %.1f width %.1f baseline %.1f", i+1, string(l.shaped.Text[line.Start:line.End]), line.X, line.Width, line.Baseline))
		for _, run := range line.Runs {
			out = append(out, fmt.Sprintf("  %6.1f +%.1f level %d %s %.1f mark %d %q", run.X, run.Width, run.Level, run.Face.Name, run.Size, run.Mark, string(l.shaped.Text[run.Start:run.End])))
		}
	}
	return out
}

// redline is the sample with a bold heading, an inserted and a deleted stretch.
func redline(lang string, width float64, align Align) Paragraph {
	p := sample(lang, samples[lang], width, align)
	plain, n := Style{Size: 10.5}, len(p.Text)
	p.Spans = []Span{
		{End: 7, Style: Style{Size: 10.5, Bold: true}},
		{Start: 7, End: n / 2, Style: plain, Mark: 1},
		{Start: n / 2, End: n/2 + 5, Style: plain, Break: true, Mark: 2},
		{Start: n/2 + 5, End: n - 9, Style: plain, Mark: 3},
		{Start: n - 9, End: n, Style: Style{Size: 10.5, Italic: true}, Mark: 4},
	}
	return p
}

func TestGoldenLayouts(t *testing.T) {
	e := New()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			var got []string
			for _, align := range []Align{Start, Justify} {
				p := redline(lang, 240, align)
				p.FirstIndent, p.Leading = 20, 1.2
				got = append(got, dump(e.Set(p))...)
			}
			compareGolden(t, filepath.Join("testdata", lang+".txt"), nil, got)
		})
	}
}

// TestMixedDirections checks the visual order of a provision's reference.
func TestMixedDirections(t *testing.T) {
	l := New().Set(sample("ar", "المادة 5 (أ) من A/RES/75/240", 0, Start))
	var got []string
	for _, run := range l.Lines[0].Runs {
		got = append(got, string(l.shaped.Text[run.Start:run.End]))
	}
	if want := []string{"A/RES/75/240", " (أ) من ", "5", "المادة "}; !slices.Equal(got, want) {
		t.Errorf("from left to right %q, want %q", got, want)
	}
	symbol := l.Lines[0].Runs[0]
	if symbol.Face.Name != "LiberationSerif" || symbol.Level != 2 {
		t.Errorf("the symbol is set in %s at level %d", symbol.Face.Name, symbol.Level)
	}
	open, shut := "", ""
	for _, g := range l.Lines[0].Runs[1].Glyphs {
		switch l.shaped.Text[g.Start] {
		case '(':
			open = fmt.Sprint(g.ID)
		case ')':
			shut = fmt.Sprint(g.ID)
		}
	}
	left, _ := l.Lines[0].Runs[1].Face.parsed.NominalGlyph('(')
	right, _ := l.Lines[0].Runs[1].Face.parsed.NominalGlyph(')')
	if open != fmt.Sprint(right) || shut != fmt.Sprint(left) {
		t.Errorf("brackets are not mirrored: ( is glyph %s, ) is glyph %s", open, shut)
	}
}

// glyphsOf returns the glyphs of a text set with spans, in visual order.
func glyphsOf(p Paragraph) []uint32 {
	var ids []uint32
	for _, line := range New().Set(p).Lines {
		for _, run := range line.Runs {
			for _, g := range run.Glyphs {
				ids = append(ids, g.ID)
			}
		}
	}
	return ids
}

func TestJoining(t *testing.T) {
	spans := func(bold, edge bool) []Span {
		second := Style{Size: 10, Bold: bold}
		return []Span{{End: 3, Style: Style{Size: 10}}, {Start: 3, End: 6, Style: second, Break: edge, Mark: 1}}
	}
	word := []rune("بببببب")
	with := func(s []Span) []uint32 { return glyphsOf(Paragraph{Text: word, Spans: s, Lang: "ar"}) }
	whole := with([]Span{{End: 6, Style: Style{Size: 10}}})
	if got := with(spans(false, false)); !slices.Equal(got, whole) {
		t.Errorf("a mark changes the glyphs: %v, want %v", got, whole)
	}
	half := glyphsOf(Paragraph{Text: word[:3], Spans: []Span{{End: 3, Style: Style{Size: 10}}}, Lang: "ar"})
	if got := with(spans(false, true)); !slices.Equal(got[3:], half) || !slices.Equal(got[:3], half) {
		t.Errorf("letters join across a break: %v, want twice %v", got, half)
	}
	if got := with(spans(true, false)); slices.Equal(got[3:], half) {
		t.Error("letters do not join across a change of weight")
	}
	lamAlef := Paragraph{Text: []rune("سلام"), Spans: []Span{{End: 2, Style: Style{Size: 10}}, {Start: 2, End: 4, Style: Style{Size: 10}, Mark: 1}}, Lang: "ar"}
	if got := covered(New().Set(lamAlef)); !slices.Equal(got, []int{1, 1, 1, 1}) {
		t.Errorf("runes of a divided ligature are covered %v times", got)
	}
}

// covered counts how often each rune appears over all runs, and that glyphs'
// clusters lie in their runs.
func covered(l *Layout) []int {
	count := make([]int, len(l.Levels))
	for _, line := range l.Lines {
		for _, run := range line.Runs {
			at := map[int32]bool{}
			for _, g := range run.Glyphs {
				if g.First == at[g.Start] || int(g.Start) < run.Start || int(g.Start+g.Runes) > run.End {
					return nil
				}
				if !at[g.Start] {
					at[g.Start] = true
					for i := range g.Runes {
						count[g.Start+i]++
					}
				}
			}
		}
	}
	return count
}

func TestEmptyAndForcedLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		lines      int
	}{
		{"empty", "", 1},
		{"one line", "a", 1},
		{"line feed at the end", "a\n", 2},
		{"empty line between", "a\n\nb", 3},
		{"carriage return", "a\r\nb", 2},
		{"separator", "a\u2028b\u2029", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, align := range []Align{Start, Justify} {
				l := New().Set(sample("en", c.text, 300, align))
				if len(l.Lines) != c.lines {
					t.Fatalf("%d lines, want %d", len(l.Lines), c.lines)
				}
				for i, line := range l.Lines {
					if line.Height < 20 {
						t.Errorf("line %d is %g high", i, line.Height)
					}
				}
			}
		})
	}
}

func TestWithoutSpans(t *testing.T) {
	l := New().Set(Paragraph{Text: []rune("abc")})
	if got := covered(l); !slices.Equal(got, []int{1, 1, 1}) {
		t.Errorf("covered %v", got)
	}
	gaps := Paragraph{Text: []rune("abcdef"), Spans: []Span{{Start: 1, End: 2, Style: Style{Size: 9}, Mark: 7}, {Start: 4, End: 9, Style: Style{Size: 12}, Mark: 8}}}
	if got := covered(New().Set(gaps)); !slices.Equal(got, []int{1, 1, 1, 1, 1, 1}) {
		t.Errorf("covered %v", got)
	}
}

func TestJustifiedLinesAreFull(t *testing.T) {
	for _, lang := range languages {
		const width = 640.0
		l := New().Set(long(lang, 1500, width, Justify))
		for i, line := range l.Lines[:len(l.Lines)-1] {
			if line.Width < width-.01 || line.Width > width+.01 {
				t.Errorf("%s: line %d is %.2f wide", lang, i+1, line.Width)
			}
			sum := 0.0
			for _, run := range line.Runs {
				for _, g := range run.Glyphs {
					if int(g.Start+g.Runes) <= line.End-trailing(l, line) {
						sum += g.Advance
					}
				}
			}
			if sum < width-.01 || sum > width+.01 {
				t.Errorf("%s: the glyphs of line %d are %.2f wide", lang, i+1, sum)
			}
		}
	}
}

// trailing counts the runes that hang at the end of a line.
func trailing(l *Layout, line Line) int {
	end := line.End
	for _, c := range slices.Backward(l.shaped.clusters) {
		if int(c.end) == end && int(c.start) >= line.Start && (c.kind == space || c.kind == white) {
			end = int(c.start)
		}
	}
	return line.End - end
}

func TestIndents(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		p := sample(lang, samples[lang], 300, Start)
		p.FirstIndent, p.Indent = 0, 40
		l := New().Set(p)
		for i, line := range l.Lines {
			start, want := line.X, 40.0
			if i == 0 {
				want = 0
			}
			if l.RightToLeft {
				start = 300 - line.X - line.Width
			}
			if start < want-.01 || start > want+.01 {
				t.Errorf("%s: line %d starts at %.1f, want %.1f", lang, i+1, start, want)
			}
		}
	}
}

func TestRewrapIsSet(t *testing.T) {
	e := New()
	for _, lang := range languages {
		for _, align := range []Align{Start, End, Centre, Justify} {
			first := e.Set(redline(lang, 300, align))
			before := dump(first)
			got, want := dump(first.Rewrap(200)), dump(New().Set(redline(lang, 200, align)))
			if !slices.Equal(got, want) {
				t.Errorf("%s: wrapping again differs from setting", lang)
			}
			if !slices.Equal(before, dump(first)) {
				t.Errorf("%s: wrapping again changed the layout", lang)
			}
		}
	}
}
