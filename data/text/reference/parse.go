package reference

import (
	"travaux/data"
	"travaux/data/text"
)

// Find finds the references of a text to provisions, in order.
func Find(s string, lang data.Lang) []Ref {
	refs, _ := Scan(s, lang)
	return refs
}

// parser reads the references of one text.
type parser struct {
	tokens
	lex     *lexicon
	symbols []foundSymbol
	before  *Address // what was referred to last
	beside  *Ref     // the last reference that may be to another instrument
	listed  bool     // a list of articles is open that "and 61" may go on
	shouted bool     // the reference is in capitals, as a heading is
	refs    []Ref
	numbers []hanNumber // room for those of one Chinese list
}

// group is a unit with its numbers: "articles 5 and 6", or a unit that is
// named by where it stands: "this article".
type group struct {
	unit       unit
	plural     bool
	base       Base
	items      []item
	first, end int // tokens
}

func (g *group) rank() int { return g.unit.rank() }

// read finds all references from token to token.
func (p *parser) read() {
	next := 0 // symbol
	for k := 0; k < len(p.list)-1; {
		for next < len(p.symbols) && p.symbols[next].past <= k {
			next++
		}
		if next < len(p.symbols) && k >= p.symbols[next].first {
			k = p.symbols[next].past
			continue
		}
		end := 0
		if t := &p.list[k]; t.kind == tokenHan || t.kind == tokenMark && (t.r == '(' || t.r >= '㈠' && t.r <= '㈩') {
			if p.lex.lang == data.Chinese {
				end = p.chineseReference(k)
			}
		} else if t.entry.unit != noUnit || t.entry.phrases > 0 || t.entry.has(roleThis|rolePrev|roleNext) {
			end = p.reference(k)
		}
		if end > k {
			k = end
		} else {
			k++
		}
	}
}

// reference reads one reference at token k and returns the token after it; 0
// if there is none.
func (p *parser) reference(k int) int {
	g, ok := p.group(k)
	edge := g.unit == unitOpening || g.unit == unitClosing
	if !ok || g.base == FromThat || g.base == FromText && len(g.items) == 0 && !edge {
		return 0
	}
	c := chain{p: p, first: g.first, end: g.end}
	c.begin(g)
	p.extend(&c)
	if edge && len(c.drafts[0].Steps) < 2 && c.drafts[0].Base == FromText {
		return 0
	}
	if p.agenda(c.end) {
		return c.end
	}
	p.shouted = p.at(c.first).capitals
	instrument, name, end := p.instrument(c.end)
	if end > c.end {
		c.end = end
	}
	p.give(&c, instrument, name)
	return c.end
}

// extend adds what else belongs to the reference: outer and inner parts,
// further provisions.
func (p *parser) extend(c *chain) {
	for len(c.drafts) < maxItems {
		for p.above(c) {
		}
		g, how, ok := p.next(c)
		if !ok {
			return
		}
		switch how {
		case linkOuter:
			c.outer(g)
		case linkInner:
			c.inner(g)
		case linkAnd:
			c.and(g)
		}
		c.end = g.end
	}
}

// above passes "above", "ci-dessus", "выше" after a number.
func (p *parser) above(c *chain) bool {
	k := c.end
	if w := p.at(k); w.kind == tokenWord && string(p.word(k)) == "ci" && p.dash(k+1) {
		if k += 2; string(p.word(k)) == "apres" {
			c.end = k + 1
			return true
		}
	}
	if !p.at(k).entry.has(roleAbove) {
		return false
	}
	c.end = k + 1
	return true
}

