package desk

import (
	"strings"

	"travaux/data"
	work "travaux/data/desk"
	"travaux/translations"
)

// quotation is words of a text as they are handed on: in the quotation marks of
// their language, with the place where they stand in that language's own form.
// Words that the text does not have are never handed on as if it had.
func quotation(lang data.Lang, words, first, last string, altered bool) string {
	loc := translations.New(string(lang))
	words = strings.TrimSpace(words)
	if first == "" {
		return loc.Quote(words)
	}
	if altered {
		return loc.T("reader.quotation.proposed", "words", loc.Quote(words), "where", loc.CiteRange(first, last))
	}
	return loc.T("reader.quotation", "words", loc.Quote(words), "where", loc.CiteRange(first, last))
}

// cited are the first and the last provision of a stretch of the text, as they
// are cited: where it takes in all of an article, the article.
func cited(t *work.Text, ids []data.ID) (first, last string) {
	if len(ids) == 0 {
		return "", ""
	}
	a, ok := t.Find(ids[0])
	z, ok2 := t.Find(ids[len(ids)-1])
	if !ok || !ok2 {
		return "", ""
	}
	if strings.HasPrefix(z.Path, a.Path+"/") { // all of it stands in the first
		return a.Path, a.Path
	}
	for z.Depth > a.Depth && endsItsContainer(t, z) { // out to what stands beside the first
		up, ok := t.Find(z.Parent)
		if !ok {
			break
		}
		z = up
	}
	return a.Path, z.Path
}

// endsItsContainer reports whether nothing follows a provision in what it stands
// in.
func endsItsContainer(t *work.Text, p data.Provision) bool {
	for _, next := range t.Provisions[p.Order+1:] {
		if next.Depth <= p.Depth {
			return next.Depth < p.Depth
		}
	}
	return true
}
