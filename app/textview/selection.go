package textview

import (
	"slices"
	"strings"

	"travaux/translations/typeset/segment"
)

// place is a Position by index.
type place struct{ block, offset int }

func (p place) before(q place) bool {
	return p.block < q.block || p.block == q.block && p.offset < q.offset
}

// selection runs from where it was begun to where the pointer or the keyboard
// is now.
type selection struct{ anchor, head place }

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
	return from, to
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

func (d *Document) selectPlaces(anchor, head place) {
	was := d.selection
	d.selection = selection{anchor, head}
	if was == d.selection {
		return
	}
	for t, r := range d.rows {
		if d.touches(was, t.block) != d.touches(d.selection, t.block) {
			r.Refresh()
		}
	}
	if d.OnSelected != nil {
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

// SelectedText is the selected text as it stands in the blocks, deletions
// included; one line for each block.
func (d *Document) SelectedText() string { return d.collect(false) }

// CopyText is what Copy puts on the clipboard: the selected words without those
// marked as deleted, for a struck word would come back as if it stood; and with
// the labels of blocks that are taken from their beginning when the selection
// spans several.
func (d *Document) CopyText() string { return d.collect(true) }

func (d *Document) collect(asRead bool) string {
	if d.selection.empty() {
		return ""
	}
	start, end := d.selection.ordered()
	var parts []string
	for i := start.block; i <= end.block; i++ {
		b := &d.blocks[i]
		text := []rune(b.Text)
		from, to := d.selection.within(i, len(text))
		part := string(text[from:max(to, from)])
		if asRead {
			part = without(text, from, to, b.Marks)
			if b.Label != "" && from == 0 && start.block != end.block {
				part = strings.TrimRight(b.Label+" "+part, " ")
			}
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "\n")
}

// without is text[from:to] without deleted runes.
func without(text []rune, from, to int, marks []Mark) string {
	var out strings.Builder
	for i := from; i < to; i++ {
		gone := slices.ContainsFunc(marks, func(m Mark) bool { return m.Kind == Deleted && m.Start <= i && i < m.End })
		if !gone {
			out.WriteRune(text[i])
		}
	}
	return out.String()
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
