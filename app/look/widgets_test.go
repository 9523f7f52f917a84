package look

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// spoken is the text that a Text shows, line by line, from its layout.
func spoken(x *Text) string {
	x.lay(x.Size().Width)
	var parts []string
	for _, l := range x.set.layouts {
		for _, line := range l.Lines {
			n := 0
			for _, r := range line.Runs {
				n += r.End - r.Start
			}
			parts = append(parts, strings.Repeat("x", n))
		}
	}
	return strings.Join(parts, "/")
}

func TestTextFitsItsWidth(t *testing.T) {
	words := map[string]string{
		"en": "States Parties shall carry out their obligations under this Convention in good faith",
		"ar": "تنفذ الدول الأطراف التزاماتها بموجب المادة 13 (2) من هذه الاتفاقية وفقا للقرار A/RES/75/240",
		"zh": "各缔约国应当恪守各国主权平等和领土完整的原则履行其依照本公约第13条所承担的义务",
		"ru": "Государства-участники осуществляют свои обязательства согласно настоящей Конвенции",
	}
	for lang, s := range words {
		t.Run(lang, func(t *testing.T) {
			dress(t, lang, lang == "ar")
			whole := NewText(s)
			cut := Ellipsis(s)
			cut.Resize(fyne.NewSize(150, 20))
			wrapped := Wrapped(s)
			wrapped.Resize(fyne.NewSize(150, 20))
			two := Wrapped(s)
			two.MaxLines = 2
			two.Resize(fyne.NewSize(150, 20))
			if w := whole.MinSize().Width; w < 300 {
				t.Errorf("the whole text needs only %v", w)
			}
			for name, x := range map[string]*Text{"cut": cut, "wrapped": wrapped, "two": two} {
				spoken(x)
				for _, l := range x.set.layouts {
					for _, line := range l.Lines {
						if line.Width > 150.01 || line.X < -0.01 {
							t.Errorf("%s: a line from %v is %v wide", name, line.X, line.Width)
						}
					}
				}
			}
			if cut.Lines() != 1 || two.Lines() != 2 || wrapped.Lines() < 3 {
				t.Errorf("lines: cut %d, two %d, wrapped %d", cut.Lines(), two.Lines(), wrapped.Lines())
			}
			if n := len(strings.ReplaceAll(spoken(wrapped), "/", "")); n != len([]rune(s)) {
				t.Errorf("wrapped shows %d of %d runes", n, len([]rune(s)))
			}
			if n := len(spoken(cut)); n >= len([]rune(s)) || n < 5 {
				t.Errorf("cut shows %d runes", n)
			}
		})
	}
}

func TestTextPaintsInItsColour(t *testing.T) {
	dress(t, "en", false)
	x := NewText("Convention")
	x.Colour = ColourDanger
	x.Resize(x.MinSize())
	size := x.Size()
	img := x.paint(int(size.Width)*2, int(size.Height)*2).(*image.RGBA)
	want := Colour(ColourDanger).(color.NRGBA)
	solid := 0
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i+3] == 255 {
			solid++
			if img.Pix[i] != want.R || img.Pix[i+1] != want.G || img.Pix[i+2] != want.B {
				t.Fatalf("solid pixel %v, want %v", img.Pix[i:i+4], want)
			}
		}
	}
	if solid < 100 {
		t.Errorf("%d solid pixels", solid)
	}
}

func TestRowShortensTextLast(t *testing.T) {
	dress(t, "en", false)
	name, chip := Ellipsis("Article 13 — a rather long title of an article"), NewChip("12")
	row := Row(name, Space(), chip)
	row.Resize(fyne.NewSize(900, 30))
	if name.Size().Width < name.Wanted() {
		t.Errorf("text %v wide in a wide row, wants %v", name.Size().Width, name.Wanted())
	}
	row.Resize(fyne.NewSize(160, 30))
	if end := chip.Position().X + chip.Size().Width; end > 160.5 || name.Size().Width < 90 {
		t.Errorf("narrow row: chip ends at %v, text %v wide", end, name.Size().Width)
	}
}

