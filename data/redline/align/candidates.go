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
// words, the most similar first.
func (a *aligner) candidates() [][]candidate {
	x := newIndex(a.old, len(a.book.weights))
	seen := make([]float64, len(a.old))
	out := make([][]candidate, len(a.new))
	for j := range a.new {
		out[j] = a.partners(x, j, seen)
	}
	return out
}

func (a *aligner) partners(x *index, j int, seen []float64) []candidate {
	p := &a.new[j]
	rare := make([]int32, 0, len(p.features))
	for _, f := range p.features {
		if n := len(x.of(f)); n > 0 && n <= postingLimit && (len(rare) == 0 || rare[len(rare)-1] != f) {
			rare = append(rare, f)
		}
	}
	if len(rare) > rareFeatures {
		slices.SortStableFunc(rare, func(f, g int32) int { return cmp.Compare(len(x.of(f)), len(x.of(g))) })
		rare = rare[:rareFeatures]
	}
	var touched []int32
	for _, f := range rare {
		for _, i := range x.of(f) {
			if seen[i] == 0 {
				touched = append(touched, i)
			}
			seen[i] += a.book.weights[f]
		}
	}
	place := a.expected(j)
	slices.SortFunc(touched, func(h, i int32) int {
		return cmp.Or(cmp.Compare(seen[i]/(a.old[i].weight+p.weight), seen[h]/(a.old[h].weight+p.weight)),
			cmp.Compare(distance(h, place), distance(i, place)), cmp.Compare(h, i))
	})
	var found []candidate
	for n, i := range touched {
		if n < 2*partnerLimit {
			if sim := a.similar(int(i), j); sim >= worthLooking {
				found = append(found, candidate{i, int32(j), sim})
			}
		}
		seen[i] = 0
	}
	slices.SortStableFunc(found, func(c, d candidate) int { return cmp.Compare(d.sim, c.sim) })
	return found[:min(len(found), partnerLimit)]
}

// expected is where a new paragraph would stand in the old version if all had
// grown evenly.
func (a *aligner) expected(j int) int32 { return int32(j * len(a.old) / len(a.new)) }

func distance(i, k int32) int32 { return max(i-k, k-i) }

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
