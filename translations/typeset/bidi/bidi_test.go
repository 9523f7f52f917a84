package bidi

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// arabic turns capitals into Arabic letters, so that cases can be read: as in
// UAX #9, capitals run right to left, small letters left to right. Other signs:
// > RLE, < LRE, ^ PDF, » RLI, « LRI, * FSI, ! PDI.
func arabic(s string) []rune {
	signs := map[rune]rune{
		'>': 0x202B, '<': 0x202A, '^': 0x202C, '»': 0x2067, '«': 0x2066, '*': 0x2068, '!': 0x2069, '_': 0x0301,
	}
	text := []rune(s)
	for i, c := range text {
		if 'A' <= c && c <= 'Z' {
			text[i] = 0x0627 + (c - 'A')
		} else if sign, ok := signs[c]; ok {
			text[i] = sign
		}
	}
	return text
}

// visual is a line as it is seen, from left to right and with mirrored brackets.
func visual(s string, base Base) string {
	text, seen := arabic(s), []rune(s)
	levels, paragraph := Levels(text, base)
	ResetLine(text, levels, 0, len(text), paragraph)
	var out strings.Builder
	for _, i := range VisualOrder(levels) {
		c := seen[i]
		if levels[i]%2 == 1 && text[i] == c {
			c, _ = Mirror(c)
		}
		if !removed.has(classOf(text[i])) && !isolates.has(classOf(text[i])) {
			out.WriteRune(c)
		}
	}
	return out.String()
}

