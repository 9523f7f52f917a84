package textview

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data/redline"
	"travaux/translations/typeset"
)

// Spans turns a word difference into the text that shows both versions and the
// marks on it.
func Spans(edits []redline.Edit) (text string, marks []Mark) {
	var all strings.Builder
	at := 0
	for _, e := range edits {
		n := utf8.RuneCountInString(e.Text)
		switch e.Kind {
		case redline.Insert:
			marks = append(marks, Mark{Kind: Inserted, Start: at, End: at + n})
		case redline.Delete:
			marks = append(marks, Mark{Kind: Deleted, Start: at, End: at + n})
		}
		all.WriteString(e.Text)
		at += n
	}
	return all.String(), marks
}

// inked are the bits of a span's typeset mark: what its face and its pen must
// know.
const (
	inkInserted = 1 << iota
	inkDeleted
	inkBracket
	inkQuiet
	inkHeading
	inkBold
	inkItalic
	inkChip
	inkLink
	inkStrength
	inkMoved
	inkFlaw

	inkApart = inkInserted | inkDeleted | inkChip | inkMoved // letters do not join across their edges
)

// bits are what a mark changes on its letters. Marks that change none are only
// painted around them, and cost no layout.
func (k MarkKind) bits() int {
	switch k {
	case Inserted:
		return inkInserted
	case Deleted:
		return inkDeleted
	case Bracket:
		return inkBracket
	case Bold:
		return inkBold
	case Italic:
		return inkItalic
	case Quiet:
		return inkQuiet
	case Chip:
		return inkChip
	case Link, LinkBroken:
		return inkLink
	case Must:
		return inkStrength | inkBold
	case Ought, May:
		return inkStrength
	case MovedHere, MovedAway:
		return inkMoved
	case Flaw:
		return inkFlaw | inkBold
	}
	return 0
}

// room is what a mark needs beside its letters for a plate or a sign, in
// multiples of the text's size.
func (k MarkKind) room() (before, after float64) {
	switch k {
	case Chip:
		return chipRoom, chipRoom
	case LinkBroken, Flaw:
		return 0, signRoom
	case MovedHere:
		return arrowRoom, 0
	case MovedAway:
		return 0, arrowRoom
	}
	return 0, 0
}

// Room beside letters, in multiples of the text's size.
const (
	chipRoom  = 0.36
	signRoom  = 0.66
	arrowRoom = 0.95
)

// letters is a text cut where its marks change its letters.
type letters struct {
	bits          []uint16
	cuts          []bool // a span ends before the rune although the bits are the same
	before, after map[int]float64
}

func newLetters(text []rune, marks []Mark, size float64) *letters {
	l := &letters{bits: make([]uint16, len(text)), cuts: make([]bool, len(text)+1)}
	for _, m := range marks {
		start, end := max(m.Start, 0), min(m.End, len(text))
		if start >= end {
			continue
		}
		if m.Kind == Bracket { // only the brackets themselves stand out
			for _, at := range [...]int{start, end - 1} {
				if isBracket(text[at]) {
					l.set(at, at+1, inkBracket)
					l.cuts[at], l.cuts[at+1] = true, true // each stands out with its own partner
				}
			}
			continue
		}
		l.set(start, end, m.Kind.bits())
		l.reserve(start, end, m.Kind, size)
	}
	return l
}

func (l *letters) set(start, end, bits int) {
	for i := start; i < end; i++ {
		l.bits[i] |= uint16(bits)
	}
}

func (l *letters) reserve(start, end int, k MarkKind, size float64) {
	before, after := k.room()
	if before == 0 && after == 0 {
		return
	}
	if l.before == nil {
		l.before, l.after = map[int]float64{}, map[int]float64{}
	}
	l.cuts[start], l.cuts[end] = true, true
	l.before[start] = max(l.before[start], before*size)
	l.after[end] = max(l.after[end], after*size)
}

// isBracket tells brackets from the letters where a pair that spans blocks goes
// on; files with mirrored brackets have them at either end.
func isBracket(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pe) }

// spans cuts a text where its marks change face, ink or room; width is that of the
// lines.
func spans(text []rune, marks []Mark, base typeset.Style, always int, width float64) []typeset.Span {
	n := len(text)
	if n == 0 || len(marks) == 0 {
		return []typeset.Span{{End: n, Style: base, Mark: always}}
	}
	l := newLetters(text, marks, base.Size)
	var list []typeset.Span
	for start := 0; start < n; {
		end := start + 1
		for end < n && l.bits[end] == l.bits[start] && !l.cuts[end] {
			end++
		}
		mark := int(l.bits[start]) | always
		list = append(list, typeset.Span{
			Start: start, End: end, Style: styleOf(mark, base), Mark: mark, Break: mark&inkApart != 0,
			Before: l.before[start], After: l.after[end],
			Whole: mark&inkChip != 0 && float64(end-start)*base.Size*0.5 < width,
		})
		start = end
	}
	return list
}

// styleOf is the style of letters with some bits.
func styleOf(mark int, base typeset.Style) typeset.Style {
	if mark&inkChip != 0 {
		return typeset.Style{Family: typeset.Sans, Size: math.Round(base.Size * 0.74)}
	}
	base.Bold = base.Bold || mark&(inkBracket|inkBold) != 0
	base.Italic = base.Italic || mark&inkItalic != 0
	return base
}
