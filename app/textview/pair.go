package textview

import (
	"slices"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// pair is what a block shows of the pair of brackets that the pointer or the
// caret is in.
type pair struct {
	start, end int    // runes from bracket to bracket; none when equal
	brackets   [2]int // the runes that are brackets; -1 where the pair goes on in another block
}

// has tells whether a run is one of the two brackets.
func (p pair) has(run *typeset.Run) bool {
	return p.start < p.end && run.End == run.Start+1 && slices.Contains(p.brackets[:], run.Start)
}

// pairOf is the part of a block's mark in a pair.
func pairOf(b *setBlock, m Mark) pair {
	p := pair{max(m.Start, 0), min(m.End, len(b.text)), [2]int{-1, -1}}
	if p.start >= p.end {
		return pair{}
	}
	if isBracket(b.text[p.start]) {
		p.brackets[0] = p.start
	}
	if isBracket(b.text[p.end-1]) {
		p.brackets[1] = p.end - 1
	}
	return p
}

// innermost is the shortest pair of brackets around a rune. An insertion point
// is also in the pair that ends or begins at it.
func innermost(marks []Mark, at int, point bool) (found Mark, ok bool) {
	for _, m := range marks {
		if m.Kind != Bracket || at < m.Start || at > m.End || at == m.End && !point {
			continue
		}
		if !ok || m.End-m.Start < found.End-found.Start {
			found, ok = m, true
		}
	}
	return found, ok
}

// showPair makes the brackets around a place stand out, also where the pair goes
// on in other blocks. It paints and lays nothing out.
func (d *Document) showPair(at place, point bool) {
	var fresh map[int]Mark
	if at.block >= 0 && at.block < len(d.blocks) {
		if m, ok := innermost(d.blocks[at.block].Marks, at.offset, point); ok {
			fresh = d.partsOf(at.block, m)
		}
	}
	old := d.pairs
	d.pairs = fresh
	for i, m := range old {
		if fresh[i] != m {
			d.repaint(i)
		}
	}
	for i := range fresh {
		if _, was := old[i]; !was {
			d.repaint(i)
		}
	}
}

// partsOf are the marks of all blocks that a pair spans.
func (d *Document) partsOf(block int, m Mark) map[int]Mark {
	parts := map[int]Mark{block: m}
	if m.Ref == "" {
		return parts
	}
	for i := range d.blocks {
		for _, other := range d.blocks[i].Marks {
			if other.Kind == Bracket && other.Ref == m.Ref {
				parts[i] = other
			}
		}
	}
	return parts
}

// pairIn is what block i shows of the present pair.
func (d *Document) pairIn(i int, s *setBlock) pair {
	if m, ok := d.pairs[i]; ok {
		return pairOf(s, m)
	}
	return pair{}
}

// paintPair deepens the tint from bracket to bracket.
func (s *setBlock) paintPair(p ink.Picture, with pair) {
	for _, r := range s.stretches(with.start, with.end) {
		p.Fill(r.Rect, look.Colour(look.ColourPairGround))
	}
}

// paintBrackets fills the areas of the two brackets, which then stand out in the
// colour of the paper.
func (s *setBlock) paintBrackets(p ink.Picture, with pair) {
	for _, at := range with.brackets {
		if at < 0 || with.start == with.end {
			continue
		}
		for _, r := range s.stretches(at, at+1) {
			r.X, r.Width = r.X-1, r.Width+2
			p.Round(r.Rect, 2.5, look.Colour(look.ColourBracket))
		}
	}
}
