package align

import (
	"cmp"
	"slices"
)

// aligner is two versions while they are aligned.
type aligner struct {
	book     *book
	old, new []passage
	memo     map[uint64]float64 // similarities computed so far
	near     [][]candidate      // per new paragraph, its best partners anywhere
	sections sections
	settled  struct{ old, new []bool } // paragraphs a person has paired
	pairOf   struct{ old, new []int }  // index of each paragraph's pair; -1: none yet
	pairs    []Pair
	inOrder  []span // the chain
}

func newAligner(old, new []Paragraph) *aligner {
	a := &aligner{book: newBook(), memo: map[uint64]float64{}}
	a.book.spell(old, new)
	a.old, a.new = a.book.passages(old), a.book.passages(new)
	a.book.weigh(a.old, a.new)
	a.settled.old, a.settled.new = make([]bool, len(old)), make([]bool, len(new))
	a.pairOf.old, a.pairOf.new = slices.Repeat([]int{-1}, len(old)), slices.Repeat([]int{-1}, len(new))
	return a
}

// similar is the weighted similarity of an old and a new paragraph.
func (a *aligner) similar(i, j int) float64 {
	x, y := &a.old[i], &a.new[j]
	if x.empty() || y.empty() {
		return 0
	}
	if x.body == y.body {
		return 1
	}
	key := uint64(i)<<32 | uint64(j)
	sim, known := a.memo[key]
	if !known {
		sim = a.book.similar(x, y)
		a.memo[key] = sim
	}
	return sim
}

// free reports whether a person has left both to us.
func (a *aligner) free(s span) bool {
	for i := s.i0; i < s.i1; i++ {
		if a.settled.old[i] {
			return false
		}
	}
	for j := s.j0; j < s.j1; j++ {
		if a.settled.new[j] {
			return false
		}
	}
	return true
}

// Thresholds of similarity.
const (
	enough      = 0.4  // to be the same paragraph in its place
	enoughNear  = 0.3  // and in sections that belong together
	enoughMoved = 0.55 // to be the same paragraph elsewhere
)

// worth is what a pair counts in the chain: more the surer it is, a little
// less for the shortest, more between sections that belong together, and a
// trace more under the same number.
func (a *aligner) worth(s span) float64 {
	x, y := &a.old[s.i0], &a.new[s.j0]
	words := max(x.words, y.words)
	w := s.sim * s.sim * min(1, 0.6+0.05*float64(words))
	w *= 1 + 0.3*a.sections.share(x.section, y.section)
	if x.number == y.number {
		w += 0.02
	}
	return w
}

// chained picks the best chain of the settled spans and of those that a person
// has left free.
func (a *aligner) chained(settled, spans []span) []span {
	kept := slices.Clone(settled)
	for _, s := range spans {
		if a.free(s) {
			s.weight = a.worth(s)
			kept = append(kept, s)
		}
	}
	for k, s := range kept {
		kept[k].opens = a.old[s.i1-1].opens && a.new[s.j1-1].opens
	}
	slices.SortFunc(kept, func(s, t span) int { return cmp.Or(s.compare(t), cmp.Compare(t.weight, s.weight)) })
	kept = slices.CompactFunc(kept, func(s, t span) bool { return s.compare(t) == 0 })
	return chain(kept, len(a.new))
}

// run aligns what is not settled.
func (a *aligner) run(settled []span) {
	sure := a.anchors()
	a.near = a.candidates(sure)
	for _, list := range a.near {
		for _, c := range list {
			if c.sim >= enough {
				sure = append(sure, one(int(c.i), int(c.j), c.sim))
			}
		}
	}
	a.sections = a.pairSections()
	ranges := a.ranges(a.chained(settled, sure))
	a.inOrder = a.chained(settled, slices.Concat(sure, a.around(ranges), a.parts(ranges)))
	for _, s := range a.inOrder {
		if a.free(s) {
			a.take(s)
		}
	}
	a.moves()
	a.attach()
	a.places()
}

// take makes a pair of a span.
func (a *aligner) take(s span) {
	p := Pair{}
	for i := s.i0; i < s.i1; i++ {
		p.Old = append(p.Old, int(i))
	}
	for j := s.j0; j < s.j1; j++ {
		p.New = append(p.New, int(j))
	}
	a.add(p)
}

// add keeps a pair.
func (a *aligner) add(p Pair) {
	for _, i := range p.Old {
		a.pairOf.old[i] = len(a.pairs)
	}
	for _, j := range p.New {
		a.pairOf.new[j] = len(a.pairs)
	}
	a.pairs = append(a.pairs, p)
}