// group reads a unit with its numbers or with the word that stands for them.
func (p *parser) group(k int) (g group, ok bool) {
	g.first = k
	t := p.at(k)
	at := k
	switch e := t.entry; {
	case e.unit == unitOperative || e.unit == unitRecital:
		if e.phrases == 0 && !t.capitals && len(p.word(k)) == 2 {
			return g, false
		}
	case e.has(roleThis):
		g.base, at = FromThis, k+1
	case e.has(roleThat):
		g.base, at = FromThat, k+1
		for p.at(at).entry.has(roleThat|roleThis) && at < k+3 {
			at++
		}
	case e.has(rolePrev) && !p.lex.after:
		g.base, at = FromPrevious, k+1
	case e.has(roleNext) && !p.lex.after:
		g.base, at = FromNext, k+1
	}
	var end int
	if g.unit, g.plural, end = p.unitAt(at); end == 0 {
		return g, false
	}
	g.items, g.end = p.items(end, g.unit, g.plural)
	if len(g.items) > 0 {
		if g.base == FromThat || g.base == FromThis {
			g.base, g.first = FromText, at
		}
		if g.base != FromText {
			g.base = FromText
		}
		return g, p.believable(&g, at)
	}
	g.end = end
	if g.base == FromText {
		switch e := p.at(end).entry; {
		case p.lex.after && e.has(rolePrev) && !g.plural:
			g.base, g.end = FromPrevious, end+1
		case p.lex.after && e.has(roleNext) && !g.plural:
			g.base, g.end = FromNext, end+1
		default:
			return g, g.unit == unitPreamble || g.unit == unitOpening || g.unit == unitClosing || g.unit == unitAnnex
		}
	}
	if p.lex.lang == data.English && (g.unit == unitPart && !p.at(end-1).upper || string(p.word(end-1)) == "point") {
		return g, false
	}
	return g, !g.plural && g.unit != unitOpening && g.unit != unitClosing && g.unit != unitOption
}

// believable turns down what only looks like a reference: "part 2" is one if
// it is written as a title or its number is roman.
func (p *parser) believable(g *group, name int) bool {
	switch g.unit {
	case unitPart, unitTitle:
		return p.at(name).upper || g.items[0].last.class == text.ClassRoman || p.lex.lang == data.Arabic || p.lex.lang == data.Russian
	case unitFootnote, unitOption:
		return g.items[0].last.class == text.ClassNumber
	}
	return true
}

// unitAt reads the name of a unit, of one word or several, and the stop after
// its abbreviation. end is 0 if there is none.
func (p *parser) unitAt(k int) (u unit, plural bool, end int) {
	e := &p.at(k).entry
	u, plural, end = e.unit, e.plural, k+1
	longest := 0
	for _, ph := range p.lex.phrases[e.phrases] {
		if n := p.phrase(k+1, ph.rest); n > longest {
			longest, u, plural, end = n, ph.unit, ph.plural, k+1+n
		}
	}
	if u == noUnit {
		return u, false, 0
	}
	switch {
	case p.is(end, '.') && abbreviated(p.word(end-1)):
		end++
	case p.is(end, '(') && !p.at(end).gap && string(p.word(end+1)) == "s" && p.is(end+2, ')'):
		plural, end = true, end+3 // article(s)
	}
	return u, plural, end
}

// abbreviated reports whether the stop after a word may shorten it.
func abbreviated(w []byte) bool {
	switch string(w) {
	case "art", "arts", "para", "paras", "par", "pars", "subpara", "subparas", "chap", "chaps", "sect", "sects", "al", "parr", "parrs", "cap", "caps",
		"secc", "apdo", "ст", "стст", "п", "пп", "подп", "гл":
		return true
	}
	return false
}

// phrase returns how many tokens the words take at k; 0 if they do not stand
// there.
func (p *parser) phrase(k int, words []string) int {
	for i, w := range words {
		t := p.at(k + i)
		if t.to-t.from != len(w) || string(p.word(k+i)) != w {
			return 0
		}
	}
	return len(words)
}

// link says how a part of a reference is joined to what stands before it.
type link uint8

const (
	linkOuter link = iota // "of article 5" after "paragraph 2"
	linkInner             // ", paragraph 2" after "article 5"
	linkAnd               // "and article 6"
)

