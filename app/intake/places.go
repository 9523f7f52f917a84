package intake

import (
	"unicode"

	"travaux/data/text"
)

// nodeAt returns the node that has the rune of the source at a place, -1 if
// none has: the end of a block belongs to the node that has its last rune.
func nodeAt(o *text.Outline, at text.Place) int {
	found := -1
	for i := range o.Nodes {
		for _, p := range o.Nodes[i].Pieces {
			if p.Block != at.Block {
				continue
			}
			if at.Rune >= p.Start && at.Rune < p.End {
				return i
			}
			if at.Rune >= p.Start {
				found = i
			}
		}
	}
	return found
}

// offsetAt returns the rune of a node's Text at a place of the source; ok is
// false where the place is not in its words. It is the inverse of how an
// outline joins pieces: one rune stands between two of them.
func offsetAt(n *text.Node, at text.Place) (offset int, ok bool) {
	sum := 0
	for _, p := range n.Pieces {
		if p.Role != text.RoleText || p.Start == p.End {
			continue
		}
		if p.Block == at.Block && at.Rune >= p.Start && at.Rune < p.End {
			return sum + at.Rune - p.Start, true
		}
		sum += p.End - p.Start + 1
	}
	return 0, false
}

// atWord moves a place to the beginning of the word it is in, or that comes
// next: nobody means to divide a word. Chinese has no spaces, so there it stays.
func atWord(runes []rune, at int) int {
	at = min(at, len(runes))
	for at < len(runes) && unicode.IsSpace(runes[at]) {
		at++
	}
	for at > 0 && at < len(runes) && inWord(runes[at-1]) && inWord(runes[at]) {
		at--
	}
	return at
}

// wordEnd is where the word at a place ends.
func wordEnd(runes []rune, at int) int {
	end := at
	for end < len(runes) && inWord(runes[end]) {
		end++
	}
	return min(max(end, at+1), len(runes))
}

func inWord(r rune) bool {
	return !unicode.Is(unicode.Han, r) && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}
