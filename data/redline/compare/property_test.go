package compare

import (
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/align"
)

// holds checks the package's invariants.
func holds(t *testing.T, c Comparison) {
	t.Helper()
	checkTexts(t, "old", c.Old, c.OldTexts())
	checkTexts(t, "new", c.New, c.NewTexts())
	old, new := 0, 0
	seenOld, seenNew := make([]int, len(c.Old)), make([]int, len(c.New))
	for n, l := range c.Lines {
		if l.StandsInOld() {
			if l.Old < old {
				t.Errorf("line %d: old paragraph %d after %d", n, l.Old, old)
			}
			old = l.Old
			seenOld[l.Old]++
		}
		if l.StandsInNew() {
			if l.New < new {
				t.Errorf("line %d: new paragraph %d after %d", n, l.New, new)
			}
			new = l.New
			seenNew[l.New]++
		}
		if l.Other >= 0 && c.Lines[l.Other].Other != n {
			t.Errorf("line %d and its other %d do not name each other", n, l.Other)
		}
		if l.Other >= 0 && l.Gone() == c.Lines[l.Other].Gone() {
			t.Errorf("line %d and its other %d are on the same side", n, l.Other)
		}
		if l.Gone() && !only(l, redline.Delete) || l.Came() && !only(l, redline.Insert) {
			t.Errorf("line %d is on one side only, its words are not", n)
		}
		for _, edits := range [][]redline.Edit{l.Label, l.Heading, l.Text} {
			checkEdits(t, edits)
		}
	}
	if i := slices.Index(seenOld, 0); i >= 0 {
		t.Errorf("old paragraph %d has no line", i)
	}
	if i := slices.Index(seenNew, 0); i >= 0 {
		t.Errorf("new paragraph %d has no line", i)
	}
	if again := Of(c.Old, c.New, c.Pairs); !reflect.DeepEqual(again.Lines, c.Lines) {
		t.Error("other lines the second time")
	}
}

func only(l Line, kind redline.Kind) bool {
	for _, edits := range [][]redline.Edit{l.Label, l.Heading, l.Text} {
		if len(edits) > 1 || len(edits) == 1 && edits[0].Kind != kind {
			return false
		}
	}
	return true
}

func checkEdits(t *testing.T, edits []redline.Edit) {
	t.Helper()
	for i, e := range edits {
		if e.Text == "" {
			t.Errorf("empty edit in %s", marked(edits))
		}
		if i > 0 && (edits[i-1].Kind == e.Kind || edits[i-1].Kind == redline.Insert && e.Kind == redline.Delete) {
			t.Errorf("%v after %v in %s", e.Kind, edits[i-1].Kind, marked(edits))
		}
	}
}

func checkTexts(t *testing.T, side string, want []align.Paragraph, got []data.Rendering) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d %s paragraphs, not %d", len(got), side, len(want))
	}
	for i, p := range want {
		if r := got[i]; r.Label != p.Label || r.Heading != p.Heading || r.Text != p.Text {
			t.Errorf("%s paragraph %d: rebuilt %q %q %q from %q %q %q", side, i, r.Label, r.Heading, r.Text, p.Label, p.Heading, p.Text)
		}
	}
}

// words of the six languages, with much that is awkward.
var vocabularies = [][]string{
	{"State", "Party", "shall", "the", "[", "]", "(a)", ", ", ". ", "\n", " "},
	{"État", "l’accord", "doit", "de", "«", "»", "a)", " ;", ". ", "\n", " "},
	{"Estado", "deberá", "¿qué?", "los", "[", "]", "a)", ", ", ". ", "\n", " "},
	{"Государство", "обязано", "меры", "и", "[", "]", "a)", ", ", ". ", "\n", " "},
	{"الدولة", "الطرف", "تتخذ", "و", "[", "]", "(أ)", "، ", ". ", "\n", " "},
	{"缔约国", "应", "采取", "措施", "[", "]", "㈠", "，", "。", "\n", "　"},
	{"", "\r\n", "\u00a0", "a\u0301", "\u200f", "\xff", "\n\n", "1,000", "—", "\t", "\u0301"},
}

// version makes a few random paragraphs.
func version(r *rand.Rand) []align.Paragraph {
	out := make([]align.Paragraph, r.Intn(7))
	vocabulary := vocabularies[r.Intn(len(vocabularies))]
	some := func(most int) string {
		var b strings.Builder
		for range r.Intn(most + 1) {
			b.WriteString(vocabulary[r.Intn(len(vocabulary))])
		}
		return b.String()
	}
	for i := range out {
		out[i] = align.Paragraph{Label: some(1), Heading: some(2), Text: some(12), Parent: -1}
	}
	return out
}

// pairing puts the paragraphs into random pairs of every kind and shape.
func pairing(r *rand.Rand, old, new int) []align.Pair {
	pairs := make([]align.Pair, 1+r.Intn(old+new+1))
	for n := range pairs {
		pairs[n].Kind = data.PairKinds[r.Intn(len(data.PairKinds))]
	}
	nearby := func(i int) int { // mostly in order
		if r.Intn(4) == 0 {
			return r.Intn(len(pairs))
		}
		return min(i, len(pairs)-1)
	}
	for i := range old {
		p := &pairs[nearby(i)]
		p.Old = append(p.Old, i)
	}
	for i := range new {
		p := &pairs[nearby(i)]
		p.New = append(p.New, i)
	}
	return pairs
}

func TestRebuilt(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 3000 {
		old, new := version(r), version(r)
		if r.Intn(2) == 0 {
			new = slices.Concat(old, new)
			r.Shuffle(len(new), func(i, j int) { new[i], new[j] = new[j], new[i] })
		}
		c := Of(old, new, pairing(r, len(old), len(new)))
		holds(t, c)
		if t.Failed() {
			t.Fatalf("%+v\n%s", c.Pairs, show(c))
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("1. A acts. B rests.\n2. C", "1. A acts.\n2. B rests.\n3. C", int64(1))
	f.Add("缔约国应采取措施", "缔约国\n\n可采取", int64(2))
	f.Add("a\xff b", "\xfe’", int64(3))
	f.Fuzz(func(t *testing.T, old, new string, seed int64) {
		if len(old)+len(new) > 4000 {
			t.Skip("long texts have their own test")
		}
		r := rand.New(rand.NewSource(seed))
		o, n := pieces(r, old), pieces(r, new)
		holds(t, Of(o, n, pairing(r, len(o), len(n))))
	})
}

// pieces cuts a text anywhere into paragraphs.
func pieces(r *rand.Rand, s string) (out []align.Paragraph) {
	for s != "" {
		n := 1 + r.Intn(len(s))
		p := align.Paragraph{Text: s[:n], Parent: -1}
		if r.Intn(3) == 0 {
			p.Label, p.Text = s[:n/2], s[n/2:n]
		}
		out, s = append(out, p), s[n:]
	}
	return out
}
