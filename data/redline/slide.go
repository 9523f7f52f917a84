package redline

import "strings"

// slideLimit is how far, in tokens, a change may be moved to a better place.
const slideLimit = 200

// slide moves every pure deletion or insertion, among the places where it
// means the same, to the one that reads best: "act [promptly]" rather than
// "act [promptly" and "]". The cost stays what it was.
func (c *comparison) slide() {
	hunks := c.hunks()
	for n, h := range hunks {
		room := func(a, b int) int { return min(b-a, slideLimit) }
		left, right := room(0, h.old0), room(h.old1, len(c.old))
		if n > 0 {
			left = room(hunks[n-1].old1, h.old0)
		}
		if n+1 < len(hunks) {
			right = room(h.old1, hunks[n+1].old0)
		}
		switch {
		case h.new0 == h.new1:
			shift := bestShift(c.old, h.old0, h.old1, left, right)
			move(c.gone, h.old0, h.old1, shift)
			hunks[n].shift(shift)
		case h.old0 == h.old1:
			shift := bestShift(c.new, h.new0, h.new1, left, right)
			move(c.come, h.new0, h.new1, shift)
			hunks[n].shift(shift)
		}
	}
}

func (h *hunk) shift(by int) {
	h.old0 += by
	h.old1 += by
	h.new0 += by
	h.new1 += by
}

// move carries the marks of tokens [from, to) along by shift.
func move(marks []bool, from, to, shift int) {
	for i := from; i < to; i++ {
		marks[i] = false
	}
	for i := from + shift; i < to+shift; i++ {
		marks[i] = true
	}
}

// bestShift returns by how many tokens the stretch [from, to) is to be moved:
// at most left back or right on, and only past tokens equal to those that
// enter at its other end. The later of two equally good places wins.
func bestShift(tokens []token, from, to, left, right int) int {
	first := 0
	for -first < left && tokens[from+first-1].number == tokens[to+first-1].number {
		first--
	}
	last := 0
	for last < right && tokens[from+last].number == tokens[to+last].number {
		last++
	}
	best, bestRank := 0, -1
	for s := first; s <= last; s++ {
		rank := edge(tokens, from+s) + edge(tokens, to+s)
		if balanced(tokens[from+s : to+s]) {
			rank += 20
		}
		if rank >= bestRank {
			best, bestRank = s, rank
		}
	}
	return best
}

// balanced reports whether every bracket in the stretch has its partner there.
func balanced(tokens []token) bool {
	depth := 0
	for _, t := range tokens {
		switch t.class {
		case opening:
			depth++
		case closing:
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// edge ranks the place before token at as a border of a change; higher reads
// better.
func edge(tokens []token, at int) int {
	if at == 0 || at == len(tokens) {
		return 7
	}
	before, after := tokens[at-1], tokens[at]
	switch {
	case before.class == space && strings.ContainsRune(before.text, '\n'):
		return 6
	case after.class != space && endsSentence(tokens, at):
		return 5
	case before.class == space:
		return 4
	case before.class == closing || after.class == opening:
		return 3
	case after.class == space:
		return 2
	case before.class != word || after.class != word:
		return 1
	}
	return 0
}

// endsSentence reports whether a sentence or a list item ends before token at,
// spaces aside.
func endsSentence(tokens []token, at int) bool {
	at--
	if tokens[at].class == space && at > 0 {
		at--
	}
	return strings.Contains(".;:!?。；：！？؛؟", tokens[at].text) && tokens[at].class == mark
}
