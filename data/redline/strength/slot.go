package strength

import (
	"slices"
	"strings"
	"unicode"

	"travaux/data"
)

// slot is a mark, or several between which a bracket leaves the choice.
type slot struct {
	marks      []Mark
	start, end int
	sentence   int
	partner    int // index on the other side, or -1
	from, to   int // of an old slot: where in the new text its partner may stand
}

func (s slot) qualifier() bool { return s.marks[0].Qualifier }

// kind sets apart what is never paired.
func (s slot) kind() Class {
	if s.qualifier() {
		return s.marks[0].Class
	}
	return ""
}

// ranks returns the weakest and the strongest of the choice.
func (s slot) ranks() (low, high int) {
	low, high = s.marks[0].Rank, s.marks[0].Rank
	for _, m := range s.marks {
		low, high = min(low, m.Rank), max(high, m.Rank)
	}
	return low, high
}

// slotsOf finds the marks of a text and groups the alternatives.
func slotsOf(text string, lang data.Lang) (slots []slot) {
	runes := []rune(text)
	sentence, at := 0, 0
	for _, m := range Find(text, lang) {
		for ; at < m.Start; at++ {
			if kindOf(runes[at]) == stop {
				sentence++
			}
		}
		last := len(slots) - 1
		if !m.Qualifier && last >= 0 && !slots[last].qualifier() && (m.Start < slots[last].end || alternatives(runes[slots[last].end:m.Start])) {
			slots[last].marks = append(slots[last].marks, m)
			slots[last].end = max(slots[last].end, m.End)
			continue
		}
		slots = append(slots, slot{marks: []Mark{m}, start: m.Start, end: m.End, sentence: sentence, partner: -1})
	}
	return slots
}

// alternatives reports whether nothing stands between two expressions but
// brackets, strokes and "or".
func alternatives(between []rune) bool {
	chosen := false
	rest := strings.Map(func(r rune) rune {
		switch {
		case kindOf(r) == bracket || r == '/':
			chosen = true
			return -1
		case unicode.IsSpace(r):
			return -1
		}
		return r
	}, string(between))
	switch rest {
	case "":
		return chosen
	case "or", "ou", "o", "или", "أو", "或":
		return true
	}
	return false
}

func (s slot) same(t slot) bool {
	return slices.EqualFunc(s.marks, t.marks, func(a, b Mark) bool {
		return a.Class == b.Class && a.Rank == b.Rank && a.Entry == b.Entry
	})
}

// loss is the effect of a slot that goes.
func (s slot) loss() Outcome {
	switch s.marks[0].Class {
	case Weakening:
		return Strengthened
	case Permission:
		if _, high := s.ranks(); high <= ranks[Permission] {
			return Unchanged
		}
	}
	return Weakened
}

// effect is that of a slot that became another. Of qualifiers that weaken, the
// stronger one weakens more.
func effect(old, new slot) Outcome {
	oldLow, oldHigh := old.ranks()
	newLow, newHigh := new.ranks()
	up, down := newLow > oldLow || newHigh > oldHigh, newLow < oldLow || newHigh < oldHigh
	if old.kind() == Weakening {
		up, down = down, up
	}
	switch {
	case up && down:
		return Mixed
	case up:
		return Strengthened
	case down:
		return Weakened
	case old.forbids() != new.forbids():
		return Mixed
	}
	return Unchanged
}

func (s slot) forbids() bool {
	return slices.ContainsFunc(s.marks, func(m Mark) bool { return m.Class == Prohibition })
}
