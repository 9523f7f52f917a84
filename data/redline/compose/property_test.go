package compose

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode"

	"travaux/data/redline"
)

// checkComposition holds the package's invariants.
func checkComposition(t *testing.T, base string, vs []Variant, c Composition) {
	t.Helper()
	if got := c.Base(); got != base {
		t.Errorf("base not rebuilt: %q, not %q\n%s", got, base, show(c))
	}
	for _, v := range vs {
		want := wording(base, v)
		if got := c.Of(v.Key); got != want {
			t.Errorf("%s reads %q, not %q\n%s", v.Key, got, want, show(c))
		}
		if got := Compose(base, []Variant{v}); got.Text() != want || len(got.Collisions) > 0 {
			t.Errorf("%s alone gives %q, not %q", v.Key, got.Text(), want)
		}
	}
	at := 0
	for i, p := range c.Pieces {
		if p.Text == "" {
			t.Errorf("piece %d is empty: %s", i, show(c))
		}
		if p.Start != at {
			t.Errorf("piece %d begins at %d, not %d: %s", i, p.Start, at, show(c))
		}
		if p.Kind == Kept || p.Kind == Deleted {
			at += len([]rune(p.Text))
		}
		if p.Collision < -1 || p.Collision >= len(c.Collisions) || p.Side >= 0 && p.Side >= len(c.Collisions[p.Collision].Sides) {
			t.Errorf("piece %d names collision %d, side %d", i, p.Collision, p.Side)
		}
	}
	seen := map[string]bool{}
	for _, k := range c.Collisions {
		if seen[k.ID] || len(k.Sides) < 2 || string([]rune(base)[k.Start:k.End]) != string([]rune(k.Base)) {
			t.Errorf("bad collision %s", tell(k))
		}
		seen[k.ID] = true
	}
	if got, want := canonical(Compose(base, reversed(vs))), canonical(c); got != want {
		t.Errorf("in another order: %s\nnot %s", got, want)
	}
}

func wording(base string, v Variant) string {
	switch {
	case v.Delete:
		return ""
	case v.Keep:
		return base
	}
	return v.Wording
}

func reversed(vs []Variant) []Variant {
	vs = slices.Clone(vs)
	slices.Reverse(vs)
	return vs
}

// canonical writes a composition without the order of the variants: keys and
// alternatives sorted.
func canonical(c Composition) string {
	var out, group []string
	inGroup, side := -1, -1
	flush := func() {
		slices.Sort(group)
		out = append(out, group...)
		group, inGroup, side = nil, -1, -1
	}
	for _, p := range c.Pieces {
		keys := slices.Clone(p.Keys)
		slices.Sort(keys)
		word := fmt.Sprintf("%s|%s|%v", p.Kind, p.Text, keys)
		if p.Side < 0 || p.Collision != inGroup {
			flush()
		}
		switch {
		case p.Side < 0 || c.Collisions[p.Collision].Kind == Beside:
			out = append(out, word)
		case p.Side == side:
			group[len(group)-1] += word
		default:
			inGroup, side = p.Collision, p.Side
			group = append(group, word)
		}
	}
	flush()
	for _, k := range c.Collisions {
		var sides []string
		for _, s := range k.Sides {
			keys := slices.Clone(s.Keys)
			slices.Sort(keys)
			sides = append(sides, fmt.Sprint(keys, s.Act, s.Words))
		}
		slices.Sort(sides)
		out = append(out, k.ID+k.Base+strings.Join(sides, ";"))
	}
	return strings.Join(out, "\n")
}

// bases are sentences written for these tests.
var bases = []string{
	"Each Party shall take appropriate and effective measures to protect the records, subject to its law.",
	"Chaque Partie prend les mesures voulues ; elle veille à ce que l’accès soit libre (sauf exception).",
	"Каждое государство-участник принимает надлежащие меры, если это необходимо, и сообщает о них.",
	"تتخذ كل دولة طرف التدابير اللازمة، حسب الاقتضاء، وتبلغ الدول الأطراف الأخرى بها.",
	"每一缔约国应酌情采取适当措施，并向其他缔约国通报[此类]措施。",
	"States [shall] [should] act; they (a) report, (b) consult.\nThey may rest.",
}

// edited changes some words of a text at random, keeping its white space sane.
func edited(r *rand.Rand, text string, changes int) string {
	tokens := redline.Tokens(text)
	own := []string{"urgent", "мера", "دولة", "应", "may", "[x y]", "not"}
	for range changes {
		at := r.Intn(len(tokens))
		for blank(tokens[at]) {
			at = r.Intn(len(tokens))
		}
		word := own[r.Intn(len(own))]
		switch r.Intn(4) {
		case 0:
			tokens[at] = word
		case 1:
			tokens[at] = word + " " + tokens[at]
		case 2:
			tokens[at] += " " + word
		case 3:
			if len(tokens) > 3 && at > 0 && blank(tokens[at-1]) {
				tokens = slices.Delete(tokens, at-1, at+1)
			}
		}
	}
	return strings.Join(tokens, "")
}

