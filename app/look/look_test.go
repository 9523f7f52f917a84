package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// dress starts an empty program in a theme and gives back what to change in it.
func dress(t testing.TB, lang string, rtl bool) *Theme {
	t.Helper()
	app := test.NewApp()
	t.Cleanup(func() { test.NewApp() })
	theme := NewTheme(lang, rtl)
	app.Settings().SetTheme(theme)
	return theme
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.03928 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// contrastOf is the ratio of WCAG 2.2, 1 to 21.
func contrastOf(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	pairs := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		ColourText: {
			ColourSurface, ColourPaper, ColourChosen, ColourSelection, ColourBracket1Ground, ColourBracket2Ground,
			ColourBracket3Ground, ColourBracket4Ground, ColourCommentGround, ColourSearchGround, ColourChipGround, ColourConfidentialGround,
			ColourFoundGround, ColourPairGround, ColourQualifierGround, ColourMovedGround, ColourCollisionGround, ColourInsertedGround, ColourDeletedGround,
		},
		ColourMuted:        {ColourSurface, ColourPaper},
		ColourHeading:      {ColourPaper, ColourChosen},
		ColourLabel:        {ColourPaper, ColourChosen},
		ColourInserted:     {ColourInsertedGround, ColourPaper},
		ColourDeleted:      {ColourDeletedGround, ColourPaper},
		ColourBracket:      {ColourBracket1Ground, ColourBracket2Ground, ColourBracket3Ground, ColourBracket4Ground, ColourPaper},
		ColourPaper:        {ColourBracket}, // the letters of a pair that stands out
		ColourChip:         {ColourChipGround},
		ColourLink:         {ColourPaper, ColourChosen, ColourBracket1Ground, ColourBracket2Ground},
		ColourStrength:     {ColourPaper, ColourChosen, ColourBracket1Ground, ColourBracket2Ground},
		ColourMoved:        {ColourMovedGround, ColourPaper},
		ColourConfidential: {ColourConfidentialGround},
		ColourDanger:       {ColourSurface},
		ColourOnAccent:     {ColourAccent},
		ColourTooltip:      {ColourTooltipGround},
	}
	for _, look := range []Appearance{Light, Dark, HighContrast} {
		least := 4.5
		if look == HighContrast {
			least = 7
		}
		p := (&Theme{Appearance: look}).palette()
		for ink, grounds := range pairs {
			for _, ground := range grounds {
				if got := contrastOf(p[ink], p[ground]); got < least {
					t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", look, ink, ground, got, least)
				}
			}
		}
	}
}

// Lines, edges and signs without words need 3:1 (WCAG 2.2, 1.4.11).
func TestContrastOfSigns(t *testing.T) {
	pairs := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		ColourTerm:      {ColourPaper, ColourChosen},
		ColourQualifier: {ColourQualifierGround, ColourPaper},
		ColourCollision: {ColourCollisionGround, ColourPaper},
		ColourOthers:    {ColourPaper, ColourChosen},
		ColourInserted:  {ColourPaper, ColourChosen},
		ColourDanger:    {ColourPaper, ColourChosen},
		ColourDraft:     {ColourPaper, ColourChosen},
		ColourSubmitted: {ColourPaper, ColourChosen},
		ColourReturned:  {ColourPaper, ColourChosen},
		ColourApproved:  {ColourPaper, ColourChosen},
		ColourMuted:     {ColourPaper, ColourChosen},
	}
	for _, look := range []Appearance{Light, Dark, HighContrast} {
		p := (&Theme{Appearance: look}).palette()
		for ink, grounds := range pairs {
			for _, ground := range grounds {
				if got := contrastOf(p[ink], p[ground]); got < 3 {
					t.Errorf("%s: %s on %s has contrast %.2f", look, ink, ground, got)
				}
			}
		}
	}
}

func TestPalettesDefineTheSameNames(t *testing.T) {
	for name := range light {
		if _, ok := dark[name]; !ok {
			t.Errorf("dark lacks %s", name)
		}
		if _, ok := contrast[name]; !ok {
			t.Errorf("contrast lacks %s", name)
		}
	}
	if len(dark) != len(light) || len(contrast) != len(light) {
		t.Errorf("palettes have %d, %d and %d colours", len(light), len(dark), len(contrast))
	}
}

func TestThemeNamesEverything(t *testing.T) {
	dress(t, "en", false)
	for _, a := range []Appearance{Light, Dark, HighContrast} {
		test.AssertAllColorNamesDefined(t, &Theme{Appearance: a, TextSize: TextNormal, Lang: "en"}, string(a))
	}
}

