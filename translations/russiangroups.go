package translations

import (
	"strings"
	"unicode"
)

// russianHeads are the nouns that groups are, in the genitive.
var russianHeads = map[string]string{
	"группа": "группы", "движение": "движения", "союз": "союза", "форум": "форума", "лига": "лиги", "совет": "совета",
	"организация": "организации", "ассоциация": "ассоциации", "сообщество": "сообщества", "содружество": "содружества",
	"система": "системы", "рынок": "рынка", "альянс": "альянса", "коалиция": "коалиции", "объединение": "объединения",
	"страны": "стран", "государства": "государств", "кандидаты": "кандидатов", "друзья": "друзей",
	"единомышленники": "единомышленников", "страны-единомышленники": "стран-единомышленников",
}

// russianTails are what a name joins to its noun with a conjunction.
var russianTails = strings.NewReplacer(" и Китай", " и Китая", " и его государства-члены", " и его государств-членов")

// russianEndings are those of adjectives, and of the genitive. What no noun follows is none.
var russianEndings = []struct{ of, genitive string }{
	{"иеся", "ихся"}, {"ая", "ой"}, {"яя", "ей"}, {"ое", "ого"}, {"ый", "ого"}, {"кий", "кого"}, {"ий", "его"}, {"ой", "ого"}, {"ые", "ых"}, {"ие", "их"},
}

// russianGroup puts the adjectives and the noun of a name into the genitive; ok is false
// where it has no noun that is known. An abbreviation stays as it is.
func russianGroup(group string) (name string, ok bool) {
	words := strings.Split(group, " ")
	if !strings.ContainsFunc(words[0], unicode.IsLower) {
		return russianTails.Replace(group), true
	}
	for i, word := range words {
		head, known := russianHeads[strings.ToLower(word)]
		if !known {
			words[i] = russianAdjective(word)
			continue
		}
		if i+1 < len(words) && words[i+1] == "—" {
			return "", false // another noun follows
		}
		words[i] = head
		if i == 0 {
			words[i] = Capital(head)
		}
		return russianTails.Replace(strings.Join(words, " ")), true
	}
	return "", false
}

func russianAdjective(word string) string {
	for _, e := range russianEndings {
		if stem, ok := strings.CutSuffix(word, e.of); ok {
			return stem + e.genitive
		}
	}
	return word
}
