package text

import (
	"strings"
	"unicode/utf8"
)

// Span is a stretch of runes [Start, End) of a text.
type Span struct{ Start, End int }

// organs begin the symbols of UN documents (Dag Hammarskjöld Library: organ,
// subsidiary body, nature, number, modification).
var organs = func() map[string]bool {
	m := map[string]bool{}
	for _, o := range strings.Fields("A S E T ST TD DP CRC CAT CEDAW CCPR CERD CRPD CMW CED HRI UNEP UNCTAD CAC CTOC CD NPT CCW BWC FCCC CBD SPLOS ISBA LC LOS") {
		m[o] = true
	}
	return m
}()

// FindSymbols finds the document symbols in a text ("A/AC.291/22/Rev.1",
// "S/PV.9000 (Resumption 1)"), in order. In text that runs from right to left
// they must be isolated, or their parts change places.
func FindSymbols(s string) []Span {
	var out []Span
	at, runes := 0, 0
	for from := 0; ; {
		slash := strings.IndexByte(s[from:], '/')
		if slash < 0 {
			return out
		}
		slash += from
		start := slash
		for start > at && s[start-1] >= 'A' && s[start-1] <= 'Z' {
			start--
		}
		end := symbolEnd(s, slash)
		from = max(slash+1, end)
		if start > 0 && wordByte(s[start-1]) || !organs[s[start:slash]] {
			from = slash + 1
			continue
		}
		end = start + len(strings.TrimRight(s[start:end], ".,;/-"))
		if !strings.ContainsAny(s[start:end], "0123456789") {
			continue
		}
		runes += utf8.RuneCountInString(s[at:start])
		size := utf8.RuneCountInString(s[start:end])
		out = append(out, Span{runes, runes + size})
		at, runes = end, runes+size
	}
}

// symbolEnd returns where the parts end that follow the slash at i: letters,
// digits, stops and hyphens, one bracket, asterisks of reissue, the next slash.
func symbolEnd(s string, i int) int {
	i++
	for i < len(s) && letterOrDigit(s[i]) {
		for i < len(s) && (letterOrDigit(s[i]) || s[i] == '.' || s[i] == '-') {
			i++
		}
		i = bracketEnd(s, i)
		for n := 0; n < 3 && i < len(s) && s[i] == '*'; n++ {
			i++
		}
		if i < len(s) && s[i] == '/' {
			i++
		}
	}
	return i
}

// bracketEnd passes "(Part I)", with or without a space before it.
func bracketEnd(s string, i int) int {
	open := i
	if open < len(s) && (s[open] == ' ' || s[open] == '\t' || s[open] == '\n' || s[open] == '\r') {
		open++
	} else if strings.HasPrefix(s[open:], "\u00a0") {
		open += len("\u00a0")
	}
	if open >= len(s) || s[open] != '(' {
		return i
	}
	end := open + 1
	for end < len(s) && (letterOrDigit(s[end]) || s[end] == ' ' || s[end] == '.') {
		end++
	}
	if end == open+1 || end >= len(s) || s[end] != ')' {
		return i
	}
	return end + 1
}

func letterOrDigit(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func wordByte(c byte) bool { return letterOrDigit(c) || c == '/' || c == '.' }
