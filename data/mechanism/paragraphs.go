package mechanism

import (
	"strings"

	"travaux/data"
)

// Paragraphs makes provisions of the paragraphs of a treaty that know no more than
// their paths ("ch9/art65/1"), as the library keeps them: articles with what is in
// them, without headings. Articles of annexes are left out where there are others;
// a text without three articles is no treaty and gives none.
func Paragraphs(paths, texts []string, lang data.Lang) []data.Provision {
	inside := false // articles outside of annexes
	for _, path := range paths {
		inside = inside || article(path) != "" && !annexed(path)
	}
	var out []data.Provision
	articles := map[string]data.ID{}
	for i, path := range paths {
		a := article(path)
		if a == "" || inside && annexed(path) {
			continue
		}
		id := articles[a]
		if id.IsZero() {
			id = data.NewID()
			articles[a] = id
			out = append(out, data.Provision{ID: id, Kind: data.KindArticle, Path: a, Order: len(out), Text: map[data.Lang]data.Rendering{lang: {}}})
		}
		if path == a {
			out[len(out)-1].Text[lang] = data.Rendering{Text: texts[i]}
			continue
		}
		out = append(out, data.Provision{ID: data.NewID(), Parent: id, Kind: data.KindParagraph, Path: path, Order: len(out), Text: map[data.Lang]data.Rendering{lang: {Text: texts[i]}}})
	}
	if len(articles) < 3 {
		return nil
	}
	return out
}

// article is the path of the article in which a path leads; "" if in none.
func article(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		if number, ok := strings.CutPrefix(part, "art"); ok && number != "" && number[0] >= '0' && number[0] <= '9' {
			return strings.Join(parts[:i+1], "/")
		}
	}
	return ""
}

func annexed(path string) bool { return strings.HasPrefix(path, "annex") }
