package segment

import (
	"unicode"

	ucd "github.com/go-text/typesetting/unicodedata"
)

// Graphemes returns the boundaries of the extended grapheme clusters (UAX #29),
// what a reader takes for one character: 0, the end of every cluster, the last
// being len(text). An empty text has the one boundary 0.
func Graphemes(text []rune) []int {
	boundaries := make([]int, 1, len(text)+1)
	var c clusters
	for i, r := range text {
		if c.boundary(r) && i > 0 {
			boundaries = append(boundaries, i)
		}
	}
	if len(text) > 0 {
		boundaries = append(boundaries, len(text))
	}
	return boundaries
}

// Edges tells of every rune whether an extended grapheme cluster begins with it.
func Edges(text []rune) []bool {
	edges := make([]bool, len(text))
	var c clusters
	for i, r := range text {
		edges[i] = c.boundary(r) || i == 0
	}
	return edges
}

// clusters walks through a text by the rules GB3 to GB999.
type clusters struct {
	before *unicode.RangeTable // Grapheme_Cluster_Break of the last rune
	flags  int                 // regional indicators in a row
	emoji  emoji
}

// emoji is how much of the left side of GB11 has been seen.
type emoji uint8

const (
	noEmoji     emoji = iota
	pictograph        // \p{Extended_Pictographic} Extend*
	joinedEmoji       // and ZWJ
)

// boundary takes the next rune and tells whether a cluster begins with it.
func (c *clusters) boundary(r rune) bool {
	if plain(r) {
		joined := c.before == ucd.GraphemeBreakPrepend
		*c = clusters{}
		return !joined
	}
	before, class := c.before, ucd.LookupGraphemeBreakClass(r)
	pictographic := class == nil && unicode.Is(ucd.Extended_Pictographic, r)
	starts := !joins(before, class) &&
		!(pictographic && c.emoji == joinedEmoji) && // GB11
		!(class == ucd.GraphemeBreakRegional_Indicator && c.flags%2 == 1) // GB12, GB13

	c.before = class
	if class == ucd.GraphemeBreakRegional_Indicator {
		c.flags++
	} else {
		c.flags = 0
	}
	switch {
	case pictographic:
		c.emoji = pictograph
	case c.emoji == pictograph && class == ucd.GraphemeBreakExtend:
	case c.emoji == pictograph && class == ucd.GraphemeBreakZWJ:
		c.emoji = joinedEmoji
	default:
		c.emoji = noEmoji
	}
	return starts
}

// plain tells quickly that a rune has no Grapheme_Cluster_Break and is no
// pictograph: most letters of the six languages.
func plain(r rune) bool {
	return r >= 0x20 && r < 0x7F || r >= 0xC0 && r < 0x300 || r >= 0x370 && r < 0x483 ||
		r >= 0x620 && r < 0x64B || r >= 0x3400 && r < 0xA000
}

// joins applies the rules that look at two classes only: GB3 to GB9b.
func joins(before, class *unicode.RangeTable) bool {
	control := func(class *unicode.RangeTable) bool {
		return class == ucd.GraphemeBreakControl || class == ucd.GraphemeBreakCR || class == ucd.GraphemeBreakLF
	}
	switch {
	case before == ucd.GraphemeBreakCR && class == ucd.GraphemeBreakLF: // GB3
		return true
	case control(before) || control(class): // GB4, GB5
		return false
	case class == ucd.GraphemeBreakExtend || class == ucd.GraphemeBreakZWJ || class == ucd.GraphemeBreakSpacingMark: // GB9, GB9a
		return true
	}
	switch before {
	case ucd.GraphemeBreakPrepend: // GB9b
		return true
	case ucd.GraphemeBreakL: // GB6
		return class == ucd.GraphemeBreakL || class == ucd.GraphemeBreakV || class == ucd.GraphemeBreakLV || class == ucd.GraphemeBreakLVT
	case ucd.GraphemeBreakLV, ucd.GraphemeBreakV: // GB7
		return class == ucd.GraphemeBreakV || class == ucd.GraphemeBreakT
	case ucd.GraphemeBreakLVT, ucd.GraphemeBreakT: // GB8
		return class == ucd.GraphemeBreakT
	}
	return false
}
