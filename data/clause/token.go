package clause

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"travaux/data"
)

// token is a word, a number or a period of a text, folded.
type token struct {
	text       string // of a number "#40", an ordinal "@40", a share "%2/3", a period "~90d"
	start, end int    // runes of the text
	number     int    // of a number or an ordinal
	share      Share
	delay      data.Delay
	stop       bool // ends a sentence
	glued      bool // nothing stands between it and the token before
}

func (t token) cardinal() bool { return strings.HasPrefix(t.text, "#") }
func (t token) ordinal() bool  { return strings.HasPrefix(t.text, "@") }
func (t token) period() bool   { return strings.HasPrefix(t.text, "~") }
func (t token) fraction() bool { return strings.HasPrefix(t.text, "%") }

// fold takes case, accents, Arabic vowels and hamza off a rune: what is left of it
// to be compared by. It is empty for marks.
func fold(r rune) []rune {
	if r < 0x80 {
		return []rune{unicode.ToLower(r)}
	}
	if r == 'ـ' { // kashida
		return nil
	}
	var out []rune
	for _, f := range norm.NFKD.String(string(r)) {
		if !unicode.Is(unicode.Mn, f) {
			out = append(out, unicode.ToLower(f))
		}
	}
	return out
}

// folded is fold of a whole pattern or word.
func folded(s string) string {
	var b strings.Builder
	for _, r := range s {
		for _, f := range fold(r) {
			b.WriteRune(f)
		}
	}
	return b.String()
}

// stops end a sentence.
const stops = ".;?!。；？！؟؛"

// tokens splits a text into folded words, single Han characters, digits and stops.
func tokens(text string) []token {
	var out []token
	var b strings.Builder
	kind, start, last := 0, 0, -1
	flush := func(end int) {
		if b.Len() > 0 {
			out = append(out, token{text: b.String(), start: start, end: end, glued: start == last})
			last = end
		}
		b.Reset()
		kind = 0
	}
	runes := []rune(text)
	for i, r := range runes {
		f := fold(r)
		if len(f) == 0 && kind != 0 {
			continue // a mark belongs to its letter
		}
		k := class(f)
		if k != kind || k == han {
			flush(i)
			start = i
		}
		switch {
		case k != 0:
			kind = k
			for _, x := range f {
				b.WriteRune(digit(x))
			}
		case strings.ContainsRune(stops, r) && !(r == '.' && i+1 < len(runes) && unicode.IsDigit(runes[i+1])):
			out = append(out, token{text: ".", start: i, end: i + 1, stop: true})
		case strings.ContainsRune("()（）[]［］【】", r): // parts numbers; left out of sentences
			out = append(out, token{text: "(", start: i, end: i + 1})
		}
	}
	flush(len(runes))
	return out
}

// Classes of folded runes.
const (
	letters = iota + 1
	digits
	han
)

func class(f []rune) int {
	switch {
	case len(f) == 0:
		return 0
	case unicode.Is(unicode.Han, f[0]) || f[0] == '〇':
		return han
	case unicode.IsDigit(f[0]):
		return digits
	case unicode.IsLetter(f[0]):
		return letters
	}
	return 0
}

// digit is an Arabic-Indic digit as a European one.
func digit(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	}
	return r
}

// sentence is a run of tokens as one string, in which the patterns are looked for.
type sentence struct {
	tokens []token
	text   string
	at     []int // byte of text where each token begins
	gap    string
}

// sentences cuts tokens at their stops. Words are joined by one space, Chinese by
// nothing; parentheses are left out.
func sentences(all []token, gap string) []sentence {
	var out []sentence
	s := sentence{gap: gap}
	var b strings.Builder
	end := func() {
		if s.text = b.String(); len(s.tokens) > 0 {
			out = append(out, s)
		}
		s = sentence{gap: gap}
		b.Reset()
	}
	for _, t := range all {
		switch {
		case t.stop:
			end()
		case t.text == "(":
		default:
			if b.Len() > 0 {
				b.WriteString(gap)
			}
			s.at = append(s.at, b.Len())
			s.tokens = append(s.tokens, t)
			b.WriteString(t.text)
		}
	}
	end()
	return out
}

// span is the runes of the tokens that overlap the bytes [from, to) of the sentence.
func (s *sentence) span(from, to int) (start, end int) {
	start, end = -1, -1
	for i, t := range s.tokens {
		if s.at[i]+len(t.text) > from && s.at[i] < to {
			if start < 0 {
				start = t.start
			}
			end = t.end
		}
	}
	return start, end
}

// left is what stands before token i, right what stands after it.
func (s *sentence) left(i int) string { return s.text[:s.at[i]] }

func (s *sentence) right(i int) string {
	return strings.TrimPrefix(s.text[s.at[i]+len(s.tokens[i].text):], s.gap)
}

// has reports whether a pattern is in the sentence; no pattern is in none.
func (s *sentence) has(p *regexp.Regexp) bool { return matches(p, s.text) }

func matches(p *regexp.Regexp, text string) bool { return p != nil && p.MatchString(text) }

func numberText(sign string, n int) string { return sign + strconv.Itoa(n) }

// Folded is a text as words are compared: without case, accents, Arabic vowels and
// hamza; one space for what is no letter and no digit, " ." at the end of a sentence.
type Folded struct {
	Text string
	at   []int // rune of the text for every byte
}

// Fold folds a text.
func Fold(text string) Folded {
	var b strings.Builder
	var at []int
	put := func(r rune, i int) {
		for range len(string(r)) {
			at = append(at, i)
		}
		b.WriteRune(r)
	}
	space := true
	runes := []rune(text)
	for i, r := range runes {
		f := fold(r)
		switch {
		case class(f) != 0:
			for _, x := range f {
				put(digit(x), i)
			}
			space = false
		case len(f) == 0: // a mark belongs to its letter
		case strings.ContainsRune(stops, r):
			put(' ', i)
			put('.', i)
			put(' ', i)
			space = true
		case !space:
			put(' ', i)
			space = true
		}
	}
	return Folded{Text: b.String(), at: append(at, len(runes))}
}

// Runes is where the bytes [from, to) of the folded text stand in the text.
func (f Folded) Runes(from, to int) (start, end int) {
	if from >= to {
		return f.at[from], f.at[from]
	}
	return f.at[from], f.at[to-1] + 1
}

// Pattern compiles a pattern that is looked for in folded texts; it is written as
// people write and folded itself. It cannot use \S, \W and \D.
func Pattern(s string) *regexp.Regexp { return pattern(s) }
