package watch

import (
	"strings"
	"unicode"

	"travaux/data"
)

// Codes of phrases that cannot be watched.
const (
	CodeNoPhrase data.Code = "redline.no-phrase" // there is no word in it
	CodeTooMany  data.Code = "redline.too-many"  // its alternatives make more phrases than can be told apart
)

// mostForms is how many phrases the alternatives of one may make.
const mostForms = 256

// Phrase is what is looked for in one language: one or more forms, of which any
// counts.
type Phrase struct {
	lang  data.Lang
	forms [][]element
}

// element is a word of a form. A star before or behind it stands for any letters.
type element struct {
	word
	begins, ends bool // only the beginning, or the end, of a word
}

// Parse reads a phrase. Codes: CodeNoPhrase, CodeTooMany.
func Parse(phrase string, lang data.Lang) (Phrase, error) {
	p := Phrase{lang: lang}
	for _, whole := range wholes(phrase) {
		forms, ok := expand(whole)
		if !ok || len(p.forms)+len(forms) > mostForms {
			return Phrase{}, data.E(CodeTooMany)
		}
		for _, f := range forms {
			if form := elements(f, lang); len(form) > 0 {
				p.forms = append(p.forms, form)
			}
		}
	}
	if len(p.forms) == 0 {
		return Phrase{}, data.E(CodeNoPhrase)
	}
	return p, nil
}

// normal writes the signs of a phrase in one way.
var normal = strings.NewReplacer("｜", "|", "（", "(", "）", ")", "＊", "*", "\r\n", "\n", "\r", "\n")

// wholes cuts a phrase where another begins: at line ends and at strokes with
// space on both sides.
func wholes(phrase string) []string {
	var out []string
	for line := range strings.Lines(normal.Replace(phrase)) {
		depth, start := 0, 0
		runes := []rune(line)
		for i, r := range runes {
			switch {
			case r == '(':
				depth++
			case r == ')':
				depth = max(depth-1, 0)
			case r == '|' && depth == 0 && i > 0 && i+1 < len(runes) && unicode.IsSpace(runes[i-1]) && unicode.IsSpace(runes[i+1]):
				out = append(out, string(runes[start:i]))
				start = i + 1
			}
		}
		out = append(out, string(runes[start:]))
	}
	return out
}

// expand writes out the alternatives of a phrase: those in parentheses, and those
// of words that strokes join.
func expand(phrase string) (forms []string, ok bool) {
	forms = []string{""}
	for len(phrase) > 0 {
		options, rest := piece(phrase)
		phrase = rest
		if len(forms)*len(options) > mostForms {
			return nil, false
		}
		next := make([]string, 0, len(forms)*len(options))
		for _, f := range forms {
			for _, o := range options {
				next = append(next, f+o)
			}
		}
		forms = next
	}
	return forms, true
}

// piece takes the first piece of a phrase: a group in parentheses that has
// strokes, a word with its alternatives, or what stands between.
func piece(phrase string) (options []string, rest string) {
	if phrase[0] == '(' {
		if inside, after, closed := strings.Cut(phrase[1:], ")"); closed && strings.Contains(inside, "|") && !strings.Contains(inside, "(") {
			for _, o := range strings.Split(inside, "|") {
				options = append(options, " "+o+" ")
			}
			return options, after
		}
		return []string{" "}, phrase[1:]
	}
	end := strings.IndexFunc(phrase, func(r rune) bool { return unicode.IsSpace(r) || r == '(' })
	switch {
	case end < 0:
		end = len(phrase)
	case end == 0:
		return []string{" "}, strings.TrimLeftFunc(phrase, unicode.IsSpace)
	}
	for _, o := range strings.Split(phrase[:end], "|") {
		if o != "" {
			options = append(options, o)
		}
	}
	if options == nil {
		options = []string{" "}
	}
	return options, phrase[end:]
}

// elements are the words of a form, without stops around it.
func elements(form string, lang data.Lang) []element {
	var out []element
	runes := []rune(form)
	star := func(i int) bool { return i >= 0 && i < len(runes) && runes[i] == '*' }
	for _, w := range split(form, lang) {
		out = append(out, element{word: w, begins: star(w.end), ends: star(w.start - 1)})
	}
	for len(out) > 0 && out[0].full == "." {
		out = out[1:]
	}
	for len(out) > 0 && out[len(out)-1].full == "." {
		out = out[:len(out)-1]
	}
	return out
}

// is reports whether a word of a text is what the element asks for.
func (e *element) is(w *word) bool {
	a, b := e.full, w.full
	if e.capitals || w.capitals {
		a, b = e.bare, w.bare
	}
	switch {
	case e.begins && e.ends:
		return strings.Contains(b, a)
	case e.begins:
		return strings.HasPrefix(b, a)
	case e.ends:
		return strings.HasSuffix(b, a)
	}
	return a == b
}
