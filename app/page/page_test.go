package page_test

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

func TestEscapeClosesThePageAndGivesTheKeysBack(t *testing.T) {
	b := roomtest.New(t, "en")
	var before []fyne.KeyName
	canvas := b.Window.Canvas()
	canvas.SetOnTypedKey(func(e *fyne.KeyEvent) { before = append(before, e.Name) })
	p := page.Show(b.Room, "A page", look.NewText("body"), nil)
	if b.Page == nil || !p.Shown() {
		t.Fatal("the page does not cover the window")
	}
	press := func(name fyne.KeyName) { canvas.OnTypedKey()(&fyne.KeyEvent{Name: name}) }
	press(fyne.KeyF9)
	asked := 0
	p.MayClose = func() bool { asked++; return asked > 1 }
	press(fyne.KeyEscape)
	if b.Page == nil {
		t.Fatal("the page was closed although it may not be")
	}
	press(fyne.KeyEscape)
	if b.Page != nil {
		t.Fatal("Escape does not close the page")
	}
	press(fyne.KeyEscape)
	if len(before) != 2 || before[0] != fyne.KeyF9 || before[1] != fyne.KeyEscape {
		t.Errorf("the window's own keys got %v", before)
	}
}

func TestAPageTakesTheKeyboardFromWhatItCoversAndLeavesItToNobody(t *testing.T) {
	b := roomtest.New(t, "en")
	canvas := b.Window.Canvas()
	under, own := look.NewButton("under", nil), look.NewButton("own", nil)
	b.Window.SetContent(under)
	canvas.Focus(under)
	p := page.Show(b.Room, "A page", own, nil)
	if canvas.Focused() != fyne.Focusable(own) {
		t.Error("what is covered has the keyboard, or nothing")
	}
	p.Close()
	if canvas.Focused() != nil {
		t.Error("what is gone has the keyboard")
	}
}

func TestAPageThatWasUncoveredByOthersTakesNoKeys(t *testing.T) {
	b := roomtest.New(t, "en")
	got := 0
	canvas := b.Window.Canvas()
	canvas.SetOnTypedKey(func(*fyne.KeyEvent) { got++ })
	page.Show(b.Room, "A page", look.NewText("body"), nil)
	b.Uncover()
	canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got != 1 {
		t.Errorf("the window's own Escape was called %d times, want 1", got)
	}
}

func TestColumnsAreMirrored(t *testing.T) {
	for _, c := range []struct {
		lang  string
		first float32
	}{{"en", 0}, {"ar", 212}} {
		t.Run(c.lang, func(t *testing.T) {
			roomtest.New(t, c.lang)
			a, z := look.NewText("a"), look.NewText("z")
			box := page.Columns([]float32{1, 2}, a, z)
			box.Resize(fyne.NewSize(312, 40))
			if a.Size().Width != 100 || z.Size().Width != 200 {
				t.Errorf("widths %v and %v, want 100 and 200", a.Size().Width, z.Size().Width)
			}
			if a.Position().X != c.first {
				t.Errorf("the first column is at %v, want %v", a.Position().X, c.first)
			}
		})
	}
}

func TestKeepWritesTheLatestTextAndForgets(t *testing.T) {
	b := roomtest.New(t, "en")
	k := page.NewKeep(b.Desk, func(err error) { t.Error(err) })
	for _, s := range []string{"l", "la", "lan", ""} {
		k.Note("a", s)
	}
	k.Note("b", "words")
	if s, ok := k.Read("a"); !ok || s != "" {
		t.Errorf("read %q, %v at once; want an emptied field", s, ok)
	}
	k.Wait()
	fresh := page.NewKeep(b.Desk, nil)
	if s, ok := fresh.Read("a"); !ok || s != "" {
		t.Errorf("an emptied field came back as %q, %v", s, ok)
	}
	if s, ok := fresh.Read("b"); !ok || s != "words" {
		t.Errorf("kept %q, %v; want words", s, ok)
	}
	k.Drop("b")
	k.Wait()
	if _, ok := fresh.Read("b"); ok {
		t.Error("a dropped text is still kept")
	}
}

