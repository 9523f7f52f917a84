package compose

import (
	"cmp"
	"slices"
	"strings"

	"travaux/data/redline"
)

// region is a stretch of the base, [from, to) in tokens, in which variants
// collide.
type region struct {
	from, to  int
	changes   []int // ascending
	sides     []side
	collision int // index, or -1 where all turn out to want the same
}

// side is one version of a region.
type side struct {
	who    []int
	keeps  bool     // the version is the base
	tokens []string // of the version
}

// relation is what two changes of different variants are to one another.
type relation uint8

const (
	apart    relation = iota
	touching          // no word between them
	atOdds            // they cannot both be made
)

// relate compares two changes; x does not begin after y. White space at the
// ends of what is deleted counts for neither: it goes with the word that is
// deleted, not with its neighbour. Deletions only never collide here: what any of
// them takes away is gone, unless another has freed it (see freed).
func (b *board) relate(x, y change) relation {
	if slices.ContainsFunc(x.who, func(v int) bool { return slices.Contains(y.who, v) }) {
		return apart // somebody wants both
	}
	xFrom, xTo := b.core(x)
	yFrom, yTo := b.core(y)
	switch xPoint, yPoint := x.from == x.to, y.from == y.to; {
	case xPoint && yPoint:
		if b.near(x.from, y.from) {
			return atOdds
		}
	case xPoint || yPoint:
		point, from, to := x.from, yFrom, yTo
		if yPoint {
			point, from, to = y.from, xFrom, xTo
		}
		switch {
		case from < point && point < to:
			return atOdds
		case b.near(point, from) || b.near(point, to):
			return touching
		}
	case (x.ins != "" || y.ins != "") && max(xFrom, yFrom) < min(xTo, yTo):
		return atOdds
	}
	return apart
}

// core is what a change deletes without the white space at its ends, unless
// it deletes nothing else.
func (b *board) core(c change) (from, to int) {
	from, to = c.from, c.to
	for from < to && b.blank[from] {
		from++
	}
	for from < to && b.blank[to-1] {
		to--
	}
	if from == to {
		return c.from, c.to
	}
	return from, to
}

// near reports whether nothing but white space lies between two places.
func (b *board) near(p, q int) bool {
	return !slices.Contains(b.blank[min(p, q):max(p, q)], false)
}

// findRegions groups the changes that are at odds, or that somebody does not
// want at all, and those that only touch.
func (b *board) findRegions() {
	odds, touch := newSets(len(b.changes)), newSets(len(b.changes))
	collided := make([]bool, len(b.changes))
	for i, x := range b.changes {
		collided[i] = collided[i] || len(b.keepers) > 0
		for j := i + 1; j < len(b.changes) && b.changes[j].from <= x.to+1; j++ {
			switch b.relate(x, b.changes[j]) {
			case atOdds:
				odds.join(i, j)
				collided[i], collided[j] = true, true
			case touching:
				touch.join(i, j)
			}
		}
	}
	b.findFreed()
	for _, f := range b.freed {
		for i, c := range b.changes {
			if !b.takes(c, f) {
				continue
			}
			collided[i] = true
			for _, n := range f.changes {
				odds.join(i, n)
				collided[n] = true
			}
		}
	}
	for _, set := range odds.all(func(i int) bool { return collided[i] }) {
		b.regions = append(b.regions, b.span(set))
	}
	b.grow()
	for n := range b.regions {
		b.regions[n].sides = b.sidesOf(b.regions[n])
	}
	loose := func(i int) bool { return b.changes[i].region < 0 }
	for _, set := range touch.all(loose) {
		if len(set) > 1 {
			b.beside = append(b.beside, set)
		}
	}
}

func (b *board) span(changes []int) region {
	r := region{from: b.changes[changes[0]].from, changes: changes}
	for _, n := range changes {
		r.to = max(r.to, b.changes[n].to)
	}
	return r
}

// grow widens every region until no change and no pair of brackets crosses
// its border, joining those that meet.
func (b *board) grow() {
	pairs := b.bracketPairs()
	for settled := false; !settled; {
		settled = true
		b.regions = b.joined()
		for n := range b.regions {
			for b.absorb(n) || b.widen(n, pairs) {
				settled = false
			}
		}
	}
}

// joined merges regions that overlap, and puts them in order.
func (b *board) joined() (out []region) {
	slices.SortFunc(b.regions, func(x, y region) int { return cmp.Or(x.from-y.from, x.to-y.to) })
	for _, r := range b.regions {
		if len(r.changes) == 0 {
			continue // taken by another
		}
		if n := len(out) - 1; n >= 0 && r.from < out[n].to && out[n].from < r.to {
			out[n].to = max(out[n].to, r.to)
			out[n].changes = append(out[n].changes, r.changes...)
			slices.Sort(out[n].changes)
			continue
		}
		out = append(out, r)
	}
	for n, r := range out {
		for _, c := range r.changes {
			b.changes[c].region = n
		}
	}
	return out
}

