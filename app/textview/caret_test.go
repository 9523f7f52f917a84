package textview

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
	"travaux/translations/typeset"
)

// keys sends keys to a Document as do does to an Editor: "S-Right", "C-S-End".
func keys(d *Document, list ...string) {
	for _, k := range list {
		name, ctrl := strings.CutPrefix(k, "C-")
		name, shift := strings.CutPrefix(name, "S-")
		named := map[string]fyne.KeyName{
			"Left": fyne.KeyLeft, "Right": fyne.KeyRight, "Up": fyne.KeyUp, "Down": fyne.KeyDown, "Home": fyne.KeyHome, "End": fyne.KeyEnd,
			"PgDn": fyne.KeyPageDown, "PgUp": fyne.KeyPageUp, "Esc": fyne.KeyEscape, "F12": fyne.KeyF12,
		}[name]
		switch {
		case k == "C-a":
			d.TypedShortcut(&fyne.ShortcutSelectAll{})
		case ctrl:
			m := fyne.KeyModifierControl
			if shift {
				m |= fyne.KeyModifierShift
			}
			d.TypedShortcut(&desktop.CustomShortcut{KeyName: named, Modifier: m})
		default:
			if shift {
				d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			}
			d.TypedKey(&fyne.KeyEvent{Name: named})
			d.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
	}
}

// stand tells a Document's selection as picture does an Editor's.
func stand(d *Document) string {
	var out strings.Builder
	for i, b := range d.blocks {
		if i > 0 {
			out.WriteString("\n")
		}
		for k, r := range append([]rune(b.Text), 0) {
			at := place{i, k}
			switch from, to := d.selection.ordered(); {
			case from == to && at == from && d.placed:
				out.WriteString("|")
			case from != to && at == from:
				out.WriteString("⟦")
			case from != to && at == to:
				out.WriteString("⟧")
			}
			if r != 0 {
				out.WriteRune(r)
			}
		}
	}
	return out.String()
}

// stood is the reverse: lines of text with "|" or "⟦" and "⟧".
func stood(t testing.TB, lang, words string, width float32) *Document {
	var blocks []Block
	var from, to *Position
	for i, line := range strings.Split(words, "\n") {
		id := fmt.Sprint("p", i)
		var text []rune
		for _, r := range line {
			at := Position{id, len(text)}
			switch r {
			case '⟦':
				from = &at
			case '⟧', '|':
				to = &at
			default:
				text = append(text, r)
			}
		}
		blocks = append(blocks, Block{ID: id, Text: string(text), Lang: lang})
	}
	d := show(t, lang, blocks, width, 400)
	d.FocusGained()
	if from == nil {
		d.PlaceCaret(*to)
	} else {
		d.placed = true
		d.Select(*from, *to)
	}
	return d
}

func TestCaretWalks(t *testing.T) {
	tests := []struct{ name, lang, before, keys, after string }{
		{"selecting", "en", "The |Parties", "S-Right S-Right", "The ⟦Pa⟧rties"},
		{"selecting Arabic to the left", "ar", "|المادة", "S-Left S-Left S-Left", "⟦الم⟧ادة"},
		{"over the edge of a block", "en", "Article| 1\nEach Party", "S-End S-Right S-Right", "Article⟦ 1\nE⟧ach Party"},
		{"back over the edge", "en", "Article 1\n|Each Party", "S-Left S-Left", "Article ⟦1\n⟧Each Party"},
		{"Arabic over the edge", "ar", "واحد|\nاثنان", "S-Left S-Left", "واحد⟦\nا⟧ثنان"},
		{"a block without words is passed over", "en", "one|\n\ntwo", "S-Right S-Right", "one⟦\n\nt⟧wo"},
		{"by words", "en", "|The Parties shall", "C-S-Right C-S-Right", "⟦The Parties ⟧shall"},
		{"by words back", "en", "The Parties shall|", "C-S-Left C-S-Left", "The ⟦Parties shall⟧"},
		{"by Arabic words", "ar", "|الدول الأطراف في", "C-S-Left", "⟦الدول ⟧الأطراف في"},
		{"by words over the edge", "en", "one |two\nthree four", "C-S-Right C-S-Right C-S-Right", "one ⟦two\nthree ⟧four"},
		{"by words without selecting", "en", "|one two", "C-Right", "one |two"},
		{"a number in Arabic", "ar", "المادة |13 منها", "S-Right", "المادة ⟦1⟧3 منها"},
		{"to the ends of the line", "en", "one t|wo three", "S-Home", "⟦one t⟧wo three"},
		{"to the other end", "zh", "第|五条", "S-End", "第⟦五条⟧"},
		{"down and up", "en", "on|e\nTwo\nthree", "S-Down S-Down S-Up", "on⟦e\nTw⟧o\nthree"},
		{"down past the end", "en", "one\nt|wo", "S-Down", "one\nt⟦wo⟧"},
		{"up past the beginning", "en", "on|e\ntwo", "S-Up", "⟦on⟧e\ntwo"},
		{"to the ends of the text", "en", "one\ntw|o\nthree", "C-S-End", "one\ntw⟦o\nthree⟧"},
		{"to its beginning", "en", "one\ntw|o\nthree", "C-S-Home", "⟦one\ntw⟧o\nthree"},
		{"all of a block", "en", "one\ntw|o\nthree", "C-a", "one\n⟦two⟧\nthree"},
		{"all of the text", "en", "one\ntw|o\nthree", "C-a C-a", "⟦one\ntwo\nthree⟧"},
		{"escape gives the selection up first", "en", "o⟦ne⟧", "Esc", "one|"},
		{"and then the caret", "en", "o⟦ne⟧", "Esc Esc", "one"},
		{"arrows scroll and leave it where it is", "en", "o|ne two", "Right Down", "o|ne two"},
		{"while browsing they move it", "en", "o|ne two", "F12 Right Right", "one| two"},
		{"F12 again ends that", "en", "o|ne two", "F12 F12", "one two"},
		{"a selection shrinks", "en", "The |Parties", "S-Right S-Right S-Left", "The ⟦P⟧arties"},
		{"page by page", "en", "o|ne\ntwo\nthree", "S-PgDn", "o⟦ne\ntwo\nthree⟧"},
		{"and back", "en", "one\ntwo\nth|ree", "S-PgUp", "⟦one\ntwo\nth⟧ree"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := stood(t, tt.lang, tt.before, 500)
			keys(d, strings.Fields(tt.keys)...)
			if got := stand(d); got != tt.after {
				t.Errorf("%q, want %q", got, tt.after)
			}
		})
	}
}

