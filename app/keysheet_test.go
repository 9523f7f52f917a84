package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
)

func TestShortcutsAsPeopleWriteThem(t *testing.T) {
	for name, c := range map[string]struct {
		lang     string
		shortcut fyne.Shortcut
		want     string
	}{
		"letter":           {"en", key(fyne.KeyM, fyne.KeyModifierShift), "Ctrl+Shift+M"},
		"French":           {"fr", key(fyne.KeyReturn, fyne.KeyModifierShift), "Ctrl+Maj+Entrée"},
		"Spanish":          {"es", key(fyne.KeyReturn), "Ctrl+Intro"},
		"function key":     {"ru", function(fyne.KeyF3), "F3"},
		"with Shift":       {"zh", &look.FunctionKey{Name: fyne.KeyF3, Shift: true}, "Shift+F3"},
		"arrow":            {"en", &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}, "Alt+↓"},
		"plus":             {"en", key(fyne.KeyPlus), "Ctrl++"},
		"undo":             {"en", &fyne.ShortcutUndo{}, "Ctrl+Z"},
		"redo":             {"en", &fyne.ShortcutRedo{}, "Ctrl+Y"},
		"isolated":         {"ar", key(fyne.KeyK), "\u2066Ctrl+K\u2069"},
		"none":             {"en", nil, ""},
		"paste has no key": {"en", &fyne.ShortcutPaste{}, ""},
	} {
		if got := shortcutText(translations.New(c.lang), c.shortcut); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestTheSheetShowsEveryShortcut(t *testing.T) {
	p := openedSample(t, data.English)
	var shown []string
	for _, g := range p.shell.keyGroups() {
		for _, line := range g.lines {
			shown = append(shown, line.keys...)
			if strings.Contains(line.words, ".") && p.loc.Has(line.words) {
				t.Errorf("%q is an id", line.words)
			}
		}
	}
	all := strings.Join(shown, " ")
	for _, s := range shortcutsOf(p.shell.table) {
		if words := shortcutText(p.loc, s); words == "" || !strings.Contains(all, words) {
			t.Errorf("%s is not shown", s.ShortcutName())
		}
	}
	for _, k := range p.shell.paneKeys() {
		if !p.loc.Has(k.Where) || !p.loc.Has(k.Title) {
			t.Errorf("no words for %+v", k)
		}
	}
}

func TestTheSheetOpensAndClosesByKey(t *testing.T) {
	for name, c := range map[string]struct {
		lang     data.Lang
		open     fyne.Shortcut
		closes   func(p *program)
		underage bool
	}{
		"F1 and Escape":   {data.English, function(fyne.KeyF1), func(p *program) { pressing(p, fyne.KeyEscape) }, false},
		"F1 twice":        {data.Arabic, function(fyne.KeyF1), func(p *program) { pressing(p, fyne.KeyF1) }, false},
		"Ctrl+/":          {data.Chinese, key(fyne.KeySlash), func(p *program) { look.Shortcut(key(fyne.KeySlash)) }, false},
		"over a page too": {data.French, function(fyne.KeyF1), func(p *program) { pressing(p, fyne.KeyEscape) }, true},
	} {
		t.Run(name, func(t *testing.T) {
			p := openedSample(t, c.lang)
			p.shell.reader.Focus()
			if c.underage {
				p.shell.makePaper()
			}
			before := p.window.Canvas().Focused()
			look.Shortcut(c.open)
			k := p.shell.keys
			if !k.shown() || p.window.Canvas().Focused() != fyne.Focusable(k.all) {
				t.Fatal("it is not shown, or has not the keyboard")
			}
			pressing(p, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyHome)
			c.closes(p)
			if k.shown() || p.window.Canvas().Focused() != before {
				t.Error("it stays, or the keyboard did not go back")
			}
			if c.underage && p.shell.uncovered() {
				t.Error("Escape took the page away as well")
			}
		})
	}
}

func TestTheSheetKeepsTheKeyboardOverAPage(t *testing.T) {
	p := openedSample(t, data.English)
	p.shell.makePaper()
	look.Shortcut(function(fyne.KeyF1))
	pressing(p, fyne.KeyTab)
	if _, ok := p.window.Canvas().Focused().(*look.Button); !ok {
		t.Errorf("Tab leads to %T", p.window.Canvas().Focused())
	}
	pressing(p, fyne.KeyTab)
	if p.window.Canvas().Focused() != fyne.Focusable(p.shell.keys.all) {
		t.Error("Tab does not lead back")
	}
	pressing(p, fyne.KeyTab, fyne.KeyEscape)
	if p.shell.keys.shown() || p.shell.uncovered() {
		t.Error("Escape closes not just the sheet")
	}
}

func TestGroupsStandInColumns(t *testing.T) {
	p := openedSample(t, data.Arabic)
	look.Shortcut(function(fyne.KeyF1))
	groups := p.shell.keys.groups
	right := map[float32]bool{}
	for _, g := range groups.Objects {
		right[g.Position().X+g.Size().Width] = true
		if g.Size().Height < g.MinSize().Height {
			t.Error("a group is cut")
		}
	}
	if len(right) != 3 {
		t.Errorf("%d columns in a window of 1366, want 3", len(right))
	}
	if first := groups.Objects[0]; first.Position().X+first.Size().Width < groups.Size().Width-1 {
		t.Error("the first column is not at the right in Arabic")
	}
}

func TestF6GoesRoundTheWindow(t *testing.T) {
	p := openedSample(t, data.English)
	text, _ := p.session.desk.Current()
	p.shell.reading.Select(text.Provisions[9].ID)
	where := func() int {
		for i, a := range p.shell.areas() {
			if look.Path(a.object, focusedObject(p.window.Canvas())) != nil {
				return i
			}
		}
		return -1
	}
	for i, want := range []int{0, 1, 2, 3, 0} {
		look.Shortcut(function(fyne.KeyF6))
		if got := where(); got != want {
			t.Errorf("press %d: in part %d, want %d", i+1, got, want)
		}
	}
	look.Shortcut(&look.FunctionKey{Name: fyne.KeyF6, Shift: true})
	if got := where(); got != 3 {
		t.Errorf("Shift+F6 leads to part %d, want 3", got)
	}
	pressing(p, fyne.KeyEscape)
	if got := where(); got != 1 {
		t.Errorf("Escape leads to part %d, want the text", got)
	}
	p.shell.makePaper()
	for i, want := range []int{1, 0} { // from the page to the toolbar and back
		look.Shortcut(function(fyne.KeyF6))
		if got := where(); got != want {
			t.Errorf("over a page, press %d: in part %d, want %d", i+1, got, want)
		}
	}
}

func TestTheToolbarKeepsTheKeyboardWhileTheTableIsMadeAnew(t *testing.T) {
	p := openedSample(t, data.English)
	t.Cleanup(func() { look.BlankFrames(false) })
	buttons := p.shell.bar.buttons
	last := buttons[len(buttons)-1]
	p.window.Canvas().Focus(last)
	pressing(p, fyne.KeyReturn)
	if !look.FramesBlanked() {
		t.Fatal("the last button does not hide")
	}
	if p.window.Canvas().Focused() != fyne.Focusable(last) || look.Path(p.window.Content(), last) == nil {
		t.Error("the button that was pressed lost the keyboard")
	}
}

func TestF10OpensTheMenusAndArrowsGoAlong(t *testing.T) {
	p := openedSample(t, data.English)
	p.shell.reader.Focus()
	before := p.window.Canvas().Focused()
	look.Shortcut(function(fyne.KeyF10))
	if p.window.Canvas().Overlays().Top() == nil {
		t.Fatal("no menu")
	}
	// File, Edit, Text, Work, View, Help: about is the last line of the last menu.
	for range len(menuOrder) - 1 {
		pressing(p, fyne.KeyRight)
		if len(p.window.Canvas().Overlays().List()) != 1 {
			t.Fatal("more than one menu is open, or none")
		}
	}
	pressing(p, fyne.KeyDown, fyne.KeyEnd, fyne.KeyEscape)
	if p.window.Canvas().Overlays().Top() != nil || p.window.Canvas().Focused() != before {
		t.Error("Escape does not close the menus, or the keyboard did not go back")
	}
}
