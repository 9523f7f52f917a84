package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// line is what stands on one line of a page or of a column, in reading order.
// From arrange on, left and right are measured from the side where lines begin.
type line struct {
	page, column int
	words        []Word
	left, right  float64
	base, size   float64
	gap          float64 // width of a space
	bold, italic bool    // all of it
	rightToLeft  bool
	text         string
}

// Shares of the size of letters, by which what stands on one line is told from
// what does not.
const (
	sameBase   = 0.5 // raised and lowered signs are within this of their line
	sameLine   = 0.3 // parts of a line set apart from one another
	wideGap    = 2.5 // between parts of a line that may belong to two columns
	overlap    = 0.6 // by which words of a line may be set into one another
	tabGap     = 3.0 // from here on the gap is more than a space
	leastSize  = 0.5 // points, for a file that says nonsense
	narrowPart = 8   // runes of a number before a gap
)

// fragments cuts the words of a page into runs that the file writes one after
// the other on one line.
func fragments(p *Page) [][]Word {
	var out [][]Word
	begin := 0
	for i := 1; i <= len(p.Words); i++ {
		if i < len(p.Words) && follows(&p.Words[i-1], &p.Words[i]) {
			continue
		}
		if begin < i {
			out = append(out, p.Words[begin:i:i])
		}
		begin = i
	}
	return out
}

// follows reports whether b goes on where a ends.
func follows(a, b *Word) bool {
	size := max(a.Size, b.Size, leastSize)
	if math.Abs(a.Base-b.Base) > sameBase*size || a.Tilted != b.Tilted {
		return false
	}
	gap := max(b.Left-a.Right, a.Left-b.Right)
	return gap > -overlap*size && gap < wideGap*size
}

// linesOf arranges the words of a page: fragments on one line are joined,
// unless they stand in two columns, which are read one after the other.
func linesOf(p *Page, page int) []line {
	parts := fragments(p)
	g, two := gutterOf(p, parts)
	var all []line
	for _, words := range parts {
		l := lineOf(words, page)
		if two {
			l.column = g.column(span{l.left, l.right})
		}
		all = append(all, l)
	}
	return g.order(joined(all), p)
}

// lineOf makes a line of words that follow one another.
func lineOf(words []Word, page int) line {
	l := line{page: page, words: words}
	l.measure()
	return l
}

// measure takes from the words what holds for the line: the base and size of
// most of its letters.
func (l *line) measure() {
	l.left, l.right = math.Inf(1), math.Inf(-1)
	letters := map[[2]float64]int{}
	best, bold, italic, strong, backward := 0, true, true, 0, 0
	var text strings.Builder
	for i, w := range l.words {
		l.left, l.right = min(l.left, w.Left), max(l.right, w.Right)
		n := 0
		for _, r := range w.Text {
			n++
			if unicode.IsLetter(r) {
				strong++
				if unicode.In(r, unicode.Arabic, unicode.Hebrew) {
					backward++
				}
			}
		}
		key := [2]float64{w.Base, w.Size}
		if letters[key] += n; letters[key] > best {
			best, l.base, l.size = letters[key], w.Base, max(w.Size, leastSize)
		}
		if strings.ContainsFunc(w.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			bold, italic = bold && w.Bold, italic && w.Italic
		}
		if i > 0 {
			text.WriteString(between(&l.words[i-1], &l.words[i], l.size))
		}
		text.WriteString(w.Text)
	}
	l.bold, l.italic, l.text = bold, italic, text.String()
	l.rightToLeft = backward*2 > strong
	l.gap = 0.25 * l.size
}

// between is what parts two words of a line: a tab where it is a gap of a
// table, nothing where the file has nothing.
func between(a, b *Word, size float64) string {
	gap := max(b.Left-a.Right, a.Left-b.Right)
	switch {
	case b.Glued && gap < 0.12*size:
		return ""
	case gap > tabGap*size && len([]rune(a.Text)) > narrowPart:
		return "\t"
	}
	return " "
}

// joined puts together what stands on the same line of the same column.
func joined(all []line) []line {
	slices.SortStableFunc(all, func(a, b line) int { return cmp.Compare(b.base, a.base) })
	var out []line
	for _, l := range all {
		at := -1
		for k := len(out) - 1; k >= 0 && out[k].base-l.base <= max(out[k].size, l.size)*sameBase; k-- {
			if out[k].sits(&l) {
				at = k
				break
			}
		}
		if at < 0 {
			out = append(out, l)
			continue
		}
		o := &out[at]
		backward := o.rightToLeft || l.rightToLeft && len(l.words) > len(o.words)
		if (l.left < o.left) != backward {
			o.words = append(slices.Clone(l.words), o.words...)
		} else {
			o.words = append(slices.Clip(o.words), l.words...)
		}
		o.measure()
	}
	return out
}

// sits reports whether another part stands on this line, beside it.
func (l *line) sits(other *line) bool {
	if l.column != other.column || l.words[0].Tilted != other.words[0].Tilted {
		return false
	}
	limit := sameLine * max(l.size, other.size)
	if min(l.size, other.size) < 0.8*max(l.size, other.size) {
		limit = sameBase * max(l.size, other.size) // a raised mark
	}
	slack := overlap * max(l.size, other.size)
	return math.Abs(l.base-other.base) <= limit && (other.left >= l.right-slack || other.right <= l.left+slack)
}
