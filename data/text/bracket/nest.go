package bracket

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nest makes brackets of the tokens and finds what stands in what.
func (r *Reading) nest() {
	r.opening = make([]int32, len(r.paragraphs)+1)
	r.entry = make([]int32, len(r.paragraphs))
	if n := len(r.tokens); n > 0 {
		r.Brackets = make([]Bracket, 0, n/2+1)
	}
	n := nesting{Reading: r}
	for p := range r.paragraphs {
		r.opening[p] = int32(len(r.Brackets))
		r.entry[p] = int32(n.top())
		for i := r.first[p]; i < r.first[p+1]; i++ {
			n.next(i)
		}
		if len(n.stack) > 0 {
			n.closeUnclosed(r.endOf(p))
		}
	}
	r.opening[len(r.paragraphs)] = int32(len(r.Brackets))
	for i := range r.Brackets {
		r.judge(&r.Brackets[i])
	}
}

// nesting keeps the brackets that are open, outermost first.
type nesting struct {
	*Reading
	stack []int32
}

func (n *nesting) top() int {
	if len(n.stack) == 0 {
		return -1
	}
	return int(n.stack[len(n.stack)-1])
}

// next takes a token. The words of a bracket that is never closed end with its
// paragraph, or before that where the bracket around it closes, or where one
// opens that goes on into another paragraph: brackets never cross.
func (n *nesting) next(i int32) {
	t := &n.tokens[i]
	switch {
	case t.open:
		if t.mate >= 0 && n.tokens[t.mate].paragraph != t.paragraph {
			n.closeUnclosed(t.place())
		}
		b := n.begin(t)
		b.open, b.close = i, t.mate
		if t.mate < 0 {
			b.State = Unclosed
		}
		n.stack = append(n.stack, t.bracket)
	case t.mate >= 0:
		n.closeUnclosed(t.place())
		t.bracket = n.tokens[t.mate].bracket
		b := &n.Brackets[t.bracket]
		b.Close, b.CloseForm, b.last = t.place(), t.form, len(n.Brackets)
		n.stack = n.stack[:len(n.stack)-1]
	default:
		b := n.begin(t)
		b.State, b.open, b.close, b.last = Unopened, -1, i, len(n.Brackets)
	}
}

// begin appends a bracket that stands in those now open.
func (n *nesting) begin(t *token) *Bracket {
	t.bracket = int32(len(n.Brackets))
	n.Brackets = append(n.Brackets, Bracket{
		Open: t.place(), Close: t.place(), OpenForm: t.form, CloseForm: t.form, Mirrored: t.mirrored,
		Depth: len(n.stack) + 1, Parent: n.top(), Group: -1, Slash: -1,
	})
	return &n.Brackets[t.bracket]
}

func (n *nesting) closeUnclosed(at Place) {
	for i := n.top(); i >= 0 && n.Brackets[i].State == Unclosed; i = n.top() {
		b := &n.Brackets[i]
		b.Close, b.last = at, len(n.Brackets)
		n.stack = n.stack[:len(n.stack)-1]
	}
}

// endOf returns the place after the last rune of a paragraph.
func (r *Reading) endOf(p int) Place {
	return Place{p, FieldText, utf8.RuneCountInString(r.paragraphs[p].fields[FieldText])}
}

// judge finds the extent and the content of a bracket.
func (r *Reading) judge(b *Bracket) {
	if b.State != Paired {
		return
	}
	open, close := &r.tokens[b.open], &r.tokens[b.close]
	switch {
	case open.paragraph != close.paragraph:
		b.Extent = Paragraphs
	case r.whole(open, close):
		b.Extent = Whole
	}
	if open.paragraph != close.paragraph || open.field != close.field {
		return
	}
	b.Content = contentOf(r.field(open)[int(open.at)+open.size() : close.at])
}

// whole reports whether a pair encloses every word of the text of its
// paragraph; where there is no text, of its heading.
func (r *Reading) whole(open, close *token) bool {
	fields := &r.paragraphs[open.paragraph].fields
	body := FieldText
	if fields[FieldText] == "" {
		body = FieldHeading
	}
	if fields[body] == "" || open.field > body || close.field < body {
		return false
	}
	before := ""
	if open.field == body {
		before = fields[body][:open.at]
	}
	return !wordsIn(before, false) && !wordsIn(fields[close.field][int(close.at)+close.size():], true)
}

// edgeRunes is how far from an end of a paragraph a bracket that encloses it
// may stand.
const edgeRunes = 64

// wordsIn reports whether there are words in a short text before or after a
// bracket; the number of a paragraph and the mark of a note are none.
func wordsIn(s string, after bool) bool {
	if len(s) > 4*edgeRunes {
		return true
	}
	if after {
		s = strings.TrimLeft(s, "*0123456789")
	} else if s != "" && number(s) {
		return false
	}
	return strings.ContainsFunc(s, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
}

// contentOf tells words from what is still to be filled.
func contentOf(s string) Content {
	if len(s) > 80 {
		return Words
	}
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		return Empty
	case strings.Trim(s, ".…_-–—?·•* ") == "", strings.Trim(s, "X") == "", strings.Trim(s, "x") == "", s == "N", s == "n", s == "Y", s == "Z":
		return Placeholder
	}
	if !mayFill[s[0]] {
		return Words
	}
	low := strings.ToLower(s)
	for _, w := range toFill {
		if strings.HasPrefix(low, w) {
			return Placeholder
		}
	}
	return Words
}

// toFill begins the notes that stand where words are still to come.
var toFill = []string{
	"insert ", "to be inserted", "to be determined", "to be completed", "to be decided", "tbd", "tbc",
	"insérer", "à insérer", "à déterminer", "à compléter", "à préciser",
	"insértese", "insertar", "por determinar", "por insertar", "por completar",
	"вставить", "указать", "подлежит определению", "будет определено",
	"待定", "待补充", "待插入", "插入", "填入",
	"يدرج", "تدرج", "يُدرج", "تُدرج", "يحدد لاحقا", "يُحدد لاحقا", "تحدد لاحقا",
}

// mayFill holds the first bytes of those notes, in capitals too.
var mayFill = func() (t [256]bool) {
	for _, w := range toFill {
		t[w[0]] = true
		t[strings.ToUpper(w)[0]] = true
	}
	return t
}()
