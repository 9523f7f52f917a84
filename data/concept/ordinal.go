package concept

import (
	"strings"

	"travaux/data"
)

// mostOrdinal is up to where ordinals are written in words.
const mostOrdinal = 99

// ordinal writes an ordinal from 1 to 99 in words, for a masculine noun that it
// stands before, in Arabic behind a noun in the genitive. Of a day Russian has the
// accusative ("на девяностый день"), of an instrument the genitive ("сорокового
// документа"). "" for other numbers.
func ordinal(kind Kind, n int, lang data.Lang) string {
	if n < 1 || n > mostOrdinal {
		return ""
	}
	switch lang {
	case data.Arabic:
		return arabicOrdinal(n)
	case data.Chinese:
		return han(n)
	case data.French:
		return frenchOrdinal(n)
	case data.Russian:
		return russianOrdinal(n, kind == Day)
	case data.Spanish:
		return spanishOrdinal(n)
	}
	return englishOrdinal(n)
}

func list(s string) []string { return strings.Split(s, " ") }

var (
	englishUnits = list("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
	englishTens  = list("twent thirt fort fift sixt sevent eight ninet")
)

func englishOrdinal(n int) string {
	switch {
	case n < 20:
		return englishUnits[n-1]
	case n%10 == 0:
		return englishTens[n/10-2] + "ieth"
	}
	return englishTens[n/10-2] + "y-" + englishUnits[n%10-1]
}

var (
	frenchUnits = list("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf")
	frenchTens  = list("vingt trente quarante cinquante soixante")
)

// frenchCardinal is the cardinal from which the ordinal is made: 71 is "soixante et onze".
func frenchCardinal(n int) string {
	switch tens := n / 10; {
	case n < 20:
		return frenchUnits[n-1]
	case tens == 7:
		if n == 71 {
			return "soixante et onze"
		}
		return "soixante-" + frenchUnits[n-61]
	case tens >= 8:
		if n == 80 {
			return "quatre-vingt"
		}
		return "quatre-vingt-" + frenchUnits[n-81]
	case n%10 == 0:
		return frenchTens[tens-2]
	case n%10 == 1:
		return frenchTens[tens-2] + " et un"
	default:
		return frenchTens[tens-2] + "-" + frenchUnits[n%10-1]
	}
}

func frenchOrdinal(n int) string {
	if n == 1 {
		return "premier"
	}
	word := frenchCardinal(n)
	switch {
	case strings.HasSuffix(word, "cinq"):
		return word + "uième"
	case strings.HasSuffix(word, "neuf"):
		return strings.TrimSuffix(word, "f") + "vième"
	}
	return strings.TrimSuffix(word, "e") + "ième"
}

var (
	spanishUnits = list("primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo decimotercer decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno")
	spanishTens  = list("vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo")
)

func spanishOrdinal(n int) string {
	switch {
	case n < 20:
		return spanishUnits[n-1]
	case n%10 == 0:
		return spanishTens[n/10-2]
	}
	return spanishTens[n/10-2] + " " + spanishUnits[n%10-1]
}

// Russian ordinals by their stem and whether they end in -ой, -ий or -ый.
var (
	russianUnits = list("перв-ый втор-ой трет-ий четверт-ый пят-ый шест-ой седьм-ой восьм-ой девят-ый десят-ый одиннадцат-ый двенадцат-ый тринадцат-ый четырнадцат-ый пятнадцат-ый шестнадцат-ый семнадцат-ый восемнадцат-ый девятнадцат-ый")
	russianTens  = list("двадцат-ый тридцат-ый сороков-ой пятидесят-ый шестидесят-ый семидесят-ый восьмидесят-ый девяност-ый")
	russianBase  = list("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
)

func russianOrdinal(n int, accusative bool) string {
	word, before := "", ""
	switch {
	case n < 20:
		word = russianUnits[n-1]
	case n%10 == 0:
		word = russianTens[n/10-2]
	default:
		word, before = russianUnits[n%10-1], russianBase[n/10-2]+" "
	}
	stem, end, _ := strings.Cut(word, "-")
	switch {
	case accusative:
		return before + stem + end
	case end == "ий":
		return before + stem + "ьего"
	}
	return before + stem + "ого"
}

var arabicTens = list("العشرين الثلاثين الأربعين الخمسين الستين السبعين الثمانين التسعين")

func arabicOrdinal(n int) string {
	switch {
	case n < 20:
		return arabicOrdinals[n-1]
	case n%10 == 0:
		return arabicTens[n/10-2]
	case n%10 == 1:
		return "الحادي و" + arabicTens[n/10-2]
	}
	return arabicOrdinals[n%10-1] + " و" + arabicTens[n/10-2]
}
