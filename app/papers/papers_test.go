package papers

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	intakepdf "travaux/data/intake/pdf"
	"travaux/data/vault"
	"travaux/export"
	"travaux/export/pdf"
)

var ctx = context.Background()

func TestMain(m *testing.M) {
	vault.ProbeMain()
	intakepdf.ReaderMain()
	os.Exit(m.Run())
}

// negotiated is a room with two positions, the first of them approved.
func negotiated(t *testing.T, lang string) *roomtest.Bench {
	t.Helper()
	b := roomtest.New(t, lang)
	txt := b.Import(t, "L/1", data.English, roomtest.English)
	b.Import(t, "L/1", data.French, roomtest.French)
	one, two := provision(t, txt, "ch1/art1"), provision(t, txt, "ch1/art2/1")
	roomtest.Must(t, b.Desk.SetPosition(ctx, data.Position{
		Provision: one, Stance: data.StanceSupport,
		PublicReasons: data.Words{data.English: "Clear terms serve every keeper."},
	}))
	roomtest.Must(t, b.Desk.SetPosition(ctx, data.Position{
		Provision: two, Stance: data.StanceRedLine,
		Wording:         data.Words{data.English: "Every State Party shall ensure that lanterns shall be lit at dusk."},
		InternalReasons: "capital fears the cost of oil along the northern coast",
	}))
	roomtest.Must(t, b.Desk.Submit(ctx, one))
	roomtest.Must(t, b.Desk.Approve(ctx, one, ""))
	return b
}

func provision(t *testing.T, txt *desk.Text, path string) data.ID {
	t.Helper()
	p, ok := txt.At(path)
	if !ok {
		t.Fatalf("no provision at %s", path)
	}
	return p.ID
}

// shown is the page in a room, writing into a folder of its own.
func shown(t *testing.T, b *roomtest.Bench) (f *form, folder string) {
	t.Helper()
	f = newForm(b.Room)
	f.show()
	folder = t.TempDir()
	f.folder.Set(folder)
	return f, folder
}

