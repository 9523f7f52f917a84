package align

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// enumerator reads "3.", "12 bis.", "(b)", "iv)", "1 -", "’1‘", "一、", "㈠".
func (p *peeler) enumerator() bool {
	r := p.rune()
	if r >= '㈠' && r <= '㈩' || r >= '①' && r <= '⑳' || r >= '⑴' && r <= '⒇' {
		p.next()
		p.number.WriteRune(r)
		return true
	}
	opened := r != 0 && strings.ContainsRune("(（‘’'", r)
	if opened {
		p.next()
	}
	w := foldWord(p.word())
	if base, rest := digits(w); !counts(w) && (base == "" || len(base) > 3 || !later[rest]) {
		return false
	}
	subs := 0
	for p.rune() == '.' && w[0] >= '0' && w[0] <= '9' { // 2.1
		at := p.at
		p.next()
		sub := p.word()
		if sub == "" || !unicode.IsDigit(rune(sub[0])) || len(sub) > 2 {
			p.at = at
			break
		}
		w += "." + sub
		subs++
	}
	w += p.later()
	if at := p.at; !p.closes(opened) {
		if p.at = at; subs == 0 || !p.begins() { // 2.1 needs no other mark
			return false
		}
	}
	w += p.later() // (a) bis
	p.number.WriteString("/" + w)
	return true
}

// begins reports white space before what can begin a sentence.
func (p *peeler) begins() bool {
	rest := strings.TrimLeftFunc(p.text[p.at:], unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(rest)
	return len(rest) < len(p.text)-p.at && rest != "" && !unicode.IsLower(r) && !unicode.IsDigit(r)
}

// closes reads the mark that ends an enumerator.
func (p *peeler) closes(opened bool) bool {
	for p.rune() == ']' { // [2]. is one number
		p.next()
	}
	r := p.rune()
	switch {
	case r == 0:
		return false
	case opened:
		if !strings.ContainsRune(")）‘’'", r) {
			return false
		}
		p.next()
		return true
	case strings.ContainsRune(")）、．", r):
		p.next()
		return true
	case r == '.':
		p.next()
		next := p.rune()
		return next == 0 || !unicode.IsDigit(next) && !unicode.IsLower(next)
	case r == '\t':
		p.next()
		return true
	case r == ' ' || r == '\u00A0' || r == '-' || r == '–':
		for r == ' ' || r == '\u00A0' {
			p.next()
			r = p.rune()
		}
		if r == '-' || r == '–' || r == '—' {
			p.next()
			next := p.rune()
			return next == 0 || unicode.IsSpace(next) || unicode.Is(unicode.Cf, next)
		}
	}
	return false
}

// counts reports what can be a number: 12, iv, b, aa, ب, 二.
func counts(w string) bool {
	if w == "" {
		return false
	}
	letters, decimals, roman, han, same := 0, 0, 0, 0, true
	first, _ := utf8.DecodeRuneInString(w)
	for _, r := range w {
		letters++
		same = same && r == first
		switch {
		case unicode.IsDigit(r):
			decimals++
		case strings.ContainsRune("ivxlc", r):
			roman++
		case strings.ContainsRune("一二三四五六七八九十百零甲乙丙丁戊", r):
			han++
		}
	}
	switch {
	case decimals == letters || decimals > 0 && letters == decimals+1: // 12, 5a
		return decimals <= 3
	case roman == letters || han == letters:
		return letters <= 6
	}
	return letters == 1 || same && letters == 2
}

// later reads bis, ter, alt 2, 之二 behind a number.
func (p *peeler) later() string {
	at := p.at
	for r := p.rune(); r == ' ' || r == '\u00A0'; r = p.rune() {
		p.next()
	}
	w := foldWord(p.word())
	if later[strings.TrimRight(w, "0123456789")] {
		return w + p.later() // bis alt 2
	}
	p.at = at
	return ""
}

// digits cuts a word after the digits that it begins with: "3bis".
func digits(w string) (number, rest string) {
	rest = strings.TrimLeft(w, "0123456789")
	return w[:len(w)-len(rest)], rest
}

// operative reads "OP1", "PP 3 bis", "OP10 alt2".
func (p *peeler) operative() bool {
	at := p.at
	w := foldWord(p.word())
	name, number := strings.TrimRight(w, "0123456789"), strings.TrimLeft(w, "op")
	if name != "op" && name != "pp" {
		p.at = at
		return false
	}
	if number == "" {
		p.space()
		number = foldWord(p.word())
	}
	if base, rest := digits(number); base == "" || rest != "" && !later[rest] {
		p.at = at
		return false
	}
	p.number.WriteString(name + number + p.later())
	return true
}
