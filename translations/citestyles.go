package translations

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

var citeStyles = map[string]citeStyle{
	"en": {
		alone: map[string]string{
			"opening": "opening words", "option": "option {n}",
			"title": "title", "preamble": "preamble", "recital": "preambular paragraph {n}", "formula": "formula of agreement",
			"part": "part {n}", "chapter": "chapter {n}", "section": "section {n}", "article": "article {n}", "paragraph": "paragraph {n}",
			"point": "subparagraph {n}", "flush": "closing words", "annex": "annex {n}", "note": "interpretative note {n}", "footnote": "footnote {n}",
		},
		joined: map[string]string{
			"opening": ", opening words", "option": ", option {n}",
			"title": ", title", "preamble": ", preamble", "recital": ", preambular paragraph {n}", "formula": ", formula of agreement",
			"part": ", part {n}", "chapter": ", chapter {n}", "section": ", section {n}", "article": ", article {n}", "paragraph": ", paragraph {n}",
			"point": " {n}", "flush": ", closing words", "annex": ", annex {n}", "note": ", interpretative note {n}", "footnote": ", footnote {n}",
		},
		number: latinNumber, point: func(n string, _ int) string { return "(" + spaced(n) + ")" }, pointGap: " ",
	},
	"es": {
		alone: map[string]string{
			"opening": "frase inicial", "option": "opción {n}",
			"title": "título", "preamble": "preámbulo", "recital": "párrafo {n} del preámbulo", "formula": "fórmula de acuerdo",
			"part": "parte {n}", "chapter": "capítulo {n}", "section": "sección {n}", "article": "artículo {n}", "paragraph": "párrafo {n}",
			"point": "apartado {n}", "flush": "frase final", "annex": "anexo {n}", "note": "nota interpretativa {n}", "footnote": "nota {n}",
		},
		joined: map[string]string{
			"opening": ", frase inicial", "option": ", opción {n}",
			"title": ", título", "preamble": ", preámbulo", "recital": ", párrafo {n} del preámbulo", "formula": ", fórmula de acuerdo",
			"part": ", parte {n}", "chapter": ", capítulo {n}", "section": ", sección {n}", "article": ", artículo {n}", "paragraph": ", párrafo {n}",
			"point": " {n}", "flush": ", frase final", "annex": ", anexo {n}", "note": ", nota interpretativa {n}", "footnote": ", nota {n}",
		},
		number: latinNumber, point: halfOpen, pointGap: " ",
	},
	"fr": {
		innerFirst: true,
		alone: map[string]string{
			"opening": "membre de phrase introductif", "option": "option {n}",
			"title": "titre", "preamble": "préambule", "recital": "alinéa {n} du préambule", "formula": "formule d’accord",
			"part": "partie {n}", "chapter": "chapitre {n}", "section": "section {n}", "article": "article {n}", "paragraph": "paragraphe {n}",
			"point": "alinéa {n}", "flush": "membre de phrase final", "annex": "annexe {n}", "note": "note interprétative {n}", "footnote": "note {n}",
		},
		joined: map[string]string{
			"opening": " du membre de phrase introductif", "option": " de l’option {n}",
			"title": " du titre", "preamble": " du préambule", "recital": " de l’alinéa {n} du préambule", "formula": " de la formule d’accord",
			"part": " de la partie {n}", "chapter": " du chapitre {n}", "section": " de la section {n}", "article": " de l’article {n}",
			"paragraph": " du paragraphe {n}", "point": " de l’alinéa {n}", "flush": " du membre de phrase final", "annex": " de l’annexe {n}",
			"note": " de la note interprétative {n}", "footnote": " de la note {n}",
		},
		number: frenchNumber, point: halfOpen, pointGap: " ",
	},
	"ru": {
		innerFirst: true,
		alone: map[string]string{
			"opening": "вступительная фраза", "option": "вариант {n}",
			"title": "название", "preamble": "преамбула", "recital": "пункт {n} преамбулы", "formula": "формула соглашения",
			"part": "часть {n}", "chapter": "глава {n}", "section": "раздел {n}", "article": "статья {n}", "paragraph": "пункт {n}",
			"point": "подпункт {n}", "flush": "заключительная фраза", "annex": "приложение {n}", "note": "пояснительное примечание {n}", "footnote": "сноска {n}",
		},
		joined: map[string]string{
			"opening": " вступительной фразы", "option": " варианта {n}",
			"title": " названия", "preamble": " преамбулы", "recital": " пункта {n} преамбулы", "formula": " формулы соглашения",
			"part": " части {n}", "chapter": " главы {n}", "section": " раздела {n}", "article": " статьи {n}", "paragraph": " пункта {n}",
			"point": " подпункта {n}", "flush": " заключительной фразы", "annex": " приложения {n}", "note": " пояснительного примечания {n}", "footnote": " сноски {n}",
		},
		number: latinNumber, point: halfOpen, pointGap: " ",
	},
	"ar": {
		innerFirst: true,
		alone: map[string]string{
			"opening": "العبارة الافتتاحية", "option": "الخيار {n}",
			"title": "العنوان", "preamble": "الديباجة", "recital": "الفقرة {n} من الديباجة", "formula": "صيغة الاتفاق",
			"part": "الباب {n}", "chapter": "الفصل {n}", "section": "الفرع {n}", "article": "المادة {n}", "paragraph": "الفقرة {n}",
			"point": "الفقرة الفرعية {n}", "flush": "العبارة الختامية", "annex": "المرفق {n}", "note": "الملاحظة التفسيرية {n}", "footnote": "الحاشية {n}",
		},
		joined: map[string]string{
			"opening": " من العبارة الافتتاحية", "option": " من الخيار {n}",
			"title": " من العنوان", "preamble": " من الديباجة", "recital": " من الفقرة {n} من الديباجة", "formula": " من صيغة الاتفاق",
			"part": " من الباب {n}", "chapter": " من الفصل {n}", "section": " من الفرع {n}", "article": " من المادة {n}", "paragraph": " من الفقرة {n}",
			"point": " من الفقرة الفرعية {n}", "flush": " من العبارة الختامية", "annex": " من المرفق {n}", "note": " من الملاحظة التفسيرية {n}", "footnote": " من الحاشية {n}",
		},
		number: arabicNumber, point: arabicPoint, pointGap: " ",
	},
	"zh": {
		alone: map[string]string{
			"opening": "首句", "option": "备选案文{n}",
			"title": "标题", "preamble": "序言", "recital": "序言部分第{n}段", "formula": "协议用语",
			"part": "第{n}部分", "chapter": "第{n}章", "section": "第{n}节", "article": "第{n}", "paragraph": "第{n}",
			"point": "第{n}", "flush": "结尾语", "annex": "附件{n}", "note": "解释性说明{n}", "footnote": "脚注{n}",
		},
		joined: map[string]string{
			"opening": "首句", "option": "备选案文{n}",
			"title": "标题", "preamble": "序言", "recital": "序言部分第{n}段", "formula": "协议用语",
			"part": "第{n}部分", "chapter": "第{n}章", "section": "第{n}节", "article": "第{n}", "paragraph": "第{n}",
			"point": "第{n}", "flush": "结尾语", "annex": "附件{n}", "note": "解释性说明{n}", "footnote": "脚注{n}",
		},
		number: chineseNumber, point: chinesePoint, pointGap: "第",
	},
}

