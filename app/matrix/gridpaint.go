package matrix

import (
	"image"
	"math"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// inks are the letters and the ground of a sign.
type inks struct{ letter, ground fyne.ThemeColorName }

var signInks = map[sign]inks{
	signSupport:  {look.ColourInserted, look.ColourInsertedGround},
	signOppose:   {look.ColourDeleted, look.ColourDeletedGround},
	signFlexible: {look.ColourBracket, look.ColourBracket1Ground},
	signQuestion: {look.ColourComment, look.ColourCommentGround},
	signReserve:  {look.ColourQualifier, look.ColourQualifierGround},
	signMixed:    {look.ColourCollision, look.ColourCollisionGround},
}

// painter paints one picture of a grid. Lengths across count from the start edge;
// area turns them over where the window is mirrored.
type painter struct {
	*grid
	m      measures
	ink    ink.Picture
	width  float32
	mirror bool
}

// paint is the generator of the raster.
func (g *grid) paint(w, h int) image.Image {
	scale := look.PixelScale(w, h, g.Size())
	if g.picture.RGBA == nil || g.picture.Rect.Dx() != w || g.picture.Rect.Dy() != h || g.picture.Scale != scale {
		g.picture = ink.NewPicture(w, h, scale)
	}
	p := &painter{grid: g, m: g.measures(), ink: g.picture, width: g.Size().Width, mirror: look.Current().RightToLeft}
	p.fill(0, 0, p.width, g.Size().Height, look.ColourPaper)
	if len(g.sheet.columns) > 0 {
		p.cells()
		p.heads()
		p.corner()
		p.bars()
	}
	return g.picture.RGBA
}

// area is an area of the widget, which counts from the start edge.
func (p *painter) area(x, y, w, h float32) typeset.Rect {
	if p.mirror {
		x = p.width - x - w
	}
	return typeset.Rect{X: float64(x), Y: float64(y), Width: float64(w), Height: float64(h)}
}

func (p *painter) fill(x, y, w, h float32, name fyne.ThemeColorName) {
	p.ink.Fill(p.area(x, y, w, h), look.Colour(name))
}

// within paints what does not reach beyond an area.
func (p *painter) within(x, y, w, h float32, paint func()) {
	whole, r := p.ink, p.area(x, y, w, h)
	left, right := int(math.Round(r.X*whole.Scale)), int(math.Round((r.X+r.Width)*whole.Scale))
	top, bottom := int(math.Round(r.Y*whole.Scale)), int(math.Round((r.Y+r.Height)*whole.Scale))
	p.ink = ink.Picture{RGBA: whole.SubImage(image.Rect(left, top, right, bottom)).(*image.RGBA), Scale: whole.Scale}
	if !p.ink.Rect.Empty() {
		paint()
	}
	p.ink = whole
}

// words writes one line in the middle of the height of an area.
func (p *painter) words(x, y, w, h float32, words string, l lettered, name fyne.ThemeColorName) {
	if words == "" || w <= 0 {
		return
	}
	l.words, l.width = words, w
	set := p.set.line(l)
	r := p.area(x, y, w, h)
	pen := ink.Pen{Ink: look.Colour(name)}
	p.ink.Text(set, r.X, r.Y+(r.Height-set.Height)/2, func(int) ink.Pen { return pen })
}

// cells paints the lines with their heads, first those that scroll.
func (p *painter) cells() {
	frozen := float32(len(p.sheet.frozen)) * p.m.row
	top := p.m.top + frozen
	view := p.body(p.m)
	p.within(0, top, p.width, view.Height, func() {
		first, last := int(p.y/p.m.row), min(int((p.y+view.Height)/p.m.row), len(p.sheet.lines)-1)
		for i := first; i <= last; i++ {
			p.line(i+len(p.sheet.frozen), top+float32(i)*p.m.row-p.y)
		}
	})
	for i := range p.sheet.frozen {
		p.line(i, p.m.top+float32(i)*p.m.row)
	}
	if len(p.sheet.frozen) > 0 {
		p.fill(0, top-1, p.width, 1, look.ColourMuted)
	}
}

// line paints one line at a height.
func (p *painter) line(i int, y float32) {
	l := p.grid.line(i)
	view := p.body(p.m).Width
	if name, ok := groundOf(l.kind); ok {
		p.fill(0, y, p.width, p.m.row, name)
	}
	if i == p.row {
		p.fill(0, y, p.m.head, p.m.row, look.ColourSelection)
	}
	p.within(p.m.head, y, view, p.m.row, func() {
		for k := max(p.columnAt(p.x), 0); k < len(p.sheet.columns) && p.edges[k] < p.x+view; k++ {
			x, w := p.m.head+p.edges[k]-p.x, p.edges[k+1]-p.edges[k]
			if k < len(l.cells) {
				p.cell(l.cells[k], l.kind, x, y, w)
			}
			p.fill(x+w-1, y, 1, p.m.row, look.ColourLine)
			if i == p.row && k == p.col {
				p.cursor(x, y, w)
			}
		}
	})
	p.name(l, y)
	p.fill(0, y+p.m.row-1, p.width, 1, look.ColourLine)
}

// groundOf is what lies behind a line that is no State's.
func groundOf(kind lineKind) (fyne.ThemeColorName, bool) {
	switch kind {
	case lineSection:
		return look.ColourChipGround, true
	case lineOurs:
		return look.ColourConfidentialGround, true
	case lineCount:
		return look.ColourChosen, true
	}
	return "", false
}

// name writes the head of a line, and the note at its end.
func (p *painter) name(l *line, y float32) {
	pad := float32(8)
	room := p.m.head - 2*pad
	if l.note != "" {
		note := float32(math.Ceil(p.set.line(lettered{words: l.note, small: true}).Width)) + 1
		p.words(p.m.head-pad-note, y, note, p.m.row, l.note, lettered{small: true}, look.ColourMuted)
		room -= note + 6
	}
	name := look.ColourText
	if l.kind == lineOurs {
		name = look.ColourConfidential
	}
	p.words(pad, y, room, p.m.row, l.head, lettered{bold: l.kind != lineParty}, name)
}

// cell paints a sign or a number.
func (p *painter) cell(c cell, kind lineKind, x, y, w float32) {
	switch known, ok := signInks[c.sign]; {
	case c.words != "":
		p.words(x+1, y, w-3, p.m.row, c.words, lettered{align: typeset.Centre, small: true, bold: kind == lineSection}, look.ColourText)
	case c.sign == signSilent:
		r := p.area(x+w/2-1, y+p.m.row/2-1, 2, 2)
		p.ink.Fill(r, look.Colour(look.ColourNoState))
	case ok:
		if c.national {
			p.fill(x+2, y+2, w-5, p.m.row-5, known.ground)
		}
		letters := string(c.sign)
		if c.doubt {
			letters = "(" + letters + ")"
		}
		p.words(x+1, y, w-3, p.m.row, letters, lettered{align: typeset.Centre, bold: c.national}, known.letter)
	}
	if c.moved {
		p.corned(x+w-2, y+1)
	}
}

// corned marks what moved by a corner at the end of its cell.
func (p *painter) corned(x, y float32) {
	const side = 6
	r := p.area(x-side, y, side, side)
	outer, inner := r.X+r.Width, r.X
	if p.mirror {
		outer, inner = inner, outer
	}
	p.ink.Polygon(look.Colour(look.ColourText), ink.Point{X: inner, Y: r.Y}, ink.Point{X: outer, Y: r.Y}, ink.Point{X: outer, Y: r.Y + r.Height})
}

// cursor frames a cell.
func (p *painter) cursor(x, y, w float32) {
	name := look.ColourMuted
	if p.focused {
		name = look.ColourFocus
	}
	p.ink.Outline(p.area(x, y, w-1, p.m.row-1), 2, look.Colour(name))
}
