package xlsx_test

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"travaux/data"
	"travaux/data/sample/play/playtest"
	"travaux/export"
	"travaux/export/internal/everything"
	"travaux/export/internal/specimen"
	"travaux/export/xlsx"
	"travaux/translations"
)

// validator is Microsoft's own, which "go run ./cmd/dev test" has fetched.
func validator(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("other programs are not asked in short tests")
	}
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	path := filepath.Join(dir, "bin", "checkers", "validator", "ooxml-validator")
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there; go run ./cmd/dev test fetches it", path)
	}
	return path
}

// TestOpenXMLSDKAccepts holds papers and sheets against the rules of the format, those
// that no schema can state among them.
func TestOpenXMLSDKAccepts(t *testing.T) {
	check := validator(t)
	d := playtest.Desk(t, data.English)
	files := map[string][]byte{}
	for _, lang := range []data.Lang{data.Arabic, data.Chinese, data.English} { // the others are built as English is
		marked := everything.Paper(lang)
		marked.Marking = "RESTRICTED"
		for name, doc := range map[string]export.Document{
			"everything": marked, "position": export.PositionPaper(specimen.Brief(lang), translations.New(string(lang))),
		} {
			file, err := xlsx.Write(context.Background(), doc, export.FileOptions{})
			if err != nil {
				t.Fatal(err)
			}
			files[name+"-"+string(lang)] = file
		}
		for _, kind := range []data.SheetKind{data.SheetPositions, data.SheetViews} {
			files[string(kind)+"-"+string(lang)] = sheetOf(t, d, kind, lang)
		}
	}
	for name, file := range files {
		path := filepath.Join(t.TempDir(), name+".xlsx")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(check, path).Output()
		var said struct {
			OK     bool
			Errors []struct{ Description, Path, XPath string }
		}
		if jsonErr := json.Unmarshal(out, &said); jsonErr != nil {
			t.Fatalf("%v, %v: %.400s", err, jsonErr, out)
		}
		if !said.OK {
			t.Errorf("%s: %+v", name, said.Errors)
		}
	}
}
