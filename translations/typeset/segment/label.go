package segment

import (
	"slices"
	"strings"
	"unicode"
)

// keepLabel keeps the labels at the beginning of a paragraph with its first
// word: "1.", "3 bis.", "(a)", "a)", "(ii)", "1 - ", "（一）", "一、", "•".
func (p *places) keepLabel() {
	at := skipSpaces(p.text, 0)
	for {
		end := labelEnd(p.text, at)
		if end == at {
			return
		}
		next := skipSpaces(p.text, end)
		for i := at; i <= next; i++ {
			p.forbid(i)
		}
		at = next
	}
}

func skipSpaces(text []rune, at int) int {
	for at < len(text) && (isSpace(text[at]) || text[at] == 0xA0) {
		at++
	}
	return at
}

// labelEnd returns where the label beginning at a place ends, or the place
// itself where there is none.
func labelEnd(text []rune, at int) int {
	if at == len(text) {
		return at
	}
	if strings.ContainsRune("•‣▪–—-*·", text[at]) {
		if at+1 < len(text) && isSpace(text[at+1]) {
			return at + 1
		}
		return at
	}
	start := at
	opened := strings.ContainsRune("([（", text[start])
	if opened {
		start++
	}
	end := start
	for end < len(text) && (unicode.IsLetter(text[end]) || isDigit(text[end]) || text[end] == '.' && !opened && end+1 < len(text) && isDigit(text[end+1])) {
		end++
	}
	numbering := text[start:end]
	if !isNumbering(numbering) {
		return at
	}
	if ending := latinEnding(text, end); ending > end && isDigit(text[end-1]) {
		end = ending
	}
	if end < len(text) && strings.ContainsRune(")）]", text[end]) {
		return end + 1
	}
	if opened || len(numbering) > 1 && !isNumeral(numbering) { // "So." is a word
		return at
	}
	if end < len(text) && strings.ContainsRune(".．、", text[end]) {
		return end + 1
	}
	// The Arabic versions of UN documents number "1 - ".
	if dash := skipSpaces(text, end); isDigit(text[end-1]) && dash+1 < len(text) && isDashOrHyphen(text[dash]) && isSpace(text[dash+1]) {
		return dash + 1
	}
	return at
}

func isDashOrHyphen(r rune) bool { return isDash(r) || r == '-' }

// isNumbering tells numerals and one or two letters.
func isNumbering(word []rune) bool {
	return len(word) > 0 && (isNumeral(word) || len(word) <= 2 && !unicode.Is(unicode.Han, word[0]))
}

// isNumeral tells digits ("12", "1.2"), Roman and Chinese numerals.
func isNumeral(word []rune) bool {
	if len(word) > 8 {
		return false
	}
	kinds := []func(rune) bool{
		func(r rune) bool { return isDigit(r) || r == '.' },
		func(r rune) bool { return strings.ContainsRune("ivxlc", r) },
		func(r rune) bool { return strings.ContainsRune("IVXLC", r) },
		func(r rune) bool { return strings.ContainsRune(numerals, r) },
	}
	for _, kind := range kinds {
		if !slices.ContainsFunc(word, func(r rune) bool { return !kind(r) }) {
			return true
		}
	}
	return false
}

// latinEnding returns where "bis", "ter" and the like after a number end, or at.
func latinEnding(text []rune, at int) int {
	start := skipSpaces(text, at)
	end := start
	for end < len(text) && 'a' <= text[end] && text[end] <= 'z' {
		end++
	}
	switch string(text[start:end]) {
	case "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "alt":
		return end
	}
	return at
}
