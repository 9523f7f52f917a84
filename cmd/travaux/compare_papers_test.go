package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"travaux/data/intake"
	"travaux/data/text"
	"travaux/export/pdf"
)

// compareTo runs compare on two small drafts and returns the file it wrote.
func compareTo(t *testing.T, file string, options ...string) []byte {
	t.Helper()
	dir := t.TempDir()
	old, new, out := filepath.Join(dir, "old.txt"), filepath.Join(dir, "new.txt"), filepath.Join(dir, file)
	write(t, old, small)
	write(t, new, smaller)
	code, said, errs := travaux(append([]string{"compare", old, new, "--" + filepath.Ext(file)[1:], out, "--date", "2026-05-04"}, options...)...)
	if code != exitOK || said != "" {
		t.Fatalf("exit %d, %q: %s", code, said, errs)
	}
	content, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func wordTexts(blocks []text.Block) (out []string) {
	for _, b := range blocks {
		out = append(out, b.Text)
	}
	return out
}

// TestCompareToWord holds that the file accepts to the new draft and rejects
// to the old one.
func TestCompareToWord(t *testing.T) {
	src, err := intake.Read(context.Background(), "out.docx", compareTo(t, "out.docx", "--author", "Velmora"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := wordTexts(intake.AcceptAll(src)), nonEmpty(smaller); !slices.Equal(got, want) {
		t.Errorf("accepted %q, want %q", got, want)
	}
	if got, want := wordTexts(intake.RejectAll(src)), nonEmpty(small); !slices.Equal(got, want) {
		t.Errorf("rejected %q, want %q", got, want)
	}
	changes := 0
	for _, b := range src.Blocks {
		for _, c := range b.Tracked {
			changes++
			if c.Author != "Velmora" || c.Date != "2026-05-04T00:00:00Z" {
				t.Errorf("a change by %q on %q", c.Author, c.Date)
			}
		}
	}
	if changes == 0 {
		t.Error("no tracked changes")
	}
}

func TestCompareToPaper(t *testing.T) {
	for _, c := range []struct {
		name    string
		options []string
		want    string
	}{
		{"table", nil, "Comparison of two texts"},
		{"in full", []string{"--whole"}, "Comparison of two texts"},
		{"redline", []string{"--form", "redline"}, "Text with the changes marked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			first, again := compareTo(t, "out.pdf", c.options...), compareTo(t, "out.pdf", c.options...)
			if !bytes.Equal(first, again) {
				t.Error("the same command gives other bytes")
			}
			said, err := pdf.Text(first)
			if err != nil || !bytes.Contains([]byte(said), []byte(c.want)) {
				t.Errorf("%v: no %q in %.200s", err, c.want, said)
			}
		})
	}
}

func TestCompareTableInWord(t *testing.T) {
	src, err := intake.Read(context.Background(), "out.docx", compareTo(t, "out.docx", "--form", "table"))
	if err != nil {
		t.Fatal(err)
	}
	cells := 0
	for _, b := range src.Blocks {
		if b.Kind == text.BlockCell {
			cells++
		}
		if len(b.Tracked) > 0 {
			t.Errorf("a tracked change in a table: %q", b.Text)
		}
	}
	if cells < 20 {
		t.Errorf("%d cells", cells)
	}
}

func TestComparePapersRefused(t *testing.T) {
	dir := t.TempDir()
	draft := filepath.Join(dir, "draft.txt")
	write(t, draft, small)
	for name, c := range map[string]struct {
		args []string
		want int
	}{
		"no such form":   {[]string{"--form", "poster", "--pdf", filepath.Join(dir, "a.pdf")}, exitUsage},
		"no such day":    {[]string{"--date", "tomorrow", "--pdf", filepath.Join(dir, "a.pdf")}, exitUsage},
		"no such folder": {[]string{"--docx", filepath.Join(dir, "none", "a.docx")}, exitInput},
	} {
		if code, _, errs := travaux(append([]string{"compare", draft, draft}, c.args...)...); code != c.want {
			t.Errorf("%s: exit %d: %s", name, code, errs)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 1 {
		t.Errorf("left behind: %q", left)
	}
}
