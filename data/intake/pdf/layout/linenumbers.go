package layout

import (
	"strconv"
	"strings"
)

// numberedLines is the share of a page's lines that begin with the number of
// the line, or with every fifth, for them to be numbers of lines.
const numberedLines = 0.6

// setNumbersAside takes the numbers of lines, which stand in the margin and
// count on from line to line, out of the lines.
func setNumbersAside(p *pageOf) {
	var at []int
	var values []int
	for i := range p.lines {
		l := &p.lines[i]
		if n, ok := marginNumber(l); ok {
			at, values = append(at, i), append(values, n)
		}
	}
	if len(at) < 4 {
		return
	}
	steps := map[int]int{}
	for k := 1; k < len(values); k++ {
		steps[values[k]-values[k-1]]++
	}
	step := 1
	if steps[5] > steps[1] {
		step = 5
	}
	if float64(steps[step]) < 0.8*float64(len(values)-1) || float64(len(values)*step) < numberedLines*float64(len(p.lines)) {
		return
	}
	first := p.lines[at[0]]
	first.words = nil
	for _, i := range at {
		l := &p.lines[i]
		first.words = append(first.words, l.words[0])
		if l.words = l.words[1:]; len(l.words) > 0 {
			backward, left, right := l.rightToLeft, l.left, l.right
			l.measure()
			if backward {
				l.left, l.right, l.rightToLeft = left, right, true
			}
		}
	}
	first.measure()
	p.aside = append(p.aside, first)
	kept := p.lines[:0]
	for _, l := range p.lines {
		if len(l.words) > 0 {
			kept = append(kept, l)
		}
	}
	p.lines = kept
}

// marginNumber is the number a line begins with, if a gap parts it from the
// rest.
func marginNumber(l *line) (int, bool) {
	w := l.words[0]
	n, err := strconv.Atoi(strings.TrimSpace(ascii(w.Text)))
	if err != nil || n < 1 || n > 9999 {
		return 0, false
	}
	if len(l.words) == 1 {
		return n, true
	}
	next := l.words[1]
	return n, max(next.Left-w.Right, w.Left-next.Right) > 0.6*l.size
}