// spaced sets a Latin suffix apart: "7bis" is "7 bis", "abis" is "a bis".
func spaced(number string) string {
	for _, suffix := range latinSuffixes {
		if base, ok := strings.CutSuffix(number, suffix); ok && base != "" {
			return strings.TrimRight(base, "-_. ") + " " + suffix
		}
	}
	return number
}

// latinSuffixes in the order of insertion; longer ones before those they end in.
var latinSuffixes = []string{
	"quaterdecies", "quindecies", "sexdecies", "septdecies", "terdecies", "duodecies", "undecies", "decies", "novies", "octies",
	"septies", "sexies", "quinquies", "quater", "ter", "bis", "alt", "supra",
}

// suffixRank gives the number a Latin suffix stands for: bis 2, ter 3.
var suffixRank = map[string]int{
	"bis": 2, "ter": 3, "quater": 4, "quinquies": 5, "sexies": 6, "septies": 7, "octies": 8, "novies": 9, "decies": 10,
	"undecies": 11, "duodecies": 12, "terdecies": 13, "quaterdecies": 14, "quindecies": 15, "sexdecies": 16, "septdecies": 17,
}

func romanKind(kind string) bool { return kind == "part" || kind == "chapter" || kind == "annex" }

func latinNumber(kind, number string) string {
	base, suffix, ok := splitNumber(number)
	if !ok || !romanKind(kind) {
		return spaced(number)
	}
	return strings.TrimSpace(roman(base) + " " + suffix)
}

// frenchNumber writes the first of parts, chapters and articles as an ordinal.
func frenchNumber(kind, number string) string {
	if number == "1" {
		switch kind {
		case "chapter", "article":
			return "premier"
		case "part":
			return "première"
		}
	}
	return latinNumber(kind, number)
}

func halfOpen(number string, _ int) string { return spaced(number) + ")" }

