package reference

import (
	"travaux/data"
	"travaux/data/text"
)

// Glossary finds the uses of defined terms in texts of one language.
type Glossary struct {
	lang  data.Lang
	terms []Term
	nodes []glossaryNode // a tree of words; the first is the root
}

type glossaryNode struct {
	next        map[string]int
	term, exact int // index of the term that ends here, without and with regard to capitals; -1: none
}

// Use is an occurrence of a term.
type Use struct {
	Term      int     // index in the terms given
	Provision data.ID // zero in Glossary.In
	Span      text.Span
}

// NewGlossary prepares terms for searching.
func NewGlossary(terms []Term, lang data.Lang) *Glossary {
	g := &Glossary{lang: lang, terms: terms, nodes: []glossaryNode{{next: map[string]int{}, term: -1, exact: -1}}}
	var scratch [64]byte
	for i := range terms {
		t := lex(terms[i].Name, nil)
		at, words := 0, 0
		for k := range t.list[:len(t.list)-1] {
			if t.list[k].kind == tokenMark {
				continue
			}
			at = g.grow(at, string(stem(t.word(k), lang, scratch[:0])))
			words++
		}
		t.leave()
		switch n := &g.nodes[at]; {
		case words == 0 || words > maxTerm:
		case terms[i].Exact && n.exact < 0:
			n.exact = i
		case !terms[i].Exact && n.term < 0:
			n.term = i
		}
	}
	return g
}

func (g *Glossary) grow(at int, word string) int {
	if next, ok := g.nodes[at].next[word]; ok {
		return next
	}
	if g.nodes[at].next == nil {
		g.nodes[at].next = map[string]int{}
	}
	next := len(g.nodes)
	g.nodes = append(g.nodes, glossaryNode{term: -1, exact: -1})
	g.nodes[at].next[word] = next
	return next
}

// In finds the terms in a text, in order and without overlap: whole words in
// any of their forms; of terms that begin together the longest. Square
// brackets and hyphens inside a term do not hide it.
func (g *Glossary) In(s string) []Use {
	if len(g.nodes) < 2 || s == "" {
		return nil
	}
	t := lex(s, nil)
	defer t.leave()
	var out []Use
	for k := 0; k < len(t.list)-1; k++ {
		if t.list[k].kind == tokenMark {
			continue
		}
		if term, end := g.match(&t, k, 0); end > k {
			out = append(out, Use{Term: term, Span: text.Span{Start: t.list[k].start, End: t.list[end-1].end}})
			k = end - 1
		}
	}
	return out
}

// match returns the longest term at token k, and the token after it.
func (g *Glossary) match(t *tokens, k, node int) (term, end int) {
	first := k
	upper := t.at(k).upper
	term = -1
	for n := 0; n < maxTerm && k < len(t.list)-1; n++ {
		if n > 0 {
			k = skipInside(t, k)
		}
		if t.at(k).kind == tokenMark {
			break
		}
		next := g.step(node, t.word(k))
		if next == 0 {
			break
		}
		node, k = next, k+1
		switch g := &g.nodes[node]; {
		case g.exact >= 0 && upper:
			term, end = g.exact, k
		case g.term >= 0:
			term, end = g.term, k
		}
	}
	if term < 0 {
		return -1, first
	}
	return term, end
}

// skipInside passes the signs that may stand inside a term.
func skipInside(t *tokens, k int) int {
	for n := 0; n < 3; n++ {
		switch t.at(k).r {
		case '-', '\'', '[', ']':
			k++
			continue
		}
		break
	}
	return k
}

// step goes from a node by a word; 0 if that leads nowhere.
func (g *Glossary) step(node int, word []byte) int {
	next := g.nodes[node].next
	if next == nil {
		return 0
	}
	if g.lang == data.Arabic {
		var room [4][]byte
		for _, form := range arabicForms(room[:0], word) {
			if n := next[string(form)]; n > 0 {
				return n
			}
		}
		return 0
	}
	var scratch [64]byte
	return next[string(stem(word, g.lang, scratch[:0]))]
}

// Uses finds the uses of every term in a text; uses[i] belongs to terms[i],
// and is empty for a term that is defined but never used. The definition
// itself is no use.
func Uses(provisions []data.Provision, lang data.Lang, terms []Term) (uses [][]Use) {
	g := NewGlossary(terms, lang)
	uses = make([][]Use, len(terms))
	for i := range provisions {
		p := &provisions[i]
		r, ok := p.Text[lang]
		if !ok {
			continue
		}
		for _, u := range g.In(r.Text) {
			if d := terms[u.Term]; d.Provision == p.ID && d.Span == u.Span {
				continue
			}
			u.Provision = p.ID
			uses[u.Term] = append(uses[u.Term], u)
		}
	}
	return uses
}
