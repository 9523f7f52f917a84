package text

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Span is a stretch of runes [Start, End) of a text.
type Span struct{ Start, End int }

// symbolPattern is the form of UN document symbols (Dag Hammarskjöld Library:
// organ, subsidiary body, nature, number, modification).
var symbolPattern = regexp.MustCompile(`(?:A|S|E|T|ST|TD|DP|CRC|CAT|CEDAW|CCPR|CERD|CRPD|CMW|CED|HRI|UNEP|UNCTAD|CAC|CTOC|CD|NPT|CCW|BWC|FCCC|CBD|SPLOS|ISBA|LC|LOS)` +
	`/(?:[A-Za-z0-9][A-Za-z0-9.\-]*(?:\s?\([A-Za-z0-9 .]+\))?\*{0,3}/?)+`)

// FindSymbols finds the document symbols in a text ("A/AC.291/22/Rev.1",
// "S/PV.9000 (Resumption 1)"), in order. In text that runs from right to left
// they must be isolated, or their parts change places.
func FindSymbols(s string) []Span {
	if strings.IndexByte(s, '/') < 0 {
		return nil
	}
	var out []Span
	at, runes := 0, 0
	for _, m := range symbolPattern.FindAllStringIndex(s, -1) {
		start, end := m[0], m[1]
		if start > 0 && wordByte(s[start-1]) {
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
	return out
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '/' || c == '.'
}
