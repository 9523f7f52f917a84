package concord

import (
	"unicode"

	"travaux/data"
	"travaux/data/text"
)

// token is a word, a number in digits, a Chinese character or a mark, folded.
type token struct {
	kind       tokenKind
	word       string // folded; of digits the digits
	start, end int    // runes of the text
	gap        bool   // white space stands before it
	upper      bool   // begins with a capital
}

type tokenKind uint8

const (
	tokenMark tokenKind = iota
	tokenWord
	tokenDigits
	tokenHan
)

// lex divides a text into tokens. White space is no token.
func lex(s string) []token {
	var out []token
	gap, at := false, 0
	for _, r := range s {
		i := at
		at++
		f := text.Fold(r)
		if f == 0 {
			continue
		}
		if unicode.IsSpace(f) {
			gap = true
			continue
		}
		kind := kindOf(f)
		if n := len(out) - 1; n >= 0 && !gap && kind == out[n].kind && (kind == tokenWord || kind == tokenDigits) {
			out[n].word += string(f)
			out[n].end = at
			continue
		}
		out = append(out, token{kind, string(f), i, at, gap, unicode.IsUpper(r)})
		gap = false
	}
	return out
}

func kindOf(f rune) tokenKind {
	switch {
	case f >= '0' && f <= '9':
		return tokenDigits
	case unicode.Is(unicode.Han, f) || f == '〇':
		return tokenHan
	case unicode.IsLetter(f):
		return tokenWord
	}
	return tokenMark
}

// reader reads the numbers of a text from its tokens.
type reader struct {
	lang data.Lang
	list []token
	lex  *lexicon
}

// at returns a token, or an empty one beyond the ends.
func (r *reader) at(i int) token {
	if i < 0 || i >= len(r.list) {
		return token{}
	}
	return r.list[i]
}

func (r *reader) is(i int, mark string) bool {
	return r.at(i).kind == tokenMark && r.at(i).word == mark
}

// says reports whether the words stand at i: of Chinese, characters one by one.
func (r *reader) says(i int, words ...string) bool {
	for k, w := range words {
		if r.at(i+k).word != w {
			return false
		}
	}
	return true
}
