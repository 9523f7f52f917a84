package desk

import (
	"strings"
	"testing"

	"travaux/data"
)

func TestWordsAreHandedOnWithTheirPlace(t *testing.T) {
	s := newStage(t, "en")
	for _, c := range []struct {
		name  string
		paths string
		want  string
	}{
		{"one paragraph", "ch1/art2/1", "article 2, paragraph 1"},
		{"two paragraphs", "ch1/art2/1 ch1/art2/2", "article 2, paragraphs 1 and 2"},
		{"points", "ch1/art1/a ch1/art1/b", "article 1 (a) and (b)"},
		{"an article and what is in it", "ch1/art1 ch1/art1/a ch1/art1/b", "article 1"},
		{"up to a paragraph of the next article", "ch1/art1 ch1/art1/a ch1/art2/1", "article 1 to article 2, paragraph 1"},
		{"up to the end of the next article", "ch1/art1 ch1/art1/a ch1/art2/1 ch1/art2/2", "articles 1 and 2"},
		{"from a point to another article", "ch1/art1/b ch1/art2/1", "article 1 (b) to article 2, paragraph 1"},
		{"from the preamble into an article", "pre/pp1 ch1/art1", "preambular paragraph 1 to article 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ids []data.ID
			for _, path := range strings.Fields(c.paths) {
				ids = append(ids, s.at(path).ID)
			}
			txt, err := s.desk.Current()
			must(t, err)
			first, last := cited(txt, ids)
			if got := quotation(data.English, " be lit ", first, last, false); got != "“be lit” ("+c.want+")" {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestQuotationsAreInTheLanguageOfTheText(t *testing.T) {
	for lang, want := range map[data.Lang]string{
		data.English: "“x” (article 6, paragraph 2 (a))",
		data.French:  "«\u00a0x\u00a0» (alinéa a) du paragraphe 2 de l’article 6)",
		data.Spanish: "“x” (artículo 6, párrafo 2 a))",
		data.Russian: "«x» (подпункт a) пункта 2 статьи 6)",
		data.Arabic:  "«x» (الفقرة الفرعية (أ) من الفقرة 2 من المادة 6)",
		data.Chinese: "“x”（第六条第二款第㈠项）",
	} {
		if got := quotation(lang, "x", "ch2/art6/2/a", "ch2/art6/2/a", false); got != want {
			t.Errorf("%s: %q, not %q", lang, got, want)
		}
	}
	if got := quotation(data.English, "x", "", "", false); got != "“x”" {
		t.Errorf("without a place: %q", got)
	}
}
