package app

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/app/room"
	"travaux/data/search"
)

// The palette's matching is plain, so that the same letters always lead to the
// same place: every typed word must stand in the name of a thing or in what is
// said after it. Words that a typed word begins come before words that it is only
// a part of, names before what is said after them, and among equals what was
// chosen in this session before.

// findable is an entry made ready to be matched.
type findable struct {
	room.Entry
	source         int
	order          int // in its source
	words, details spelled
}

// spelled is a folded text and where its words begin.
type spelled struct {
	text   string
	begins map[int]bool // byte offsets
}

// spell folds a text as it is searched. Every Chinese character begins a word; an
// Arabic word begins also after its article.
func spell(text string) spelled {
	s := spelled{text: search.Fold(text), begins: map[int]bool{}}
	inWord := false
	for i, r := range s.text {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if letter && (!inWord || unicode.Is(unicode.Han, r)) {
			s.begins[i] = true
			if bare, ok := withoutArticle(s.text[i:]); ok {
				s.begins[len(s.text)-len(bare)] = true
			}
		}
		inWord = letter && !unicode.Is(unicode.Han, r)
	}
	return s
}

// articles are the ways in which an Arabic word can begin with its article: with
// "and" before it, and drawn together with "for".
var articles = []string{"وال", "ال", "لل"}

func withoutArticle(text string) (bare string, ok bool) {
	for _, article := range articles {
		if bare, ok := strings.CutPrefix(text, article); ok && bare != "" {
			return bare, true
		}
	}
	return text, false
}

// How well a typed word fits, best first.
const (
	wholeWord = iota
	beginsWord
	insideWord
	noWord
)

// fit tells how well a folded word fits into the text.
func (s spelled) fit(word string) int {
	best := noWord
	for from := 0; ; {
		i := strings.Index(s.text[from:], word)
		if i < 0 {
			return best
		}
		at := from + i
		switch {
		case !s.begins[at]:
			best = min(best, insideWord)
		case s.ends(at + len(word)):
			return wholeWord
		default:
			best = min(best, beginsWord)
		}
		_, size := utf8.DecodeRuneInString(s.text[at:])
		from = at + size
	}
}

// ends tells whether a word can end at an offset.
func (s spelled) ends(at int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return at == len(s.text) || s.begins[at] || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// score is how far the entry is from what was typed, as folded words; the least
// is best. ok is false if a word is missing.
func (f *findable) score(typed []string) (score int, ok bool) {
	for _, word := range typed {
		fit := f.words.fit(word)
		if fit == noWord {
			if fit = f.details.fit(word); fit == noWord {
				return 0, false
			}
			fit += noWord // behind all that the name can offer
		}
		score += fit
	}
	return score, true
}

// rank lists the entries that fit what was typed, best first. Recent tells when
// an entry was chosen last: a later one has a larger number, 0 is never.
func rank(all []findable, typed string, recent func(*findable) int) []*findable {
	type candidate struct {
		entry  *findable
		score  int
		recent int
		begins bool
	}
	query := search.Fold(typed)
	words := strings.Fields(query)
	var found []candidate
	for i := range all {
		f := &all[i]
		if score, ok := f.score(words); ok {
			found = append(found, candidate{f, score, recent(f), strings.HasPrefix(f.words.text, query)})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(a.score, b.score),
			-cmp.Compare(a.recent, b.recent),
			trueFirst(a.begins, b.begins),
			trueFirst(!a.entry.Off, !b.entry.Off),
			cmp.Compare(a.entry.source, b.entry.source),
			cmp.Compare(a.entry.order, b.entry.order),
		)
	})
	out := make([]*findable, len(found))
	for i, c := range found {
		out[i] = c.entry
	}
	return out
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
