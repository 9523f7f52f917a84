package paper_test

import (
	"crypto/sha256"
	"testing"

	"travaux/data"
	"travaux/data/sample/play/playtest"
	"travaux/export/formats"
	"travaux/export/paper"
)

// TestDraftsAreNumberedByKindAndName, and the record has a certificate of each file.
func TestDraftsAreNumberedByKindAndName(t *testing.T) {
	d := playtest.Desk(t, data.English)
	langs := []data.Lang{data.English, data.Arabic}
	order := data.PaperOrder{Kind: "position", ApprovedOnly: true}
	make := func(name string) data.Paper {
		files, err := paper.Make(t.Context(), d, order, paper.How{Langs: langs, Formats: formats.All}, data.NoProgress{})
		if err != nil || len(files) != len(langs)*len(formats.All) {
			t.Fatal(len(files), err)
		}
		for _, f := range files {
			if f.Certificate.Digest != sha256.Sum256(f.Content) {
				t.Errorf("certificate %+v", f.Certificate)
			}
		}
		p, err := d.Papers().Set(t.Context(), paper.Record(d, paper.Made{Order: order, Name: name, Files: files}))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	one, two, other := make("herons"), make("herons"), make("egrets")
	if one.Draft != 1 || two.Draft != 2 || two.Series != one.ID || two.SeriesID() != one.SeriesID() || other.Draft != 1 || other.SeriesID() != other.ID {
		t.Errorf("drafts %d %d %d of %v %v", one.Draft, two.Draft, other.Draft, one.SeriesID(), two.SeriesID())
	}
	if series, next := paper.Next(d, "position", "herons"); next != 3 || series != one.ID {
		t.Errorf("next is %d of %v", next, series)
	}
	if _, next := paper.Next(d, "statement", "herons"); next != 1 {
		t.Error("a paper of another kind is no draft of it")
	}
}
