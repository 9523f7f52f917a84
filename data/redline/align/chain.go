package align

import (
	"cmp"
	"slices"
)

// span is a possible pair: the old paragraphs [i0, i1) become the new ones
// [j0, j1). One side is a single paragraph.
type span struct {
	i0, i1, j0, j1 int32
	sim            float64
	weight         float64 // what it is worth in the chain
	opens          bool    // what follows on either side belongs to it
}

func one(i, j int, sim float64) span {
	return span{i0: int32(i), i1: int32(i + 1), j0: int32(j), j1: int32(j + 1), sim: sim}
}

func (s span) compare(t span) int {
	return cmp.Or(cmp.Compare(s.i0, t.i0), cmp.Compare(s.j0, t.j0), cmp.Compare(s.i1, t.i1), cmp.Compare(s.j1, t.j1))
}

// What a pair is worth more if it follows the one before it on both sides
// without a gap, and if that one opens the list that it begins. It decides
// between paragraphs with the same words.
const (
	beside  = 0.12
	beneath = 0.18
)

// chain picks the spans of greatest total weight that keep the order of both
// versions: each begins, on either side, where the one before has ended or
// later. It takes n log n steps for n spans (a Fenwick tree of the best ends).
// The spans come back in order.
func chain(spans []span, newLen int) []span {
	slices.SortFunc(spans, span.compare)
	c := chainer{
		spans: spans, total: make([]float64, len(spans)), from: make([]int32, len(spans)),
		tree: make([]int32, newLen+2), ends: make(map[[2]int32]int32, len(spans)),
	}
	for k := range c.tree {
		c.tree[k] = -1
	}
	byEnd := make([]int32, len(spans))
	for k := range byEnd {
		byEnd[k] = int32(k)
	}
	slices.SortStableFunc(byEnd, func(a, b int32) int { return cmp.Compare(spans[a].i1, spans[b].i1) })
	ended, best := 0, int32(-1)
	for k := range spans {
		for ended < len(byEnd) && spans[byEnd[ended]].i1 <= spans[k].i0 {
			c.end(byEnd[ended])
			ended++
		}
		c.begin(int32(k))
		if best < 0 || c.total[k] > c.total[best] {
			best = int32(k)
		}
	}
	var out []span
	for k := best; k >= 0; k = c.from[k] {
		out = append(out, spans[k])
	}
	slices.Reverse(out)
	return out
}

type chainer struct {
	spans []span
	total []float64 // of the best chain that ends with the span
	from  []int32   // the span before it in that chain; -1: none
	tree  []int32   // Fenwick tree over j1: the ended span with the greatest total; -1: none
	ends  map[[2]int32]int32
}

// begin finds the best chain that the span can follow.
func (c *chainer) begin(k int32) {
	s := c.spans[k]
	before, total := int32(-1), 0.0
	for at := s.j0 + 1; at > 0; at -= at & -at {
		if e := c.tree[at]; e >= 0 && (before < 0 || c.total[e] > total) {
			before, total = e, c.total[e]
		}
	}
	if e, ok := c.ends[[2]int32{s.i0, s.j0}]; ok {
		bonus := beside
		if c.spans[e].opens {
			bonus = beneath
		}
		if c.total[e]+bonus >= total {
			before, total = e, c.total[e]+bonus
		}
	}
	c.from[k], c.total[k] = before, total+s.weight
}

// end lets others follow the span.
func (c *chainer) end(k int32) {
	s := c.spans[k]
	for at := s.j1 + 1; int(at) < len(c.tree); at += at & -at {
		if e := c.tree[at]; e < 0 || c.total[k] > c.total[e] {
			c.tree[at] = k
		}
	}
	end := [2]int32{s.i1, s.j1}
	if e, ok := c.ends[end]; !ok || c.total[k] > c.total[e] {
		c.ends[end] = k
	}
}
