package segment

// Most of a text is words with single spaces between them, or ideographs, where
// the rules of UAX #14 come to little: a line may end after a space (LB18), after
// a hyphen within a word (LB21) and between ideographs (LB31), and not elsewhere
// within a word. Only what lies between such words is looked at by the full rules;
// none of them looks past one.

// standard sets the places by UAX #14.
func (p *places) standard() {
	text := p.text
	before := 0 // where the latest simple unit begins
	from := -1  // where the full rules begin; -1: they are not needed
	for at := 0; at < len(text); {
		end := p.unit(at)
		if end == at {
			if from < 0 {
				from = before
			}
			at = nextUnit(text, at)
			continue
		}
		if from >= 0 {
			p.full(from, end)
			from = -1
		}
		p.hyphens(at, end)
		before = at
		if at = end; at < len(text) && text[at] == ' ' {
			at++
		}
		if at < len(text) && p.unit(at) > at && (text[at-1] == ' ' || ideograph(text[at])) {
			p.kinds[at] = Allowed
		}
	}
	if from >= 0 {
		p.full(from, len(text))
	}
	if len(text) > 0 {
		p.kinds[len(text)] = Mandatory
	}
}

// unit returns the end of the simple word or ideograph at a place, or the place
// itself where there is none. Words begin after a space and end before one.
func (p *places) unit(at int) int {
	text := p.text
	if ideograph(text[at]) {
		if at+1 < len(text) && text[at+1] == ' ' {
			return at
		}
		return at + 1
	}
	if at > 0 && text[at-1] != ' ' {
		return at
	}
	end := at
	if text[end] == '(' || text[end] == '[' {
		end++
	}
	letters := end
	for end < len(text) && (simple(text[end]) || end > letters && inside(text, end)) {
		end++
	}
	if end == letters {
		return at
	}
	if end < len(text) && (text[end] == ')' || text[end] == ']') {
		end++
	}
	if end < len(text) && (text[end] == ',' || text[end] == '.' || text[end] == ';' || text[end] == ':' || text[end] == 0x60C) {
		end++
	}
	if end < len(text) && text[end] != ' ' {
		return at
	}
	return end
}

// nextUnit returns the next place where a simple unit may begin.
func nextUnit(text []rune, at int) int {
	for at++; at < len(text) && text[at-1] != ' ' && !ideograph(text[at]); at++ {
	}
	return at
}

// hyphens allows a line to end after those within a simple word.
func (p *places) hyphens(start, end int) {
	for i := start + 1; i < end-1; i++ {
		if p.text[i] == '-' {
			p.kinds[i+1] = Allowed
		}
	}
}

func ideograph(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF }

// simple tells letters of class AL and digits of class NU.
func simple(r rune) bool {
	return 'a' <= r|0x20 && r|0x20 <= 'z' && r < 0x80 || '0' <= r && r <= '9' || 0xC0 <= r && r <= 0xFF && r != 0xD7 && r != 0xF7 ||
		0x410 <= r && r <= 0x44F || 0x620 <= r && r <= 0x64A
}

// inside tells what may stand within a simple word: vowel signs of Arabic, and
// between letters an apostrophe or a hyphen.
func inside(text []rune, at int) bool {
	switch r := text[at]; {
	case 0x64B <= r && r <= 0x652:
		return true
	case r == '\'' || r == '’' || r == '-':
		return at+1 < len(text) && letter(text[at-1]) && letter(text[at+1])
	}
	return false
}

func letter(r rune) bool { return simple(r) && (r < '0' || r > '9') }
