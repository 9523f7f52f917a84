package look

import (
	"runtime"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// opened is a window with a button that has the keyboard, and a way to press keys
// as a person does.
func opened(t *testing.T, lang string) (w fyne.Window, b *Button, press func(keys ...fyne.KeyName)) {
	t.Helper()
	dress(t, lang, lang == "ar")
	b = NewButton("Words", nil)
	w = test.NewTempWindow(t, Column(b))
	w.Resize(fyne.NewSize(500, 400))
	w.Canvas().Focus(b)
	return w, b, func(keys ...fyne.KeyName) {
		t.Helper()
		for _, k := range keys {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

// scanCodeOf is the code of a key on this system.
func scanCodeOf(key fyne.KeyName) int {
	for code := range 256 {
		if PhysicalKey(&fyne.KeyEvent{Physical: fyne.HardwareKey{ScanCode: code}}) == key {
			return code
		}
	}
	return -1
}

func TestChoicesByTheNextKey(t *testing.T) {
	arabicA := &fyne.KeyEvent{Physical: fyne.HardwareKey{ScanCode: scanCodeOf("A")}}
	for name, c := range map[string]struct {
		keys []*fyne.KeyEvent
		want int // -1: nothing
	}{
		"letter":                  {[]*fyne.KeyEvent{{Name: fyne.KeyA}}, 0},
		"figure":                  {[]*fyne.KeyEvent{{Name: fyne.Key3}}, 3},
		"Arabic keyboard":         {[]*fyne.KeyEvent{arabicA}, 0},
		"no such key closes":      {[]*fyne.KeyEvent{{Name: fyne.KeyZ}}, -1},
		"Arabic, no such key":     {[]*fyne.KeyEvent{{Physical: fyne.HardwareKey{ScanCode: scanCodeOf("Z")}}}, -1},
		"a key that is no letter": {[]*fyne.KeyEvent{{Name: fyne.KeyF5}, {Name: fyne.KeyA}}, 0},
		"disabled":                {[]*fyne.KeyEvent{{Name: fyne.KeyD}, {Name: fyne.KeyEscape}}, -1},
		"arrows from what is":     {[]*fyne.KeyEvent{{Name: fyne.KeyUp}, {Name: fyne.KeyReturn}}, 0},
		"arrows pass what is no":  {[]*fyne.KeyEvent{{Name: fyne.KeyDown}, {Name: fyne.KeyReturn}}, 3},
		"escape":                  {[]*fyne.KeyEvent{{Name: fyne.KeyEscape}}, -1},
	} {
		t.Run(name, func(t *testing.T) {
			w, b, _ := opened(t, "ar")
			got := -1
			NewChoices([]Choice{
				{Key: "A", Words: "متفق عليه", Sign: NewDot(StateApproved)},
				{Key: "B", Words: "بين أقواس", Checked: true},
				{Key: "D", Words: "محذوف", Disabled: true},
				{Key: "3", Words: "جديد"},
			}, func(i int) { got = i }).Open(b)
			for _, e := range c.keys {
				w.Canvas().Focused().TypedKey(e)
			}
			if got != c.want {
				t.Errorf("took %d, want %d", got, c.want)
			}
			if w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != fyne.Focusable(b) {
				t.Error("the layer stays, or the keyboard did not come back")
			}
		})
	}
}

func TestSubmenusByKeyboard(t *testing.T) {
	for name, c := range map[string]struct {
		lang string
		keys []fyne.KeyName
		want string
		open bool
	}{
		"enter":              {"en", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn}, "two", false},
		"right":              {"en", []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn}, "one", false},
		"left in Arabic":     {"ar", []fyne.KeyName{fyne.KeyDown, fyne.KeyLeft, fyne.KeyReturn}, "one", false},
		"back and on":        {"en", []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyLeft, fyne.KeyDown, fyne.KeyReturn}, "last", false},
		"escape goes back":   {"en", []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyEscape}, "", true},
		"two escapes close":  {"en", []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyEscape, fyne.KeyEscape}, "", false},
		"F10 closes at once": {"en", []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyF10}, "", false},
		"ends":               {"en", []fyne.KeyName{fyne.KeyEnd, fyne.KeyReturn}, "last", false},
	} {
		t.Run(name, func(t *testing.T) {
			w, b, press := opened(t, c.lang)
			got := ""
			item := func(words string) MenuItem {
				return MenuItem{Words: words, Action: func() { got = words }}
			}
			ShowMenu([]MenuItem{{Words: "more", Submenu: []MenuItem{item("one"), item("two")}}, {}, item("last")}, b)
			press(c.keys...)
			if got != c.want || (w.Canvas().Overlays().Top() != nil) != c.open {
				t.Errorf("did %q, want %q; open: %v", got, c.want, !c.open)
			}
			if !c.open && w.Canvas().Focused() != fyne.Focusable(b) {
				t.Error("the keyboard did not come back")
			}
		})
	}
}

