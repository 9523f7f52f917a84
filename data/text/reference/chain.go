package reference

import (
	"travaux/data"
	"travaux/data/text"
)

// chain puts the groups of one reference together. Languages that name the
// outer part first ("article 5, paragraph 2") nest what follows in what
// precedes; languages that name the inner part first ("paragraphe 2 de
// l'article 5") put what follows around all that precedes and is still open.
type chain struct {
	p          *parser
	first, end int // tokens
	drafts     []draft
	last       group // the group that was added last
	added      int   // drafts from here on came with it
	nested     bool  // an outer part stands first
	list       struct{ unit unit }
	prefixed   int // how many steps of the last drafts were taken over from those before them
}

// draft is a part in the making.
type draft struct {
	Address
	first, end int // tokens
}

func (d *draft) rank() int {
	if len(d.Steps) == 0 {
		return 0
	}
	return d.Steps[0].rank
}

// begin makes the drafts of the first group.
func (c *chain) begin(g group) {
	c.add(g, draft{first: -1})
}

// add appends the drafts of a group, each inside the draft given.
func (c *chain) add(g group, within draft) {
	c.added, c.last, c.prefixed = len(c.drafts), g, len(within.Steps)
	if g.plural && len(g.items) > 0 && g.rank() < unitPoint.rank() {
		c.list.unit = g.unit
	}
	if len(g.items) == 0 {
		d := within
		d.Steps = append([]Step(nil), within.Steps...)
		switch {
		case g.base != FromText:
			d.Base, d.Of = g.base, g.unit.kind()
		default:
			d.Steps = append(d.Steps, bareStep(g.unit))
		}
		d.end = g.end
		if d.first < 0 {
			d.first = g.first
		}
		c.drafts = append(c.drafts, d)
		return
	}
	for i, it := range g.items {
		d := draft{Address: Address{Base: within.Base, Of: within.Of}, first: it.first, end: it.end}
		if i == 0 && within.first >= 0 {
			d.first = within.first
		}
		d.Steps = it.steps
		if len(within.Steps) > 0 {
			d.Steps = append(append(make([]Step, 0, len(within.Steps)+len(it.steps)), within.Steps...), it.steps...)
		}
		c.drafts = append(c.drafts, d)
	}
}

func bareStep(u unit) Step { return Step{Kind: u.kind(), Elem: units[u].prefix, rank: u.rank()} }

// inner nests a group in the last draft.
func (c *chain) inner(g group) {
	within := c.drafts[len(c.drafts)-1]
	c.drafts = c.drafts[:len(c.drafts)-1]
	c.nested = true
	list := c.list
	c.add(g, within)
	if list.unit != noUnit && !g.plural {
		c.list = list
	}
	c.prefixed = 0
}

// and sets a group beside the last one, in the same outer part if one leads.
func (c *chain) and(g group) {
	within := draft{first: -1}
	if c.nested && g.base == FromText {
		last := c.drafts[len(c.drafts)-1]
		n := 0
		for n < len(last.Steps) && last.Steps[n].rank < g.rank() {
			n++
		}
		if g.rank() == unitArticle.rank() && n > 0 && last.Steps[n-1].rank > unitAnnex.rank() {
			n = 0 // articles count through chapters and parts
		}
		if n < len(last.Steps) && last.Steps[n].rank == g.rank() && (n > 0 || last.Base != FromText && g.rank() > unitArticle.rank()) {
			within.Address = Address{Base: last.Base, Of: last.Of, Steps: last.Steps[:n]}
		}
	}
	c.add(g, within)
}

// partsToParagraphs takes the "parts" of an article for paragraphs.
func (c *chain) partsToParagraphs() {
	for i := c.added; i < len(c.drafts); i++ {
		if s := &c.drafts[i].Steps[0]; s.Kind == data.KindPart {
			*s = Step{Kind: data.KindParagraph, Elem: s.Elem[len(units[unitPart].prefix):], rank: unitParagraph.rank()}
		}
	}
	c.last.unit = unitParagraph
}

