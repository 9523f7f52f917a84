package redline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class says what a token is; it decides what changing it costs.
type class uint8

const (
	word    class = iota // letters and digits; one Chinese character
	space                // white space, and marks nobody sees
	mark                 // punctuation and symbols
	opening              // an opening bracket
	closing              // a closing bracket
)

// token is the smallest piece that changes as a whole.
type token struct {
	text   string
	class  class
	number int32 // equal for equal texts within one comparison
}

// Costs in twentieths of a word: a changed word counts 1, a punctuation mark
// 1/2, a space 1/20, and every place of change 2 more, because a reader has
// to stop there.
const (
	wordCost  = 20
	markCost  = 10
	spaceCost = 1
	hunkCost  = 40
)

func (t token) cost() int32 {
	switch t.class {
	case word:
		return wordCost
	case space:
		return spaceCost
	}
	return markCost
}

// scan cuts a text into tokens without losing a byte: runs of letters and
// digits (with apostrophes, and full stops or commas between digits, inside),
// runs of white space, single Chinese characters, single marks. Combining
// marks stay with what they combine with. These are the words of UAX #29, found
// as fast as by a library for all of it, but for what drafts need otherwise.
func scan(text string) []token {
	tokens := make([]token, 0, len(text)/4+1)
	for start := 0; start < len(text); {
		class, end := tokenAt(text, start)
		tokens = append(tokens, token{text: text[start:end], class: class})
		start = end
	}
	return tokens
}

// tokenAt finds the end of the token that begins at start.
func tokenAt(text string, start int) (class, int) {
	first, size := utf8.DecodeRuneInString(text[start:])
	class, end := classify(first), start+size
	switch {
	case class == word && !ideograph(first):
		return class, wordEnd(text, end, first)
	case class == space:
		return class, runEnd(text, end, func(r rune) bool { return classify(r) == space })
	}
	return class, runEnd(text, end, unicode.IsMark)
}

// Tokens cuts a text into the pieces that Words keeps, deletes and inserts as
// a whole; joined they are the text.
func Tokens(text string) []string {
	tokens := make([]string, 0, len(text)/4+1)
	for start := 0; start < len(text); {
		_, end := tokenAt(text, start)
		tokens = append(tokens, text[start:end])
		start = end
	}
	return tokens
}

func classify(r rune) class {
	if int(r) < len(alphabets) {
		return alphabets[r]
	}
	return classifyAny(r)
}

// alphabets holds what classifyAny returns for Latin, Cyrillic and Arabic.
var alphabets = func() (classes [0x700]class) {
	for r := range classes {
		classes[r] = classifyAny(rune(r))
	}
	return classes
}()

func classifyAny(r rune) class {
	switch {
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		return word
	case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
		return space
	case unicode.Is(unicode.Ps, r) || r == '«':
		return opening
	case unicode.Is(unicode.Pe, r) || r == '»':
		return closing
	}
	return mark
}

// ideograph reports scripts that write words without spaces.
func ideograph(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func runEnd(text string, at int, belongs func(rune) bool) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !belongs(r) {
			break
		}
		at += size
	}
	return at
}

// wordEnd finds the end of the word whose first character, last, ends at at.
func wordEnd(text string, at int, last rune) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if classify(r) != word || ideograph(r) {
			next, _ := utf8.DecodeRuneInString(text[at+size:])
			if !joins(last, r, next) {
				break
			}
		}
		last = r
		at += size
	}
	return at
}

// joins reports whether a character between two others holds one word
// together: l’État, 1,000, and the joiners and soft hyphens inside a word.
func joins(before, r, after rune) bool {
	switch r {
	case '\'', '’', '\u02BC':
		return unicode.IsLetter(before) && unicode.IsLetter(after) && !ideograph(after)
	case '.', ',', '٫', '٬':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	case '\u00AD', '\u200C', '\u200D':
		return (unicode.IsLetter(after) || unicode.IsMark(after)) && !ideograph(after)
	}
	return false
}

func join(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.text)
	}
	return b.String()
}
