package compare

import (
	"context"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/redline/align"
)

// shared is where the real documents lie, if they are there.
const shared = "../../../../shared/data"

// draft is a real draft, a paragraph a line; empty where it is not there.
func draft(name string) (out []align.Paragraph) {
	content, err := os.ReadFile(filepath.Join(shared, "drafts", name))
	if err != nil {
		return nil
	}
	for _, line := range strings.Split(string(content), "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, align.Paragraph{Text: line, Parent: -1})
		}
	}
	return out
}

func drafts() (old, new []align.Paragraph) {
	return draft("bbnj-2022_5.clean.txt"), draft("bbnj-2023_2.clean.txt")
}

// draftPairs are the changed paragraphs of two successive drafts.
func draftPairs() [][2]string {
	old, new := drafts()
	return changedPairs(old, new)
}

// changedPairs are the paragraphs that stayed one and are not the same.
func changedPairs(old, new []align.Paragraph) (out [][2]string) {
	for _, p := range align.Align(old, new, align.Options{}) {
		if len(p.Old) == 1 && len(p.New) == 1 && old[p.Old[0]].Text != new[p.New[0]].Text {
			out = append(out, [2]string{old[p.Old[0]].Text, new[p.New[0]].Text})
		}
	}
	return out
}

// wordFiles are the pairs of Word files made to be compared.
func wordFiles() (out [][2]string) {
	files, _ := filepath.Glob(filepath.Join(shared, "docx", "wc", "*.docx"))
	sort.Strings(files)
	groups := map[string][]string{}
	for _, f := range files {
		name, _, _ := strings.Cut(filepath.Base(f), "-")
		groups[name] = append(groups[name], f)
	}
	for _, name := range sortedKeys(groups) {
		base := ""
		for _, f := range groups[name] {
			named := strings.Contains(f, "Before") || strings.Contains(f, "Unmodified")
			if base == "" || named && !strings.Contains(base, "Before") || !strings.Contains(base, "Before") && len(f) < len(base) {
				base = f
			}
		}
		for _, f := range groups[name] {
			if f != base && !strings.Contains(f, "Before2") {
				out = append(out, [2]string{base, f})
			}
		}
	}
	return out
}

func sortedKeys(m map[string][]string) (out []string) {
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// wordPairs are the changed paragraphs of the pairs of Word files.
func wordPairs(tb testing.TB) (out [][2]string) {
	for _, files := range wordFiles() {
		out = append(out, changedPairs(wordText(tb, files[0]), wordText(tb, files[1]))...)
	}
	return out
}

func wordText(tb testing.TB, file string) (out []align.Paragraph) {
	content, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	src, err := intake.Read(context.Background(), file, content)
	if err != nil {
		tb.Fatal(file, err)
	}
	for _, block := range intake.AcceptAll(src) {
		if strings.TrimSpace(block.Text) != "" {
			out = append(out, align.Paragraph{Label: block.Label, Text: block.Text, Parent: -1})
		}
	}
	return out
}

// TestDraftsRebuilt lays out the redline of two real drafts.
func TestDraftsRebuilt(t *testing.T) {
	old, new := drafts()
	if len(old) == 0 || len(new) == 0 {
		t.Skip("the real documents are not beside the project")
	}
	c := Of(old, new, align.Align(old, new, align.Options{}))
	holds(t, c)
	kinds := map[data.PairKind]int{}
	for _, l := range c.Lines {
		kinds[l.Kind]++
	}
	t.Logf("%d lines %v, %+v", len(c.Lines), kinds, c.Count())
	n := c.Count()
	if n.Inserted+n.Deleted > 13_812 {
		t.Errorf("%d words changed, more than the 13,812 of the prototype", n.Inserted+n.Deleted)
	}
}
