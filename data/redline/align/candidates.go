package align

import (
	"cmp"
	"slices"
)

// Limits of the search for partners, so that its time grows with the length
// of the versions and no faster.
const (
	rareFeatures = 40 // features of a paragraph that are looked up
	postingLimit = 40 // old paragraphs a feature may stand in to be looked up
	partnerLimit = 6  // partners kept for each new paragraph
	worthLooking = 0.3
)

// index says in which old paragraphs each feature stands.
type index struct {
	start []int32 // per feature, where its paragraphs begin in list
	list  []int32
}

func newIndex(side []passage, features int) *index {
	x := &index{start: make([]int32, features+1)}
	each := func(do func(i int, f int32)) {
		for i := range side {
			last := int32(-1)
			for _, f := range side[i].features {
				if f != last {
					do(i, f)
				}
				last = f
			}
		}
	}
	each(func(_ int, f int32) { x.start[f+1]++ })
	for f := range features {
		x.start[f+1] += x.start[f]
	}
	x.list = make([]int32, x.start[features])
	fill := slices.Clone(x.start)
	each(func(i int, f int32) {
		x.list[fill[f]] = int32(i)
		fill[f]++
	})
	return x
}

func (x *index) of(f int32) []int32 { return x.list[x.start[f]:x.start[f+1]] }

// candidate is a possible partner of a new paragraph.
type candidate struct {
	i, j int32
	sim  float64
}

// candidates finds, for every new paragraph, the old ones that share its rare
// words, the most similar first. What stands once in either version needs none
// but itself.
func (a *aligner) candidates(anchors []span) [][]candidate {
	out := make([][]candidate, len(a.new))
	for _, s := range anchors {
		out[s.j0] = []candidate{{s.i0, s.j0, 1}}
	}
	search := search{aligner: a, index: newIndex(a.old, len(a.book.weights)), shared: make([]float64, len(a.old))}
	for j := range a.new {
		if out[j] == nil {
			out[j] = search.partners(j)
		}
	}
	return out
}

// search is what the search for partners needs again and again.
type search struct {
	*aligner
	index  *index
	shared []float64 // per old paragraph, the weight of the rare words that it shares; all 0 between two searches
	rare   []int32
	found  []int32 // the old paragraphs that share any
}

func (s *search) partners(j int) (near []candidate) {
	p := &s.new[j]
	s.lookUp(p)
	best := make([]promise, 0, 2*partnerLimit+1)
	for _, i := range s.found {
		best = keep(best, promise{i, s.shared[i] / (s.old[i].weight + p.weight), s.distance(candidate{i: i, j: int32(j)})})
		s.shared[i] = 0
	}
	for _, b := range best {
		if sim := s.similar(int(b.i), j); sim >= worthLooking {
			near = append(near, candidate{b.i, int32(j), sim})
		}
	}
	slices.SortStableFunc(near, func(c, d candidate) int { return cmp.Compare(d.sim, c.sim) })
	return near[:min(len(near), partnerLimit)]
}

// lookUp finds the old paragraphs that share rare words with a new one.
func (s *search) lookUp(p *passage) {
	s.rare, s.found = s.rare[:0], s.found[:0]
	for n, f := range p.features {
		if count := len(s.index.of(f)); count > 0 && count <= postingLimit && (n == 0 || p.features[n-1] != f) {
			s.rare = append(s.rare, f)
		}
	}
	if len(s.rare) > rareFeatures {
		slices.SortStableFunc(s.rare, func(f, g int32) int { return cmp.Compare(len(s.index.of(f)), len(s.index.of(g))) })
		s.rare = s.rare[:rareFeatures]
	}
	for _, f := range s.rare {
		for _, i := range s.index.of(f) {
			if s.shared[i] == 0 {
				s.found = append(s.found, i)
			}
			s.shared[i] += s.book.weights[f]
		}
	}
}

// promise is an old paragraph by what its rare words promise; of equal ones,
// the nearer is the better.
type promise struct {
	i        int32
	share    float64
	distance int32
}

func (p promise) compare(q promise) int {
	return cmp.Or(cmp.Compare(q.share, p.share), cmp.Compare(p.distance, q.distance), cmp.Compare(p.i, q.i))
}

// keep puts a promise among the best, which are twice as many as the partners
// that are kept.
func keep(best []promise, p promise) []promise {
	if len(best) == cap(best)-1 && p.compare(best[len(best)-1]) >= 0 {
		return best
	}
	at, _ := slices.BinarySearchFunc(best, p, promise.compare)
	best = slices.Insert(best, at, p)
	return best[:min(len(best), cap(best)-1)]
}

// distance is how far an old paragraph stands from where the new one would if
// all had grown evenly.
func (a *aligner) distance(c candidate) int32 {
	place := int32(int(c.j) * len(a.old) / len(a.new))
	return max(c.i-place, place-c.i)
}

// anchors are the paragraphs whose words stand once in either version.
func (a *aligner) anchors() []span {
	once := func(side []passage) []int32 {
		at := make([]int32, len(a.book.bodies))
		for b := range at {
			at[b] = -1
		}
		for i := range side {
			switch b := side[i].body; at[b] {
			case -1:
				at[b] = int32(i)
			default:
				at[b] = -2
			}
		}
		return at
	}
	old := once(a.old)
	var out []span
	new := once(a.new)
	for j := range a.new {
		p := &a.new[j]
		if i := old[p.body]; i >= 0 && new[p.body] >= 0 && !p.empty() {
			out = append(out, one(int(i), j, 1))
		}
	}
	return out
}
