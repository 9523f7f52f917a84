package typeset

import "slices"

// edgesOf calls visit for every grapheme of a run from left to right, with its
// runes and horizontal extent. Within a ligature the width is shared out evenly.
func (l *Layout) edgesOf(run *Run, visit func(start, end int, left, right float64) bool) {
	x := run.X
	for i := 0; i < len(run.Glyphs); {
		g := &run.Glyphs[i]
		width, start, end := 0.0, int(g.Start), int(g.Start+g.Runes)
		for ; i < len(run.Glyphs) && run.Glyphs[i].Start == g.Start; i++ {
			width += run.Glyphs[i].Advance
		}
		if end == start+1 { // nearly always
			if !visit(start, end, x, x+width) {
				return
			}
			x += width
			continue
		}
		starts := []int{start}
		for k := start + 1; k < end; k++ {
			if l.shaped.edges[k] {
				starts = append(starts, k)
			}
		}
		starts = append(starts, end)
		n := len(starts) - 1
		for k := range n {
			part := k
			if run.Level%2 == 1 {
				part = n - 1 - k
			}
			left, right := x+width*float64(k)/float64(n), x+width*float64(k+1)/float64(n)
			if !visit(starts[part], starts[part+1], left, right) {
				return
			}
		}
		x += width
	}
}

// LineOf returns the index of the line that holds the rune at offset; offsets
// outside the text belong to the first or last line.
func (l *Layout) LineOf(offset int) int {
	i, found := slices.BinarySearchFunc(l.Lines, offset, func(line Line, at int) int { return line.Start - at })
	if !found {
		i--
	}
	return max(i, 0)
}

// RowOf is LineOf for an insertion point that may stand upstream, at the end of
// the line before the one that begins at offset.
func (l *Layout) RowOf(offset int, upstream bool) int {
	i := l.LineOf(offset)
	if !upstream || i == 0 {
		return i
	}
	if end, ok := l.EndOf(i - 1); ok && end == offset {
		return i - 1
	}
	return i
}

// Hit returns the offset nearest to a point, always at the edge of a grapheme
// (a user-perceived character), also within ligatures. Above and below the
// paragraph it takes the first and the last line.
//
// The end of a wrapped line is the beginning of the next one; Hit stays before
// the last grapheme of the line, HitLine tells the two apart.
func (l *Layout) Hit(x, y float64) int {
	i, e := l.nearest(x, y)
	return l.within(i, e.offset)
}

// HitLine is Hit for an insertion point that may stand upstream, that is behind
// the rune before it and not before the rune after it. The two differ at the end
// of a line that does not end in white space, where the offset is also the
// beginning of the next line, and where words of two directions meet. Give both
// results to CaretAt.
func (l *Layout) HitLine(x, y float64) (offset int, upstream bool) {
	i, e := l.nearest(x, y)
	if e.offset >= l.Lines[i].End {
		return l.EndOf(i)
	}
	offset = l.within(i, e.offset)
	return offset, e.behind && offset == e.offset && !samePlace(l.CaretAt(offset, false).X, e.x)
}

func samePlace(a, b float64) bool { return a-b < tolerance && b-a < tolerance }

// Under returns the first rune of the grapheme whose area holds a point; ok is
// false beside and between the lines' letters.
func (l *Layout) Under(x, y float64) (offset int, ok bool) {
	i := 0
	for i < len(l.Lines)-1 && y >= l.Lines[i+1].Top {
		i++
	}
	line := &l.Lines[i]
	if y < line.Top || y >= line.Top+line.Height {
		return 0, false
	}
	for k := range line.Runs {
		run := &line.Runs[k]
		if x < run.X || x >= run.X+run.Width {
			continue
		}
		l.edgesOf(run, func(start, _ int, left, right float64) bool {
			if left <= x && x < right {
				offset, ok = start, true
			}
			return !ok
		})
	}
	return offset, ok
}

// EndOf returns the last place of an insertion point on a line: before the white
// space or the line end that hangs there, or else upstream of the next line.
func (l *Layout) EndOf(line int) (offset int, upstream bool) {
	offset = l.Lines[line].End
	if line < len(l.Lines)-1 && !isWhite(l.shaped.Text[offset-1]) && l.shaped.edges[offset] {
		return offset, true
	}
	return l.within(line, offset), false
}

