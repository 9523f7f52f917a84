package page_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/export"
	"travaux/export/docx"
	"travaux/export/paper"
)

// lamps is a paper of a page's own, for us or for the outside.
func lamps(ours bool) page.Making {
	return page.Making{Work: paper.Work{Kind: paper.Coverage, Date: data.Today(), Ours: ours, Document: func(_ context.Context, lang data.Lang) (export.Document, error) {
		doc := export.Document{Lang: lang, Title: "Lamps", Date: data.Today(), Blocks: []export.Block{export.Title{Text: "Lamps"}}}
		if ours {
			doc.Marking = "For us"
		}
		return doc, nil
	}}, Name: "lamps"}
}

func TestPapersOfAPageAreNoted(t *testing.T) {
	b := roomtest.New(t, "en")
	dir, made := t.TempDir(), look.Wrapped("")
	page.MakePapers(b.Room, dir, made, nil, lamps(false))
	if len(b.Toasts) != 1 || len(b.Desk.Papers().All()) != 0 {
		t.Fatalf("without a language: %q", b.Toasts)
	}
	word := lamps(true)
	word.Name, word.Formats = "lamps for us", []export.Format{docx.Format}
	for range 2 {
		page.MakePapers(b.Room, dir, made, []data.Lang{data.Arabic, data.English}, lamps(false), word)
	}
	want := []string{
		"lamps for us-ar.docx", "lamps for us-draft-2-ar.docx", "lamps for us-draft-2-en.docx", "lamps for us-en.docx",
		"lamps-ar.pdf", "lamps-draft-2-ar.pdf", "lamps-draft-2-en.pdf", "lamps-en.pdf",
	}
	if got := b.Certified(t, dir); !slices.Equal(got, want) || len(b.Errors) > 0 {
		t.Fatalf("%q, %v", got, b.Errors)
	}
	all := b.Desk.Papers().All()
	if len(all) != 4 || all[0].Files[0].Ours || !all[1].Files[0].Ours || all[3].Draft != 2 || all[3].Formats[0] != "docx" || len(all[3].Langs) != 2 || page.PaperFolder(b.Desk, all[0].ID) != dir {
		t.Errorf("%+v", all)
	}
	if !made.Visible() || b.Changes != 2 {
		t.Errorf("said %q, told %d times", made.Text, b.Changes)
	}
	_, err := b.Desk.Undo(t.Context())
	roomtest.Must(t, err)
	if n := len(b.Desk.Papers().All()); n != 2 {
		t.Errorf("papers made together are undone apart: %d are left", n)
	}
}

// TestNothingIsHandedOverThatCannotBeNoted, and nothing noted that was not handed over.
func TestNothingIsHandedOverThatCannotBeNoted(t *testing.T) {
	for _, c := range []struct {
		name   string
		role   data.Role
		ours   bool
		folder string // under the one of the test
		want   data.Code
	}{
		{"by an observer", data.RoleObserver, false, "", data.CodeForbidden},
		{"by an observer, for us", data.RoleObserver, true, "", data.CodeForbidden},
		{"by a note-taker", data.RoleNoteTaker, false, "", data.CodeForbidden},
		{"by a note-taker, for us", data.RoleNoteTaker, true, "", ""},
		{"by capital, for us", data.RoleCapital, true, "", ""},
		{"by an adviser", data.RoleAdviser, false, "", ""},
		{"where there is no folder", data.RoleAdviser, false, "nowhere", data.CodeFile},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := roomtest.New(t, "en")
			m, err := b.Desk.SetMember(t.Context(), data.Member{Name: "N. N.", Role: c.role})
			roomtest.Must(t, err)
			roomtest.Must(t, b.Desk.WorkAs(m.ID))
			dir := t.TempDir()
			page.MakePapers(b.Room, filepath.Join(dir, c.folder), look.Wrapped(""), []data.Lang{data.English}, lamps(c.ours))
			if c.want == "" {
				b.Certified(t, dir)
				return
			}
			files, err := os.ReadDir(dir)
			roomtest.Must(t, err)
			if len(files) != 0 || len(b.Desk.Papers().All()) != 0 || len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != c.want {
				t.Errorf("%d files, %d records, %v", len(files), len(b.Desk.Papers().All()), b.Errors)
			}
		})
	}
}

// TestARowOfPapersNotesThem: that of consultations and disputes.
func TestARowOfPapersNotesThem(t *testing.T) {
	b := roomtest.New(t, "fr")
	dir := t.TempDir()
	page.NewPapers(b.Room, paper.Consulted, func(lang data.Lang, _ bool) (export.Document, error) {
		return lamps(false).Document(t.Context(), lang)
	}).Make(dir)
	if got := b.Certified(t, dir); len(got) != 1 || b.Desk.Papers().All()[0].Order.Kind != paper.Consulted.ID {
		t.Errorf("%q", got)
	}
}
