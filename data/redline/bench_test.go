package redline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// draftLines are the paragraphs of a real draft; none where the shared data are
// absent.
func draftLines(name string) (out []string) {
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	content, err := os.ReadFile(filepath.Join(dir, "..", "shared", "data", "drafts", name))
	if err != nil {
		return nil
	}
	for _, line := range strings.Split(string(content), "\n") {
		if !strings.HasPrefix(line, "#") && len(line) > 20 {
			out = append(out, line)
		}
	}
	return out
}

// drafts gives pairs of similar paragraphs of two successive real drafts, and
// skips where the shared data are absent.
func drafts(tb testing.TB) (pairs [][2]string) {
	tb.Helper()
	old, new := draftLines("bbnj-2022_5.clean.txt"), draftLines("bbnj-2023_2.clean.txt")
	if len(old) == 0 || len(new) == 0 {
		tb.Skip("the shared drafts are not on this machine")
	}
	bags := make([]map[string]bool, len(old))
	for i, line := range old {
		bags[i] = wordsOf(line)
	}
	for _, line := range new {
		bag, best, bestAt := wordsOf(line), 0.5, -1
		for i := range old {
			if s := similar(bag, bags[i]); s > best && s < 1 {
				best, bestAt = s, i
			}
		}
		if bestAt >= 0 {
			pairs = append(pairs, [2]string{old[bestAt], line})
		}
	}
	return pairs
}

func wordsOf(line string) map[string]bool {
	bag := map[string]bool{}
	for _, t := range scan(line) {
		if t.class == word {
			bag[t.text] = true
		}
	}
	return bag
}

func similar(a, b map[string]bool) float64 {
	common := 0
	for w := range a {
		if b[w] {
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// TestDraftsCheapest holds the redline of two real drafts to the optimum of
// the stated cost.
func TestDraftsCheapest(t *testing.T) {
	var got, want int32
	pairs := drafts(t)
	for _, p := range pairs {
		edits := Words(p[0], p[1])
		checkEdits(t, p[0], p[1], edits)
		got += cost(edits)
		want += optimum(scan(p[0]), scan(p[1]))
	}
	t.Logf("%d pairs, cost %.1f, ratio to the optimum %.4f", len(pairs), float64(got)/wordCost, float64(got)/float64(want))
	if got != want || len(pairs) < 200 {
		t.Errorf("%d pairs cost %d, the optimum is %d", len(pairs), got, want)
	}
}

func BenchmarkDrafts(b *testing.B) {
	pairs := drafts(b)
	bytes := 0
	for _, p := range pairs {
		bytes += len(p[0]) + len(p[1])
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pairs {
			Words(p[0], p[1])
		}
	}
}

// BenchmarkFewChanges is what a proposal does to a long paragraph: a word here
// and there, from the first to the last.
func BenchmarkFewChanges(b *testing.B) {
	sentence := "Each State Party shall adopt such legislative and other measures as may be necessary under its domestic law. "
	old := strings.Repeat(sentence, 18)
	new := "All States Parties" + old[len("Each State Party"):1000] + "urgent and effective " + old[1000:len(old)-len("law. ")] + "legislation."
	b.ReportAllocs()
	for b.Loop() {
		Words(old, new)
	}
}
