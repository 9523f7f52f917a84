package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPapersOfAllKinds are written in the languages and formats that are asked for.
func TestPapersOfAllKinds(t *testing.T) {
	dir := t.TempDir()
	note := filepath.Join(dir, "note.txt")
	if err := os.WriteFile(note, []byte("A floor and a ceiling for otters."), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args []string
		code int
		want string // file, or what is said
	}{
		"a matrix as a spreadsheet": {[]string{"--kind", "matrix", "--lang", "en", "--out", filepath.Join(dir, "m.xlsx")}, exitOK, "m.xlsx"},
		"a non-paper, twice":        {[]string{"--kind", "non-paper", "--lang", "fr", "--format", "pdf,docx", "--title", "Loutres", "--text", note, "--out", dir}, exitOK, "non-paper-fr.docx"},
		"no such kind":              {[]string{"--kind", "poem", "--lang", "en", "--out", "x.pdf"}, exitUsage, "poem"},
		"no such format":            {[]string{"--format", "wpd", "--lang", "en", "--out", "x.pdf"}, exitUsage, "wpd"},
		"no such language":          {[]string{"--lang", "en,de", "--out", "x.pdf"}, exitUsage, "de"},
		"no such template":          {[]string{"--template", "blue", "--lang", "en", "--out", "x.pdf"}, exitUsage, "blue"},
		"no folder for several":     {[]string{"--lang", "all", "--out", filepath.Join(dir, "nowhere")}, exitInput, "nowhere"},
	} {
		code, _, errs := travaux(append([]string{"paper", "--sample", "--date", "2026-03-02"}, c.args...)...)
		if code != c.code {
			t.Errorf("%s: ends with %d: %s", name, code, errs)
		}
		if c.code != exitOK {
			if !strings.Contains(errs, c.want) {
				t.Errorf("%s: says %q", name, errs)
			}
		} else if info, err := os.Stat(filepath.Join(dir, c.want)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