func TestVisual(t *testing.T) {
	cases := []struct {
		name, text string
		base       Base
		want       string
	}{
		{"empty", "", Auto, ""},
		{"Latin", "article 5 (a)", LTR, "article 5 (a)"},
		{"Latin in a right-to-left paragraph", "article 5.", RTL, ".article 5"},
		{"Arabic", "ABC DEF", Auto, "FED CBA"},
		{"full stop", "ABC.", Auto, ".CBA"},
		{"article with symbol", "MADA 5 (A) MN a/res/75/240", RTL, "a/res/75/240 NM (A) 5 ADAM"},
		{"article with symbol, in Latin text", "MADA 5 (A) MN a/res/75/240", LTR, "NM (A) 5 ADAM a/res/75/240"},
		{"symbol in brackets", "QRAR (a/res/75/240).", Auto, ".(a/res/75/240) RARQ"},
		{"nested brackets", "ABC (DEF [ghi] JKL)", Auto, "(LKJ [ghi] FED) CBA"},
		{"brackets of the other direction", "abc (DEF) ghi", Auto, "abc (FED) ghi"},
		{"Latin in brackets after Arabic", "ABC (def)", LTR, "CBA (def)"},
		{"mixed brackets", "abc (def DEF) GHI", LTR, "abc (def FED) IHG"},
		{"square bracketed options", "[ABC][DEF] GHI", Auto, "IHG [FED][CBA]"},
		{"angle quotes", "ABC ‹DEF›", Auto, "‹FED› CBA"},
		{"date with slashes", "YOM 24/12/2024 ABC", Auto, "CBA 24/12/2024 MOY"},
		{"date with hyphens", "YOM 2024-12-24", Auto, "24-12-2024 MOY"},
		{"range", "ABC 5-7", Auto, "7-5 CBA"},
		{"decimal", "ABC 12,345.6 DEF", Auto, "FED 12,345.6 CBA"},
		{"per cent", "ABC 95%", Auto, "%95 CBA"},
		{"per cent after Latin", "abc 95% ABC", LTR, "abc 95% CBA"},
		{"number before Latin text", "ABC 123 def", LTR, "123 CBA def"},
		{"list label", "1 - ABC", RTL, "CBA - 1"},
		{"mark on a bracket", "ABC (_DEF)", Auto, "(FED_) CBA"},
		{"embedding", "abc >ABC def.^", LTR, "abc .def CBA"},
		{"isolate keeps its surroundings", "ABC «def 5! 6", Auto, "6 def 5 CBA"},
		{"first strong isolate", "abc *DEF, ghi! jkl", LTR, "abc ghi ,FED jkl"},
		{"unmatched isolate", "abc »def, ghi", LTR, "abc def, ghi"},
		{"unmatched PDI", "ABC! DEF", Auto, "FED CBA"},
		{"direction from behind an isolate", "«abc! DEF", Auto, "FED abc"},
		{"white space at the end", "ABC  ", LTR, "CBA  "},
		{"tab", "ABC\tDEF", LTR, "CBA\tFED"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := visual(c.text, c.base); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestLevels(t *testing.T) {
	cases := []struct {
		name      string
		text      string
		base      Base
		paragraph uint8
		want      []uint8
	}{
		{"real Arabic with symbol", "المادة 5 (أ) من A/75", Auto, 1, []uint8{1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2}},
		{"level of numbers is not merged", "ابج 123 abc", LTR, 0, []uint8{1, 1, 1, 1, 2, 2, 2, 0, 0, 0, 0}},
		{"Auto without letters", "12 %", Auto, 0, []uint8{0, 0, 0, 0}},
		{"removed rune takes the level before", "ا\u00ADa", LTR, 0, []uint8{1, 1, 0}},
		{"removed rune at the beginning", "\u202Aا", RTL, 1, []uint8{1, 3}},
		{"line feed keeps the paragraph's direction", "ا\nabc.", Auto, 1, []uint8{1, 1, 2, 2, 2, 1}},
		{"line feed ends embeddings", "\u202Ea\nb", LTR, 0, []uint8{0, 1, 0, 0}},
		{"direction from behind a line feed", "12\nا", Auto, 1, []uint8{2, 2, 1, 1}},
		{"canonically equivalent brackets pair", "\u2329ا\u3009 a", RTL, 1, []uint8{1, 1, 1, 1, 2}},
		{"canonically equivalent brackets around Latin", "ا \u3008a\u232A", LTR, 0, []uint8{1, 0, 0, 0, 0}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			levels, paragraph := Levels([]rune(c.text), c.base)
			if paragraph != c.paragraph || !slices.Equal(levels, c.want) {
				t.Errorf("got %v in %d, want %v in %d", levels, paragraph, c.want, c.paragraph)
			}
		})
	}
}

func TestResetLine(t *testing.T) {
	text := arabic("ABC DEF GHI")
	levels, paragraph := Levels(text, LTR)
	ResetLine(text, levels, 4, 8, paragraph)
	if want := []uint8{1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1}; !slices.Equal(levels, want) {
		t.Errorf("got %v, want %v: only the space at the end of the line changes", levels, want)
	}
}

func TestRuns(t *testing.T) {
	got := Runs([]uint8{1, 1, 2, 2, 1, 0})
	want := []Run{{4, 5, 1}, {2, 4, 2}, {0, 2, 1}, {5, 6, 0}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMirror(t *testing.T) {
	for c, want := range map[rune]rune{'(': ')', ']': '[', '«': '»', '≤': '≥', '（': '）', 0x2329: 0x232A} {
		if got, ok := Mirror(c); !ok || got != want {
			t.Errorf("mirror of %c is %c", c, got)
		}
		if got, ok := Mirror(want); !ok || got != c {
			t.Errorf("mirror of %c is %c", want, got)
		}
	}
	for _, c := range []rune{'a', 'ا', '5', '“', 0, 0x10FFFF, -1} {
		if got, ok := Mirror(c); ok || got != c {
			t.Errorf("%U has a mirror %U", c, got)
		}
	}
}

// reverseByRule is L2 word for word, on single runes.
func reverseByRule(levels []uint8) []int {
	order := make([]int, len(levels))
	var highest uint8
	for i, level := range levels {
		order[i], highest = i, max(highest, level)
	}
	for level := highest; level >= 1; level-- {
		for start := 0; start < len(order); start++ {
			end := start
			for end < len(order) && levels[order[end]] >= level {
				end++
			}
			slices.Reverse(order[start:end])
			start = max(start, end-1)
		}
	}
	return order
}

func FuzzOrder(f *testing.F) {
	for _, seed := range []string{
		"", "abc", "المادة 5 (أ) من A/RES/75/240", "a\u202Eb\u202Cc\u2067ا\u2069\n", "((((a]]))", "\u2068\u2068\u2069", "ا1,2%\u0301",
	} {
		for base := range uint8(3) {
			f.Add(seed, base)
		}
	}
	f.Fuzz(func(t *testing.T, s string, base uint8) {
		text := []rune(s)
		levels, paragraph := Levels(text, Base(base%3))
		if len(levels) != len(text) || paragraph > 1 || Base(base%3) == LTR && paragraph != 0 || Base(base%3) == RTL && paragraph != 1 {
			t.Fatalf("%d levels for %d runes of %q in %d", len(levels), len(text), s, paragraph)
		}
		for _, level := range levels {
			if level > maxDepth+1 || level < paragraph {
				t.Fatalf("level %d in %q", level, s)
			}
		}
		again, _ := Levels(text, Base(base%3))
		if !slices.Equal(levels, again) {
			t.Fatalf("%q: %v, then %v", s, levels, again)
		}
		ResetLine(text, levels, 0, len(text), paragraph)
		order := VisualOrder(levels)
		if want := reverseByRule(levels); !slices.Equal(order, want) {
			t.Fatalf("levels %v: order %v, want %v", levels, order, want)
		}
		checkCover(t, Runs(levels), len(text))
		slices.Sort(order)
		for i, at := range order {
			if i != at {
				t.Fatalf("the order of %q is no permutation", s)
			}
		}
	})
}

// checkCover holds that runs cover every rune exactly once.
func checkCover(t *testing.T, runs []Run, length int) {
	t.Helper()
	covered := make([]int, length)
	for _, run := range runs {
		for i := run.Start; i < run.End; i++ {
			covered[i]++
		}
	}
	for i, times := range covered {
		if times != 1 {
			t.Fatalf("rune %d is in %d runs of %v", i, times, runs)
		}
	}
}

// TestFastPathAgrees: text without right-to-left runes gets from the whole
// algorithm what the fast path says.
func TestFastPathAgrees(t *testing.T) {
	text := []rune("Article 5 (a), № 10 %\n— «oui»: 1/2 “公约” e\u0301.\t")
	if !allLeftToRight(text) {
		t.Fatal("the text does not take the fast path")
	}
	fast, _ := Levels(text, LTR)
	whole, _ := Levels(append(text[:len(text):len(text)], 'ا'), LTR)
	ResetLine(text, whole, 0, len(text), 0)
	if !slices.Equal(fast, whole[:len(text)]) {
		t.Errorf("fast %v\nwhole %v", fast, whole[:len(text)])
	}
}

// TestHostileTextIsLinear: linear, a text takes some tens of milliseconds;
// quadratic, well over ten seconds.
func TestHostileTextIsLinear(t *testing.T) {
	for _, piece := range []string{"*", "*!", "«A!", "(", "(A)", "(a)", "()", "A(", ">", "> ", "%", "1,", "_", "A»", "A ", "([{"} {
		text := arabic(strings.Repeat(piece, 200_000/len([]rune(piece))) + "A)")
		start := time.Now()
		for _, base := range []Base{Auto, LTR, RTL} {
			levels, _ := Levels(text, base)
			VisualOrder(levels)
		}
		if took := time.Since(start); took > 60*time.Second {
			t.Errorf("%q repeated took %v", piece, took)
		}
	}
}

func benchmarkLevels(b *testing.B, paragraph string, base Base) {
	text := []rune(strings.Repeat(paragraph, 6))
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Levels(text, base)
	}
}

func BenchmarkLevelsLatin(b *testing.B) {
	benchmarkLevels(b, "Each State Party shall, in accordance with article 6 (a), adopt 10 % of such measures. ", LTR)
}

func BenchmarkLevelsArabic(b *testing.B) {
	benchmarkLevels(b, "تتخذ كل دولة طرف، وفقا للمادة 6 (أ) من A/RES/75/240، ما يلزم من التدابير. ", RTL)
}
