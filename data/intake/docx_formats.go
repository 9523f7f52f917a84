package intake

import (
	"fmt"
	"strconv"
	"strings"
)

// maxRepeats is how often a letter may be repeated (a, aa, aaa …) before a
// wholeNumber is written in digits: start values in a hostile file are huge.
const maxRepeats = 30

// Letters in the order in which Word counts with them.
var (
	latinLetters   = []rune("abcdefghijklmnopqrstuvwxyz")
	russianLetters = []rune("абвгдежзиклмнопрстуфхцчшщыэюя")
	arabicAlpha    = []rune("أبتثجحخدذرزسشصضطظعغفقكلمنهوي")
	arabicAbjad    = []rune("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
	heavenlyStems  = []rune("甲乙丙丁戊己庚辛壬癸")
	earthlyRoots   = []rune("子丑寅卯辰巳午未申酉戌亥")
)

// formatNumber writes a number as Word does in that format (ST_NumberFormat,
// ECMA-376 part 1, 17.18.59). Formats that the six languages do not use, and
// numbers beyond what a format can say, are written in digits.
func formatNumber(format string, n int) string {
	digits := strconv.Itoa(n)
	switch format {
	case "none":
		return ""
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	case "lowerLetter":
		return repeated(latinLetters, n, digits)
	case "upperLetter":
		return strings.ToUpper(repeated(latinLetters, n, digits))
	case "russianLower":
		return repeated(russianLetters, n, digits)
	case "russianUpper":
		return strings.ToUpper(repeated(russianLetters, n, digits))
	case "arabicAlpha":
		return repeated(arabicAlpha, n, digits)
	case "arabicAbjad":
		return repeated(arabicAbjad, n, digits)
	case "lowerRoman":
		return strings.ToLower(romanNumber(n, digits))
	case "upperRoman":
		return romanNumber(n, digits)
	case "ordinal":
		return digits + englishOrdinal(n)
	case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting",
		"taiwaneseCounting", "taiwaneseCountingThousand", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return chineseNumber(format, n, digits)
	case "chineseLegalSimplified", "ideographLegalTraditional":
		return chineseLegal(n, digits)
	case "ideographTraditional":
		return oneOf(heavenlyStems, n, digits)
	case "ideographZodiac":
		return oneOf(earthlyRoots, n, digits)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return enclosed('①', n, 20, digits)
	case "decimalEnclosedParen":
		return enclosed('⑴', n, 20, digits)
	case "decimalEnclosedFullstop":
		return enclosed('⒈', n, 20, digits)
	case "ideographEnclosedCircle":
		return enclosed('㊀', n, 10, digits)
	case "decimalFullWidth", "decimalFullWidth2":
		return shifted(digits, '０')
	case "hindiNumbers":
		return shifted(digits, '٠')
	case "numberInDash":
		return "- " + digits + " -"
	}
	return digits
}

// repeated counts a … z, aa, bb … zz, aaa.
func repeated(letters []rune, n int, otherwise string) string {
	if n < 1 || (n-1)/len(letters) >= maxRepeats {
		return otherwise
	}
	return strings.Repeat(string(letters[(n-1)%len(letters)]), (n-1)/len(letters)+1)
}

func oneOf(signs []rune, n int, otherwise string) string {
	if n < 1 || n > len(signs) {
		return otherwise
	}
	return string(signs[n-1])
}

func enclosed(first rune, n, last int, otherwise string) string {
	if n < 1 || n > last {
		return otherwise
	}
	return string(first + rune(n-1))
}

func shifted(digits string, zero rune) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		return zero + r - '0'
	}, digits)
}

func romanNumber(n int, otherwise string) string {
	if n < 1 || n > 3999 {
		return otherwise
	}
	var b strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{
		{1000, "M"},
		{900, "CM"},
		{500, "D"},
		{400, "CD"},
		{100, "C"},
		{90, "XC"},
		{50, "L"},
		{40, "XL"},
		{10, "X"},
		{9, "IX"},
		{5, "V"},
		{4, "IV"},
		{1, "I"},
	} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.sign)
		}
	}
	return b.String()
}

func englishOrdinal(n int) string {
	if n%100/10 == 1 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

// chinese counts 一, 十一, 二十, 一百零一; digit by digit (二〇) in the formats
// that do so, and in chineseCounting from a hundred on.
func chineseNumber(format string, n int, otherwise string) string {
	byDigit := strings.Contains(format, "igital") || strings.HasSuffix(format, "Counting") && n >= 100
	switch {
	case n < 0 || n > 9999:
		return otherwise
	case byDigit || n == 0:
		signs := []rune("〇一二三四五六七八九")
		return strings.Map(func(r rune) rune { return signs[r-'0'] }, otherwise)
	}
	counted := places(n, []rune("零一二三四五六七八九"), []rune("十百千"))
	if n < 20 {
		counted = strings.TrimPrefix(counted, "一") // 十一, not 一十一
		if n == 1 {
			counted = "一"
		}
	}
	return counted
}

func chineseLegal(n int, otherwise string) string {
	if n < 1 || n > 9999 {
		return otherwise
	}
	return places(n, []rune("零壹贰叁肆伍陆柒捌玖"), []rune("拾佰仟"))
}

// places writes a number below 10,000 with signs for tens, hundreds, thousands.
func places(n int, signs, units []rune) string {
	var b strings.Builder
	gap := false
	for at, value := 3, 1000; at >= 0; at, value = at-1, value/10 {
		digit := n / value % 10
		if digit == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteRune(signs[0])
			gap = false
		}
		b.WriteRune(signs[digit])
		if at > 0 {
			b.WriteRune(units[at-1])
		}
	}
	return b.String()
}

// symbolFont maps codes of the font Symbol, which has an encoding of its own,
// to characters.
var symbolFont = symbols()

func symbols() (table [256]rune) {
	fill := func(from int, signs string) {
		for _, r := range signs {
			table[from] = r
			from++
		}
	}
	fill(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅")
	fill(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_")
	fill(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")
	fill(0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…")
	fill(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈")
	fill(0xE5, "∑")
	fill(0xF1, "〉∫")
	return table
}
