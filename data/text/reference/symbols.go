package reference

import (
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// Symbol is a document named in a text, by its symbol or in words.
type Symbol struct {
	Span     text.Span // "A/75/816", "General Assembly resolution 75/240"; of a further number only that
	Name     string    // normalised: "A/75/816", "A/RES/75/240", "S/RES/2341 (2017)"
	Pointers []Part    // what is pointed to in it: PP3, para. 71 (g); in the order of the text
}

// Symbols finds the documents that a text names and what it points to in
// them, in order.
func Symbols(s string, lang data.Lang) []Symbol {
	_, symbols := Scan(s, lang)
	return symbols
}

// Scan finds references and symbols at once, which takes hardly longer than
// either.
func Scan(s string, lang data.Lang) ([]Ref, []Symbol) {
	p := newParser(s, lang)
	defer p.leave()
	p.findSymbols(s)
	p.read()
	symbols := make([]Symbol, 0, len(p.symbols))
	for i := range p.symbols {
		symbols = append(symbols, p.symbols[i].Symbol)
	}
	for _, r := range p.refs {
		if r.Instrument != Named {
			continue
		}
		for i := range symbols {
			if s := &symbols[i]; s.Span.Start < r.Name.End && r.Name.Start < s.Span.End {
				s.Pointers = append(append([]Part(nil), r.Parts...), s.Pointers...)
				break
			}
		}
	}
	if len(symbols) == 0 {
		symbols = nil
	}
	return p.refs, symbols
}

func newParser(s string, lang data.Lang) *parser {
	l := lexiconOf(lang)
	return &parser{tokens: lex(s, l.words), lex: l}
}

// foundSymbol is a symbol with the tokens that it takes.
type foundSymbol struct {
	Symbol
	first, end int
	past       int // after its pointers
}

// findSymbols finds the symbols of the text, written and in words.
func (p *parser) findSymbols(s string) {
	var written []foundSymbol
	for _, span := range text.FindSymbols(s) {
		first, end := p.atRune(span.Start), p.atRune(span.End)
		written = append(written, foundSymbol{Symbol: Symbol{Span: span, Name: p.normal(first, end, s, span)}, first: first, end: end})
	}
	p.symbols = written
	said := p.inWords()
	if len(said) > 0 {
		p.symbols = merge(written, said)
	}
	for i := range p.symbols {
		p.pointers(&p.symbols[i])
	}
}

// merge puts two ordered lists together; what overlaps is left out of the
// second.
func merge(a, b []foundSymbol) []foundSymbol {
	out := make([]foundSymbol, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case b[0].end <= a[0].first:
			out, b = append(out, b[0]), b[1:]
		case a[0].end <= b[0].first:
			out, a = append(out, a[0]), a[1:]
		default:
			b = b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// normal gives a written symbol its normal form: one space before brackets
// that hold a year, none before others, no asterisks of reissue.
func (p *parser) normal(first, end int, s string, span text.Span) string {
	var b strings.Builder
	for i, r := range []rune(substring(s, span)) {
		switch {
		case r == '*':
		case r == '(':
			if k := p.at(p.atRune(span.Start+i) + 1); k.kind == tokenNumber && k.value > 1900 || k.kind == tokenWord && k.end-k.start > 3 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
		case text.Fold(r) == ' ':
			if next := p.at(p.atRune(span.Start + i)); next.r != '(' {
				b.WriteByte(' ')
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// substring cuts a span of runes out of a text.
func substring(s string, span text.Span) string {
	start, at := len(s), 0
	for i := range s {
		if at == span.Start {
			start = i
		}
		if at == span.End {
			return s[start:i]
		}
		at++
	}
	return s[start:]
}

// pointers reads what follows a symbol: ", PP3", ", annex, para. 8 (a)",
// 第71(g)段.
func (p *parser) pointers(s *foundSymbol) {
	s.past = s.end
	k := s.end
	if p.has(k, "号文件") {
		k += 3
	}
	comma := p.comma(k)
	if comma {
		k++
	}
	var g group
	var ok bool
	switch {
	case p.lex.lang == data.Chinese && p.at(k).kind == tokenHan || p.is(k, '第'):
		g, ok = p.hanGroup(k, true)
	case comma:
		g, ok = p.group(k)
	}
	if !ok || g.base != FromText || len(g.items) == 0 && g.unit != unitAnnex && g.unit != unitPreamble {
		return
	}
	c := chain{p: p, first: g.first, end: g.end}
	c.begin(g)
	if p.lex.lang == data.Chinese {
		for c.nested = true; len(c.drafts) < maxItems && p.hanNext(&c); {
		}
	} else {
		p.extend(&c)
	}
	if which, _, _ := p.instrument(c.end); which != Unnamed {
		return
	}
	refs, before := p.refs, p.before
	p.give(&c, Named, text.Span{})
	s.Pointers = p.refs[len(p.refs)-1].Parts
	p.refs, p.before = refs, before
	s.past = c.end
}