func TestRandomVariants(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	kinds := map[CollisionKind]int{}
	clean := 0
	for range 4000 {
		base := bases[r.Intn(len(bases))]
		var wordings []string
		for range 1 + r.Intn(4) {
			switch r.Intn(12) {
			case 0:
				wordings = append(wordings, "SUP")
			case 1:
				wordings = append(wordings, "NOC")
			default:
				wordings = append(wordings, edited(r, base, 1+r.Intn(3)))
			}
		}
		vs := variants(wordings...)
		c := Compose(base, vs)
		checkComposition(t, base, vs, c)
		for _, k := range c.Collisions {
			kinds[k.Kind]++
		}
		if len(c.Collisions) == 0 && len(vs) > 1 {
			clean++
			checkSequence(t, r, base, vs, c)
		}
		if t.Failed() {
			t.Fatalf("base %q\nvariants %q", base, wordings)
		}
	}
	for _, k := range CollisionKinds {
		if kinds[k] < 50 {
			t.Errorf("only %d collisions of kind %s were tried", kinds[k], k)
		}
	}
	if clean < 300 {
		t.Errorf("only %d compositions without a collision were tried", clean)
	}
}

// checkSequence applies variants that do not collide one after another, in a
// random order. Where changes of two of them touch, white space is set right
// by the composition, and only the words are compared.
func checkSequence(t *testing.T, r *rand.Rand, base string, vs []Variant, c Composition) {
	t.Helper()
	text := []rune(base)
	place := make([]int, len(text)+1) // where each rune of the base, or what follows it, now is
	there := make([]bool, len(text)+1)
	for i := range place {
		place[i], there[i] = i, true
	}
	touched := false
	apply := func(from, to int, insert string) {
		for i := from; i < to; i++ {
			if !there[i] {
				touched = true
				continue
			}
			text = slices.Delete(text, place[i], place[i]+1)
			there[i] = false
			for j := i + 1; j < len(place); j++ {
				place[j]--
			}
		}
		text = slices.Insert(text, place[to], []rune(insert)...)
		for j := to; j < len(place); j++ {
			place[j] += len([]rune(insert))
		}
	}
	done := map[string]bool{} // what two of them want is done once
	for _, n := range r.Perm(len(vs)) {
		b := newBoard(base, []Variant{{Key: "X", Wording: wording(base, vs[n])}})
		for _, h := range b.changes {
			if what := fmt.Sprint(h.from, h.to, h.ins); !done[what] {
				done[what] = true
				apply(b.at[h.from], b.at[h.to], h.ins)
			}
		}
	}
	got, want := c.Text(), string(text)
	if touched || meets(c) {
		got, want = unspaced(got), unspaced(want)
	}
	if got != want {
		t.Errorf("composed  %q\nin turn   %q\n%s", got, want, show(c))
	}
}

// meets reports whether changes of two variants have no kept word between.
func meets(c Composition) bool {
	var before []string
	for _, p := range c.Pieces {
		switch {
		case p.Kind == Kept && strings.TrimSpace(p.Text) != "":
			before = nil
		case p.Kind == Kept:
		case before != nil && !slices.Equal(before, p.Keys):
			return true
		default:
			before = append([]string{}, p.Keys...)
		}
	}
	return false
}

func unspaced(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// TestSpaceStaysSane composes sentences without doubled spaces and without
// spaces before marks, and finds none.
func TestSpaceStaysSane(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	insane := []string{"  ", " .", " ,", "( ", " )", " 。", " ،"}
	for range 4000 {
		base := bases[r.Intn(len(bases))]
		var wordings []string
		for range 2 + r.Intn(3) {
			wordings = append(wordings, edited(r, base, 1+r.Intn(3)))
		}
		got := Compose(base, variants(wordings...)).Text()
		for _, s := range insane {
			if strings.Contains(got, s) && !strings.Contains(strings.Join(append(wordings, base), "|"), s) {
				t.Fatalf("%q in %q\nbase %q\nvariants %q\n%s", s, got, base, wordings, show(Compose(base, variants(wordings...))))
			}
		}
	}
}

func FuzzCompose(f *testing.F) {
	f.Add("Each Party shall [act]", "Each Party may [or shall] act", "Parties shall act", false, false)
	f.Add("缔约国应采取措施", "缔约国可采取", "缔约国应[努力]采取措施", true, false)
	f.Add("a b c.", "a  b", "a (b c).", false, true)
	f.Add("0 b ", "b", "0 b 0", false, true)
	f.Add("(a) [b", "b] (a", "a\xff\u200fb", true, true)
	f.Fuzz(func(t *testing.T, base, one, two string, del, keep bool) {
		if len(base)+len(one)+len(two) > 3000 {
			t.Skip("long texts have their own test")
		}
		vs := []Variant{{Key: "1", Wording: one}, {Key: "2", Wording: two}, {Key: "3", Wording: one + two}}
		if del {
			vs = append(vs, Variant{Key: "D", Delete: true})
		}
		if keep {
			vs = append(vs, Variant{Key: "K", Keep: true})
		}
		checkComposition(t, base, vs, Compose(base, vs))
	})
}
