package compare

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sergi/go-diff/diffmatchpatch"

	"travaux/data/redline"
)

// The peers: what else says which words of a paragraph changed. BenchmarkPeers
// gives all of them the same pairs in the same run and lays one ruler on all:
//
//	go test ./data/redline/compare -run '^$' -bench Peers -benchtime 1x
//
// A program that is missing is left out.

// differ is one way to compare two paragraphs.
type differ struct {
	name string
	diff func(b *testing.B, old, new string) []redline.Edit
}

// mostRatio is how many times the cheapest cost ours may be.
const mostRatio = 1.02

func BenchmarkPeers(b *testing.B) {
	ours := differ{"ours", func(_ *testing.B, old, new string) []redline.Edit { return redline.Words(old, new) }}
	for _, set := range []struct {
		name  string
		pairs [][2]string
	}{{"bbnj", draftPairs()}, {"word", wordPairs(b)}} {
		b.Run(set.name, func(b *testing.B) {
			if len(set.pairs) == 0 {
				b.Skip("the real documents are not beside the project")
			}
			best := int64(0)
			for _, p := range set.pairs {
				best += optimum(p[0], p[1])
			}
			var own tally
			for _, d := range append([]differ{ours}, differs(b)...) {
				b.Run(d.name, func(b *testing.B) {
					var n tally
					for b.Loop() {
						n = measure(b, d, set.pairs)
					}
					n.report(b, best)
					if d.name == ours.name {
						own = n
						own.holdOptimum(b, best)
					} else if set.name == "bbnj" {
						own.holdAgainst(b, d.name, n)
					}
				})
			}
		})
	}
}

func (n tally) holdOptimum(b *testing.B, best int64) {
	if ratio := float64(n.cost) / float64(best); ratio > mostRatio {
		b.Errorf("our redlines cost %.4f times the optimum, more than %.2f", ratio, mostRatio)
	}
}

// holdAgainst fails where a peer's redlines are as good to read: as cheap, or
// with no more words changed in no more places.
func (n tally) holdAgainst(b *testing.B, name string, their tally) {
	if n.cost >= their.cost || n.words >= their.words && n.places >= their.places {
		b.Errorf("ours change %d words in %d places for %.0f, those of %s %d in %d for %.0f",
			n.words, n.places, float64(n.cost)/costWord, name, their.words, their.places, float64(their.cost)/costWord)
	}
}

func measure(b *testing.B, d differ, pairs [][2]string) (n tally) {
	for _, p := range pairs {
		n.add(wholeWords(d.diff(b, p[0], p[1])))
	}
	return n
}

func (n tally) report(b *testing.B, best int64) {
	b.ReportMetric(float64(n.words), "changed-words")
	b.ReportMetric(float64(n.places), "places")
	b.ReportMetric(float64(n.islands), "islands")
	b.ReportMetric(float64(n.cost)/costWord, "cost")
	b.ReportMetric(float64(n.cost)/float64(best), "times-optimum")
}

// differs are the peers that are here.
func differs(b *testing.B) []differ {
	out := []differ{
		{"go-diff characters", goDiff(runesOf, nil)},
		{"go-diff characters semantic", goDiff(runesOf, (*diffmatchpatch.DiffMatchPatch).DiffCleanupSemantic)},
		{"go-diff characters efficiency", goDiff(runesOf, (*diffmatchpatch.DiffMatchPatch).DiffCleanupEfficiency)},
		{"go-diff words", goDiff(redline.Tokens, nil)},
		{"go-diff words semantic", goDiff(redline.Tokens, (*diffmatchpatch.DiffMatchPatch).DiffCleanupSemantic)},
		{"go-diff words efficiency", goDiff(redline.Tokens, (*diffmatchpatch.DiffMatchPatch).DiffCleanupEfficiency)},
	}
	for _, p := range []struct {
		name string
		args []string
		read func(string) []redline.Edit
	}{
		{"dwdiff", []string{"--start-delete=" + startDelete, "--stop-delete=" + stopDelete, "--start-insert=" + startInsert, "--stop-insert=" + stopInsert}, readMarked},
		{"dwdiff --punctuation", []string{"--punctuation", "--start-delete=" + startDelete, "--stop-delete=" + stopDelete, "--start-insert=" + startInsert, "--stop-insert=" + stopInsert}, readMarked},
		{"wdiff", []string{"--start-delete=" + startDelete, "--end-delete=" + stopDelete, "--start-insert=" + startInsert, "--end-insert=" + stopInsert}, readMarked},
		{"git diff --word-diff", []string{"diff", "--no-index", "--no-color", "-U100000", "--word-diff=porcelain"}, readPorcelain},
		{"git diff --word-diff-regex", []string{"diff", "--no-index", "--no-color", "-U100000", "--word-diff=porcelain", `--word-diff-regex=[[:alnum:]]+|[^[:space:]]`}, readPorcelain},
	} {
		bin, err := exec.LookPath(strings.Fields(p.name)[0])
		if err != nil {
			b.Logf("%s is not installed and is left out", p.name)
			continue
		}
		out = append(out, differ{p.name, program(b.TempDir(), bin, p.args, p.read)})
	}
	return out
}

