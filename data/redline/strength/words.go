package strength

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"travaux/data"
	"travaux/data/redline"
)

// word is a token of a text as expressions are matched against it.
type word struct {
	text       string // folded
	voiced     string // with its Arabic vowel signs, where it has any
	start, end int    // runes
	kind       wordKind
}

type wordKind uint8

const (
	letters wordKind = iota // a word; one Chinese character
	number
	comma
	stop    // what ends a sentence or an item
	bracket // a square bracket
	mark    // any other mark
)

// split cuts a text into words and marks, without white space. French
// elisions are words of their own.
func split(text string, lang data.Lang) []word {
	tokens := redline.Tokens(text)
	words := make([]word, 0, len(tokens))
	at := 0
	for _, t := range tokens {
		start := at
		at += utf8.RuneCountInString(t)
		r, _ := utf8.DecodeRuneInString(t)
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		w := word{text: fold(t), start: start, end: at, kind: kindOf(r)}
		if lang == data.Arabic && strings.ContainsFunc(t, unicode.IsMark) {
			w.voiced = norm.NFC.String(t)
		}
		if w.kind == comma {
			w.text = ","
		}
		if lang == data.French {
			words = elided(words, w)
			continue
		}
		words = append(words, w)
	}
	return words
}

// elided appends a French word, cut after its apostrophes: "lorsqu'", "il". The
// s' of "s'il" is si, not se.
func elided(words []word, w word) []word {
	for {
		i := strings.IndexByte(w.text, '\'')
		if i < 0 || i+1 == len(w.text) || w.kind != letters {
			return append(words, w)
		}
		head := w
		head.text = w.text[:i+1]
		head.end = head.start + utf8.RuneCountInString(head.text)
		if rest := w.text[i+1:]; head.text == "s'" && (rest == "il" || rest == "ils") {
			head.text = "si"
		}
		words = append(words, head)
		w.text, w.start = w.text[i+1:], head.end
	}
}

func kindOf(r rune) wordKind {
	switch {
	case unicode.IsDigit(r):
		return number
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letters
	}
	switch r {
	case ',', '،', '，':
		return comma
	case '.', ';', ':', '?', '!', '。', '；', '：', '؛', '؟', '…':
		return stop
	case '[', ']', '［', '］', '【', '】':
		return bracket
	}
	return mark
}

// fold gives the form in which words are compared: lower case, composed,
// without vowel signs, kashida and what nobody sees, with one apostrophe and
// one alef.
func fold(token string) string {
	same := true
	for _, r := range token {
		if r >= 0x300 && unicode.Is(unicode.Mn, r) {
			return strings.Map(foldRune, norm.NFC.String(token))
		}
		same = same && foldRune(r) == r
	}
	if same {
		return token
	}
	return strings.Map(foldRune, token)
}

// foldRune folds one rune; it is -1 for what is left out.
func foldRune(r rune) rune {
	if int(r) < len(folded) {
		return folded[r]
	}
	return foldAny(r)
}

// folded holds what foldAny returns for Latin, Cyrillic and Arabic.
var folded = func() (runes [0x700]rune) {
	for r := range runes {
		runes[r] = foldAny(rune(r))
	}
	return runes
}()

func foldAny(r rune) rune {
	switch r {
	case '’', 'ʼ', '‘':
		return '\''
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى':
		return 'ي'
	case 'ё', 'Ё':
		return 'е'
	case '\u0640':
		return -1
	}
	switch {
	case unicode.Is(unicode.Han, r):
		return r
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return -1
	}
	return unicode.ToLower(r)
}
