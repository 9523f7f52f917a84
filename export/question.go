package export

import (
	"strings"

	"travaux/data"
	"travaux/translations"
)

// QuestionHead names a question at the head of a column: the article above, what it
// is within that below, and all of it in full.
func QuestionHead(q data.PublicQuestion, loc *translations.Localizer) GridColumn {
	if q.Issue != "" {
		return GridColumn{Band: loc.T("matrix.issues"), Label: q.Issue, Words: q.Issue, Wide: true}
	}
	c := GridColumn{Band: bandOf(q.Path, loc), Label: q.Label, Words: loc.Cite(q.Path)}
	if c.Words != "" {
		c.Words = translations.Capital(c.Words)
	}
	if q.Label == "" {
		c.Label = loc.T("matrix.column.whole")
	}
	if q.Proposal > 0 {
		n := loc.Number(q.Proposal)
		c.Label = strings.TrimSpace(loc.T("matrix.column.proposal", "place", q.Label, "n", n))
		c.Words = loc.T("matrix.column.proposal.full", "place", c.Words, "n", n, "verb", loc.Isolate(q.Kind.Verb()), "by", q.By)
	}
	return c
}

// bandOf names the article in a path, or else the outermost part that is cited: the
// preamble, an annex.
func bandOf(path string, loc *translations.Localizer) string {
	segments := strings.Split(path, "/")
	for i := len(segments) - 1; i >= 0; i-- {
		number, ok := strings.CutPrefix(segments[i], "art")
		if ok && number != "" && '0' <= number[0] && number[0] <= '9' {
			return articleHead(number, loc)
		}
	}
	for i := range segments {
		outer := strings.Join(segments[:i+1], "/")
		if cited := loc.Cite(outer); cited != outer {
			return translations.Capital(cited)
		}
	}
	return path
}

// articleHead names an article shortly, one that was inserted as it is cited: "Art. 7
// bis", "第7条之二".
func articleHead(number string, loc *translations.Localizer) string {
	base := number[:len(number)-len(strings.TrimLeft(number, "0123456789"))]
	behind, ok := strings.CutPrefix(loc.Cite("art"+number), loc.Cite("art"+base))
	if !ok {
		base, behind = number, ""
	}
	return loc.T("matrix.article", "n", base) + behind
}
