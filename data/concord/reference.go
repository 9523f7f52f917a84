package concord

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/text"
	"travaux/data/text/reference"
)

// references are what a row refers to, and where: numbers there are not numbers of
// the text. What refers to the place itself ("this article"), and what a further
// reference is a part of, is said in one language and understood in another: it is
// not sure.
func (c *comparison) references(row Row) (said map[data.Lang][]saying, outside map[data.Lang][]text.Span) {
	said, outside = map[data.Lang][]saying{}, map[data.Lang][]text.Span{}
	for lang, i := range row.At {
		p := c.provisions[i]
		refs, symbols := reference.Scan(p.Text[lang].Text, lang)
		var list []saying
		for _, r := range refs {
			outside[lang] = append(outside[lang], r.Span)
			for _, t := range c.index.Resolve(p.ID, r) {
				list = append(list, referred(t, p, r))
			}
		}
		for _, s := range symbols {
			outside[lang] = append(outside[lang], s.Span)
			for _, at := range s.Pointers {
				outside[lang] = append(outside[lang], at.Span)
			}
			list = append(list, saying{value: s.Name, sure: true, document: true, span: s.Span})
		}
		for k := range list {
			for j := range list {
				if strings.HasPrefix(list[j].value, list[k].value+"/") {
					list[k].sure = false
				}
			}
		}
		said[lang] = list
	}
	c.agree(row, said)
	return said, outside
}

// agree takes a document for named where a version has all the numbers of its
// symbol: languages name documents in more forms than are known.
func (c *comparison) agree(row Row, said map[data.Lang][]saying) {
	for lang := range row.At {
		var numbers map[string]bool
		for _, list := range said {
			for _, s := range list {
				if !s.document || slices.ContainsFunc(said[lang], func(x saying) bool { return x.value == s.value }) {
					continue
				}
				if numbers == nil {
					numbers = digitsIn(c.rendering(row, lang).Text)
				}
				if !slices.ContainsFunc(slices.Collect(maps.Keys(digitsIn(s.value))), func(d string) bool { return !numbers[d] }) {
					said[lang] = append(said[lang], saying{value: s.value, guess: true})
				}
			}
		}
	}
}

// digitsIn are the runs of digits of a text.
func digitsIn(s string) map[string]bool {
	out := map[string]bool{}
	for _, t := range lex(s) {
		if t.kind == tokenDigits {
			out[t.word] = true
		}
	}
	return out
}

// referred is one target as a thing that is said.
func referred(t reference.Target, from data.Provision, r reference.Ref) saying {
	s := saying{value: t.Path, sure: true, span: t.Part.Span}
	if s.span.Start >= s.span.End {
		s.span = r.Span
	}
	switch {
	case t.Status == reference.Found:
		s.sure = t.Path != from.Path && !strings.HasPrefix(from.Path, t.Path+"/")
	case t.Status == reference.Foreign:
		s.value = "other " + t.Part.Address.String()
	default:
		s.value, s.sure = "none "+t.Part.Address.String(), t.Status != reference.Unclear
	}
	return s
}

// Outside are the stretches of a text whose numbers are of references and document
// symbols.
func Outside(s string, lang data.Lang) (out []text.Span) {
	refs, symbols := reference.Scan(s, lang)
	for _, r := range refs {
		out = append(out, r.Span)
	}
	for _, s := range symbols {
		out = append(out, s.Span)
		for _, at := range s.Pointers {
			out = append(out, at.Span)
		}
	}
	return out
}

func digits(n int) string { return strconv.Itoa(n) }
