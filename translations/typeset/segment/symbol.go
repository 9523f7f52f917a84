package segment

// keepSymbols forbids breaks inside the symbols of UN documents, such as
// A/RES/75/240 or A/AC.291/22/Rev.1 (ST/LIB/SER.B/5/Rev.5): capitals, then
// parts joined by slashes and full stops, at least one slash among them.
func (p *places) keepSymbols() {
	for i := 0; i < len(p.text); i++ {
		if !isCapital(p.text[i]) || i > 0 && inSymbol(p.text[i-1]) {
			continue
		}
		end := symbolEnd(p.text, i)
		for at := i + 1; at < end; at++ {
			p.forbid(at)
		}
		i = max(i, end-1)
	}
}

// symbolEnd returns where the document symbol beginning at start ends, or start
// where there is none.
func symbolEnd(text []rune, start int) int {
	end, slashes := start, 0
	for end < len(text) && isCapital(text[end]) {
		end++
	}
	if end == len(text) || text[end] != '/' && text[end] != '.' {
		return start
	}
	for ; end < len(text) && inSymbol(text[end]); end++ {
		if text[end] == '/' {
			slashes++
		}
	}
	if slashes == 0 {
		return start
	}
	return end
}

func isCapital(r rune) bool { return 'A' <= r && r <= 'Z' }

func inSymbol(r rune) bool {
	return isCapital(r) || 'a' <= r && r <= 'z' || isDigit(r) || r == '/' || r == '.' || r == '-' || r == '(' || r == ')'
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
