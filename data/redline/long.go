package redline

import "sort"

// LongRatio is how many times the cheapest cost the redline of two texts beyond
// exactLimit costs at most, on successive drafts as one text each and on random
// edits; TestLongRatio holds it. (Two texts made to have no two stretches in
// common that occur once in each may cost more.)
const LongRatio = 1.05

// stretchLength is about how many tokens the method for long texts compares at
// a time.
const stretchLength = 2000

// anchorSizes are the sizes, in tokens, of the stretches of words by which
// places in both texts are known to be the same; the surest first.
var anchorSizes = []int{8, 3}

// long compares two texts that are too long for the exact method: it cuts both
// in the middle of stretches of words that occur exactly once in each and stand
// in the same order (patience diff, B. Cohen; unique k-grams in place of unique
// lines), and compares what lies between exactly. A cut costs only what a place
// of change across it would have saved. Where nothing is unique, Myers' method
// remains. It always reports false: the outcome may not be the cheapest.
func (p pair) long(limit int) bool {
	for _, size := range anchorSizes {
		cuts := p.cuts(size)
		if len(cuts) == 0 {
			continue
		}
		var from place
		for _, to := range append(cuts, place{len(p.old), len(p.new)}) {
			p.part(from.old, to.old, from.new, to.new).solve(limit)
			from = to
		}
		return false
	}
	p.greedy()
	return false
}

// place is a position in both texts.
type place struct{ old, new int }

// cuts chooses, about every stretchLength tokens, the middle of the longest
// common stretch thereabouts.
func (p pair) cuts(size int) (cuts []place) {
	chain := p.anchors(size)
	far := func(from, to place) int { return max(to.old-from.old, to.new-from.new) }
	var last place
	for n := 0; n < len(chain); {
		best, longest := -1, 0
		for n < len(chain) && (best < 0 || far(last, chain[n]) <= stretchLength) {
			end := n + 1 // of a run of anchors, one token apart
			for end < len(chain) && chain[end] == (place{chain[end-1].old + 1, chain[end-1].new + 1}) {
				end++
			}
			if best < 0 || far(last, chain[n]) >= stretchLength/4 && end-n >= longest {
				best, longest = (n+end-1)/2, end-n
			}
			n = end
		}
		at := place{chain[best].old + size/2, chain[best].new + size/2}
		if at != last && at != (place{len(p.old), len(p.new)}) {
			cuts = append(cuts, at)
			last = at
		}
	}
	return cuts
}

// anchors are the places where stretches of size tokens begin that occur once
// in either text: the longest sequence of them in the order of both.
func (p pair) anchors(size int) []place {
	type sites struct{ old, new, oldAt, newAt int32 }
	count := map[uint64]sites{}
	each := func(tokens []token, add func(*sites, int)) {
		for at := 0; at+size <= len(tokens); at++ {
			h := uint64(14695981039346656037) // FNV-1a over numbers
			for _, t := range tokens[at : at+size] {
				h = (h ^ uint64(t.number)) * 1099511628211
			}
			s := count[h]
			add(&s, at)
			count[h] = s
		}
	}
	each(p.old, func(s *sites, at int) { s.old++; s.oldAt = int32(at) })
	each(p.new, func(s *sites, at int) { s.new++; s.newAt = int32(at) })
	var found []place
	for _, s := range count {
		if s.old == 1 && s.new == 1 && p.same(int(s.oldAt), int(s.newAt), size) {
			found = append(found, place{int(s.oldAt), int(s.newAt)})
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].old < found[j].old })
	return ascending(found)
}

// same guards against two stretches with the same hash.
func (p pair) same(old, new, size int) bool {
	for n := range size {
		if p.old[old+n].number != p.new[new+n].number {
			return false
		}
	}
	return true
}

// ascending returns the longest sequence that ascends in the new text, of
// places that ascend in the old one (Fredman 1975).
func ascending(places []place) []place {
	before := make([]int, len(places))
	var tops []int // the sequence of each length that ends lowest
	for n, p := range places {
		at := sort.Search(len(tops), func(k int) bool { return places[tops[k]].new >= p.new })
		before[n] = -1
		if at > 0 {
			before[n] = tops[at-1]
		}
		if at == len(tops) {
			tops = append(tops, n)
		} else {
			tops[at] = n
		}
	}
	out := make([]place, len(tops))
	if len(tops) == 0 {
		return out
	}
	for k, n := len(tops)-1, tops[len(tops)-1]; k >= 0; k, n = k-1, before[n] {
		out[k] = places[n]
	}
	return out
}
