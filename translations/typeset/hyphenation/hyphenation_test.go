package hyphenation

import (
	"slices"
	"strings"
	"testing"
)

// divided returns a word with hyphens where it may be divided.
func divided(lang, word string) string {
	letters := []rune(word)
	for _, at := range slices.Backward(For(lang).Places(nil, letters)) {
		letters = slices.Insert(letters, at, '-')
	}
	return string(letters)
}

// known are words as dictionaries divide them, exceptions of the pattern files among
// them (manuscript, something; шестьдесят).
var known = map[string]string{
	"en": "in-ter-na-tional Con-ven-tion ne-go-ti-ation sov-er-eignty Parties ma-nu-script some-thing through-out shall agree-ment sus-tain-able trans-par-ency",
	"fr": "in-ter-na-tio-nale re-pré-sen-tants dé-ve-lop-pe-ment sou-ve-rai-neté né-go-cia-tion États au-jourd gou-ver-ne-ment désa-mi-don-ner",
	"es": "in-ter-na-cio-nal re-pre-sen-tan-tes de-sa-rro-llo so-be-ra-nía Es-ta-dos sub-ra-yar trans-atlán-tico ra-ti-fi-ca-ción",
	"ru": "меж-ду-на-род-ной пред-ста-ви-тель су-ве-ре-ни-тет го-су-дар-ство шесть-де-сят дол-жен подъ-езд Сто-роны объём май-оры",
}

func TestWords(t *testing.T) {
	for lang, words := range known {
		for want := range strings.FieldsSeq(words) {
			if got := divided(lang, strings.ReplaceAll(want, "-", "")); got != want {
				t.Errorf("%s: %s, want %s", lang, got, want)
			}
		}
	}
}

func TestOtherWordsStayWhole(t *testing.T) {
	for name, c := range map[string]struct{ lang, word string }{
		"of another alphabet":   {"ru", "referendum"},
		"with a foreign letter": {"en", "Čapljina"},
		"with a sign":           {"en", "inter/national"},
		"with a full stop":      {"en", "inter.national"},
		"with a digit":          {"fr", "internationale2"},
		"short":                 {"es", "este"},
		"none":                  {"en", ""},
		"endless":               {"en", strings.Repeat("international", 5)},
		"no letter at all":      {"ru", "\U0010FFFF\x00-------"},
	} {
		if got := divided(c.lang, c.word); got != c.word {
			t.Errorf("a word %s is divided: %s", name, got)
		}
	}
}

func TestLanguages(t *testing.T) {
	for lang, want := range map[string]bool{"en": true, "en-GB": true, "fr": true, "es": true, "ru": true, "ar": false, "zh": false, "zh-Hans": false, "": false, "e": false} {
		if got := For(lang) != nil; got != want {
			t.Errorf("%q: %v", lang, got)
		}
	}
}

// TestPatternsFit holds the files to what a node has room for.
func TestPatternsFit(t *testing.T) {
	for lang, load := range languages {
		p := load()
		if int(p.letters) >= len(p.first) || len(p.nodes) < 1000 {
			t.Errorf("%s: %d letters in %d nodes", lang, p.letters, len(p.nodes))
		}
	}
	for lang, tex := range map[string]string{"en": english, "es": spanish, "fr": french, "ru": russian} {
		for line := range strings.Lines(tex) {
			line, _, _ = strings.Cut(line, "%")
			for pattern := range strings.FieldsSeq(line) {
				if letters := strings.Map(noDigits, pattern); len([]rune(letters)) > 15 && !strings.Contains(pattern, "-") {
					t.Errorf("%s: %s is too long", lang, pattern)
				}
			}
		}
	}
}

func noDigits(r rune) rune {
	if '0' <= r && r <= '9' {
		return -1
	}
	return r
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		parse(russian)
	}
}

func BenchmarkPlaces(b *testing.B) {
	p, word := For("ru"), []rune("представительство")
	var places []int
	for b.Loop() {
		places = p.Places(places[:0], word)
	}
}
