// Package search finds words in the whole negotiation as they are typed. It
// keeps a folded copy of every searchable text in memory and scans it from end
// to end: no index on disk, exact phrases, all languages alike.
//
// It imports data and x/text's normalisation, nothing else of ours.
//
// Invariant: a text is found by any part of it, whatever the case, the
// diacritics, the Arabic letter forms or the typographic apostrophes of either
// side.
package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letterForms folds letters that people type for one another and that
// compatibility decomposition leaves apart.
var letterForms = map[rune]rune{
	'\u0649': '\u064A', // alef maksura → yeh
	'\u0629': '\u0647', // teh marbuta → heh
	'\u0671': '\u0627', // alef wasla → alef
	'\u06CC': '\u064A', // Farsi yeh → yeh
	'\u06A9': '\u0643', // keheh → kaf
	'’':      '\'',
	'‘':      '\'',
	'ʼ':      '\'',
	'“':      '"',
	'”':      '"',
	'«':      '"',
	'»':      '"',
	'‐':      '-',
	'‑':      '-',
	'–':      '-',
	'—':      '-',
	'ı':      'i',
	'ł':      'l',
	'ø':      'o',
}

// Fold returns the text as it is compared: compatibility-decomposed (NFKD),
// lower case, without marks, format characters and tatweel, with runs of white
// space as one space.
func Fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	space := true
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.IsSpace(r):
			if !space {
				b.WriteByte(' ')
				space = true
			}
			continue
		case r < 0x80:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
		case r == '\u0640' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
			continue
		case r == 'ß' || r == 'ẞ':
			b.WriteString("ss")
		default:
			r = unicode.ToLower(r)
			if folded, ok := letterForms[r]; ok {
				r = folded
			}
			b.WriteRune(r)
		}
		space = false
	}
	return strings.TrimRight(b.String(), " ")
}

// Locate returns the rune ranges [start, end) of the text that match the query
// when both are folded; they do not overlap and are in order.
func Locate(text, query string) [][2]int {
	want := Fold(query)
	if want == "" {
		return nil
	}
	runes := []rune(text)
	hay, origin := foldTracked(runes)
	var hits [][2]int
	for from := 0; ; {
		i := strings.Index(hay[from:], want)
		if i < 0 {
			return hits
		}
		start, last := from+i, from+i+len(want)-1
		end := origin[last] + 1
		for end < len(runes) && !unicode.IsSpace(runes[end]) && Fold(string(runes[end])) == "" {
			end++ // marks belong to the letter before them
		}
		hits = append(hits, [2]int{origin[start], end})
		from = last + 1
	}
}

// foldTracked folds rune by rune and returns, for every byte of the result,
// the index of the rune it came from.
func foldTracked(runes []rune) (folded string, origin []int) {
	var b strings.Builder
	space := true
	for i, r := range runes {
		f := " "
		if !unicode.IsSpace(r) {
			f = Fold(string(r))
		} else if space {
			f = ""
		}
		if f != "" {
			space = f == " "
		}
		b.WriteString(f)
		for range len(f) {
			origin = append(origin, i)
		}
	}
	return b.String(), origin
}
