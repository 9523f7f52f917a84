package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/data"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	code := m.Run()
	os.RemoveAll(samples)
	os.Exit(code)
}

// samples is the folder of the samples that were made once, to be copied: to play
// one takes seconds, and most tests want one.
var samples string

// copySample puts the sample in a language where the program looks for it.
func copySample(t testing.TB, lang data.Lang) {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if samples == "" {
		dir, err := os.MkdirTemp("", "travaux-samples-")
		must(err)
		samples = dir
	}
	own, err := os.UserCacheDir()
	must(err)
	played := filepath.Join(samples, "travaux", "sample-"+string(lang))
	if _, err := os.Stat(played); err != nil {
		t.Setenv("XDG_CACHE_HOME", samples)
		v, _, err := OpenSample(context.Background(), lang, data.NoProgress{})
		must(err)
		must(v.Close())
		t.Setenv("XDG_CACHE_HOME", own)
	}
	must(os.CopyFS(filepath.Join(own, "travaux", "sample-"+string(lang)), os.DirFS(played)))
}

// newTestProgram is the program in the software driver, its jobs run at once.
func newTestProgram(t testing.TB, lang data.Lang) *program {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	p := newProgram(test.NewTempApp(t), Options{Lang: lang, SystemLang: data.English})
	p.jobs.post = func(f func()) { f() }
	p.jobs.spawn = func(f func()) { f() }
	p.jobs.later = func(time.Duration, func()) func() { return func() {} }
	p.window.Resize(fyne.NewSize(1366, 740))
	t.Cleanup(func() {
		if p.idle != nil {
			p.idle.stop()
		}
		if p.shell != nil {
			p.shell.flush() // nothing is written after the vault is closed
		}
		if p.session != nil {
			p.session.vault.Close()
		}
		look.OnShortcut = nil
	})
	return p
}

// openedSample is the program at the desk of the sample.
func openedSample(t *testing.T, lang data.Lang) *program {
	t.Helper()
	p := newTestProgram(t, lang)
	copySample(t, lang)
	p.openSample()
	if p.session == nil || p.shell == nil {
		t.Fatal("the sample was not opened")
	}
	return p
}

// failing collects the errors that the person is shown.
func failing(p *program) *[]data.Code {
	var codes []data.Code
	p.jobs.fail = func(err error) { codes = append(codes, data.CodeOf(err)) }
	return &codes
}

func TestFindShowsWhereAndGoesThere(t *testing.T) {
	p := openedSample(t, data.English)
	f := p.shell.finder
	f.field.SetText("interference")
	f.ask("interference")
	if !f.panel.Visible() || len(f.hits) == 0 {
		t.Fatalf("nothing is shown: %d hits", len(f.hits))
	}
	for _, h := range f.hits {
		if !strings.Contains(strings.ToLower(h.what), "interference") {
			t.Errorf("%s: %q does not show what was looked for", h.where, h.what)
		}
	}
	f.ask("art 7")
	txt, err := p.session.desk.Current()
	if err != nil {
		t.Fatal(err)
	}
	f.choose(0)
	at, _ := txt.Find(p.shell.reading.Provision())
	if !strings.HasSuffix(at.Path, "art7") {
		t.Errorf("went to %q", at.Path)
	}
	if f.panel.Visible() {
		t.Error("the results stay open")
	}
}

// TestCommandsWorkWhileTheSearchFieldHasTheKeyboard submits a position with the
// shortcut that would hand over a comment in a composer.
func TestCommandsWorkWhileTheSearchFieldHasTheKeyboard(t *testing.T) {
	p := openedSample(t, data.English)
	txt, _ := p.session.desk.Current()
	for _, prov := range txt.Provisions {
		if p.session.desk.Approval(prov.ID).State != data.ApprovalDraft {
			continue
		}
		p.shell.reading.Select(prov.ID)
		p.window.Canvas().Focus(p.shell.finder.field)
		p.shell.finder.field.TypedShortcut(key(fyne.KeyReturn))
		if s := p.session.desk.Approval(prov.ID).State; s != data.ApprovalSubmitted {
			t.Errorf("Ctrl+Enter left the position %s", s)
		}
		return
	}
	t.Fatal("the sample has no draft position")
}

