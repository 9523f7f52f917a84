package pdf

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"travaux/data"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

func paper(lang data.Lang, times int) export.Document {
	return export.PositionPaper(specimen.Long(lang, times), translations.New(string(lang)))
}

func written(t testing.TB, doc export.Document, opts Options) []byte {
	t.Helper()
	out, err := Write(context.Background(), doc, opts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestLook writes the papers to the folder TRAVAUX_LOOK for a person to see.
func TestLook(t *testing.T) {
	dir := os.Getenv("TRAVAUX_LOOK")
	if dir == "" {
		t.Skip("TRAVAUX_LOOK names no folder")
	}
	for _, lang := range data.Langs {
		out := written(t, paper(lang, 1), Options{})
		if err := os.WriteFile(filepath.Join(dir, string(lang)+".pdf"), out, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
