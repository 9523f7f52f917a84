package merge_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"travaux/data/redline/merge"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, base, one, two, want string }{
		{
			"changes far apart", "Each Party shall light every lantern at dusk.",
			"Each State Party shall light every lantern at dusk.", "Each Party shall light every lantern at nightfall.",
			"Each State Party shall light every lantern at nightfall.",
		},
		{"only one changed it", "A keeper may rest.", "A keeper may rest.", "A keeper should rest.", "A keeper should rest."},
		{"both made the same change", "A keeper may rest.", "A keeper shall rest.", "A keeper shall rest.", "A keeper shall rest."},
		{
			"the same change, and one more", "A keeper may rest at dawn, and at noon.",
			"A keeper shall rest at dawn, and at noon.", "A keeper shall rest at dawn, and at night.",
			"A keeper shall rest at dawn, and at night.",
		},
		{"a sentence added after a changed word's full stop", "A keeper may rest at dawn.", "A keeper may rest at dusk.", "A keeper may rest at dawn. He shall not sleep.", "A keeper may rest at dusk. He shall not sleep."},
		{"one empty base", "", "A keeper may rest.", "", "A keeper may rest."},
		{"nothing at all", "", "", "", ""},
		{"Chinese", "各国应当采取措施，保护灯塔。", "各缔约国应当采取措施，保护灯塔。", "各国应当采取措施，保护所有灯塔。", "各缔约国应当采取措施，保护所有灯塔。"},
		{"Arabic", "تتخذ الدول تدابير لحماية المنارات", "تتخذ الدول الأطراف تدابير لحماية المنارات", "تتخذ الدول تدابير لحماية جميع المنارات", "تتخذ الدول الأطراف تدابير لحماية جميع المنارات"},
		{"a bracket closed by one, words by the other", "Parties shall [light] lanterns at dusk.", "Parties shall light lanterns at dusk.", "Parties shall [light] lanterns at dawn.", "Parties shall light lanterns at dawn."},
	} {
		t.Run(c.name, func(t *testing.T) {
			pieces, clean := merge.Words(c.base, c.one, c.two)
			if !clean || merge.Text(pieces) != c.want {
				t.Fatalf("clean %v: %q, want %q", clean, merge.Text(pieces), c.want)
			}
			rebuilt(t, pieces, c.base, c.one, c.two)
		})
	}
}

func TestWhatMeetsIsNotJoined(t *testing.T) {
	for _, c := range []struct{ name, base, one, two string }{
		{"the same word", "A keeper may rest.", "A keeper shall rest.", "A keeper should rest."},
		{"words side by side", "Parties shall take measures.", "Parties shall not take measures.", "Parties shall adopt measures."},
		{"two insertions at one place", "A keeper may rest.", "A keeper may always rest.", "A keeper may never rest."},
		{"one deleted what the other changed", "A keeper may rest at dawn or at noon.", "A keeper may rest.", "A keeper may rest at dawn or at night."},
		{"two wordings from nothing", "", "A keeper may rest.", "A keeper may sleep."},
		{"all deleted against a word", "A keeper may rest.", "", "A keeper shall rest."},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, pair := range [][2]string{{c.one, c.two}, {c.two, c.one}} {
				if pieces, clean := merge.Words(c.base, pair[0], pair[1]); clean || pieces != nil {
					t.Errorf("joined to %q", merge.Text(pieces))
				}
			}
		})
	}
}

func rebuilt(t *testing.T, pieces []merge.Piece, base, one, two string) {
	t.Helper()
	for _, c := range []struct{ what, got, want string }{
		{"base", merge.Base(pieces), base},
		{"first version", merge.Version(pieces, merge.One), one},
		{"second version", merge.Version(pieces, merge.Two), two},
	} {
		if c.got != c.want {
			t.Errorf("the %s is rebuilt as %q, not %q", c.what, c.got, c.want)
		}
	}
	for _, p := range pieces {
		if p.Old == "" && p.New == "" || (p.By == merge.Neither) != (p.Old == p.New) {
			t.Errorf("piece %+v", p)
		}
	}
}

