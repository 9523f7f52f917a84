package textview

import (
	"math"
	"unicode"

	"travaux/translations/typeset"
	"travaux/translations/typeset/segment"
)

// How a caret walks through a set paragraph, whether it is read (Document) or
// written (Editor).

// spot is a place of the caret. Where a line of the text goes on in another row, and
// where words of two directions meet, one offset is at two places: behind the rune
// before it (upstream) and before the rune after it.
type spot struct {
	offset   int
	upstream bool
}

// stops are the offsets on one row at which a caret can stand, in the order of
// the text.
func stops(l *typeset.Layout, text []rune, row int) []int {
	r := l.Lines[row]
	var list []int
	for _, e := range segment.Graphemes(text[r.Start:r.End]) {
		if e < r.End-r.Start || row == len(l.Lines)-1 {
			list = append(list, r.Start+e)
		}
	}
	if len(list) == 0 {
		list = []int{r.Start}
	}
	return list
}

// beside is where the caret goes by an arrow key: to what is next to it on the
// screen, whatever the direction of the words there. Where words of two
// directions meet, two offsets share a place; the arrow takes the one farther in
// its own direction of the text, so that walking there and back reaches both. At
// the end of the row ok is false.
func beside(l *typeset.Layout, text []rune, at spot, right bool) (to int, ok bool) {
	onward := right != l.RightToLeft
	here := l.CaretAt(at.offset, at.upstream).X
	const same = 0.01
	best, distance := -1, math.Inf(1)
	for _, stop := range stops(l, text, l.RowOf(at.offset, at.upstream)) {
		d := l.Caret(stop).X - here
		if !right {
			d = -d
		}
		if d <= same || d > distance+same {
			continue
		}
		if d < distance-same || (stop > best) == onward {
			best, distance = stop, d
		}
	}
	return best, best >= 0
}

// wordFrom is the edge of the next or previous word of a line of text: over white
// space and punctuation to the far side of a word backwards, to the near side
// forwards.
func wordFrom(line []rune, from int, forward bool) int {
	edges := segment.Words(line)
	isWord := func(at int) bool {
		return at < len(line) && (unicode.IsLetter(line[at]) || unicode.IsNumber(line[at]))
	}
	if forward {
		for _, e := range edges[1:] {
			if e > from && (isWord(e) || e == len(line)) {
				return e
			}
		}
		return len(line)
	}
	for i := len(edges) - 1; i >= 0; i-- {
		if edges[i] < from && isWord(edges[i]) {
			return edges[i]
		}
	}
	return 0
}
