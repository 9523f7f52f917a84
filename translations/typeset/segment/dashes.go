package segment

import "strings"

func isDash(r rune) bool { return r == '—' || r == '–' }

// dashes keeps a dash with the word it touches: UAX #14 would let an em dash
// begin a line ("word|—word"), and would part the opening dash of Spanish and
// Russian from what it opens ("word —|inserted— word").
func (p *places) dashes() {
	for at := 1; at < len(p.text); at++ {
		last, next := p.text[at-1], p.text[at]
		switch {
		case isDash(next) && !isSpace(last):
			p.forbid(at)
		case isDash(last) && !isSpace(next) && p.opens(at-1):
			p.forbid(at)
		}
	}
}

// opens tells that nothing but white space or an opening mark stands before a rune.
func (p *places) opens(at int) bool {
	return at == 0 || isSpace(p.text[at-1]) || strings.ContainsRune("([{«“‘„¿¡", p.text[at-1])
}

// russianDashes keeps a dash between spaces off the beginning of a line, as
// Russian typography wants.
func (p *places) russianDashes() {
	for at := 1; at < len(p.text); at++ {
		if isDash(p.text[at]) && isSpace(p.text[at-1]) {
			p.forbid(at)
		}
	}
}

// frenchSpaces treats the ordinary spaces of French, before : ; ? ! » and
// after «, as the no-break spaces they stand for.
func (p *places) frenchSpaces() {
	for at := 1; at < len(p.text); at++ {
		if !p.afterSpaces(at) {
			continue
		}
		if strings.ContainsRune(":;?!»›", p.text[at]) {
			p.forbid(at)
		}
		start := at - 1
		for start > 0 && isSpace(p.text[start-1]) {
			start--
		}
		if start > 0 && (p.text[start-1] == '«' || p.text[start-1] == '‹') {
			p.forbid(at)
		}
	}
}
