package textview

import (
	"fmt"
	"image"
	"math"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// paint draws the block from top to bottom, w by h pixels, with the runes
// [from, to) selected. Chosen blocks have a plate and a bar.
func (s *setBlock) paint(w, h int, top, bottom float64, m measures, chosen bool, from, to int) image.Image {
	p := ink.NewPicture(w, h, look.PixelScale(w, h, fyne.NewSize(float32(s.width), float32(bottom-top))))
	p.Rect = p.Rect.Add(image.Pt(0, int(math.Round(top*p.Scale))))
	if chosen {
		s.paintChosen(p, m)
	}
	for _, mark := range s.tints {
		name, _ := mark.ground()
		for _, r := range tightly(s.words, mark.Start, mark.End) {
			r.X, r.Y = r.X+s.wordsX, r.Y+s.top
			p.Fill(r, look.Colour(name))
			switch mark.Kind {
			case Comment:
				p.Fill(typeset.Rect{X: r.X, Y: r.Y + r.Height - 1.5, Width: r.Width, Height: 1.5}, look.Colour(look.ColourComment))
			case SearchNow:
				outline(p, r)
			}
		}
	}
	for _, r := range s.words.Select(from, to) {
		r.X, r.Y = r.X+s.wordsX, r.Y+s.top
		p.Fill(r, look.Colour(look.ColourSelection))
	}
	s.paintMargin(p, m)
	if s.label != nil {
		p.Text(s.label, s.labelX, s.labelY, labelPen)
	}
	p.Text(s.words, s.wordsX, s.top, pen)
	p.Rect = p.Rect.Sub(p.Rect.Min)
	return p.RGBA
}

func labelPen(mark int) ink.Pen {
	if mark != 0 {
		return pen(mark)
	}
	return ink.Pen{Ink: look.Colour(look.ColourLabel)}
}

// tightly are the areas of some runes, as high as the letters and not the lines.
func tightly(l *typeset.Layout, start, end int) []typeset.Rect {
	list := l.Select(start, end)
	line := 0
	for i := range list {
		for line < len(l.Lines)-1 && l.Lines[line+1].Top <= list[i].Y {
			line++
		}
		at := l.Lines[line]
		list[i].Y, list[i].Height = at.Baseline-at.Ascent*0.98, at.Ascent*0.98+at.Descent*1.08
	}
	return list
}

func outline(p ink.Picture, r typeset.Rect) {
	c := look.Colour(look.ColourText)
	for _, edge := range []typeset.Rect{
		{X: r.X, Y: r.Y, Width: r.Width, Height: 1},
		{X: r.X, Y: r.Y + r.Height - 1, Width: r.Width, Height: 1},
		{X: r.X, Y: r.Y, Width: 1, Height: r.Height},
		{X: r.X + r.Width - 1, Y: r.Y, Width: 1, Height: r.Height},
	} {
		p.Fill(edge, c)
	}
}

// paintChosen lays the plate of the selected provision across the column, and a
// bar at its start.
func (s *setBlock) paintChosen(p ink.Picture, m measures) {
	over := m.size * 0.5
	plate := typeset.Rect{X: m.left - over, Y: 0, Width: m.column + 2*over, Height: s.height}
	p.Fill(plate, look.Colour(look.ColourChosen))
	bar := typeset.Rect{X: plate.X, Y: 0, Width: 3, Height: s.height}
	if m.mirror {
		bar.X = plate.X + plate.Width - bar.Width
	}
	p.Fill(bar, look.Colour(look.ColourAccent))
}

// paintMargin draws, from the start edge: the state's sign, the comments'
// bubble, the bar of a change.
func (s *setBlock) paintMargin(p ink.Picture, m measures) {
	if m.margin == 0 {
		return
	}
	first := s.words.Lines[0]
	middle := s.top + first.Baseline - m.size*0.3
	if s.block.State != "" {
		side := math.Round(m.size * 0.64)
		s.block.State.Paint(p, m.x(m.size*0.1, side), math.Round(middle-side/2), side)
	}
	if s.block.Comments > 0 {
		s.paintBubble(p, m, middle)
	}
	if s.block.Changed {
		bar := typeset.Rect{X: m.x(m.margin-m.size*0.55, 3), Y: s.top, Width: 3, Height: s.words.Height}
		p.Fill(bar, look.Colour(look.ColourInserted))
	}
}

// bubble is where the number of comments stands.
func (s *setBlock) bubble(m measures, middle float64) typeset.Rect {
	width, height := math.Round(m.size*1.25), math.Round(m.size*0.92)
	return typeset.Rect{X: m.x(m.size*1.0, width), Y: math.Round(middle - height/2), Width: width, Height: height}
}

func (s *setBlock) paintBubble(p ink.Picture, m measures, middle float64) {
	r := s.bubble(m, middle)
	words := fmt.Sprint(s.block.Comments)
	if s.block.Comments > 99 {
		words = "99+"
	}
	p.Round(r, r.Height*0.4, look.Colour(look.ColourCommentGround))
	// The tail, at the start edge, makes it speech and not a badge.
	x, d := r.X+r.Width*0.2, r.Width*0.28
	if m.mirror {
		x, d = r.X+r.Width*0.8, -d
	}
	bottom := r.Y + r.Height
	p.Polygon(look.Colour(look.ColourCommentGround), ink.Point{X: x, Y: bottom - 1}, ink.Point{X: x + d, Y: bottom - 1}, ink.Point{X: x, Y: bottom + m.size*0.22})
	l := look.Set(typeset.Paragraph{
		Text:  []rune(words),
		Spans: []typeset.Span{{End: len(words), Style: typeset.Style{Family: typeset.Sans, Bold: true, Size: math.Round(m.size * 0.62)}}},
	})
	p.Text(l, r.X+(r.Width-l.Width)/2, r.Y+(r.Height-l.Height)/2, func(int) ink.Pen { return ink.Pen{Ink: look.Colour(look.ColourComment)} })
}
