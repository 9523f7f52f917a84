package align

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

// checkPairs holds what every alignment promises.
func checkPairs(tb testing.TB, old, new []Paragraph, o Options, pairs []Pair) {
	tb.Helper()
	ofOld, ofNew := make([]int, len(old)), make([]int, len(new))
	for n, p := range pairs {
		if !slices.IsSorted(p.Old) || !slices.IsSorted(p.New) || len(p.Old)+len(p.New) == 0 {
			tb.Errorf("pair %d is %v", n, p)
		}
		for _, i := range p.Old {
			ofOld[i]++
		}
		for _, j := range p.New {
			ofNew[j]++
		}
		if p.Score < 0 || p.Score > 1 || p.Rival < 0 || p.Rival > 1 || p.Reason == "" {
			tb.Errorf("pair %d: %+v", n, p)
		}
		if want := shape(p); !slices.Contains(want, p.Kind) {
			tb.Errorf("pair %d %v, %v is %s", n, p.Old, p.New, p.Kind)
		}
	}
	for i, n := range ofOld {
		if n != 1 {
			tb.Errorf("old paragraph %d stands in %d pairs", i, n)
		}
	}
	for j, n := range ofNew {
		if n != 1 {
			tb.Errorf("new paragraph %d stands in %d pairs", j, n)
		}
	}
	last := -1
	for _, p := range pairs {
		if len(p.New) > 0 {
			if p.New[0] < last {
				tb.Errorf("pair of new paragraph %d after that of %d", p.New[0], last)
			}
			last = p.New[0]
		}
	}
	if again := Align(old, new, o); !reflect.DeepEqual(again, pairs) {
		tb.Error("the same versions gave other pairs")
	}
}

// shape lists the kinds that a pair of so many paragraphs can have.
func shape(p Pair) []data.PairKind {
	switch {
	case len(p.New) == 0:
		return []data.PairKind{data.PairGone}
	case len(p.Old) == 0:
		return []data.PairKind{data.PairNew}
	case len(p.New) > 1:
		return []data.PairKind{data.PairSplit}
	case len(p.Old) > 1:
		return []data.PairKind{data.PairMerged}
	}
	return []data.PairKind{data.PairUnchanged, data.PairChanged, data.PairRenumbered, data.PairMoved}
}

// scribble invents a version with many repeated and empty paragraphs.
func scribble(r *rand.Rand) (out []Paragraph) {
	words := strings.Fields("the parties shall [may] ensure (a) 1. article Article 5 2 bis 缔约国 المادة Option A: #H #T ; .")
	for range r.Intn(12) {
		var text []string
		for range r.Intn(9) {
			text = append(text, words[r.Intn(len(words))])
		}
		out = append(out, Paragraph{Text: strings.Join(text, " "), Parent: -1})
	}
	return out
}

func TestProperties(t *testing.T) {
	for seed := range int64(600) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewSource(seed))
			old, new := scribble(r), scribble(r)
			if seed%3 == 0 {
				new = append(slices.Clone(old), new...)
			}
			var o Options
			for range r.Intn(3) {
				o.Fixed = append(o.Fixed, Fixed{Old: some(r, len(old)), New: some(r, len(new))})
			}
			checkPairs(t, old, new, o, Align(old, new, o))
		})
	}
}

func some(r *rand.Rand, n int) (out []int) {
	for range r.Intn(3) {
		out = append(out, r.Intn(n+2)-1)
	}
	return out
}

// TestIdentity compares texts with themselves.
func TestIdentity(t *testing.T) {
	for seed := range int64(200) {
		version := scribble(rand.New(rand.NewSource(seed)))
		for n, p := range Align(version, version, Options{}) {
			if p.Kind != data.PairUnchanged || !slices.Equal(p.Old, p.New) || p.Old[0] != n || p.Doubtful {
				t.Errorf("seed %d: %+v\n%+v", seed, p, version)
			}
		}
	}
}

