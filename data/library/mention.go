package library

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data/search"
)

// mention is a place of a text that names a work.
type mention struct {
	volume     int
	start, end int // runes
}

// titleLeast is how many letters a title must have to be known by: "Report" is
// none.
const titleLeast = 8

// named are the places of a text that name works of the shelf, in order.
func (s *Shelf) named(text string) (out []mention) {
	folded := search.Fold(text)
	for v, names := range s.names() {
		for _, name := range names {
			if !strings.Contains(folded, name.folded) {
				continue
			}
			for _, at := range search.Locate(text, name.folded) {
				if name.stands(text, at) {
					out = append(out, mention{v, at[0], at[1]})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.volume, b.volume))
	})
	return out
}

// name is how a work may be named in a text.
type name struct {
	folded     string
	resolution bool // only where the word "resolution" stands beside it
}

// names are, for every volume, how it may be named.
func (s *Shelf) names() [][]name {
	s.naming.Do(func() {
		s.called = make([][]name, len(s.volumes))
		for i, v := range s.volumes {
			symbol := search.Fold(strings.TrimRight(v.Work.Symbol, "* "))
			if symbol != "" {
				s.called[i] = append(s.called[i], name{folded: symbol})
			}
			if _, number, is := strings.Cut(symbol, "/res/"); is && number != "" {
				s.called[i] = append(s.called[i], name{number, true})
			}
			title := search.Fold(v.Work.Title[s.lang])
			if n := utf8.RuneCountInString(title); n >= titleLeast || n >= titleLeast/2 && han(title) {
				s.called[i] = append(s.called[i], name{folded: title})
			}
		}
	})
	return s.called
}

// resolutionWords are what the word for a resolution begins with.
var resolutionWords = []string{"resol", "резолюц", "قرار", "决议"}

// stands reports whether a place of a text is the name, and not part of another:
// "A/65/201" is not in "A/65/201/Add.1".
func (n name) stands(text string, at [2]int) bool {
	runes := []rune(text)
	part := func(r rune) bool {
		return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) || unicode.IsDigit(r) || r == '/'
	}
	if at[0] > 0 && part(runes[at[0]-1]) || at[1] < len(runes) && part(runes[at[1]]) {
		return false
	}
	if !n.resolution {
		return true
	}
	around := search.Fold(string(runes[max(0, at[0]-40):min(len(runes), at[1]+8)]))
	return slices.ContainsFunc(resolutionWords, func(w string) bool { return strings.Contains(around, w) })
}
