package textview

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/translations/typeset"
)

// write puts an Editor with words into a window; "|" is the caret, "[" and "]"
// enclose a selection that ends at the bracket beside the caret.
func write(t testing.TB, lang, words string, width float32) *Editor {
	t.Helper()
	dress(t, lang)
	e := NewEditor()
	e.Lang = lang
	w := test.NewWindow(e)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 300))
	w.Canvas().Focus(e)
	fill(e, words)
	return e
}

type editing interface {
	SetText(string)
	Select(from, to int)
}

func fill(e editing, words string) {
	from, to := -1, -1
	var text []rune
	for _, r := range words {
		switch r {
		case '⟦':
			from = len(text)
		case '⟧', '|':
			to = len(text)
		default:
			text = append(text, r)
		}
	}
	if from < 0 {
		from = to
	}
	e.SetText(string(text))
	e.Select(max(from, 0), max(to, 0))
}

// picture is the text with its caret or selection, as write takes it.
func picture(e *Editor) string {
	from, to := e.Selection()
	text := e.buffer.text
	if from == to {
		return string(text[:from]) + "|" + string(text[from:])
	}
	return string(text[:from]) + "⟦" + string(text[from:to]) + "⟧" + string(text[to:])
}

// do sends keys by name: "Left", "S-Left" with Shift, "C-Left" with Ctrl,
// "C-S-Left", "C-z"; anything else is typed.
func do(e *Editor, keys ...string) {
	for _, k := range keys {
		name, ctrl := strings.CutPrefix(k, "C-")
		name, shift := strings.CutPrefix(name, "S-")
		named := map[string]fyne.KeyName{
			"Left": fyne.KeyLeft, "Right": fyne.KeyRight, "Up": fyne.KeyUp, "Down": fyne.KeyDown, "Home": fyne.KeyHome, "End": fyne.KeyEnd,
			"Back": fyne.KeyBackspace, "Del": fyne.KeyDelete, "Enter": fyne.KeyReturn, "z": fyne.KeyZ, "Esc": fyne.KeyEscape, "PgDn": fyne.KeyPageDown, "PgUp": fyne.KeyPageUp,
		}[name]
		switch {
		case ctrl && !shift && name == "z":
			e.TypedShortcut(&fyne.ShortcutUndo{})
		case ctrl && !shift && name == "y":
			e.TypedShortcut(&fyne.ShortcutRedo{})
		case ctrl && !shift && name == "a":
			e.TypedShortcut(&fyne.ShortcutSelectAll{})
		case ctrl:
			m := fyne.KeyModifierControl
			if shift {
				m |= fyne.KeyModifierShift
			}
			e.TypedShortcut(&desktop.CustomShortcut{KeyName: named, Modifier: m})
		case named != "" && name != "z":
			if shift {
				e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			}
			e.TypedKey(&fyne.KeyEvent{Name: named})
			e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		default:
			e.typedAt = time.Time{} // nobody types as fast as a test
			for _, r := range k {
				e.TypedRune(r)
			}
		}
	}
}

