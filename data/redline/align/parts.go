package align

import "slices"

// Limits of splits and merges.
const (
	partsLimit  = 24   // parts one paragraph can have
	partInside  = 0.5  // share of a part's words that stand in the whole
	partsEnough = 0.55 // similarity of the whole to all its parts together
	partsGain   = 0.04 // by how much it is greater than to any one of them
)

// parts finds the old paragraphs whose words stand in several neighbouring new
// ones, and the new ones that hold the words of several old ones.
func (a *aligner) parts(ranges [][2]int) []span {
	var out []span
	back := make([][2]int, len(a.new)) // the old paragraphs each new one may come from
	for j := range back {
		back[j] = [2]int{len(a.old), 0}
	}
	for i, r := range ranges {
		for j := r[0]; j < r[1]; j++ {
			back[j][0], back[j][1] = min(back[j][0], i), max(back[j][1], i+1)
		}
		for _, p := range a.pieces(&a.old[i], a.new, r, func(j int) float64 { return a.similar(i, j) }) {
			out = append(out, span{i0: int32(i), i1: int32(i + 1), j0: p.from, j1: p.to, sim: p.sim})
		}
	}
	for j, r := range back {
		for _, p := range a.pieces(&a.new[j], a.old, r, func(i int) float64 { return a.similar(i, j) }) {
			out = append(out, span{i0: p.from, i1: p.to, j0: int32(j), j1: int32(j + 1), sim: p.sim})
		}
	}
	return out
}

// pieces is a run of neighbouring paragraphs that together are like a whole.
type pieces struct {
	from, to int32
	sim      float64
}

// pieces finds, within a range of a side, the runs of paragraphs that together
// are more like the whole than any one of them is.
func (a *aligner) pieces(whole *passage, side []passage, in [2]int, similar func(k int) float64) (out []pieces) {
	if whole.words < 4 {
		return nil
	}
	inside := func(k int) bool { // most of its words stand in the whole
		p := &side[k]
		return !p.empty() && p.body != whole.body && similar(k)*(p.weight+whole.weight)/2 >= partInside*p.weight
	}
	for from := in[0]; from < in[1]; from++ {
		if !inside(from) {
			continue
		}
		all, weight := side[from].features, side[from].weight
		best := similar(from)
		last := best
		for to := from + 1; to < len(side) && to < from+partsLimit && inside(to); to++ {
			all = merged(all, side[to].features)
			weight += side[to].weight
			sim := min(1, 2*a.book.common(whole.features, all)/(whole.weight+weight))
			best = max(best, similar(to))
			if sim < last {
				break
			}
			last = sim
			if sim >= partsEnough && sim >= best+partsGain {
				out = append(out, pieces{int32(from), int32(to + 1), sim})
			}
		}
	}
	return out
}

func merged(x, y []int32) []int32 {
	out := make([]int32, 0, len(x)+len(y))
	out = append(append(out, x...), y...)
	slices.Sort(out)
	return out
}

// attached is the share of a paragraph's words that stand in what a pair
// beside it has left over, for it to be part of that pair.
const attached = 0.4

// attach adds to the pairs what is left over beside them: parts that stand
// apart from the others, and such as were changed too much to be found by
// their whole.
func (a *aligner) attach() {
	for j := range a.new {
		if a.pairOf.new[j] < 0 {
			a.attachTo(j, a.new, a.old, a.pairOf.new, func(p *Pair) (whole, parts *[]int) { return &p.Old, &p.New })
		}
	}
	for i := range a.old {
		if a.pairOf.old[i] < 0 {
			a.attachTo(i, a.old, a.new, a.pairOf.old, func(p *Pair) (whole, parts *[]int) { return &p.New, &p.Old })
		}
	}
}

// attachTo looks at the pairs of the paragraphs beside the one at k.
func (a *aligner) attachTo(k int, side, other []passage, pairOf []int, sides func(*Pair) (whole, parts *[]int)) {
	p := &side[k]
	if p.words < 3 || p.heading {
		return
	}
	best, bestGain := -1, attached*p.weight
	for _, beside := range []int{k - 1, k + 1, k - 2, k + 2} {
		if beside < 0 || beside >= len(side) || pairOf[beside] < 0 {
			continue
		}
		pair := &a.pairs[pairOf[beside]]
		whole, parts := sides(pair)
		if len(*whole) != 1 || len(*parts) >= partsLimit || pair.Reason == Settled {
			continue
		}
		w := other[(*whole)[0]].features
		have := together(side, *parts)
		if gain := a.book.common(w, merged(have, p.features)) - a.book.common(w, have); gain >= bestGain {
			best, bestGain = pairOf[beside], gain
		}
	}
	if best >= 0 {
		_, parts := sides(&a.pairs[best])
		*parts = append(*parts, k)
		slices.Sort(*parts)
		pairOf[k] = best
	}
}
