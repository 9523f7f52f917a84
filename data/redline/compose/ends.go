package compose

import (
	"slices"
	"unicode/utf8"
)

// ends is how many tokens several lists have in common at either end.
type ends struct{ lead, trail int }

// commonEnds counts what all lists begin and end with, as far as its brackets
// are balanced.
func commonEnds(lists [][]string) (e ends) {
	e.lead = common(lists, 0, false, balancing(false))
	e.trail = common(lists, e.lead, true, balancing(true))
	return e
}

// blankEnds counts the white space that all lists begin and end with.
func blankEnds(lists [][]string) (e ends) {
	if len(lists) == 0 {
		return e
	}
	space := func(token string) (on, good bool) { return blank(token), blank(token) }
	e.lead = common(lists, 0, false, space)
	e.trail = common(lists, e.lead, true, space)
	return e
}

// balancing returns a function that goes on until a bracket closes that was
// not opened, and finds every place good at which none is open. Read backwards,
// closing brackets open.
func balancing(backwards bool) func(string) (on, good bool) {
	depth, way := 0, 1
	if backwards {
		way = -1
	}
	return func(token string) (bool, bool) {
		depth += way * bracket(token)
		return depth >= 0, depth == 0
	}
}

// common counts the tokens that all lists have at an end, the first skip ones
// aside, up to the last good place that splits no word.
func common(lists [][]string, skip int, backwards bool, look func(string) (on, good bool)) (count int) {
	for n := 0; ; n++ {
		token := ""
		for i, l := range lists {
			if n >= len(l)-skip {
				return count
			}
			at := skip + n
			if backwards {
				at = len(l) - 1 - n
			}
			if i == 0 {
				token = l[at]
			} else if l[at] != token {
				return count
			}
		}
		on, good := look(token)
		if !on {
			return count
		}
		if good && !splitsAny(lists, skip, n+1, backwards) {
			count = n + 1
		}
	}
}

// splitsAny reports whether the place after n common tokens stands within a
// hyphenated word of any list: nobody proposed the "five" of "twenty-five".
func splitsAny(lists [][]string, skip, n int, backwards bool) bool {
	return slices.ContainsFunc(lists, func(l []string) bool {
		at := skip + n
		if backwards {
			at = len(l) - n
		}
		return hyphenated(l, at-1) || hyphenated(l, at)
	})
}

// hyphenated reports whether a token is a hyphen between two words.
func hyphenated(l []string, at int) bool {
	if at < 1 || at+1 >= len(l) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(l[at-1])
	after, _ := utf8.DecodeRuneInString(l[at+1])
	return (l[at] == "-" || l[at] == "\u2010" || l[at] == "\u2011") && word(before) && word(after)
}

// cut takes what is common off every list.
func (e ends) cut(lists [][]string) (out [][]string) {
	for _, l := range lists {
		out = append(out, l[e.lead:len(l)-e.trail])
	}
	return out
}
