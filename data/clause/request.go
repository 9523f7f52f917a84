package clause

import (
	"regexp"
	"strings"
	"sync"

	"travaux/data"
)

// alone returns the words by which clauses on disputes let one party alone use a means,
// and those by which they let a party declare that it is not bound.
//
// Source: the clauses on disputes of conventions concluded under the United Nations,
// such as article 66 of the Convention against Corruption, in its six languages.
var alone = sync.OnceValues(func() (requests, optOuts map[data.Lang]*regexp.Regexp) {
	return map[data.Lang]*regexp.Regexp{
		data.Arabic:  regexp.MustCompile(`بناء على طلب (?:أحد|أي|واحد|إحدى)|(?:جاز|يجوز) لأي`),
		data.Chinese: regexp.MustCompile(`[经应][^，。]{0,16}(?:一方|一国|任何[^，。]{0,8})(?:的)?请求|任何一方(?:均)?可|其中任何一[^，。]{0,8}可`),
		data.English: regexp.MustCompile(`at the request of (?:any|either|one|a)\b|\b(?:any|either)(?: one)? of (?:them|those|the)\b[^.]{0,40}\bmay\b|\b(?:any|either) (?:state )?party\b[^.]{0,40}\bmay\b`),
		data.French:  regexp.MustCompile(`à la demande d(?:e l'un|'un)|(?:chacune?|l'une? quelconque) d(?:'e|e )`),
		data.Russian: regexp.MustCompile(`по (?:просьбе|требованию|заявлению) (?:одно|любо)|люб(?:ая|ое|ой) из `),
		data.Spanish: regexp.MustCompile(`a (?:petición|solicitud) de (?:un|cualquier)|cualquiera de `),
	}, map[data.Lang]*regexp.Regexp{
		data.Arabic:  regexp.MustCompile(`لا تعتبر نفسها ملزمة`),
		data.Chinese: regexp.MustCompile(`不受[^。]{0,24}约束`),
		data.English: regexp.MustCompile(`not consider (?:itself|themselves) bound`),
		data.French:  regexp.MustCompile(`ne se considère(?:nt)? pas lié`),
		data.Russian: regexp.MustCompile(`не считает себя связанн`),
		data.Spanish: regexp.MustCompile(`no se considera(?:rá)? (?:obligad|vinculad)`),
	}
})

// ByOne reports whether a sentence of a clause on disputes lets one party use a means
// without the consent of the others.
func ByOne(sentence string, lang data.Lang) bool {
	requests, _ := alone()
	return says(requests, sentence, lang)
}

// OptOut reports whether a text lets a party declare that a clause does not bind it.
func OptOut(text string, lang data.Lang) bool {
	_, optOuts := alone()
	return says(optOuts, text, lang)
}

func says(patterns map[data.Lang]*regexp.Regexp, text string, lang data.Lang) bool {
	p := patterns[lang]
	return p != nil && p.MatchString(strings.ReplaceAll(strings.ToLower(text), "’", "'"))
}
