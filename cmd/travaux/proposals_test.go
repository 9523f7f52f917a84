package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data/desk"
)

const kiteProposals = `Compilation of proposals K/INF.1
1 July 2026

Article 1
Kenya
2. It shall not, in particular:
Rationale: free wind.
Norway
1. Every State Party shall respect every wind.
Article 1 bis
Peru
A new article.
Article 9
Peru, Norway
Delete
`

// TestProposals: a compilation is listed, written in the documented form, and taken
// into a vault from the one as from the other.
func TestProposals(t *testing.T) {
	p := newPlace(t)
	file := filepath.Join(p.dir, "proposals.txt")
	write(t, file, kiteProposals)
	code, out, errs := travaux("proposals", file)
	if code != exitOK || out != "1\tKenya\t\n1\tNorway\t\n1 bis\tPeru\t\n9\tPeru, Norway\t\n" {
		t.Fatalf("exit %d: %q %s", code, out, errs)
	}
	form := filepath.Join(p.dir, "proposals.json")
	if code, _, errs = travaux("proposals", file, "--to-json", "--out", form, "--symbol", "K/INF.1"); code != exitOK {
		t.Fatal(code, errs)
	}
	written, err := os.ReadFile(form)
	if err != nil || !strings.Contains(string(written), `"format": "travaux-proposals/1"`) || !strings.Contains(string(written), `"rationale": "free wind."`) {
		t.Fatalf("%s, %v", written, err)
	}
	if code, again, _ := travaux("proposals", form, "--to-json"); code != exitOK || again != string(written) {
		t.Errorf("written again: exit %d\n%s", code, again)
	}
	p.must(t, "new", "--title", "Kites", "--name", "A. Head", "--role", "head")
	draft := filepath.Join(p.dir, "kites.txt")
	write(t, draft, small)
	p.must(t, "import", draft, "--symbol", "K/1", "--date", "2026-11-23", "--kind", "zero", "--lang", "en")
	code, out, errs = p.in("proposals", form, "--lang", "en")
	if code != exitOK || !strings.Contains(out, "3 proposals") && !strings.Contains(out, "4 proposals") {
		t.Fatalf("exit %d: %s %s", code, out, errs)
	}
	if code, out, _ = p.in("proposals", file, "--symbol", "K/INF.1"); code != exitOK || !strings.Contains(out, "0 proposals") {
		t.Errorf("taken in again: exit %d, %s", code, out)
	}
	p.opened(t, func(_ context.Context, d *desk.Desk) error {
		n := 0
		for _, list := range d.AllProposals() {
			n += len(list)
		}
		if n < 3 || len(d.Submissions()) != 1 {
			t.Errorf("%d proposals, %d documents", n, len(d.Submissions()))
		}
		return nil
	})
	write(t, form, `{"format":"travaux-proposals/1","entries":[{"article":"1"}]}`)
	if code, _, _ := travaux("proposals", form); code != exitInput {
		t.Errorf("a bad form: exit %d", code)
	}
	if code, _, _ := travaux("proposals"); code != exitUsage {
		t.Errorf("no file: exit %d", code)
	}
}