// TestShared counts what ascending lists share, also where one is much longer,
// as a count of each number does.
func TestShared(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	list := func(n int) (out []int32) {
		for range n {
			out = append(out, int32(r.Intn(300)))
		}
		slices.Sort(out)
		return out
	}
	for range 2000 {
		x, y := list(r.Intn(12)), list(r.Intn(600))
		count := map[int32]int{}
		for _, f := range y {
			count[f]++
		}
		want := 0
		for _, f := range x {
			if count[f] > 0 {
				count[f]--
				want++
			}
		}
		got, back := 0, 0
		shared(x, y, func(int32) { got++ })
		shared(y, x, func(int32) { back++ })
		if got != want || back != want {
			t.Fatalf("%d and %d, not %d, are shared by %v and %v", got, back, want, x, y)
		}
	}
}

// mirrored swaps the sides of pairs.
func mirrored(pairs []Pair) map[string]bool {
	other := map[data.PairKind]data.PairKind{
		data.PairSplit: data.PairMerged, data.PairMerged: data.PairSplit, data.PairNew: data.PairGone, data.PairGone: data.PairNew,
	}
	out := map[string]bool{}
	for _, p := range pairs {
		kind := p.Kind
		if k := other[kind]; k != "" {
			kind = k
		}
		out[fmt.Sprint(kind, p.New, p.Old)] = true
	}
	return out
}

// TestMirrored compares real drafts, and an edited convention, both ways. Where
// two paragraphs cross, either may be the one that moved, and of paragraphs
// with the same words either may be the new one; all else must mirror.
func TestMirrored(t *testing.T) {
	check := func(name string, old, new []Paragraph) {
		there, back := mirrored(Align(old, new, Options{})), Align(new, old, Options{})
		same := 0
		for _, p := range back {
			if there[fmt.Sprint(p.Kind, p.Old, p.New)] {
				same++
			}
		}
		if share := float64(same) / float64(len(back)); share < 0.97 {
			t.Errorf("%s: only %.3f of %d pairs are mirrored", name, share, len(back))
		}
	}
	old, new := bbnj(t)
	check("drafts", old, new)
	for _, lang := range data.Langs {
		items := convention(t, "akn/A_RES_79_243_"+string(lang)+".xml", lang)
		e := editor{Rand: rand.New(rand.NewSource(9)), rates: usual, items: items, lang: lang}
		check(string(lang), paragraphs(flat(items)), paragraphs(flat(e.edited())))
	}
}

// TestRealIdentity compares real texts with themselves.
func TestRealIdentity(t *testing.T) {
	for _, name := range []string{"drafts/bbnj-2022_5.clean.txt", "treaties/unclos-1982.txt", "treaties/un-charter-ar.txt", "treaties/un-charter-zh.txt"} {
		version := lines(sharedFile(t, name))
		for n, p := range Align(version, version, Options{}) {
			if p.Kind != data.PairUnchanged || !slices.Equal(p.Old, p.New) || p.Old[0] != n || p.Score != 1 || p.Doubtful {
				t.Errorf("%s: %+v", name, p)
			}
		}
	}
}

func FuzzAlign(f *testing.F) {
	f.Add("1. Parties shall act.\n2. Parties report.", "1. Parties report.\n(a) bis Parties\n\n第一条", 1, 0)
	f.Add("#H Article 1\nOption A:\nالمادة 1", "[2. x]\n[", 0, 9)
	f.Fuzz(func(t *testing.T, a, b string, i, j int) {
		if len(a)+len(b) > 4000 {
			return
		}
		old, new := version(strings.Split(a, "\n")...), version(strings.Split(b, "\n")...)
		o := Options{Fixed: []Fixed{{[]int{i}, []int{j}}}}
		checkPairs(t, old, new, o, Align(old, new, o))
		if s := Similarity(a, b); s < 0 || s > 1 {
			t.Errorf("similarity %v", s)
		}
	})
}