func files(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	roomtest.Must(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestPapersAreMadeInEveryTickedLanguage(t *testing.T) {
	b := negotiated(t, "en")
	f, folder := shown(t, b)
	f.langs[data.French].SetTicked(true)
	f.name.SetText("paper")
	f.date.SetText("2026-05-04")
	test.Tap(f.make)
	if len(b.Errors) > 0 {
		t.Fatal(b.Errors)
	}
	if got := files(t, folder); !slices.Equal(got, []string{"paper-en.pdf", "paper-fr.pdf"}) {
		t.Fatalf("made %v", got)
	}
	content, err := os.ReadFile(filepath.Join(folder, "paper-en.pdf"))
	roomtest.Must(t, err)
	words, err := pdf.Text(content)
	roomtest.Must(t, err)
	for _, want := range []string{"4 May 2026", "Clear terms serve every keeper"} {
		if !strings.Contains(words, want) {
			t.Errorf("the paper does not say %q", want)
		}
	}
	if strings.Contains(words, "lit at dusk") {
		t.Error("a position that is not approved is in a paper of approved positions")
	}
	if !strings.Contains(f.made.Text, "paper-en.pdf") || !f.made.Visible() || len(b.Toasts) != 1 || strings.Contains(b.Toasts[0], "paper-en") {
		t.Errorf("said %q, toasts %v", f.made.Text, b.Toasts)
	}
}

func TestAllPositionsWithTheArchiveVariant(t *testing.T) {
	b := negotiated(t, "en")
	f, folder := shown(t, b)
	f.name.SetText("paper")
	f.which.Choose(1)
	f.archive.SetTicked(true)
	test.Tap(f.make)
	content, err := os.ReadFile(filepath.Join(folder, "paper-en.pdf"))
	roomtest.Must(t, err)
	words, err := pdf.Text(content)
	roomtest.Must(t, err)
	if !strings.Contains(words, "lit at dusk") || strings.Contains(strings.ToLower(words), "red line") {
		t.Errorf("the paper says %q", words)
	}
	if !bytes.Contains(content, []byte("pdfaid")) {
		t.Error("the file is not PDF/A")
	}
}

func TestAPaperWithConfidentialWordsIsRefusedAndNoneIsWritten(t *testing.T) {
	b := negotiated(t, "en")
	f, folder := shown(t, b)
	f.langs[data.French].SetTicked(true)
	f.summary.editors[data.French].Insert("Note: capital fears the cost of oil along the northern coast.")
	test.Tap(f.make)
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != export.CodeLeak {
		t.Fatalf("errors %v, want %s", b.Errors, export.CodeLeak)
	}
	if sentence, _ := b.Loc.Error(string(export.CodeLeak), b.Errors[0].(*data.Error).Args); !strings.Contains(sentence, b.Loc.T("error.what.field.internal")) {
		t.Errorf("the person reads %q", sentence)
	}
	if got := files(t, folder); len(got) != 0 {
		t.Errorf("written: %v", got)
	}
}

func TestAFolderThatIsNotThereIsSaid(t *testing.T) {
	b := negotiated(t, "en")
	f, folder := shown(t, b)
	f.folder.Set(filepath.Join(folder, "nowhere"))
	test.Tap(f.make)
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != data.CodeFile {
		t.Errorf("errors %v", b.Errors)
	}
}

func TestTheListSaysWhatWillBeInItAndWhatIsMissing(t *testing.T) {
	b := negotiated(t, "en")
	f, _ := shown(t, b)
	if len(f.content.entries) != 1 || f.content.entries[0].state != data.ApprovalApproved {
		t.Fatalf("approved only: %+v", f.content.entries)
	}
	f.which.Choose(1)
	f.langs[data.French].SetTicked(true)
	f.refresh()
	if len(f.content.entries) != 2 {
		t.Fatalf("all: %+v", f.content.entries)
	}
	second := f.content.entries[1]
	if second.stance != data.StanceOppose || second.state != data.ApprovalDraft {
		t.Errorf("a red line is listed as %q, %q", second.stance, second.state)
	}
	if words := second.words(b.Loc); !strings.Contains(words, b.Loc.T("papers.lack.wording", "languages", "French")) {
		t.Errorf("missing is said as %q", words)
	}
	if words := f.content.entries[0].words(b.Loc); !strings.Contains(words, b.Loc.T("papers.lack.reasons", "languages", "French")) {
		t.Errorf("missing is said as %q", words)
	}
	if !f.content.missing.Visible() {
		t.Error("nothing is said of the missing summaries")
	}
	for _, lang := range data.Langs {
		f.langs[lang].SetTicked(false)
	}
	if f.refresh(); !f.make.Disabled() || f.content.empty.Text != b.Loc.T("papers.empty.languages") {
		t.Errorf("without a language: %q", f.content.empty.Text)
	}
}

func TestTheSummaryIsKeptAtOnceAndSavedWhenLeft(t *testing.T) {
	b := negotiated(t, "en")
	f, _ := shown(t, b)
	e := f.summary.editors[data.English]
	b.Window.Canvas().Focus(e)
	e.Insert("We welcome the draft.")
	f.summary.keep.Wait()
	if !strings.Contains(b.Desk.Scratch(summaryKey+"en"), "welcome") {
		t.Fatal("what is typed is not on the disk")
	}
	if again := newForm(b.Room); again.summary.editors[data.English].Text() != "We welcome the draft." { // as after a crash
		t.Error("what was typed does not come back")
	}
	b.Window.Canvas().Focus(f.date)
	if got := b.Desk.Negotiation().Summary[data.English]; got != "We welcome the draft." {
		t.Errorf("saved %q", got)
	}
	f.summary.keep.Wait()
	if b.Desk.Scratch(summaryKey+"en") != "" {
		t.Error("the saved summary is still kept as unsaved")
	}
}

func TestEscapeSavesTheSummaryAndCloses(t *testing.T) {
	b := negotiated(t, "en")
	f, _ := shown(t, b)
	e := f.summary.editors[data.Russian]
	b.Window.Canvas().Focus(e)
	e.Insert("Мы приветствуем проект.")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.Page != nil || b.Desk.Negotiation().Summary[data.Russian] == "" {
		t.Errorf("covered %v, summary %v", b.Page != nil, b.Desk.Negotiation().Summary)
	}
}

func TestTheDateOfAPaper(t *testing.T) {
	b := negotiated(t, "en")
	f, folder := shown(t, b)
	if f.date.Text() != data.DateOf(time.Now()).String() {
		t.Errorf("offered %s", f.date.Text())
	}
	f.date.SetText("tomorrow")
	test.Tap(f.make)
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != data.CodeInput || len(files(t, folder)) != 0 {
		t.Errorf("errors %v", b.Errors)
	}
}

func TestAButtonPressedFromTheFieldSavesTheSummaryOnce(t *testing.T) {
	b := negotiated(t, "en")
	f, _ := shown(t, b)
	run, later := b.Run, []func(){}
	b.Run = func(work func(context.Context, data.Progress) error, then func()) {
		later = append(later, func() { run(work, then) })
	}
	e := f.summary.editors[data.English]
	b.Window.Canvas().Focus(e)
	e.Insert("We welcome the draft.")
	b.Window.Canvas().Focus(f.make) // as a press does
	test.Tap(f.make)
	for len(later) > 0 {
		do := later[0]
		later = later[1:]
		do()
	}
	if b.Desk.Negotiation().Summary[data.English] == "" || !f.made.Visible() {
		t.Fatalf("saved %v, errors %v", b.Desk.Negotiation().Summary, b.Errors)
	}
	for range 2 { // the record of the paper, and the summary
		_, err := b.Desk.Undo(ctx)
		roomtest.Must(t, err)
	}
	if b.Desk.Negotiation().Summary[data.English] != "" {
		t.Error("it was saved twice")
	}
}