func TestKeepTellsWhatCouldNotBeKept(t *testing.T) {
	b := roomtest.New(t, "en")
	failed := make(chan error, 1)
	k := page.NewKeep(b.Desk, func(err error) { failed <- err })
	roomtest.Must(t, b.Vault.Close())
	k.Note("a", "words")
	k.Wait()
	select {
	case err := <-failed:
		if data.CodeOf(err) != vault.CodeClosed {
			t.Errorf("told %v", err)
		}
	default:
		t.Error("nobody was told")
	}
	if s, ok := k.Read("a"); !ok || s != "words" {
		t.Errorf("what could not be written is lost: %q %v", s, ok)
	}
}

func TestTheLastKeyIsOnTheDiskBeforeTheVaultCloses(t *testing.T) {
	b := roomtest.New(t, "en")
	failed := func(err error) { t.Error(err) }
	one, two := page.NewKeep(b.Desk, failed), page.NewKeep(b.Desk, failed)
	for range 50 {
		one.Note("a", "words")
		one.Note("a", "words and more")
		two.Note("b", "others")
	}
	page.Flush(b.Desk)
	if b.Desk.Scratch("a") != "=words and more" || b.Desk.Scratch("b") != "=others" {
		t.Errorf("on the disk: %q, %q", b.Desk.Scratch("a"), b.Desk.Scratch("b"))
	}
	roomtest.Must(t, b.Vault.Close())
}

func TestLeavingAPageWaitsForWhatIsKept(t *testing.T) {
	b := roomtest.New(t, "en")
	k := page.NewKeep(b.Desk, func(err error) { t.Error(err) })
	p := page.Show(b.Room, "A page", look.NewText("body"), nil)
	k.Note("a", "last key")
	p.Close()
	if b.Desk.Scratch("a") != "=last key" {
		t.Error("the page is closed and what was typed is not on the disk")
	}
}

func TestFlushTriesAgainWhatTheDiskDidNotTake(t *testing.T) {
	b := roomtest.New(t, "en")
	failures := make(chan error, 9)
	k := page.NewKeep(b.Desk, func(err error) { failures <- err })
	k.Note("a", strings.Repeat("x", 1<<20))
	k.Wait()
	page.Flush(b.Desk)
	if len(failures) != 2 {
		t.Errorf("%d failures, want one of the key and one of the flush", len(failures))
	}
	k.Note("a", "short")
	page.Flush(b.Desk)
	if b.Desk.Scratch("a") != "=short" {
		t.Error("after a failure nothing is kept")
	}
}

func TestWhatFitsIsKept(t *testing.T) {
	b := roomtest.New(t, "en")
	k := page.NewKeep(b.Desk, func(err error) { t.Error(err) })
	for size := 1 << 20; size > 0; size -= 100 {
		if text := strings.Repeat("x", size); page.Fits(text) {
			k.Note("review.paste.of.some.length", text)
			k.Wait()
			return
		}
	}
	t.Error("nothing fits")
}

func TestAFigureLeadsAwayFromWhatIsSetAnew(t *testing.T) {
	b := roomtest.New(t, "en")
	rows, other := look.Column(look.NewButton("next", nil)), look.NewButton("other", nil)
	tabs := look.NewTabBar(look.Tab{Words: "rows", Content: look.Column(rows)}, look.Tab{Words: "other", Content: other})
	tabs.OnChosen = func(int) {
		look.Rebuild(rows, func() { rows.Objects = []fyne.CanvasObject{look.NewButton("next", nil)} })
	}
	p := page.Show(b.Room, "A page", tabs, nil)
	p.Tabs = tabs
	canvas := b.Window.Canvas()
	canvas.Focus(rows.Objects[0].(*look.Button))
	canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.Key2})
	if tabs.Chosen() != 1 || canvas.Focused() == fyne.Focusable(rows.Objects[0].(*look.Button)) {
		t.Errorf("tab %d is shown, and %v has the keyboard", tabs.Chosen(), canvas.Focused())
	}
}
