package docx

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/redline/align"
	"travaux/export"
	"travaux/translations"
)

// rebuilds writes the redline of two versions as a Word file and holds what our
// own reader finds in it to both.
func rebuilds(t *testing.T, c export.Comparison) {
	t.Helper()
	src := read(t, written(t, export.RedlineText(c, translations.New(string(c.Lang)))))
	same(t, "accepted", lines(intake.AcceptAll(src)), whole(export.Paragraphs(c.New)))
	same(t, "rejected", lines(intake.RejectAll(src)), whole(export.Paragraphs(c.Old)))
}

// whole is a text as a file has it, with one paragraph at least.
func whole(texts []string) []string {
	if len(texts) == 0 {
		return []string{""}
	}
	return asWritten(texts)
}

func TestComparisonsGiveBothVersions(t *testing.T) {
	for _, lang := range data.Langs {
		rebuilds(t, compared(lang))
	}
}

// TestRandomComparisonsGiveBothVersions pairs texts of few words at random, so
// that they are split, merged and moved in every way.
func TestRandomComparisonsGiveBothVersions(t *testing.T) {
	words := []string{"Parties", "shall", "المادة", "第七条", "(a)", "12", "A/AC.311/11", ";", "\n", "report"}
	kinds := []data.Kind{data.KindArticle, data.KindParagraph, data.KindPoint, data.KindText}
	for seed := range int64(400) {
		r := rand.New(rand.NewSource(seed))
		some := func(most int) string {
			var out []string
			for range r.Intn(most + 1) {
				out = append(out, words[r.Intn(len(words))])
			}
			return strings.Join(out, " ")
		}
		version := func() []align.Paragraph {
			out := make([]align.Paragraph, r.Intn(10))
			for i := range out {
				out[i] = align.Paragraph{Kind: kinds[r.Intn(len(kinds))], Label: some(1), Text: some(8), Parent: r.Intn(i+1) - 1}
				if r.Intn(5) == 0 {
					out[i].Heading = some(2)
				}
			}
			return out
		}
		old, new := version(), version()
		var fixed []align.Fixed
		for range r.Intn(4) {
			fixed = append(fixed, align.Fixed{Old: []int{r.Intn(10), r.Intn(10)}[:1+r.Intn(2)], New: []int{r.Intn(10), r.Intn(10)}[:1+r.Intn(2)]})
		}
		rebuilds(t, comparisonOf(data.Langs[r.Intn(len(data.Langs))], old, new, align.Align(old, new, align.Options{Fixed: fixed})))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// sharedData is a folder of real documents.
func sharedData(tb testing.TB, name string) string {
	tb.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("the shared %s are not on this machine", name)
	}
	return path
}

func paragraphs(texts []string) []align.Paragraph {
	out := make([]align.Paragraph, len(texts))
	for i, s := range texts {
		out[i] = align.Paragraph{Text: s, Parent: -1}
	}
	return out
}

func drafts(tb testing.TB) export.Comparison {
	tb.Helper()
	c, there := realDrafts()
	if !there {
		tb.Skip("the shared drafts are not on this machine")
	}
	return c
}

// realDrafts compares two successive drafts, if they are on this machine.
func realDrafts() (c export.Comparison, there bool) {
	var versions [2][]align.Paragraph
	for i, name := range []string{"bbnj-2022_5.clean.txt", "bbnj-2023_2.clean.txt"} {
		content, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "drafts", name))
		if err != nil {
			return c, false
		}
		versions[i] = paragraphs(slices.DeleteFunc(strings.Split(string(content), "\n"), func(s string) bool { return strings.TrimSpace(s) == "" }))
	}
	return comparisonOf(data.English, versions[0], versions[1], align.Align(versions[0], versions[1], align.Options{})), true
}

// TestRealDraftsGiveBothVersions is two successive drafts of nearly 800
// paragraphs each.
func TestRealDraftsGiveBothVersions(t *testing.T) {
	c := drafts(t)
	if len(c.Old) < 700 || len(c.New) < 700 {
		t.Fatalf("only %d and %d paragraphs", len(c.Old), len(c.New))
	}
	rebuilds(t, c)
}

// TestWordFilesGiveBothVersions compares the pairs of files that are made to
// try comparisons of Word files.
func TestWordFilesGiveBothVersions(t *testing.T) {
	dir := sharedData(t, "docx/wc")
	files, err := filepath.Glob(filepath.Join(dir, "*.docx"))
	if err != nil {
		t.Fatal(err)
	}
	pairs := 0
	for i, older := range files {
		for _, newer := range files[i+1:] {
			if number(older) != number(newer) {
				continue
			}
			pairs++
			var versions [2][]align.Paragraph
			for n, path := range []string{older, newer} {
				content, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				versions[n] = paragraphs(lines(intake.AcceptAll(read(t, content))))
			}
			t.Run(fmt.Sprintf("%s to %s", filepath.Base(older), filepath.Base(newer)), func(t *testing.T) {
				rebuilds(t, comparisonOf(data.English, versions[0], versions[1], align.Align(versions[0], versions[1], align.Options{})))
			})
		}
	}
	if pairs < 30 {
		t.Errorf("only %d pairs", pairs)
	}
}

// number is what the names of the files of one case begin with.
func number(path string) string {
	name, _, _ := strings.Cut(filepath.Base(path), "-")
	return name
}

func BenchmarkRedlineOfDrafts(b *testing.B) {
	c := drafts(b)
	loc := translations.New("en")
	var size int
	b.ReportAllocs()
	for b.Loop() {
		size = len(written(b, export.RedlineText(c, loc)))
	}
	b.ReportMetric(float64(size)/1000, "kB")
}
