package matrix

import (
	"fmt"
	"image"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/data/vault"
	"travaux/translations"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

// crowd is a sheet of so many lines and columns with signs of a fixed seed.
func crowd(lines, columns int) *sheet {
	r := rand.New(rand.NewPCG(6, 60))
	s := &sheet{corner: "States"}
	for i := range columns {
		article := i/3 + 1
		s.columns = append(s.columns, column{Band: fmt.Sprintf("Art. %d", article), Label: fmt.Sprintf("%d (a)", i%3+1), Words: fmt.Sprintf("article %d, paragraph %d (a)", article, i%3+1)})
	}
	cells := func() (out []cell) {
		for range columns {
			c := cell{sign: signs[r.IntN(len(signs))], national: r.IntN(2) == 0, doubt: r.IntN(9) == 0, moved: r.IntN(9) == 0}
			out = append(out, c)
		}
		return out
	}
	counts := func() (out []cell) {
		for range columns {
			out = append(out, cell{words: fmt.Sprint(r.IntN(lines + 1))})
		}
		return out
	}
	s.frozen = []line{{kind: lineOurs, code: "ours", head: "Our position", cells: cells()}, {kind: lineCount, code: "support", head: "Support", cells: counts()}}
	for i := range lines {
		if i%40 == 0 {
			s.lines = append(s.lines, line{kind: lineSection, code: fmt.Sprint("region", i), head: "African States", cells: counts()})
		}
		s.lines = append(s.lines, line{code: fmt.Sprintf("S%03d", i), head: fmt.Sprintf("Republic of Number %d and its Outlying Islands", i), note: fmt.Sprint(i % 7), cells: cells()})
	}
	return s
}

// shownGrid is a grid of a size in a window of the test driver.
func shownGrid(t testing.TB, lang string, s *sheet, width, height float32) *grid {
	t.Helper()
	test.NewTempApp(t)
	look.Apply(look.NewTheme(lang, translations.New(lang).RightToLeft()))
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	g := newGrid()
	w.SetContent(g)
	g.show(s)
	return g
}

func press(g *grid, keys ...fyne.KeyName) {
	for _, k := range keys {
		g.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestKeysMoveTheCursor(t *testing.T) {
	for name, c := range map[string]struct {
		lang string
		keys []fyne.KeyName
		want spot
	}{
		"it begins with the first line": {"en", nil, spot{2, 0}},
		"down and along":                {"en", []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyRight}, spot{3, 2}},
		"into the frozen lines":         {"en", []fyne.KeyName{fyne.KeyUp, fyne.KeyUp}, spot{0, 0}},
		"not beyond the top":            {"en", []fyne.KeyName{fyne.KeyUp, fyne.KeyUp, fyne.KeyUp}, spot{0, 0}},
		"to the last column":            {"en", []fyne.KeyName{fyne.KeyEnd}, spot{2, 59}},
		"and back":                      {"en", []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome}, spot{2, 0}},
		"not beyond it":                 {"en", []fyne.KeyName{fyne.KeyEnd, fyne.KeyRight}, spot{2, 59}},
		"left goes on in Arabic":        {"ar", []fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight}, spot{2, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			g := shownGrid(t, c.lang, crowd(193, 60), 900, 500)
			press(g, c.keys...)
			if got := (spot{g.row, g.col}); got != c.want {
				t.Errorf("at %v, not %v", got, c.want)
			}
		})
	}
}

func TestTheCursorIsAlwaysInView(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		g := shownGrid(t, lang, crowd(193, 60), 700, 400)
		r := rand.New(rand.NewPCG(1, 2))
		keys := []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd}
		for range 500 {
			press(g, keys[r.IntN(len(keys))])
			m := g.measures()
			view := g.body(m)
			if from, to := g.edges[g.col]-g.x, g.edges[g.col+1]-g.x; from < 0 || to > view.Width {
				t.Fatalf("%s: column %d is from %.0f to %.0f of %.0f", lang, g.col, from, to, view.Width)
			}
			if i := g.row - len(g.sheet.frozen); i >= 0 {
				if from := float32(i)*m.row - g.y; from < 0 || from+m.row > view.Height {
					t.Fatalf("%s: line %d is at %.0f of %.0f", lang, i, from, view.Height)
				}
			}
		}
	}
}

