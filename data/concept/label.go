package concept

import (
	"strconv"
	"strings"

	"travaux/data"
)

// Labels, as the documents of the United Nations print them in each language.
// Source: reference on numbering (Editorial Manual), and A/RES/79/243 in its six
// languages.

// chapterLabel is what stands above a chapter: "Chapter I".
func chapterLabel(n int, lang data.Lang) string {
	switch lang {
	case data.Arabic:
		if n <= len(arabicOrdinals) {
			return "الفصل " + arabicOrdinals[n-1]
		}
		return "الفصل " + strconv.Itoa(n)
	case data.Chinese:
		return "第" + han(n) + "章"
	case data.French:
		if n == 1 {
			return "Chapitre premier"
		}
		return "Chapitre " + roman(n)
	case data.Russian:
		return "Глава " + roman(n)
	case data.Spanish:
		return "Capítulo " + roman(n)
	}
	return "Chapter " + roman(n)
}

// articleLabel is what stands above an article: "Article 1".
func articleLabel(n int, lang data.Lang) string {
	number := articleNumber(n, lang)
	switch lang {
	case data.Arabic:
		return "المادة " + number
	case data.Chinese:
		return "第" + number + "条"
	case data.Russian:
		return "Статья " + number
	case data.Spanish:
		return "Artículo " + number
	}
	return "Article " + number
}

// articleNumber is the number of an article as it is cited.
func articleNumber(n int, lang data.Lang) string {
	switch {
	case lang == data.Chinese:
		return han(n)
	case lang == data.French && n == 1:
		return "premier"
	}
	return strconv.Itoa(n)
}

// itemLabel is what stands before an item of a level: paragraphs are 1, points 2.
func itemLabel(level, n int, lang data.Lang) string {
	switch level {
	case levelParagraph:
		switch lang {
		case data.Arabic:
			return strconv.Itoa(n) + " - "
		case data.Chinese:
			return han(n) + "、"
		}
		return strconv.Itoa(n) + ". "
	case levelPoint:
		switch lang {
		case data.Arabic:
			return "(" + arabicLetter(n) + ") "
		case data.Chinese:
			if n <= 10 {
				return string(rune('㈠'+n-1)) + " "
			}
			return "(" + han(n) + ") "
		case data.English:
			return "(" + letter(n) + ") "
		}
		return letter(n) + ") "
	case levelSubpoint:
		switch lang {
		case data.Arabic:
			return "’" + strconv.Itoa(n) + "‘ "
		case data.Chinese:
			return strconv.Itoa(n) + ". "
		case data.English:
			return "(" + strings.ToLower(roman(n)) + ") "
		}
		return strings.ToLower(roman(n)) + ") "
	}
	return ""
}

// letter is a, b … z, aa, bb.
func letter(n int) string {
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

// abjad is the order of letters in which Arabic points are numbered.
var abjad = []rune("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")

func arabicLetter(n int) string {
	return strings.Repeat(string(abjad[(n-1)%len(abjad)]), (n-1)/len(abjad)+1)
}

var arabicOrdinals = []string{
	"الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
	"الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر", "السابع عشر", "الثامن عشر", "التاسع عشر", "العشرون",
}

// roman writes a number from 1 to 399 in Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

// han writes a number from 1 to 999 in Chinese numerals.
func han(n int) string {
	digits := []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	out := ""
	if n >= 100 {
		out = digits[n/100] + "百"
		if n %= 100; n == 0 {
			return out
		}
		if n < 10 {
			return out + "零" + digits[n]
		}
		out += digits[n/10] + "十"
	} else if n >= 10 {
		if n >= 20 {
			out = digits[n/10]
		}
		out += "十"
	}
	if n%10 > 0 {
		out += digits[n%10]
	}
	return out
}
