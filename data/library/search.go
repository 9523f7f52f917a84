package library

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/search"
)

// Hit is a paragraph that holds the words that were looked for.
type Hit struct {
	Place
	Text  string
	Words [][2]int // runes [start, end) of Text that were looked for, in order
}

// Search gives the paragraphs that hold all words of the query, whatever their
// order, at most limit, and how many there are. A word is found by its
// beginning (in Arabic by any part of it, because articles and conjunctions are
// written together with it); Chinese is found as it is written, and so is what
// stands in quotation marks. Paragraphs that hold the query as it is written
// come first, else the order is that of the shelf. The work may be limited to
// one; zero means all.
func (s *Shelf) Search(query string, work data.ID, limit int) (hits []Hit, all int) {
	phrases, words := queried(query)
	if len(phrases)+len(words) == 0 {
		return nil, 0
	}
	found := s.holding(phrases, words)
	if !work.IsZero() {
		found = slices.DeleteFunc(found, func(n int) bool { return s.place(n).Work != work })
	}
	found = s.asWritten(found, search.Fold(quotes.Replace(query)), phrases)
	for _, n := range found[:min(len(found), max(0, limit))] {
		text := s.index.texts[n]
		hits = append(hits, Hit{s.place(n), text, s.spots(text, phrases, words)})
	}
	return hits, len(found)
}

// orderedMost is among how many paragraphs those are looked for that hold the
// query as it is written: with more of them the query says too little.
const orderedMost = 2000

// asWritten leaves out the paragraphs that do not have the phrases, and puts
// those first that hold all that was asked for as it was asked.
func (s *Shelf) asWritten(found []int, asked string, phrases []string) []int {
	ordered := len(found) <= orderedMost && strings.Contains(asked, " ")
	if len(phrases) == 0 && !ordered {
		return found
	}
	var exact, rest []int
	for _, n := range found {
		folded := search.Fold(s.index.texts[n])
		switch {
		case !containsAll(folded, phrases):
		case ordered && strings.Contains(folded, asked):
			exact = append(exact, n)
		default:
			rest = append(rest, n)
		}
	}
	return append(exact, rest...)
}

// quotes makes all double quotation marks of one kind.
var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "「", `"`, "」", `"`)

// queried parts a query into what must stand as it is written and single words.
func queried(query string) (phrases, words []string) {
	add := func(part string) {
		switch split := wordsOf(part); {
		case len(split) == 0:
		case len(split) == 1 && !han(split[0].folded):
			words = append(words, split[0].folded)
		default:
			phrases = append(phrases, strings.TrimFunc(search.Fold(part), func(r rune) bool { return !isWord(string(r)) }))
		}
	}
	for i, part := range strings.Split(quotes.Replace(query), `"`) {
		if i%2 == 1 {
			add(part)
			continue
		}
		for _, w := range strings.Fields(part) {
			add(w)
		}
	}
	return phrases, words
}

// holding are the paragraphs that have all words of the phrases and, for every
// word, one that begins with it.
func (s *Shelf) holding(phrases, words []string) []int {
	x := s.index
	seen := make([]uint16, len(x.texts)) // how many of the wanted a paragraph has
	wanted := uint16(0)
	var list []uint32
	need := func(features []uint32) {
		for _, f := range features {
			for _, n := range x.singles.of(f, list[:0]) {
				if seen[n] == wanted {
					seen[n]++
				}
			}
		}
		wanted++
	}
	for _, p := range phrases {
		inner := wordsOf(p)
		for i, w := range inner {
			if first, last := i == 0, i == len(inner)-1; first || last {
				need(s.like(w.folded, first, last)) // a phrase may begin and end within a word
			} else if n, known := x.numbers[w.folded]; known {
				need([]uint32{n})
			} else {
				return nil
			}
		}
	}
	for _, w := range words {
		need(s.like(w, s.lang == data.Arabic, true))
	}
	var out []int
	for n, k := range seen {
		if k == wanted {
			out = append(out, n)
		}
	}
	return out
}

// like are the words that contain w: as they begin and end, unless more may
// stand before or after.
func (s *Shelf) like(w string, before, after bool) (out []uint32) {
	for n, v := range s.index.vocabulary {
		if at := strings.Index(v, w); at == 0 && (after || len(v) == len(w)) || at > 0 && before && (after || strings.HasSuffix(v, w)) {
			out = append(out, uint32(n))
		}
	}
	return out
}

func containsAll(text string, phrases []string) bool {
	for _, p := range phrases {
		if !strings.Contains(text, p) {
			return false
		}
	}
	return true
}

func han(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Han, r)
}

// spots are where phrases and words stand in a text, in order, without overlap.
func (s *Shelf) spots(text string, phrases, words []string) [][2]int {
	mark := make([]bool, utf8.RuneCountInString(text))
	for _, p := range phrases {
		for _, hit := range search.Locate(text, p) {
			for i := hit[0]; i < hit[1]; i++ {
				mark[i] = true
			}
		}
	}
	for _, own := range wordsOf(text) {
		for _, w := range words {
			if strings.HasPrefix(own.folded, w) || s.lang == data.Arabic && strings.Contains(own.folded, w) {
				for i := runesBefore(text, own.start); i < runesBefore(text, own.end); i++ {
					mark[i] = true
				}
			}
		}
	}
	var out [][2]int
	for i := 0; i < len(mark); i++ {
		if !mark[i] {
			continue
		}
		from := i
		for i < len(mark) && mark[i] {
			i++
		}
		out = append(out, [2]int{from, i})
	}
	return out
}
