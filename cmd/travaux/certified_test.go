package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
)

// TestEveryCommandNotesWhatItHandsOver: the log has the digest of each file, in the audit.
func TestEveryCommandNotesWhatItHandsOver(t *testing.T) {
	p := newPlace(t)
	p.must(t, "new", "--title", "Kites", "--name", "A. Head", "--role", "head")
	first, second := filepath.Join(p.dir, "one.txt"), filepath.Join(p.dir, "two.txt")
	write(t, first, small)
	write(t, second, strings.Replace(small, "shall respect the wind", "shall respect [and study] the wind", 1))
	p.must(t, "import", first, "--symbol", "K/1", "--date", "2026-03-01", "--kind", "zero")
	p.must(t, "import", second, "--symbol", "K/1/Rev.1", "--date", "2026-04-01", "--kind", "revised")
	hear(t, p, data.View{By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeSupport})
	digests := map[string]string{}
	for name, args := range map[string][]string{
		"report.pdf": {"report"}, "report-for-us.pdf": {"report", "--internal"}, "matrix.pdf": {"matrix"}, "matrix-for-us.pdf": {"matrix", "--internal"},
		"capital.pdf": {"capital-report"}, "positions.xlsx": {"positions"}, "views.xlsx": {"views"}, "table.docx": {"paper", "--kind", "comparison"},
	} {
		path := filepath.Join(p.dir, name)
		p.must(t, append(args, "--lang", "en", "--out", path)...)
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		digest := sha256.Sum256(file)
		digests[name] = hex.EncodeToString(digest[:])
	}
	log := p.must(t, "audit", "--json")
	for name, digest := range digests {
		if !strings.Contains(log, digest) || !strings.Contains(log, name) {
			t.Errorf("%s is not noted", name)
		}
	}
}
