package reference

import (
	"bytes"
	"unicode/utf8"

	"travaux/data"
)

// stem cuts a folded word down to what its forms have in common, well enough
// to find the uses of a term. The result is part of the word or is built in
// scratch.
func stem(word []byte, lang data.Lang, scratch []byte) []byte {
	switch lang {
	case data.English:
		return stemEnglish(word, scratch)
	case data.French:
		return stemFrench(word, scratch)
	case data.Spanish:
		return stemSpanish(word)
	case data.Russian:
		return stemRussian(word)
	case data.Arabic:
		return stemArabic(word)
	}
	return word
}

func ends(w []byte, suffix string) bool { return bytes.HasSuffix(w, []byte(suffix)) }

// stemEnglish takes plurals off: parties, offences, taxes.
func stemEnglish(w, scratch []byte) []byte {
	n := len(w)
	switch {
	case n < 4 || ends(w, "ss") || ends(w, "us") || ends(w, "is"):
		return w
	case ends(w, "ies") && n > 4:
		return append(append(scratch, w[:n-3]...), 'y')
	case ends(w, "sses") || ends(w, "xes") || ends(w, "ches") || ends(w, "shes"):
		return w[:n-2]
	case ends(w, "s"):
		return w[:n-1]
	}
	return w
}

// stemFrench takes plurals and the feminine off: données, principaux, requérante.
func stemFrench(w, scratch []byte) []byte {
	n := len(w)
	if n < 4 {
		return w
	}
	if ends(w, "aux") && n > 4 {
		return append(append(scratch, w[:n-2]...), 'l')
	}
	if w[n-1] == 's' || w[n-1] == 'x' {
		n--
	}
	if n > 4 && w[n-1] == 'e' {
		n--
	}
	return w[:n]
}

// stemSpanish takes plurals and gender off: proveedores, electrónicos.
func stemSpanish(w []byte) []byte {
	n := len(w)
	if n < 4 {
		return w
	}
	if w[n-1] == 's' {
		n--
		if n > 4 && w[n-1] == 'e' {
			n--
		}
	}
	if n > 4 && (w[n-1] == 'o' || w[n-1] == 'a' || w[n-1] == 'e') {
		n--
	}
	return w[:n]
}

// russianEndings of nouns and adjectives, longer ones first.
var russianEndings = []string{
	"иями", "ями", "ами", "ыми", "ими", "ией", "иям", "ием", "иях", "ого", "его", "ому", "ему", "ою", "ею", "ые", "ие", "ый", "ий", "ой", "ей",
	"ая", "яя", "ое", "ее", "ую", "юю", "ых", "их", "ым", "им", "ов", "ев", "ам", "ям", "ом", "ем", "ах", "ях", "ию", "ия", "ии",
	"а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й",
}

func stemRussian(w []byte) []byte {
	letters := utf8.RuneCount(w)
	for _, e := range russianEndings {
		if ends(w, e) && letters-len(e)/2 >= 3 {
			return w[:len(w)-len(e)]
		}
	}
	return w
}

const arabicArticle = "ال"

// arabicPlurals are broken plurals of nouns that treaties define, by what is
// left of them without article and ending.
var arabicPlurals = map[string]string{
	"جرائم": "جريم", "دول": "دول", "اطراف": "طرف", "نظم": "نظام", "انظم": "نظام", "اشخاص": "شخص", "سفن": "سفين", "مناطق": "منطق", "موارد": "مورد",
	"صكوك": "صك", "عقود": "عقد", "اموال": "مال", "اصول": "اصل", "حقوق": "حق", "قوانين": "قانون", "اجهز": "جهاز", "مواد": "ماد", "وثائق": "وثيق",
	"تدابير": "تدبير", "مصادر": "مصدر", "شرك": "شرك", "اطفال": "طفل", "ضحايا": "ضحي", "شهود": "شاهد", "هيئ": "هيئ", "مرافق": "مرفق", "برامج": "برنامج",
	"خدم": "خدم", "اعضاء": "عضو", "افعال": "فعل", "احكام": "حكم", "عمال": "عامل", "طوارئ": "طارئ", "صور": "صور", "اسلح": "سلاح", "نفاي": "نفاي",
	"انشط": "نشاط", "مشاريع": "مشروع", "معايير": "معيار", "ادل": "دليل", "سجلا": "سجل", "وسائل": "وسيل", "اماكن": "مكان", "اغراض": "غرض", "سلع": "سلع",
}

// arabicForms appends what is left of a word without clitics, article and
// ending, for every way to take clitics off: a letter may also belong to the
// word.
func arabicForms(forms [][]byte, w []byte) [][]byte {
	forms = append(forms, arabicBase(w))
	for _, p := range [...]string{arabicArticle, "لل", "وال", "بال", "فال", "كال", "ولل", "وبال", "فبال"} {
		if bytes.HasPrefix(w, []byte(p)) && utf8.RuneCount(w)-len(p)/2 >= 2 {
			return append(forms, arabicBase(w[len(p):]))
		}
	}
	for range 2 {
		r, size := utf8.DecodeRune(w)
		switch r {
		case 'و', 'ف', 'ب', 'ل', 'ك':
		default:
			return forms
		}
		if w = w[size:]; utf8.RuneCount(w) < 3 {
			return forms
		}
		forms = append(forms, arabicBase(w))
	}
	return forms
}

// stemArabic is the form that a term is known by.
func stemArabic(w []byte) []byte {
	var room [4][]byte
	forms := arabicForms(room[:0], w)
	if bytes.HasPrefix(w, []byte(arabicArticle)) || bytes.HasPrefix(w, []byte("و"+arabicArticle)) || bytes.HasPrefix(w, []byte("لل")) {
		return forms[len(forms)-1]
	}
	return forms[0]
}

// arabicBase takes the endings of number and gender off.
func arabicBase(w []byte) []byte {
	letters := utf8.RuneCount(w)
	for _, e := range [...]string{"ات", "تين", "تان", "ين", "ون", "ان", "ة", "ي"} {
		if ends(w, e) && letters-len(e)/2 >= 3 {
			w = w[:len(w)-len(e)]
			break
		}
	}
	if singular, ok := arabicPlurals[string(w)]; ok {
		return []byte(singular)
	}
	return w
}
