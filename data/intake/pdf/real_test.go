package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"travaux/data"
	"travaux/data/text"
)

// drafts are the real files: how many articles they have, and how a line
// that belongs to their pages begins.
var drafts = []struct {
	name     string
	articles int
	pages    []string
}{
	{"drafts/plastics-01_resolution.pdf", 0, []string{"UNEP/EA.5/Res.14"}},
	{"drafts/plastics-03_zerodraft.pdf", 0, []string{"UNEP/PP/INC.3/4"}},
	{"drafts/plastics-04_revised_zero_draft.pdf", 0, []string{"UNEP/PP/INC.4/3"}},
	{"treaties/fish-stocks-agreement-1995.pdf", 57, []string{"A/CONF.164/37", "/..."}},
	{"treaties/unclos-1982.pdf", 445, nil},
}

func real(tb testing.TB, name string) []byte {
	tb.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "data", name))
	if err != nil {
		tb.Skipf("%s is not on this machine", name)
	}
	return content
}

// TestRealDrafts holds the readings of real files to their articles, to the
// words that poppler finds, and to nothing of the pages in the provisions.
func TestRealDrafts(t *testing.T) {
	for _, d := range drafts {
		t.Run(filepath.Base(d.name), func(t *testing.T) {
			src, err := readHere(t, real(t, d.name))
			if err != nil {
				t.Fatal(err)
			}
			o := text.Parse(src, "")
			if got := o.Rebuild(); got != src.Plain() {
				t.Error("the outline loses words")
			}
			if n := articles(o); n != d.articles {
				t.Errorf("%d articles, want %d", n, d.articles)
			}
			for _, n := range o.Nodes[min(20, len(o.Nodes)):] { // after the masthead
				for _, line := range strings.Split(n.Heading+"\n"+n.Text, "\n") {
					for _, f := range d.pages {
						if line == f {
							t.Errorf("%s has %q of the page", n.Path, line)
						}
					}
					if line != "" && strings.Trim(line, "0123456789") == "" {
						t.Errorf("%s has the number %s", n.Path, line)
					}
				}
			}
			comparePoppler(t, d.name, src)
		})
	}
}

func articles(o *text.Outline) int {
	n := 0
	for i := range o.Nodes {
		if o.Nodes[i].Kind == data.KindArticle {
			n++
		}
	}
	return n
}

// leastAgreement is the share of words (F1 of their bags) in which the reading
// must agree with poppler's.
const leastAgreement = 0.99

func comparePoppler(t *testing.T, name string, src *text.Source) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("pdftotext is not on this machine")
		return
	}
	out, err := exec.Command(tool, filepath.Join("..", "..", "..", "..", "shared", "data", name), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var own strings.Builder
	for _, b := range src.Blocks {
		own.WriteString(b.Label + " " + b.Text + "\n")
	}
	theirs, ours := bagOf(string(out)), bagOf(own.String())
	common, all := 0, 0
	for w, n := range theirs {
		common += min(n, ours[w])
		all += n
	}
	for _, n := range ours {
		all += n
	}
	f1 := 2 * float64(common) / float64(all)
	t.Logf("agrees with poppler in %.4f of the words", f1)
	if f1 < leastAgreement {
		t.Errorf("agrees in %.4f of the words, want %.2f", f1, leastAgreement)
	}
}

func bagOf(s string) map[string]int {
	bag := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		bag[w]++
	}
	return bag
}

// BenchmarkPDF reads real files in a child, from start to end of the process:
//
//	go test ./data/intake/pdf -run '^$' -bench PDF -benchtime 1x
func BenchmarkPDF(b *testing.B) {
	for _, d := range drafts {
		content := real(b, d.name)
		b.Run(strings.TrimSuffix(filepath.Base(d.name), ".pdf"), func(b *testing.B) {
			before := childTimes()
			for b.Loop() {
				if _, err := Read(b.Context(), content, data.NoProgress{}); err != nil {
					b.Fatal(err)
				}
			}
			spent := childTimes() - before
			b.ReportMetric(float64(spent.Milliseconds())/float64(b.N), "cpu-ms/op")
			b.ReportMetric(childMemory(), "child-MB")
		})
	}
}

// BenchmarkPages reads the pages of a file with a library that has started.
func BenchmarkPages(b *testing.B) {
	if _, err := shared(); err != nil {
		b.Fatal(err)
	}
	for _, d := range drafts {
		content := real(b, d.name)
		b.Run(strings.TrimSuffix(filepath.Base(d.name), ".pdf"), func(b *testing.B) {
			for b.Loop() {
				if _, err := readHere(b, content); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
