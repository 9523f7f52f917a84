package mechanism

import (
	"regexp"
	"sync"

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

// evidence is compiled when a text of its language is first judged: see lexicons of
// package clause.
var evidence = map[data.Lang]func() map[string]signs{
	data.Arabic: table(arabic), data.Chinese: table(chinese), data.English: table(english),
	data.French: table(french), data.Russian: table(russian), data.Spanish: table(spanish),
}

// evidenceOf are the signs of a requirement in a language; none in other languages.
func evidenceOf(lang data.Lang, requirement string) signs {
	if known := evidence[lang]; known != nil {
		return known()[requirement]
	}
	return signs{}
}

// table compiles the table of a language.
func table(lines []sign) func() map[string]signs {
	return sync.OnceValue(func() map[string]signs {
		out := map[string]signs{}
		for _, l := range lines {
			out[l.name] = signs{heading: clause.Pattern(l.heading), words: clause.Pattern(l.words)}
		}
		return out
	})
}
