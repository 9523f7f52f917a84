package compose

import (
	"slices"
	"strings"

	"travaux/data/redline"
)

// item is one token of the composition.
type item struct {
	kind            Kind
	text            string
	who             []int
	token           int // of the base: itself if kept or deleted, else the one it stands before
	collision, side int
	before, after   string // white space that it has at either side where it comes from
	region          bool   // what stands at either side differs between the versions of a region
}

// lay writes the changes and regions over the base, token by token. At one
// place what replaces the words before comes first, then what is inserted
// there, then what concerns the words after.
func (b *board) lay() {
	gone, inserts := b.gone(), b.inserts()
	b.items = make([]item, 0, len(b.tokens)+len(b.tokens)/4+16)
	next := 0 // region
	for at := 0; ; at++ {
		b.insertAt(at, inserts[at])
		for next < len(b.regions) && b.regions[next].from == at {
			r := b.regions[next]
			b.layRegion(r, gone)
			next++
			if r.to > at {
				at = r.to
				b.insertAt(at, inserts[at])
			}
		}
		if at == len(b.tokens) {
			return
		}
		b.layToken(at, gone[at])
	}
}

// layToken lays a token of the base outside the regions.
func (b *board) layToken(at int, gone []int) {
	it := item{kind: Kept, text: b.tokens[at], who: gone, token: at, collision: -1, side: -1}
	if len(gone) > 0 {
		it.kind = Deleted
		for _, t := range b.beside {
			for _, n := range t {
				if c := b.changes[n]; c.from <= at && at < c.to {
					it.collision = c.touching
				}
			}
		}
	}
	it.before, it.after = b.space(at-1), b.space(at+1)
	b.items = append(b.items, it)
}

// space returns a token of the base if it is white space.
func (b *board) space(at int) string {
	if at < 0 || at >= len(b.tokens) {
		return ""
	}
	return spaceOf(b.tokens[at])
}

func spaceOf(token string) string {
	if blank(token) {
		return token
	}
	return ""
}

// inserts lists by place the loose changes that insert, those that replace
// words before it first.
func (b *board) inserts() [][]int {
	out := make([][]int, len(b.tokens)+1)
	for n, c := range b.changes {
		if c.region < 0 && c.ins != "" {
			out[c.to] = append(out[c.to], n) // by where they begin
		}
	}
	return out
}

// gone lists for every token of the base the variants that delete it.
func (b *board) gone() [][]int {
	gone := make([][]int, len(b.tokens))
	everything := len(b.deleters) == len(b.variants)
	for at := range gone {
		if everything {
			gone[at] = b.deleters
		}
	}
	for _, c := range b.changes {
		for at := c.from; at < c.to; at++ {
			gone[at] = union(gone[at], c.who)
		}
	}
	return gone
}

