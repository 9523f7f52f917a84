package concord

import (
	"slices"

	"travaux/data"
	"travaux/data/text"
	"travaux/data/text/bracket"
	"travaux/data/text/reference"
)

// Concordance is a text in several languages, compared.
type Concordance struct {
	Langs    []data.Lang // in UN order
	Rows     []Row       // in document order
	Findings []Finding   // in document order, those of one place by kind
}

// Row is one provision in the versions that have it: indices of the provisions that
// were given. Where an unnumbered paragraph is missing in a version, what follows it
// there stands in the rows that it belongs to and not in those that its count says.
type Row struct {
	At map[data.Lang]int
}

// comparison is a concordance in the making.
type comparison struct {
	Concordance
	provisions []data.Provision
	index      *reference.Index
	brackets   map[data.Lang]map[int]bracket.Count // by index of the provision
	terms      map[data.Lang]map[data.ID][]reference.Term
}

// Compare compares the versions of a text in the languages given; one that the text
// is not in is left out. The provisions are in document order, as a revision has
// them.
func Compare(provisions []data.Provision, langs []data.Lang) *Concordance {
	c := &comparison{provisions: provisions, index: reference.NewIndex(provisions)}
	for _, lang := range data.Langs {
		has := func(p data.Provision) bool { _, ok := p.Text[lang]; return ok }
		if slices.Contains(langs, lang) && slices.ContainsFunc(provisions, has) {
			c.Langs = append(c.Langs, lang)
		}
	}
	c.read()
	c.Rows = rows(provisions, c.Langs)
	for _, row := range c.Rows {
		c.structure(row)
		if len(row.At) < 2 {
			continue
		}
		c.heading(row)
		refs, outside := c.references(row)
		c.values(Numerals, row, c.numbers(row, outside))
		c.values(Brackets, row, c.bracketed(row))
		c.values(Reference, row, refs)
		c.values(Terms, row, c.defined(row))
		c.strength(row)
	}
	return &c.Concordance
}

// read takes in what is read of a version as a whole.
func (c *comparison) read() {
	c.brackets, c.terms = map[data.Lang]map[int]bracket.Count{}, map[data.Lang]map[data.ID][]reference.Term{}
	for _, lang := range c.Langs {
		var own []data.Provision
		var at []int
		for i, p := range c.provisions {
			if _, ok := p.Text[lang]; ok {
				own, at = append(own, p), append(at, i)
			}
		}
		read := bracket.ParseProvisions(own, lang)
		c.brackets[lang] = map[int]bracket.Count{}
		for k, i := range at {
			c.brackets[lang][i] = read.Count(k)
		}
		c.terms[lang] = map[data.ID][]reference.Term{}
		for _, t := range reference.Terms(own, lang) {
			c.terms[lang][t.Provision] = append(c.terms[lang][t.Provision], t)
		}
	}
}

// rendering returns a row's words in a language.
func (c *comparison) rendering(row Row, lang data.Lang) data.Rendering {
	return c.provisions[row.At[lang]].Text[lang]
}

// lead is the provision that names the place of a row: the one that most versions
// have.
func (c *comparison) lead(row Row) data.Provision {
	count := map[int]int{}
	best := -1
	for _, lang := range c.Langs {
		if i, ok := row.At[lang]; ok {
			if count[i]++; best < 0 || count[i] > count[best] {
				best = i
			}
		}
	}
	return c.provisions[best]
}

func (c *comparison) add(kind Kind, row Row, langs []data.Lang, said []Said) {
	p := c.lead(row)
	c.Findings = append(c.Findings, Finding{kind, p.ID, p.Path, langs, said})
}

// structure finds the versions that lack the provision.
func (c *comparison) structure(row Row) {
	lack := map[data.Lang]bool{}
	var said []Said
	for _, lang := range c.Langs {
		s := Said{Lang: lang}
		if i, ok := row.At[lang]; ok {
			s.Provision = c.provisions[i].ID
		} else {
			lack[lang] = true
		}
		said = append(said, s)
	}
	if len(lack) == 0 {
		return
	}
	langs := ordered(lack)
	if 2*len(lack) > len(c.Langs) { // it is more than the others have
		langs = nil
		for _, lang := range c.Langs {
			if !lack[lang] {
				langs = append(langs, lang)
			}
		}
	}
	c.add(Structure, row, langs, said)
}

