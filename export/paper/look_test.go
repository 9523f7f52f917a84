package paper_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/sample/play/playtest"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
)

// TestLook writes every kind in every format and language to a folder, to be looked at:
//
//	TRAVAUX_LOOK=/tmp/papers TRAVAUX_LOOK_FORMAT=pdf go test ./export/paper -run TestLook
//
// Without a format, in every one.
func TestLook(t *testing.T) {
	folder := os.Getenv("TRAVAUX_LOOK")
	if folder == "" {
		t.Skip("TRAVAUX_LOOK names no folder")
	}
	d := playtest.Desk(t, data.English)
	given := orders(t, d)
	for _, k := range paper.Kinds {
		for _, lang := range data.Langs {
			order := given[k.ID]
			order.Kind, order.Date = k.ID, data.Date{Year: 2026, Month: 11, Day: 29}
			doc, err := paper.Document(d, order, lang)
			if err != nil {
				t.Error(k.ID, lang, err)
				continue
			}
			for _, f := range formats.All {
				if only := os.Getenv("TRAVAUX_LOOK_FORMAT"); only != "" && only != f.ID {
					continue
				}
				file, err := f.Write(t.Context(), doc, export.FileOptions{})
				if err == nil {
					err = os.WriteFile(filepath.Join(folder, strings.Join([]string{k.ID, string(lang)}, ".")+f.Ending), file, 0o600)
				}
				if err != nil {
					t.Error(k.ID, lang, f.ID, err)
				}
			}
		}
	}
}
