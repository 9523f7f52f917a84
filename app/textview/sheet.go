package textview

import (
	"math"
	"slices"
	"sort"
	"unicode"

	"travaux/app/look"
	"travaux/translations/typeset"
)

// sheet is the text of an Editor laid out: one layout for every line of the
// text (between line ends), set anew only where the text has changed.
type sheet struct {
	style     typeset.Style
	lang      string
	width     float64 // 0: one line of any length
	lines     []sheetLine
	height    float64
	direction typeset.Direction // Auto: by the words, or the window without any
}

// sheetLine is one line of the text; wrapped, it takes several rows.
type sheetLine struct {
	start  int
	text   []rune
	layout *typeset.Layout
	y      float64
}

func (l sheetLine) end() int { return l.start + len(l.text) }

// set lays a text out. Lines that were there before keep their layout.
func (s *sheet) set(text []rune) {
	var fresh []sheetLine
	for start := 0; start <= len(text); {
		end := start
		for end < len(text) && text[end] != '\n' {
			end++
		}
		fresh = append(fresh, sheetLine{start: start, text: text[start:end]})
		start = end + 1
	}
	same := func(a, b sheetLine) bool { return slices.Equal(a.text, b.text) }
	head := 0
	for head < len(fresh) && head < len(s.lines) && same(fresh[head], s.lines[head]) {
		fresh[head].layout = s.lines[head].layout
		head++
	}
	for i, k := len(fresh)-1, len(s.lines)-1; i >= head && k >= head && same(fresh[i], s.lines[k]); i, k = i-1, k-1 {
		fresh[i].layout = s.lines[k].layout
	}
	y := s.head()
	for i := range fresh {
		l := &fresh[i]
		if l.layout == nil {
			l.text = slices.Clone(l.text)
			l.layout = s.layout(l.text)
		}
		l.y = y
		y += l.layout.Height
	}
	s.lines, s.height = fresh, y
}

func (s *sheet) layout(text []rune) *typeset.Layout {
	return look.Set(typeset.Paragraph{
		Text: text, Spans: []typeset.Span{{End: len(text), Style: s.style}},
		Direction: s.directionOf(text), Lang: s.lang, Width: s.width, Leading: s.leading(),
	})
}

// head is the room above the first line that signs above Arabic letters need.
func (s *sheet) head() float64 {
	if s.style.Family == typeset.Serif && s.lang == "ar" {
		return math.Round(s.style.Size * 0.4)
	}
	return 0
}

func (s *sheet) leading() float64 {
	if s.style.Family == typeset.Serif && s.lang != "ar" {
		return 1.2
	}
	return 1.05
}

func (s *sheet) directionOf(text []rune) typeset.Direction {
	if s.direction != typeset.Auto {
		return s.direction
	}
	if slices.ContainsFunc(text, unicode.IsLetter) {
		return typeset.Auto
	}
	if look.Current().RightToLeft {
		return typeset.RightToLeft
	}
	return typeset.LeftToRight
}

// rewrap changes the width and keeps the shaping.
func (s *sheet) rewrap(width float64) {
	s.width = width
	y := s.head()
	for i := range s.lines {
		s.lines[i].layout = s.lines[i].layout.Rewrap(width)
		s.lines[i].y = y
		y += s.lines[i].layout.Height
	}
	s.height = y
}

// line is the line of the text that holds an offset.
func (s *sheet) line(offset int) *sheetLine {
	i := sort.Search(len(s.lines), func(i int) bool { return s.lines[i].start > offset }) - 1
	return &s.lines[max(i, 0)]
}

// hit is the spot nearest to a point.
func (s *sheet) hit(x, y float64) spot {
	i := sort.Search(len(s.lines), func(i int) bool { return s.lines[i].y > y }) - 1
	l := &s.lines[max(i, 0)]
	offset, upstream := l.layout.HitLine(x, y-l.y)
	return spot{l.start + offset, upstream}
}

// caret is where the insertion point stands.
func (s *sheet) caret(at spot) typeset.Rect {
	l := s.line(at.offset)
	r := l.layout.CaretAt(at.offset-l.start, at.upstream)
	r.Y += l.y
	return r
}

