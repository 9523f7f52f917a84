package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
)

func TestTextSizeByKeys(t *testing.T) {
	p := openedSample(t, data.English)
	for i, c := range []struct {
		shortcut fyne.Shortcut
		want     int
	}{
		{key(fyne.KeyPlus), 110},
		{key(fyne.KeyEqual), 125},
		{key(fyne.KeyEqual, fyne.KeyModifierShift), 150},
		{key(fyne.KeyMinus), 125},
		{key(fyne.Key0), 100},
		{key(fyne.KeyMinus), 90},
		{key(fyne.KeyMinus), 80},
		{key(fyne.KeyMinus), 80},
	} {
		look.Shortcut(c.shortcut)
		if got := look.Current().Percent(); got != c.want {
			t.Fatalf("key %d: %d per cent, want %d", i+1, got, c.want)
		}
	}
	if got := p.settings.theme(p.loc).Percent(); got != 80 {
		t.Errorf("%d per cent is kept", got)
	}
}

func TestTextSizesOfEarlierVersionsAreKept(t *testing.T) {
	for pixels, want := range map[float64]int{0: 100, 12: 90, 13: 100, 15: 110, 18: 150, 99: 250} {
		s := settings{test.NewTempApp(t).Preferences()}
		if pixels > 0 {
			s.prefs.SetFloat(keyTextSize, pixels)
		}
		if got := s.theme(translations.New("en")).Percent(); got != want {
			t.Errorf("%v pixels become %d per cent, want %d", pixels, got, want)
		}
	}
}

func TestTextSizeChangesUnderAPage(t *testing.T) {
	p := openedSample(t, data.English)
	p.shell.makePaper()
	before, page := p.shell, p.shell.cover
	look.Shortcut(key(fyne.KeyPlus))
	if p.shell != before || p.shell.cover != page || look.Current().Percent() != 110 {
		t.Fatal("the page is lost, or the size is the same")
	}
	before.uncover()
	if p.shell == before {
		t.Error("the panes were not built anew for the size")
	}
}

func TestTextSizeChangesBeforeAVaultIsOpen(t *testing.T) {
	p := newTestProgram(t, data.English)
	p.showStart()
	look.Shortcut(key(fyne.KeyPlus))
	if got := look.Current().Percent(); got != 110 {
		t.Errorf("%d per cent", got)
	}
}

func TestTheTextKeepsTheKeyboardWhenItsSizeChanges(t *testing.T) {
	p := openedSample(t, data.English)
	text, _ := p.session.desk.Current()
	p.shell.reading.Select(text.Provisions[20].ID)
	for want := range 4 {
		look.Shortcut(function(fyne.KeyF6))
		look.Shortcut(key(fyne.KeyPlus))
		if got := p.shell.part(); got != want {
			t.Errorf("part %d of the window has the keyboard, want %d", got, want)
		}
	}
	if p.shell.reading.Provision() != text.Provisions[20].ID {
		t.Error("the selection was lost")
	}
}

func TestF6AndCommandsShowAPaneThatHasNoRoom(t *testing.T) {
	p := openedSample(t, data.English)
	text, _ := p.session.desk.Current()
	p.shell.reading.Select(text.Provisions[20].ID)
	p.setTextSize(250)
	visible := func() (n int) {
		for _, o := range []fyne.CanvasObject{p.shell.outline.Object(), p.shell.reader.Object(), p.shell.side.Object()} {
			if o.Visible() {
				n++
			}
		}
		return n
	}
	if n := visible(); n == 3 {
		t.Fatal("all three panes are squeezed into the window")
	}
	for i, a := range p.shell.areas()[:3] {
		p.shell.cycle(1)
		if !a.object.Visible() || p.shell.part() != i {
			t.Errorf("F6 does not show part %d, or gives it no keyboard", i)
		}
	}
	p.shell.reader.Focus()
	look.Shortcut(key(fyne.KeyM))
	if !p.shell.side.Object().Visible() {
		t.Error("a comment is written where it is not seen")
	}
}

func TestNothingMakesTheWindowLargerThanItIs(t *testing.T) {
	p := openedSample(t, data.Russian)
	p.setTextSize(250)
	if m := p.window.Content().MinSize(); m.Width > 1000 || m.Height > 700 {
		t.Errorf("the content asks for %v", m)
	}
}