// The caret is seen where it is, and only while the text has the keyboard.
func TestCaretIsDrawn(t *testing.T) {
	for _, lang := range []string{"en", "ar", "zh"} {
		d := show(t, lang, sample(lang), 600, 700)
		if !d.draw.caret.Hidden {
			t.Errorf("%s: a caret before anything was placed", lang)
		}
		at := point(d, "a7.1", 9)
		press(d, at)
		if got, ok := d.Caret(); !ok || got != (Position{"a7.1", 9}) {
			t.Errorf("%s: a press at 9 places it at %v (%v)", lang, got, ok)
		}
		c := d.draw.caret
		if c.Hidden || math.Abs(float64(c.Position().X+1-at.X)) > 1.5 || c.Position().Y > at.Y || c.Position().Y+c.Size().Height < at.Y {
			t.Errorf("%s: it stands at %v, %v high, pressed was %v", lang, c.Position(), c.Size().Height, at)
		}
		d.flow.scrollBy(0)
		d.FocusLost()
		if !c.Hidden {
			t.Errorf("%s: a caret without the keyboard", lang)
		}
	}
}

// Shift begins where one reads, not where one pressed long ago.
func TestCaretBeginsInView(t *testing.T) {
	d := show(t, "en", long("en", 300), 800, 700)
	d.FocusGained()
	d.ScrollTo("p200")
	keys(d, "S-Right")
	if from, _, ok := d.Selection(); !ok || point(d, from.ID, from.Offset).Y < 0 || point(d, from.ID, from.Offset).Y > 700 {
		t.Errorf("selected from %v", from)
	}
	d.leave()
	d.Choose("p201")
	d.leave()
	d.selection = selection{}
	keys(d, "S-Right")
	if from, _, _ := d.Selection(); from != (Position{"p201", 0}) {
		t.Errorf("selected from %v, the chosen block is in view", from)
	}
}

