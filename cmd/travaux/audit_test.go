package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The audit of a small play: a table and lines of JSON, narrowed by person and
// day, and nothing for what is not there.
func TestAudit(t *testing.T) {
	p := newPlace(t)
	p.must(t, "new", "--title", "Kites", "--name", "A. Head", "--role", "head")
	draft := filepath.Join(p.dir, "kites.txt")
	write(t, draft, small)
	p.must(t, "import", draft, "--symbol", "K/1", "--date", "2026-11-23", "--kind", "zero", "--lang", "en")
	table := p.must(t, "audit", "--lang", "en")
	if !strings.HasPrefix(table, "\ufeffTime (UTC),Person,Laptop") || !strings.Contains(table, "Text imported") {
		t.Errorf("%.300q", table)
	}
	lines := p.must(t, "audit", "--json")
	if !strings.HasPrefix(lines, "{") || !strings.Contains(lines, `"what":"event.text"`) || !strings.Contains(lines, `"confidential":true`) {
		t.Errorf("%.300q", lines)
	}
	if quiet := p.must(t, "audit", "--json", "--day", "1999-01-01"); strings.Count(quiet, "\n") != 1 {
		t.Errorf("a day on which nothing was done: %q", quiet)
	}
	file := filepath.Join(t.TempDir(), "a.csv")
	p.must(t, "audit", "--out", file)
	if b, err := os.ReadFile(file); err != nil || len(b) == 0 {
		t.Errorf("%d bytes, %v", len(b), err)
	}
	for _, bad := range [][]string{{"--person", "nobody"}, {"--day", "yesterday"}, {"--provision", "article 4711"}} {
		if code, _, _ := p.in(append([]string{"audit"}, bad...)...); code != exitUsage {
			t.Errorf("%v: exit %d", bad, code)
		}
	}
}
