package textview

import (
	"image/color"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// What is painted with and over the letters: their ink, the lines below and
// through them, and the signs beside them.

// pen inks a run by the bits of its mark.
func pen(mark int) ink.Pen {
	switch {
	case mark&inkChip != 0:
		return ink.Pen{Ink: look.Colour(look.ColourChip)}
	case mark&inkDeleted != 0:
		return ink.Pen{Ink: look.Colour(look.ColourDeleted), Strike: true, Underline: mark&inkInserted != 0}
	case mark&inkInserted != 0:
		return ink.Pen{Ink: look.Colour(look.ColourInserted), Underline: true}
	case mark&inkMoved != 0:
		return ink.Pen{Ink: look.Colour(look.ColourMoved)}
	case mark&inkFlaw != 0:
		return ink.Pen{Ink: look.Colour(look.ColourDanger)}
	case mark&inkBracket != 0:
		return ink.Pen{Ink: look.Colour(look.ColourBracket)}
	case mark&inkStrength != 0:
		return ink.Pen{Ink: look.Colour(look.ColourStrength)}
	case mark&inkLink != 0:
		return ink.Pen{Ink: look.Colour(look.ColourLink)}
	case mark&inkHeading != 0:
		return ink.Pen{Ink: look.Colour(look.ColourHeading)}
	case mark&inkQuiet != 0:
		return ink.Pen{Ink: look.Colour(look.ColourMuted)}
	}
	return ink.Pen{Ink: look.Colour(look.ColourText)}
}

func labelPen(mark int) ink.Pen {
	if mark != 0 {
		return pen(mark)
	}
	return ink.Pen{Ink: look.Colour(look.ColourLabel)}
}

// faint is a colour through which letters stay legible.
func faint(name fyne.ThemeColorName) color.Color {
	c := color.NRGBAModel.Convert(look.Colour(name)).(color.NRGBA)
	c.A = 0x48
	return c
}

// paintLines draws the lines and signs of marks over the letters.
func (s *setBlock) paintLines(p ink.Picture, m measures) {
	for _, mark := range s.block.Marks {
		mark.Start, mark.End = max(mark.Start, 0), min(mark.End, len(s.text))
		if !mark.Kind.lined() || mark.Start >= mark.End {
			continue
		}
		list := s.stretches(mark.Start, mark.End)
		s.paintSigns(p, mark, list, m.size)
		for _, r := range list {
			mark.paintLine(p, r, m.size)
		}
	}
}

// lined tells the kinds that paintLines has something to draw for.
func (k MarkKind) lined() bool {
	switch k {
	case Link, LinkBroken, Term, Must, Ought, May, MovedHere, MovedAway, Flaw:
		return true
	}
	return false
}

func (m Mark) paintLine(p ink.Picture, r stretch, size float64) {
	thick := max(size/15, 1)
	below := r.baseline + size*0.13
	line := func(y, height float64, name fyne.ThemeColorName) {
		p.Fill(typeset.Rect{X: r.X, Y: y, Width: r.Width, Height: height}, look.Colour(name))
	}
	switch m.Kind {
	case Link:
		p.Dash(r.X, below+thick, r.Width, thick, thick, thick*1.5, look.Colour(look.ColourLink))
	case LinkBroken:
		p.Wave(r.X, r.baseline+size*0.2, r.Width, size*0.34, size*0.12, thick, look.Colour(look.ColourDanger))
	case Term:
		p.Dash(r.X, below+thick, r.Width, thick*0.8, size*0.3, size*0.2, look.Colour(look.ColourTerm))
	case Must:
		line(below, thick, look.ColourStrength)
		line(below+2.4*thick, thick, look.ColourStrength)
	case Ought:
		line(below, thick, look.ColourStrength)
	case May:
		p.Dots(r.X, r.baseline+size*0.2, r.Width, max(size*0.13, 2), size*0.32, look.Colour(look.ColourStrength))
	case MovedHere:
		p.Dash(r.X, below, r.Width, thick*1.6, size*0.55, size*0.18, look.Colour(look.ColourMoved))
	case MovedAway:
		line(r.baseline-size*0.36, thick, look.ColourMoved)
		line(r.baseline-size*0.2, thick, look.ColourMoved)
	case Flaw:
		p.Outline(r.Rect, 1.4, look.Colour(look.ColourDanger))
	}
}

// paintSigns draws the sign that stands beside a mark in the room left for it,
// and takes that room from the mark's stretches.
func (s *setBlock) paintSigns(p ink.Picture, m Mark, list []stretch, size float64) {
	before, after := m.Kind.room()
	if r, rtl, ok := s.sideOf(m.Start, list, before*size, true); ok {
		paintArrow(p, r, size, rtl)
	}
	if r, rtl, ok := s.sideOf(m.End-1, list, after*size, false); ok {
		switch m.Kind {
		case MovedAway:
			paintArrow(p, r, size, rtl)
		case Flaw:
			paintWarning(p, r, size)
		case LinkBroken:
			paintCut(p, r, size)
		}
	}
}

// sideOf cuts the room before or after a rune off the stretch that it lies in.
func (s *setBlock) sideOf(at int, list []stretch, room float64, before bool) (cut stretch, rtl, ok bool) {
	if room == 0 {
		return cut, false, false
	}
	own := s.stretches(at, at+1)
	if len(own) == 0 {
		return cut, false, false
	}
	cut, rtl = own[0], s.words.Levels[at]%2 == 1
	if before == rtl { // the room is at the right
		cut.X += cut.Width - room
	}
	cut.Width = room
	for i := range list {
		r := &list[i]
		if r.Y != cut.Y || cut.X < r.X-0.01 || cut.X+cut.Width > r.X+r.Width+0.01 {
			continue
		}
		if before != rtl {
			r.X += room
		}
		r.Width -= room
	}
	return cut, rtl, true
}

// paintArrow points along the line of reading.
func paintArrow(p ink.Picture, r stretch, size float64, rtl bool) {
	c := look.Colour(look.ColourMoved)
	y := r.baseline - size*0.28
	from, to, back := r.X+size*0.12, r.X+r.Width-size*0.12, -size*0.26
	if rtl {
		from, to, back = to, from, -back
	}
	p.Stroke(c, max(size*0.08, 1.2), ink.Point{X: from, Y: y}, ink.Point{X: to, Y: y})
	p.Stroke(c, max(size*0.08, 1.2), ink.Point{X: to + back, Y: y - size*0.2}, ink.Point{X: to, Y: y}, ink.Point{X: to + back, Y: y + size*0.2})
}

// paintWarning draws a triangle with a stroke and a dot.
func paintWarning(p ink.Picture, r stretch, size float64) {
	side := size * 0.54
	x, y := r.X+(r.Width-side)/2, r.baseline-size*0.7
	at := func(fx, fy float64) ink.Point { return ink.Point{X: x + fx*side, Y: y + fy*side} }
	paper := look.Colour(look.ColourPaper)
	p.Polygon(look.Colour(look.ColourDanger), at(0.5, 0), at(1, 0.95), at(0, 0.95))
	p.Stroke(paper, side*0.14, at(0.5, 0.36), at(0.5, 0.6))
	p.Stroke(paper, side*0.14, at(0.5, 0.76), at(0.5, 0.84))
}

// paintCut draws a ring that is struck through.
func paintCut(p ink.Picture, r stretch, size float64) {
	side := size * 0.46
	x, y := r.X+(r.Width-side)/2, r.baseline-size*0.68
	c := look.Colour(look.ColourDanger)
	p.Ring(c, x, y, side, max(side*0.15, 1))
	p.Stroke(c, max(side*0.15, 1), ink.Point{X: x + side*0.1, Y: y + side*0.9}, ink.Point{X: x + side*0.9, Y: y + side*0.1})
}