func TestEnterBeforeTheAnswerGoesWhereTheAnswerSays(t *testing.T) {
	p := openedSample(t, data.English)
	f := p.shell.finder
	f.ask("interference")
	var later func()
	f.room.Run = func(work func(context.Context, data.Progress) error, then func()) {
		later = func() {
			if work(context.Background(), data.NoProgress{}) == nil {
				then()
			}
		}
	}
	f.ask("art 7")
	f.results.enter()
	later()
	txt, _ := p.session.desk.Current()
	if at, _ := txt.Find(p.shell.reading.Provision()); !strings.HasSuffix(at.Path, "art7") {
		t.Errorf("went to %q", at.Path)
	}
}

func TestUndoTakesBackTheLatestAct(t *testing.T) {
	p := openedSample(t, data.English)
	d := p.session.desk
	txt, _ := d.Current()
	prov := txt.Provisions[3].ID
	if _, err := d.Comment(context.Background(), prov, data.Anchor{}, "to be undone"); err != nil {
		t.Fatal(err)
	}
	before := len(d.Comments(prov))
	p.shell.changed()
	if !press(p.shell.table, &fyne.ShortcutUndo{}) {
		t.Fatal("Ctrl+Z is no command")
	}
	if after := len(d.Comments(prov)); after != before-1 {
		t.Errorf("%d comments before, %d after undo", before, after)
	}
	press(p.shell.table, &fyne.ShortcutRedo{})
	if after := len(d.Comments(prov)); after != before {
		t.Errorf("%d comments before, %d after redo", before, after)
	}
}

func TestOneKeyBlanksConfidentialMaterial(t *testing.T) {
	p := openedSample(t, data.English)
	t.Cleanup(func() { look.BlankFrames(false) })
	press(p.shell.table, key(fyne.KeyH))
	if !look.FramesBlanked() {
		t.Error("Ctrl+H does not blank")
	}
	p.window.Canvas().Focus(p.shell.finder.field)
	p.shell.finder.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF9})
	if look.FramesBlanked() {
		t.Error("F9 does not show again")
	}
}

func TestLanguageChangesAtRunTime(t *testing.T) {
	p := openedSample(t, data.English)
	txt, _ := p.session.desk.Current()
	p.shell.reading.Select(txt.Provisions[5].ID)
	for _, lang := range data.Langs {
		p.setLanguage(lang)
		p.showShell()
		if got := p.loc.Lang(); got != string(lang) {
			t.Errorf("interface in %s, want %s", got, lang)
		}
		if look.Current().RightToLeft != lang.RightToLeft() {
			t.Errorf("%s: wrong direction", lang)
		}
		if p.shell.reading.Provision() != txt.Provisions[5].ID {
			t.Errorf("%s: the selection was lost", lang)
		}
	}
}

func TestEveryCommandHasAMenuAndNoShortcutTwice(t *testing.T) {
	p := openedSample(t, data.English)
	seen := map[string]string{}
	for _, c := range p.shell.table {
		if c.Menu == "" {
			t.Errorf("%s is in no menu", c.Title)
		}
		if c.Do == nil && len(c.Submenu) == 0 {
			t.Errorf("%s does nothing", c.Title)
		}
	}
	for _, c := range p.shell.table {
		rows := append(c.Submenu, c)
		for _, r := range rows {
			if r.Shortcut == nil {
				continue
			}
			name := r.Shortcut.ShortcutName()
			if other, twice := seen[name]; twice {
				t.Errorf("%s is the shortcut of %s and of %s", name, other, words(p.loc, r))
			}
			seen[name] = words(p.loc, r)
		}
	}
	if len(seen) < 15 {
		t.Errorf("only %d shortcuts", len(seen))
	}
}

func TestTitleNeverShowsContent(t *testing.T) {
	p := openedSample(t, data.English)
	txt, _ := p.session.desk.Current()
	p.shell.reading.Select(txt.Provisions[9].ID)
	p.shell.changed()
	if p.window.Title() != programName {
		t.Errorf("title %q", p.window.Title())
	}
}

