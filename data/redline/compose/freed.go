package compose

import "slices"

// freed is a stretch of the base, [from, to) in tokens, that a variant takes out
// of its square brackets: these words it wants, though it inserts none of them.
type freed struct {
	from, to int
	who      int   // variant
	changes  []int // that take the brackets away
}

// findFreed finds what each variant takes out of brackets.
func (b *board) findFreed() {
	own := map[int][]int{}
	for i, c := range b.changes {
		for _, v := range c.who {
			own[v] = append(own[v], i)
		}
	}
	for _, p := range b.pairsOf(nil) {
		if !square(b.tokens[p.open.from]) {
			continue
		}
		for v := range b.variants {
			open, close := b.deleting(p.open.from, own[v]), b.deleting(p.close.from, own[v])
			if open < 0 || close < 0 || open == close {
				continue // not freed, or deleted as a whole
			}
			b.freed = append(b.freed, freed{p.open.to, p.close.from, v, []int{open, close}})
		}
	}
}

// deleting is which of some changes takes a token away; -1 for none.
func (b *board) deleting(token int, changes []int) int {
	i := slices.IndexFunc(changes, func(n int) bool { return b.changes[n].from <= token && token < b.changes[n].to })
	if i < 0 {
		return -1
	}
	return changes[i]
}

// takes reports whether a change takes away words that a variant has freed and
// keeps.
func (b *board) takes(c change, f freed) bool {
	if slices.Contains(c.who, f.who) {
		return false
	}
	for t := max(c.from, f.from); t < min(c.to, f.to); t++ {
		if !b.blank[t] && bracket(b.tokens[t]) == 0 && !b.deletes(f.who, t) {
			return true
		}
	}
	return false
}

// deletes reports whether a variant takes a token away.
func (b *board) deletes(variant, token int) bool {
	return slices.ContainsFunc(b.changes, func(c change) bool {
		return c.from <= token && token < c.to && slices.Contains(c.who, variant)
	})
}

// frees reports whether a variant takes words out of brackets in a region.
func (b *board) frees(variant int, r region) bool {
	return slices.ContainsFunc(b.freed, func(f freed) bool {
		return f.who == variant && r.from <= f.from && f.to <= r.to
	})
}

// square reports whether a token is an opening square bracket.
func square(token string) bool {
	return token == "[" || token == "［" || token == "【" || token == "〔"
}
