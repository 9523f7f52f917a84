package ink

import (
	"image/color"
	"testing"

	"travaux/translations/typeset"
)

func set(text string, size, width float64) *typeset.Layout {
	r := []rune(text)
	return typeset.New().Set(typeset.Paragraph{Text: r, Width: width, Spans: []typeset.Span{{End: len(r), Style: typeset.Style{Size: size}}}})
}

// inked is the box of the pixels that are not empty, and how many are.
func inked(p Picture) (left, top, right, bottom, n int) {
	left, top = p.Rect.Max.X, p.Rect.Max.Y
	for y := range p.Rect.Max.Y {
		for x := range p.Rect.Max.X {
			if p.RGBAAt(x, y).A > 0 {
				left, right = min(left, x), max(right, x)
				top, bottom = min(top, y), max(bottom, y)
				n++
			}
		}
	}
	return left, top, right, bottom, n
}

func black(int) Pen { return Pen{Ink: color.Black} }

func TestTextStandsOnItsBaseline(t *testing.T) {
	for name, scale := range map[string]float64{"scale 1": 1, "scale 1.5": 1.5, "scale 3": 3} {
		t.Run(name, func(t *testing.T) {
			l := set("HHH", 40, 0)
			p := NewPicture(int(200*scale), int(80*scale), scale)
			p.Text(l, 10, 5, black)
			left, top, right, bottom, _ := inked(p)
			baseline := (5 + l.Lines[0].Baseline) * scale
			if d := float64(bottom+1) - baseline; d < -1.5 || d > 1.5 {
				t.Errorf("letters end at %d, baseline at %.1f", bottom, baseline)
			}
			if float64(left) < 10*scale-1 || float64(right) > (10+l.Width)*scale+1 {
				t.Errorf("ink from %d to %d, want within %.0f to %.0f", left, right, 10*scale, (10+l.Width)*scale)
			}
			if height := float64(bottom-top) / scale; height < 20 || height > 34 {
				t.Errorf("capitals of size 40 are %.1f high", height)
			}
		})
	}
}

func TestScriptsHaveInk(t *testing.T) {
	for name, s := range map[string]string{"Arabic": "الاتفاقية", "Chinese": "公约", "Cyrillic": "Конвенция", "Latin": "Convención"} {
		p := NewPicture(300, 60, 1)
		p.Text(set(s, 30, 0), 10, 5, black)
		if _, _, _, _, n := inked(p); n < 200 {
			t.Errorf("%s: %d pixels", name, n)
		}
	}
}

func TestPaintingOverTheEdge(t *testing.T) {
	l := set("Whereas the Conference met", 30, 0)
	for name, at := range map[string][2]float64{"left": {-60, 2}, "right": {40, 2}, "above": {5, -20}, "below": {5, 30}, "far": {900, 900}, "far left": {-900, -900}} {
		t.Run(name, func(*testing.T) { // it must not panic
			p := NewPicture(60, 40, 1)
			p.Text(l, at[0], at[1], func(int) Pen { return Pen{Ink: color.Black, Underline: true, Strike: true} })
			p.Fill(typeset.Rect{X: at[0], Y: at[1], Width: 100, Height: 100}, color.Black)
			p.Round(typeset.Rect{X: at[0], Y: at[1], Width: 20, Height: 20}, 4, color.Black)
		})
	}
}

func TestLinesBelowAndThroughLetters(t *testing.T) {
	l := set("nnnn", 30, 0)
	count := func(pen Pen) (rows map[int]bool) {
		p := NewPicture(100, 60, 1)
		p.Text(l, 0, 0, func(int) Pen { return pen })
		rows = map[int]bool{}
		for y := range 60 {
			full := true
			for x := 1; x < int(l.Width)-1; x++ {
				full = full && p.RGBAAt(x, y).A == 255
			}
			rows[y] = full
		}
		return rows
	}
	baseline := int(l.Lines[0].Baseline + 0.5)
	under, strike := count(Pen{Ink: color.Black, Underline: true}), count(Pen{Ink: color.Black, Strike: true})
	if !under[baseline+4] || under[baseline-8] {
		t.Error("the underline is not below the letters")
	}
	if !strike[baseline-8] || strike[baseline+4] {
		t.Error("the strike is not through the letters")
	}
}

func TestFillIsExact(t *testing.T) {
	p := NewPicture(40, 40, 2)
	p.Fill(typeset.Rect{X: 5, Y: 5, Width: 10, Height: 2}, color.NRGBA{R: 200, A: 255})
	left, top, right, bottom, n := inked(p)
	if left != 10 || top != 10 || right != 29 || bottom != 13 || n != 80 {
		t.Errorf("filled %d,%d to %d,%d: %d pixels", left, top, right, bottom, n)
	}
	if got := p.RGBAAt(12, 12); got != (color.RGBA{R: 200, A: 255}) {
		t.Errorf("colour %v", got)
	}
}

func TestGlyphsAreDrawnOnce(t *testing.T) {
	l := set("aaaa aaaa aaaa", 23, 0)
	p := NewPicture(300, 60, 1)
	p.Text(l, 0, 0, black)
	n := len(masks.masks)
	p.Text(l, 0, 0, black)
	if len(masks.masks) != n {
		t.Errorf("painting the same again drew %d masks", len(masks.masks)-n)
	}
}

func BenchmarkPaintParagraph(b *testing.B) {
	text := ""
	for len(text) < 560 {
		text += "Each State Party shall adopt such measures as may be necessary. "
	}
	l := set(text, 17, 680)
	p := NewPicture(760, 300, 1)
	b.ReportAllocs()
	for b.Loop() {
		p.Text(l, 0, 0, black)
	}
}