// absorb takes loose changes that reach into the region.
func (b *board) absorb(n int) (grown bool) {
	r := &b.regions[n]
	for i, c := range b.changes {
		if c.region < 0 && c.from < r.to && r.from < c.to {
			b.take(n, i)
			grown = true
		}
	}
	return grown
}

// take puts a change, and the region it is in, into region n; -1 is none.
func (b *board) take(n, change int) {
	if change < 0 || b.changes[change].region == n {
		return
	}
	taken := region{from: b.changes[change].from, to: b.changes[change].to, changes: []int{change}}
	if other := b.changes[change].region; other >= 0 {
		taken, b.regions[other] = b.regions[other], region{}
	}
	r := &b.regions[n]
	r.from, r.to = min(r.from, taken.from), max(r.to, taken.to)
	r.changes = append(r.changes, taken.changes...)
	slices.Sort(r.changes)
	for _, c := range taken.changes {
		b.changes[c].region = n
	}
}

// pair is two brackets of one text, by where they stand on the base.
type pair struct{ open, close bracketPlace }

// bracketPlace is a bracket of the base, or one that a change inserts.
type bracketPlace struct{ from, to, change int }

// has reports whether a bracket stands in region n.
func (b *board) has(n int, p bracketPlace) bool {
	if p.change >= 0 {
		return b.changes[p.change].region == n
	}
	return b.regions[n].from <= p.from && p.to <= b.regions[n].to
}

// widen takes in the partner of a bracket of which only one is inside, in the
// base and in the wordings of those concerned.
func (b *board) widen(n int, pairs map[int][]pair) (grown bool) {
	r := &b.regions[n]
	concerned := []int{-1}
	for _, c := range r.changes {
		concerned = append(concerned, b.changes[c].who...)
	}
	slices.Sort(concerned)
	for _, v := range slices.Compact(concerned) {
		for _, p := range pairs[v] {
			if b.has(n, p.open) == b.has(n, p.close) {
				continue
			}
			r.from, r.to = min(r.from, p.open.from), max(r.to, p.close.to)
			b.take(n, p.open.change)
			b.take(n, p.close.change)
			grown = true
		}
	}
	return grown
}

// bracketPairs finds the pairs in every wording, and under -1 in the base.
func (b *board) bracketPairs() map[int][]pair {
	pairs := map[int][]pair{-1: nil}
	if len(b.regions) == 0 {
		return pairs
	}
	own := map[int][]int{}
	for i, c := range b.changes {
		for _, v := range c.who {
			own[v] = append(own[v], i)
		}
	}
	pairs[-1] = b.pairsOf(nil)
	for v, changes := range own {
		pairs[v] = b.pairsOf(changes)
	}
	return pairs
}

// pairsOf matches the brackets of the base with some changes made.
func (b *board) pairsOf(changes []int) (pairs []pair) {
	var open []bracketPlace
	see := func(token string, place bracketPlace) {
		switch bracket(token) {
		case 1:
			open = append(open, place)
		case -1:
			if last := len(open) - 1; last >= 0 {
				pairs = append(pairs, pair{open[last], place})
				open = open[:last]
			}
		}
	}
	at := 0
	keep := func(to int) {
		for ; at < to; at++ {
			see(b.tokens[at], bracketPlace{at, at + 1, -1})
		}
	}
	for _, n := range changes {
		c := b.changes[n]
		keep(c.from)
		for _, token := range redline.Tokens(c.ins) {
			see(token, bracketPlace{c.from, c.to, n})
		}
		at = c.to
	}
	keep(len(b.tokens))
	return slices.DeleteFunc(pairs, func(p pair) bool { return p.open.change >= 0 && p.open.change == p.close.change })
}

// sidesOf renders the versions of a region; equal versions are one side.
func (b *board) sidesOf(r region) (sides []side) {
	known := map[string]int{}
	for v := range b.variants {
		var own []int
		for _, n := range r.changes {
			if slices.Contains(b.changes[n].who, v) {
				own = append(own, n)
			}
		}
		keeps := slices.Contains(b.keepers, v)
		if len(own) == 0 && !keeps {
			continue
		}
		tokens := b.render(r, own)
		words := strings.Join(tokens, "")
		n, again := known[words]
		if !again {
			n = len(sides)
			known[words] = n
			sides = append(sides, side{tokens: tokens})
		}
		sides[n].who = append(sides[n].who, v)
		sides[n].keeps = sides[n].keeps || keeps
	}
	return sides
}

// render gives the tokens of the region with some changes made.
func (b *board) render(r region, changes []int) (tokens []string) {
	at := r.from
	for _, n := range changes {
		c := b.changes[n]
		tokens = append(tokens, b.tokens[at:c.from]...)
		tokens = append(tokens, redline.Tokens(c.ins)...)
		at = c.to
	}
	return append(tokens, b.tokens[at:r.to]...)
}
