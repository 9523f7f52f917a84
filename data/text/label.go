package text

import (
	"slices"
	"strconv"
	"strings"
)

// Class is the kind of number a label carries.
type Class string

// Classes of numbering. Letters of any alphabet are letters; Chinese and
// Arabic numerals of paragraphs are numbers.
const (
	ClassNone   Class = ""
	ClassNumber Class = "number"
	ClassLetter Class = "letter"
	ClassRoman  Class = "roman"
	ClassBullet Class = "bullet"
	ClassOption Class = "option"
)

// Label is a printed number understood: "OP10 bis alt", "[7][6] bis", "(b)",
// "Article 3 bis", "Option A", "第三条之二" (reference: negotiation, numbering grammar). It
// says where a provision stands among its neighbours, never which it is.
type Label struct {
	Printed   string // as given, without the white space around it
	Unit      string // "art", "ch", "part", "sec", "annex", … for headings; "op", "pp", "opt"; else ""
	Class     Class  //
	Value     int    // 7; 2 for b, (ب), ㈡; 4 for iv; 0 for "OP0" and placeholders such as [X]
	Sub       []int  // 2 of "2.2"
	Marks     []Mark // in the printed order
	Contested []int  // the other candidates of "[7][6] bis"
	Bracketed bool   // a square bracket opens before or inside it
	Upper     bool   // capital letters or numerals
}

// Mark is what a number carries after its base: bis, alt, supra.
type Mark struct {
	Rank   int // RankSupra, RankAlt, or 2 for bis, 3 for ter, …
	Number int // 2 of "alt 2"; 0 if none
}

// Ranks of the marks that are not bis, ter…; a number without a mark counts
// as 0 between them.
const (
	RankSupra = -1 // inserted before
	RankAlt   = 1  // alternative of
)

// Key orders labels of one list: supra < base < alt < bis, contested numbers
// by their first candidate.
func (l Label) Key() []int {
	key := make([]int, 4, 4+2*len(l.Marks))
	key[0] = l.Value
	copy(key[1:], l.Sub)
	for _, m := range l.Marks {
		key = append(key, m.Rank, m.Number)
	}
	return key
}

// Compare returns -1, 0 or 1 as l stands before, with or after m.
func (l Label) Compare(m Label) int {
	a, b := l.Key(), m.Key()
	for len(a) < len(b) {
		a = append(a, 0)
	}
	for len(b) < len(a) {
		b = append(b, 0)
	}
	return slices.Compare(a, b)
}

// Elem is the label's neutral form in a path: "7", "7bis", "b", "iv",
// "10bisalt", "art3bis".
func (l Label) Elem() string {
	var b strings.Builder
	switch l.Unit {
	case "", "op":
	default:
		b.WriteString(l.Unit)
	}
	b.WriteString(l.base())
	for _, m := range l.Marks {
		switch m.Rank {
		case RankSupra:
			b.WriteString("supra")
		case RankAlt:
			b.WriteString("alt")
		default:
			b.WriteString(SuffixName(m.Rank))
		}
		if m.Number > 0 {
			b.WriteString(strconv.Itoa(m.Number))
		}
	}
	return b.String()
}

func (l Label) base() string {
	s := strconv.Itoa(l.Value)
	switch {
	case l.Class == ClassLetter:
		s = toLetters(l.Value)
	case l.Class == ClassRoman && (l.Unit == "" || l.Value == 0):
		s = toRoman(l.Value)
	case l.Class == ClassNone && l.Value == 0:
		s = ""
	}
	for _, n := range l.Sub {
		s += "." + strconv.Itoa(n)
	}
	return s
}

// ParseLabel reads a label that stands alone, as an outline or a person gives
// it. ok is false if it is none; the label then holds only what was given.
func ParseLabel(s string) (label Label, ok bool) {
	runes := []rune(strings.TrimSpace(s))
	h := normalise(runes, 200)
	if hd, found := h.heading(0); found && h.skipTail(hd.end) == len(h.r) {
		hd.label.Printed = string(runes)
		return hd.label, true
	}
	if at, bracketed := h.brackets(h.skipSpace(0)); at < len(h.r) {
		if o, _, end, found := h.option(at); found && h.skipTail(end) == len(h.r) {
			o.Printed, o.Bracketed = string(runes), o.Bracketed || bracketed
			return o, true
		}
	}
	items, end := h.enumerator(0, runes, true)
	if len(items) == 0 || h.skipTail(end) != len(h.r) {
		return Label{Printed: string(runes)}, false
	}
	label = items[0].label
	label.Printed = string(runes)
	return label, true
}

// skipTail passes closing brackets, stops and space.
func (h head) skipTail(i int) int {
	for i < len(h.r) && (space(h.r[i]) || strings.ContainsRune("].:-", h.r[i])) {
		i++
	}
	return i
}
