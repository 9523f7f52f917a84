package textview

import (
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/translations/typeset"
)

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
