package text

import (
	"strconv"
	"strings"
)

// Latin suffixes in order, bis being 2 (reference: negotiation, numbering
// grammar); nonies is another form of novies.
var latinSuffixes = []string{
	"bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies",
	"undecies", "duodecies", "terdecies", "quaterdecies", "quindecies", "sexdecies", "septdecies",
	"octodecies", "novodecies", "vicies",
}

// suffixRanks maps every folded spelling of a suffix to its rank.
var suffixRanks = func() map[string]int {
	m := map[string]int{"nonies": 9}
	for i, s := range latinSuffixes {
		m[s] = i + 2
	}
	for i, s := range []string{"бис", "тер", "кватер", "квинквиес", "сексиес"} {
		m[s] = i + 2
	}
	for i, s := range []string{"مكرر", "ثالثا", "رابعا", "خامسا", "سادسا"} {
		m[folded(s)] = i + 2
	}
	return m
}()

// SuffixName returns "bis" for 2, "ter" for 3 … and "" for what has no name.
func SuffixName(rank int) string {
	if rank < 2 || rank > len(latinSuffixes)+1 {
		return ""
	}
	return latinSuffixes[rank-2]
}

// roman returns the value of a lower-case roman numeral in its canonical
// form, or 0.
func roman(s string) int {
	if s == "" || len(s) > 12 {
		return 0
	}
	values := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	n := 0
	for i := 0; i < len(s); i++ {
		v := values[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && v < values[s[i+1]] {
			v = -v
		}
		n += v
	}
	if toRoman(n) != s {
		return 0
	}
	return n
}

// toRoman writes n in lower-case roman numerals; "" for n < 1.
func toRoman(n int) string {
	var b strings.Builder
	for _, p := range []struct {
		v int
		s string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= p.v && b.Len() < 40 {
			b.WriteString(p.s)
			n -= p.v
		}
	}
	return b.String()
}

// toLetters writes 1 as a, 26 as z, 27 as aa, 28 as bb (as UN documents go on
// after z).
func toLetters(n int) string {
	if n < 1 {
		return "0"
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), min((n-1)/26+1, 8))
}

// fromLetters is the inverse of toLetters; "ab" counts as 28 as well.
func fromLetters(s string) int {
	if s == "" || len(s) > 4 {
		return 0
	}
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return 0
		}
	}
	if strings.Count(s, s[:1]) == len(s) {
		return (len(s)-1)*26 + int(s[0]-'a') + 1
	}
	if len(s) == 2 {
		return int(s[0]-'a'+1)*26 + int(s[1]-'a') + 1
	}
	return 0
}

// alphabets gives the values of letters that are not Latin: Arabic in abjad
// order, Cyrillic as Russian lists go (without ё, й, ъ, ы, ь), the Chinese
// heavenly stems.
var alphabets = func() map[rune]int {
	m := map[rune]int{}
	for _, order := range []string{"ابجدهوزحطيكلمنسعفصقرشتثخذضظغ", "абвгдежзиклмнопрстуфхцчшщэюя", "甲乙丙丁戊己庚辛壬癸"} {
		for i, r := range []rune(order) {
			m[r] = i + 1
		}
	}
	return m
}()

// homoglyphs are Cyrillic letters typed where Latin ones were meant.
var homoglyphs = map[rune]byte{'а': 'a', 'с': 'c', 'е': 'e', 'о': 'o', 'р': 'p', 'х': 'x', 'і': 'i', 'к': 'k', 'м': 'm', 'т': 't', 'в': 'b'}

var chineseDigits = map[rune]int{'零': 0, '〇': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '两': 2}

// chineseWeight gives the weight of 十, 百 and 千, and 0 for anything else.
func chineseWeight(r rune) int {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	}
	return 0
}

// chineseNumber reads a Chinese numeral (十一, 二十三, 一百零二, 一〇二, 廿一) at
// i and returns its value and the position after it; 0 if there is none.
func (h head) chineseNumber(i int) (value, end int) {
	total, unit, seen, positional := 0, 0, false, 0
	for end = i; end < len(h.r) && end-i < 12; end++ {
		r := h.r[end]
		if d, ok := chineseDigits[r]; ok {
			if positional++; positional > 1 && r != '零' && unit >= 0 {
				unit = unit*10 + d
			} else {
				unit = d
			}
			seen = true
			continue
		}
		weight := chineseWeight(r)
		if r == '廿' {
			total, unit, positional, seen = total+20, 0, 0, true
			continue
		}
		if weight == 0 {
			break
		}
		if unit == 0 {
			unit = 1
		}
		total, unit, positional, seen = total+unit*weight, 0, 0, true
	}
	if !seen || total+unit > 9999 {
		return 0, i
	}
	return total + unit, end
}

// ordinals are number words of headings: premier, الأول, الثاني عشر.
var ordinals = func() map[string]int {
	m := map[string]int{
		"premier": 1, "premiere": 1, "primero": 1, "primera": 1, "unico": 1, "first": 1, "one": 1, "unique": 1,
		"first:": 1, "deuxieme": 2, "second": 2, "segundo": 2, "segunda": 2, "third": 3, "tercero": 3, "tercera": 3, "troisieme": 3,
		"первая": 1, "первый": 1, "вторая": 2, "третья": 3, "четвертая": 4, "пятая": 5,
	}
	units := [][]string{
		{"الأول", "الأولى", "الحادي", "الحادية"},
		{"الثاني", "الثانية"},
		{"الثالث", "الثالثة"},
		{"الرابع", "الرابعة"},
		{"الخامس", "الخامسة"},
		{"السادس", "السادسة"},
		{"السابع", "السابعة"},
		{"الثامن", "الثامنة"},
		{"التاسع", "التاسعة"},
		{"العاشر", "العاشرة"},
	}
	tens := []string{
		"عشر", "عشرة", "والعشرون", "والثلاثون", "والأربعون", "والخمسون", "والستون", "والسبعون", "والثمانون", "والتسعون",
		"والعشرين", "والثلاثين", "والأربعين", "والخمسين", "والستين", "والسبعين", "والثمانين", "والتسعين",
	}
	tenValues := []int{10, 10, 20, 30, 40, 50, 60, 70, 80, 90, 20, 30, 40, 50, 60, 70, 80, 90}
	for u, forms := range units {
		for _, f := range forms {
			m[folded(f)] = u + 1
			if u == 9 {
				continue
			}
			for t, ten := range tens {
				m[folded(f+" "+ten)] = tenValues[t] + u + 1
			}
		}
	}
	for i, s := range tens[2:] {
		m[folded(strings.TrimPrefix(s, "و"))] = tenValues[i+2]
	}
	return m
}()

// Ordinal writes n as an item of a list of that type of HTML: "1", "a", "A",
// "i", "I".
func Ordinal(kind string, n int) string {
	switch kind {
	case "a":
		return toLetters(n)
	case "A":
		return strings.ToUpper(toLetters(n))
	case "i", "I":
		if s := toRoman(min(n, 999)); kind == "i" {
			return s
		}
		return strings.ToUpper(toRoman(min(n, 999)))
	}
	return strconv.Itoa(n)
}
