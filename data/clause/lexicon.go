package clause

import (
	"regexp"
	"strings"
	"sync"

	"travaux/data"
)

// lexicon is what the reader knows of one language. Patterns are looked for in
// folded sentences, in which numbers stand as "#40", ordinals as "@40", shares as
// "%2/3" and periods as "~0y0m90d"; those of a place before a token end with $,
// those of a place after it begin with ^.
type lexicon struct {
	lang      data.Lang
	gap       string   // between words
	stems     []string // a sentence with none of them and no number has no parameter
	and       string   // within numbers: forty and one
	numerals  map[string]numeral
	suffixes  []string // of ordinals in digits: 40th
	wholes    map[string]int
	fractions map[string]Share // words that are a fraction by themselves
	units     map[string]byte  // d, w, m, y
	spans     map[string]data.Delay
	fillers   []string // between a number and its unit

	firstOfMonth *regexp.Regexp // with the period in its only group
	monthly      *regexp.Regexp // the words of firstOfMonth after the period, where it stands first

	force      *regexp.Regexp // the sentence says that something enters into force
	joins      *regexp.Regexp // … for one State
	deposit    *regexp.Regexp // … on deposit of instruments
	amendment  *regexp.Regexp // the sentence is about an amendment, an annex or a protocol
	denounces  *regexp.Regexp // the sentence is about a denunciation
	effect     *regexp.Regexp // … and when it has effect
	reserves   *regexp.Regexp // the sentence is about a reservation
	forbidden  *regexp.Regexp // … and forbids it
	except     *regexp.Regexp // … but not all of it
	dispute    *regexp.Regexp // the text is about a dispute
	sinceLeft  *regexp.Regexp // the period runs from entry into force: before it …
	sinceRight *regexp.Regexp // … or after it
	within     *regexp.Regexp // before the period: it is a limit
	withinTail *regexp.Regexp // after the period: it is a limit
	apart      *regexp.Regexp // before the period: it is none ("in each year in which")
	every      *regexp.Regexp // before the period: it recurs
	everyTail  *regexp.Regexp // after the period
	ahead      *regexp.Regexp // after the period: it precedes something
	aheadLeft  *regexp.Regexp // before the period

	instruments *regexp.Regexp // with the number in its group
	parties     *regexp.Regexp // likewise
	uncounted   *regexp.Regexp
	consensus   *regexp.Regexp
	majority    *regexp.Regexp
	voting      *regexp.Regexp // those present and voting, near the share
	quorum      *regexp.Regexp // before the share
	depositary  []*regexp.Regexp
	authentic   *regexp.Regexp
	langs       [6]*regexp.Regexp // in the order of data.Langs
	indefinite  *regexp.Regexp
	signature   *regexp.Regexp
	until       *regexp.Regexp // day, month, year in its groups
	months      map[string]int
	means       []meansPattern
}

type meansPattern struct {
	means   Means
	pattern *regexp.Regexp
}

// pattern compiles a pattern that is written as people write: it is folded first.
// A space in it is any gap between words; \S, \W and \D cannot be used.
func pattern(s string) *regexp.Regexp {
	if s == "" {
		return nil
	}
	return regexp.MustCompile(strings.ReplaceAll(folded(s), `\p{l}`, `\p{L}`))
}

// numeralsOf makes a table from words with their values, one "word …=value" each;
// ordinals begin with a minus.
func numeralsOf(table string) map[string]numeral {
	out := map[string]numeral{}
	for _, line := range strings.Split(table, ";") {
		words, value, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		n, ordinal := 0, false
		for _, r := range strings.TrimSpace(value) {
			if r == '-' {
				ordinal = true
				continue
			}
			n = n*10 + int(r-'0')
		}
		for _, w := range strings.Fields(words) {
			out[folded(w)] = numeral{n, ordinal}
		}
	}
	return out
}

// unitsOf makes a table of units from "d: day days".
func unitsOf(table string) map[string]byte {
	out := map[string]byte{}
	for _, line := range strings.Split(table, ";") {
		unit, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for _, w := range strings.Fields(words) {
			out[folded(w)] = unit[0]
		}
	}
	return out
}

// numbersOf makes a table of words with their numbers.
func numbersOf(table string) map[string]int {
	out := map[string]int{}
	for w, n := range numeralsOf(table) {
		out[w] = n.value
	}
	return out
}

func fieldsOf(words string) []string { return strings.Fields(folded(words)) }

func langsOf(ar, zh, en, fr, ru, es string) [6]*regexp.Regexp {
	return [6]*regexp.Regexp{pattern(ar), pattern(zh), pattern(en), pattern(fr), pattern(ru), pattern(es)}
}

func meansOf(pairs ...string) []meansPattern {
	var out []meansPattern
	for i := 0; i+1 < len(pairs); i += 2 {
		out = append(out, meansPattern{Means(pairs[i]), pattern(pairs[i+1])})
	}
	return out
}

// lexicons are compiled when a text of their language is first read: the patterns of
// all six took longer than all else of the program's start.
var lexicons = map[data.Lang]func() *lexicon{
	data.Arabic: sync.OnceValue(arabic), data.Chinese: sync.OnceValue(chinese), data.English: sync.OnceValue(english),
	data.French: sync.OnceValue(french), data.Russian: sync.OnceValue(russian), data.Spanish: sync.OnceValue(spanish),
}
