package desk

import (
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/text/reference"
)

// termKey names words whose terms are remembered.
type termKey struct {
	whole *wholeText
	words string
}

// termsIn finds the defined terms of a text in some words.
func (m *memory) termsIn(w *wholeText, words string) []reference.Use {
	return m.termed.of(termKey{w, words}, func() []reference.Use { return w.terms().search.In(words) })
}

// markTerms marks defined terms in what would read.
func (b *columnBuilder) markTerms(d *display, lang data.Lang, reads string) {
	for _, u := range b.memory.termsIn(b.memory.wholes.of(b.text, lang), reads) {
		d.overRead(textview.Mark{Kind: textview.Term, Start: u.Span.Start, End: u.Span.End, Ref: numbered(refTerm, u.Term)})
	}
}