// A press with Shift before anything was placed selects from where one reads.
func TestShiftPress(t *testing.T) {
	d := show(t, "en", long("en", 300), 800, 700)
	d.ScrollTo("p200")
	at := fyne.NewPos(400, 500)
	d.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift})
	from, to, ok := d.Selection()
	if !ok || d.flow.y(d.index[from.ID]) < -1 || d.flow.y(d.index[to.ID]) > 500 {
		t.Errorf("selected from %v to %v", from, to)
	}
	d.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(0, 60)}, Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift})
	if again, further, _ := d.Selection(); again != from || further == to {
		t.Errorf("and then from %v to %v", again, further)
	}
}

// In words of two directions an arrow never moves the caret the other way on the
// screen, also over the edges of wrapped lines, and comes to an end.
func TestCaretMovesAsTheArrowSaysInADocument(t *testing.T) {
	texts := map[string]string{
		"Arabic with a label and a symbol": "المادة 12 (b) من A/RES/76/19",
		"English with Arabic":              "the term «الأطراف» means Parties",
		"Arabic with brackets":             "[تسعى] [States Parties] الأطراف",
		"numbers":                          "الفقرات 1-3 و 7/2025",
	}
	for name, text := range texts {
		for _, lang := range []string{"ar", "en"} {
			for _, right := range []bool{true, false} {
				t.Run(fmt.Sprint(name, " in ", lang, " right ", right), func(t *testing.T) {
					d := stood(t, lang, "|"+text, 900)
					toward, back := "S-Right", "S-Left"
					if !right {
						toward, back = back, toward
					}
					for range text {
						keys(d, back)
					}
					r, _ := d.caretRect()
					at, steps := r.X, 0
					for {
						before := d.selection.head
						keys(d, toward)
						if d.selection.head == before {
							break
						}
						r, _ := d.caretRect()
						if right && r.X < at-0.01 || !right && r.X > at+0.01 {
							t.Fatalf("from %.1f to %.1f at %d", at, r.X, d.selection.head.offset)
						}
						at = r.X
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

// Walking down line by line and up again passes the same lines.
func TestUpAndDownAreReverse(t *testing.T) {
	for _, lang := range []string{"en", "ar", "zh"} {
		d := show(t, lang, sample(lang), 420, 300)
		d.FocusGained()
		d.PlaceCaret(Position{"ch2", 2})
		line := func() [2]int {
			head := d.selection.head
			return [2]int{head.block, d.measure(head.block).words.RowOf(head.offset, d.selection.upstream)}
		}
		var down [][2]int
		for {
			at := line()
			down = append(down, at)
			keys(d, "S-Down")
			if line() == at {
				break
			}
			if r, _ := d.caretRect(); r.Y < 0 || r.Y+r.Height > 300 {
				t.Fatalf("%s: the caret is out of view at %v", lang, r.Y)
			}
		}
		var up [][2]int
		for {
			at := line()
			up = append(up, at)
			keys(d, "S-Up")
			if line() == at {
				break
			}
		}
		slices.Reverse(up)
		if !slices.Equal(down, up) || len(down) < 8 {
			t.Errorf("%s: down %v, up %v", lang, down, up)
		}
	}
}

// Selected areas are right in lines of two directions: parts make up the whole,
// and every character is covered once.
func TestSelectionAreas(t *testing.T) {
	texts := map[string]string{
		"en": "The term «الدول الأطراف 12 (b)» means Parties [الأطراف] in A/RES/76/19, and e\u0301 🇺🇳 too.",
		"ar": "وفقا للمادة 12 (b) من A/RES/76/19 و«States Parties [sic]» مُدُن 24/7 لا غير",
		"zh": "依照A/RES/76/19第十二条（b）项及الأطراف的规定",
	}
	random := rand.New(rand.NewPCG(7, 7))
	for lang, text := range texts {
		t.Run(lang, func(t *testing.T) {
			d := show(t, lang, []Block{{ID: "p", Text: text, Lang: lang}}, 300, 300)
			l := d.measure(0).words
			n := len(d.set[0].text)
			for range 300 {
				a, c := random.IntN(n+1), random.IntN(n+1)
				a, c = min(a, c), max(a, c)
				b := a + random.IntN(c-a+1)
				parts := union(append(l.Select(a, b), l.Select(b, c)...))
				if whole := union(l.Select(a, c)); !sameAreas(parts, whole) {
					t.Fatalf("[%d %d %d): parts %v, whole %v", a, b, c, parts, whole)
				}
			}
			var all []typeset.Rect
			total := 0.0
			for i, start := 0, 0; i < len(stopsOf(l, d.set[0].text))-1; i++ {
				edges := stopsOf(l, d.set[0].text)
				start = edges[i]
				for _, r := range l.Select(start, edges[i+1]) {
					all = append(all, r)
					total += r.Width
				}
			}
			covered := 0.0
			for _, r := range union(all) {
				covered += r.Width
			}
			if math.Abs(total-covered) > 0.01*float64(n) {
				t.Errorf("the characters are %.2f wide together and cover %.2f", total, covered)
			}
			if !sameAreas(union(all), union(l.Select(0, n))) {
				t.Error("the characters do not make up the text")
			}
		})
	}
}

// stopsOf are the edges of all graphemes.
func stopsOf(l *typeset.Layout, text []rune) []int {
	var list []int
	for row := range l.Lines {
		list = append(list, stops(l, text, row)...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// union joins areas of one line that touch.
func union(list []typeset.Rect) []typeset.Rect {
	slices.SortFunc(list, func(a, b typeset.Rect) int {
		if a.Y != b.Y {
			return int(math.Copysign(1, a.Y-b.Y))
		}
		if a.X == b.X {
			return 0
		}
		return int(math.Copysign(1, a.X-b.X))
	})
	var out []typeset.Rect
	for _, r := range list {
		if n := len(out) - 1; n >= 0 && out[n].Y == r.Y && r.X <= out[n].X+out[n].Width+1e-6 {
			out[n].Width = max(out[n].Width, r.X+r.Width-out[n].X)
			continue
		}
		out = append(out, r)
	}
	return out
}

func sameAreas(a, b []typeset.Rect) bool {
	return slices.EqualFunc(a, b, func(x, y typeset.Rect) bool {
		return x.Y == y.Y && math.Abs(x.X-y.X) < 1e-6 && math.Abs(x.Width-y.Width) < 1e-6
	})
}

func TestOnKeyComesFirst(t *testing.T) {
	d := show(t, "ar", long("ar", 50), 600, 400)
	var told []string
	d.OnKey = func(e *fyne.KeyEvent, with fyne.KeyModifier) bool {
		told = append(told, fmt.Sprint(e.Name, " ", with))
		return e.Name != fyne.KeyPageDown
	}
	d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	d.TypedKey(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF3})
	d.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUnknown, Physical: fyne.HardwareKey{ScanCode: 28}})
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if d.flow.offset != 0 {
		t.Error("a key that was used scrolls too")
	}
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if d.flow.offset == 0 {
		t.Error("a key that was not used does not scroll")
	}
	want := []string{"F3 1", string(look.KeyName(&fyne.KeyEvent{Physical: fyne.HardwareKey{ScanCode: 28}})) + " 0", "Down 0", "Next 0"}
	if !slices.Equal(told, want) {
		t.Errorf("told of %q, want %q", told, want)
	}
}