// heading finds the versions without a heading where others have one.
func (c *comparison) heading(row Row) {
	said := map[data.Lang][]saying{}
	for lang := range row.At {
		said[lang] = nil
		if h := c.rendering(row, lang).Heading; h != "" {
			said[lang] = []saying{{value: "heading", sure: true}}
		}
	}
	c.values(Heading, row, said)
}

// numbers are the numbers of a row. Those of references and symbols only agree: a
// version may say them in a form that is not known as a reference.
func (c *comparison) numbers(row Row, outside map[data.Lang][]text.Span) map[data.Lang][]saying {
	said := map[data.Lang][]saying{}
	units := map[string]map[Unit]bool{}
	for lang := range row.At {
		r := c.rendering(row, lang)
		said[lang] = numerals(r.Heading, lang, nil, true)
		said[lang] = append(said[lang], numerals(r.Text, lang, outside[lang], false)...)
		for _, s := range said[lang] {
			if s.unit != "" && !s.guess {
				if units[s.value] == nil {
					units[s.value] = map[Unit]bool{}
				}
				units[s.value][s.unit] = true
			}
		}
	}
	// A unit counts only where versions say different ones.
	for _, list := range said {
		for i := range list {
			if s := &list[i]; len(units[s.value]) > 1 && s.unit != "" {
				s.value += " " + string(s.unit)
			}
		}
	}
	return said
}

// numerals are the numbers of one field as things that are said.
func numerals(s string, lang data.Lang, outside []text.Span, heading bool) []saying {
	var out []saying
	for _, n := range Numbers(s, lang, nil) {
		x := saying{value: n.Value, unit: n.Unit, sure: n.Sure, guess: n.guess, span: n.Span, heading: heading}
		if n.Unit == Named {
			x.value, x.unit = n.Value+" "+string(Named), ""
		}
		for _, o := range outside {
			if n.Span.Start >= o.Start && n.Span.Start < o.End {
				x.sure, x.guess, x.unit = false, true, ""
			}
		}
		out = append(out, x)
	}
	return out
}

// bracketed are the counts of brackets of a row.
func (c *comparison) bracketed(row Row) map[data.Lang][]saying {
	said := map[data.Lang][]saying{}
	for lang, i := range row.At {
		said[lang] = nil
		n := c.brackets[lang][i]
		for _, v := range []struct {
			what string
			n    int
		}{{"pairs", n.Pairs}, {"depth", n.Depth}, {"unclosed", n.Unclosed}, {"unopened", n.Unopened}} {
			if v.n > 0 {
				said[lang] = append(said[lang], saying{value: v.what + " " + digits(v.n), sure: true})
			}
		}
	}
	return said
}

// defined are the terms that a row defines, first to last: how many there are is
// compared, for their names are of their language.
func (c *comparison) defined(row Row) map[data.Lang][]saying {
	said := map[data.Lang][]saying{}
	for lang, i := range row.At {
		said[lang] = nil
		for n, t := range c.terms[lang][c.provisions[i].ID] {
			said[lang] = append(said[lang], saying{value: "term " + digits(n+1), sure: true, span: t.Span})
		}
	}
	return said
}

// values finds what the versions do not all say.
func (c *comparison) values(kind Kind, row Row, said map[data.Lang][]saying) {
	values := disputed(said)
	if len(values) == 0 {
		return
	}
	langs := apart(said, values)
	var all []Said
	for _, lang := range c.Langs {
		i, ok := row.At[lang]
		if !ok {
			continue
		}
		s := Said{Lang: lang, Provision: c.provisions[i].ID}
		for _, v := range said[lang] {
			if !values[v.value] {
				continue
			}
			s.Values = append(s.Values, v.value)
			switch {
			case v.span == text.Span{}:
			case v.heading:
				s.InHeading = append(s.InHeading, v.span)
			default:
				s.Spans = append(s.Spans, v.span)
			}
		}
		all = append(all, s)
	}
	c.add(kind, row, langs, all)
}
