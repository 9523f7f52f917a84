package ink

import (
	"image/color"
	"math"

	"travaux/translations/typeset"
)

// Outline draws the edges of an area, inside it; width is that of the line.
func (p Picture) Outline(area typeset.Rect, width float64, c color.Color) {
	left, right := math.Round(area.X*p.Scale), math.Round((area.X+area.Width)*p.Scale)
	top, bottom := math.Round(area.Y*p.Scale), math.Round((area.Y+area.Height)*p.Scale)
	w := max(math.Round(width*p.Scale), 1)
	n := nrgba(c)
	fill := func(x0, y0, x1, y1 float64) { p.pixels(int(x0), int(y0), int(x1), int(y1), n) }
	fill(left, top, right, top+w)
	fill(left, bottom-w, right, bottom)
	fill(left, top+w, left+w, bottom-w)
	fill(right-w, top+w, right, bottom-w)
}

// Dash draws a level line of dashes with gaps between them (in units of layout),
// its upper edge at y. Dashes stand at whole pixels and at multiples of their
// period from the picture's left edge, so that neighbouring pieces of one line
// go on without a seam.
func (p Picture) Dash(x, y, width, thick, dash, gap float64, c color.Color) {
	on, off := max(math.Round(dash*p.Scale), 1), max(math.Round(gap*p.Scale), 1)
	left, right := math.Round(x*p.Scale), math.Round((x+width)*p.Scale)
	top := math.Round(y * p.Scale)
	bottom := top + max(math.Round(thick*p.Scale), 1)
	n := nrgba(c)
	for at := math.Floor(left/(on+off)) * (on + off); at < right; at += on + off {
		if from, to := max(at, left), min(at+on, right); from < to {
			p.pixels(int(from), int(top), int(to), int(bottom), n)
		}
	}
}

// Dots draws a level line of discs, their middle at y.
func (p Picture) Dots(x, y, width, diameter, distance float64, c color.Color) {
	n := max(int(width/distance), 1)
	step := width / float64(n)
	for i := range n {
		middle := x + step*(float64(i)+0.5)
		p.Round(typeset.Rect{X: middle - diameter/2, Y: y - diameter/2, Width: diameter, Height: diameter}, diameter/2, c)
	}
}

// Wave draws a wavy line of a thickness, its middle at y, each wave as long as
// length and as high as height.
func (p Picture) Wave(x, y, width, length, height, thick float64, c color.Color) {
	const corners = 8 // of one wave
	step := length / corners
	n := int(math.Ceil(width / step))
	outline := make([]Point, 2*(n+1))
	for i := range n + 1 {
		at := min(float64(i)*step, width)
		middle := y + height/2*math.Sin(2*math.Pi*(x+at)/length)
		outline[i] = Point{x + at, middle - thick/2}
		outline[len(outline)-1-i] = Point{x + at, middle + thick/2}
	}
	p.Polygon(c, outline...)
}

// Hatch draws slanting lines over an area, distance apart. Their places do not
// depend on the area, so that neighbouring ones go on without a seam.
func (p Picture) Hatch(area typeset.Rect, distance float64, c color.Color) {
	left, right := int(math.Round(area.X*p.Scale)), int(math.Round((area.X+area.Width)*p.Scale))
	top, bottom := int(math.Round(area.Y*p.Scale)), int(math.Round((area.Y+area.Height)*p.Scale))
	left, right = max(left, p.Rect.Min.X), min(right, p.Rect.Max.X)
	period := max(int(math.Round(distance*p.Scale)), 2)
	line := max(int(math.Round(p.Scale)), 1)
	n := nrgba(c)
	for y := max(top, p.Rect.Min.Y); y < min(bottom, p.Rect.Max.Y); y++ {
		for x := left; x < right; x++ {
			if ((x+y)%period+period)%period < line {
				over(p.Pix[p.PixOffset(x, y):], uint32(n.R), uint32(n.G), uint32(n.B), uint32(n.A))
			}
		}
	}
}