func TestEditing(t *testing.T) {
	tests := []struct{ name, lang, before, keys, after string }{
		{"typing", "en", "The |Parties", "S t a t e s", "The States|Parties"},
		{"typing Arabic", "ar", "المادة |", "5", "المادة 5|"},
		{"typing over a selection", "en", "⟦shall⟧ protect", "may", "may| protect"},
		{"a new line", "en", "one|two", "Enter", "one\n|two"},
		{"backspace", "en", "shall| act", "Back Back", "sha| act"},
		{"backspace takes the vowel sign before its letter", "ar", "مُ|", "Back", "م|"},
		{"backspace takes a flag at once", "en", "🇺🇳|", "Back", "|"},
		{"backspace joins lines", "en", "one\n|two", "Back", "one|two"},
		{"delete takes a letter with its signs", "ar", "|مُدن", "Del", "|دن"},
		{"delete Chinese", "zh", "第|五条", "Del", "第|条"},
		{"delete at the end", "en", "act|", "Del", "act|"},
		{"delete the selection", "zh", "各⟦缔约⟧方", "Back", "各|方"},
		{"delete a word backwards", "en", "shall promptly |", "C-Back", "shall |"},
		{"delete a word forwards", "en", "|shall promptly", "C-Del", "|promptly"},
		{"delete an Arabic word backwards", "ar", "الدول الأطراف|", "C-Back", "الدول |"},
		{"undo a word at once", "en", "|", "s h a l l C-z", "|"},
		{"undo words one by one, with the space before them", "en", "|", "a b Space c d C-z", "ab|"},
		{"undo and redo", "en", "|", "a b C-z C-y", "ab|"},
		{"redo by Ctrl+Shift+Z", "en", "|", "a b C-z C-S-z", "ab|"},
		{"undo gives the selection back", "en", "⟦shall⟧ act", "Back C-z", "⟦shall⟧ act"},
		{"typing after undo forgets redo", "en", "|", "a Space b C-z c C-y", "ac|"},
		{"moving ends a typed word", "en", "|", "a b Left Right c C-z", "ab|"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := write(t, tt.lang, tt.before, 500)
			for _, k := range strings.Fields(tt.keys) {
				if k == "Space" {
					k = " "
				}
				do(e, k)
			}
			if got := picture(e); got != tt.after {
				t.Errorf("%q, want %q", got, tt.after)
			}
		})
	}
}

func TestMoving(t *testing.T) {
	tests := []struct{ name, lang, before, keys, after string }{
		{"right", "en", "|act", "Right Right", "ac|t"},
		{"left over the line's start", "en", "one\n|two", "Left", "one|\ntwo"},
		{"Arabic: left goes on in the text", "ar", "|المادة", "Left Left", "ال|مادة"},
		{"Arabic: right goes back", "ar", "الما|دة", "Right", "الم|ادة"},
		{"Arabic: right at the start stays", "ar", "|المادة", "Right", "|المادة"},
		{"Arabic: left over the line's end", "ar", "واحد|\nاثنان", "Left", "واحد\n|اثنان"},
		{"by grapheme, not by rune", "ar", "|مُدن", "Left", "مُ|دن"},
		{"Chinese", "zh", "|第五条", "Right Right", "第五|条"},
		{"a number in Arabic is walked through to the right", "ar", "المادة |13 منها", "Right", "المادة 1|3 منها"},
		{"the end of a number in Arabic is reached from its beginning", "ar", "المادة| 13 منها", "Left Left", "المادة 13| منها"},
		{"the beginning of a number in Arabic is reached from its end", "ar", "المادة 13 |منها", "Right", "المادة |13 منها"},
		{"home and end", "en", "one\nt|wo", "Home", "one\n|two"},
		{"end", "zh", "第|五条", "End", "第五条|"},
		{"home in Arabic", "ar", "الما|دة", "Home", "|المادة"},
		{"word by word", "en", "|The Parties shall", "C-Right C-Right", "The Parties |shall"},
		{"word back", "en", "The Parties shall|", "C-Left", "The Parties |shall"},
		{"Arabic: Ctrl+Left goes on by a word", "ar", "|الدول الأطراف في", "C-Left", "الدول |الأطراف في"},
		{"Chinese words", "zh", "|缔约方", "C-Right", "缔|约方"},
		{"all the way", "en", "one\ntwo| three", "C-End", "one\ntwo three|"},
		{"all the way back", "en", "one\ntwo| three", "C-Home", "|one\ntwo three"},
		{"down keeps the column", "en", "abcd|ef\nx\nabcdef", "Down Down", "abcdef\nx\nabcd|ef"},
		{"up at the top goes to the start", "en", "ab|c", "Up", "|abc"},
		{"down at the bottom goes to the end", "en", "a|bc", "Down", "abc|"},
		{"selecting", "en", "The |Parties", "S-Right S-Right", "The ⟦Pa⟧rties"},
		{"selecting Arabic to the left", "ar", "|المادة", "S-Left S-Left S-Left", "⟦الم⟧ادة"},
		{"selecting by words", "en", "|The Parties shall", "C-S-Right C-S-Right", "⟦The Parties ⟧shall"},
		{"all", "zh", "第|五条", "C-a", "⟦第五条⟧"},
		{"an arrow leaves the selection at its side", "en", "a⟦bcd⟧e", "Left", "a|bcde"},
		{"an arrow leaves an Arabic selection at its side", "ar", "ا⟦لما⟧دة", "Left", "الما|دة"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := write(t, tt.lang, tt.before, 500)
			do(e, strings.Fields(tt.keys)...)
			if got := picture(e); got != tt.after {
				t.Errorf("%q, want %q", got, tt.after)
			}
		})
	}
}

