package ink

import (
	"image"
	"image/color"
	"math"

	"travaux/translations/typeset"
)

// Picture is what is painted on: pixels, and how many of them a unit of layout
// takes.
type Picture struct {
	*image.RGBA
	Scale float64
}

// NewPicture makes a transparent picture of a size in pixels.
func NewPicture(width, height int, scale float64) Picture {
	return Picture{image.NewRGBA(image.Rect(0, 0, max(width, 0), max(height, 0))), scale}
}

// Pen is how a stretch of text is inked. Lines are drawn in Ink as well.
type Pen struct {
	Ink       color.Color
	Underline bool
	Strike    bool
}

// Text paints a layout with its top left corner at x, y (in units of layout).
// The pen is asked for once per run, by the mark of the run's span.
func (p Picture) Text(l *typeset.Layout, x, y float64, pen func(mark int) Pen) {
	p.Runs(l, x, y, func(run *typeset.Run) Pen { return pen(run.Mark) })
}

// Runs is Text with a pen that is asked for by the run itself.
func (p Picture) Runs(l *typeset.Layout, x, y float64, pen func(run *typeset.Run) Pen) {
	masks.Lock()
	defer masks.Unlock()
	for i := range l.Lines {
		line := &l.Lines[i]
		baseline := math.Round((y + line.Baseline) * p.Scale)
		if (y+line.Top+line.Height)*p.Scale < float64(p.Rect.Min.Y)-4 || (y+line.Top)*p.Scale > float64(p.Rect.Max.Y)+4 {
			continue
		}
		for j := range line.Runs {
			p.run(&line.Runs[j], x, baseline, pen(&line.Runs[j]))
		}
	}
}

// run paints one run on a baseline given in pixels.
func (p Picture) run(run *typeset.Run, x, baseline float64, pen Pen) {
	c := nrgba(pen.Ink)
	size := run.Size * p.Scale
	at := (x + run.X) * p.Scale
	for _, g := range run.Glyphs {
		m, whole := masks.at(run.Face, g.ID, size, at+float64(g.X)*p.Scale)
		p.stamp(m, whole, int(math.Round(baseline-float64(g.Y)*p.Scale)), c)
		at += g.Advance * p.Scale
	}
	thick := max(math.Round(run.Style.Size*p.Scale/15), 1)
	if pen.Underline {
		p.bar((x+run.X)*p.Scale, baseline+math.Round(run.Style.Size*p.Scale*0.13), run.Width*p.Scale, thick, c)
	}
	if pen.Strike {
		p.bar((x+run.X)*p.Scale, baseline-math.Round(run.Style.Size*p.Scale*0.27), run.Width*p.Scale, thick, c)
	}
}

// stamp lays a colour through a mask, over what is there.
func (p Picture) stamp(m mask, x, y int, c color.NRGBA) {
	x, y = x+m.left, y+m.top
	x0, x1 := max(x, p.Rect.Min.X), min(x+m.width, p.Rect.Max.X)
	y0, y1 := max(y, p.Rect.Min.Y), min(y+m.height, p.Rect.Max.Y)
	if x0 >= x1 {
		return
	}
	r, g, b := uint32(c.R), uint32(c.G), uint32(c.B)
	for row := y0; row < y1; row++ {
		cover := m.pix[(row-y)*m.width+x0-x:]
		out := p.Pix[p.PixOffset(x0, row):]
		for i := 0; i < x1-x0; i++ {
			a := uint32(cover[i]) * uint32(c.A) / 255
			if a == 0 {
				continue
			}
			over(out[4*i:4*i+4], r, g, b, a)
		}
	}
}

// over lays a colour of coverage a (0 to 255) on one premultiplied pixel.
func over(out []uint8, r, g, b, a uint32) {
	rest := 255 - a
	out[0] = uint8((r*a + uint32(out[0])*rest + 127) / 255)
	out[1] = uint8((g*a + uint32(out[1])*rest + 127) / 255)
	out[2] = uint8((b*a + uint32(out[2])*rest + 127) / 255)
	out[3] = uint8((255*a + uint32(out[3])*rest + 127) / 255)
}

