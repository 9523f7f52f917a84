package library

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data/redline"
	"travaux/data/search"
)

// word is one word of a text: as it is compared, and where it stands.
type word struct {
	folded     string
	start, end int // bytes
}

// wordsOf cuts a text into the words by which it is compared; a Chinese
// character is one.
func wordsOf(text string) []word {
	out := make([]word, 0, len(text)/6+1)
	eachWord(text, func(start, end int) {
		if f := foldWord(text[start:end]); f != "" {
			out = append(out, word{f, start, end})
		}
	})
	return out
}

// eachWord gives the bytes [start, end) of every word of a text.
func eachWord(text string, yield func(start, end int)) {
	at := 0
	for _, t := range redline.Tokens(text) {
		if isWord(t) {
			yield(at, at+len(t))
		}
		at += len(t)
	}
}

func isWord(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// foldWord is search.Fold, short for what is ASCII.
func foldWord(w string) string {
	lower := true
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			return search.Fold(w)
		}
		lower = lower && (w[i] < 'A' || w[i] > 'Z')
	}
	if lower {
		return w
	}
	return strings.ToLower(w)
}

// runesBefore turns byte offsets of a text into rune offsets.
func runesBefore(text string, at int) int { return utf8.RuneCountInString(text[:at]) }
