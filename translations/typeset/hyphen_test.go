package typeset

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// shown returns what a reader sees of each line: soft hyphens only where they have
// a glyph with a width.
func shown(l *Layout) []string {
	var lines []string
	for _, line := range l.Lines {
		text := slices.Clone(l.shaped.Text[line.Start:line.End])
		for _, run := range line.Runs {
			for _, g := range run.Glyphs {
				switch at := int(g.Start) - line.Start; {
				case text[at] != softHyphen:
				case g.Advance > 0 && g.ID == run.Face.hyphen.glyph:
					text[at] = '-'
				case g.Advance == 0:
					text[at] = -1
				}
			}
		}
		text = slices.DeleteFunc(text, func(r rune) bool { return r < 0 })
		lines = append(lines, strings.TrimRight(string(text), " "))
	}
	return lines
}

func TestSoftHyphen(t *testing.T) {
	e := New()
	wide := e.Set(sample("en", "the in\u00ADter\u00ADna\u00ADtion\u00ADal well", 0, Start))
	if got := shown(wide); !slices.Equal(got, []string{"the international well"}) {
		t.Fatalf("on one line %q", got)
	}
	plain := e.Set(sample("en", "the international well", 0, Start))
	if !near(wide.Width, plain.Width) {
		t.Errorf("hidden hyphens make the line %g wide, want %g", wide.Width, plain.Width)
	}
	for _, align := range []Align{Start, End, Centre, Justify} {
		for _, c := range []struct {
			name, lang, text string
			fits             string // the first line is as wide as this
			want             []string
		}{
			{"breaks and shows", "en", "the in\u00ADter\u00ADna\u00ADtion\u00ADal well", "the interna-", []string{"the interna-", "tional well"}},
			{"the hyphen needs room", "en", "the in\u00ADter\u00ADna\u00ADtion\u00ADal well", "the interna", []string{"the inter-", "national", "well"}},
			{"a space follows", "en", "inter\u00AD nation", "nation", []string{"inter", "nation"}},
			{"at the end of the text", "en", "well inter\u00AD", "well inte", []string{"well", "inter"}},
			{"where a ligature could be", "en", "of\u00ADfi\u00ADcial", "offi-", []string{"offi-", "cial"}},
			{"within a ligature", "en", "of\u00ADfer", "of-f", []string{"of-", "fer"}},
			{"Russian", "ru", "об\u00ADще\u00ADние", "обще-", []string{"обще-", "ние"}},
		} {
			t.Run(fmt.Sprintf("%s %d", c.name, align), func(t *testing.T) {
				p := sample(c.lang, c.text, 0, align)
				if c.name == "within a ligature" {
					p.Spans[0].Style.Family = Sans
				}
				fits := p
				fits.Text = []rune(strings.ReplaceAll(c.fits, "-", "\u2010"))
				fits.Spans = []Span{{End: len(fits.Text), Style: p.Spans[0].Style}}
				p.Width = e.Set(fits).Width + .5
				l := e.Set(p)
				if got := shown(l); align != Justify && !slices.Equal(got, c.want) { // total fit weighs other lines too
					t.Errorf("%q, want %q", got, c.want)
				}
				check(t, l, p.Width)
				for i, line := range l.Lines {
					if line.Width > p.Width+.01 {
						t.Errorf("line %d is %g wide, has %g", i+1, line.Width, p.Width)
					}
				}
			})
		}
	}
}

// TestSoftHyphenJustified holds total fit to full lines, the hyphen at their edge.
func TestSoftHyphenJustified(t *testing.T) {
	text := strings.Repeat("re\u00ADpre\u00ADsen\u00ADta\u00ADtives of the in\u00ADter\u00ADna\u00ADtional or\u00ADgan\u00ADi\u00ADza\u00ADtions ", 8)
	l := New().Set(sample("en", text, 330, Justify))
	hyphens := 0
	for i, line := range shown(l)[:len(l.Lines)-1] {
		if strings.HasSuffix(line, "-") {
			hyphens++
			run := l.Lines[i].Runs[len(l.Lines[i].Runs)-1]
			if !near(run.X+run.Width, 330) {
				t.Errorf("line %d: the hyphen ends at %g", i+1, run.X+run.Width)
			}
		}
		if !near(l.Lines[i].Width, 330) {
			t.Errorf("line %d is %g wide", i+1, l.Lines[i].Width)
		}
	}
	if hyphens == 0 || hyphens == len(l.Lines)-1 {
		t.Errorf("%d of %d lines end in a hyphen: %q", hyphens, len(l.Lines), shown(l))
	}
}

