package text

import "unicode"

// head is text made ready for matching: folded, with the way back to the
// runes it was made from. What is stored is never normalised.
type head struct {
	r  []rune
	at []int // r[i] stands at rune at[i] of the original; one more entry for the end
}

// fold gives the rune that stands for r when labels and headings are matched:
// lower case, without accents, one space, one hyphen, one quotation mark, one
// bracket, Western digits. It is 0 for what is not seen at all: kashida,
// Arabic vowel signs, marks of direction, soft hyphen, zero-width characters.
func fold(r rune) rune {
	if int(r) < len(foldTable) {
		return foldTable[r]
	}
	return foldRare(r)
}

// foldTable holds what foldRare returns for the alphabets.
var foldTable = func() (t [0x700]rune) {
	for r := range t {
		t[r] = foldRare(rune(r))
	}
	return t
}()

func foldRare(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r < 0x80:
		return r
	case r >= 0x4e00 && r <= 0x9fff:
		return simplified(r)
	case r >= 0x660 && r <= 0x669:
		return r - 0x660 + '0'
	case r >= 0x6f0 && r <= 0x6f9:
		return r - 0x6f0 + '0'
	case r >= 0x64b && r <= 0x65f, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e,
		r >= 0x2060 && r <= 0x2069, r >= 0xfe00 && r <= 0xfe0f:
		return 0
	case r >= 0xff01 && r <= 0xff5e:
		return foldRare(r - 0xff01 + '!')
	case r >= 0x2010 && r <= 0x2015:
		return '-'
	case r >= 0x2000 && r <= 0x200a:
		return ' '
	}
	if f, ok := folds[r]; ok {
		return f
	}
	return unicode.ToLower(r)
}

var folds = map[rune]rune{
	0xa0: ' ', 0x202f: ' ', 0x205f: ' ', 0x3000: ' ', 0x85: '\n', 0x2028: '\n', 0x2029: '\n',
	0xad: 0, 0x640: 0, 0x61c: 0, 0x670: 0, 0xfeff: 0, 0x2212: '-',
	'‘': '\'', '’': '\'', '‚': '\'', '‛': '\'', 'ʼ': '\'', '′': '\'', '“': '"', '”': '"', '„': '"', '«': '"', '»': '"',
	'【': '[', '】': ']', '〔': '[', '〕': ']',
	'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي',
	'à': 'a', 'á': 'a', 'â': 'a', 'ä': 'a', 'À': 'a', 'Á': 'a', 'Â': 'a', 'Ä': 'a',
	'è': 'e', 'é': 'e', 'ê': 'e', 'ë': 'e', 'È': 'e', 'É': 'e', 'Ê': 'e', 'Ë': 'e',
	'í': 'i', 'î': 'i', 'ï': 'i', 'Í': 'i', 'Î': 'i', 'Ï': 'i', 'ó': 'o', 'ô': 'o', 'ö': 'o', 'Ó': 'o', 'Ô': 'o', 'Ö': 'o',
	'ú': 'u', 'ù': 'u', 'û': 'u', 'ü': 'u', 'Ú': 'u', 'Ù': 'u', 'Û': 'u', 'Ü': 'u', 'ç': 'c', 'Ç': 'c', 'ñ': 'n', 'Ñ': 'n',
	'ё': 'е', 'Ё': 'е',
}

// simplified replaces the traditional characters that occur in numbering.
func simplified(r rune) rune {
	switch r {
	case '條':
		return '条'
	case '節':
		return '节'
	case '編':
		return '编'
	case '錄':
		return '录'
	case '備':
		return '备'
	case '選':
		return '选'
	case '項':
		return '项'
	case '協':
		return '协'
	case '議':
		return '议'
	case '達':
		return '达'
	case '詞':
		return '词'
	case '釋':
		return '释'
	}
	return r
}

// normalise folds up to limit runes.
func normalise(runes []rune, limit int) head {
	n := min(len(runes), limit)
	h := head{r: make([]rune, 0, n), at: make([]int, 0, n+1)}
	for i, r := range runes[:n] {
		if f := fold(r); f != 0 {
			h.r = append(h.r, f)
			h.at = append(h.at, i)
		}
	}
	h.at = append(h.at, n)
	return h
}

// folded is normalise for vocabulary.
func folded(s string) string { return string(normalise([]rune(s), len(s)).r) }

// space reports whether a folded rune is white space.
func space(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || unicode.IsSpace(r) }

// skipSpace returns the first position from i that is not white space.
func (h head) skipSpace(i int) int {
	for i < len(h.r) && space(h.r[i]) {
		i++
	}
	return i
}

// rune returns the folded rune at i, or 0 beyond the end.
func (h head) rune(i int) rune {
	if i < 0 || i >= len(h.r) {
		return 0
	}
	return h.r[i]
}

// has reports whether word stands at i.
func (h head) has(i int, word string) bool {
	for _, w := range word {
		if h.rune(i) != w {
			return false
		}
		i++
	}
	return true
}

// hasWord reports whether word stands at i and is not the beginning of a
// longer one.
func (h head) hasWord(i int, word string) bool {
	return h.has(i, word) && !letter(h.rune(i+len([]rune(word))))
}

func letter(r rune) bool { return r != 0 && (unicode.IsLetter(r) || unicode.IsMark(r)) }

func digit(r rune) bool { return r >= '0' && r <= '9' }
