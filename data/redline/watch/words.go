package watch

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"travaux/data"
	"travaux/data/redline"
)

// word is a word of a text, a Chinese character, or a mark that ends a phrase.
type word struct {
	full       string // folded, with the diacritics that count
	bare       string // without any diacritics
	capitals   bool   // written in capitals throughout
	start, end int    // runes of the text
}

// split cuts a text into its words; other marks and spaces are left out.
func split(text string, lang data.Lang) []word {
	words := make([]word, 0, len(text)/5+1)
	at := 0
	for _, token := range redline.Tokens(text) {
		start := at
		at += utf8.RuneCountInString(token)
		r, _ := utf8.DecodeRuneInString(token)
		switch {
		case isStop(r):
			words = append(words, word{full: ".", bare: ".", start: start, end: at})
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			words = elided(words, fold(token, lang, start, at), lang)
		}
	}
	return words
}

// isStop reports marks that no phrase goes across.
func isStop(r rune) bool {
	switch r {
	case '.', ';', ':', '?', '!', '。', '；', '：', '؛', '؟', '…', '．':
		return true
	}
	return false
}

// fold gives a word the forms in which it is compared.
func fold(token string, lang data.Lang, start, end int) word {
	w := word{start: start, end: end, capitals: capitals(token)}
	if plain(token) {
		w.full = strings.ToLower(token)
		w.bare = w.full
		return w
	}
	w.full = strings.Map(foldRune, norm.NFC.String(norm.NFKC.String(token)))
	w.full = norm.NFC.String(w.full)
	w.bare = bare(w.full)
	if lang == data.English || lang == data.Arabic {
		w.full = w.bare
	}
	return w
}

// plain reports that a token is of ASCII letters and digits, as most are.
func plain(token string) bool {
	for i := 0; i < len(token); i++ {
		if token[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// capitals reports that a word has at least two letters, all capital.
func capitals(token string) bool {
	n := 0
	for _, r := range token {
		switch {
		case unicode.IsUpper(r):
			n++
		case unicode.IsLetter(r):
			return false
		}
	}
	return n > 1
}

// foldRune folds one rune; it is -1 for what is left out.
func foldRune(r rune) rune {
	switch r {
	case '’', 'ʼ', '‘':
		return '\''
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى':
		return 'ي'
	case 'ё', 'Ё':
		return 'е'
	case '\u0640', '\u0301', '\u0300': // joining stroke; stress marks that compose with nothing
		return -1
	}
	switch {
	case '٠' <= r && r <= '٩':
		return r - '٠' + '0'
	case '۰' <= r && r <= '۹':
		return r - '۰' + '0'
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.Is(unicode.Arabic, r) && unicode.Is(unicode.Mn, r):
		return -1
	case '\u064B' <= r && r <= '\u065F', r == '\u0670': // vowel signs, which belong to no script
		return -1
	}
	return unicode.ToLower(r)
}

// bare takes the diacritics from a folded word. The breve of й makes a letter of
// its own and stays.
func bare(folded string) string {
	if plain(folded) {
		return folded
	}
	var b strings.Builder
	for _, r := range folded {
		if r == 'й' {
			b.WriteRune(r)
			continue
		}
		for _, part := range norm.NFD.String(string(r)) {
			if !unicode.Is(unicode.Mn, part) {
				b.WriteRune(part)
			}
		}
	}
	return b.String()
}

// elided appends a word, in French and in English cut after its apostrophes:
// "l'", "État"; so a phrase is found behind an article.
func elided(words []word, w word, lang data.Lang) []word {
	for lang == data.French {
		i := strings.IndexByte(w.full, '\'')
		j := strings.IndexByte(w.bare, '\'')
		if i < 0 || j < 0 || i+1 == len(w.full) || j+1 == len(w.bare) {
			break
		}
		head := w
		head.full, head.bare = w.full[:i+1], w.bare[:j+1]
		head.end = min(head.start+utf8.RuneCountInString(head.full), w.end)
		words = append(words, head)
		w.full, w.bare, w.start = w.full[i+1:], w.bare[j+1:], head.end
	}
	return append(words, w)
}
