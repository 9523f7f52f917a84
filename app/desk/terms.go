package desk

import (
	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/text/reference"
)

// glossary is what a text defines in one language.
type glossary struct {
	terms  []reference.Term
	finder *reference.Glossary
}

// glossaryKey names a glossary that is remembered.
type glossaryKey struct {
	text *work.Text
	lang data.Lang
}

func (m *memory) glossary(t *work.Text, lang data.Lang) *glossary {
	return m.glossaries.of(glossaryKey{t, lang}, func() *glossary {
		terms := reference.Terms(t.Provisions, lang)
		return &glossary{terms, reference.NewGlossary(terms, lang)}
	})
}

// uses are the places where the terms of a text are used.
func (m *memory) uses(t *work.Text, lang data.Lang) [][]reference.Use {
	return m.used.of(glossaryKey{t, lang}, func() [][]reference.Use {
		return reference.Uses(t.Provisions, lang, m.glossary(t, lang).terms)
	})
}

// termKey names words whose terms are remembered.
type termKey struct {
	glossary *glossary
	words    string
}

func (m *memory) termsIn(g *glossary, words string) []reference.Use {
	return m.termed.of(termKey{g, words}, func() []reference.Use { return g.finder.In(words) })
}

// markTerms marks defined terms in what would read.
func (b *columnBuilder) markTerms(d *display, lang data.Lang, reads string) {
	for _, u := range b.memory.termsIn(b.memory.glossary(b.text, lang), reads) {
		d.overRead(textview.Mark{Kind: textview.Term, Start: u.Span.Start, End: u.Span.End, Ref: numbered(refTerm, u.Term)})
	}
}