// union merges two ascending lists.
func union(a, b []int) []int {
	if len(a) == 0 {
		return b
	}
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

// insertAt lays what loose changes insert before a token.
func (b *board) insertAt(at int, changes []int) {
	for _, n := range changes {
		c := b.changes[n]
		begin := len(b.items)
		b.insert(redline.Tokens(c.ins), c.who, at, c.touching, -1)
		laid := b.items[begin:]
		for i := range laid {
			laid[i].before, laid[i].after = b.space(c.from-1), b.space(at)
			if i > 0 {
				laid[i].before = spaceOf(laid[i-1].text)
			}
			if i+1 < len(laid) {
				laid[i].after = spaceOf(laid[i+1].text)
			}
		}
	}
}

func (b *board) insert(tokens []string, who []int, at, collision, side int) {
	for _, t := range tokens {
		b.items = append(b.items, item{kind: Inserted, text: t, who: who, token: at, collision: collision, side: side})
	}
}

// layRegion lays the versions of a region side by side: what is common to all
// of them and the base, the words of the base, what is common to the versions,
// and what each has of its own in brackets.
func (b *board) layRegion(r region, gone [][]int) {
	versions := [][]string{b.tokens[r.from:r.to]}
	for _, s := range r.sides {
		versions = append(versions, s.tokens)
	}
	common := commonEnds(versions)
	from, to := r.from+common.lead, r.to-common.trail

	for at := r.from; at < from; at++ {
		b.layToken(at, nil)
	}
	begin := len(b.items)
	b.laySides(r, common.cut(versions[1:]), from, to, gone)
	for i := range b.items[begin:] {
		b.items[begin+i].region = true
	}
	for at := to; at < r.to; at++ {
		b.layToken(at, nil)
	}
}

func (b *board) layBase(r region, kind Kind, from, to int, gone [][]int) {
	for at := from; at < to; at++ {
		it := item{kind: kind, text: b.tokens[at], token: at, collision: r.collision, side: -1}
		if kind == Deleted {
			it.who = gone[at]
			if r.collision < 0 {
				it.who = r.sides[0].who
			}
		}
		b.items = append(b.items, it)
	}
}

// laySides lays the words [from, to) of the base and the versions that stand
// in their stead. Words that all versions have at an end stand outside the
// brackets, and so does the white space there of those that have words left.
// Where a version keeps the words, they stand in its brackets.
func (b *board) laySides(r region, versions [][]string, from, to int, gone [][]int) {
	keeps := slices.ContainsFunc(r.sides, func(s side) bool { return s.keeps })
	var common ends
	if !keeps {
		common = commonEnds(versions)
	}
	rests := common.cut(versions)
	all, _ := r.filled(versions)
	some, filled := r.filled(rests)
	space := blankEnds(filled)
	begin, end := to, to // of the words in the brackets of the version that keeps them
	if keeps && from < to {
		begin, end = from+space.lead, to-space.trail
	}
	lay := func(tokens []string, who []int, at int) { b.insert(tokens, who, at, r.collision, -1) }

	b.layBase(r, Deleted, from, begin, gone)
	lay(versions[0][:common.lead], all, begin)
	if len(filled) > 0 {
		lay(filled[0][:space.lead], some, begin)
	}
	at := begin
	for n, rest := range rests {
		if len(rest) <= space.lead+space.trail {
			continue
		}
		if rest = rest[space.lead : len(rest)-space.trail]; r.sides[n].keeps {
			b.layKept(r, n, begin, end)
			at = end
		} else {
			b.laySide(r, n, rest, at)
		}
	}
	if len(filled) > 0 {
		lay(filled[0][len(filled[0])-space.trail:], some, end)
	}
	lay(versions[0][len(versions[0])-common.trail:], all, end)
	b.layBase(r, Deleted, end, to, gone)
}

// filled returns the versions that have words, and who wants them.
func (r region) filled(versions [][]string) (who []int, filled [][]string) {
	for n, v := range versions {
		if len(v) > 0 {
			who = union(who, r.sides[n].who)
			filled = append(filled, v)
		}
	}
	return who, filled
}

// laySide lays one version in its brackets; where all agree there are none.
func (b *board) laySide(r region, n int, tokens []string, at int) {
	if r.collision < 0 {
		b.insert(tokens, r.sides[n].who, at, -1, -1)
		return
	}
	b.mark("[", at, r.collision, n)
	b.insert(tokens, r.sides[n].who, at, r.collision, n)
	b.mark("]", at, r.collision, n)
}

// layKept lays the words of the base in the brackets of the version that keeps
// them.
func (b *board) layKept(r region, n, from, to int) {
	b.mark("[", from, r.collision, n)
	begin := len(b.items)
	b.layBase(r, Kept, from, to, nil)
	for i := range b.items[begin:] {
		b.items[begin+i].side = n
	}
	b.mark("]", to, r.collision, n)
}

func (b *board) mark(text string, at, collision, side int) {
	b.items = append(b.items, item{kind: Bracket, text: text, token: at, collision: collision, side: side})
}

// wrapSuppressed puts the whole text in brackets where some want nothing left.
func (b *board) wrapSuppressed() {
	if len(b.collisions) == 0 || b.collisions[0].Kind != Suppress || !b.hasText() {
		return
	}
	b.items = slices.Insert(b.items, 0, item{kind: Bracket, text: "[", side: -1})
	b.mark("]", len(b.tokens), 0, -1)
}

func (b *board) hasText() bool {
	return slices.ContainsFunc(b.items, func(it item) bool {
		return (it.kind == Kept || it.kind == Inserted) && strings.TrimSpace(it.text) != ""
	})
}
