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
	sameInParts(t, e, it, text)
	if parts := e.item(text, "ar", it); !slices.Equal(parts, whole) {
		t.Fatalf("%s: %q (%+q)\nin words %v\nas whole %v", face.Name, string(text), string(text), parts, whole)
	}
}

// sameInParts cuts the text into two items of one shaping context, as a bracket
// in bold does, and compares each with what HarfBuzz makes of it there.
func sameInParts(t *testing.T, e *Engine, it *item, text []rune) {
	t.Helper()
	if len(text) < 3 {
		return
	}
	cut := len(text) / 2
	for _, part := range []item{{start: 0, end: cut}, {start: cut, end: len(text)}} {
		part.to, part.level, part.script, part.face = len(text), it.level, it.script, it.face
		whole := slices.Clone(e.run(nil, text, "ar", &part, part.start, part.end))
		if parts := e.item(text, "ar", &part); !slices.Equal(parts, whole) {
			t.Fatalf("%s: [%d %d) of %q\nin words %v\nas whole %v", part.face.Name, part.start, part.end, string(text), parts, whole)
		}
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

// TestPiecesMakeNoDifference does the same for words of Latin and Cyrillic and
// for ideographs, in every face and with the signs that stand beside them.
func TestPiecesMakeNoDifference(t *testing.T) {
	const (
		western  = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàâçéèêëîïôûùüÿœæñáíóúÑÉßżłÅ"
		cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯіїєґ"
		signs    = ",.;:()[]“”‘’«»/-–—0123456789%'\"*&§†\u00A0\u2019\u0301\u0308\u200D\u00AD"
		han      = "缔约国应当根据本国能力保护共有水井免于干旱并在年以前把号决议所述的渗漏减少每一项通报均为自愿性质"
		chinese  = "，。；：“”‘’（）［］《》、—…！？\u30000123456789aA(一"
	)
	for i, f := range fonts.All {
		face := faces[i]()
		trials := map[language.Script][2]string{language.Latin: {western, signs}}
		switch f.Script {
		case fonts.Western:
			trials[language.Cyrillic] = [2]string{cyrillic, signs}
		case fonts.Chinese:
			trials[language.Han] = [2]string{han, chinese}
		}
		for script, with := range trials {
			samePieces(t, face, script, []rune(with[0]), []rune(with[1]))
		}
	}
}

// samePieces shapes every pair of letters around a space and random texts, piece
// by piece and as a whole.
func samePieces(t *testing.T, face *Face, script language.Script, letters, signs []rune) {
	t.Helper()
	e := New()
	check := func(text []rune) {
		it := &item{end: len(text), to: len(text), script: script, face: face}
		whole := slices.Clone(e.run(nil, text, "en", it, 0, len(text)))
		for range 2 { // shaped, then remembered
			if parts := e.item(text, "en", it); !slices.Equal(parts, whole) {
				t.Fatalf("%s: %q (%+q)\nin pieces %v\nas whole %v", face.Name, string(text), string(text), parts, whole)
			}
		}
	}
	all := append(slices.Clone(letters), signs...)
	if face.font.Script != fonts.Western {
		all = nil // which hardly kern: random texts will do
	}
	for _, a := range all {
		for _, b := range all {
			check([]rune{a, ' ', b, a, b})
		}
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		text := make([]rune, 1+random.IntN(60))
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
		check(text)
	}
}
