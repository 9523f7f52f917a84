package page_test

import (
	"os"
	"path/filepath"
	"testing"

	"travaux/app/page"
	"travaux/app/page/roomtest"
)

func TestEarlierFilesAreNotOverwritten(t *testing.T) {
	folder := t.TempDir()
	for _, want := range []string{"p.pdf", "p-2.pdf", "p-3.pdf"} {
		path, err := page.WriteFile(folder, "p", ".pdf", []byte(want))
		roomtest.Must(t, err)
		if filepath.Base(path) != want {
			t.Errorf("written as %s, want %s", path, want)
		}
	}
	if got, _ := os.ReadFile(filepath.Join(folder, "p.pdf")); string(got) != "p.pdf" {
		t.Error("the first was overwritten")
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 3 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestNamesOfFiles(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"symbol", "position-paper-A/AC.291/22", "position-paper-A-AC.291-22"},
		{"outwards", "../../etc/passwd", "-..-etc-passwd"},
		{"Windows", `a\b:c*d?`, "a-b-c-d-"},
		{"Arabic", "ورقة موقف", "ورقة موقف"},
		{"nothing", " . ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := page.FileName(c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