// In words of two directions an arrow key never moves the caret the other way
// on the screen, and walking over a line comes to an end.
func TestCaretMovesAsTheArrowSays(t *testing.T) {
	texts := map[string]string{
		"Arabic with a symbol":  "وفقا للقرار A/RES/75/240 والمادة 13 (2) منه",
		"English with Arabic":   "the term «الأطراف» means Parties",
		"Arabic with a bracket": "[تسعى] [States Parties] الأطراف",
		"digits":                "الفقرات 1-3 و 7/2025",
	}
	for name, text := range texts {
		for _, lang := range []string{"ar", "en"} {
			for _, right := range []bool{true, false} {
				t.Run(fmt.Sprint(name, " in ", lang, " right ", right), func(t *testing.T) {
					e := write(t, lang, text, 900)
					for range text { // to the far edge of the line on the screen
						do(e, map[bool]string{true: "Left", false: "Right"}[right])
					}
					at, steps := e.sheet.caret(e.buffer.caret()).X, 0
					for {
						before := e.buffer.head
						do(e, map[bool]string{true: "Right", false: "Left"}[right])
						x := e.sheet.caret(e.buffer.caret()).X
						if e.buffer.head == before {
							break
						}
						if right && x < at-0.01 || !right && x > at+0.01 {
							t.Fatalf("from %.1f to %.1f at %d", at, x, e.buffer.head)
						}
						at = x
						if steps++; steps > 2*len([]rune(text)) {
							t.Fatal("no end")
						}
					}
					if least := len([]rune(text)) * 8 / 10; steps < least {
						t.Errorf("only %d steps over %d runes", steps, len([]rune(text)))
					}
				})
			}
		}
	}
}

// The caret stays beside the letter that was typed where words of two directions
// meet, so that the next one is seen to go there.
func TestCaretStaysWithTheTypedLetter(t *testing.T) {
	for name, tt := range map[string]struct{ lang, before, key string }{
		"Latin before Arabic":           {"en", "abc|ابج def", "x"},
		"Arabic between":                {"en", "abc |def", "ب"},
		"Arabic before Latin in Arabic": {"ar", "المادة|A/RES", "ة"},
		"Latin in Arabic":               {"ar", "المادة |من", "A"},
		"a number in Arabic":            {"ar", "المادة 1| من", "2"},
	} {
		t.Run(name, func(t *testing.T) {
			e := write(t, tt.lang, tt.before, 500)
			do(e, tt.key)
			l := e.sheet.line(e.buffer.head)
			at := e.buffer.head - l.start
			letter := l.layout.Select(at-1, at)[0]
			far := letter.X + letter.Width
			if l.layout.Levels[at-1]%2 == 1 {
				far = letter.X
			}
			if c := e.sheet.caret(e.buffer.caret()); math.Abs(c.X-far) > 0.01 {
				t.Errorf("the caret is at %.1f, the far edge of the letter at %.1f", c.X, far)
			}
		})
	}
}

