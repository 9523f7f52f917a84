package matrix

import (
	"travaux/app/look"
	"travaux/translations/typeset"
)

// heads paints the heads of the columns in two rows: the article, over all columns
// that belong to it, and below it what each column is.
func (p *painter) heads() {
	view := p.body(p.m).Width
	p.within(p.m.head, 0, view, p.m.top, func() {
		p.fill(p.m.head, 0, view, p.m.top, look.ColourSurface)
		first := max(p.columnAt(p.x), 0)
		for k := first; k < len(p.sheet.columns) && p.edges[k] < p.x+view; k++ {
			p.headOf(k)
		}
		for k := first; k < len(p.sheet.columns) && p.edges[k] < p.x+view; {
			k = p.bandOf(k, view)
		}
	})
	p.fill(0, p.m.top-1, p.width, 1, look.ColourMuted)
}

// headOf paints the lower row of a head.
func (p *painter) headOf(k int) {
	x, w, half := p.m.head+p.edges[k]-p.x, p.edges[k+1]-p.edges[k], p.m.top/2
	if k == p.col {
		p.fill(x, half, w-1, half, look.ColourSelection)
	}
	p.words(x+2, half, w-5, half, p.sheet.columns[k].Label, lettered{align: typeset.Centre, small: true, bold: k == p.col}, look.ColourText)
	p.fill(x+w-1, half, 1, half, look.ColourLine)
}

// bandOf paints the upper row over the columns from one on that belong together,
// within what is seen of them, and returns the first that does not.
func (p *painter) bandOf(k int, view float32) int {
	first, band := k, p.sheet.columns[k].Band
	for first > 0 && p.sheet.columns[first-1].Band == band {
		first--
	}
	for k < len(p.sheet.columns) && p.sheet.columns[k].Band == band {
		k++
	}
	from, to := max(p.edges[first]-p.x, 0), min(p.edges[k]-p.x, view)
	half := p.m.top / 2
	p.words(p.m.head+from+3, 0, to-from-7, half, band, lettered{align: typeset.Centre, small: true, bold: true}, look.ColourHeading)
	if p.edges[k]-p.x <= view {
		p.fill(p.m.head+to-1, 0, 1, p.m.top, look.ColourMuted)
	}
	return k
}

// corner paints what stands above the names, and the line beside them.
func (p *painter) corner() {
	p.fill(0, 0, p.m.head, p.m.top-1, look.ColourSurface)
	p.words(8, p.m.top/2, p.m.head-16, p.m.top/2, p.sheet.corner, lettered{small: true, bold: true}, look.ColourMuted)
	p.fill(p.m.head-1, 0, 1, p.Size().Height-barWide, look.ColourMuted)
}

// bars paints the thumbs of the scroll bars.
func (p *painter) bars() {
	size := p.Size()
	p.fill(0, size.Height-barWide, size.Width, barWide, look.ColourSurface)
	p.fill(size.Width-barWide, 0, barWide, size.Height, look.ColourSurface)
	across, down := p.tracks()
	thumb := func(r typeset.Rect) { p.ink.Round(r, 3, look.Colour(look.ColourNoState)) }
	if across.needed() {
		thumb(p.area(across.from+across.begin, size.Height-barWide+2, across.end-across.begin, barWide-4))
	}
	if down.needed() {
		thumb(p.area(size.Width-barWide+2, down.from+down.begin, barWide-4, down.end-down.begin))
	}
}

// edges are where columns begin, and where the last ends. Columns that stand below
// one article are together at least as wide as its name.
func (l *lettering) edges(columns []column) []float32 {
	edges := []float32{0}
	for first := 0; first < len(columns); {
		last, room := first, float32(0)
		var widths []float32
		for ; last < len(columns) && columns[last].Band == columns[first].Band; last++ {
			w := look.Scaled(columnWide)
			if columns[last].Wide {
				w = look.Scaled(titleWide)
			}
			widths, room = append(widths, w), room+w
		}
		needs := min(float32(int(l.line(lettered{words: columns[first].Band, small: true, bold: true}).Width))+10, look.Scaled(titleWide))
		more := max(float32(int((needs-room)/float32(last-first)+0.999)), 0)
		for _, w := range widths {
			edges = append(edges, edges[len(edges)-1]+w+more)
		}
		first = last
	}
	return edges
}
