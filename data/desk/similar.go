package desk

import (
	"strings"
	"unicode"

	"travaux/data/search"
)

// wordBag counts the words of a text; in Chinese, the characters.
func wordBag(s string) map[string]int {
	bag := map[string]int{}
	for _, field := range strings.FieldsFunc(search.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		rest := field
		for i, r := range field {
			if unicode.Is(unicode.Han, r) {
				bag[string(r)]++
				rest = field[i+len(string(r)):]
			}
		}
		if rest != "" {
			bag[rest]++
		}
	}
	return bag
}