// TestChangesApartAreBothKept changes words of a base that is full of different
// ones, each version others, with words between: every change of either stands
// in the wording.
func TestChangesApartAreBothKept(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 7))
		n := 6 + r.IntN(60)
		var base, one, two, want []string
		for i := 0; i < n; i++ {
			word := fmt.Sprintf("base%d", i)
			base = append(base, word)
			mine, theirs := word, word
			if i%2 == 1 { // never two changes side by side
				changed := []string{fmt.Sprintf("new%d", i), "", word + fmt.Sprintf(" more%d", i)}[r.IntN(3)]
				switch r.IntN(4) {
				case 0:
					mine = changed
				case 1:
					theirs = changed
				case 2:
					mine, theirs = changed, changed
				}
			}
			one, two = append(one, mine), append(two, theirs)
			if word = mine; mine == base[i] {
				word = theirs
			}
			want = append(want, word)
		}
		line := func(words []string) string { return strings.Join(words, "·") }
		pieces, clean := merge.Words(line(base), line(one), line(two))
		if !clean || merge.Text(pieces) != line(want) {
			t.Fatalf("seed %d: clean %v\n%s\nwant\n%s", seed, clean, merge.Text(pieces), line(want))
		}
		rebuilt(t, pieces, line(base), line(one), line(two))
	}
}

// TestAnyTwoVersions holds the invariants for versions that may meet anywhere.
func TestAnyTwoVersions(t *testing.T) {
	cleanly := 0
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 11))
		base := sentence(r, 3+r.IntN(20))
		one, two := altered(r, base), altered(r, base)
		pieces, clean := merge.Words(base, one, two)
		other, cleanToo := merge.Words(base, two, one)
		if clean != cleanToo || merge.Text(pieces) != merge.Text(other) {
			t.Fatalf("seed %d: the order matters\n%q\n%q", seed, merge.Text(pieces), merge.Text(other))
		}
		if again, _ := merge.Words(base, one, one); merge.Text(again) != one {
			t.Fatalf("seed %d: a version with itself gives %q", seed, merge.Text(again))
		}
		if same, _ := merge.Words(base, base, two); merge.Text(same) != two {
			t.Fatalf("seed %d: a version against the base gives %q", seed, merge.Text(same))
		}
		if clean {
			cleanly++
			rebuilt(t, pieces, base, one, two)
		}
	}
	if cleanly < 400 {
		t.Errorf("only %d of 4000 are clean: the invariants are hardly tried", cleanly)
	}
}

var lexicon = strings.Fields("the Parties shall should may not take all measures at dusk , . [ ] lantern 灯 塔 المنارات")

func sentence(r *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = lexicon[r.IntN(len(lexicon))]
	}
	return strings.Join(words, " ")
}

func altered(r *rand.Rand, text string) string {
	words := strings.Split(text, " ")
	for range 1 + r.IntN(3) {
		at := r.IntN(len(words))
		switch r.IntN(3) {
		case 0:
			words[at] = lexicon[r.IntN(len(lexicon))]
		case 1:
			words[at] += " " + lexicon[r.IntN(len(lexicon))]
		case 2:
			words[at] = ""
		}
	}
	return strings.Join(words, " ")
}

// FuzzWords tries whatever texts: both versions are rebuilt, or nothing is
// proposed.
func FuzzWords(f *testing.F) {
	f.Add("A keeper may rest.", "A keeper shall rest.", "A keeper may rest at dawn.")
	f.Add("", "\x00", "\xff")
	f.Fuzz(func(t *testing.T, base, one, two string) {
		if pieces, clean := merge.Words(base, one, two); clean {
			rebuilt(t, pieces, base, one, two)
		}
	})
}

func BenchmarkWords(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	base := sentence(r, 250)
	one, two := altered(r, base), altered(r, base)
	b.ReportAllocs()
	for b.Loop() {
		merge.Words(base, one, two)
	}
}
