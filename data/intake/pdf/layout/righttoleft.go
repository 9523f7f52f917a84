package layout

import (
	"strings"
	"unicode"
)

// brackets are the pairs that are mirrored in lines from right to left.
var brackets = map[rune]rune{'(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '«': '»', '»': '«'}

// setRight mends what lines from right to left suffer in PDF files: the file
// says of a bracket now what it looks like, now what it is, by the program that
// made it, and signs after a number come before it.
func setRight(pages []pageOf) {
	var own, mirrored int
	each(pages, func(w *Word) {
		o, m := unmatched(w.Text)
		own, mirrored = own+o, mirrored+m
	})
	each(pages, func(w *Word) {
		if mirrored < own {
			w.Text = strings.Map(func(r rune) rune {
				if m, ok := brackets[r]; ok {
					return m
				}
				return r
			}, w.Text)
		}
		w.Text = facing(signsAfter(w.Text))
	})
	for i := range pages {
		for k := range pages[i].lines {
			if l := &pages[i].lines[k]; l.rightToLeft {
				left, right := l.left, l.right
				l.measure()
				l.left, l.right, l.rightToLeft = left, right, true
			}
		}
	}
}

// each calls do for every word of lines from right to left.
func each(pages []pageOf, do func(*Word)) {
	for i := range pages {
		for k := range pages[i].lines {
			if l := &pages[i].lines[k]; l.rightToLeft {
				for n := range l.words {
					do(&l.words[n])
				}
			}
		}
	}
}

// unmatched counts, for a word as it is and with its brackets mirrored, those
// that face the wrong way: an opening one at its end, a closing one at its
// beginning.
func unmatched(s string) (own, mirrored int) {
	r := []rune(strings.Trim(s, ".,:;،؛"))
	if len(r) < 2 {
		return 0, 0
	}
	count := func(r rune, opening bool) {
		switch {
		case strings.ContainsRune("([{«", r) != opening && brackets[r] != 0:
			own++
		case brackets[r] != 0:
			mirrored++
		}
	}
	count(r[0], true)
	count(r[len(r)-1], false)
	return own, mirrored
}

// signsAfter puts a colon or full stop behind the number or Latin word that it
// follows: ":1" is "1:".
func signsAfter(s string) string {
	core := strings.TrimLeft(s, ".,:;")
	if n := len(s) - len(core); n > 0 && n < 3 && core != "" && strings.IndexFunc(core, func(r rune) bool { return unicode.Is(unicode.Arabic, r) && !unicode.IsDigit(r) }) < 0 {
		if r := []rune(core)[0]; unicode.IsDigit(r) || unicode.IsLetter(r) {
			return core + s[:n]
		}
	}
	return s
}

// facing sets the round brackets of a symbol right, of which one may have been
// mirrored: "A/RES/1962(XVIII)".
func facing(s string) string {
	if strings.Count(s, "(")+strings.Count(s, ")") != 2 || !strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
		return s
	}
	first := strings.IndexAny(s, "()")
	last := strings.LastIndexAny(s, "()")
	return s[:first] + "(" + s[first+1:last] + ")" + s[last+1:]
}
