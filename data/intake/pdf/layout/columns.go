package layout

import (
	"cmp"
	"slices"
)

// gutter is the white strip between two columns of a page.
type gutter struct {
	left, right float64
	there       bool
}

// What two evident columns need.
const (
	gutterFrom, gutterTo = 0.35, 0.65 // where it may stand, in parts of the width
	gutterWidth          = 8.0        // points
	columnLines          = 8          // on each side
	columnWords          = 3          // that an average line of a column has
	columnCrossed        = 0.1        // share of the lines that may cross it: headings
)

// gutterOf looks for a strip near the middle that hardly any line crosses.
func gutterOf(p *Page, parts [][]Word) (gutter, bool) {
	if len(parts) < 2*columnLines {
		return gutter{}, false
	}
	spans := make([]span, len(parts))
	for i, words := range parts {
		spans[i] = spanOf(words)
	}
	var best gutter
	for x := gutterFrom * p.Width; x < gutterTo*p.Width; x += 4 {
		g := gutter{left: 0, right: p.Width}
		crossed := 0
		for _, s := range spans {
			switch {
			case s.right <= x:
				g.left = max(g.left, s.right)
			case s.left >= x:
				g.right = min(g.right, s.left)
			default:
				crossed++
			}
		}
		if float64(crossed) <= columnCrossed*float64(len(spans)) && g.right-g.left > best.right-best.left {
			best = g
		}
	}
	if best.right-best.left < gutterWidth || !best.filled(parts, spans) {
		return gutter{}, false
	}
	best.there = true
	return best, true
}

// span is from where to where something reaches on a page.
type span struct{ left, right float64 }

func spanOf(words []Word) span {
	s := span{words[0].Left, words[0].Right}
	for i := range words {
		s.left, s.right = min(s.left, words[i].Left), max(s.right, words[i].Right)
	}
	return s
}

// filled reports whether running text stands on both sides.
func (g gutter) filled(parts [][]Word, spans []span) bool {
	var lines, words [3]int
	for i, part := range parts {
		c := g.column(spans[i])
		lines[c]++
		words[c] += len(part)
	}
	for c := 1; c <= 2; c++ {
		if lines[c] < columnLines || words[c] < columnWords*lines[c] {
			return false
		}
	}
	return true
}

// column is where something stands: 0 across both, 1 on the left, 2 on the
// right.
func (g gutter) column(s span) int {
	switch middle := (g.left + g.right) / 2; {
	case s.right <= middle:
		return 1
	case s.left >= middle:
		return 2
	}
	return 0
}

// order puts lines into the order of reading: from top to bottom, between two
// lines that cross the gutter first one column, then the other.
func (g gutter) order(lines []line, p *Page) []line {
	backward := 0
	for i := range lines {
		if lines[i].rightToLeft {
			backward++
		}
	}
	rightToLeft := backward*2 > len(lines)
	if g.there {
		band := 0
		rank := make([][2]int, len(lines))
		for i := range lines {
			c := lines[i].column
			if c == 0 {
				band++
			}
			if rightToLeft && c > 0 {
				c = 3 - c
			}
			rank[i] = [2]int{band, c}
		}
		order := make([]int, len(lines))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int {
			return cmp.Or(cmp.Compare(rank[a][0], rank[b][0]), cmp.Compare(rank[a][1], rank[b][1]))
		})
		sorted := make([]line, len(lines))
		for i, k := range order {
			sorted[i] = lines[k]
		}
		lines = sorted
	}
	for i := range lines {
		l := &lines[i]
		if rightToLeft { // measured from the side where lines begin
			l.left, l.right = p.Width-l.right, p.Width-l.left
			l.rightToLeft = true
		}
	}
	return lines
}