// edge is a side of a grapheme: an offset, where it lies, and whether the offset
// is behind the grapheme.
type edge struct {
	offset int
	x      float64
	behind bool
}

// nearest returns the line at y and the edge of a grapheme on it nearest to x. Of
// several at one place it is that of the grapheme that x lies on.
func (l *Layout) nearest(x, y float64) (i int, best edge) {
	for i < len(l.Lines)-1 && y >= l.Lines[i+1].Top {
		i++
	}
	line := &l.Lines[i]
	best = edge{offset: line.Start}
	distance, on := -1.0, false
	for k := range line.Runs {
		run := &line.Runs[k]
		l.edgesOf(run, func(start, end int, left, right float64) bool {
			here := left <= x && x < right
			if run.Level%2 == 1 {
				left, right = right, left
			}
			for _, e := range [...]edge{{start, left, false}, {end, right, true}} {
				d := max(e.x-x, x-e.x)
				same := samePlace(d, distance)
				if distance < 0 || !same && d < distance || same && (here && !on || here == on && e.offset < best.offset) {
					best, distance, on = e, d, here
				}
			}
			return true
		})
	}
	return i, best
}

// within keeps an offset on line i: before its last grapheme when it is also the
// beginning of the next line. A span may end within a grapheme; the offset goes
// to the grapheme's start.
func (l *Layout) within(i, offset int) int {
	line := &l.Lines[i]
	if offset >= line.End && i < len(l.Lines)-1 {
		offset--
	}
	for offset > line.Start && offset < len(l.Levels) && !l.shaped.edges[offset] {
		offset--
	}
	return offset
}

// Caret returns where the insertion point before the rune at offset stands, as a
// rectangle without width: at the near edge of that rune in its own direction,
// at the end of the text at the far edge of the last one.
func (l *Layout) Caret(offset int) Rect { return l.CaretAt(offset, false) }

// CaretAt is Caret for an insertion point that may stand upstream: behind the rune
// before it, at the far edge of that rune; where offset begins a line, at the end
// of the line before.
func (l *Layout) CaretAt(offset int, upstream bool) Rect {
	offset = min(max(offset, 0), len(l.Levels))
	line := &l.Lines[l.RowOf(offset, upstream)]
	behind := offset == line.End || upstream && offset > line.Start
	caret := Rect{X: l.start(line), Y: line.Baseline - line.Ascent, Height: line.Ascent + line.Descent}
	for k := range line.Runs {
		run := &line.Runs[k]
		if offset < run.Start || offset > run.End || !behind && offset == run.End || behind && offset == run.Start {
			continue
		}
		l.edgesOf(run, func(start, end int, left, right float64) bool {
			if run.Level%2 == 1 {
				left, right = right, left
			}
			switch {
			case behind && offset == end:
				caret.X = right
				return false
			case start < offset && offset < end, !behind && offset == start:
				caret.X = left
				return false
			}
			return true
		})
	}
	return caret
}

// start is where an empty line begins.
func (l *Layout) start(line *Line) float64 {
	if l.RightToLeft {
		return line.X + line.Width
	}
	return line.X
}

// Select returns the areas of the runes [start, end), as high as their lines, from
// top to bottom and left to right. In a line of mixed directions there may be
// several. The edges are moved outwards to whole graphemes.
func (l *Layout) Select(start, end int) []Rect {
	start, end = max(start, 0), min(end, len(l.Levels))
	if start >= end {
		return nil
	}
	var list []Rect
	for i := l.LineOf(start); i < len(l.Lines) && l.Lines[i].Start < end; i++ {
		line := &l.Lines[i]
		fresh := true
		for k := range line.Runs {
			run := &line.Runs[k]
			if run.End <= start || run.Start >= end {
				continue
			}
			l.edgesOf(run, func(from, to int, left, right float64) bool {
				if to <= start || from >= end || right <= left {
					return true
				}
				if n := len(list) - 1; !fresh && left-(list[n].X+list[n].Width) < tolerance {
					list[n].Width = right - list[n].X
					return true
				}
				list = append(list, Rect{X: left, Y: line.Top, Width: right - left, Height: line.Height})
				fresh = false
				return true
			})
		}
	}
	return list
}