// TestEverySpotIsFoundWhereItIsPainted holds the pointer to what is painted, also
// when the grid is scrolled and mirrored.
func TestEverySpotIsFoundWhereItIsPainted(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		g := shownGrid(t, lang, crowd(193, 60), 700, 400)
		g.goTo(120, 33)
		m := g.measures()
		p := &painter{grid: g, m: m, width: g.Size().Width, mirror: lang == "ar"}
		r := p.area(m.head+g.edges[33]-g.x+5, m.top+float32(len(g.sheet.frozen))*m.row+float32(118)*m.row-g.y+5, 1, 1)
		if s, ok := g.at(fyne.NewPos(float32(r.X), float32(r.Y))); !ok || s != (spot{120, 33}) {
			t.Errorf("%s: %v", lang, s)
		}
		r = p.area(m.head+g.edges[33]-g.x+5, 2, 1, 1)
		if s, ok := g.at(fyne.NewPos(float32(r.X), float32(r.Y))); !ok || s != (spot{-1, 33}) {
			t.Errorf("%s: the head is %v", lang, s)
		}
		r = p.area(4, m.top+m.row+2, 1, 1)
		if s, ok := g.at(fyne.NewPos(float32(r.X), float32(r.Y))); !ok || s != (spot{1, -1}) {
			t.Errorf("%s: the name is %v", lang, s)
		}
	}
}

func TestPressingTwiceOpens(t *testing.T) {
	g := shownGrid(t, "en", crowd(20, 10), 900, 300)
	opened := 0
	g.OnOpen = func() { opened++ }
	m := g.measures()
	at := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(m.head+g.edges[4]+3, m.top+4*m.row+3)}}
	g.MouseDown(at)
	if g.row != 4 || g.col != 4 || opened != 0 {
		t.Fatalf("at %d, %d; opened %d times", g.row, g.col, opened)
	}
	g.MouseDown(at)
	if opened != 1 {
		t.Errorf("opened %d times", opened)
	}
	g.point.last = time.Now().Add(-time.Minute)
	g.MouseDown(at)
	if opened != 1 {
		t.Error("a slow second press opens")
	}
	press(g, fyne.KeyReturn)
	if opened != 2 {
		t.Error("Enter does not open")
	}
}

func TestBarsAreDragged(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		g := shownGrid(t, lang, crowd(193, 60), 700, 400)
		size := g.Size()
		across, down := g.tracks()
		x := across.from + across.begin + 2
		if lang == "ar" {
			x = size.Width - x
		}
		g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, size.Height-4)}})
		to := float32(2000)
		if lang == "ar" {
			to = -2000
		}
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, size.Height-4)}})
		g.DragEnd()
		m := g.measures()
		if want := g.whole(m).Width - g.body(m).Width; g.x != want {
			t.Errorf("%s: scrolled across to %.0f of %.0f", lang, g.x, want)
		}
		x = size.Width - 4
		if lang == "ar" {
			x = 4
		}
		g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, down.from+down.begin+2)}})
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 3000)}})
		g.MouseUp(nil)
		if want := g.whole(m).Height - g.body(m).Height; g.y != want {
			t.Errorf("%s: scrolled down to %.0f of %.0f", lang, g.y, want)
		}
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 0)}})
		if g.y == 0 {
			t.Errorf("%s: what was let go is dragged", lang)
		}
	}
}

func TestTheCursorStaysOnItsStateAndItsProvision(t *testing.T) {
	s := crowd(20, 10)
	g := shownGrid(t, "en", s, 900, 300)
	g.goTo(7, 3)
	turned := *s
	turned.lines, turned.columns = nil, s.columns[2:]
	for i := len(s.lines) - 1; i >= 0; i-- {
		turned.lines = append(turned.lines, s.lines[i])
	}
	code := g.line(7).code
	g.show(&turned)
	if g.line(g.row).code != code || g.col != 1 {
		t.Errorf("on %s, column %d", g.line(g.row).code, g.col)
	}
	g.show(&sheet{corner: "States"})
	press(g, fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn)
	if g.row != -1 || g.col != -1 {
		t.Errorf("at %d, %d in an empty sheet", g.row, g.col)
	}
	g.paint(900, 300)
}

// TestSignsAreReadWithoutColour holds that any two cells that mean something else
// differ where all colours are taken away.
func TestSignsAreReadWithoutColour(t *testing.T) {
	cells := map[string]cell{"moved": {sign: signSupport, moved: true}, "doubt": {sign: signSupport, doubt: true}, "national": {sign: signSupport, national: true}, "nothing": {}}
	for _, s := range signs {
		cells[string(s)] = cell{sign: s}
	}
	grey := func(c cell) string {
		g := shownGrid(t, "en", &sheet{columns: []column{{Label: "1"}}, lines: []line{{head: "A", cells: []cell{c}}}}, 400, 120)
		m := g.measures()
		picture := g.paint(400, 120).(*image.RGBA)
		var out []byte
		for y := int(m.top) + 3; y < int(m.top+m.row)-3; y++ {
			for x := int(m.head) + 3; x < int(m.head+g.edges[1])-3; x++ {
				r, gr, b, _ := picture.At(x, y).RGBA()
				out = append(out, byte((299*r+587*gr+114*b)/1000>>13)) // eight greys
			}
		}
		return string(out)
	}
	seen := map[string]string{}
	for name, c := range cells {
		picture := grey(c)
		if other, ok := seen[picture]; ok {
			t.Errorf("%s looks like %s", name, other)
		}
		seen[picture] = name
	}
}
