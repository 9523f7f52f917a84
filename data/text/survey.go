package text

import (
	"strings"
	"unicode"

	"travaux/data"
)

// headRunes is how much of a paragraph is looked at to know what it is.
const headRunes = 120

// lineClass is what a paragraph seems to be, before its neighbours are asked.
type lineClass uint8

const (
	linePlain lineClass = iota
	lineBlank
	lineHidden
	lineFootnote
	lineCell
	lineContents
	lineHeading
	lineTitle // the title of the heading before it
	linePreamble
	lineFormula
	lineWitness
	lineItem
	lineOption
)

// line is a paragraph, or a part of one, on its way into the outline.
type line struct {
	block, start, end int // runes of the block
	class             lineClass
	heading           heading
	items             []item
	label             int // rune at which the label begins
	stop              int // rune at which the label ends; 0: where rest begins
	rest              int // rune at which what follows the label begins
	last              int // rune after the last that is not white space
	apart             bool
	styled            bool // marked as a heading by the format
	inline            bool // split off inside a paragraph
	nest              int  // how often it was split off
}

// bare reports whether nothing follows the label.
func (l *line) bare() bool { return l.rest >= l.last }

// survey looks at every paragraph of a source.
type survey struct {
	src     *Source
	lang    data.Lang
	runes   [][]rune
	lines   []line
	lastArt map[string]int // last number accepted as heading, by prefix
}

func newSurvey(src *Source, lang data.Lang) *survey {
	s := &survey{src: src, lang: lang, runes: make([][]rune, len(src.Blocks)), lastArt: map[string]int{}}
	s.lines = make([]line, 0, len(src.Blocks)+8)
	for i := range src.Blocks {
		s.runes[i] = []rune(src.Blocks[i].Text)
	}
	for i := range src.Blocks {
		s.look(line{block: i, end: len(s.runes[i])})
	}
	s.findContents()
	s.findTitles()
	return s
}

// look classifies a line and what can be split off it.
func (s *survey) look(l line) {
	b := &s.src.Blocks[l.block]
	r := s.runes[l.block]
	l.last = l.end
	for l.last > l.start && blank(r[l.last-1]) {
		l.last--
	}
	for l.rest = l.start; l.rest < l.last && blank(r[l.rest]); l.rest++ {
	}
	l.label = l.rest
	l.styled = b.Kind == BlockHeading || headingStyle(b.Style)
	switch {
	case b.Kind == BlockHidden:
		l.class = lineHidden
	case b.Kind == BlockFootnote:
		l.class = lineFootnote
	case b.Kind == BlockCell:
		l.class = lineCell
	case l.rest == l.last && b.Label == "":
		l.class = lineBlank
	case b.Label != "" && l.start == 0 && s.labelled(&l, b):
	default:
		s.unlabelled(&l, b)
	}
	s.split(l)
}

func blank(r rune) bool {
	return unicode.IsSpace(r) || r >= 0x200b && r <= 0x200f || r == 0xfeff || r == 0x61c
}

// headingStyle knows the heading styles of Word and of the UN's templates:
// _ H_1_G, RegH23G, H4, Heading 2, Title.
func headingStyle(style string) bool {
	if style == "" {
		return false
	}
	f := strings.Map(func(r rune) rune {
		if r == '_' || r == ' ' || r == '/' {
			return -1
		}
		return unicode.ToLower(r)
	}, style)
	for _, p := range []string{"heading", "title", "titre", "h1", "h2", "h3", "h4", "h5", "h6", "hch", "hm", "regh", "annoh"} {
		if strings.HasPrefix(f, p) {
			return !strings.HasPrefix(f, "titlepage")
		}
	}
	return false
}

// labelled classifies a paragraph by the number that its file keeps apart.
func (s *survey) labelled(l *line, b *Block) bool {
	runes := []rune(b.Label)
	h := normalise(runes, headRunes)
	if hd, ok := h.heading(0); ok && h.skipTail(hd.end) == len(h.r) {
		l.class, l.heading, l.apart = lineHeading, hd, true
		return true
	}
	if u, ok := units[b.Style]; ok && u.kind != "" {
		if n, end := h.headingNumber(h.skipSpace(0)); end > 0 {
			n.Unit = u.prefix
			l.class, l.heading, l.apart = lineHeading, heading{unit: u, label: n, end: end}, true
			return true
		}
	}
	items, end := h.enumerator(0, runes, true)
	if len(items) == 0 || h.skipTail(end) != len(h.r) {
		return false
	}
	for k := range items {
		items[k].weak = false
	}
	l.class, l.items, l.apart = lineItem, items, true
	return true
}

func (s *survey) unlabelled(l *line, b *Block) {
	r := s.runes[l.block]
	h := normalise(r[l.rest:l.last], headRunes)
	from := l.rest
	at := 0
	if b.Style == "#" {
		at = h.markup()
	}
	back := func(i int) int { return from + h.at[min(i, len(h.at)-1)] }
	l.label = back(at)
	if h.r == nil || at >= len(h.r) {
		l.rest = l.label
		return
	}
	if hd, ok := h.heading(at); ok {
		l.heading = hd
		l.rest = back(hd.end)
		l.stop = l.rest
		if s.isHeading(l, h, hd) {
			l.class = lineHeading
			return
		}
		l.rest, l.stop = l.label, 0
	}
	if items, end := h.enumerator(at, r[from:], false); items != nil {
		l.class, l.items, l.rest = lineItem, items, s.skip(back(end), l.last, r)
		return
	}
	if s.keyed(l, h, at, back) {
		return
	}
	l.rest = l.label
}