// outer puts a group around the drafts that it can hold.
func (c *chain) outer(g group) {
	if c.prefixed > 0 && c.drafts[c.added].rank() <= g.rank() && c.last.rank() > g.rank() {
		for i := c.added; i < len(c.drafts); i++ {
			d := &c.drafts[i]
			d.Address = Address{Steps: d.Steps[min(c.prefixed, len(d.Steps)):]}
		}
	}
	if g.plural && len(g.items) > 0 && g.rank() < unitPoint.rank() {
		c.list.unit = g.unit
	}
	drafts := c.drafts
	c.drafts = nil
	for i, d := range drafts {
		open := d.Base == FromText && (d.rank() > g.rank() || i >= c.added && d.rank() == g.rank() && g.unit == unitPoint)
		switch {
		case !open:
			c.drafts = append(c.drafts, d)
		case len(g.items) == 0 && g.base != FromText:
			d.Base, d.Of = g.base, g.unit.kind()
			c.drafts = append(c.drafts, d)
		case len(g.items) == 0:
			d.Steps = append([]Step{bareStep(g.unit)}, d.Steps...)
			c.drafts = append(c.drafts, d)
		default:
			for k, it := range g.items {
				if k > 0 && len(c.drafts) >= maxItems {
					break
				}
				e := d
				e.Steps = append(append(make([]Step, 0, len(it.steps)+len(d.Steps)), it.steps...), d.Steps...)
				c.drafts = append(c.drafts, e)
			}
		}
	}
	if c.last.rank() > g.rank() || c.last.unit == unitPoint {
		added, plural := c.added, g
		c.last = g
		c.last.items, c.last.plural = plural.items, plural.plural
		c.added = min(added, len(c.drafts))
	}
	c.prefixed = 0
}

// give makes the reference of the chain.
func (p *parser) give(c *chain, instrument Instrument, name text.Span) {
	r := Ref{
		Span: text.Span{Start: p.at(c.first).start, End: p.at(c.end - 1).end}, Lang: p.lex.lang,
		Instrument: instrument, Name: name, Parts: make([]Part, 0, len(c.drafts)),
	}
	if name.Start < name.End {
		r.Span.Start, r.Span.End = min(r.Span.Start, name.Start), max(r.Span.End, name.End)
		r.genus = p.genusOf(name)
		if instrument == Named {
			r.name = p.between(name)
		}
	}
	for i := range c.drafts {
		d := &c.drafts[i]
		d.preambular()
		part := Part{Span: text.Span{Start: p.at(d.first).start, End: p.at(d.end - 1).end}, Address: d.Address}
		if len(c.drafts) == 1 {
			part.Span = r.Span
		}
		part.Address.before = p.before
		r.Parts = append(r.Parts, part)
		if a := part.Address; instrument != Named && (a.Base == FromText && a.Steps[0].rank <= unitArticle.rank() || a.Base == FromThis && len(a.Steps) > 0) {
			a.before = nil
			p.before = &a
		}
	}
	r.beside = p.beside
	p.refs = append(p.refs, r)
	if instrument == Named || instrument == Bare {
		p.beside = &p.refs[len(p.refs)-1]
	}
}

// preambular turns the paragraphs of a preamble into recitals.
func (d *draft) preambular() {
	for i := range d.Steps {
		s := &d.Steps[i]
		if i > 0 && d.Steps[i-1].Kind == data.KindPreamble && s.Kind != data.KindRecital && s.rank >= unitParagraph.rank() && isDigit(s.Elem) {
			s.Kind, s.Elem, s.Or = data.KindRecital, units[unitRecital].prefix+s.Elem, ""
		}
	}
	if len(d.Steps) > 0 && d.Steps[0].Kind == data.KindRecital {
		d.Steps = append([]Step{bareStep(unitPreamble)}, d.Steps...)
	}
}

func isDigit(elem string) bool { return elem != "" && elem[0] >= '0' && elem[0] <= '9' }

// between returns the folded words of a span, without an article before them.
func (p *parser) between(s text.Span) string {
	from, to := p.atRune(s.Start), p.atRune(s.End)
	for from < to && p.at(from).entry.has(roleOf|roleSkip) {
		from++
	}
	if from >= to {
		return ""
	}
	return string(p.folded[p.at(from).from:p.at(to-1).to])
}

// genusOf returns the root of the word in a bare name.
func (p *parser) genusOf(name text.Span) string {
	if p.lex.lang == data.Chinese {
		return genusIn(p.between(name), data.Chinese)
	}
	for k := p.atRune(name.Start); k < p.atRune(name.End); k++ {
		if p.at(k).entry.has(roleGenus) {
			return root(string(p.word(k)))
		}
	}
	return ""
}
