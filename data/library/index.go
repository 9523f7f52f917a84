package library

import (
	"math/bits"
	"sync"
)

// unknown is the number of a word that occurs nowhere.
const unknown = ^uint32(0)

// index finds paragraphs of one language by their words. Words have numbers;
// pairs of neighbouring words are dropped into buckets, about one for two
// pairs, so that no list of all pairs need be kept.
type index struct {
	texts      []string
	numbers    map[string]uint32 // of folded words
	vocabulary []string          // by number
	singles    postings          // by word
	pairs      postings          // by bucket
	mask       uint32            // of buckets
	sums       sync.Pool         // *[]float32, one sum for every paragraph, all zero
}

func newIndex(texts []string) *index {
	x := &index{texts: texts, numbers: map[string]uint32{}}
	x.sums.New = func() any {
		sums := make([]float32, len(texts))
		return &sums
	}
	starts := make([]uint32, 1, len(texts)+1)
	var all []uint32 // the words of all paragraphs
	seen := map[string]uint32{}
	for _, t := range texts {
		all = x.enter(all, t, seen)
		starts = append(starts, uint32(len(all)))
	}
	of := func(n int) []uint32 { return all[starts[n]:starts[n+1]] }
	x.singles = newPostings(len(x.vocabulary), len(texts), func(n int, yield func(uint32)) {
		for _, w := range of(n) {
			yield(w)
		}
	})
	x.mask = 1<<max(8, bits.Len(uint(len(all)/4))) - 1
	x.pairs = newPostings(int(x.mask)+1, len(texts), func(n int, yield func(uint32)) {
		words := of(n)
		for i := 1; i < len(words); i++ {
			yield(x.bucket(words[i-1], words[i]))
		}
	})
	return x
}

// enter numbers the words of a text. A word as it is printed is folded once.
func (x *index) enter(all []uint32, text string, seen map[string]uint32) []uint32 {
	eachWord(text, func(start, end int) {
		printed := text[start:end]
		n, known := seen[printed]
		if !known {
			folded := foldWord(printed)
			if folded == "" {
				return
			}
			if n, known = x.numbers[folded]; !known {
				n = uint32(len(x.vocabulary))
				x.numbers[folded] = n
				x.vocabulary = append(x.vocabulary, folded)
			}
			seen[printed] = n
		}
		all = append(all, n)
	})
	return all
}

// bucket is where a pair of words is kept.
func (x *index) bucket(a, b uint32) uint32 {
	h := uint64(a)*0x9E3779B97F4A7C15 ^ uint64(b)*0xC2B2AE3D27D4EB4F
	return uint32(h>>29) & x.mask
}

// numbered gives the numbers of words.
func (x *index) numbered(words []word) []uint32 {
	out := make([]uint32, len(words))
	for i, w := range words {
		n, known := x.numbers[w.folded]
		if !known {
			n = unknown
		}
		out[i] = n
	}
	return out
}

// weights gives for every word asked for how much it says: the rarer, the more.
func (x *index) weights(words []uint32) []float32 {
	out := make([]float32, len(words))
	var list []uint32
	for i, w := range words {
		in := 0
		if w != unknown {
			list = x.singles.of(w, list[:0])
			in = len(list)
		}
		out[i] = rarity(len(x.texts), in)
	}
	return out
}

// candidate is a paragraph that has rare words and pairs in common with what is
// asked for.
type candidate struct {
	paragraph uint32
	sum       float32
}

// candidates gives the paragraphs with the most in common, at most limit, best
// first. Those that allowed refuses are left out; nil allows all.
func (x *index) candidates(words []uint32, limit int, allowed func(paragraph int) bool) []candidate {
	pooled := x.sums.Get().(*[]float32)
	sums := *pooled
	var list []uint32
	add := func(p *postings, feature uint32) {
		list = p.of(feature, list[:0])
		weight := rarity(len(x.texts), len(list))
		for _, n := range list {
			sums[n] += weight
		}
	}
	singles, pairs := map[uint32]bool{}, map[uint32]bool{}
	for i, w := range words {
		if w == unknown {
			continue
		}
		if !singles[w] {
			singles[w] = true
			add(&x.singles, w)
		}
		if i == 0 || words[i-1] == unknown {
			continue
		}
		if b := x.bucket(words[i-1], w); !pairs[b] {
			pairs[b] = true
			add(&x.pairs, b)
		}
	}
	best := make([]candidate, 0, limit+1)
	for n, sum := range sums {
		full := len(best) == limit
		if sum == 0 || full && sum <= best[limit-1].sum || allowed != nil && !allowed(n) {
			continue
		}
		best = insert(best, candidate{uint32(n), sum}, limit)
	}
	clear(sums)
	x.sums.Put(pooled)
	return best
}

// insert puts a candidate behind those that are as good, and keeps limit of them.
func insert(best []candidate, c candidate, limit int) []candidate {
	best = append(best, c)
	at := len(best) - 1
	for ; at > 0 && best[at-1].sum < c.sum; at-- {
		best[at] = best[at-1]
	}
	best[at] = c
	return best[:min(len(best), limit)]
}
