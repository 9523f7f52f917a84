package segment

import (
	"unicode"

	ucd "github.com/go-text/typesetting/unicodedata"
)

// Words returns the word boundaries of a text (UAX #29): 0, the end of every
// segment, the last being len(text). Segments are words and numbers, and between
// them white space and punctuation, each mark by itself; every Chinese ideograph
// is a segment of its own. An empty text has the one boundary 0.
func Words(text []rune) []int {
	boundaries := make([]int, 1, len(text)/4+2)
	w := words{text: text}
	for i := range text {
		if w.boundary(i) && i > 0 {
			boundaries = append(boundaries, i)
		}
	}
	if len(text) > 0 {
		boundaries = append(boundaries, len(text))
	}
	return boundaries
}

// words walks through a text by the rules WB3 to WB999. Classes of the runes
// before skip extending and format characters (WB4).
type words struct {
	text         []rune
	last, before *unicode.RangeTable // Word_Break of the last rune and of the one before it
	flags        int                 // regional indicators in a row
}

// boundary takes the rune at i and tells whether a segment begins with it.
func (w *words) boundary(i int) bool {
	class := ucd.LookupWordBreakClass(w.text[i])
	if i == 0 {
		w.take(class)
		return true
	}
	previous := w.text[i-1]
	afterNewline := ucd.LookupWordBreakClass(previous) == ucd.WordBreakNewlineCRLF
	if class == ucd.WordBreakExtendFormat && !afterNewline { // WB4
		return false
	}
	var starts bool
	switch {
	case previous == '\r' && w.text[i] == '\n': // WB3
	case afterNewline || class == ucd.WordBreakNewlineCRLF: // WB3a, WB3b
		starts = true
	case previous == zeroWidthJoiner && unicode.Is(ucd.Extended_Pictographic, w.text[i]): // WB3c
	case class == ucd.WordBreakWSegSpace && ucd.LookupWordBreakClass(previous) == class: // WB3d
	case class == ucd.WordBreakRegional_Indicator && w.flags%2 == 1: // WB15, WB16
	default:
		starts = !sameWord(w.before, w.last, class, func() *unicode.RangeTable { return w.after(i) })
	}
	w.take(class)
	return starts
}

const zeroWidthJoiner = 0x200D

func (w *words) take(class *unicode.RangeTable) {
	w.before, w.last = w.last, class
	if class == ucd.WordBreakRegional_Indicator {
		w.flags++
	} else {
		w.flags = 0
	}
}

// after is the class of the first rune behind i that WB4 does not skip.
func (w *words) after(i int) *unicode.RangeTable {
	for _, r := range w.text[i+1:] {
		if class := ucd.LookupWordBreakClass(r); class != ucd.WordBreakExtendFormat {
			return class
		}
	}
	return nil
}

// sameWord applies WB5 to WB13b to the place between the classes last and next;
// after gives the class behind next.
func sameWord(before, last, next *unicode.RangeTable, after func() *unicode.RangeTable) bool {
	letter := func(class *unicode.RangeTable) bool {
		return class == ucd.WordBreakALetter || class == ucd.WordBreakHebrew_Letter
	}
	inLetters := func(class *unicode.RangeTable) bool {
		return class == ucd.WordBreakMidLetter || class == ucd.WordBreakMidNumLet || class == ucd.WordBreakSingle_Quote
	}
	inNumbers := func(class *unicode.RangeTable) bool {
		return class == ucd.WordBreakMidNum || class == ucd.WordBreakMidNumLet || class == ucd.WordBreakSingle_Quote
	}
	number := func(class *unicode.RangeTable) bool { return class == ucd.WordBreakNumeric }
	joining := func(class *unicode.RangeTable) bool { // what an underscore joins
		return letter(class) || number(class) || class == ucd.WordBreakKatakana || class == ucd.WordBreakExtendNumLet
	}
	switch {
	case last == nil || next == nil:
		return false
	case (letter(last) || number(last)) && (letter(next) || number(next)): // WB5, WB8, WB9, WB10
		return true
	case letter(last) && inLetters(next) && letter(after()), letter(before) && inLetters(last) && letter(next): // WB6, WB7
		return true
	case last == ucd.WordBreakHebrew_Letter && next == ucd.WordBreakSingle_Quote: // WB7a
		return true
	case last == ucd.WordBreakHebrew_Letter && next == ucd.WordBreakDouble_Quote && after() == ucd.WordBreakHebrew_Letter: // WB7b
		return true
	case before == ucd.WordBreakHebrew_Letter && last == ucd.WordBreakDouble_Quote && next == ucd.WordBreakHebrew_Letter: // WB7c
		return true
	case number(before) && inNumbers(last) && number(next), number(last) && inNumbers(next) && number(after()): // WB11, WB12
		return true
	case last == ucd.WordBreakKatakana && next == ucd.WordBreakKatakana: // WB13
		return true
	}
	return joining(last) && next == ucd.WordBreakExtendNumLet || last == ucd.WordBreakExtendNumLet && joining(next) // WB13a, WB13b
}
