package segment

import (
	"strings"
	"unicode"
)

// before holds the words and signs that stay with a number after them, in
// lower case. Words of provisions do so too, see provision.
var before = wordSet(`№ № no. nos. no n° nº n. nº. n.º núm. núms. nro. # § §§ رقم ص.
	p. pp. par. pars. para. paras. art. arts. ch. chap. sect. sec. subsec. vol. vols. fig. cap. al. ann. suppl. rev. add. corr. amend. doc. rés. res.
	pár. párr. párrs. pág. págs. ap.
	п. пп. ст. стр. с. гл. разд. подп. абз. прил. прим. т. рис. док.
	$ us$ € £ ¥`)

// after holds the units and endings that stay with a number before them.
var after = wordSet(`% ‰ ٪ ％ $ us$ € £ ¥ ₽ ° °c °f
	km m cm mm kg g mg t ha km² m² m³ h min s kb mb gb tb usd eur
	million billion millions milliard milliards millones mil
	г. гг. в. вв. руб. долл. тыс. млн млрд трлн млн. млрд. км м см мм кг га ч. мин.
	bis ter quater quinquies sexies septies octies novies decies alt alt.
	مكرر مكررا مكرراً`)

// Provisions as they are named in the six languages: whole words of the
// Western ones, stems of the Russian and endings of the Arabic ones, which
// carry particles in front.
var (
	provisionWords = wordSet(`article articles paragraph paragraphs subparagraph subparagraphs chapter section annex rule part
		paragraphe paragraphes alinéa alinéas chapitre annexe règle
		artículo artículos párrafo párrafos apartado apartados inciso capítulo sección anexo regla`)
	provisionStems   = []string{"стать", "статей", "пункт", "подпункт", "глав", "раздел", "приложени", "правил", "част"}
	provisionEndings = []string{"مادة", "مادتين", "مواد", "فقرة", "فقرتين", "فقرات", "فرعية", "فصل", "باب", "مرفق", "قاعدة"}
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

// longest is the length of the longest word that the rules below look at.
const longest = 20

// keepNumbers forbids breaks at spaces between a number and what belongs to it:
// "№ 5", "10 %", "par. 3", "1 234", "article 6", "3 a)", "6 (a) (ii)", "5 bis".
func (p *places) keepNumbers() {
	for at := 1; at < len(p.text); at++ {
		if p.afterSpaces(at) && !p.plainly(at) && belong(p.wordBefore(at), p.wordAfter(at)) {
			p.forbid(at)
		}
	}
}

// plainly tells quickly of most places that neither a number nor a label stands
// beside them.
func (p *places) plainly(at int) bool {
	text := p.text
	if at < 2 || !letter(text[at-2]) || text[at] < 'a' || isDigit(text[at]) {
		return false
	}
	for i := at + 1; i < len(text) && i <= at+6 && text[i] != ' '; i++ {
		if text[i] == ')' {
			return false
		}
	}
	return true
}

// wordBefore is the word before the spaces at a place, without opening marks;
// empty if too long to matter.
func (p *places) wordBefore(at int) []rune {
	end := at
	for end > 0 && isSpace(p.text[end-1]) {
		end--
	}
	start := end
	for start > 0 && !unicode.IsSpace(p.text[start-1]) && end-start <= longest {
		start--
	}
	if end-start > longest {
		return nil
	}
	word := p.text[start:end]
	for len(word) > 1 && strings.ContainsRune("[{«“‘„'\"", word[0]) {
		word = word[1:]
	}
	if len(word) > 2 && word[0] == '(' && word[len(word)-1] != ')' {
		word = word[1:]
	}
	return word
}

// wordAfter is the beginning of the word after a place.
func (p *places) wordAfter(at int) []rune {
	end := at
	for end < len(p.text) && !unicode.IsSpace(p.text[end]) && end-at < longest {
		end++
	}
	return p.text[at:end]
}

// belong tells that two words stay on one line.
func belong(left, right []rune) bool {
	if len(left) == 0 || len(right) == 0 {
		return false
	}
	last := left[len(left)-1]
	number, label := isDigit(right[0]), isLabel(right)
	switch {
	case isDigit(last):
		return label || isEnding(right) || number && isGroup(left, right)
	case last == ')' && len(left) <= 6 && label:
		return true
	case number || label:
		word := strings.ToLower(string(left))
		return number && before[word] || label && (after[word] || provision(word)) || isShort(right) && provision(word)
	case isRoman(right):
		return provision(strings.ToLower(string(left)))
	}
	return false
}

// isLabel tells that a word begins with the label of a subparagraph: (a), a),
// (ii), (أ), (12).
func isLabel(word []rune) bool {
	if word[0] == '(' || word[0] == '[' {
		word = word[1:]
	}
	end := 0
	for end < len(word) && (unicode.IsLetter(word[end]) || isDigit(word[end]) || word[end] == 'ـ') {
		end++
	}
	return end > 0 && (end <= 2 || end <= 6 && lowerRoman(word[:end])) && end < len(word) && word[end] == ')'
}

func lowerRoman(word []rune) bool {
	for _, r := range word {
		if !strings.ContainsRune("ivxlc", r) {
			return false
		}
	}
	return true
}

// isEnding tells that a word, but for punctuation after it, is a unit or an ending.
func isEnding(word []rune) bool {
	whole := strings.ToLower(string(word))
	return after[whole] || after[strings.TrimRight(whole, ".,;:!?)]»”’،؛")]
}

// isGroup tells that two words are groups of one number: "1 234", "12 345,6".
func isGroup(left, right []rune) bool {
	if len(left) > 3 || len(right) < 3 {
		return false
	}
	for _, r := range left {
		if !isDigit(r) {
			return false
		}
	}
	for _, r := range right[:3] {
		if !isDigit(r) {
			return false
		}
	}
	return len(right) == 3 || !unicode.IsLetter(right[3]) && !isDigit(right[3]) && right[3] != '/'
}

// isShort tells that a word is a number of at most three digits, whatever
// punctuation, label or range follows.
func isShort(word []rune) bool {
	digits := 0
	for digits < len(word) && isDigit(word[digits]) {
		digits++
	}
	return digits > 0 && digits <= 3
}

// isRoman tells that a word is a number in Roman capitals.
func isRoman(word []rune) bool {
	end := 0
	for end < len(word) && strings.ContainsRune("IVXLC", word[end]) {
		end++
	}
	return end > 0 && end <= 6 && (end == len(word) || unicode.IsPunct(word[end]))
}

func provision(word string) bool {
	for _, elided := range []string{"l’", "d’", "l'", "d'"} {
		word = strings.TrimPrefix(word, elided)
	}
	if provisionWords[word] {
		return true
	}
	for _, stem := range provisionStems {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	for _, ending := range provisionEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
