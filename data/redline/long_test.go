package redline

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// lengthy makes a text of about that many tokens in which phrases come again.
func lengthy(r *rand.Rand, tokens int) string {
	words := strings.Fields("State States Party shall may take measures appropriate the of and in to for under its this Agreement Convention article paragraph 1 2 3 (a) (b) [ ] 国 应 دولة تتخذ мера и États l’accord")
	var b strings.Builder
	for range tokens / 2 {
		b.WriteString(words[int(float64(len(words))*r.Float64()*r.Float64())])
		b.WriteByte(" .\n"[max(0, r.Intn(40)-37)])
	}
	return b.String()
}

// edited changes, inserts, deletes and moves words here and there.
func edited(r *rand.Rand, s string, share float64) string {
	words := strings.SplitAfter(s, " ")
	var b strings.Builder
	for i := 0; i < len(words); i++ {
		if r.Float64() >= share {
			b.WriteString(words[i])
			continue
		}
		switch r.Intn(6) {
		case 0:
			b.WriteString("otherwise ")
		case 1:
			b.WriteString(words[r.Intn(len(words))])
			i--
		case 2:
			i += r.Intn(20)
		case 3:
			b.WriteString("[" + words[i] + "] ")
		case 4:
			at := r.Intn(len(words))
			b.WriteString(strings.Join(words[at:min(at+1+r.Intn(60), len(words))], ""))
		}
	}
	return b.String()
}

// document is a draft as one text, up to that many bytes.
func document(name string, size int) string {
	var b strings.Builder
	for _, line := range draftLines(name) {
		if b.Len() > size {
			break
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// TestLongRatio holds the method for long texts to the stated ratio, on texts
// that the exact method can still compare if it is allowed to.
func TestLongRatio(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	pairs := map[string][2]string{}
	for n := range 3 {
		s, share := lengthy(r, 3000), []float64{0.02, 0.1, 0.2}[n%3]
		pairs[fmt.Sprintf("edited %d, %.0f in a hundred words", n/3, 100*share)] = [2]string{s, edited(r, s, share)}
	}
	if len(draftLines("bbnj-2022_5.clean.txt")) > 0 {
		pairs["drafts"] = [2]string{document("bbnj-2022_5.clean.txt", 20_000), document("bbnj-2023_2.clean.txt", 40_000)}
	}
	for name, p := range pairs {
		t.Run(name, func(t *testing.T) {
			edits, exact := within(1<<20, p[0], p[1])
			best, _ := within(1<<40, p[0], p[1])
			checkShape(t, p[0], p[1], edits)
			ratio := float64(cost(edits)) / float64(cost(best))
			t.Logf("%d and %d tokens, cost %d, ratio to the optimum %.4f", len(scan(p[0])), len(scan(p[1])), cost(edits)/wordCost, ratio)
			if exact {
				t.Error("the exact method can do it")
			}
			if ratio > LongRatio || ratio < 1 {
				t.Errorf("ratio %.4f, stated is at most %.2f", ratio, LongRatio)
			}
		})
	}
}

// within compares with a smaller limit for the exact method.
func within(limit int, old, new string) (edits []Edit, exact bool) {
	c := compare(scan(old), scan(new))
	exact = pair{c.old, c.new, c.gone, c.come}.solve(limit)
	c.dropIslands()
	c.slide()
	return c.edits(), exact
}

// TestLong goes beyond the exact method's table.
func TestLong(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	base := lengthy(r, 12_000)
	for _, c := range []struct {
		name, new string
		kept      float64
	}{
		{"edited", edited(r, base, 0.1), 0.7},
		{"halves exchanged", base[len(base)/2:] + base[:len(base)/2], 0.45},
		{"nothing in common", strings.Repeat("x y ", 6000), 0},
		{"repetition", strings.Repeat(base[:2000], 12), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			edits, exact := within(1<<21, base, c.new)
			if exact {
				t.Fatal("the exact method can do it")
			}
			checkShape(t, base, c.new, edits)
			kept := 0
			for _, e := range edits {
				if e.Kind == Keep {
					kept += len(e.Text)
				}
			}
			if share := float64(kept) / float64(len(base)); share < c.kept {
				t.Errorf("only %.2f of the text was kept", share)
			}
		})
	}
	old, new := strings.Repeat("x y ", 8000), strings.Repeat("a b ", 8000)
	checkEdits(t, old, new, Words(old, new))
}

// TestExactInBlocks compares texts with so little in common that the trail has
// to be computed block by block.
func TestExactInBlocks(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	old, new := lengthy(r, 3600), lengthy(r, 4000)
	if len(scan(old))*len(scan(new)) < 3*trailLimit {
		t.Fatal("the texts are too short for this test")
	}
	edits := Words(old, new)
	checkEdits(t, old, new, edits)
	if got, want := cost(edits), optimum(scan(old), scan(new)); got != want {
		t.Errorf("cost %d, cheapest is %d", got, want)
	}
}

// BenchmarkLong is two drafts as one text each, as after pasting a whole treaty
// into one paragraph.
func BenchmarkLong(b *testing.B) {
	old, new := document("bbnj-2022_5.clean.txt", 1<<20), document("bbnj-2023_2.clean.txt", 1<<20)
	if old == "" {
		b.Skip("the shared drafts are not on this machine")
	}
	b.SetBytes(int64(len(old) + len(new)))
	for b.Loop() {
		Words(old, new)
	}
}
