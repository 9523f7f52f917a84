package translations

import (
	"sort"
	"strings"
)

// Sort puts strings into the language's alphabetical order (Chinese: by
// pinyin), in place.
func (l *Localizer) Sort(list []string) {
	sort.SliceStable(list, func(i, j int) bool { return l.Compare(list[i], list[j]) < 0 })
}

// Compare gives -1, 0 or 1 for a before, equal to or after b in the language's
// alphabetical order.
func (l *Localizer) Compare(a, b string) int {
	l.sorting.Lock()
	defer l.sorting.Unlock()
	if l.lang == "ar" {
		if order := l.collator.CompareString(sortedAs(a), sortedAs(b)); order != 0 {
			return order
		}
	}
	return l.collator.CompareString(a, b)
}

// bareLetters are letters without the hamza and the dots that do not count in Arabic
// order; the tables of the collator put all words in أ before those in إ.
var bareLetters = strings.NewReplacer("آ", "ا", "أ", "ا", "إ", "ا", "ٱ", "ا", "ؤ", "و", "ئ", "ي", "ى", "ي")

// sortedAs is what an Arabic name stands under in the lists of the United Nations, which
// pass over the article of every word: النمسا is among those in ن.
func sortedAs(name string) string {
	words := strings.Split(name, " ")
	for i, w := range words {
		words[i] = bareLetters.Replace(strings.TrimPrefix(w, "ال"))
	}
	return strings.Join(words, " ")
}
