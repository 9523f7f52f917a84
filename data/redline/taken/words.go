package taken

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data/redline"
)

// word is one word of a text.
type word struct {
	id         int32 // equal for words that count as equal
	start, end int   // runes of the text
	depth      int   // square brackets that it stands in
	figure     bool  // a number: its going says little, for references are renumbered
	para       int   // index of the paragraph it stands in; -1: of a proposal
}

func (w word) same(v word) bool { return w.id == v.id }

// gram is three words in a row.
type gram [3]int32

// vocabulary numbers the words of two versions. What a proposal has besides
// gets numbers below zero, of its own.
type vocabulary struct {
	ids   map[string]int32
	fresh map[string]int32 // of one proposal; nil while the versions are read
}

func (v vocabulary) id(text string) int32 {
	text = plain(text)
	if id, known := v.ids[text]; known {
		return id
	}
	if v.fresh == nil {
		v.ids[text] = int32(len(v.ids)) + 1
		return v.ids[text]
	}
	if id, known := v.fresh[text]; known {
		return id
	}
	v.fresh[text] = -int32(len(v.fresh)) - 1
	return v.fresh[text]
}

// plain is a word without what makes no other word of it: case, soft hyphens
// and joiners, Arabic vowel signs, the shape of an apostrophe.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < utf8.RuneSelf:
			return unicode.ToLower(r)
		case r == '’' || r == '\u02BC':
			return '\''
		case r == '\u0640' || r >= '\u064B' && r <= '\u0652' || r == '\u0670' || unicode.Is(unicode.Cf, r):
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// words reads the words of a text.
func (v vocabulary) words(text string, para int) []word {
	var out []word
	at, depth := 0, 0
	for _, t := range redline.Tokens(text) {
		first, _ := utf8.DecodeRuneInString(t)
		end := at + utf8.RuneCountInString(t)
		switch {
		case opens(first):
			depth++
		case closes(first):
			depth = max(0, depth-1)
		case unicode.IsLetter(first) || unicode.IsNumber(first):
			out = append(out, word{v.id(t), at, end, depth, unicode.IsNumber(first), para})
		}
		at = end
	}
	return out
}

func opens(r rune) bool  { return r == '[' || r == '［' || r == '【' }
func closes(r rune) bool { return r == ']' || r == '］' || r == '】' }

// match pairs the words of two texts in order: the index of the partner of each,
// or -1. It is the redline of the texts, without case and marks.
func match(old, new []word) (toNew, toOld []int) {
	toNew, toOld = make([]int, len(old)), make([]int, len(new))
	for i := range toNew {
		toNew[i] = -1
	}
	i, j := 0, 0
	for _, e := range redline.Words(coded(old), coded(new)) {
		n := len(strings.Fields(e.Text))
		for ; n > 0; n-- {
			if e.Kind == redline.Keep {
				toNew[i] = j
			}
			if e.Kind != redline.Delete {
				toOld[j] = -1
				if e.Kind == redline.Keep {
					toOld[j] = i
				}
				j++
			}
			if e.Kind != redline.Insert {
				i++
			}
		}
	}
	return toNew, toOld
}

// coded writes words so that each is one for the redline, whatever is in it.
func coded(words []word) string {
	var b strings.Builder
	for _, w := range words {
		n := uint32(w.id)
		for {
			b.WriteByte('a' + byte(n%26))
			if n /= 26; n == 0 {
				break
			}
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// grams counts the grams of a text.
func grams(words []word) map[gram]int {
	out := make(map[gram]int, len(words))
	for i := 0; i+2 < len(words); i++ {
		out[gramAt(words, i)]++
	}
	return out
}

func gramAt(words []word, i int) gram {
	return gram{words[i].id, words[i+1].id, words[i+2].id}
}
