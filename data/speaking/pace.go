package speaking

import (
	"time"
	"unicode"

	"travaux/data"
)

// Bounds of a pace that a person may set, in words or Chinese characters a
// minute.
const (
	Slowest = 40
	Fastest = 400
)

// Default is the pace at which a statement is read in a language, in words a
// minute, of Chinese in characters (reference: speaking rates of statements in
// interpreted meetings, the middle of each range; unverified).
func Default(lang data.Lang) int {
	switch lang {
	case data.French, data.Spanish:
		return 130
	case data.Russian:
		return 105
	case data.Arabic:
		return 108
	case data.Chinese:
		return 215
	}
	return 120
}

// Paced is a pace that can be worked with: the default for none, else within the
// bounds.
func Paced(pace int, lang data.Lang) int {
	if pace <= 0 {
		return Default(lang)
	}
	return min(max(pace, Slowest), Fastest)
}

// latinInChinese is how many characters a word in Latin letters counts for in
// Chinese.
const latinInChinese = 2

// Units counts what a text takes to say: words, or in Chinese characters.
func Units(text string, lang data.Lang) int {
	n := 0
	for r := []rune(text); len(r) > 0; {
		var units, read int
		switch c := r[0]; {
		case unicode.IsDigit(c):
			read = span(r, func(c rune) bool { return unicode.IsDigit(c) })
			if units = (read + 1) / 2; lang == data.Chinese {
				units = read
			}
		case unicode.Is(unicode.Han, c):
			units, read = 1, 1
		case unicode.IsLetter(c):
			read = span(r, inWord)
			if units = 1; lang == data.Chinese {
				units = latinInChinese
			}
		default:
			read = 1
		}
		n += units
		r = r[read:]
	}
	return n
}

// span is how many runes at the start are of a kind.
func span(r []rune, of func(rune) bool) int {
	n := 0
	for n < len(r) && of(r[n]) {
		n++
	}
	return n
}

// inWord reports whether a rune goes on with a word: apostrophes and hyphens
// within it do, digits begin something new.
func inWord(r rune) bool {
	switch r {
	case '\'', '’', '-', '‐', '‑', '\u00ad', '\u200d', '\u0640':
		return true
	}
	return (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.Is(unicode.Han, r)
}

// Takes is how long a text takes to say at a pace (Paced).
func Takes(text string, lang data.Lang, pace int) time.Duration {
	return takes(Units(text, lang), Paced(pace, lang))
}

func takes(units, pace int) time.Duration {
	return time.Duration(units) * time.Minute / time.Duration(pace)
}

// PaceOf is the pace at which so much of a text was said in a time; 0 before
// anything can be said of it.
func PaceOf(text string, lang data.Lang, took time.Duration) int {
	if took < time.Second {
		return 0
	}
	return int((time.Duration(Units(text, lang))*time.Minute + took/2) / took)
}
