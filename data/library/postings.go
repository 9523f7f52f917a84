package library

import (
	"encoding/binary"
	"math"
)

// postings says for every feature in which paragraphs it occurs: ascending
// numbers, their differences as varints, all lists in one stretch of memory.
type postings struct {
	starts []uint32 // of each feature's list, and the end
	lists  []byte
}

// newPostings turns paragraphs into postings. each gives the features of one
// paragraph, as often as they occur; they are below features.
func newPostings(features, paragraphs int, each func(paragraph int, yield func(feature uint32))) postings {
	p := postings{starts: make([]uint32, features+1)}
	last := make([]int32, features) // the paragraph that a feature was seen in, plus one
	clear(last)
	sizes := make([]uint32, features)
	for n := range paragraphs {
		each(n, func(f uint32) {
			if last[f] != int32(n)+1 {
				sizes[f] += varintSize(uint32(int32(n) + 1 - last[f]))
				last[f] = int32(n) + 1
			}
		})
	}
	total := uint32(0)
	for f, size := range sizes {
		p.starts[f] = total
		total += size
	}
	p.starts[features] = total
	p.lists = make([]byte, total)
	at := sizes
	copy(at, p.starts)
	clear(last)
	for n := range paragraphs {
		each(n, func(f uint32) {
			if last[f] != int32(n)+1 {
				at[f] += uint32(binary.PutUvarint(p.lists[at[f]:], uint64(int32(n)+1-last[f])))
				last[f] = int32(n) + 1
			}
		})
	}
	return p
}

func varintSize(v uint32) uint32 {
	n := uint32(1)
	for ; v >= 0x80; v >>= 7 {
		n++
	}
	return n
}

// of appends the paragraphs of a feature to into.
func (p *postings) of(feature uint32, into []uint32) []uint32 {
	list := p.lists[p.starts[feature]:p.starts[feature+1]]
	at := uint32(0)
	for len(list) > 0 {
		step, n := binary.Uvarint(list)
		list = list[n:]
		at += uint32(step)
		into = append(into, at-1)
	}
	return into
}

// rarity is the weight of a feature that occurs in so many of all paragraphs:
// the rarer the heavier (the inverse document frequency of text retrieval).
func rarity(all, in int) float32 {
	return float32(math.Log(1 + float64(all)/float64(in+1)))
}
