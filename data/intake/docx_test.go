package intake

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data/text"
)

// sharedWord returns the path of a shared document, and skips where the shared
// data are absent.
func sharedWord(tb testing.TB, name string) string {
	tb.Helper()
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	path := filepath.Join(dir, "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("%s is not on this machine", name)
	}
	return path
}

func readWord(tb testing.TB, path string) *text.Source {
	tb.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	src, err := readDocx(context.Background(), content)
	if err != nil {
		tb.Fatalf("%s: %v", filepath.Base(path), err)
	}
	checkSource(tb, src)
	return src
}

func textsOf(blocks []text.Block) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, b.Text)
	}
	return out
}

// TestDocxTriples holds the reading of tracked changes to what Word itself
// made of each file when all were accepted and rejected.
func TestDocxTriples(t *testing.T) {
	accepted, err := filepath.Glob(filepath.Join(sharedWord(t, "docx/rp"), "*-Accepted.docx"))
	if err != nil || len(accepted) != 27 {
		t.Fatalf("%d triples, 27 expected", len(accepted))
	}
	for _, path := range accepted {
		stem := strings.TrimSuffix(path, "-Accepted.docx")
		t.Run(filepath.Base(stem), func(t *testing.T) {
			src := readWord(t, stem+".docx")
			compareViews(t, "accepted", AcceptAll(src), AcceptAll(readWord(t, path)))
			compareViews(t, "rejected", RejectAll(src), AcceptAll(readWord(t, stem+"-Rejected.docx")))
		})
	}
}

func compareViews(t *testing.T, view string, got, want []text.Block) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d paragraphs, want %d", view, len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if got[i].Text != want[i].Text || got[i].Kind != want[i].Kind || got[i].Label != want[i].Label {
			t.Errorf("%s, paragraph %d: %q %q %q, want %q %q %q", view, i, got[i].Kind, got[i].Label, got[i].Text, want[i].Kind, want[i].Label, want[i].Text)
			return
		}
	}
}

// checkSource holds what every source from the reader must satisfy.
func checkSource(tb testing.TB, src *text.Source) {
	tb.Helper()
	place := func(what string, p text.Place) {
		if len(src.Blocks) == 0 && p == (text.Place{}) {
			return
		}
		if p.Block < 0 || p.Block >= len(src.Blocks) || p.Rune < 0 || p.Rune > len([]rune(src.Blocks[p.Block].Text)) {
			tb.Errorf("%s lies outside the text: %+v", what, p)
		}
	}
	for i, b := range src.Blocks {
		runes, at := len([]rune(b.Text)), 0
		for _, c := range b.Tracked {
			if c.Start < at || c.End <= c.Start && runes > 0 || c.End > runes {
				tb.Errorf("block %d: tracked change %d-%d after %d of %d", i, c.Start, c.End, at, runes)
			}
			at = c.End
		}
		at = 0
		for _, m := range b.Marked {
			if m.Start < at || m.End <= m.Start || m.End > runes {
				tb.Errorf("block %d: emphasis %d-%d after %d of %d", i, m.Start, m.End, at, runes)
			}
			at = m.End
		}
	}
	for _, n := range src.Notes {
		place("note "+n.ID, n.At)
	}
	for _, c := range src.Comments {
		place("comment "+c.ID, c.Start)
		place("comment "+c.ID, c.End)
	}
}
