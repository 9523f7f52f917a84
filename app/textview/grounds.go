package textview

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// What is painted below the letters: the tints of marks, their frames and
// plates.

// ground is the tint of a mark, empty for none, and its rank: higher ranks are
// painted over lower ones.
func (m Mark) ground() (name fyne.ThemeColorName, rank int) {
	switch m.Kind {
	case Bracket:
		return look.BracketGround(m.Depth), m.Depth
	case Comment:
		return look.ColourCommentGround, 100
	case MovedHere, MovedAway:
		return look.ColourMovedGround, 101
	case Inserted:
		return look.ColourInsertedGround, 102
	case Deleted:
		return look.ColourDeletedGround, 103
	case Qualifier:
		return look.ColourQualifierGround, 104
	case Collision:
		return look.ColourCollisionGround, 105
	case Search:
		return look.ColourSearchGround, 110
	case SearchNow:
		return look.ColourFoundGround, 111
	case Chip:
		return look.ColourChipGround, 120
	}
	return "", 0
}

// tints are the marks that have a ground, in the order of painting.
func tints(marks []Mark) []Mark {
	var list []Mark
	for _, m := range marks {
		if name, _ := m.ground(); name != "" {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b Mark) int {
		_, ra := a.ground()
		_, rb := b.ground()
		return ra - rb
	})
	return list
}

// stretch is the area of some runes on one line, as high as the letters and not
// the line.
type stretch struct {
	typeset.Rect
	baseline float64
}

// stretches are the areas of the runes [start, end), in units of the view.
func (s *setBlock) stretches(start, end int) []stretch {
	rects := s.words.Select(start, end)
	list := make([]stretch, len(rects))
	line := 0
	for i, r := range rects {
		for line < len(s.words.Lines)-1 && s.words.Lines[line+1].Top <= r.Y {
			line++
		}
		at := s.words.Lines[line]
		r.X += s.wordsX
		r.Y, r.Height = s.top+at.Baseline-at.Ascent*0.98, at.Ascent*0.98+at.Descent*1.08
		list[i] = stretch{r, s.top + at.Baseline}
	}
	return list
}

// paintGrounds paints what lies below the letters. The pair that stands out lies on
// the tints of brackets and below all others.
func (s *setBlock) paintGrounds(p ink.Picture, m measures, with pair) {
	painted := false
	for _, mark := range s.tints {
		if mark.Kind != Bracket && !painted {
			s.paintPair(p, with)
			painted = true
		}
		for _, r := range s.stretches(mark.Start, mark.End) {
			mark.paintGround(p, r, m.size)
		}
	}
	if !painted {
		s.paintPair(p, with)
	}
}

func (m Mark) paintGround(p ink.Picture, r stretch, size float64) {
	name, _ := m.ground()
	if m.Kind == Chip {
		paintPlate(p, r, size)
		return
	}
	p.Fill(r.Rect, look.Colour(name))
	switch m.Kind {
	case Comment:
		p.Fill(typeset.Rect{X: r.X, Y: r.Y + r.Height - 1.5, Width: r.Width, Height: 1.5}, look.Colour(look.ColourComment))
	case SearchNow:
		p.Outline(r.Rect, 1, look.Colour(look.ColourText))
	case Qualifier:
		edge := look.Colour(look.ColourQualifier)
		for _, y := range [...]float64{r.Y, r.Y + r.Height - 1} {
			p.Dash(r.X, y, r.Width, 1, 3, 2, edge)
		}
		p.Fill(typeset.Rect{X: r.X, Y: r.Y, Width: 1.5, Height: r.Height}, edge)
		p.Fill(typeset.Rect{X: r.X + r.Width - 1.5, Y: r.Y, Width: 1.5, Height: r.Height}, edge)
	case Collision:
		p.Hatch(r.Rect, 6, faint(look.ColourCollision))
		p.Outline(r.Rect, 1.2, look.Colour(look.ColourCollision))
	}
}

// paintPlate draws the plate of a chip, within the room that was left for it.
func paintPlate(p ink.Picture, r stretch, size float64) {
	gap := size * 0.1
	plate := typeset.Rect{X: r.X + gap, Y: r.baseline - size*0.68, Width: r.Width - 2*gap, Height: size * 0.9}
	p.Round(plate, size*0.22, look.Colour(look.ColourMuted))
	const edge = 0.8
	plate.X, plate.Y, plate.Width, plate.Height = plate.X+edge, plate.Y+edge, plate.Width-2*edge, plate.Height-2*edge
	p.Round(plate, size*0.22-edge, look.Colour(look.ColourChipGround))
}
