package mechanism

import (
	"regexp"

	"travaux/data"
	"travaux/data/clause"
)

// signs are how one language says that a requirement is met. Patterns are looked
// for in folded texts (clause.Fold).
type signs struct {
	heading *regexp.Regexp
	words   *regexp.Regexp
}

// sign is a line of the table of a language.
type sign struct{ name, heading, words string }

var evidence = map[data.Lang]map[string]signs{
	data.Arabic: table(arabic), data.Chinese: table(chinese), data.English: table(english),
	data.French: table(french), data.Russian: table(russian), data.Spanish: table(spanish),
}

// table compiles the table of a language.
func table(lines []sign) map[string]signs {
	out := map[string]signs{}
	for _, l := range lines {
		out[l.name] = signs{heading: clause.Pattern(l.heading), words: clause.Pattern(l.words)}
	}
	return out
}