// goDiff is github.com/sergi/go-diff on pieces of text, each a rune to it.
func goDiff(cut func(string) []string, clean func(*diffmatchpatch.DiffMatchPatch, []diffmatchpatch.Diff) []diffmatchpatch.Diff) func(*testing.B, string, string) []redline.Edit {
	return func(_ *testing.B, old, new string) []redline.Edit {
		var pieces []string
		known := map[string]rune{}
		code := func(s string) (out []rune) {
			for _, piece := range cut(s) {
				r, ok := known[piece]
				if !ok {
					r = rune(0x100 + len(pieces)) // no paragraph has so many that surrogates are reached
					known[piece] = r
					pieces = append(pieces, piece)
				}
				out = append(out, r)
			}
			return out
		}
		d := diffmatchpatch.New()
		d.DiffTimeout = 0
		diffs := d.DiffMainRunes(code(old), code(new), false)
		if clean != nil {
			diffs = clean(d, diffs)
		}
		var edits []redline.Edit
		for _, diff := range diffs {
			var words strings.Builder
			for _, r := range diff.Text {
				words.WriteString(pieces[r-0x100])
			}
			kind := map[diffmatchpatch.Operation]redline.Kind{diffmatchpatch.DiffDelete: redline.Delete, diffmatchpatch.DiffInsert: redline.Insert}[diff.Type]
			edits = append(edits, redline.Edit{Kind: kind, Text: words.String()})
		}
		return edits
	}
}

func runesOf(s string) (out []string) {
	for _, r := range s {
		out = append(out, string(r))
	}
	return out
}

// Marks that no text holds.
const startDelete, stopDelete, startInsert, stopInsert = "\x01", "\x02", "\x03", "\x04"

// program runs a peer on two files.
func program(dir, bin string, args []string, read func(string) []redline.Edit) func(*testing.B, string, string) []redline.Edit {
	files := []string{filepath.Join(dir, "old"), filepath.Join(dir, "new")}
	return func(b *testing.B, old, new string) []redline.Edit {
		for i, s := range []string{old, new} {
			if err := os.WriteFile(files[i], []byte(s+"\n"), 0o600); err != nil {
				b.Fatal(err)
			}
		}
		c := exec.Command(bin, append(args, files...)...)
		c.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
		out, err := c.Output()
		if err != nil && c.ProcessState.ExitCode() != 1 { // 1: they differ
			b.Fatalf("%s: %v", bin, err)
		}
		return read(string(out))
	}
}

// readMarked reads a text with marks in it.
func readMarked(s string) (edits []redline.Edit) {
	kind := redline.Keep
	for s != "" {
		i := strings.IndexAny(s, startDelete+stopDelete+startInsert+stopInsert)
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			edits = append(edits, redline.Edit{Kind: kind, Text: s[:i]})
		}
		if i < len(s) {
			kind = map[string]redline.Kind{startDelete: redline.Delete, startInsert: redline.Insert}[s[i:i+1]]
			i++
		}
		s = s[i:]
	}
	return edits
}

// readPorcelain reads git's word difference: one piece a line.
func readPorcelain(s string) (edits []redline.Edit) {
	_, s, _ = strings.Cut(s, "\n@@")
	_, s, _ = strings.Cut(s, "\n")
	for _, line := range strings.Split(s, "\n") {
		if len(line) < 2 || line[0] == '~' || line[0] == '\\' {
			continue
		}
		kind := map[byte]redline.Kind{'-': redline.Delete, '+': redline.Insert}[line[0]]
		edits = append(edits, redline.Edit{Kind: kind, Text: line[1:]})
	}
	return edits
}

// TestPeersAreReadRight: a ruler that misreads a peer would flatter us.
func TestPeersAreReadRight(t *testing.T) {
	want := "shall [-take-]{+adopt+} measures"
	if got := marked(readMarked("shall \x01take\x02\x03adopt\x04 measures")); got != want {
		t.Errorf("marked: %s", got)
	}
	if got := marked(readPorcelain("diff --git a b\n--- a\n+++ b\n@@ -1 +1 @@\n shall \n-take\n+adopt\n  measures\n~\n")); got != want {
		t.Errorf("porcelain: %s", got)
	}
	got := goDiff(redline.Tokens, nil)(nil, "shall take measures", "shall adopt measures")
	if s := marked(wholeWords(got)); s != want {
		t.Errorf("go-diff: %s", s)
	}
	letters := goDiff(runesOf, nil)(nil, "the developing, co-operating States", "the developed, cooperating States")
	if s, want := marked(wholeWords(letters)), "the [-developing-]{+developed+}, [-co-operating-]{+cooperating+} States"; s != want {
		t.Errorf("whole words of %s: %s", marked(letters), s)
	}
	var n tally
	n.add(got)
	if fmt.Sprint(n) != fmt.Sprint(tally{words: 2, places: 1, islands: 0, cost: 2*costWord + costPlace}) {
		t.Errorf("%+v", n)
	}
}
