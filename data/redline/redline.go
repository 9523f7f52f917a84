// Package redline says what changed between two texts, word by word, in any
// of the six languages.
//
// It imports nothing of the program and, tests aside, no third-party library.
//
// Invariants, held by property and fuzz tests:
//   - both texts are rebuilt byte for byte from the edits (Old, New);
//   - the same two texts always give the same edits;
//   - at one place the deletion comes before the insertion, and two edits of
//     the same kind never follow one another;
//   - up to exactLimit the result is the cheapest there is under the cost
//     stated at hunkCost: few changed words in few places. That holds for any
//     two texts of 5,000 words each, and for longer ones that differ little;
//     beyond it costs at most LongRatio times as much.
//
// Words are those of Unicode's UAX #29 but for the deviations that a test lists
// with their reasons. Numbers are words, and change as a whole; a bracket is a
// token of its own, so that brackets put round words leave the words alone.
package redline

import "strings"

// Kind says what an edit does.
type Kind uint8

// The three kinds of edit.
const (
	Keep   Kind = iota // the text is in both versions
	Delete             // only in the old one
	Insert             // only in the new one
)

// String gives the kind's name, for logs and failing tests.
func (k Kind) String() string { return [...]string{"keep", "delete", "insert"}[k] }

// Edit is a stretch of text with what happened to it. Text is never empty.
type Edit struct {
	Kind Kind
	Text string
}

// Words compares two texts by words and returns the edits that lead from the
// old to the new one: whole words, spaces and punctuation marks, and single
// characters in Chinese. Equal texts give one Keep, two empty ones nothing.
func Words(old, new string) []Edit {
	if old == new {
		return appendEdit(nil, Keep, old)
	}
	c := compare(scan(old), scan(new))
	c.solve()
	c.slide()
	return c.edits()
}

// Old rebuilds the old text.
func Old(edits []Edit) string { return rebuild(edits, Insert) }

// New rebuilds the new text.
func New(edits []Edit) string { return rebuild(edits, Delete) }

func rebuild(edits []Edit, without Kind) string {
	var b strings.Builder
	for _, e := range edits {
		if e.Kind != without {
			b.WriteString(e.Text)
		}
	}
	return b.String()
}

func appendEdit(edits []Edit, kind Kind, text string) []Edit {
	if text == "" {
		return edits
	}
	return append(edits, Edit{kind, text})
}

// comparison is two texts as tokens, and which tokens of either side have no
// partner on the other. The others are partners in order.
type comparison struct {
	old, new   []token
	gone, come []bool // per token of old, of new
}

// compare numbers the tokens so that equal ones have equal numbers.
func compare(old, new []token) *comparison {
	numbers := make(map[string]int32, len(old))
	for _, side := range [][]token{old, new} {
		for i := range side {
			n, known := numbers[side[i].text]
			if !known {
				n = int32(len(numbers))
				numbers[side[i].text] = n
			}
			side[i].number = n
		}
	}
	return &comparison{old: old, new: new, gone: make([]bool, len(old)), come: make([]bool, len(new))}
}

// solve decides which tokens stay.
func (c *comparison) solve() {
	p := pair{c.old, c.new, c.gone, c.come}
	if !p.solve(exactLimit) {
		c.dropIslands()
	}
}

// solve marks what changed and reports whether that is the cheapest there is.
func (p pair) solve(limit int) bool {
	p = p.trimmed()
	return p.exact(limit) || p.long(limit)
}

// trimmed leaves out what both sides begin and end with. It always stays:
// exchanging any other partner for it costs nothing.
func (p pair) trimmed() pair {
	start, oldEnd, newEnd := 0, len(p.old), len(p.new)
	for start < oldEnd && start < newEnd && p.old[start].number == p.new[start].number {
		start++
	}
	for oldEnd > start && newEnd > start && p.old[oldEnd-1].number == p.new[newEnd-1].number {
		oldEnd--
		newEnd--
	}
	return p.part(start, oldEnd, start, newEnd)
}

// part is the old tokens [old0, old1) and the new ones [new0, new1).
func (p pair) part(old0, old1, new0, new1 int) pair {
	return pair{p.old[old0:old1], p.new[new0:new1], p.gone[old0:old1], p.come[new0:new1]}
}

// hunk is a place where something changed: tokens [old0, old1) became tokens
// [new0, new1). Either may be empty, not both.
type hunk struct{ old0, old1, new0, new1 int }

// hunks lists the changed places in order.
func (c *comparison) hunks() []hunk {
	var out []hunk
	for i, j := 0, 0; i < len(c.old) || j < len(c.new); {
		h := hunk{old0: i, new0: j}
		for i < len(c.old) && c.gone[i] {
			i++
		}
		for j < len(c.new) && c.come[j] {
			j++
		}
		if i == h.old0 && j == h.new0 {
			i++
			j++
			continue
		}
		h.old1, h.new1 = i, j
		out = append(out, h)
	}
	return out
}

// edits writes the outcome down.
func (c *comparison) edits() []Edit {
	var out []Edit
	at := 0
	for _, h := range c.hunks() {
		out = appendEdit(out, Keep, join(c.old[at:h.old0]))
		out = appendEdit(out, Delete, join(c.old[h.old0:h.old1]))
		out = appendEdit(out, Insert, join(c.new[h.new0:h.new1]))
		at = h.old1
	}
	return appendEdit(out, Keep, join(c.old[at:]))
}

// Changed counts the words that came and went, a Chinese character being one,
// and the places where something changed.
func Changed(edits []Edit) (inserted, deleted, places int) {
	changing := false
	for _, e := range edits {
		if e.Kind == Keep {
			changing = false
			continue
		}
		if !changing {
			places++
		}
		changing = true
		words := 0
		for _, t := range scan(e.Text) {
			if t.class == word {
				words++
			}
		}
		if e.Kind == Insert {
			inserted += words
		} else {
			deleted += words
		}
	}
	return inserted, deleted, places
}
