package bidi

import (
	"cmp"
	"slices"
)

// maxBrackets is the room of the bracket stack (BD16).
const maxBrackets = 63

// pair holds the indices, within a sequence, of two brackets that belong together.
type pair struct{ open, close int32 }

// brackets applies N0: a pair of brackets takes the direction of the text
// within it and around it as one.
func (v *resolver) brackets(embedding, sos class) {
	v.findPairs()
	for _, p := range v.pairs {
		inside := on
		for _, c := range v.types[p.open+1 : p.close] {
			switch strong := strongOf(c); {
			case strong == embedding:
				inside = embedding
			case strong == l || strong == r:
				inside = strong
				continue
			default:
				continue
			}
			break
		}
		switch inside {
		case on: // N0d: no strong text within
		case embedding: // N0b
			v.turn(p, embedding)
		default: // N0c
			if v.before(p.open, sos) != inside {
				inside = embedding
			}
			v.turn(p, inside)
		}
	}
}

// findPairs finds the bracket pairs of a sequence in the order of their opening
// brackets (BD16).
func (v *resolver) findPairs() {
	v.pairs = v.pairs[:0]
	var stack [maxBrackets]struct {
		closing rune
		at      int32
	}
	depth := 0
	for i, c := range v.types {
		if c != on {
			continue
		}
		closing, opens, ok := bracket(v.text[v.seq[i]])
		if !ok {
			continue
		}
		if opens {
			if depth == maxBrackets {
				break
			}
			stack[depth].closing, stack[depth].at = closing, int32(i)
			depth++
			continue
		}
		for k := depth - 1; k >= 0; k-- {
			if stack[k].closing == closing {
				v.pairs = append(v.pairs, pair{stack[k].at, int32(i)})
				depth = k
				break
			}
		}
	}
	slices.SortFunc(v.pairs, func(x, y pair) int { return cmp.Compare(x.open, y.open) })
}

// before is the direction of the nearest strong text before an index.
func (v *resolver) before(index int32, sos class) class {
	for i := index - 1; i >= 0; i-- {
		if strong := strongOf(v.types[i]); strong == l || strong == r {
			return strong
		}
	}
	return sos
}

// turn gives a pair a direction, and with it the marks upon the brackets.
func (v *resolver) turn(p pair, to class) {
	for _, at := range [2]int32{p.open, p.close} {
		v.types[at] = to
		for i := int(at) + 1; i < len(v.types) && v.classes[v.seq[i]] == nsm; i++ {
			v.types[i] = to
		}
	}
}

// bracket tells whether a rune is a paired bracket, whether it opens, and the
// closing bracket of its pair; canonical equivalents (U+2329 and U+3008, U+232A
// and U+3009) give the same closing bracket.
func bracket(c rune) (closing rune, opens, ok bool) {
	if c < '(' || c > bracketPairs[len(bracketPairs)-1][1] {
		return 0, false, false
	}
	if c < 0x80 {
		switch c {
		case '(':
			return ')', true, true
		case '[':
			return ']', true, true
		case '{':
			return '}', true, true
		case ')', ']', '}':
			return c, false, true
		}
		return 0, false, false
	}
	switch c {
	case 0x2329:
		return 0x3009, true, true
	case 0x232A:
		return 0x3009, false, true
	}
	i, found := slices.BinarySearchFunc(bracketPairs[:], c, func(entry [2]rune, c rune) int { return cmp.Compare(entry[0], c) })
	if found {
		return bracketPairs[i][1], true, true
	}
	_, found = slices.BinarySearch(closingBrackets[:], c)
	return c, false, found
}
