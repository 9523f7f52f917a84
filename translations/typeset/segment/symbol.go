package segment

// keepSymbols forbids breaks inside the symbols of UN documents, such as
// A/RES/75/240 or A/AC.291/22/Rev.1 (formed as ST/LIB/SER.B/5/Rev.5 lays down):
// capitals, then parts joined by slashes and full stops, with a slash among them.
func (p *places) keepSymbols() {
	for i := 0; i < len(p.text); {
		if !isCapital(p.text[i]) || i > 0 && isAlphanumeric(p.text[i-1]) {
			i++
			continue
		}
		end, ok := symbolEnd(p.text, i)
		for at := i + 1; ok && at < end; at++ {
			p.forbid(at)
		}
		i = end
	}
}

// symbolEnd reads from a capital on and tells whether what it read is a
// document symbol; end is beyond start in any case.
func symbolEnd(text []rune, start int) (end int, ok bool) {
	end = start
	for end < len(text) && isCapital(text[end]) {
		end++
	}
	if end == len(text) || text[end] != '/' && text[end] != '.' {
		return end, false
	}
	for ; end < len(text) && inSymbol(text[end]); end++ {
		ok = ok || text[end] == '/'
	}
	return end, ok
}

func isCapital(r rune) bool { return 'A' <= r && r <= 'Z' }

func isAlphanumeric(r rune) bool {
	return isCapital(r) || 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
}

func inSymbol(r rune) bool {
	return isAlphanumeric(r) || r == '/' || r == '.' || r == '-' || r == '(' || r == ')'
}
