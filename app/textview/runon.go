package textview

import "unicode"

// RunOn is a text as it is shown where it was broken at a fixed width, as by a
// mail program or in the text of a PDF: its lines go on in one another, and the
// margins before them are gone. It has as many runes as the text, each in its
// place, so that what is counted in the text holds; a text that was not broken is
// returned as it is. Shown only: what is copied and kept has its lines.
func RunOn(text []rune) []rune {
	rows := brokenRows(text)
	if !filled(text, rows) {
		return text
	}
	out := append([]rune(nil), text...)
	for i, r := range rows[1:] {
		before := rows[i]
		for k := before.end; k < r.start; k++ {
			out[k] = zeroWidthSpace
		}
		if !unicode.Is(unicode.Han, text[before.end-1]) || !unicode.Is(unicode.Han, text[r.start]) {
			out[before.end] = ' '
		}
	}
	return out
}

const zeroWidthSpace = 0x200B

// Rows shorter than leastRow runes were not broken at a width.
const leastRow = 40

// brokenRow is a row of a text without the white space around it.
type brokenRow struct{ start, end int }

// brokenRows are the rows of a text, nil where one has no words.
func brokenRows(text []rune) []brokenRow {
	var rows []brokenRow
	for at := 0; at <= len(text); {
		end := at
		for end < len(text) && text[end] != '\n' {
			end++
		}
		r := brokenRow{at, end}
		for r.start < r.end && unicode.IsSpace(text[r.start]) {
			r.start++
		}
		for r.start < r.end && unicode.IsSpace(text[r.end-1]) {
			r.end--
		}
		if r.start == r.end {
			return nil
		}
		rows = append(rows, r)
		at = end + 1
	}
	return rows
}

// filled reports whether every row but the last had no room for the word that
// begins the next one, and none is a row of a table of contents. Two rows may be
// a title and a subtitle: there the second must go on in small letters.
func filled(text []rune, rows []brokenRow) bool {
	if len(rows) < 2 {
		return false
	}
	width := 0
	for _, r := range rows {
		width = max(width, r.end-r.start)
	}
	if width < leastRow {
		return false
	}
	for i, r := range rows[:len(rows)-1] {
		next := rows[i+1]
		word := next.start
		for word < next.end && !unicode.IsSpace(text[word]) {
			word++
		}
		if (r.end-r.start+1+min(word-next.start, leastRow/2))*4 < width*3 || dotted(text[r.start:r.end]) {
			return false
		}
	}
	first := text[rows[1].start]
	return len(rows) > 2 || !unicode.IsUpper(first) && !unicode.IsDigit(first)
}

// dotted reports whether a row has the dots that lead to a page's number.
func dotted(row []rune) bool {
	dots := 0
	for _, r := range row {
		if r != '.' {
			dots = 0
			continue
		}
		if dots++; dots > 4 {
			return true
		}
	}
	return false
}