func TestFirstLettersFindALine(t *testing.T) {
	_, b, _ := opened(t, "en")
	var items []MenuItem
	for _, words := range []string{"Austria", "Barbados", "Belgium", "Brazil"} {
		items = append(items, MenuItem{Words: words})
	}
	m := newMenu(items)
	m.showBelow(b)
	at := time.Unix(0, 0)
	m.typed.now = func() time.Time { return at }
	for i, c := range []struct {
		wait time.Duration
		r    rune
		want int
	}{{0, 'b', 1}, {0, 'e', 2}, {2 * time.Second, 'b', 3}, {0, 'b', 1}, {2 * time.Second, 'x', 1}, {2 * time.Second, 'A', 0}} {
		at = at.Add(c.wait)
		m.TypedRune(c.r)
		if m.at != c.want {
			t.Fatalf("letter %d: at %d, want %d", i, m.at, c.want)
		}
	}
}

func TestAMenuIsNeverLargerThanTheWindow(t *testing.T) {
	w, b, _ := opened(t, "en")
	var items []MenuItem
	for range 60 {
		items = append(items, MenuItem{Words: "A line"})
	}
	m := newMenu(items)
	m.showBelow(b)
	if h := m.Size().Height; h > w.Canvas().Size().Height {
		t.Errorf("%v high in a window of %v", h, w.Canvas().Size().Height)
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if row := m.rows[59]; row.Position().Y+row.Size().Height > m.all.Offset.Y+m.all.Size().Height+1 {
		t.Error("the last line is not scrolled to")
	}
}

func TestPhysicalKeys(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the codes are those of X11")
	}
	for name, c := range map[string]struct {
		event fyne.KeyEvent
		want  fyne.KeyName
	}{
		"Latin letter keeps its name": {fyne.KeyEvent{Name: fyne.KeyQ, Physical: fyne.HardwareKey{ScanCode: 38}}, fyne.KeyQ},
		"A":                           {fyne.KeyEvent{Physical: fyne.HardwareKey{ScanCode: 38}}, fyne.KeyA},
		"P":                           {fyne.KeyEvent{Physical: fyne.HardwareKey{ScanCode: 33}}, fyne.KeyP},
		"M":                           {fyne.KeyEvent{Physical: fyne.HardwareKey{ScanCode: 58}}, fyne.KeyM},
		"0":                           {fyne.KeyEvent{Physical: fyne.HardwareKey{ScanCode: 19}}, fyne.Key0},
		"beyond the letters":          {fyne.KeyEvent{Physical: fyne.HardwareKey{ScanCode: 200}}, fyne.KeyUnknown},
		"arrow":                       {fyne.KeyEvent{Name: fyne.KeyUp}, fyne.KeyUp},
	} {
		if got := PhysicalKey(&c.event); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestFunctionKeysAreShortcuts(t *testing.T) {
	held := fyne.KeyModifier(0)
	before := heldKeys
	heldKeys = func() fyne.KeyModifier { return held }
	t.Cleanup(func() { heldKeys = before })
	for _, name := range []fyne.KeyName{fyne.KeyF, fyne.KeyEscape, fyne.KeyUnknown, fyne.KeyA} {
		if FunctionKeyOf(&fyne.KeyEvent{Name: name}) != nil {
			t.Errorf("%q is taken for a function key", name)
		}
	}
	plain := FunctionKeyOf(&fyne.KeyEvent{Name: fyne.KeyF3})
	held = fyne.KeyModifierShift
	shifted := FunctionKeyOf(&fyne.KeyEvent{Name: fyne.KeyF3})
	if plain == nil || shifted == nil || plain.ShortcutName() == shifted.ShortcutName() || plain.Shift || !shifted.Shift {
		t.Errorf("F3 is %+v, with Shift %+v", plain, shifted)
	}
}

// typedField is a stand-in for the field of a FindBar.
type typedField struct {
	Button
	take func(*fyne.KeyEvent) bool
}

func (f *typedField) OfferKeys(take func(*fyne.KeyEvent) bool) { f.take = take }

func TestFindBar(t *testing.T) {
	dress(t, "en", false)
	field := &typedField{}
	field.text, field.icon = NewText(""), NewIcon("")
	field.ExtendBaseWidget(field)
	var steps []int
	closed := 0
	b := NewFindBar(field, FindWords{"Previous", "Next", "Close"})
	b.OnStep, b.OnClosed = func(s int) { steps = append(steps, s) }, func() { closed++ }
	w := test.NewTempWindow(t, b)
	b.Focus()
	if w.Canvas().Focused() != fyne.Focusable(field) {
		t.Error("the field has not the keyboard")
	}
	held := fyne.KeyModifier(0)
	before := heldKeys
	heldKeys = func() fyne.KeyModifier { return held }
	t.Cleanup(func() { heldKeys = before })
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	if !field.take(enter) || len(steps) != 0 {
		t.Error("with nothing found, Enter goes somewhere")
	}
	b.SetCount("3 of 17", true)
	field.take(enter)
	held = fyne.KeyModifierShift
	field.take(enter)
	test.Tap(b.next)
	test.Tap(b.previous)
	if len(steps) != 4 || steps[0] != 1 || steps[1] != -1 || steps[2] != 1 || steps[3] != -1 {
		t.Errorf("steps %v", steps)
	}
	if field.take(&fyne.KeyEvent{Name: fyne.KeyDown}) {
		t.Error("the bar takes a key that it has no use for")
	}
	field.take(&fyne.KeyEvent{Name: fyne.KeyEscape})
	test.Tap(b.close)
	if closed != 2 {
		t.Errorf("closed %d times, want 2", closed)
	}
}
