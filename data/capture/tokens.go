package capture

import (
	"strings"
	"unicode"

	"travaux/data"
)

// token is a word of the line, or a sign that stands by itself.
type token struct {
	Span
	text   string
	quoted bool // it was in quotation marks, which text has not
	comma  bool // it parts speakers
}

// closing are the marks that end a quotation, by those that begin one.
var closing = map[rune]string{'"': `"”“`, '“': `”"“`, '„': `“”"`, '«': `»"`, '「': "」", '『': "』", '”': `”"`}

// commas part speakers.
const commas = ",،，、;；؛"

// split cuts a line into tokens.
func split(line []rune) []token {
	var out []token
	for i := 0; i < len(line); {
		r := line[i]
		switch {
		case gap(r):
			i++
		case closing[r] != "":
			end := i + 1
			for end < len(line) && !strings.ContainsRune(closing[r], line[end]) {
				end++
			}
			out = append(out, token{Span: Span{i, min(end+1, len(line))}, text: string(line[i+1 : end]), quoted: true})
			i = min(end+1, len(line))
		case strings.ContainsRune(commas, r):
			out = append(out, token{Span: Span{i, i + 1}, text: string(r), comma: true})
			i++
		default:
			end := i
			for end < len(line) && !gap(line[end]) && closing[line[end]] == "" && !parts(line, i, end) {
				if escapes(line, end) {
					end++
				}
				end++
			}
			out = append(out, token{Span: Span{i, end}, text: string(line[i:end])})
			i = end
		}
	}
	return out
}

// gap reports whether a rune stands between words: space, and what turns the
// direction of writing.
func gap(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}

// parts reports whether a comma ends a word: one within a number does not.
func parts(line []rune, start, at int) bool {
	if at == start || !strings.ContainsRune(commas, line[at]) {
		return false
	}
	return !unicode.IsDigit(line[at-1]) || at+1 >= len(line) || !unicode.IsDigit(line[at+1])
}

// attitudes are the signs, with what keyboards of the six languages have in their
// place.
var attitudes = map[string]data.Attitude{
	"+": data.AttitudeSupport, "＋": data.AttitudeSupport,
	"-": data.AttitudeOppose, "−": data.AttitudeOppose, "–": data.AttitudeOppose, "—": data.AttitudeOppose, "－": data.AttitudeOppose,
	"~": data.AttitudeFlexible, "～": data.AttitudeFlexible, "∼": data.AttitudeFlexible,
	"?": data.AttitudeQuestion, "？": data.AttitudeQuestion, "؟": data.AttitudeQuestion,
	"r": data.AttitudeReserve, "R": data.AttitudeReserve, "р": data.AttitudeReserve, "Р": data.AttitudeReserve, "ر": data.AttitudeReserve,
}

// attitude reads a token that is a sign, or that ends with one: "nam-". name is
// what stands before it. The letter for a reservation stands by itself.
func (t token) attitude() (name token, a data.Attitude) {
	if t.quoted || t.comma {
		return t, ""
	}
	if a := attitudes[t.text]; a != "" {
		return token{}, a
	}
	runes := []rune(t.text)
	last := runes[len(runes)-1]
	if a := attitudes[string(last)]; a != "" && !unicode.IsLetter(last) {
		name := t
		name.End--
		name.text = string(runes[:len(runes)-1])
		return name, a
	}
	return t, ""
}

// directive reads a token that is a sign of its own; kind is 0 for any other.
func (t token) directive() (kind rune, typed string) {
	if t.quoted || t.comma {
		return 0, ""
	}
	runes := []rune(t.text)
	rest := string(runes[1:])
	switch runes[0] {
	case '!', '！':
		if rest == "" || rest == "!" || rest == "！" {
			return '!', rest
		}
	case '*', '＊':
		if rest == "" {
			return '*', ""
		}
	case '#', '＃', '№':
		if rest != "" && strings.TrimFunc(rest, unicode.IsDigit) == "" {
			return '#', rest
		}
	case '@', '＠':
		if rest != "" && (unicode.IsLetter(runes[1]) || unicode.IsDigit(runes[1]) || runes[1] == '(') {
			return '@', rest
		}
	case '=', '＝':
		return '=', rest
	}
	return 0, ""
}

// apart parts what was typed in one: "-!@5.2" is an attitude and two directives,
// "nam-*" a name with its attitude and one. Anything else stays whole.
func (t token) apart() []token {
	if t.quoted || t.comma {
		return []token{t}
	}
	runes := []rune(t.text)
	piece := func(from, to int) token {
		return token{Span: Span{t.Start + from, t.Start + to}, text: string(runes[from:to])}
	}
	for i := -1; i < len(runes)-1; i++ {
		if i >= 0 && (attitudes[string(runes[i])] == "" || unicode.IsLetter(runes[i])) {
			continue
		}
		var out []token
		if i >= 0 {
			out = append(out, piece(0, i+1))
		}
		at := i + 1
		for at < len(runes) {
			to := at + 1
			switch {
			case strings.ContainsRune("*＊", runes[at]):
			case !strings.ContainsRune("!！", runes[at]):
				to = len(runes)
			case to < len(runes) && strings.ContainsRune("!！", runes[to]):
				to++
			}
			next := piece(at, to)
			if kind, _ := next.directive(); kind == 0 || kind == '=' {
				break
			}
			out, at = append(out, next), to
		}
		if at == len(runes) && len(out) > 1 {
			return out
		}
	}
	return []token{t}
}

// isLetter reports whether a sign is a letter, which also begins names.
func isLetter(sign string) bool {
	for _, r := range sign {
		return unicode.IsLetter(r)
	}
	return false
}
