package text

import (
	"strings"
	"unicode"

	"travaux/data"
)

// DetectLang tells which of the six languages a text is in; English if
// nothing in it says.
func DetectLang(s string) data.Lang {
	var han, arabic, cyrillic, latin int
	var words []string
	for i, r := range s {
		if i > 1<<16 {
			s = s[:i]
			break
		}
		switch {
		case unicode.Is(unicode.Han, r):
			han += 3
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	switch most := max(han, arabic, cyrillic, latin); {
	case most == 0:
		return data.English
	case most == han:
		return data.Chinese
	case most == arabic:
		return data.Arabic
	case most == cyrillic:
		return data.Russian
	}
	words = strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	score := map[data.Lang]int{}
	for _, w := range words {
		if l, ok := commonWords[w]; ok {
			score[l]++
		}
	}
	best := data.English
	for _, l := range []data.Lang{data.French, data.Spanish} {
		if score[l] > score[best] {
			best = l
		}
	}
	return best
}

// commonWords are frequent words that only one of the Latin-script languages
// has.
var commonWords = func() map[string]data.Lang {
	m := map[string]data.Lang{}
	for l, words := range map[data.Lang]string{
		data.English: "the of and to shall this with for by or be which any under article",
		data.French:  "le les et des du au aux une dans par pour sur ou est présente leur qui ce cette",
		data.Spanish: "el los y del al las una en por con o su presente estados artículo que",
	} {
		for _, w := range strings.Fields(words) {
			m[w] = l
		}
	}
	return m
}()

// Starts reports whether a line begins a provision: with a heading or a
// number, rather than going on the line before it.
func Starts(line string) bool {
	runes := []rune(line)
	h := normalise(runes, headRunes)
	if hd, ok := h.heading(0); ok && hd.label.Class != ClassNone {
		return true
	}
	if at, _ := h.brackets(h.skipSpace(0)); at < len(h.r) {
		if _, _, _, ok := h.option(at); ok {
			return true
		}
	}
	items, _ := h.enumerator(0, runes, false)
	for _, it := range items {
		if !it.weak {
			return true
		}
	}
	return false
}