func TestButton(t *testing.T) {
	dress(t, "en", false)
	n := 0
	b := NewIconButton(IconAdd, "Add", func() { n++ })
	w := test.NewWindow(b)
	defer w.Close()
	test.Tap(b)
	w.Canvas().Focus(b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n != 3 {
		t.Errorf("tapped %d times, want 3", n)
	}
	b.Disable()
	test.Tap(b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if n != 3 {
		t.Error("a disabled button acts")
	}
}

func TestFrameBlanks(t *testing.T) {
	dress(t, "en", false)
	secret := Wrapped("Capital accepts paragraph 2 as a last resort.")
	f := NewFrame("Confidential", secret)
	w := test.NewWindow(f)
	defer w.Close()
	defer BlankFrames(false)
	BlankFrames(true)
	if secret.Visible() || !f.Blanked() || !f.marking.Visible() {
		t.Error("after BlankFrames the content shows or the marking does not")
	}
	later := Wrapped("Fallback")
	NewFrame("Confidential", later)
	if later.Visible() {
		t.Error("a frame made while all are blanked shows its content")
	}
	BlankFrames(false)
	if !secret.Visible() || !later.Visible() {
		t.Error("content stays away")
	}
}

func TestTabBarKeysFollowDirection(t *testing.T) {
	for name, tt := range map[string]struct {
		rtl  bool
		key  fyne.KeyName
		want int
	}{
		"ltr right": {false, fyne.KeyRight, 1}, "ltr left wraps": {false, fyne.KeyLeft, 2},
		"rtl left": {true, fyne.KeyLeft, 1}, "rtl right wraps": {true, fyne.KeyRight, 2},
	} {
		t.Run(name, func(t *testing.T) {
			dress(t, "en", tt.rtl)
			panes := []*Text{NewText("1"), NewText("2"), NewText("3")}
			b := NewTabBar(Tab{Words: "Comments", Content: panes[0]}, Tab{Words: "Position", Content: panes[1]}, Tab{Words: "History", Content: panes[2]})
			told := -1
			b.OnChosen = func(i int) { told = i }
			b.TypedKey(&fyne.KeyEvent{Name: tt.key})
			if told != tt.want || b.Chosen() != tt.want {
				t.Errorf("chosen %d, told %d, want %d", b.Chosen(), told, tt.want)
			}
			for i, p := range panes {
				if p.Visible() != (i == tt.want) {
					t.Errorf("pane %d visible: %v", i, p.Visible())
				}
			}
		})
	}
}

func TestSelectByMenu(t *testing.T) {
	dress(t, "ar", true)
	got := -1
	s := NewSelect([]string{"المادة 1", "المادة 2", "المادة 3"}, 0, func(i int) { got = i })
	w := test.NewWindow(Padded(s))
	defer w.Close()
	w.Resize(fyne.NewSize(400, 300))
	w.Canvas().Focus(s)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	m, ok := w.Canvas().Focused().(*menu)
	if !ok {
		t.Fatalf("the open list has not the keyboard: %T", w.Canvas().Focused())
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // stays on the last
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got != 2 || s.Chosen() != 2 || s.text.Text != "المادة 3" {
		t.Errorf("chosen %d, told %d, shows %q", s.Chosen(), got, s.text.Text)
	}
	if w.Canvas().Focused() != s {
		t.Error("the keyboard did not come back")
	}
	s.Open()
	w.Canvas().Focused().(*menu).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.Chosen() != 2 {
		t.Error("Escape chose")
	}
}

func TestCheck(t *testing.T) {
	dress(t, "en", false)
	told := []bool{}
	c := NewCheck("Public", false, func(on bool) { told = append(told, on) })
	w := test.NewWindow(c)
	defer w.Close()
	test.Tap(c)
	c.TypedRune(' ')
	c.Disable()
	test.Tap(c)
	if len(told) != 2 || !told[0] || told[1] || c.Ticked() {
		t.Errorf("told %v, ticked %v", told, c.Ticked())
	}
}

func TestListKeys(t *testing.T) {
	dress(t, "en", false)
	var told []int
	l := NewList(func() int { return 100 }, func() fyne.CanvasObject { return NewText("row") }, func(int, fyne.CanvasObject) {}, func(i int) { told = append(told, i) })
	w := test.NewWindow(l)
	defer w.Close()
	w.Resize(fyne.NewSize(200, 200))
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome} {
		l.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if len(told) != 5 || told[1] != 1 || told[2] != 0 || told[3] != 99 || told[4] != 0 {
		t.Errorf("selected %v", told)
	}
	l.Mark(40)
	if l.Selected() != 40 || len(told) != 5 {
		t.Errorf("Mark selected %d and told %v", l.Selected(), told)
	}
}

func TestStatesDifferInShape(t *testing.T) {
	dress(t, "en", false)
	shapes := map[string]State{}
	for _, s := range []State{StateNone, StateDraft, StateSubmitted, StateClearedExpert, StateClearedLegal, StateReturned, StateApproved, StateConfirmed, StateLapsed} {
		p := ink.NewPicture(24, 24, 1)
		s.Paint(p, 2, 2, 20)
		var shape strings.Builder // coverage only, whatever the colour
		n := 0
		for i := 3; i < len(p.Pix); i += 4 {
			c := byte('.')
			if p.Pix[i] > 128 {
				c = '#'
				n++
			}
			if p.Pix[i] > 128 && p.Pix[i-1] > 230 { // the tick is cut out in the paper's colour
				c = 'o'
			}
			shape.WriteByte(c)
		}
		if other, ok := shapes[shape.String()]; ok {
			t.Errorf("%s has the shape of %s", s, other)
		}
		if n < 20 {
			t.Errorf("%s paints %d pixels", s, n)
		}
		shapes[shape.String()] = s
	}
}

func TestTipStandsInsideTheWindow(t *testing.T) {
	dress(t, "en", false)
	b := NewIconButton(IconUndo, "", nil)
	w := test.NewWindow(nil)
	defer w.Close()
	w.SetContent(WithTips(w, Border(nil, nil, nil, Column(b))))
	w.Resize(fyne.NewSize(300, 200))
	ShowTip(b, "Take back the last change")
	layer := tip.layers[w.Canvas()]
	if len(layer.Objects) != 1 {
		t.Fatal("no tip")
	}
	plate := layer.Objects[0]
	if x := plate.Position().X; x < 0 || x+plate.Size().Width > layer.Size().Width {
		t.Errorf("tip from %v, %v wide, in %v", x, plate.Size().Width, layer.Size().Width)
	}
	HideTip()
	if len(layer.Objects) != 0 {
		t.Error("the tip stays")
	}
}

func TestPixelScale(t *testing.T) {
	for name, tt := range map[string]struct {
		w, h int
		size fyne.Size
		want float64
	}{
		"one": {100, 20, fyne.NewSize(100, 20), 1}, "two": {200, 40, fyne.NewSize(100, 20), 2},
		"fraction rounds to tenths": {126, 25, fyne.NewSize(97, 19), 1.3}, "empty": {0, 0, fyne.NewSize(0, 0), 1},
	} {
		if got := PixelScale(tt.w, tt.h, tt.size); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func BenchmarkShortText(b *testing.B) {
	dress(b, "ar", true)
	for b.Loop() {
		Set(typeset.Paragraph{Text: []rune("المادة 13 (2)"), Lang: "ar", Spans: []typeset.Span{{End: 13, Style: typeset.Style{Family: typeset.Sans, Size: 13}}}})
	}
}

func TestTipsStandByTheWordsTheyAreAbout(t *testing.T) {
	dress(t, "en", false)
	w := test.NewWindow(nil)
	defer w.Close()
	text := NewText("words")
	w.SetContent(WithTips(w, text))
	w.Resize(fyne.NewSize(500, 400))
	ShowTipAt(text, fyne.NewPos(200, 100), fyne.NewSize(40, 20), strings.Repeat("a long explanation ", 20))
	layer := tip.layers[w.Canvas()]
	if len(layer.Objects) != 1 {
		t.Fatal("no tip")
	}
	plate := layer.Objects[0]
	if y := plate.Position().Y; y < 120 || y > 130 {
		t.Errorf("the tip stands at %v", y)
	}
	if size := plate.Size(); size.Width > 480 || size.Height < 3*Current().TextSize {
		t.Errorf("long words are not wrapped: %v", size)
	}
	ShowTipAt(text, fyne.NewPos(200, 380), fyne.NewSize(40, 20), "short")
	if y := layer.Objects[0].Position().Y; y > 380 {
		t.Errorf("at the lower edge the tip stands at %v", y)
	}
	HideTip()
}
