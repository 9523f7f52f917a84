package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPositionsGoOutAndComeBack writes the positions as a spreadsheet, edits it as a person
// would, and takes over what came back.
func TestPositionsGoOutAndComeBack(t *testing.T) {
	p := newPlace(t)
	p.must(t, "new", "--title", "Kites", "--name", "A. Head", "--role", "head")
	draft := filepath.Join(p.dir, "kites.txt")
	write(t, draft, small)
	p.must(t, "import", draft, "--symbol", "K/1", "--date", "2026-11-23", "--kind", "zero", "--lang", "en")
	sheet := filepath.Join(p.dir, "positions.xlsx")
	p.must(t, "positions", "--lang", "en", "--out", sheet, "--date", "2026-11-29")
	if out := p.must(t, "positions", sheet); !strings.Contains(out, "0 records") {
		t.Errorf("unchanged: %s", out)
	}
	file, err := os.ReadFile(sheet)
	if err != nil {
		t.Fatal(err)
	}
	write(t, sheet, string(replaced(t, file, ">No position yet<", ">Support<")))
	if out := p.must(t, "positions", sheet, "--dry-run"); !strings.Contains(out, "Our position\tChanged in the sheet") {
		t.Errorf("before it is taken over: %s", out)
	}
	if out := p.must(t, "positions", sheet); !strings.Contains(out, "1 record written") {
		t.Errorf("taken over: %s", out)
	}
	if out := p.must(t, "positions", sheet); !strings.Contains(out, "0 records") {
		t.Errorf("taken over twice: %s", out)
	}
	if code, _, errs := p.in("views", sheet); code != exitInput || errs == "" {
		t.Errorf("a sheet of the other kind: exit %d, %s", code, errs)
	}
}

// replaced is a spreadsheet with the first of some words on its first sheet replaced.
func replaced(t *testing.T, file []byte, old, now string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "xl/worksheets/sheet1.xml" {
			b = bytes.Replace(b, []byte(old), []byte(now), 1)
		}
		part, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
