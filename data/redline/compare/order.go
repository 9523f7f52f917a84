package compare

import (
	"cmp"
	"slices"

	"travaux/data"
	"travaux/data/redline"
)

// inOrder says which lines of the new version keep the order of the old one. A
// pair that is said to have moved does not; of the others those drop out that
// take the least text with them.
func (c *Comparison) inOrder(stand []drawn) []bool {
	in := make([]bool, len(stand))
	last, ascending := 0, true
	for n, l := range stand {
		if l.Came() || l.Kind == data.PairMoved {
			continue
		}
		in[n] = true
		ascending = ascending && l.Old >= last
		last = l.Old
	}
	if ascending {
		return in
	}
	return c.heaviest(stand, in)
}

// heaviest returns the ascending sequence of the candidates with the most old
// text: for every line the best sequence that ends with it, found in a tree of
// maxima over the old paragraphs (Fenwick 1994).
func (c *Comparison) heaviest(stand []drawn, candidates []bool) []bool {
	type end struct{ weight, line int }
	best := make([]end, len(c.Old)+1)
	before := make([]int, len(stand))
	top := end{0, -1}
	for n, l := range stand {
		if !candidates[n] {
			continue
		}
		e := end{0, -1}
		for at := l.Old + 1; at > 0; at -= at & -at {
			if best[at].weight > e.weight {
				e = best[at]
			}
		}
		before[n] = e.line
		e = end{e.weight + 1 + len(c.Old[l.Old].Text), n}
		for at := l.Old + 1; at < len(best); at += at & -at {
			if e.weight > best[at].weight {
				best[at] = e
			}
		}
		if e.weight > top.weight {
			top = e
		}
	}
	in := make([]bool, len(stand))
	for n := top.line; n >= 0; n = before[n] {
		in[n] = true
	}
	return in
}

// left is the line where the old side of a line stood.
func (l Line) left() Line {
	gone := func(edits []redline.Edit) []redline.Edit { return redline.Words(redline.Old(edits), "") }
	return Line{
		Kind: l.Kind, Pair: l.Pair, Old: l.Old, New: -1, Other: -1,
		Label: gone(l.Label), Heading: gone(l.Heading), Text: gone(l.Text),
	}
}

// drawn is a line with its place among those of its pair, which is the order of
// the old paragraphs and of the words within each.
type drawn struct {
	Line
	part int
}

func (d drawn) compareOld(e drawn) int {
	return cmp.Or(cmp.Compare(d.Old, e.Old), cmp.Compare(d.part, e.part))
}

// order puts the lines of all pairs one below the other and adds those where
// what moved stood.
func (c *Comparison) order(pairs [][]Line) []Line {
	var stand, stood []drawn // in the new version; in the old one only
	for _, lines := range pairs {
		for part, l := range lines {
			if l.Gone() {
				stood = append(stood, drawn{l, part})
			} else {
				stand = append(stand, drawn{l, part})
			}
		}
	}
	slices.SortStableFunc(stand, func(a, b drawn) int { return cmp.Compare(a.New, b.New) })
	inOrder := c.inOrder(stand)
	for n, l := range stand {
		if !inOrder[n] && !l.Came() {
			stood = append(stood, drawn{l.left(), l.part})
		}
	}
	slices.SortStableFunc(stood, drawn.compareOld)
	return weave(stand, stood, inOrder)
}

// weave merges the lines of the new version with those of the old one. What is
// gone comes right after what stood before it.
func weave(stand, stood []drawn, inOrder []bool) []Line {
	all := make([]drawn, 0, len(stand)+len(stood))
	var waiting []drawn // came or moved here since the last line in order
	for n, l := range stand {
		if !inOrder[n] {
			waiting = append(waiting, l)
			continue
		}
		for len(stood) > 0 && stood[0].compareOld(l) < 0 {
			all = append(all, stood[0])
			stood = stood[1:]
		}
		all = append(append(all, waiting...), l)
		waiting = waiting[:0]
	}
	all = append(append(all, stood...), waiting...)
	return link(all)
}

// link gives both lines of what moved the index of the other.
func link(all []drawn) []Line {
	type piece struct{ old, part int }
	stood := map[piece]int{}
	lines := make([]Line, len(all))
	for n, l := range all {
		lines[n] = l.Line
		if l.Gone() {
			stood[piece{l.Old, l.part}] = n
		}
	}
	for n, l := range all {
		if l.Gone() || l.Came() {
			continue
		}
		if from, moved := stood[piece{l.Old, l.part}]; moved {
			lines[n].Other, lines[from].Other = from, n
		}
	}
	return lines
}