// Fill paints an area given in units of layout. Edges are set to whole pixels,
// so that neighbouring areas meet without a seam.
func (p Picture) Fill(area typeset.Rect, c color.Color) {
	left, right := math.Round(area.X*p.Scale), math.Round((area.X+area.Width)*p.Scale)
	top, bottom := math.Round(area.Y*p.Scale), math.Round((area.Y+area.Height)*p.Scale)
	p.pixels(int(left), int(top), int(right), int(bottom), nrgba(c))
}

// bar paints an area given in pixels.
func (p Picture) bar(x, y, width, height float64, c color.NRGBA) {
	p.pixels(int(math.Round(x)), int(y), int(math.Round(x+width)), int(y+height), c)
}

func (p Picture) pixels(x0, y0, x1, y1 int, c color.NRGBA) {
	x0, x1 = max(x0, p.Rect.Min.X), min(x1, p.Rect.Max.X)
	y0, y1 = max(y0, p.Rect.Min.Y), min(y1, p.Rect.Max.Y)
	if x0 >= x1 {
		return
	}
	if c.A == 0xff {
		p.opaque(x0, y0, x1, y1, c)
		return
	}
	for y := y0; y < y1; y++ {
		out := p.Pix[p.PixOffset(x0, y):]
		for i := 0; i < x1-x0; i++ {
			over(out[4*i:4*i+4], uint32(c.R), uint32(c.G), uint32(c.B), uint32(c.A))
		}
	}
}

// opaque is pixels for a colour that hides what is there, inside the picture: its
// first row is doubled until it is full, the others are copies of it.
func (p Picture) opaque(x0, y0, x1, y1 int, c color.NRGBA) {
	y0, y1 = max(y0, p.Rect.Min.Y), min(y1, p.Rect.Max.Y)
	if y0 >= y1 {
		return
	}
	first := p.Pix[p.PixOffset(x0, y0):][:4*(x1-x0)]
	copy(first, []uint8{c.R, c.G, c.B, c.A})
	for done := 4; done < len(first); done *= 2 {
		copy(first[done:], first[:done])
	}
	for y := y0 + 1; y < y1; y++ {
		copy(p.Pix[p.PixOffset(x0, y):], first)
	}
}

// Round paints an area (in units of layout) with round corners, its edges
// smoothed: chips, bubbles and, with a radius of half its side, discs.
func (p Picture) Round(area typeset.Rect, radius float64, c color.Color) {
	left, top := area.X*p.Scale, area.Y*p.Scale
	right, bottom := left+area.Width*p.Scale, top+area.Height*p.Scale
	r := min(radius*p.Scale, (right-left)/2, (bottom-top)/2)
	n := nrgba(c)
	for y := max(int(top), p.Rect.Min.Y); y < min(int(math.Ceil(bottom)), p.Rect.Max.Y); y++ {
		for x := max(int(left), p.Rect.Min.X); x < min(int(math.Ceil(right)), p.Rect.Max.X); x++ {
			cx := math.Min(math.Max(float64(x)+0.5, left+r), right-r)
			cy := math.Min(math.Max(float64(y)+0.5, top+r), bottom-r)
			cover := r + 0.5 - math.Hypot(float64(x)+0.5-cx, float64(y)+0.5-cy)
			if cover <= 0 {
				continue
			}
			a := uint32(math.Min(cover, 1) * float64(n.A))
			over(p.Pix[p.PixOffset(x, y):], uint32(n.R), uint32(n.G), uint32(n.B), a)
		}
	}
}

func nrgba(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{}
	}
	if n, ok := c.(color.NRGBA); ok {
		return n
	}
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}
