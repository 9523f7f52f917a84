package revisions

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export/pdf"
)

const secretReason = "capital fears the cost of oil along the northern coast"

// reportShown is the form on the evening of a new revision, writing into a folder
// of its own.
func reportShown(t *testing.T, lang string) (b *roomtest.Bench, f *reportForm, folder string) {
	t.Helper()
	b = roomtest.New(t, lang)
	texts := issued(t, b, roomtest.English)
	p, _ := texts[0].At("ch1/art2/1")
	roomtest.Must(t, b.Desk.SetPosition(context.Background(), data.Position{Provision: p.ID, Stance: data.StanceOppose, InternalReasons: secretReason}))
	issue := desk.Issue{Symbol: "A/1/Rev.1", Kind: data.RevisionRevised, Date: data.Date{Year: 2026, Month: 3, Day: 2}}
	later := b.Issue(t, issue, data.English, settledLater)
	f = newReportForm(b.Room, later.Revision.ID)
	f.show()
	folder = t.TempDir()
	f.folder.SetText(folder)
	return b, f, folder
}

// saidIn is what the only report in a folder says.
func saidIn(t *testing.T, folder string) (name, words string) {
	t.Helper()
	list, err := os.ReadDir(folder)
	roomtest.Must(t, err)
	if len(list) != 1 {
		t.Fatalf("%d files", len(list))
	}
	content, err := os.ReadFile(filepath.Join(folder, list[0].Name()))
	roomtest.Must(t, err)
	words, err = pdf.Text(content)
	roomtest.Must(t, err)
	return list[0].Name(), words
}

func TestTheReportForUsIsMarkedAndSaysWhatWeHold(t *testing.T) {
	b, f, folder := reportShown(t, "en")
	test.Tap(f.make)
	if len(b.Errors) > 0 {
		t.Fatal(b.Errors)
	}
	b.Certified(t, folder)
	name, words := saidIn(t, folder)
	if !strings.Contains(name, "CONFIDENTIAL") || !strings.HasSuffix(name, "-en.pdf") {
		t.Errorf("written as %s", name)
	}
	for _, want := range []string{"CONFIDENTIAL · delegation only", "(C) " + secretReason, secretReason, "A/1/Rev.0", "Article 3. Depositary"} {
		if !strings.Contains(strings.Join(strings.Fields(words), " "), want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if len(b.Toasts) != 1 || strings.Contains(b.Toasts[0], "pdf") || !strings.Contains(f.made.Text, ".pdf") {
		t.Errorf("said %q and %q", f.made.Text, b.Toasts)
	}
}

func TestTheReportForTheOutsideSaysNothingOfOurs(t *testing.T) {
	b, f, folder := reportShown(t, "en")
	f.variant.Choose(forOutside)
	f.variant.OnChanged(forOutside)
	test.Tap(f.make)
	if len(b.Errors) > 0 {
		t.Fatal(b.Errors)
	}
	b.Certified(t, folder)
	name, words := saidIn(t, folder)
	if strings.Contains(name, "CONFIDENTIAL") || strings.Contains(words, "northern coast") || strings.Contains(words, "Confidential") {
		t.Errorf("%s says what is ours", name)
	}
	if !strings.Contains(words, "Depositary") {
		t.Error("it does not say what changed")
	}
}

func TestAKeyLeadsFromThePageToTheReport(t *testing.T) {
	b := roomtest.New(t, "en")
	issued(t, b, roomtest.English, settledLater)
	p := Show(b.Room, data.ID{})
	shown := b.Page
	b.Window.Canvas().Unfocus()
	b.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: reportKey})
	if p.Shown() || b.Page == nil || b.Page == shown {
		t.Fatal("the page about the report is not shown")
	}
}

func TestNoReportWithoutALanguage(t *testing.T) {
	_, f, _ := reportShown(t, "ar")
	f.langs[data.Arabic].SetTicked(false)
	f.langs[data.Arabic].OnChanged(false)
	if !f.make.Disabled() {
		t.Error("a report in no language can be made")
	}
}
