package textview

import (
	"fmt"
	"math"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// Where the margin's columns begin, from the start edge, and their sizes, in
// multiples of the text's size.
const (
	roomColumn   = 0.1 // the text's state in the room
	stateColumn  = 0.96
	bubbleColumn = 1.78
	barColumn    = 3.1 // others' change
	fullRoom     = 4.1

	slimBar  = 0.95 // without approval and comments
	slimRoom = 1.9

	oursAfter   = 0.42 // our change, behind others'
	signSide    = 0.64
	bubbleWidth = 1.2
)

// changeBar is the width of a bar, in pixels.
const changeBar = 3.0

// paintMargin draws, from the start edge: the signs of the text's state and of
// the approval, the comments' bubble, the bars of changes.
func (s *setBlock) paintMargin(p ink.Picture, m measures) {
	if m.margin == 0 {
		return
	}
	first := s.words.Lines[0]
	middle := s.top + first.Baseline - m.size*0.3
	side := math.Round(m.size * signSide)
	y := math.Round(middle - side/2)
	if s.block.Room != look.RoomNone {
		inner := math.Round(side * 0.9) // a square looks larger than a disc of its width
		s.block.Room.Paint(p, m.x(math.Round(m.size*roomColumn), side)+math.Round((side-inner)/2), y+math.Round((side-inner)/2), inner)
	}
	bar := slimBar
	if !m.slim {
		bar = barColumn
		if s.block.State != "" {
			s.block.State.Paint(p, m.x(m.size*stateColumn, side), y, side)
		}
		if s.block.Comments > 0 {
			s.paintBubble(p, m, middle)
		}
	}
	s.paintBars(p, m, bar*m.size)
}

// paintBars draws a solid bar for our change and a hollow one for others'.
func (s *setBlock) paintBars(p ink.Picture, m measures, at float64) {
	bar := typeset.Rect{Y: s.top, Width: changeBar, Height: s.words.Height}
	if s.block.Changes&OursChange != 0 {
		bar.X = m.x(math.Round(at+m.size*oursAfter), bar.Width)
		p.Fill(bar, look.Colour(look.ColourInserted))
	}
	if s.block.Changes&OthersChange != 0 {
		bar.Width = changeBar + 2
		bar.X = m.x(math.Round(at), bar.Width)
		p.Outline(bar, 1.2, look.Colour(look.ColourOthers))
	}
}

// bubble is where the number of comments stands.
func (s *setBlock) bubble(m measures, middle float64) typeset.Rect {
	width, height := math.Round(m.size*bubbleWidth), math.Round(m.size*0.92)
	return typeset.Rect{X: m.x(m.size*bubbleColumn, width), Y: math.Round(middle - height/2), Width: width, Height: height}
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
