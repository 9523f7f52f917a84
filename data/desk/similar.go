package desk

import (
	"strings"
	"unicode"

	"travaux/data/search"
)

// similar reports whether two texts share at least half of their words (Dice
// coefficient over words; over single characters for Chinese). Two empty texts
// are similar.
func similar(a, b string) bool {
	x, y := wordBag(a), wordBag(b)
	total, shared := 0, 0
	for w, n := range x {
		total += n
		shared += min(n, y[w])
	}
	for _, n := range y {
		total += n
	}
	return total == 0 || 4*shared >= total
}

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