// In wrapped text of mixed directions parts of a selection make up the whole, and
// a press where the caret stands puts it there again.
func TestAreasAndPresses(t *testing.T) {
	pieces := []string{"المادة", "12", "(b)", "من", "A/RES/76/19", "States", "[", "]", "الأطراف", "缔约国", "e\u0301", "مُدُن", "،", "24/7", "لا", "«", "»", "\n"}
	random := rand.New(rand.NewPCG(11, 12))
	for range 60 {
		var words []string
		for range 3 + random.IntN(20) {
			words = append(words, pieces[random.IntN(len(pieces))])
		}
		lang := []string{"ar", "en", "zh"}[random.IntN(3)]
		e := write(t, lang, strings.Join(words, " "), 160)
		n := len(e.buffer.text)
		lines := func(from, to int) []typeset.Rect { // without the slivers of line ends
			var list []typeset.Rect
			for _, l := range e.sheet.lines {
				for _, r := range l.layout.Select(from-l.start, to-l.start) {
					r.Y += l.y
					list = append(list, r)
				}
			}
			return list
		}
		for range 40 {
			a, c := random.IntN(n+1), random.IntN(n+1)
			a, c = min(a, c), max(a, c)
			b := a + random.IntN(c-a+1)
			if parts, whole := union(append(lines(a, b), lines(b, c)...)), union(lines(a, c)); !sameAreas(parts, whole) {
				t.Fatalf("%q [%d %d %d): parts %v, whole %v", string(e.buffer.text), a, b, c, parts, whole)
			}
		}
		for i := range e.sheet.lines {
			l := &e.sheet.lines[i]
			for row := range l.layout.Lines {
				for _, stop := range l.stops(row) {
					c := e.sheet.caret(spot{offset: stop})
					if got := e.sheet.caret(e.sheet.hit(c.X, c.Y+c.Height/2)); math.Abs(got.X-c.X) > 0.01 || math.Abs(got.Y-c.Y) > 0.01 {
						t.Fatalf("%q: a press at the caret before %d (%.1f, %.1f) puts it at (%.1f, %.1f)", string(e.buffer.text), stop, c.X, c.Y, got.X, got.Y)
					}
				}
			}
		}
	}
}

func TestClipboard(t *testing.T) {
	e := write(t, "ar", "تنفذ ⟦الدول⟧ الأطراف", 500)
	board := test.NewClipboard()
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: board})
	if got := board.Content(); got != "الدول" {
		t.Errorf("copied %q", got)
	}
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: board})
	if got := picture(e); got != "تنفذ | الأطراف" {
		t.Errorf("after cut %q", got)
	}
	board.SetContent("line one\r\nline two")
	do(e, "C-End")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	if got := e.Text(); !strings.HasSuffix(got, "line one\nline two") {
		t.Errorf("after paste %q", got)
	}
	do(e, "C-z", "C-z")
	if got := e.Text(); got != "تنفذ الدول الأطراف" {
		t.Errorf("after undo %q", got)
	}
}

func TestEditorTells(t *testing.T) {
	e := write(t, "en", "", 500)
	var changed []string
	submitted, escaped := "", false
	e.OnChanged = func(s string) { changed = append(changed, s) }
	e.OnSubmitted = func(s string) { submitted = s }
	e.OnEscaped = func() { escaped = true }
	do(e, "a", "Left", "Del", "Del", "b", "C-Enter", "Esc")
	if got := strings.Join(changed, ","); got != "a,,b" {
		t.Errorf("told of %q", got)
	}
	if submitted != "b" || !escaped {
		t.Errorf("submitted %q, escaped %v", submitted, escaped)
	}
	e.SetText("set by the program")
	if len(changed) != 3 {
		t.Error("SetText tells of a change")
	}
}

