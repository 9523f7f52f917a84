package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/export/pdf"
)

func TestReportOnARevision(t *testing.T) {
	p := newPlace(t)
	p.must(t, "new", "--title", "Kites", "--name", "A. Head", "--role", "head")
	first, second := filepath.Join(p.dir, "one.txt"), filepath.Join(p.dir, "two.txt")
	write(t, first, small)
	write(t, second, strings.Replace(small, "shall respect the wind", "shall respect [and study] the wind", 1))
	p.must(t, "import", first, "--symbol", "K/1", "--date", "2026-03-01", "--kind", "zero")
	out := filepath.Join(p.dir, "report.pdf")
	if code, _, errs := p.in("report", "--lang", "en", "--out", out); code != exitFailed || !strings.Contains(errs, "no revision before") {
		t.Errorf("on one revision alone: exit %d, %s", code, errs)
	}
	p.must(t, "import", second, "--symbol", "K/1/Rev.1", "--date", "2026-04-01", "--kind", "revised")
	for name, c := range map[string]struct {
		args     []string
		has, not []string
	}{
		"for the outside": {nil, []string{"K/1/Rev.1", "and study", "2 May 2026", "Convergence"}, []string{"delegation only", "What needs a decision"}},
		"for us":          {[]string{"--internal"}, []string{"delegation only", "What needs a decision", "and study"}, nil},
		"in French":       {[]string{"--lang", "fr"}, []string{"Rapport sur la nouvelle révision", "2 mai 2026"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			p.must(t, append([]string{"report", "--lang", "en", "--out", out, "--date", "2026-05-02"}, c.args...)...)
			content, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			words, err := pdf.Text(content)
			if err != nil {
				t.Fatal(err)
			}
			words = strings.ReplaceAll(words, "\u00a0", " ")
			for _, want := range c.has {
				if !strings.Contains(words, want) {
					t.Errorf("%q is not in it", want)
				}
			}
			for _, not := range c.not {
				if strings.Contains(words, not) {
					t.Errorf("%q is in it", not)
				}
			}
		})
	}
	if code, _, _ := p.in("report", "--lang", "en"); code != exitUsage {
		t.Errorf("without --out: exit %d", code)
	}
}
