package layout

import "unicode"

// Usable tells what the text of a document is worth.
type Usable int

// Verdicts.
const (
	Good     Usable = iota
	Scanned         // pictures of pages, with no text or hardly any
	Unmapped        // what is there are not the letters that the pages show
)

// By how much a text is told from what is none.
const (
	scanLetters = 40   // letters of a page, below which it counts as empty
	emptyPages  = 0.6  // share of empty pages with pictures
	oddShare    = 0.15 // share of characters that no official language has
	dumbShare   = 0.30 // share of Latin words without a vowel
	leastProof  = 60   // characters or words for a verdict
)

// Judge tells whether the pages have a text that can be used.
func Judge(pages []Page) Usable {
	var t tally
	empty, pictures := 0, 0
	for i := range pages {
		before := t.letters
		for k := range pages[i].Words {
			t.add(pages[i].Words[k].Text)
		}
		if t.letters-before < scanLetters {
			empty++
			if pages[i].Images > 0 {
				pictures++
			}
		}
	}
	switch {
	case t.odd >= leastProof/2 && float64(t.odd) > oddShare*float64(t.odd+t.letters):
		return Unmapped
	case t.latin >= leastProof && t.inLatin*2 > t.letters && float64(t.dumb) > dumbShare*float64(t.latin):
		return Unmapped
	case t.letters == 0, pictures > 0 && float64(empty) >= emptyPages*float64(len(pages)):
		return Scanned
	}
	return Good
}

// tally counts characters and words.
type tally struct {
	letters int // of the scripts of the official languages
	odd     int // of none, or no characters at all
	inLatin int // of these, Latin
	latin   int // words of three Latin letters and more
	dumb    int // of these words, without a vowel or with capitals in the middle
}

func (t *tally) add(word string) {
	n, vowels, inner, before := 0, 0, 0, rune(0)
	for _, r := range word {
		switch {
		case odd(r):
			t.odd++
		case unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Han):
			t.letters++
			if unicode.Is(unicode.Latin, r) {
				n++
				t.inLatin++
				if isVowel(r) {
					vowels++
				}
				if unicode.IsUpper(r) && unicode.IsLower(before) {
					inner++
				}
			}
		}
		before = r
	}
	if n >= 3 {
		t.latin++
		if vowels == 0 && !allUpper(word) || inner > 1 {
			t.dumb++
		}
	}
}

// odd reports characters that no text in the official languages has.
func odd(r rune) bool {
	switch {
	case r == unicode.ReplacementChar, unicode.Is(unicode.Co, r):
		return true
	case r >= 0x0180 && r <= 0x02AF, r >= 0x02B0 && r <= 0x02FF: // Latin Extended-B, phonetic signs
		return true
	case r < 0x20, r >= 0x7F && r < 0xA0:
		return true
	}
	return unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Han, unicode.Greek, unicode.Hebrew, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

func isVowel(r rune) bool {
	switch unicode.ToLower(r) {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return r > 0x7F
}

func allUpper(word string) bool {
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
