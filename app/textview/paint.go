package textview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// shown is what is painted on a block besides its marks, and changes without a
// new layout.
type shown struct {
	height   float64 // of the row
	chosen   bool
	hidden   bool // an editor stands in the place of the words
	from, to int  // selected runes
	hits     []Hit
	now      Hit // the hit the search stands at, if it is in the block
	pair     pair
}

// paint draws the block from top to bottom, w by h pixels. Chosen blocks have a
// plate and a bar.
func (s *setBlock) paint(w, h int, top, bottom float64, m measures, with shown) image.Image {
	p := ink.NewPicture(w, h, look.PixelScale(w, h, fyne.NewSize(float32(s.width), float32(bottom-top))))
	p.Rect = p.Rect.Add(image.Pt(0, int(math.Round(top*p.Scale))))
	if with.chosen {
		s.paintChosen(p, m, with.height)
	}
	s.paintMargin(p, m)
	if s.label != nil {
		p.Text(s.label, s.labelX, s.labelY, labelPen)
	}
	if !with.hidden {
		s.paintWords(p, m, with)
	}
	p.Rect = p.Rect.Sub(p.Rect.Min)
	return p.RGBA
}

// paintWords draws the text and all that is marked on it.
func (s *setBlock) paintWords(p ink.Picture, m measures, with shown) {
	s.paintGrounds(p, m, with.pair)
	s.paintHits(p, with)
	for _, r := range s.words.Select(with.from, with.to) {
		r.X, r.Y = r.X+s.wordsX, r.Y+s.top
		p.Fill(r, look.Colour(look.ColourSelection))
	}
	s.paintBrackets(p, with.pair)
	p.Runs(s.words, s.wordsX, s.top, func(run *typeset.Run) ink.Pen {
		if with.pair.has(run) {
			return ink.Pen{Ink: look.Colour(look.ColourPaper)}
		}
		return pen(run.Mark)
	})
	s.paintLines(p, m)
}

// paintHits tints what a search has found.
func (s *setBlock) paintHits(p ink.Picture, with shown) {
	for _, h := range with.hits {
		kind := Search
		if h == with.now {
			kind = SearchNow
		}
		for _, r := range s.stretches(h.Start, h.End) {
			Mark{Kind: kind}.paintGround(p, r, 0)
		}
	}
}

// paintChosen lays the plate of the selected provision across the column, and a
// bar at its start.
func (s *setBlock) paintChosen(p ink.Picture, m measures, height float64) {
	over := m.size * 0.5
	plate := typeset.Rect{X: m.left - over, Y: 0, Width: m.column + 2*over, Height: height}
	p.Fill(plate, look.Colour(look.ColourChosen))
	bar := typeset.Rect{X: plate.X, Y: 0, Width: 3, Height: height}
	if m.mirror {
		bar.X = plate.X + plate.Width - bar.Width
	}
	p.Fill(bar, look.Colour(look.ColourAccent))
}
