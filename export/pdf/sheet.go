package pdf

import (
	"travaux/data"
	"travaux/export"
)

// sheet is a page and its margins in points. Baselines of the running head and the
// page number are counted from its top and its foot.
type sheet struct {
	width, height     float64
	side, top, bottom float64
	head, foot        float64
}

// The usual sheets (A4, ISO 216).
var (
	portrait  = sheet{595.28, 841.89, 76, 96, 92, 56, 52}
	landscape = sheet{841.89, 595.28, 50, 78, 66, 50, 38}
)

// Sizes of Letter (ANSI/ASME Y14.1, A) in points, and how many of them a
// millimetre has.
const (
	letterShort, letterLong = 612.0, 792.0
	millimetre              = 72 / 25.4
)

// Room that the head and the foot of a page need within its margins: from the edge
// of the paper to the baseline, and from there to the text; on pages that are marked
// more than on others.
const (
	headRoom, headMarked = 24.0, 50.0
	footRoom, footMarked = 22.0, 38.0
	headGap, footGap     = 21.0, 20.0
)

// usualSize is that of running text when a look names none.
const usualSize = 10.5

// dressed is the sheet in a look. Type of another size than usual is set at the
// usual size on a sheet that is larger or smaller by as much; the painter brings it
// back. So all sizes and distances keep their proportion, but the margins stay.
func (s sheet) dressed(l export.Look, marked bool, scale float64) sheet {
	if l.Page == data.PageLetter {
		if s.width < s.height {
			s.width, s.height = letterShort, letterLong
		} else {
			s.width, s.height = letterLong, letterShort
		}
	}
	margin := func(of *float64, wanted float64) (moved float64) {
		if wanted == 0 {
			return 0
		}
		before := *of
		*of = wanted * millimetre
		return *of - before
	}
	margin(&s.side, l.Margins.Side)
	s.head += margin(&s.top, l.Margins.Top)
	s.foot += margin(&s.bottom, l.Margins.Bottom)
	for _, v := range []*float64{&s.width, &s.height, &s.side, &s.top, &s.bottom, &s.head, &s.foot} {
		*v /= scale
	}
	head, foot := headRoom, footRoom
	if marked {
		head, foot = headMarked, footMarked
	}
	s.head, s.foot = max(s.head, head), max(s.foot, foot)
	s.top, s.bottom = max(s.top, s.head+headGap), max(s.bottom, s.foot+footGap)
	return s
}

// scaleOf is how much larger than usual type is in a look.
func scaleOf(l export.Look) float64 {
	if l.Size == 0 {
		return 1
	}
	return min(max(l.Size, data.SizeLeast), data.SizeMost) / usualSize
}

// measure is the width of the type area.
func (s sheet) measure() float64 { return s.width - 2*s.side }

// bodyBottom is where the type area ends.
func (s sheet) bodyBottom() float64 { return s.height - s.bottom }

// bodyWidth is what the labels of entries leave of the measure.
func (s sheet) bodyWidth() float64 { return s.measure() - bodyStart }