// keyed classifies by fixed words: preamble, formula, option, witness clause.
func (s *survey) keyed(l *line, h head, at int, back func(int) int) bool {
	at, _ = h.brackets(at)
	if end, ok := h.starts(at, preambleWords); ok && !letter(h.rune(end)) {
		next := h.skipTail(end)
		if next >= len(h.r) || titleStart(s.runes[l.block][back(next)]) && l.last-l.start > 60 {
			l.class, l.rest = linePreamble, back(next)
			return true
		}
	}
	if s.option(l, h, at, back) {
		return true
	}
	if _, ok := h.starts(at, witnessWords); ok || l.last-l.start < 200 && h.contains(chineseWitness) {
		l.class, l.rest = lineWitness, l.label
		return true
	}
	tail := s.runes[l.block][max(l.start, l.last-60):l.last]
	if !strings.ContainsRune(".;。；؛", tail[len(tail)-1]) && normalise(tail, 60).contains(formulaWords) {
		l.class, l.rest = lineFormula, l.label
		return true
	}
	return false
}

// option recognises "Option 2", "OPTION B: text", "Option A.1: text".
func (s *survey) option(l *line, h head, at int, back func(int) int) bool {
	label, f, end, ok := h.option(at)
	if !ok {
		return false
	}
	l.class, l.items = lineOption, []item{{form: f, label: label}}
	l.rest = s.skip(back(h.skipTail(end)), l.last, s.runes[l.block])
	return true
}

// option reads the number of an option at i, and returns the position after it.
func (h head) option(i int) (Label, form, int, bool) {
	end, ok := h.starts(i, optionWords)
	if !ok {
		return Label{}, form{}, i, false
	}
	number := h.skipSpace(end)
	n, e := h.headingNumber(number)
	if e == number {
		n.Value, e = h.chineseNumber(number)
	}
	if e == number || letter(h.rune(e)) {
		return Label{}, form{}, i, false
	}
	if c := h.rune(h.skipSpace(e)); h.skipTail(e) < len(h.r) && c != ':' && c != '.' && c != ']' && c != '-' {
		return Label{}, form{}, i, false
	}
	f := form{ClassOption, '1'}
	if n.Class == ClassLetter {
		f.mark = 'a'
	}
	if sub, after := h.number(h.skipSpace(e + 1)); after > h.skipSpace(e+1) && h.rune(after) == ':' {
		n.Sub, e, f.mark = []int{sub}, after, f.mark+1
	}
	n.Unit, n.Class = "opt", ClassNumber
	return n, f, e, true
}

// markup passes the signs that make a heading in plain text: "###", "#H", "#T".
func (h head) markup() int {
	i := 0
	for h.rune(i) == '#' {
		i++
	}
	if i == 1 && (h.rune(1) == 'h' || h.rune(1) == 't') && h.rune(2) == ' ' {
		i = 2
	}
	return h.skipSpace(i)
}

func (s *survey) skip(i, last int, r []rune) int {
	for i < last && blank(r[i]) {
		i++
	}
	return i
}

// isHeading judges whether "Article 5 …" is a heading or a sentence, and
// moves l.rest past the separator.
func (s *survey) isHeading(l *line, h head, hd heading) bool {
	r := s.runes[l.block]
	after := l.rest
	separated := false
	for l.rest < l.last && (blank(r[l.rest]) || strings.ContainsRune(".:：．-–—、]", r[l.rest])) {
		separated = separated || r[l.rest] != ' ' && r[l.rest] != 0xa0
		l.rest++
		if r[l.rest-1] == ']' {
			l.stop = l.rest // "[Article 20 ante]": brackets are never left out of the text
		}
	}
	separated = separated || l.rest-after > 1 || after > l.label && r[l.label] == '['
	if l.rest == l.last {
		return hd.label.Unit != "" && (hd.label.Class != ClassNone || hd.unit.bare)
	}
	n := hd.label.Value
	last := s.lastArt[hd.unit.prefix]
	follows := n > last && n <= last+10 || n == 1 || len(hd.label.Marks) > 0 || hd.label.Bracketed
	first := r[l.rest]
	title := l.last-l.rest <= 250 && !terminal(r[l.last-1])
	ok := false
	switch {
	case hd.unit.bare && hd.label.Class == ClassNone:
		ok = separated && title || l.styled && l.last-l.label < 120
	case l.styled && l.last-l.label < 400:
		ok = true
	case hd.unit.plural:
		ok = title && l.last-l.label < 160
	case unicode.IsLower(first) || first == ',' || first == '،' || first == '，' || first == ';':
		ok = false
	case first == '(' || first == '（':
		ok = follows && (r[l.last-1] == ')' || r[l.last-1] == '）')
	case separated:
		ok = follows || title
	case unicode.Is(unicode.Han, first):
		ok = follows && title && l.last-l.rest < 30 && !strings.ContainsRune("所第和及至的规或与之中内是", first)
	case unicode.Is(unicode.Arabic, first):
		ok = follows && title && !normalise(r[l.rest:l.last], 8).hasWord(0, "من")
	case titleStart(first), strings.HasPrefix(string(r[l.rest:min(l.rest+3, l.last)]), "1. "):
		ok = follows
	}
	if ok {
		s.lastArt[hd.unit.prefix] = n
		if hd.unit.kind == data.KindAnnex {
			s.lastArt = map[string]int{hd.unit.prefix: n}
		}
	}
	return ok
}

// terminal reports whether a sentence or clause ends with r.
func terminal(r rune) bool { return strings.ContainsRune(".,;:。，；：،؛", r) }
