package strength

import "strings"

// match is an expression found: table entry, and the word after its last.
type match struct {
	entry, end int
	open       bool // it reaches over a square bracket
	loose      bool // it has words between that are not of the expression
}

// search looks for expressions that begin at one word.
type search struct {
	table      *table
	words      []word
	begin      int
	best       match // the longest of all
	bestClosed match // the longest that reaches over no bracket
	none       match // the longest that is no expression of strength
}

// longest returns the longest expression that begins at a word, and the
// longest that reaches over no square bracket. What looks like the beginning
// of an expression and is another word ("应用") is none, whatever follows later.
func (t *table) longest(words []word, begin int) (best, closed match) {
	nothing := match{entry: -1}
	s := search{t, words, begin, nothing, nothing, nothing}
	s.walk(t.root, begin, false, false)
	if s.none.entry >= 0 && (s.none.end >= s.best.end || s.best.loose) {
		return s.none, nothing
	}
	return s.best, s.bestClosed
}

// walk goes on at a node with the word at; open tells that a square bracket
// was passed, loose that words of no expression were.
func (s *search) walk(n *node, at int, open, loose bool) {
	if len(n.entries) > 0 {
		s.found(match{n.entries[0], at, open, loose})
	}
	s.step(n, at, open, loose)
}

// step goes on from a node to those that may come next.
func (s *search) step(n *node, at int, open, loose bool) {
	s.interrupt(n, at, open, loose)
	if at >= len(s.words) {
		return
	}
	w := s.words[at]
	if w.kind == bracket && at > s.begin {
		s.step(n, at+1, true, loose)
		return
	}
	if next := n.words[w.text]; next != nil {
		s.walk(next, at+1, open, loose)
	}
	if next := n.words[w.voiced]; next != nil && w.voiced != "" {
		s.walk(next, at+1, open, loose)
	}
	if at == s.begin {
		if bare := withoutConjunction(w.text); bare != "" && n.words[bare] != nil {
			s.walk(n.words[bare], at+1, open, loose)
		}
	}
	for _, p := range n.prefixes {
		if strings.HasPrefix(w.text, p.text) {
			s.walk(p.next, at+1, open, loose)
		}
	}
	if n.any != nil && w.kind == letters {
		s.walk(n.any, at+1, open, loose)
	}
	if n.number != nil && w.kind == number {
		s.walk(n.number, at+1, open, loose)
	}
}

func (s *search) found(m match) {
	if s.table.entries[m.entry].class == noStrength && !m.loose && m.end > s.none.end {
		s.none = m
	}
	if m.end > s.best.end {
		s.best = m
	}
	if !m.open && m.end > s.bestClosed.end {
		s.bestClosed = m
	}
}

// interrupt goes on after an interruption or a stretch of any words, as few of
// them as lead to an expression.
func (s *search) interrupt(n *node, at int, open, loose bool) {
	if n.aside != nil {
		for _, end := range s.asides(at) {
			s.walk(n.aside, end, open, loose || end > at)
		}
	}
	for _, g := range n.gaps {
		for end, before := at, s.best.end; end <= len(s.words) && end <= at+g.limit && s.best.end == before; end++ {
			s.walk(g.next, end, open, loose || end > at)
			if end < len(s.words) && (s.words[end].kind == stop || s.words[end].kind == comma && !g.comma) {
				break
			}
		}
	}
}

// asides lists where an interruption that begins at a word may end.
func (s *search) asides(at int) (ends []int) {
	ends = append(ends, at)
	for at < len(s.words) && len(ends) < asideCount {
		switch w := s.words[at]; {
		case s.table.is(w, filler):
			at++
		case w.kind == comma:
			end := at + 1
			for end < len(s.words) && end < at+asideLimit && s.words[end].kind != comma && s.words[end].kind != stop {
				end++
			}
			if end >= len(s.words) || s.words[end].kind != comma {
				return ends
			}
			at = end + 1
		default:
			return ends
		}
		ends = append(ends, at)
	}
	return ends
}
