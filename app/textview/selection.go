package textview

import (
	"slices"

	"travaux/translations/typeset/segment"
)

// place is a Position by index.
type place struct{ block, offset int }

func (p place) before(q place) bool {
	return p.block < q.block || p.block == q.block && p.offset < q.offset
}

// selection runs from where it was begun to where the pointer or the keyboard
// is now, which is also where the caret stands.
type selection struct {
	anchor, head place
	upstream     bool // of the head; see spot
}

func (s selection) empty() bool { return s.anchor == s.head }

func (s selection) ordered() (from, to place) {
	if s.head.before(s.anchor) {
		return s.head, s.anchor
	}
	return s.anchor, s.head
}

// within is the part of the selection in block i of length runes.
func (s selection) within(i, length int) (from, to int) {
	start, end := s.ordered()
	if s.empty() || i < start.block || i > end.block {
		return 0, 0
	}
	to = length
	if i == start.block {
		from = start.offset
	}
	if i == end.block {
		to = end.offset
	}
	return min(from, length), min(to, length)
}

// Selection is what a person has selected; ok is false when nothing is.
func (d *Document) Selection() (from, to Position, ok bool) {
	if d.selection.empty() || len(d.blocks) == 0 {
		return from, to, false
	}
	a, b := d.selection.ordered()
	return Position{d.blocks[a.block].ID, a.offset}, Position{d.blocks[b.block].ID, b.offset}, true
}

// Select selects words; equal positions select none. Unknown IDs are ignored.
func (d *Document) Select(from, to Position) {
	a, ok := d.index[from.ID]
	b, ok2 := d.index[to.ID]
	if ok && ok2 {
		d.selectPlaces(place{a, from.Offset}, place{b, to.Offset})
	}
}

// SelectBlock selects the whole block the selection ends in and, where that is
// so already, all blocks.
func (d *Document) SelectBlock() {
	if len(d.blocks) == 0 {
		return
	}
	last := func(i int) place { return place{i, len([]rune(d.blocks[i].Text))} }
	i := d.selection.head.block
	if from, to := d.selection.ordered(); from == (place{i, 0}) && to == last(i) && from != to {
		d.selectPlaces(place{}, last(len(d.blocks)-1))
		return
	}
	d.selectPlaces(place{i, 0}, last(i))
}

func (d *Document) selectPlaces(anchor, head place) {
	d.selectTo(selection{anchor: anchor, head: head})
}

func (d *Document) selectTo(s selection) {
	was := d.selection
	d.selection = s
	d.goal = -1
	if was == s {
		return
	}
	if !s.empty() {
		for _, other := range d.flow.members { // only one column has a selection
			if other != d && !other.selection.empty() {
				other.selectTo(selection{anchor: other.selection.head, head: other.selection.head})
			}
		}
	}
	for t, r := range d.rows {
		if d.touches(was, t.block) != d.touches(s, t.block) {
			r.Refresh()
		}
	}
	d.caretMoved()
	if d.OnSelected != nil && (was.anchor != s.anchor || was.head != s.head) {
		d.OnSelected()
	}
}

// touches is the part of a selection in block i.
func (d *Document) touches(s selection, i int) [2]int {
	n := 1 << 30
	if d.set[i] != nil {
		n = len(d.set[i].text)
	}
	from, to := s.within(i, n)
	return [2]int{from, to}
}

// wordAt is the word around an offset, or what stands there between words.
func wordAt(text []rune, offset int) (start, end int) {
	if len(text) == 0 {
		return 0, 0
	}
	edges := segment.Words(text)
	i, found := slices.BinarySearch(edges, min(offset, len(text)-1))
	if !found {
		i--
	}
	return edges[i], edges[min(i+1, len(edges)-1)]
}
