package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"

	"golang.org/x/image/draw"

	"travaux/export"
)

// picture is what stands above a letterhead, as red, green and blue without
// transparency, which files for archives may not have.
type picture struct {
	width, height int // in pixels
	pixels        []byte
}

// pictureName is that of the resource; a paper has one letterhead, and so one
// picture.
const pictureName = "i1"

// Room for a logo in points, how large a pixel is at most, and how many pixels wide
// is fine enough for any printer.
const (
	logoWide, logoHigh = 190.0, 62.0
	logoPixel          = 0.75
	logoFine           = 1200
	logoBelow          = 8.0
)

// logoOf is the logo of a look on white; nil if it has none that can be read.
func logoOf(l export.Look) *picture {
	file, width, height, ok := l.Picture()
	if !ok {
		return nil
	}
	from, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		return nil
	}
	size := image.Rect(0, 0, width, height)
	if most := max(width, height); most > logoFine {
		size.Max = image.Pt(max(width*logoFine/most, 1), max(height*logoFine/most, 1))
	}
	paper := image.NewRGBA(size)
	draw.Draw(paper, size, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.CatmullRom.Scale(paper, size, from, from.Bounds(), draw.Over, nil)
	p := &picture{width: size.Dx(), height: size.Dy()}
	for i := 0; i < len(paper.Pix); i += 4 {
		p.pixels = append(p.pixels, paper.Pix[i:i+3]...)
	}
	return p
}

// logo sets the picture in the middle, above the name that it stands for.
func (c *composer) logo(name string) {
	p := logoOf(c.doc.Look)
	if p == nil {
		return
	}
	wide, high := logoPixel*float64(p.width), logoPixel*float64(p.height)
	by := math.Min(1, math.Min(logoWide/wide, logoHigh/high))
	wide, high = wide*by, high*by
	e := c.root.add("Figure")
	e.alt = clean(name)
	e.lang = c.doc.Lang
	c.bands = append(c.bands, band{before: c.space, height: high, keep: true, items: []item{{
		x: c.sheet.side + (c.sheet.measure()-wide)/2, w: wide, h: high, picture: p, element: e,
	}}})
	c.space = logoBelow
}

// object is the picture as an image of the file. Rows are told by what differs from
// the one above (PNG's filter 2), which makes them smaller.
func (p *picture) object() stream {
	row := 3 * p.width
	rows := make([]byte, 0, (row+1)*p.height)
	for y := range p.height {
		rows = append(rows, 2)
		for x := range row {
			v := p.pixels[y*row+x]
			if y > 0 {
				v -= p.pixels[(y-1)*row+x]
			}
			rows = append(rows, v)
		}
	}
	return stream{dict{
		"Type": name("XObject"), "Subtype": name("Image"), "Width": integer(p.width), "Height": integer(p.height),
		"ColorSpace": name("DeviceRGB"), "BitsPerComponent": integer(8), "Filter": name("FlateDecode"),
		"DecodeParms": dict{"Predictor": integer(12), "Colors": integer(3), "Columns": integer(p.width)},
	}, deflate(rows)}
}

// picture draws a picture into its rectangle.
func (p *painter) picture(it placed) {
	p.b = append(p.b, "q "...)
	for _, v := range []float64{it.w, 0, 0, it.h, it.x, p.height - it.top - it.y - it.h} {
		p.number(v)
	}
	p.b = fmt.Appendf(p.b, "cm /%s Do Q\n", pictureName)
	p.pictures = it.item.picture
}
