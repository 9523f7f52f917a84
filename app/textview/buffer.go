package textview

import (
	"slices"
	"unicode"

	"travaux/translations/typeset/segment"
)

// buffer is the text of an Editor, its selection and its history. It knows
// neither layout nor Fyne. Head is where the caret stands; the selection lies
// between anchor and head.
type buffer struct {
	text         []rune
	anchor, head int
	upstream     bool // of the head; see spot

	done, undone []change
	typing       bool // the last change may take in the next typed rune
}

// change replaced removed by inserted at a place.
type change struct {
	at                 int
	removed, inserted  []rune
	anchor, head       int // selection before
	anchorNow, headNow int // and after
}

// mostChanges bounds the memory of the history.
const mostChanges = 1000

func (b *buffer) ordered() (from, to int) { return min(b.anchor, b.head), max(b.anchor, b.head) }

func (b *buffer) selected() string {
	from, to := b.ordered()
	return string(b.text[from:to])
}

// reset puts in another text without history; the caret stands at its end.
func (b *buffer) reset(text []rune) {
	*b = buffer{text: text, anchor: len(text), head: len(text)}
}

// caret is where the caret stands.
func (b *buffer) caret() spot { return spot{b.head, b.upstream} }

// move places the caret; keep leaves the anchor, which selects.
func (b *buffer) move(to int, keep bool) { b.place(spot{offset: to}, keep) }

// place is move to a spot.
func (b *buffer) place(to spot, keep bool) {
	b.head, b.upstream = min(max(to.offset, 0), len(b.text)), to.upstream
	if !keep {
		b.anchor = b.head
	}
	b.typing = false
}

// replace puts runes in the place of [from, to) and remembers how to go back.
func (b *buffer) replace(from, to int, with []rune) {
	if from == to && len(with) == 0 {
		return
	}
	c := change{
		at: from, removed: slices.Clone(b.text[from:to]), inserted: slices.Clone(with),
		anchor: b.anchor, head: b.head, anchorNow: from + len(with), headNow: from + len(with),
	}
	b.apply(c)
	b.undone = nil
	b.typing = false
	b.done = append(b.done, c)
	if len(b.done) > mostChanges {
		b.done = slices.Delete(b.done, 0, len(b.done)-mostChanges)
	}
}

func (b *buffer) apply(c change) {
	text := make([]rune, 0, len(b.text)-len(c.removed)+len(c.inserted))
	text = append(text, b.text[:c.at]...)
	text = append(text, c.inserted...)
	b.text = append(text, b.text[c.at+len(c.removed):]...)
	b.anchor, b.head, b.upstream = c.anchorNow, c.headNow, false
}

// insert puts runes in the place of the selection.
func (b *buffer) insert(with []rune) {
	from, to := b.ordered()
	b.replace(from, to, with)
}

// typed inserts one rune. A word typed in one go is one step of the history, and
// so is what comes together with the rune before; ideographs make no words.
func (b *buffer) typed(r rune, together bool) {
	joined := b.typing && b.anchor == b.head && len(b.done) > 0 && (together || !unicode.IsSpace(r) && !unicode.Is(unicode.Han, r))
	b.insert([]rune{r})
	if n := len(b.done); joined && n > 1 {
		last, c := &b.done[n-2], b.done[n-1]
		last.inserted = append(last.inserted, c.inserted...)
		last.anchorNow, last.headNow = c.anchorNow, c.headNow
		b.done = b.done[:n-1]
	}
	b.typing = true
}

// erase removes the selection, or else what lies between the caret and another
// place.
func (b *buffer) erase(other int) {
	if from, to := b.ordered(); from != to {
		b.replace(from, to, nil)
		return
	}
	other = min(max(other, 0), len(b.text))
	b.replace(min(b.head, other), max(b.head, other), nil)
}

func (b *buffer) undo() bool {
	n := len(b.done)
	if n == 0 {
		return false
	}
	c := b.done[n-1]
	b.done = b.done[:n-1]
	b.apply(change{at: c.at, removed: c.inserted, inserted: c.removed, anchorNow: c.anchor, headNow: c.head})
	b.undone = append(b.undone, c)
	b.typing = false
	return true
}

func (b *buffer) redo() bool {
	n := len(b.undone)
	if n == 0 {
		return false
	}
	c := b.undone[n-1]
	b.undone = b.undone[:n-1]
	b.apply(c)
	b.done = append(b.done, c)
	b.typing = false
	return true
}

// grapheme is the edge of the next or previous user-perceived character. Only
// the neighbourhood is looked at, so that long texts stay fast.
func (b *buffer) grapheme(from int, forward bool) int {
	start, end := b.around(from)
	edges := segment.Graphemes(b.text[start:end])
	if forward {
		for _, e := range edges {
			if start+e > from {
				return start + e
			}
		}
		return min(from+1, len(b.text))
	}
	for i := len(edges) - 1; i >= 0; i-- {
		if start+edges[i] < from {
			return start + edges[i]
		}
	}
	return max(from-1, 0)
}

// before is where Backspace deletes to: one rune back, so that an accent goes
// before its letter; but a whole emoji or a pair of line end runes at once.
func (b *buffer) before(from int) int {
	start := b.grapheme(from, false)
	if from-start > 1 && unicode.IsMark(b.text[from-1]) {
		return from - 1
	}
	return start
}

// word is the edge of the next or previous word: over white space and
// punctuation to the far side of a word backwards, to the near side forwards.
func (b *buffer) word(from int, forward bool) int {
	start, end := b.around(from)
	if start == end || forward && from == end || !forward && from == start {
		return b.grapheme(from, forward)
	}
	return start + wordFrom(b.text[start:end], from-start, forward)
}

// around is the line (between line ends) an offset lies in.
func (b *buffer) around(at int) (start, end int) {
	start, end = at, at
	for start > 0 && b.text[start-1] != '\n' {
		start--
	}
	for end < len(b.text) && b.text[end] != '\n' {
		end++
	}
	return start, end
}
