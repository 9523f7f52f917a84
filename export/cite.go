package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data"
	"travaux/translations"
)

// containers lists the headings a provision stands under, itself included if
// it is one, outermost first.
func containers(line data.PublicLine) []data.PublicHeading {
	var out []data.PublicHeading
	for _, h := range append(line.Parents[:len(line.Parents):len(line.Parents)], data.PublicHeading{Kind: line.Kind, Label: line.Label, Heading: line.Heading}) {
		if isContainer(h.Kind) {
			out = append(out, h)
		}
	}
	return out
}

// isContainer tells whether provisions of that kind are headings of a paper.
func isContainer(k data.Kind) bool {
	switch k {
	case data.KindPreamble, data.KindPart, data.KindChapter, data.KindSection, data.KindArticle, data.KindAnnex:
		return true
	}
	return false
}

// Cite names a provision as the language cites it at the head of a line:
// "Article 7, paragraph 3 (b)", "Alinéa b) du paragraphe 3 de l’article 7".
// One whose path says nothing is named by what is printed at it.
func Cite(line data.PublicLine, loc *translations.Localizer) string {
	cited := loc.Cite(line.Path)
	if cited == line.Path || strings.TrimSpace(cited) == "" {
		cited = firstOf(line.Label, line.Heading, loc.Name("kind", string(line.Kind)))
	}
	first, size := utf8.DecodeRuneInString(cited)
	return string(unicode.ToUpper(first)) + cited[size:]
}

// firstOf returns the first text that is not blank.
func firstOf(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}
