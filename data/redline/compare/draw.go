package compare

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/align"
)

// complete returns the pairs with every paragraph in exactly one of them.
func complete(old, new []align.Paragraph, pairs []align.Pair) []align.Pair {
	seenOld, seenNew := make([]bool, len(old)), make([]bool, len(new))
	out := make([]align.Pair, 0, len(pairs))
	for _, p := range pairs {
		p.Old, p.New = unseen(p.Old, seenOld), unseen(p.New, seenNew)
		out = append(out, p)
	}
	for i, seen := range seenOld {
		if !seen {
			out = append(out, align.Pair{Kind: data.PairGone, Old: []int{i}, Reason: align.Alone})
		}
	}
	for i, seen := range seenNew {
		if !seen {
			out = append(out, align.Pair{Kind: data.PairNew, New: []int{i}, Reason: align.Alone})
		}
	}
	return out
}

// unseen returns, in ascending order, the indices that exist and were not named
// before.
func unseen(indices []int, seen []bool) []int {
	out := make([]int, 0, len(indices))
	for _, i := range indices {
		if i >= 0 && i < len(seen) && !seen[i] {
			seen[i] = true
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// draw makes the lines of every pair, by all processors; those of one pair
// stand in the order of its text.
func (c *Comparison) draw() [][]Line {
	lines := make([][]Line, len(c.Pairs))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(c.Pairs)) {
		all.Go(func() {
			for {
				n := int(next.Add(1)) - 1
				if n >= len(c.Pairs) {
					return
				}
				lines[n] = c.pair(n)
			}
		})
	}
	all.Wait()
	return lines
}

// pair makes the lines of one pair.
func (c *Comparison) pair(n int) []Line {
	p := c.Pairs[n]
	var lines []Line
	switch {
	case len(p.New) == 0:
		for _, o := range p.Old {
			lines = append(lines, c.line(n, o, -1))
		}
	case len(p.Old) == 0:
		for _, w := range p.New {
			lines = append(lines, c.line(n, -1, w))
		}
	case len(p.Old) == 1 && len(p.New) == 1:
		lines = append(lines, c.line(n, p.Old[0], p.New[0]))
	default:
		lines = c.several(n)
	}
	return lines
}

// line is a paragraph that stayed one, came or went.
func (c *Comparison) line(n, old, new int) Line {
	var o, w align.Paragraph
	if old >= 0 {
		o = c.Old[old]
	}
	if new >= 0 {
		w = c.New[new]
	}
	return Line{
		Kind: c.Pairs[n].Kind, Pair: n, Old: old, New: new, Other: -1,
		Label: redline.Words(o.Label, w.Label), Heading: redline.Words(o.Heading, w.Heading), Text: redline.Words(o.Text, w.Text),
	}
}

// several makes the lines of a pair with more than one paragraph on a side. Its
// texts are compared as wholes, with their breaks, and then cut at the breaks.
func (c *Comparison) several(n int) []Line {
	p := c.Pairs[n]
	var old, new []string
	for _, o := range p.Old {
		old = append(old, c.Old[o].Text)
	}
	for _, w := range p.New {
		new = append(new, c.New[w].Text)
	}
	edits := redline.Words(strings.Join(old, "\n"), strings.Join(new, "\n"))
	var lines []Line
	for _, part := range cut(edits, old, new) {
		lines = append(lines, Line{
			Kind: p.Kind, Pair: n, Old: p.Old[part.old], New: p.New[part.new], Other: -1, Text: part.edits,
		})
	}
	c.title(lines, func(p align.Paragraph) string { return p.Label }, func(l *Line) *[]redline.Edit { return &l.Label })
	c.title(lines, func(p align.Paragraph) string { return p.Heading }, func(l *Line) *[]redline.Edit { return &l.Heading })
	return lines
}

// title gives every number, or every title, to one line of its paragraph: the
// first where the other side has the same, else the first of all.
func (c *Comparison) title(lines []Line, of func(align.Paragraph) string, in func(*Line) *[]redline.Edit) {
	old, new := map[int]int{}, map[int]int{} // paragraph to line
	for _, same := range []bool{true, false} {
		for n, l := range lines {
			_, o := old[l.Old]
			_, w := new[l.New]
			if same && !o && !w && of(c.Old[l.Old]) == of(c.New[l.New]) {
				old[l.Old], new[l.New] = n, n
			}
			if !same && !o {
				old[l.Old] = n
			}
			if !same && !w {
				new[l.New] = n
			}
		}
	}
	for n, l := range lines {
		var o, w string
		if old[l.Old] == n {
			o = of(c.Old[l.Old])
		}
		if new[l.New] == n {
			w = of(c.New[l.New])
		}
		*in(&lines[n]) = redline.Words(o, w)
	}
}
