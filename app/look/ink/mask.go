package ink

import (
	"image"
	"math"
	"sync"

	"golang.org/x/image/vector"

	"travaux/translations/typeset"
)

// steps is the number of horizontal positions of a glyph within a pixel.
const steps = 4

// mostMasks bounds the memory of the cache. The six languages at one size need
// about 3,000 masks, half a megabyte; a full cache is dropped and filled anew.
const mostMasks = 24_000

// mask is the coverage of one glyph; left and top are its distance from the pen
// in pixels, downwards.
type mask struct {
	left, top, width, height int
	pix                      []uint8
}

type maskKey struct {
	face  *typeset.Face
	glyph uint32
	size  uint32 // pixels per em in 1/64
	step  uint8
}

// maskCache draws every glyph once.
type maskCache struct {
	sync.Mutex
	masks      map[maskKey]mask
	rasterizer vector.Rasterizer
	picture    image.Alpha
}

var masks = &maskCache{masks: map[maskKey]mask{}}

// at returns the mask of a glyph whose pen stands at x, and the whole pixel to
// place it from. The cache must be locked.
func (c *maskCache) at(face *typeset.Face, glyph uint32, size, x float64) (mask, int) {
	whole := math.Floor(x)
	step := uint8((x - whole) * steps)
	key := maskKey{face, glyph, uint32(size*64 + 0.5), step}
	m, ok := c.masks[key]
	if !ok {
		if len(c.masks) >= mostMasks {
			clear(c.masks)
		}
		m = c.draw(face, glyph, float64(key.size)/64, float64(step)/steps)
		c.masks[key] = m
	}
	return m, int(whole)
}

// draw fills an outline (non-zero winding) into a mask just large enough.
func (c *maskCache) draw(face *typeset.Face, glyph uint32, size, shift float64) mask {
	outline := face.Outline(glyph)
	if len(outline) == 0 {
		return mask{}
	}
	scale := float32(size / float64(face.UnitsPerEm))
	x := func(v float32) float32 { return v*scale + float32(shift) }
	y := func(v float32) float32 { return -v * scale }

	left, top := float32(math.Inf(1)), float32(math.Inf(1))
	right, bottom := -left, -top
	grow := func(px, py float32) {
		left, right = min(left, px), max(right, px)
		top, bottom = min(top, py), max(bottom, py)
	}
	for _, s := range outline {
		grow(x(s.X), y(s.Y))
		if s.Op == typeset.QuadTo {
			grow(x(s.CX), y(s.CY))
		}
	}
	m := mask{left: int(math.Floor(float64(left))), top: int(math.Floor(float64(top)))}
	m.width, m.height = int(math.Ceil(float64(right)))-m.left, int(math.Ceil(float64(bottom)))-m.top
	if m.width <= 0 || m.height <= 0 || m.width > 4096 || m.height > 4096 {
		return mask{}
	}

	r := &c.rasterizer
	r.Reset(m.width, m.height)
	dx, dy := -float32(m.left), -float32(m.top)
	for i, s := range outline {
		switch s.Op {
		case typeset.MoveTo:
			if i > 0 {
				r.ClosePath()
			}
			r.MoveTo(x(s.X)+dx, y(s.Y)+dy)
		case typeset.LineTo:
			r.LineTo(x(s.X)+dx, y(s.Y)+dy)
		case typeset.QuadTo:
			r.QuadTo(x(s.CX)+dx, y(s.CY)+dy, x(s.X)+dx, y(s.Y)+dy)
		}
	}
	r.ClosePath()
	m.pix = make([]uint8, m.width*m.height)
	c.picture = image.Alpha{Pix: m.pix, Stride: m.width, Rect: image.Rect(0, 0, m.width, m.height)}
	r.Draw(&c.picture, c.picture.Rect, image.Opaque, image.Point{})
	return m
}
