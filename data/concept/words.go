package concept

import "travaux/data"

// Words writes the value of a parameter as it stands in a clause in a language: in
// Russian periods and shares in the genitive, in Arabic likewise, for the templates
// have them behind words that ask for it. "" for a value that is not in the tables.
func Words(kind Kind, value int, lang data.Lang) string {
	switch kind {
	case Ordinal, Day:
		return ordinal(kind, value, lang)
	case Period:
		return periodWords[value][lang]
	case Days:
		return dayWords[value][lang]
	case Every:
		return everyWords[value][lang]
	case Majority:
		return majorityWords[value][lang]
	case Share:
		return shareWords[value][lang]
	case Reviewers:
		return reviewerWords[value][lang]
	}
	return ""
}

// six puts words in the order of data.Langs: ar, zh, en, fr, ru, es.
func six(ar, zh, en, fr, ru, es string) data.Words {
	return data.Words{data.Arabic: ar, data.Chinese: zh, data.English: en, data.French: fr, data.Russian: ru, data.Spanish: es}
}

// periodWords are periods by their months.
var periodWords = map[int]data.Words{
	1:   six("شهر واحد", "一个月", "one month", "un mois", "одного месяца", "un mes"),
	2:   six("شهرين", "两个月", "two months", "deux mois", "двух месяцев", "dos meses"),
	3:   six("ثلاثة أشهر", "三个月", "three months", "trois mois", "трех месяцев", "tres meses"),
	4:   six("أربعة أشهر", "四个月", "four months", "quatre mois", "четырех месяцев", "cuatro meses"),
	6:   six("ستة أشهر", "六个月", "six months", "six mois", "шести месяцев", "seis meses"),
	9:   six("تسعة أشهر", "九个月", "nine months", "neuf mois", "девяти месяцев", "nueve meses"),
	12:  six("سنة واحدة", "一年", "one year", "un an", "одного года", "un año"),
	18:  six("ثمانية عشر شهرا", "十八个月", "eighteen months", "dix-huit mois", "восемнадцати месяцев", "dieciocho meses"),
	24:  six("سنتين", "两年", "two years", "deux ans", "двух лет", "dos años"),
	36:  six("ثلاث سنوات", "三年", "three years", "trois ans", "трех лет", "tres años"),
	48:  six("أربع سنوات", "四年", "four years", "quatre ans", "четырех лет", "cuatro años"),
	60:  six("خمس سنوات", "五年", "five years", "cinq ans", "пяти лет", "cinco años"),
	72:  six("ست سنوات", "六年", "six years", "six ans", "шести лет", "seis años"),
	84:  six("سبع سنوات", "七年", "seven years", "sept ans", "семи лет", "siete años"),
	120: six("عشر سنوات", "十年", "ten years", "dix ans", "десяти лет", "diez años"),
}

var dayWords = map[int]data.Words{
	30: six("ثلاثين يوما", "三十日", "thirty days", "trente jours", "тридцати дней", "treinta días"),
	45: six("خمسة وأربعين يوما", "四十五日", "forty-five days", "quarante-cinq jours", "сорока пяти дней", "cuarenta y cinco días"),
	60: six("ستين يوما", "六十日", "sixty days", "soixante jours", "шестидесяти дней", "sesenta días"),
	90: six("تسعين يوما", "九十日", "ninety days", "quatre-vingt-dix jours", "девяноста дней", "noventa días"),
}

// everyWords are how often, by the years between.
var everyWords = map[int]data.Words{
	1: six("كل سنة", "每年", "every year", "chaque année", "каждый год", "cada año"),
	2: six("كل سنتين", "每两年", "every two years", "tous les deux ans", "каждые два года", "cada dos años"),
	3: six("كل ثلاث سنوات", "每三年", "every three years", "tous les trois ans", "каждые три года", "cada tres años"),
	4: six("كل أربع سنوات", "每四年", "every four years", "tous les quatre ans", "каждые четыре года", "cada cuatro años"),
	5: six("كل خمس سنوات", "每五年", "every five years", "tous les cinq ans", "каждые пять лет", "cada cinco años"),
}

var majorityWords = map[int]data.Words{
	12: six("بأغلبية", "过半数", "a majority", "à la majorité", "большинством голосов", "mayoría"),
	23: six("بأغلبية ثلثي", "三分之二多数", "a two-thirds majority", "à la majorité des deux tiers", "большинством в две трети голосов", "una mayoría de dos tercios"),
	34: six("بأغلبية ثلاثة أرباع", "四分之三多数", "a three-quarters majority", "à la majorité des trois quarts", "большинством в три четверти голосов", "una mayoría de tres cuartos"),
}

var shareWords = map[int]data.Words{
	15: six("خمس", "五分之一", "one fifth", "un cinquième", "одной пятой", "una quinta parte"),
	14: six("ربع", "四分之一", "one quarter", "un quart", "одной четверти", "una cuarta parte"),
	13: six("ثلث", "三分之一", "one third", "un tiers", "одной трети", "un tercio"),
	12: six("نصف", "二分之一", "one half", "la moitié", "половины", "la mitad"),
	23: six("ثلثي", "三分之二", "two thirds", "les deux tiers", "двух третей", "dos tercios"),
	34: six("ثلاثة أرباع", "四分之三", "three quarters", "les trois quarts", "трех четвертей", "tres cuartas partes"),
}

var reviewerWords = map[int]data.Words{
	2: six("دولتين طرفين أخريين تحددان", "另外两个缔约国", "two other States Parties", "deux autres États parties", "двух других Государств-участников", "otros dos Estados partes"),
	3: six("ثلاث دول أطراف أخرى تحدد", "另外三个缔约国", "three other States Parties", "trois autres États parties", "трех других Государств-участников", "otros tres Estados partes"),
	4: six("أربع دول أطراف أخرى تحدد", "另外四个缔约国", "four other States Parties", "quatre autres États parties", "четырех других Государств-участников", "otros cuatro Estados partes"),
}