func TestBracketGroundDeepensAndStops(t *testing.T) {
	for depth, want := range map[int]fyne.ThemeColorName{0: ColourBracket1Ground, 1: ColourBracket1Ground, 4: ColourBracket4Ground, 9: ColourBracket4Ground} {
		if got := BracketGround(depth); got != want {
			t.Errorf("depth %d: %s", depth, got)
		}
	}
}

// square is an object of a fixed size.
func square(w, h float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Black)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

func TestLayoutsMirror(t *testing.T) {
	a, b, c := square(10, 10), square(20, 10), square(30, 10)
	tests := []struct {
		name     string
		make     func() fyne.CanvasObject
		ltr, rtl [3]float32 // left edges of a, b, c in a width of 200
	}{
		{"row", func() fyne.CanvasObject { return Row(a, b, c) }, [3]float32{0, 16, 42}, [3]float32{190, 164, 128}},
		{"row with space", func() fyne.CanvasObject { return Row(a, Space(), b, c) }, [3]float32{0, 144, 170}, [3]float32{190, 36, 0}},
		{"border", func() fyne.CanvasObject { return Border(nil, nil, a, b, c) }, [3]float32{0, 180, 10}, [3]float32{190, 0, 20}},
		{"inset", func() fyne.CanvasObject { return Row(Inset(0, 0, 5, 0, a), b, c) }, [3]float32{5, 21, 47}, [3]float32{0, 159, 123}},
		{"form row", func() fyne.CanvasObject { return FormRow(50, a, Border(nil, nil, b, c)) }, [3]float32{0, 0, 114}, [3]float32{150, 124, 0}},
	}
	for _, tt := range tests {
		for _, rtl := range []bool{false, true} {
			t.Run(tt.name, func(t *testing.T) {
				dress(t, "en", rtl)
				o := tt.make()
				o.Resize(fyne.NewSize(200, 40))
				want := tt.ltr
				if rtl {
					want = tt.rtl
				}
				if got := [3]float32{a.Position().X, b.Position().X, c.Position().X}; got != want {
					t.Errorf("rtl %v: left edges %v, want %v", rtl, got, want)
				}
			})
		}
	}
}

func TestColumnKnowsWrappedHeightAtOnce(t *testing.T) {
	dress(t, "en", false)
	words := Wrapped("Each State Party shall adopt such legislative and other measures as may be necessary to give effect to this paragraph.")
	below := square(10, 10)
	column := Column(words, below)
	column.Resize(fyne.NewSize(160, 400))
	if words.Lines() < 4 {
		t.Fatalf("%d lines in 160 pixels", words.Lines())
	}
	if y := below.Position().Y; y < words.Size().Height || words.Size().Height < words.MinSize().Height {
		t.Errorf("next object at %v, text of height %v needs %v", y, words.Size().Height, words.MinSize().Height)
	}
}

func TestSplitDragMirrors(t *testing.T) {
	for name, tt := range map[string]struct {
		rtl  bool
		x    float32
		want float64
	}{
		"left to right": {false, 307 * 0.25, 0.245},
		"right to left": {true, 307 * 0.25, 0.755},
	} {
		t.Run(name, func(t *testing.T) {
			dress(t, "en", tt.rtl)
			s := NewSplit(square(20, 20), square(20, 20), 0.5)
			w := test.NewWindow(s)
			defer w.Close()
			s.Resize(fyne.NewSize(307, 100))
			told := -1.0
			s.OnMoved = func(o float64) { told = o }
			s.divider.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(tt.x-s.divider.Position().X, 5)}})
			s.divider.DragEnd()
			if math.Abs(told-tt.want) > 0.01 {
				t.Errorf("offset %.3f, want %.3f", told, tt.want)
			}
			if got := s.Start.Position().X == 0; got == tt.rtl {
				t.Errorf("start pane at %v", s.Start.Position())
			}
		})
	}
}

func TestSplitKeepsLeastWidths(t *testing.T) {
	dress(t, "en", false)
	s := NewSplit(square(80, 20), square(90, 20), 0)
	w := test.NewWindow(s)
	defer w.Close()
	s.Resize(fyne.NewSize(300, 100))
	if got := s.Start.Size().Width; got != 80 {
		t.Errorf("start is %v wide", got)
	}
	s.SetOffset(1)
	if got := s.End.Size().Width; got != 90 {
		t.Errorf("end is %v wide", got)
	}
	s.End.Hide()
	s.Refresh()
	if got := s.Start.Size().Width; got != 300 {
		t.Errorf("with the other pane hidden start is %v wide", got)
	}
}
