package revisions

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/intake"
	"travaux/export"
	"travaux/export/docx"
	"travaux/export/pdf"
)

// savable is the page over two revisions, its panel open, and a folder.
func savable(t *testing.T, b *roomtest.Bench) (*Page, string) {
	t.Helper()
	issued(t, b, roomtest.English, later)
	p := Show(b.Room, data.ID{})
	b.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: saveKey})
	if !p.head.saving.object.Visible() {
		t.Fatal("the key does not open the panel")
	}
	folder := t.TempDir()
	p.head.saving.folder.SetText(folder)
	return p, folder
}

// saved taps Save and returns what was written.
func saved(t *testing.T, b *roomtest.Bench, p *Page, folder string) (name string, content []byte) {
	t.Helper()
	test.Tap(p.head.saving.save)
	if len(b.Errors) > 0 {
		t.Fatal(b.Errors)
	}
	entries, err := os.ReadDir(folder)
	roomtest.Must(t, err)
	if len(entries) != 1 {
		t.Fatalf("%d files", len(entries))
	}
	name = entries[0].Name()
	b.Certified(t, folder)
	if !p.head.saving.made.Visible() || !strings.Contains(p.head.saving.made.Text, name) {
		t.Errorf("the page says %q", p.head.saving.made.Text)
	}
	content, err = os.ReadFile(filepath.Join(folder, name))
	roomtest.Must(t, err)
	return name, content
}

func TestComparisonIsSavedAsWordWithTrackedChanges(t *testing.T) {
	b := roomtest.New(t, "en")
	p, folder := savable(t, b)
	name, content := saved(t, b, p, folder)
	src, err := intake.Read(context.Background(), name, content)
	roomtest.Must(t, err)
	c, err := b.Desk.Compare(context.Background(), p.head.earlier(), p.head.later(), data.English)
	roomtest.Must(t, err)
	var accepted, rejected []string
	for _, block := range intake.AcceptAll(src) {
		accepted = append(accepted, block.Text)
	}
	for _, block := range intake.RejectAll(src) {
		rejected = append(rejected, block.Text)
	}
	if want := export.Paragraphs(c.Comparison.New); !slices.Equal(accepted, want) {
		t.Errorf("accepted %q, want %q", accepted, want)
	}
	if want := export.Paragraphs(c.Comparison.Old); !slices.Equal(rejected, want) {
		t.Errorf("rejected %q, want %q", rejected, want)
	}
}

func TestComparisonIsSavedInEveryForm(t *testing.T) {
	for i, f := range paperForms {
		t.Run(f.words, func(t *testing.T) {
			b := roomtest.New(t, "en")
			p, folder := savable(t, b)
			p.head.saving.form.Choose(i)
			p.head.saving.fit()
			if p.head.saving.noted.Visible() != f.table {
				t.Error("notes are offered where there is no room for them, or not where there is")
			}
			name, content := saved(t, b, p, folder)
			said, err := pdf.Text(content)
			if f.format.ID == "docx" {
				said, err = docx.Text(content)
			}
			roomtest.Must(t, err)
			if filepath.Ext(name) != f.format.Ending || !strings.Contains(said, "at sea") || !strings.Contains(said, "A/1/Rev.1") {
				t.Errorf("%s says %.300q", name, said)
			}
		})
	}
}

// TestOnlyAMarkedFileHasOurNotes holds that notes are in no other, and that the
// one that has them says so on its pages.
func TestOnlyAMarkedFileHasOurNotes(t *testing.T) {
	const remark = "capital fears the cost of oil along the northern coast"
	for _, noted := range []bool{false, true} {
		b := roomtest.New(t, "en")
		p, folder := savable(t, b)
		txt, err := b.Desk.Current()
		roomtest.Must(t, err)
		one, _ := txt.At("ch1/art1")
		_, err = b.Desk.Comment(context.Background(), one.ID, data.Anchor{}, remark)
		roomtest.Must(t, err)
		roomtest.Must(t, b.Desk.SetPosition(context.Background(), data.Position{Provision: one.ID, Stance: data.StanceRedLine}))
		p.head.saving.form.Choose(1)
		p.head.saving.fit()
		p.head.saving.noted.SetTicked(noted)
		_, content := saved(t, b, p, folder)
		said, err := pdf.Text(content)
		roomtest.Must(t, err)
		said = strings.Join(strings.Fields(said), " ")
		for _, words := range []string{remark, b.Loc.T("stance.red-line"), export.Handling(b.Desk.Level(), b.Loc)} {
			if strings.Contains(said, words) != noted {
				t.Errorf("noted %v: %q is there %v", noted, words, !noted)
			}
		}
	}
}

func TestSavingSaysWhatFails(t *testing.T) {
	b := roomtest.New(t, "en")
	p, folder := savable(t, b)
	p.head.saving.folder.SetText(filepath.Join(folder, "none"))
	test.Tap(p.head.saving.save)
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != data.CodeFile || p.head.saving.made.Visible() {
		t.Errorf("errors %v", b.Errors)
	}
}
