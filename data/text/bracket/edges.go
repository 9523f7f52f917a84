package bracket

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data/text"
)

// edge says how a bracket stands to the words around it.
type edge uint8

const (
	begins     edge = 1 << iota // opens where a paragraph or sentence begins
	first                       // opens before the first word of a field
	stopped                     // closes after the full stop (or semicolon, colon) of its words
	last                        // closes after the last word of a field
	straddling                  // opens and closes inside sentences of different paragraphs

	ends = stopped | last // closes where a sentence or paragraph ends
)

// edge reports whether token i has one of the edges. They are found when
// first asked for: balanced text never asks.
func (s *pairing) edge(i int32, e edge) bool {
	p := s.tokens[i].paragraph
	if s.known == nil {
		s.known = make([]bool, len(s.paragraphs))
	}
	if !s.known[p] {
		s.known[p] = true
		s.findEdges(p)
	}
	return s.tokens[i].edges&e != 0
}

func (s *pairing) findEdges(p int32) {
	from := s.first[p]
	for from < s.first[p+1] {
		f, to := s.tokens[from].field, from
		for to < s.first[p+1] && s.tokens[to].field == f {
			to++
		}
		tokens := s.tokens[from:to]
		findBegins(s.paragraphs[p].fields[f], tokens)
		findLast(s.paragraphs[p].fields[f], tokens)
		from = to
	}
}

// findBegins reads a field forwards. The number of a paragraph, where it is
// part of the text, does not count as a word.
func findBegins(s string, tokens []token) {
	fresh, asked, solid := true, false, rune(0)
	next := 0
	for at, c := range s {
		if next == len(tokens) {
			return
		}
		t := &tokens[next]
		if at < int(t.at) {
			if !quiet(c) {
				fresh, solid = false, c
			}
			continue
		}
		next++
		if !t.open {
			if stop(solid) {
				t.edges |= stopped
			}
			continue
		}
		if !fresh && !asked {
			asked, fresh = true, number(s[:at])
		}
		switch {
		case fresh:
			t.edges |= begins | first
		case stop(solid):
			t.edges |= begins
		}
	}
}

// number reports whether the words so far are only the number of the
// paragraph.
func number(s string) bool {
	if len(s) > 24 {
		return false
	}
	_, ok := text.ParseLabel(strings.Trim(s, "[]［］【】〔〕 "))
	return ok
}

// findLast reads a field backwards, over brackets, stops and the marks of
// notes, up to its last word.
func findLast(s string, tokens []token) {
	next, digits := len(tokens)-1, 0
	for end := len(s); end > 0 && next >= 0; {
		c, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		switch t := &tokens[next]; {
		case int(t.at) == end && t.open:
			return
		case int(t.at) == end:
			t.edges |= last
			next, digits = next-1, 0
		case quiet(c) || stop(c) || c == ',' || c == '،' || c == '，' || c == '*':
		case c >= '0' && c <= '9' && digits < 3:
			digits++
		default:
			return
		}
	}
}

// quiet reports whether a character says nothing about where a sentence
// begins or ends: space, quotation marks, marks of direction.
func quiet(c rune) bool {
	switch c {
	case ' ', '\n', '"', '\'', '“', '”', '„', '‘', '’', '«', '»', '‹', '›', '「', '」', '『', '』', '《', '》':
		return true
	}
	return unicode.IsSpace(c) || c >= 0x200b && c <= 0x200f || c == 0x61c || c == 0xfeff || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069
}

// stop reports whether a sentence or clause may end with the character.
func stop(c rune) bool {
	switch c {
	case '.', ';', ':', '?', '!', '…', '。', '；', '：', '？', '！', '؛', '؟', '۔':
		return true
	}
	return false
}

// units numbers the paragraphs so that those that go on with a broken sentence
// have the number of the one before, also over what stands between pages.
func (s *pairing) units() {
	s.unit = make([]int32, len(s.paragraphs))
	before := -1 // the latest paragraph with words
	for i := range s.paragraphs {
		p := &s.paragraphs[i]
		if before >= 0 {
			s.unit[i] = s.unit[before]
		}
		if furniture(p) {
			continue
		}
		if before >= 0 && !goesOn(&s.paragraphs[before], p) {
			s.unit[i]++
		}
		before = i
	}
}

// furniture reports whether a paragraph is empty, the number of a page or the
// symbol of the document.
func furniture(p *paragraph) bool {
	s := p.fields[FieldText]
	if p.container || p.fields[FieldLabel] != "" || p.fields[FieldHeading] != "" || len(s) > 40 {
		return false
	}
	s = strings.Trim(strings.TrimSpace(s), "-–— ")
	if strings.Trim(s, "0123456789/") == "" {
		return true
	}
	found := text.FindSymbols(s)
	return len(found) == 1 && found[0].Start == 0 && found[0].End == utf8.RuneCountInString(s)
}

// goesOn reports whether b is the rest of a sentence that a broke off.
func goesOn(a, b *paragraph) bool {
	if b.container || a.container || b.fields[FieldLabel] != "" || b.fields[FieldHeading] != "" {
		return false
	}
	return startsLow(b.fields[FieldText]) && !endsStopped(a.fields[FieldText])
}

// startsLow reports whether the first word is in small letters, and no number
// such as "ii.".
func startsLow(s string) bool {
	letters := 0
	for i, c := range s {
		_, _, bracket := shape(c)
		switch {
		case unicode.IsLower(c) && letters < 4:
			letters++
		case letters > 0:
			return letters == 4 || c != '.' && c != ')'
		case i > 64 || !bracket && !quiet(c):
			return false
		}
	}
	return letters > 0
}

func endsStopped(s string) bool {
	for n := 0; len(s) > 0 && n < 64; n++ {
		c, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
		if _, _, ok := shape(c); !ok && !quiet(c) {
			return stop(c)
		}
	}
	return true
}