func TestDisabledEditor(t *testing.T) {
	e := write(t, "en", "⟦shall⟧ act", 500)
	e.Disable()
	board := test.NewClipboard()
	do(e, "x", "Back", "Enter", "C-Back", "C-z")
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: board})
	e.Insert("x")
	if e.Text() != "shall act" {
		t.Errorf("a disabled editor holds %q", e.Text())
	}
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: board})
	if board.Content() != "shall" {
		t.Error("its words cannot be copied")
	}
}

func TestEditorGrows(t *testing.T) {
	e := write(t, "en", "", 300)
	e.MinRows, e.MaxRows = 2, 6
	row := e.rowHeight()
	heights := map[int]float32{0: 2, 1: 2, 4: 4, 12: 6}
	for lines, rows := range heights {
		e.SetText(strings.TrimSuffix(strings.Repeat("x\n", lines), "\n"))
		if got, want := e.MinSize().Height, rows*row+2*padY; got < want-2 || got > want+2 {
			t.Errorf("%d lines: height %v, want about %v", lines, got, want)
		}
	}
	e.Resize(fyne.NewSize(300, 6*row+2*padY))
	do(e, "C-End")
	if y := float32(e.sheet.caret(e.buffer.caret()).Y) - e.offset.Y; y < 0 || y > 6*row {
		t.Errorf("the caret is at %v of %v", y, 6*row)
	}
	e.Resize(fyne.NewSize(300, 100))
	do(e, "C-Home")
	if e.offset.Y != 0 {
		t.Errorf("at the start the view begins at %v", e.offset.Y)
	}
}

func TestField(t *testing.T) {
	dress(t, "en")
	f := NewField()
	w := test.NewWindow(f)
	defer w.Close()
	w.Resize(fyne.NewSize(120, 40))
	got := ""
	f.OnSubmitted = func(s string) { got = s }
	w.Canvas().Focus(f)
	for _, r := range "article 13 paragraph 2 (b) of the convention" {
		f.TypedRune(r)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got != "article 13 paragraph 2 (b) of the convention" {
		t.Errorf("submitted %q", got)
	}
	if f.offset.X <= 0 {
		t.Error("a long line does not scroll")
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if f.offset.X != 0 {
		t.Errorf("at the start the line begins at %v", f.offset.X)
	}
	f.Insert("two\nlines\n")
	if strings.Contains(f.Text(), "\n") {
		t.Errorf("a field holds %q", f.Text())
	}
}

func TestArabicFieldEndsAtTheRight(t *testing.T) {
	dress(t, "ar")
	f := NewField()
	w := test.NewWindow(f)
	defer w.Close()
	w.Resize(fyne.NewSize(200, 40))
	f.SetText("المادة 13")
	l := f.sheet.lines[0].layout
	if right := f.shiftX() + l.Width; right < float64(f.area().Width)-1 {
		t.Errorf("words end at %.0f of %.0f", right, f.area().Width)
	}
	if at := f.spotAt(fyne.NewPos(f.Size().Width-padX-1, 12)).offset; at != 0 {
		t.Errorf("a press at the right edge hits %d", at)
	}
	f.SetText(strings.Repeat("المادة 13 ", 20))
	if x := f.sheet.caret(f.buffer.caret()).X + f.shiftX() - float64(f.offset.X); x < -2 || x > float64(f.area().Width)+2 {
		f.moved()
		if x := f.sheet.caret(f.buffer.caret()).X + f.shiftX() - float64(f.offset.X); x < -2 || x > float64(f.area().Width)+2 {
			t.Errorf("the caret is at %.0f of %.0f", x, f.area().Width)
		}
	}
}

func TestSecret(t *testing.T) {
	dress(t, "en")
	f := NewSecret()
	w := test.NewWindow(f)
	defer w.Close()
	f.SetText("open sesame")
	f.Select(0, 11)
	board := test.NewClipboard()
	board.SetContent("before")
	f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: board})
	f.TypedShortcut(&fyne.ShortcutCut{Clipboard: board})
	if board.Content() != "before" || f.Text() != "open sesame" {
		t.Errorf("clipboard %q, text %q", board.Content(), f.Text())
	}
	if got := string(f.sheet.lines[0].text); got != strings.Repeat("•", 11) {
		t.Errorf("shows %q", got)
	}
}

