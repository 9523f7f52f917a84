package typeset

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// dividing are the languages that divide words.
var dividing = []string{"en", "es", "fr", "ru"}

// drawn sets a paragraph as papers are, and what a reader sees of each line.
func drawn(p Paragraph) (*Layout, []string) {
	p.Divide = true
	l := New().Draw(p)
	var lines []string
	for _, line := range l.Lines {
		text := string(p.Text[line.Start:line.End])
		if n := len(line.Runs); n > 0 {
			if last := line.Runs[n-1].Glyphs; len(last) > 0 && last[len(last)-1].Runes == 0 {
				text += "-"
			}
		}
		lines = append(lines, text)
	}
	return l, lines
}

// gappyLines counts lines with spaces wider than so many sizes.
func gappyLines(l *Layout, text []rune, limit float64) (n int) {
	for _, line := range l.Lines[:len(l.Lines)-1] {
		gappy := false
		for _, run := range line.Runs {
			for _, g := range run.Glyphs {
				gappy = gappy || g.Runes == 1 && int(g.Start)+1 < line.End && text[g.Start] == ' ' && g.Advance > limit*run.Size
			}
		}
		if gappy {
			n++
		}
	}
	return n
}

// TestDividedWords holds, in every language and at many widths, that no letter is lost,
// that the hyphen stands within a word and at the edge, that no three lines end in one, and
// that fewer lines are gappy than without.
func TestDividedWords(t *testing.T) {
	for _, lang := range dividing {
		before, after, divided := 0, 0, 0
		for width := 480.0; width < 1000; width += 26 { // 24 to 50 sizes
			p := long(lang, 1400, width, Justify)
			l, lines := drawn(p)
			row := 0
			for i, line := range l.Lines {
				if line.Divided != strings.HasSuffix(lines[i], "-") && !isHyphen(p.Text[line.End-1]) {
					t.Errorf("%s at %g: line %d is %q, divided %v", lang, width, i+1, lines[i], line.Divided)
				}
				if !line.Divided {
					row = 0
					continue
				}
				divided++
				if row++; row > mostHyphens {
					t.Errorf("%s at %g: %d hyphens below each other: %q", lang, width, row, lines[i])
				}
				if !unicode.IsLetter(p.Text[line.End-1]) || !unicode.IsLetter(p.Text[line.End]) {
					t.Errorf("%s at %g: divided at %q|%q", lang, width, lines[i], lines[i+1])
				}
				if !near(line.Width, width) {
					t.Errorf("%s at %g: %q is %g wide", lang, width, lines[i], line.Width)
				}
			}
			if got := strings.Join(unhyphened(l, lines), ""); got != string(p.Text) {
				t.Errorf("%s at %g: the lines are\n%q\nof\n%q", lang, width, got, string(p.Text))
			}
			whole := New().Draw(p)
			before, after = before+gappyLines(whole, p.Text, .55), after+gappyLines(l, p.Text, .55)
			if gappyLines(whole, p.Text, .5) == 0 && !reflect.DeepEqual(l.Lines, whole.Lines) {
				t.Errorf("%s at %g: divided without need", lang, width)
			}
		}
		t.Logf("%s: %d lines gappy without, %d with %d words divided", lang, before, after, divided)
		if divided == 0 || after*3 > before {
			t.Errorf("%s: %d lines are gappy, %d if no word is divided", lang, after, before)
		}
	}
}

// unhyphened are the lines without the hyphens that their text does not have.
func unhyphened(l *Layout, lines []string) []string {
	out := slices.Clone(lines)
	for i, line := range l.Lines {
		if line.Divided {
			out[i] = strings.TrimSuffix(out[i], "-")
		}
	}
	return out
}

