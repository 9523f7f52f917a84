package align

import (
	"cmp"
	"slices"
)

// aligner is two versions while they are aligned.
type aligner struct {
	book     *book
	old, new []passage
	memo     map[[2]int32]float64 // similarities computed so far
	near     [][]candidate        // per new paragraph, its best partners anywhere
	sections sections
	settled  struct{ old, new []bool } // paragraphs a person has paired
	pairOf   struct{ old, new []int }  // index of each paragraph's pair; -1: none yet
	pairs    []Pair
	inOrder  []span // the chain
}

func newAligner(old, new []Paragraph) *aligner {
	a := &aligner{book: newBook(), memo: map[[2]int32]float64{}}
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
	key := [2]int32{int32(i), int32(j)}
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

// chained weighs the spans and picks the best chain of those that are free.
func (a *aligner) chained(spans []span) []span {
	slices.SortFunc(spans, func(s, t span) int { return cmp.Or(s.compare(t), cmp.Compare(t.sim, s.sim)) })
	spans = slices.CompactFunc(spans, func(s, t span) bool { return s.compare(t) == 0 })
	kept := spans[:0]
	for _, s := range spans {
		if s.weight == 0 && !a.free(s) {
			continue
		}
		if s.weight == 0 {
			s.weight = a.worth(s)
		}
		kept = append(kept, s)
	}
	return chain(kept, len(a.new))
}

// run aligns what is not settled.
func (a *aligner) run(fixed []span) {
	a.near = a.candidates()
	sure := append(a.anchors(), fixed...)
	for _, list := range a.near {
		for _, c := range list {
			if c.sim >= enough {
				sure = append(sure, one(int(c.i), int(c.j), c.sim))
			}
		}
	}
	a.sections = a.pairSections()
	first := a.chained(slices.Clone(sure))
	spans := append(sure, a.around(first)...)
	a.inOrder = a.chained(spans)
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

// window is how many paragraphs around its likely place are compared with
// each one.
const window = 40

// around compares every old paragraph with the new ones around the place where
// the first chain puts it, and looks there for splits and merges.
func (a *aligner) around(first []span) []span {
	ranges := a.ranges(first)
	var out []span
	for i, r := range ranges {
		for j := r[0]; j < r[1]; j++ {
			if a.old[i].empty() != a.new[j].empty() {
				continue
			}
			sim := a.similar(i, j)
			if a.old[i].empty() || a.old[i].heading && a.new[j].heading {
				sim = max(sim, a.hollow(i, j))
			}
			if sim >= a.needed(i, j) {
				out = append(out, one(i, j, sim))
			}
		}
	}
	return append(out, a.parts(ranges)...)
}

// needed is the similarity that two paragraphs need to be the same in the same
// place.
func (a *aligner) needed(i, j int) float64 {
	if a.sections.share(a.old[i].section, a.new[j].section) >= belonging {
		return enoughNear
	}
	return enough
}

// belonging is the share from which two sections belong together.
const belonging = 0.25

// ranges gives, for every old paragraph, where among the new ones it may be.
func (a *aligner) ranges(first []span) [][2]int {
	out := make([][2]int, len(a.old))
	lastI, lastJ, k := -1, -1, 0
	for i := range out {
		for k < len(first) && int(first[k].i1) <= i {
			lastI, lastJ = int(first[k].i1)-1, int(first[k].j1)-1
			k++
		}
		nextI, nextJ := len(a.old), len(a.new)
		if k < len(first) {
			nextI, nextJ = int(first[k].i0), int(first[k].j0)
		}
		from, to := lastJ-2, nextJ+3
		if k < len(first) && nextI <= i {
			from, to = nextJ-3, int(first[k].j1)+3
		} else if to-from > window {
			at := lastJ + (i-lastI)*(nextJ-lastJ)/max(nextI-lastI, 1)
			from, to = at-window/2, at+window/2
		}
		out[i] = [2]int{max(from, 0), min(to, len(a.new))}
	}
	return out
}

// hollow is how well two paragraphs without words of their own fit: by what
// they head, by what follows them, and by their numbers.
func (a *aligner) hollow(i, j int) float64 {
	sim := 0.0
	if x, y := next(a.old, i), next(a.new, j); x >= 0 && y >= 0 {
		sim = a.similar(x, y)
	}
	if a.old[i].heading && a.new[j].heading {
		sim = max(sim, a.sections.share(a.old[i].section, a.new[j].section))
	}
	if a.old[i].number == a.new[j].number {
		return max(0.9*sim+0.1, 0.45)
	}
	return 0.9 * sim
}

// next is the first paragraph with words after i, if it is near; else -1.
func next(side []passage, i int) int {
	for k := i + 1; k < len(side) && k <= i+3; k++ {
		if !side[k].empty() {
			return k
		}
	}
	return -1
}