func TestWrongPassphraseIsSaidAndAskedAgain(t *testing.T) {
	p := newTestProgram(t, data.English)
	dir := t.TempDir() + "/vault"
	v, _, err := vault.Create(context.Background(), dir, vault.Options{Passphrase: []byte("the right one"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1}})
	if err != nil {
		t.Fatal(err)
	}
	v.Close()
	codes := failing(p)
	p.open(dir, vault.Options{Passphrase: []byte("a wrong one")})
	if len(*codes) != 1 || (*codes)[0] != vault.CodeSecret {
		t.Errorf("codes %v", *codes)
	}
	if p.session != nil {
		t.Error("a session was opened")
	}
}

func TestCreateRefusesWeakOrDifferingPassphrases(t *testing.T) {
	p := newTestProgram(t, data.English)
	p.showCreate()
	for name, c := range map[string]struct {
		name, one, two string
		want           data.Code
	}{
		"no name":   {"", "long enough to pass", "long enough to pass", codeUnnamed},
		"too short": {"A. Head", "short", "short", codeShort},
		"differ":    {"A. Head", "long enough to pass", "long enough to miss", codeDiffer},
		"right":     {"A. Head", "long enough to pass", "long enough to pass", ""},
	} {
		f := p.newCreateForm()
		f.name.SetText(c.name)
		f.passphrase.SetText(c.one)
		f.again.SetText(c.two)
		if got := data.CodeOf(f.check()); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	f := p.newCreateForm()
	f.suggest()
	if s := f.passphrase.Text(); len(s) < 24 || s != f.again.Text() {
		t.Errorf("suggested %q", s)
	}
}

func TestAToastLeavesTheKeyboardWhereItIs(t *testing.T) {
	p := openedSample(t, data.English)
	p.window.Canvas().Focus(p.shell.finder.field)
	p.shell.toast("done")
	if p.window.Canvas().Focused() != fyne.Focusable(p.shell.finder.field) {
		t.Error("the field lost the keyboard")
	}
	if len(p.shell.toasts.Objects) != 1 || look.Path(p.window.Content(), p.shell.toasts.Objects[0]) == nil {
		t.Error("no toast is shown")
	}
}

func TestAPageIsNotLostByAChangeOfLook(t *testing.T) {
	p := openedSample(t, data.English)
	p.shell.makePaper()
	if p.shell.uncovered() {
		t.Fatal("the page does not cover the window")
	}
	before := p.shell
	for _, c := range p.shell.table {
		switch c.Title {
		case "command.language", "command.appearance", "command.roomy":
			if enabled(c) {
				t.Errorf("%s would build the window anew under the page", c.Title)
			}
		}
	}
	if p.shell != before {
		t.Error("the shell was built anew")
	}
}

func TestAProvisionMayBeSelectedBeforeItsTextIsRead(t *testing.T) {
	p := newTestProgram(t, data.English)
	p.enter(lightVault(t, filepath.Join(t.TempDir(), "vault")))
	p.shell.reading.Select(data.NewID()) // as after a first import
	if p.shell.part() >= 0 {
		t.Error("something took the keyboard")
	}
}

// TestTheSecondWindowStaysUntilTheVaultIsLeft changes language and look under the
// second window, and then leaves.
func TestTheSecondWindowStaysUntilTheVaultIsLeft(t *testing.T) {
	p := openedSample(t, data.English)
	count := func() int { return len(fyne.CurrentApp().Driver().AllWindows()) }
	alone := count()
	p.shell.showScreen()
	screen := p.shell.screen
	for name, change := range map[string]func(){
		"language": func() { p.setLanguage(data.Arabic); p.showShell() },
		"look":     func() { p.shell.restyle(func(t *look.Theme) { t.Appearance = look.Dark }) },
		"size":     func() { p.zoom(1) },
	} {
		old := p.shell
		change()
		if p.shell == old {
			t.Fatalf("%s: the window was not built anew", name)
		}
		if p.shell.screen != screen || !p.shell.hasScreen() || count() != alone+1 {
			t.Errorf("%s: %d windows, there was one and the second", name, count())
		}
	}
	p.shell.showScreen()
	if p.shell.hasScreen() || count() != alone {
		t.Fatal("it is not closed")
	}
	p.shell.showScreen()
	p.leave(func(error) {})
	if count() != alone {
		t.Error("the second window stays after the vault was left")
	}
}