// TestWordsThatStayWhole sets words on lines too narrow for two of them.
func TestWordsThatStayWhole(t *testing.T) {
	const word = "representatives"
	half := Style{Size: 20, Bold: true}
	for name, c := range map[string]struct {
		word   string
		change func(*Paragraph)
		want   bool
	}{
		"a word":                   {word, nil, true},
		"a word in brackets":       {"[" + word + "],", nil, true},
		"with a capital":           {"Representatives", nil, true},
		"a long part of two":       {"non-" + word, nil, true},
		"behind an apostrophe":     {"l’" + word, nil, true},
		"before a mark of a note":  {word + "\u206012", nil, true},
		"capitals":                 {"REPRESENTATIVES", nil, false},
		"a symbol":                 {"A/REPRESENT/79/243", nil, false},
		"a word with a number":     {word + "2", nil, false},
		"an address":               {"representatives.example.org", nil, false},
		"a link":                   {"https://representatives/", nil, false},
		"words with a slash":       {"representatives/delegations", nil, false},
		"a short part of two":      {"long-meant-orders", nil, false},
		"of another language":      {word, func(p *Paragraph) { p.Lang = "ar" }, false},
		"from right to left":       {word, func(p *Paragraph) { p.Direction = RightToLeft }, false},
		"not asked for":            {word, func(p *Paragraph) { p.Divide = false }, false},
		"ragged":                   {word, func(p *Paragraph) { p.Align = Start }, false},
		"kept whole":               {word, func(p *Paragraph) { p.Spans[0].Whole = true }, false},
		"an edge of words changed": {word, func(p *Paragraph) { p.Spans = edges(p, Span{Style: p.Spans[0].Style, Break: true}) }, false},
		"an edge of strong words":  {word, func(p *Paragraph) { p.Spans = edges(p, Span{Style: half}) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			divided := false
			for _, width := range []float64{170, 190, 210, 230, 250} {
				p := sample("en", strings.TrimSpace(strings.Repeat(c.word+" of ", 12)), width, Justify)
				p.Divide = true
				if c.change != nil {
					c.change(&p)
				}
				for i, line := range New().Draw(p).Lines {
					if divided = divided || line.Divided; line.Divided && !c.want {
						t.Errorf("at %g line %d is %q", width, i+1, string(p.Text[line.Start:line.End]))
					}
				}
			}
			if divided != c.want {
				t.Errorf("divided: %v", divided)
			}
		})
	}
}

// edges are spans of every fifth letter in turn, so that one runs through each word.
func edges(p *Paragraph, other Span) (spans []Span) {
	for start := 0; start < len(p.Text); start += 5 {
		span := p.Spans[0]
		if start%2 == 1 {
			span = other
		}
		span.Start, span.End = start, min(start+5, len(p.Text))
		spans = append(spans, span)
	}
	return spans
}

// TestOwnHyphensAreText: a word with a hyphen of its own may be divided there, and no
// other is shown.
func TestOwnHyphensAreText(t *testing.T) {
	p := sample("en", strings.Repeat("long-term well-being representatives ", 20), 270, Justify)
	l, lines := drawn(p)
	own := 0
	for i, line := range l.Lines {
		if !line.Divided && strings.HasSuffix(lines[i], "-") {
			own++
		}
	}
	if got := strings.Join(unhyphened(l, lines), ""); own == 0 || got != string(p.Text) {
		t.Errorf("%d lines end at a hyphen: %q", own, lines)
	}
}

// TestHostileWordsAreDrawn sets what is no word at all.
func TestHostileWordsAreDrawn(t *testing.T) {
	for _, text := range hostile {
		for _, lang := range languages {
			for _, width := range []float64{1, 37, 120, 400} {
				p := sample(lang, text+" "+samples[lang], width, Justify)
				p.Divide = true
				at := 0
				for _, line := range New().Draw(p).Lines {
					if line.Start != at {
						t.Fatalf("%q at %g: a line begins at %d, the one before ends at %d", text, width, line.Start, at)
					}
					at = line.End
				}
				if at != len(p.Text) {
					t.Fatalf("%q at %g: %d of %d", text, width, at, len(p.Text))
				}
			}
		}
	}
}

// TestLastLinesAreNoRemnants holds that no paragraph ends in a line of nothing but a few
// letters of a word: it is divided further ahead.
func TestLastLinesAreNoRemnants(t *testing.T) {
	const text = "В качестве крайней меры поправка принимается большинством в три четверти Государств-участников, присутствующих и участвующих в голосовании."
	divided := 0
	for width := 560.0; width < 800; width++ { // 28 to 40 sizes
		l, lines := drawn(sample("ru", text, width, Justify))
		n := len(lines) - 1
		if n == 0 || !l.Lines[n-1].Divided {
			continue
		}
		divided++
		if last := strings.TrimRight(lines[n], "."); utf8.RuneCountInString(last) < leastRemnant-1 {
			t.Errorf("at %g: the last line is %q", width, lines[n])
		}
	}
	if divided == 0 {
		t.Error("its last word is never divided")
	}
}
