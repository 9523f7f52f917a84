package compose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data/redline"
)

// board is what a composition is worked out on.
type board struct {
	base     string
	variants []Variant
	tokens   []string // of the base
	blank    []bool   // which of them are white space
	at       []int    // rune at which each begins, and the length
	changes  []change // by place
	keepers  []int    // variants that want no change
	deleters []int    // variants that want nothing left

	freed []freed

	regions    []region
	beside     [][]int // changes that touch, by place
	collisions []Collision
	items      []item
}

// change is what variants want of the tokens [from, to) of the base: that ins
// stands in their stead. Two changes of one variant have a kept token between
// them.
type change struct {
	from, to int
	ins      string
	who      []int // variants, ascending
	region   int   // index, or -1
	touching int   // index in beside, or -1
}

func newBoard(base string, variants []Variant) *board {
	b := &board{base: base, tokens: redline.Tokens(base), at: []int{0}}
	for _, t := range b.tokens {
		b.blank = append(b.blank, blank(t))
		b.at = append(b.at, b.at[len(b.at)-1]+utf8.RuneCountInString(t))
	}
	for _, v := range variants {
		if !slices.ContainsFunc(b.variants, func(w Variant) bool { return w.Key == v.Key }) {
			b.variants = append(b.variants, v)
		}
	}
	b.compare()
	return b
}

// compare finds what each variant changes; equal changes are one.
func (b *board) compare() {
	type place struct {
		from, to int
		ins      string
	}
	known := map[place]int{}
	for v, variant := range b.variants {
		switch {
		case variant.Delete:
			b.deleters = append(b.deleters, v)
			continue
		case variant.Keep:
			b.keepers = append(b.keepers, v)
			continue
		}
		for _, c := range b.changesOf(variant.Wording) {
			p := place{c.from, c.to, c.ins}
			n, again := known[p]
			if !again {
				n = len(b.changes)
				known[p] = n
				b.changes = append(b.changes, c)
			}
			b.changes[n].who = append(b.changes[n].who, v)
		}
	}
	slices.SortFunc(b.changes, func(x, y change) int {
		return cmp.Or(x.from-y.from, x.to-y.to, strings.Compare(x.ins, y.ins))
	})
}

// changesOf compares one wording with the base.
func (b *board) changesOf(wording string) (changes []change) {
	at := 0
	for _, e := range redline.Words(b.base, wording) {
		from := at
		if e.Kind != redline.Insert {
			for n := 0; n < len(e.Text); at++ {
				n += len(b.tokens[at])
			}
		}
		last := len(changes) - 1
		switch {
		case e.Kind == redline.Delete:
			changes = append(changes, change{from: from, to: at, region: -1, touching: -1})
		case e.Kind == redline.Insert && last >= 0 && changes[last].to == at:
			changes[last].ins = e.Text
		case e.Kind == redline.Insert:
			changes = append(changes, change{from: at, to: at, ins: e.Text, region: -1, touching: -1})
		}
	}
	return changes
}

// blank reports whether a token is white space, or marks nobody sees.
func blank(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}

// bracket returns 1 for an opening bracket, -1 for a closing one.
func bracket(token string) int {
	r, _ := utf8.DecodeRuneInString(token)
	switch {
	case unicode.Is(unicode.Ps, r) || r == '«':
		return 1
	case unicode.Is(unicode.Pe, r) || r == '»':
		return -1
	}
	return 0
}
