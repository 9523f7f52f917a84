package typeset

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/go-text/typesetting/language"

	"travaux/translations/typeset/fonts"
)

// arabicFaces are those whose words are remembered.
func arabicFaces() []*Face {
	var list []*Face
	for i, f := range fonts.All {
		if f.Script == fonts.Arabic {
			list = append(list, faces[i]())
		}
	}
	return list
}

// sameShape compares the shape of a text with and without remembered words.
func sameShape(t *testing.T, e *Engine, face *Face, text []rune) {
	t.Helper()
	it := &item{end: len(text), to: len(text), level: 1, script: language.Arabic, face: face}
	whole := e.run(nil, text, "ar", it, 0, len(text))
	if parts := e.item(text, "ar", it); !slices.Equal(parts, whole) {
		t.Fatalf("%s: %q (%+q)\nin words %v\nas whole %v", face.Name, string(text), string(text), parts, whole)
	}
}

// TestWordsMakeNoDifference tries every pair of Arabic letters around a space,
// then random sentences.
func TestWordsMakeNoDifference(t *testing.T) {
	var letters []rune
	for r := rune(0x620); r <= 0x64A; r++ {
		if r != 0x640 {
			letters = append(letters, r)
		}
	}
	letters = append(letters, 'پ', 'چ', 'ک', 'گ', 'ی', 'ە', 'ۃ')
	signs := []rune(" ،؛؟.:()[]«»/-0123456789٠١٢%\u064B\u064E\u0651\u064F\u0650\u0652\u0640\u0670\u0653\u200C\u200D\u00A0")
	for _, face := range arabicFaces() {
		e := New()
		for _, a := range letters {
			for _, b := range letters {
				sameShape(t, e, face, []rune{'ب', a, ' ', b, 'ت', ' ', b})
				sameShape(t, e, face, []rune{'ل', a, 0x64B, ' ', b, 'ل'})
			}
		}
		random := rand.New(rand.NewPCG(1, 2))
		for range 3000 {
			text := make([]rune, 1+random.IntN(40))
			for i := range text {
				switch random.IntN(8) {
				case 0, 1:
					text[i] = ' '
				case 2:
					text[i] = signs[random.IntN(len(signs))]
				default:
					text[i] = letters[random.IntN(len(letters))]
				}
			}
			sameShape(t, e, face, text)
		}
	}
}