func TestPointerInEditor(t *testing.T) {
	for lang, text := range map[string]string{"en": "The Parties shall act", "ar": "تنفذ الدول الأطراف 13 مادة"} {
		e := write(t, lang, text, 500)
		n := len([]rune(text))
		for offset := 0; offset <= n; offset++ {
			if e.spotAt(caretPoint(e, offset)).offset != offset {
				if c, d := caretPoint(e, offset), caretPoint(e, e.spotAt(caretPoint(e, offset)).offset); c != d {
					t.Errorf("%s: a press at %d of %q hits %d", lang, offset, text, e.spotAt(c).offset)
				}
			}
		}
		at := caretPoint(e, 6)
		for range 2 {
			e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
			e.MouseUp(nil)
		}
		if got, want := e.SelectedText(), map[string]string{"en": "Parties", "ar": "الدول"}[lang]; got != want {
			t.Errorf("a double press selects %q, want %q", got, want)
		}
	}
}

func caretPoint(e *Editor, offset int) fyne.Position {
	c := e.sheet.caret(spot{offset: offset})
	return fyne.NewPos(padX+float32(c.X+e.shiftX())-e.offset.X, padY+float32(c.Y+c.Height/2)-e.offset.Y)
}

func TestForward(t *testing.T) {
	e := write(t, "en", "|", 300)
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	do(e, "a", "b")
	if !Forward(c, &fyne.ShortcutUndo{}) || e.Text() != "" {
		t.Errorf("undo of typing: %q", e.Text())
	}
	if Forward(c, &fyne.ShortcutUndo{}) {
		t.Error("an editor with nothing to undo takes the shortcut")
	}
	c.Unfocus()
	if Forward(c, &fyne.ShortcutSelectAll{}) {
		t.Error("without focus the shortcut was taken")
	}
}

// A field keeps what it understands and leaves the rest to the window.
func TestShortcutsGoOnToTheWindow(t *testing.T) {
	var told []string
	look.OnShortcut = func(s fyne.Shortcut) bool { told = append(told, s.ShortcutName()); return true }
	defer func() { look.OnShortcut = nil }()
	e := write(t, "en", "", 300)
	save := &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}
	back := &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}
	do(e, "a")
	e.TypedShortcut(&fyne.ShortcutUndo{}) // of the typing
	e.TypedShortcut(save)
	e.TypedShortcut(back)
	do(e, "C-Left", "C-a")
	e.TypedShortcut(&fyne.ShortcutUndo{}) // of the window's last act
	want := save.ShortcutName() + " " + back.ShortcutName() + " Undo"
	if got := strings.Join(told, " "); got != want {
		t.Errorf("the window was told of %q, want %q", got, want)
	}
	told = nil
	d := show(t, "en", sample("en"), 400, 300)
	d.TypedShortcut(save)
	d.TypedShortcut(&fyne.ShortcutSelectAll{})
	d.TypedShortcut(&fyne.ShortcutCopy{Clipboard: test.NewClipboard()})
	if len(told) != 1 {
		t.Errorf("the text passed on %q", told)
	}
}

func TestPlaceholderAndSelectionArePainted(t *testing.T) {
	e := write(t, "en", "", 400)
	e.Placeholder = "Proposed wording"
	count := func() (ink, selected int) {
		img := e.paint(400, 200).(*image.RGBA)
		want := look.Colour(look.ColourSelection).(color.NRGBA)
		for i := 0; i < len(img.Pix); i += 4 {
			if img.Pix[i+3] > 100 {
				ink++
			}
			if img.Pix[i] == want.R && img.Pix[i+1] == want.G && img.Pix[i+2] == want.B {
				selected++
			}
		}
		return ink, selected
	}
	if n, _ := count(); n < 200 {
		t.Errorf("placeholder: %d pixels", n)
	}
	fill(e, "The ⟦Parties⟧ shall")
	if _, n := count(); n < 400 {
		t.Errorf("selection: %d pixels", n)
	}
}

