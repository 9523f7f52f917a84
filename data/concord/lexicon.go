package concord

import (
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// class says what a number word does.
type class uint8

const (
	noClass  class = iota
	cardinal       // five, twenty, hundred
	ordinal        // fifth, twentieth
	scale          // thousand, million: multiplies what stands before it
	whole          // two thirds in one word
)

// numeral is a number word understood.
type numeral struct {
	class class
	value int
	of    int  // of a whole fraction: its denominator
	weak  bool // may be another word as well
}

// lexicon is what one language says numbers with, folded.
type lexicon struct {
	words  map[string]numeral
	parts  map[string]int  // thirds, quarters: what a fraction counts
	joins  map[string]bool // words that may stand between the parts of one number
	units  map[string]Unit
	months map[string]int
	twos   map[string]Unit // words that are two of a unit: شهرين
	cent   map[string]bool // words before "cent": per, pour, por
}

var lexicons = func() map[data.Lang]*lexicon {
	out := map[data.Lang]*lexicon{}
	for lang, t := range tables {
		l := &lexicon{words: map[string]numeral{}, parts: map[string]int{}, joins: set(t.joins), units: map[string]Unit{}, months: map[string]int{}, twos: map[string]Unit{}, cent: set(t.cent)}
		l.read(t.cardinals, cardinal)
		l.read(t.ordinals, ordinal)
		l.read(t.scales, scale)
		for w := range strings.FieldsSeq(t.parts) {
			forms, value, _ := strings.Cut(w, "=")
			for form := range strings.SplitSeq(forms, "/") {
				l.parts[text.Folded(form)] = count(value)
			}
		}
		for _, w := range strings.Fields(t.wholes) {
			word, fraction, _ := strings.Cut(w, "=")
			n, of, _ := strings.Cut(fraction, "/")
			l.words[text.Folded(word)] = numeral{class: whole, value: count(n), of: count(of)}
		}
		for unit, words := range t.units {
			for w := range strings.FieldsSeq(words) {
				l.units[text.Folded(w)] = unit
			}
		}
		for unit, words := range t.twos {
			for w := range strings.FieldsSeq(words) {
				l.twos[text.Folded(w)] = unit
			}
		}
		for i, names := range strings.Split(t.months, ",") {
			for name := range strings.FieldsSeq(names) {
				l.months[text.Folded(name)] = i + 1
			}
		}
		out[lang] = l
	}
	return out
}()

// read takes in a list "five=5 six=6 new?=9": a question mark after a word says
// that it may be another word as well; a word may have several forms, "a/b=5".
func (l *lexicon) read(list string, c class) {
	for w := range strings.FieldsSeq(list) {
		forms, value, _ := strings.Cut(w, "=")
		for form := range strings.SplitSeq(forms, "/") {
			bare := strings.TrimSuffix(form, "?")
			l.words[text.Folded(bare)] = numeral{class: c, value: count(value), weak: bare != form}
		}
	}
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[text.Folded(w)] = true
	}
	return m
}

// count reads digits; it is for the tables, which hold nothing else.
func count(digits string) int {
	n := 0
	for _, d := range digits {
		n = n*10 + int(d-'0')
	}
	return n
}

// find returns what a word says, without the clitics that Arabic writes with it.
func (r *reader) find(word string) (numeral, bool) {
	if n, ok := r.lex.words[word]; ok {
		return n, true
	}
	if r.lang == data.Russian {
		return russianOrdinal(word)
	}
	for _, bare := range r.bare(word) {
		if n, ok := r.lex.words[bare]; ok {
			return n, true
		}
	}
	return numeral{}, false
}

// unit returns the unit that a word is.
func (r *reader) unit(word string) Unit {
	if u := r.lex.units[word]; u != "" {
		return u
	}
	for _, bare := range r.bare(word) {
		if u := r.lex.units[bare]; u != "" {
			return u
		}
	}
	return ""
}

// bare gives an Arabic word without article, conjunction and preposition.
func (r *reader) bare(word string) []string {
	if r.lang != data.Arabic {
		return nil
	}
	var out []string
	for _, clitic := range [...]string{"وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك"} {
		if rest, ok := strings.CutPrefix(word, clitic); ok && len([]rune(rest)) > 1 {
			out = append(out, rest)
		}
	}
	return out
}

// russianOrdinals are the stems of ordinal numbers; what follows is an ending of
// an adjective.
var russianOrdinals = map[string]int{
	"перв": 1, "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9, "десят": 10,
	"одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17,
	"восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30, "сороков": 40, "пятидесят": 50, "шестидесят": 60,
	"семидесят": 70, "восьмидесят": 80, "девяност": 90, "сот": 100, "тысячн": 1000,
}

// russianEndings are the endings of adjectives; трет- has a soft sign before them.
var russianEndings = set("ый ий ой ая ое ые ого ому ым ом ую ой ых ыми ья ье ьи ьего ьему ьим ьем ью ьей ьих ьими")

// russianOrdinal reads девяностого: 90, and пятидневный, which counts as five.
func russianOrdinal(word string) (numeral, bool) {
	runes := []rune(word)
	for size := 2; size <= 4; size++ {
		if len(runes) <= size+2 {
			break
		}
		stem, ending := string(runes[:len(runes)-size]), string(runes[len(runes)-size:])
		if v := russianOrdinals[stem]; v > 0 && russianEndings[ending] {
			return numeral{class: ordinal, value: v}, true
		}
	}
	return russianCompound(word)
}

// russianPrefixes count what an adjective is made of: шестимесячный.
var russianPrefixes = []struct {
	prefix string
	value  int
}{
	{"двух", 2},
	{"дву", 2},
	{"трех", 3},
	{"четырех", 4},
	{"пятнадцати", 15},
	{"пятидесяти", 50},
	{"пяти", 5},
	{"шестидесяти", 60},
	{"шести", 6},
	{"семи", 7},
	{"восьми", 8},
	{"девяносто", 90},
	{"девяти", 9},
	{"десяти", 10},
	{"двадцати", 20},
	{"тридцати", 30},
	{"сорока", 40},
}

func russianCompound(word string) (numeral, bool) {
	for _, p := range russianPrefixes {
		rest, ok := strings.CutPrefix(word, p.prefix)
		if !ok {
			continue
		}
		for _, of := range [...]string{"летн", "дневн", "месячн", "недельн", "годичн", "часов"} {
			if strings.HasPrefix(rest, of) {
				return numeral{class: cardinal, value: p.value}, true
			}
		}
	}
	return numeral{}, false
}