// leans tells whether a caret that has just followed a letter stands behind that
// letter rather than before the next one, which may be elsewhere on the row.
func (s *sheet) leans(offset int) bool {
	l := s.line(offset)
	at := offset - l.start
	if at == l.layout.Lines[l.layout.LineOf(at)].Start {
		return false
	}
	return l.layout.CaretAt(at, true).X != l.layout.CaretAt(at, false).X
}

// selection are the areas of [from, to). A selected line end shows as a sliver.
func (s *sheet) selection(from, to int) []typeset.Rect {
	var list []typeset.Rect
	for i := range s.lines {
		l := &s.lines[i]
		if l.end() < from || l.start >= to {
			continue
		}
		for _, r := range l.layout.Select(from-l.start, to-l.start) {
			r.Y += l.y
			list = append(list, r)
		}
		if l.end() >= from && l.end() < to {
			r := l.layout.Caret(len(l.text))
			r.Y, r.Width = r.Y+l.y, s.style.Size*0.3
			if l.layout.RightToLeft {
				r.X -= r.Width
			}
			list = append(list, r)
		}
	}
	return list
}

// row is the row of a line's layout that holds a spot.
func (l *sheetLine) row(at spot) int { return l.layout.RowOf(at.offset-l.start, at.upstream) }

// stops are the offsets on one row at which a caret can stand, in the order of
// the text.
func (l *sheetLine) stops(row int) []int {
	list := stops(l.layout, l.text, row)
	for i := range list {
		list[i] += l.start
	}
	return list
}

// beside is where the caret goes by an arrow key.
func (s *sheet) beside(at spot, right bool) int {
	l := s.line(at.offset)
	to, ok := beside(l.layout, l.text, spot{at.offset - l.start, at.upstream}, right)
	switch row := l.row(at); {
	case ok:
		return l.start + to
	case right != l.layout.RightToLeft:
		return s.rowAfter(l, row, at.offset)
	default:
		return s.rowBefore(l, row, at.offset)
	}
}

func (s *sheet) rowAfter(l *sheetLine, row, offset int) int {
	switch {
	case row < len(l.layout.Lines)-1:
		return l.stops(row + 1)[0]
	case l.end() < s.lines[len(s.lines)-1].end():
		return l.end() + 1
	}
	return offset
}

func (s *sheet) rowBefore(l *sheetLine, row, offset int) int {
	switch {
	case row > 0:
		stops := l.stops(row - 1)
		return stops[len(stops)-1]
	case l.start > 0:
		return l.start - 1
	}
	return offset
}

// vertical is where the caret goes by Up and Down, keeping near x; ok is false
// at the first and the last row.
func (s *sheet) vertical(at spot, x, by float64) (to spot, ok bool) {
	c := s.caret(at)
	y := c.Y + c.Height/2 + by
	if by < 0 {
		l := s.line(at.offset)
		if l.start == 0 && l.row(at) == 0 {
			return spot{}, false
		}
		return s.hit(x, min(y, s.rowTop(at)-1)), true
	}
	l := s.line(at.offset)
	if l.end() == s.lines[len(s.lines)-1].end() && l.row(at) == len(l.layout.Lines)-1 {
		return spot{offset: l.end()}, false
	}
	return s.hit(x, max(y, s.rowBottom(at)+1)), true
}

func (s *sheet) rowTop(at spot) float64 {
	l := s.line(at.offset)
	return l.y + l.layout.Lines[l.row(at)].Top
}

func (s *sheet) rowBottom(at spot) float64 {
	l := s.line(at.offset)
	row := l.layout.Lines[l.row(at)]
	return l.y + row.Top + row.Height
}

// edge is the first or last place on the row of a spot.
func (s *sheet) edge(at spot, end bool) spot {
	l := s.line(at.offset)
	row := l.row(at)
	if !end {
		return spot{offset: l.start + l.layout.Lines[row].Start}
	}
	offset, upstream := l.layout.EndOf(row)
	return spot{l.start + offset, upstream}
}
