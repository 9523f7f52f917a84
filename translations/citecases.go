package translations

import "strings"

// Case is how a sentence has a citation.
type Case int

// Cases of citations, as sentences that change a text need them.
const (
	CiteAs    Case = iota // as it is: "paragraphe 2 de l’article 6"
	CiteIn                // where something is changed, with its preposition: "au paragraphe 2 de l’article 6"
	CiteIt                // what is changed, with its article: "le paragraphe 2 de l’article 6"
	CiteAfter             // behind a preposition that asks for the genitive, with its article: «пункта 2 статьи 6»
	CiteNew               // what is new, with its article: "un nouveau paragraphe 2 bis"
)

// CiteCase is Cite as a sentence has it: with article and preposition in French and
// Spanish, in its case in Russian. Arabic and Chinese have it as it is, but for what
// is new.
func (l *Localizer) CiteCase(path string, c Case) string {
	cited := l.Cite(path)
	first, rest, _ := strings.Cut(cited, " ")
	switch l.lang {
	case "en":
		switch c {
		case CiteIn:
			return "in " + cited
		case CiteNew:
			return "a new " + cited
		}
	case "fr":
		return frenchCase(first, cited, c)
	case "es":
		return spanishCase(first, cited, c)
	case "ru":
		return russianCase(first, rest, cited, c)
	case "ar":
		return arabicCase(cited, c)
	case "zh":
		if c == CiteNew {
			return "新的" + cited
		}
	}
	return cited
}

// Feminine reports whether a citation is of the feminine gender, with which the verb
// of an Arabic sentence agrees.
func (l *Localizer) Feminine(path string) bool {
	first, _, _ := strings.Cut(l.Cite(path), " ")
	return strings.HasSuffix(first, "ة")
}

// frenchFeminine are the units that are not masculine.
var frenchFeminine = map[string]bool{"partie": true, "section": true, "annexe": true, "note": true, "option": true, "formule": true, "résolution": true, "table": true}

func frenchCase(first, cited string, c Case) string {
	vowel := strings.HasPrefix(cited, "a") || strings.HasPrefix(cited, "o") || strings.HasPrefix(cited, "é")
	plural := strings.HasSuffix(first, "s") && first != "sections" && first != "premiers"
	switch feminine := frenchFeminine[first]; {
	case c == CiteAs:
		return cited
	case c == CiteNew && feminine:
		return "une nouvelle " + cited
	case c == CiteNew && vowel:
		return "un nouvel " + cited
	case c == CiteNew:
		return "un nouveau " + cited
	case plural:
		return map[Case]string{CiteIn: "aux ", CiteIt: "les ", CiteAfter: "les "}[c] + cited
	case vowel:
		return map[Case]string{CiteIn: "à l’", CiteIt: "l’", CiteAfter: "l’"}[c] + cited
	case feminine:
		return map[Case]string{CiteIn: "à la ", CiteIt: "la ", CiteAfter: "la "}[c] + cited
	}
	return map[Case]string{CiteIn: "au ", CiteIt: "le ", CiteAfter: "le "}[c] + cited
}

var spanishFeminine = map[string]bool{"frase": true, "opción": true, "parte": true, "sección": true, "nota": true, "fórmula": true, "resolución": true}

func spanishCase(first, cited string, c Case) string {
	article, fresh := "el ", "un nuevo "
	if spanishFeminine[first] {
		article, fresh = "la ", "una nueva "
	}
	switch c {
	case CiteIn:
		return "en " + article + cited
	case CiteIt:
		return article + cited
	case CiteAfter: // behind "de"
		if article == "el " {
			return "del " + cited
		}
		return "de la " + cited
	case CiteNew:
		return fresh + cited
	}
	return cited
}

// russianForms are the units in their cases: prepositional, accusative, genitive, and
// the adjective "new" that goes with the accusative.
var russianForms = map[string][4]string{
	"статья":     {"статье", "статью", "статьи", "новую"},
	"пункт":      {"пункте", "пункт", "пункта", "новый"},
	"подпункт":   {"подпункте", "подпункт", "подпункта", "новый"},
	"преамбула":  {"преамбуле", "преамбулу", "преамбулы", "новую"},
	"название":   {"названии", "название", "названия", "новое"},
	"глава":      {"главе", "главу", "главы", "новую"},
	"часть":      {"части", "часть", "части", "новую"},
	"раздел":     {"разделе", "раздел", "раздела", "новый"},
	"приложение": {"приложении", "приложение", "приложения", "новое"},
	"вариант":    {"варианте", "вариант", "варианта", "новый"},
	"сноска":     {"сноске", "сноску", "сноски", "новую"},
	"формула":    {"формуле", "формулу", "формулы", "новую"},
	"резолюция":  {"резолюции", "резолюцию", "резолюции", "новую"},
	"заголовок":  {"заголовке", "заголовок", "заголовка", "новый"},
	"таблица":    {"таблице", "таблицу", "таблицы", "новую"},

	"вступительная фраза":      {"вступительной фразе", "вступительную фразу", "вступительной фразы", "новую"},
	"заключительная фраза":     {"заключительной фразе", "заключительную фразу", "заключительной фразы", "новую"},
	"пояснительное примечание": {"пояснительном примечании", "пояснительное примечание", "пояснительного примечания", "новое"},
	"ненумерованный абзац":     {"ненумерованном абзаце", "ненумерованный абзац", "ненумерованного абзаца", "новый"},
	"заключительная формула":   {"заключительной формуле", "заключительную формулу", "заключительной формулы", "новую"},
}

func russianCase(first, rest, cited string, c Case) string {
	forms, ok := russianForms[first]
	if second, more, found := strings.Cut(rest, " "); !ok {
		if forms, ok = russianForms[first+" "+second]; ok {
			rest = more
			if !found {
				rest = ""
			}
		}
	}
	if !ok || c == CiteAs {
		return cited
	}
	with := func(word string) string { return strings.TrimSpace(word + " " + rest) }
	switch c {
	case CiteIn:
		preposition := "в "
		if strings.HasPrefix(forms[0], "вс") {
			preposition = "во "
		}
		return preposition + with(forms[0])
	case CiteIt:
		return with(forms[1])
	case CiteNew:
		return forms[3] + " " + with(forms[1])
	}
	return with(forms[2])
}

func arabicCase(cited string, c Case) string {
	switch c {
	case CiteIn:
		return "في " + cited
	case CiteNew:
		first, _, _ := strings.Cut(cited, " ")
		if strings.HasSuffix(first, "ة") {
			return cited + " الجديدة"
		}
		return cited + " الجديد"
	}
	return cited
}