func FuzzBuffer(f *testing.F) {
	f.Add("The Parties", []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add("المادة 13 مُدن", []byte{7, 7, 3, 1, 0, 9, 2, 4, 8, 8})
	f.Add("第五条\n\n公约🇺🇳", []byte{1, 3, 5, 7, 9, 0, 2, 4, 6, 8})
	f.Fuzz(func(t *testing.T, text string, acts []byte) {
		var b buffer
		b.reset([]rune(text))
		first := string(b.text)
		for _, a := range acts {
			switch a % 10 {
			case 0:
				b.typed('x', false)
			case 1:
				b.erase(b.before(b.head))
			case 2:
				b.erase(b.grapheme(b.head, true))
			case 3:
				b.move(b.grapheme(b.head, false), a >= 128)
			case 4:
				b.move(b.word(b.head, true), a >= 128)
			case 5:
				b.move(b.word(b.head, false), a >= 128)
			case 6:
				b.undo()
			case 7:
				b.redo()
			case 8:
				b.insert([]rune("اب\n"))
			case 9:
				b.erase(b.word(b.head, false))
			}
			if b.head < 0 || b.head > len(b.text) || b.anchor < 0 || b.anchor > len(b.text) {
				t.Fatalf("caret %d, anchor %d of %d", b.head, b.anchor, len(b.text))
			}
		}
		last := string(b.text)
		n := 0
		for b.undo() {
			n++
		}
		if len(acts) < mostChanges && string(b.text) != first {
			t.Fatalf("all undone: %q, want %q", string(b.text), first)
		}
		for range n {
			b.redo()
		}
		for b.redo() {
		}
		_ = last
	})
}

func BenchmarkKeystroke4KB(b *testing.B) {
	for lang, sentence := range map[string]string{
		"en": "Each Party shall protect the data held by its ports in accordance with article 13 (2). ",
		"ar": "يسعى كل طرف إلى حماية البيانات المحفوظة في موانئه على النحو المبين في HC/2 وفقا للمادة 13 (2). ",
		"zh": "各缔约方应当保护其港口依照HC/2和第十三条第二款保存的数据。",
	} {
		b.Run(lang, func(b *testing.B) {
			e := write(b, lang, "", 700)
			e.Family = typeset.Serif
			n := 4096 / len([]rune(sentence))
			e.SetText(strings.Repeat(sentence, n))
			e.Select(2000, 2000)
			size := e.draw.words.Size()
			for b.Loop() {
				e.TypedRune('x')
				e.paint(int(size.Width), int(size.Height))
				if e.buffer.head > 2100 {
					b.StopTimer()
					e.SetText(strings.Repeat(sentence, n) + " ")
					e.SetText(strings.Repeat(sentence, n))
					e.Select(2000, 2000)
					b.StartTimer()
				}
			}
		})
	}
}

// Signs above the letters of the first line are not cut off: it has as much ink as
// where it is the second.
func TestSignsAboveTheFirstLine(t *testing.T) {
	for _, family := range []typeset.Family{typeset.Serif, typeset.Sans} {
		ink := func(text string) (n int) {
			e := write(t, "ar", "", 400)
			e.Family = family
			e.SetText(text)
			size := e.draw.words.Size()
			img := e.paint(int(size.Width), int(size.Height)).(*image.RGBA)
			for i := 3; i < len(img.Pix); i += 4 {
				if img.Pix[i] >= 128 {
					n++
				}
			}
			return n
		}
		first, second := ink("الأُطُر مُدُن"), ink("\nالأُطُر مُدُن")
		if first < second*98/100 || second == 0 { // baselines may lie differently between pixels
			t.Errorf("family %d: %d pixels, as the second line %d", family, first, second)
		}
	}
}