func roman(n int) string {
	if n < 1 || n > 99 {
		return strconv.Itoa(n)
	}
	tens := []string{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"}
	ones := []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return tens[n/10] + ones[n%10]
}

// fromRoman reads i to xxxix in small letters; 0 for anything else.
func fromRoman(s string) int {
	for n := 1; n < 40; n++ {
		if strings.ToLower(roman(n)) == s {
			return n
		}
	}
	return 0
}

// pointRank gives the place of a point in its list: letters at the first level
// (b 2, aa 27), small roman numbers at the second.
func pointRank(letters string, level int) int {
	if n := fromRoman(letters); level%2 == 1 && n > 0 {
		return n
	}
	if len(letters) == 2 && letters[0] == letters[1] {
		return 26 + int(letters[0]-'a') + 1
	}
	if len(letters) == 1 {
		return int(letters[0]-'a') + 1
	}
	return 0
}

// splitPoint parts "abis" into "a" and "bis".
func splitPoint(number string) (letters, suffix string) {
	letters, suffix, _ = strings.Cut(spaced(number), " ")
	return letters, suffix
}

var arabicOrdinals = []string{
	"", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
	"الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر", "السابع عشر", "الثامن عشر", "التاسع عشر", "العشرون",
}

var arabicLetters = []rune("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ") // abjad order, as lists are lettered

func arabicNumber(kind, number string) string {
	base, suffix, ok := splitNumber(number)
	if !ok {
		return number
	}
	written := strconv.Itoa(base)
	if (romanKind(kind) || kind == "section") && base > 0 && base < len(arabicOrdinals) {
		written = arabicOrdinals[base]
	}
	return written + arabicSuffix(suffix)
}

func arabicSuffix(suffix string) string {
	switch rank := suffixRank[suffix]; {
	case suffix == "":
		return ""
	case rank == 2:
		return " مكرر"
	case rank > 2:
		return " مكرر (" + strconv.Itoa(rank-1) + ")"
	}
	return " " + suffix
}

func arabicPoint(number string, level int) string {
	letters, suffix := splitPoint(number)
	rank := pointRank(letters, level)
	switch {
	case level == 1 && rank > 0:
		return "’" + strconv.Itoa(rank) + "‘" + arabicSuffix(suffix)
	case level == 0 && rank > 0 && rank <= len(arabicLetters):
		return "(" + string(arabicLetters[rank-1]) + ")" + arabicSuffix(suffix)
	}
	return "(" + letters + ")" + arabicSuffix(suffix)
}

// Numbered puts the number of a new provision before its words: a bare one, or one with
// a suffix, with the mark that a paragraph has in the texts of the United Nations.
func (l *Localizer) Numbered(label, words string) string {
	if n, suffix, ok := splitNumber(label); ok && strings.TrimRight(label, "-_. ") == label && (suffix == "" || suffixRank[suffix] > 0) {
		number := citeStyles[l.lang].number("paragraph", label)
		if l.lang == "zh" { // without the measure word that it has in a citation
			number = chineseCount(n) + chineseSuffix(suffix)
		}
		label = l.T("paragraph.number", "n", number)
	}
	return l.Labelled(label, words)
}

// Lettered is how the documents of the United Nations mark the nth item of a list, from
// 1: "(a)", "a)", "(أ)"; after the last letter they begin anew, doubled.
func (l *Localizer) Lettered(n int) string {
	letter := strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
	if l.lang == "zh" { // ㈠ is of treaties alone
		return "(" + letter + ")"
	}
	return citeStyles[l.lang].point(letter, 0)
}

// Labelled puts a label before words, with a space, but none behind the wide mark of a
// Chinese one.
func (l *Localizer) Labelled(label, words string) string {
	last, _ := utf8.DecodeLastRuneInString(label)
	wide := strings.ContainsRune("、）．", last) || '㈠' <= last && last <= '㈩'
	if label == "" || words == "" || l.lang == "zh" && wide {
		return label + words
	}
	return label + " " + words
}

// chineseNumber includes the measure word of articles and paragraphs, because
// a suffix stands after it: 第七条之二.
func chineseNumber(kind, number string) string {
	base, suffix, ok := splitNumber(number)
	if !ok {
		return number
	}
	measure := map[string]string{"article": "条", "paragraph": "款"}[kind]
	if kind == "recital" || kind == "option" {
		return number
	}
	return chineseCount(base) + measure + chineseSuffix(suffix)
}

func chineseSuffix(suffix string) string {
	if rank := suffixRank[suffix]; rank > 0 {
		return "之" + chineseCount(rank)
	}
	return suffix
}

func chinesePoint(number string, level int) string {
	letters, suffix := splitPoint(number)
	rank := pointRank(letters, level)
	switch {
	case level == 0 && rank >= 1 && rank <= 10:
		return string(rune('㈠'+rank-1)) + "项" + chineseSuffix(suffix)
	case level == 0 && rank > 10:
		return "(" + chineseCount(rank) + ")项" + chineseSuffix(suffix)
	case level == 1 && rank > 0:
		return strconv.Itoa(rank) + "目" + chineseSuffix(suffix)
	}
	return "(" + letters + ")" + chineseSuffix(suffix)
}

// chineseCount writes 1 to 99 in Chinese numerals.
func chineseCount(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
