package watch

import (
	"math/rand/v2"
	"strings"
	"testing"

	"travaux/data"
)

// TestReadings makes small texts with spans in one another and beside, reads
// each in every way there is, and holds Find to it.
func TestReadings(t *testing.T) {
	runs := 20000
	if testing.Short() {
		runs = 2000
	}
	r := rand.New(rand.NewPCG(5, 9))
	words := []string{"a", "b", "c"}
	for range runs {
		var phrase []string
		for range 1 + r.IntN(3) {
			phrase = append(phrase, words[r.IntN(len(words))])
		}
		marked := sentence(r, words, 3)
		text := in(t, marked, data.English)
		if len(text.spans) > 8 {
			continue
		}
		matches := text.Find(parse(t, strings.Join(phrase, " "), data.English))
		all, some := true, false
		for reading := range 1 << len(text.spans) {
			has := strings.Contains(" "+strings.Join(readAs(text, reading), " ")+" ", " "+strings.Join(phrase, " ")+" ")
			all, some = all && has, some || has
		}
		sure := false
		for _, m := range matches {
			sure = sure || m.Doubt == 0
		}
		if some != (len(matches) > 0) {
			t.Fatalf("%q in %q: found %v, in a reading %v", phrase, marked, matches, some)
		}
		if sure && !all {
			t.Fatalf("%q in %q: %v is for sure, and not in every reading", phrase, marked, matches)
		}
		checkMatches(t, text, matches)
	}
}

// sentence is a run of words, some of them in spans.
func sentence(r *rand.Rand, words []string, depth int) string {
	var out []string
	for range 1 + r.IntN(4) {
		if depth > 0 && r.IntN(3) == 0 {
			out = append(out, "⟨"+sentence(r, words, depth-1)+"⟩")
		} else {
			out = append(out, words[r.IntN(len(words))])
		}
	}
	return strings.Join(out, " ")
}

// readAs are the words of a text without the spans whose bit is set.
func readAs(t *Text, without int) (out []string) {
	for _, w := range t.list {
		gone := false
		for i, s := range t.spans {
			gone = gone || without>>i&1 == 1 && s.Start <= w.start && w.start < s.End
		}
		if !gone {
			out = append(out, w.full)
		}
	}
	return out
}

func checkMatches(t *testing.T, text *Text, matches []Match) {
	t.Helper()
	last, length := 0, len([]rune(text.words))
	for _, m := range matches {
		if m.Start < last || m.End <= m.Start || m.End > length {
			t.Fatalf("match %+v in %q", m, text.words)
		}
		last = m.End
	}
}

func FuzzFind(f *testing.F) {
	f.Add("shall|must act", "Parties [shall] [, as appropriate,] act", 8, 15, uint8(0))
	f.Add("(应|必须)采取", "各缔约国应［酌情］采取措施。", 5, 9, uint8(1))
	f.Add("l'État*", "L’ETAT’’ d’\xff", 0, 3, uint8(3))
	f.Add("*تحكيم", "والتّحكيم٣٠ \u0640", -4, 99, uint8(0))
	f.Add("((|)|(a|)*|*", "ёЁй\u0301\u00AD\u200D", 2, 2, uint8(4))
	f.Fuzz(func(t *testing.T, phrase, words string, start, end int, lang uint8) {
		l := data.Langs[int(lang)%len(data.Langs)]
		text := Read(words, l, []Span{{start, end, Bracketed}, {end / 2, end, Deleted}})
		p, err := Parse(phrase, l)
		if err != nil {
			return
		}
		checkMatches(t, text, text.Find(p))
		if _, ok := Weaker(text, text, &p); ok {
			t.Errorf("%q binds less than itself", words)
		}
	})
}