// next reads what continues the reference.
func (p *parser) next(c *chain) (g group, how link, ok bool) {
	k := p.brackets(c.end)
	comma := p.comma(k)
	if comma {
		k = p.brackets(k + 1)
	}
	if g, ok := p.bare(c, k, comma); ok {
		return g, linkAnd, true
	}
	and := p.at(k).entry.has(roleAnd)
	if and {
		k++
		for p.at(k).entry.has(roleAlso) {
			k++
		}
	}
	of, skipped := false, 0
	for skipped < 4 && p.at(k).kind == tokenWord && p.at(k).entry.unit == noUnit && p.at(k).entry.has(roleOf|roleSkip) && !p.at(k).entry.has(roleThat) || p.is(k, '\'') && skipped > 0 {
		of = of || p.at(k).entry.has(roleOf)
		and = and || p.at(k).entry.and
		k++
		skipped++
	}
	if e := &p.at(k).entry; e.has(roleThat) {
		of = of || e.has(roleOf) // dudit
	}
	and = and || p.at(k).entry.and
	p.listed = c.list.unit != noUnit
	g, ok = p.group(k)
	p.listed = false
	if !ok {
		return g, 0, false
	}
	bare := g.base == FromText && len(g.items) == 0
	last := c.last
	switch {
	case and:
		return g, linkAnd, !bare && g.base != FromThat
	case of && g.rank() <= last.rank():
		return g, linkOuter, true
	case of:
		return g, 0, false
	case skipped > 0 || g.base == FromThat && !p.lex.juxtaposed:
		return g, 0, false
	case p.lex.juxtaposed && !comma && last.unit == unitPart && g.unit == unitArticle && len(last.items) > 0 && last.items[0].last.class == text.ClassNumber:
		c.partsToParagraphs() // часть 2 статьи 5
		return g, linkOuter, true
	case g.base == FromText && g.rank() > last.rank():
		return g, linkInner, comma || last.rank() >= unitArticle.rank() || !bare
	case p.lex.juxtaposed && !comma && g.rank() <= last.rank():
		return g, linkOuter, true
	case comma && !bare && g.base == FromText && g.rank() == last.rank():
		return g, linkAnd, true
	case comma && !bare && last.unit == unitPoint && g.unit == unitParagraph:
		return g, linkOuter, true // "inciso c, párrafo 1"
	}
	return g, 0, false
}

// brackets passes the square brackets of a draft.
func (p *parser) brackets(k int) int {
	for n := 0; n < 3 && (p.is(k, '[') || p.is(k, ']')); n++ {
		k++
	}
	return k
}

// bare reads the numbers that take a list up again after an inner part:
// "articles 57, paragraph 5 (g), 61 and 62".
func (p *parser) bare(c *chain, k int, comma bool) (g group, ok bool) {
	and := p.at(k).entry.has(roleAnd)
	if and {
		k++
	}
	if !comma && !and || p.at(k).kind != tokenNumber || c.list.unit == noUnit || p.is(k+1, '/') || p.at(k).value > 999 {
		return g, false
	}
	g = group{unit: c.list.unit, plural: true, first: k}
	g.items, g.end = p.items(k, g.unit, true)
	return g, len(g.items) > 0
}

// agenda reports whether the item is one of an agenda: "пункт 108 повестки
// дня", "point 5 de l'ordre du jour".
func (p *parser) agenda(k int) bool {
	for n := 0; n < 4 && (p.at(k).entry.has(roleOf|roleSkip) || p.is(k, '\'')); n++ {
		k++
	}
	w := string(p.word(k))
	for _, stem := range [...]string{"agenda", "ordre", "programa", "temario", "повестк", "جدول"} {
		if len(w) >= len(stem) && w[:len(stem)] == stem {
			return true
		}
	}
	return false
}
