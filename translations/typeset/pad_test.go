package typeset

import (
	"math"
	"testing"
)

// A padded span is as much wider as its padding, on the sides on which its
// direction begins and ends, and nothing else moves within the letters.
func TestPaddedSpans(t *testing.T) {
	for name, tt := range map[string]struct {
		text, lang  string
		start, end  int
		beforeRight bool // the padding before lies at the right
	}{
		"latin":                 {"shall EGY protect", "en", 6, 9, false},
		"latin in arabic":       {"تحمي EGY الأطراف", "ar", 5, 8, false},
		"arabic":                {"تحمي مصر الأطراف", "ar", 5, 8, true},
		"arabic with a mark":    {"تحمي مُصِر الأطراف", "ar", 5, 10, true},
		"chinese":               {"应当中国保护", "zh", 2, 4, false},
		"one letter with marks": {"a e\u0301\u0302 b", "en", 2, 5, false},
	} {
		t.Run(name, func(t *testing.T) {
			set := func(before, after float64) *Layout {
				p := sample(tt.lang, tt.text, 0, Start)
				style := p.Spans[0].Style
				p.Spans = []Span{
					{Start: 0, End: tt.start, Style: style},
					{Start: tt.start, End: tt.end, Style: style, Break: true, Before: before, After: after},
					{Start: tt.end, End: len(p.Text), Style: style},
				}
				return New().Set(p)
			}
			plain, padded := set(0, 0), set(7, 3)
			if d := padded.Width - plain.Width; math.Abs(d-10) > 1e-9 {
				t.Errorf("the line is %v wider, want 10", d)
			}
			area := func(l *Layout) Rect { return l.Select(tt.start, tt.end)[0] }
			if d := area(padded).Width - area(plain).Width; math.Abs(d-10) > 1e-9 {
				t.Errorf("the span is %v wider, want 10", d)
			}
			ink := func(l *Layout) (left float64) {
				for _, run := range l.Lines[0].Runs {
					x := run.X
					for _, g := range run.Glyphs {
						if run.Start >= tt.start && run.End <= tt.end && (left == 0 || x+float64(g.X) < left) {
							left = x + float64(g.X)
						}
						x += g.Advance
					}
				}
				return left
			}
			want := 7.0
			if tt.beforeRight {
				want = 3
			}
			shift := (ink(padded) - area(padded).X) - (ink(plain) - area(plain).X)
			if math.Abs(shift-want) > 1e-9 {
				t.Errorf("the letters stand %v further in, want %v", shift, want)
			}
		})
	}
}

// A whole span goes to the next line rather than break; one that is wider than a
// line breaks all the same.
func TestWholeSpans(t *testing.T) {
	for name, tt := range map[string]struct {
		width float64
		whole bool
		parts int // lines that the span stands on
	}{
		"as usual": {150, false, 2}, "whole": {150, true, 1}, "too wide": {60, true, 2},
	} {
		t.Run(name, func(t *testing.T) {
			p := sample("en", "Each State Party shall (EGY, for NAM) protect", tt.width, Start)
			style := Style{Size: 10}
			p.Spans = []Span{{End: 23, Style: style}, {Start: 23, End: 37, Style: style, Whole: tt.whole}, {Start: 37, End: len(p.Text), Style: style}}
			parts := 0
			for _, line := range New().Set(p).Lines {
				if line.Start < 37 && line.End > 23 {
					parts++
				}
			}
			if parts != tt.parts {
				t.Errorf("the span stands on %d lines, want %d", parts, tt.parts)
			}
		})
	}
}
