package speaking

import (
	"strings"
	"unicode"

	"travaux/data"
)

// Sentence is a stretch of a text: runes [Start, End), its full stop and the
// quotation mark after it included, white space around it not.
type Sentence struct {
	Start, End int
	Paragraph  int // from 0; paragraphs are lines with something on them
}

// Sentences divides a text. What stands on lines of its own is a sentence also
// without a full stop.
func Sentences(text string, lang data.Lang) []Sentence {
	var out []Sentence
	r := []rune(text)
	paragraph := 0
	for start := 0; start < len(r); {
		end := start
		for end < len(r) && !lineEnd(r[end]) {
			end++
		}
		if line := divide(r, start, end, lang); len(line) > 0 {
			for _, s := range line {
				s.Paragraph = paragraph
				out = append(out, s)
			}
			paragraph++
		}
		start = end + 1
	}
	return out
}

func lineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f'
}

// divide finds the sentences of one line.
func divide(r []rune, from, to int, lang data.Lang) (out []Sentence) {
	start := from
	add := func(end int) {
		a, b := start, end
		for a < b && unicode.IsSpace(r[a]) {
			a++
		}
		for b > a && unicode.IsSpace(r[b-1]) {
			b--
		}
		if a < b {
			out = append(out, Sentence{Start: a, End: b})
		}
		start = end
	}
	for i := from; i < to; i++ {
		if end, ends := stop(r, start, i, to, lang); ends {
			add(end)
			i = end - 1
		}
	}
	add(to)
	return out
}

// stop reports whether a sentence that began at start ends with the rune at i,
// and where with its quotation marks.
func stop(r []rune, start, i, to int, lang data.Lang) (end int, ends bool) {
	switch r[i] {
	case '。', '！', '？', '｡':
		return closed(r, i+1, to), true
	case '.', '!', '?', '…', '؟', '۔':
	default:
		return 0, false
	}
	end = i + 1
	for end < to && strings.ContainsRune(".!?…؟", r[end]) {
		end++
	}
	end = closed(r, end, to)
	if end >= to {
		return to, true
	}
	if !unicode.IsSpace(r[end]) {
		return 0, false
	}
	next := end
	for next < to && (unicode.IsSpace(r[next]) || strings.ContainsRune("“«\"'‘(„", r[next])) {
		next++
	}
	if next < to && unicode.IsLower(r[next]) {
		return 0, false // "art. 5 et seq. of" goes on
	}
	return end, r[i] != '.' || !abbreviated(r, start, i, lang)
}

// closed is where quotation marks and brackets end that close after a stop.
func closed(r []rune, i, to int) int {
	for i < to && strings.ContainsRune("”’»\"')]）】」』", r[i]) {
		i++
	}
	return i
}

// abbreviations are words after which a full stop does not end a sentence, though
// a number or a name follows.
var abbreviations = map[data.Lang]string{
	data.English: "art arts para paras no nos mr mrs ms dr prof h.e i.e e.g cf vol chap sect rev add corr vs sr",
	data.French:  "art arts par al n° m mm mme mmes s.e p.ex ex cf vol chap sect rév",
	data.Spanish: "art arts párr párrs núm núms nº sr sra sres dr dra s.e p.ej ej cf vol cap",
	data.Russian: "ст п пп гл см ср напр стр рез док т е.п",
}

// abbreviated reports whether the full stop at i belongs to an abbreviation, an
// initial, or the number with which a line is labelled.
func abbreviated(r []rune, start, i int, lang data.Lang) bool {
	from := i
	for from > start && !unicode.IsSpace(r[from-1]) && r[from-1] != '(' {
		from--
	}
	word := strings.ToLower(strings.TrimLeft(string(r[from:i]), "«“\"'"))
	if at := strings.LastIndexAny(word, "'’"); at >= 0 {
		word = strings.TrimLeft(word[at:], "'’") // "l’art. 5"
	}
	if word == "" {
		return false
	}
	letters := []rune(word)
	if len(letters) == 1 && unicode.IsLetter(letters[0]) && unicode.IsUpper(r[i-1]) && from > start {
		return lang != data.Arabic
	}
	first := from
	for first > start && unicode.IsSpace(r[first-1]) {
		first--
	}
	if first == start && len(letters) <= 3 && !strings.ContainsFunc(word, func(c rune) bool { return !unicode.IsDigit(c) }) {
		return true // "1. Every State Party"
	}
	for a := range strings.FieldsSeq(abbreviations[lang]) {
		if word == a {
			return true
		}
	}
	return false
}
