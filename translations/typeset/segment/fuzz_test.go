package segment

import (
	"strings"
	"testing"
	"time"
)

var seeds = []string{
	"", " ", "\r\n", "1. (a) See A/RES/75/240, № 5 — « oui » : 10 %",
	"（一）根据《联合国宪章》第5条，“数据”……", "المادة 5 (أ) من A/RES/75/240", "👨\u200D👩\u200D👧🇫🇷 e\u0301 \u0301\u2028x",
}

// checkBoundaries holds any list of boundaries to the promises of the package.
func checkBoundaries(t *testing.T, name string, text []rune, boundaries []int) {
	t.Helper()
	if boundaries[0] != 0 || boundaries[len(boundaries)-1] != len(text) {
		t.Fatalf("%s of %q: %v does not run from 0 to %d", name, string(text), boundaries, len(text))
	}
	for i := 1; i < len(boundaries); i++ {
		if boundaries[i] <= boundaries[i-1] {
			t.Fatalf("%s of %q: %v is not ascending", name, string(text), boundaries)
		}
	}
}

func FuzzSegment(f *testing.F) {
	for _, seed := range seeds {
		for _, lang := range []string{"ar", "zh", "en", "fr", "ru", "es"} {
			f.Add(seed, lang)
		}
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		text := []rune(s)
		clusters := Graphemes(text)
		checkBoundaries(t, "clusters", text, clusters)
		checkBoundaries(t, "words", text, Words(text))

		breaks := Breaks(text, lang)
		if len(text) == 0 {
			if len(breaks) != 0 {
				t.Fatalf("breaks %v in an empty text", breaks)
			}
			return
		}
		if last := breaks[len(breaks)-1]; last != (Opportunity{len(text), true}) {
			t.Fatalf("the last break of %q is %v", s, last)
		}
		between := map[int]bool{}
		for _, at := range clusters {
			between[at] = true
		}
		hard := map[int]bool{}
		before := 0
		for _, o := range breaks {
			if o.At <= before {
				t.Fatalf("breaks %v of %q are not ascending", breaks, s)
			}
			if !between[o.At] {
				t.Fatalf("break at %d of %q falls inside a cluster", o.At, s)
			}
			hard[o.At] = o.Mandatory
			before = o.At
		}
		for i, r := range text {
			if strings.ContainsRune("\n\v\f\u0085\u2028\u2029", r) && !hard[i+1] {
				t.Fatalf("no mandatory break after the separator at %d of %q", i, s)
			}
		}
	})
}

// paragraph is an invented one, about as long as those of treaties.
var paragraph = []rune(strings.Repeat("Each State Party shall, in accordance with article 6 (a) of A/RES/75/240, adopt 10 % of such measures. ", 6))

func BenchmarkBreaks(b *testing.B) {
	b.SetBytes(int64(len(paragraph)))
	for b.Loop() {
		Breaks(paragraph, "en")
	}
}

func BenchmarkGraphemes(b *testing.B) {
	b.SetBytes(int64(len(paragraph)))
	for b.Loop() {
		Graphemes(paragraph)
	}
}

// TestHostileTextIsLinear: none of the rules may look back or ahead without end.
// Linear, a text takes some tens of milliseconds; quadratic, well over ten seconds.
func TestHostileTextIsLinear(t *testing.T) {
	for _, piece := range []string{"\t ", " ", "« ", "(", "第一", "第 ", "A.", "A/", "A.(", "U.N.", "3 ", "a) ", "'\u0301", "\u200D", "。 ", "“", "1 234 "} {
		text := []rune(strings.Repeat(piece, 200_000/len([]rune(piece))))
		start := time.Now()
		for _, lang := range []string{"zh", "fr"} {
			if got := Breaks(text, lang); got[len(got)-1].At != len(text) {
				t.Errorf("%q repeated, %s: ends at %v", piece, lang, got[len(got)-1])
			}
		}
		Words(text)
		if took := time.Since(start); took > 60*time.Second {
			t.Errorf("%q repeated took %v", piece, took)
		}
	}
}
