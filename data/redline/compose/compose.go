package compose

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Variant is one proposal on the base text.
type Variant struct {
	Key     string // who proposes; unique, a later variant of the same key is left out
	Wording string // the whole new wording; ignored with Delete and Keep
	Delete  bool   // SUP: nothing is to be left
	Keep    bool   // NOC: nothing is to be changed
}

// Kind says what a piece is.
type Kind uint8

// Kinds of piece.
const (
	Kept     Kind = iota // text of the base that stays
	Deleted              // text of the base that goes
	Inserted             // text of variants
	Bracket              // a bracket that the composition puts round an alternative
	Omitted              // white space of variants for which the composed text has no use
)

// String gives the kind's name, for logs and failing tests.
func (k Kind) String() string {
	return [...]string{"kept", "deleted", "inserted", "bracket", "omitted"}[k]
}

// Piece is a stretch of the composition. Text is never empty.
type Piece struct {
	Kind Kind
	Text string
	// Keys are the variants that want the change, in their order. Kept text
	// and brackets have none, nor has white space that only the meeting of
	// several changes deletes or inserts, nor words of the base that a
	// collision restates although nobody deletes them.
	Keys []string
	// Start is the rune of the base at which kept or deleted text begins, and
	// before which any other piece stands.
	Start     int
	Collision int // index in Collisions, or -1
	Side      int // index in its Sides, or -1 for what is not of one side alone
}

// Composition is a base text with variants laid over it.
type Composition struct {
	Pieces     []Piece     // in reading order
	Collisions []Collision // in the order of the text, Suppress first
}

// Compose lays the variants over the base.
func Compose(base string, variants []Variant) Composition {
	b := newBoard(base, variants)
	b.findRegions()
	b.report()
	b.lay()
	b.setSeams()
	return b.composition()
}

// Text is the composed clean text, with the versions of every collision in
// brackets side by side: "[shall][should]". A version without words has no
// brackets: "[shall]" is shall or nothing.
func (c Composition) Text() string {
	var b strings.Builder
	for _, p := range c.Pieces {
		if p.Kind == Kept || p.Kind == Inserted || p.Kind == Bracket {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// Base rebuilds the base text.
func (c Composition) Base() string {
	var b strings.Builder
	for _, p := range c.Pieces {
		if p.Kind == Kept || p.Kind == Deleted {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// Of rebuilds the wording of one variant; of a variant without changes, or of
// a key that is none of the variants', it is the base.
func (c Composition) Of(key string) string {
	if len(c.Collisions) > 0 && c.Collisions[0].Kind == Suppress && slices.Contains(c.Collisions[0].Sides[0].Keys, key) {
		return ""
	}
	var b strings.Builder
	for _, p := range c.Pieces {
		if c.holds(p, key) {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// holds reports whether the piece stands in the variant's own wording.
func (c Composition) holds(p Piece, key string) bool {
	side, bracketed := -1, p.Collision >= 0 && c.Collisions[p.Collision].Kind != Beside
	if bracketed {
		side = c.Collisions[p.Collision].sideOf(key)
	}
	switch p.Kind {
	case Kept:
		return side < 0 || p.Side < 0 || p.Side == side
	case Deleted:
		return side < 0 && !slices.Contains(p.Keys, key)
	case Inserted, Omitted:
		return slices.Contains(p.Keys, key)
	}
	return false
}

// composition writes the board down, joining what belongs together.
func (b *board) composition() Composition {
	c := Composition{Collisions: b.collisions}
	b.wrapSuppressed()
	var text strings.Builder
	for i, it := range b.items {
		text.WriteString(it.text)
		if i+1 < len(b.items) && it.joins(b.items[i+1]) {
			continue
		}
		start := b.at[it.token]
		if it.kind == Kept || it.kind == Deleted {
			start = b.at[it.token+1] - utf8.RuneCountInString(text.String())
		}
		c.Pieces = append(c.Pieces, Piece{it.kind, text.String(), b.names(it.who), start, it.collision, it.side})
		text.Reset()
	}
	return c
}

func (a item) joins(b item) bool {
	return a.kind == b.kind && a.kind != Bracket && a.collision == b.collision && a.side == b.side && slices.Equal(a.who, b.who)
}

// names gives the keys of variants.
func (b *board) names(who []int) []string {
	var keys []string
	for _, v := range who {
		keys = append(keys, b.variants[v].Key)
	}
	return keys
}