// TestSoftHyphenLeavesSharedGlyphs: Rewrap shares glyphs with the layout it comes
// from, which must not come to show a hyphen in the middle of its line.
func TestSoftHyphenLeavesSharedGlyphs(t *testing.T) {
	l := New().Set(sample("en", "inter\u00ADnational", 0, Start))
	narrow := l.Rewrap(70)
	if got := shown(narrow); !slices.Equal(got, []string{"inter-", "national"}) {
		t.Fatalf("%q", got)
	}
	if got := shown(l); !slices.Equal(got, []string{"international"}) {
		t.Errorf("the wide layout has become %q", got)
	}
	if got := shown(narrow.Rewrap(0)); !slices.Equal(got, []string{"international"}) {
		t.Errorf("wide again it is %q", got)
	}
}

// TestStandInsOfTheSameFace sets what most faces lack in the face of the word.
func TestStandInsOfTheSameFace(t *testing.T) {
	e := New()
	for _, lang := range languages {
		for _, family := range []Family{Serif, Sans} {
			for _, bold := range []bool{false, true} {
				word := map[string]string{"ar": "البئر", "zh": "水井", "ru": "Йорке"}[lang]
				if word == "" {
					word = "Well"
				}
				for _, sign := range "\u2011\u202F\u2009\u2002\u200A\u205F" {
					p := sample(lang, word+string(sign)+word, 0, Start)
					p.Spans[0].Style.Family, p.Spans[0].Style.Bold = family, bold
					l := e.Set(p)
					line := l.Lines[0]
					if len(line.Runs) != 1 {
						t.Errorf("%s: %U stands in %d runs, %s", lang, sign, len(line.Runs), line.Runs[1].Face.Name)
						continue
					}
					run := line.Runs[0]
					i := slices.IndexFunc(run.Glyphs, func(g Glyph) bool { return p.Text[g.Start] == sign })
					switch g := run.Glyphs[i]; {
					case g.ID == 0 || g.Runes != 1:
						t.Errorf("%s: %U is glyph %d of %d runes in %s", lang, sign, g.ID, g.Runes, run.Face.Name)
					case sign == nonBreakingHyphen && run.Face.Outline(g.ID) == nil:
						t.Errorf("%s: no hyphen is seen in %s", lang, run.Face.Name)
					case sign != nonBreakingHyphen && (g.Advance < .2 || g.Advance > .6*run.Size):
						t.Errorf("%s: %U is %g wide in %s at %g", lang, sign, g.Advance, run.Face.Name, run.Size)
					}
				}
			}
		}
	}
}

func TestEveryFaceHasAHyphen(t *testing.T) {
	for _, load := range faces {
		if face := load(); face.hyphen.glyph == 0 || face.hyphen.advance <= 0 || face.Outline(face.hyphen.glyph) == nil {
			t.Errorf("%s: hyphen %v", face.Name, face.hyphen)
		}
	}
}

// TestBaselinesAreEven mixes scripts and stand-ins: no line is taller than its
// neighbours.
func TestBaselinesAreEven(t *testing.T) {
	e := New()
	strangers := []string{"Нью\u2011Йорк", "البئر", "水井", "→", "№", "龘", "€", "½", "\u202F", "ﷺ", "☎", "Well", "A/RES/75/240"}
	for _, lang := range languages {
		for _, family := range []Family{Serif, Sans} {
			plain := map[string]string{"ar": "تتعهد الدول بحماية الآبار ", "zh": "缔约国应当保护共有水井，", "ru": "стороны защищают колодцы "}[lang]
			if plain == "" {
				plain = "the Parties protect wells "
			}
			for _, stranger := range strangers {
				p := sample(lang, strings.Repeat(plain, 6)+stranger+" "+strings.Repeat(plain, 6), 300, Start)
				p.Spans[0].Style.Family = family
				p.Leading = 1.2
				p.Direction = LeftToRight
				if lang == "ar" {
					p.Direction = RightToLeft
				}
				l := e.Set(p)
				height := l.Lines[0].Height
				for i, line := range l.Lines {
					if !near(line.Height, height) || i > 0 && !near(line.Baseline-l.Lines[i-1].Baseline, height) {
						t.Errorf("%s with %q: line %d of %d is %g high, the first %g", lang, stranger, i+1, len(l.Lines), line.Height, height)
					}
				}
			}
		}
	}
	larger := sample("en", "small large", 0, Start)
	larger.Spans = []Span{{End: 6, Style: Style{Size: 10}}, {Start: 6, End: 11, Style: Style{Size: 20}}}
	if l := e.Set(larger); !near(l.Lines[0].Height, e.Set(sample("en", "large", 0, Start)).Lines[0].Height) {
		t.Errorf("a line with larger letters is %g high", l.Lines[0].Height)
	}
}
