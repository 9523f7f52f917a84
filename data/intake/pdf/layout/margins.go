package layout

import (
	"math"
	"slices"
	"unicode"
)

// margins are where lines begin and end, by column of left and right pages.
type margins struct {
	of      map[[2]int][2]float64
	usual   map[[2]int]map[int]bool // where many lines begin
	leading float64                 // from line to line, in parts of the size
	body    float64                 // size of the letters of most of the text
}

func marginKey(l *line) [2]int { return [2]int{l.page & 1, l.column} }

// marginShare is the share of lines that may begin before the left margin, or
// end beyond the right one: what sticks out of the text.
const marginShare = 0.02

func marginsOf(lines []*line) margins {
	m := margins{of: map[[2]int][2]float64{}, usual: map[[2]int]map[int]bool{}, leading: 1.15, body: bodySize(lines)}
	lefts, rights := map[[2]int][]float64{}, map[[2]int][]float64{}
	for _, l := range lines {
		if l.size > 0.9*m.body {
			k := marginKey(l)
			lefts[k], rights[k] = append(lefts[k], l.left), append(rights[k], l.right)
		}
	}
	for k, left := range lefts {
		right := rights[k]
		slices.Sort(left)
		slices.Sort(right)
		skip := int(marginShare * float64(len(left)))
		m.of[k] = [2]float64{left[skip], right[len(right)-1-skip]}
	}
	m.leading = leadingOf(lines)
	m.findUsual(lines)
	return m
}

// usualShare is the share of lines that begin at a place for it to be a margin
// of a kind. What is centred begins now here, now there.
const usualShare = 0.04

func (m *margins) findUsual(lines []*line) {
	counts, all := map[[2]int]map[int]int{}, map[[2]int]int{}
	for _, l := range lines {
		if l.bold || l.italic {
			continue
		}
		k := marginKey(l)
		if counts[k] == nil {
			counts[k], m.usual[k] = map[int]int{}, map[int]bool{}
		}
		counts[k][int(math.Round(l.left))]++
		all[k]++
	}
	for k, places := range counts {
		for at := range places {
			if n := places[at-1] + places[at] + places[at+1]; n > 3 && float64(n) > usualShare*float64(all[k]) {
				m.usual[k][at] = true
			}
		}
	}
}

// bodySize is the size that most letters have.
func bodySize(lines []*line) float64 {
	letters := map[float64]int{}
	best, n := 10.0, 0
	for _, l := range lines {
		size := math.Round(l.size*5) / 5
		if letters[size] += len(l.text); letters[size] > n {
			best, n = size, letters[size]
		}
	}
	return best
}

// leadingOf is the distance from line to line within paragraphs, in parts of
// the size of the letters: the one met most often.
func leadingOf(lines []*line) float64 {
	counts := map[int]int{}
	best, n := 23, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if a.page != b.page || a.column != b.column {
			continue
		}
		step := int(math.Round((a.base - b.base) / max(a.size, b.size) * 20))
		if step < 16 || step > 60 {
			continue
		}
		if counts[step]++; counts[step] > n {
			best, n = step, counts[step]
		}
	}
	return float64(best) / 20
}

// edge returns the margins of a line.
func (m *margins) edge(l *line) (left, right float64) {
	e, ok := m.of[marginKey(l)]
	if !ok {
		return l.left, l.right
	}
	return e[0], e[1]
}

// indent is how far in from its margin a line begins.
func (m *margins) indent(l *line) float64 {
	left, _ := m.edge(l)
	return l.left - left
}

// centred reports whether a line stands in the middle of its column, with
// room on both sides, and does not begin where many others do.
func (m *margins) centred(l *line) bool {
	left, right := m.edge(l)
	room, off := 1.5*l.size, 0.7*l.size+0.02*(right-left)
	if l.bold || l.italic || capitals(l.text) {
		room, off = 0.15*l.size, 0.5*l.size
	} else if m.usual[marginKey(l)][int(math.Round(l.left))] {
		return false
	}
	before, after := l.left-left, right-l.right
	if min(before, after) > 3*l.size {
		off = l.size + 0.02*(right-left)
	}
	return before > room && after > room && math.Abs(before-after) < off
}

// fits reports whether the first word of b would have found room at the end of
// line a: then a ends a paragraph. It must be much room where b begins small.
func (m *margins) fits(a, b *line, right float64) bool {
	w := b.words[0]
	room := 0.3 * a.size
	if unicode.IsLower(firstLetter(b.text)) && !opens(b) {
		room = 2 * a.size
	}
	return a.right+a.gap+(w.Right-w.Left)+room < right
}
