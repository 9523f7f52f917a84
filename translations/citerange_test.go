package translations

import "testing"

func TestRunsOfProvisionsAreCited(t *testing.T) {
	for _, c := range []struct{ name, lang, first, last, want string }{
		{"one provision", "en", "ch2/art6/2", "ch2/art6/2", "article 6, paragraph 2"},
		{"paragraphs", "en", "ch2/art6/2", "ch2/art6/4", "article 6, paragraphs 2 to 4"},
		{"two paragraphs", "en", "ch2/art6/2", "ch2/art6/3", "article 6, paragraphs 2 and 3"},
		{"paragraphs in Spanish", "es", "ch2/art6/2", "ch2/art6/4", "artículo 6, párrafos 2 a 4"},
		{"two paragraphs in Spanish", "es", "ch2/art6/2", "ch2/art6/3", "artículo 6, párrafos 2 y 3"},
		{"paragraphs in French", "fr", "ch2/art6/2", "ch2/art6/4", "paragraphes 2 à 4 de l’article 6"},
		{"two paragraphs in French", "fr", "ch2/art6/2", "ch2/art6/3", "paragraphes 2 et 3 de l’article 6"},
		{"paragraphs in Russian", "ru", "ch2/art6/2", "ch2/art6/4", "пункты 2–4 статьи 6"},
		{"two paragraphs in Russian", "ru", "ch2/art6/2", "ch2/art6/3", "пункты 2 и 3 статьи 6"},
		{"paragraphs in Arabic", "ar", "ch2/art6/2", "ch2/art6/4", "الفقرات من 2 إلى 4 من المادة 6"},
		{"two paragraphs in Arabic", "ar", "ch2/art6/2", "ch2/art6/3", "الفقرتان 2 و3 من المادة 6"},
		{"paragraphs in Chinese", "zh", "ch2/art6/2", "ch2/art6/4", "第六条第二款至第四款"},
		{"two paragraphs in Chinese", "zh", "ch2/art6/2", "ch2/art6/3", "第六条第二款和第三款"},
		{"points", "en", "ch2/art6/2/a", "ch2/art6/2/c", "article 6, paragraph 2 (a) to (c)"},
		{"two points", "en", "ch2/art6/2/a", "ch2/art6/2/b", "article 6, paragraph 2 (a) and (b)"},
		{"two points in Arabic", "ar", "ch2/art6/2/a", "ch2/art6/2/b", "الفقرتان الفرعيتان (أ) و(ب) من الفقرة 2 من المادة 6"},
		{"points in French", "fr", "ch2/art6/2/a", "ch2/art6/2/c", "alinéas a) à c) du paragraphe 2 de l’article 6"},
		{"points in Chinese", "zh", "ch2/art6/2/a", "ch2/art6/2/c", "第六条第二款第㈠项至第㈢项"},
		{"points in Arabic", "ar", "ch2/art6/2/a", "ch2/art6/2/c", "الفقرات الفرعية من (أ) إلى (ج) من الفقرة 2 من المادة 6"},
		{"points under a point", "en", "ch2/art6/2/a/i", "ch2/art6/2/a/iii", "article 6, paragraph 2 (a) (i) to (iii)"},
		{"articles", "en", "ch2/art6", "ch3/art8", "articles 6 to 8"},
		{"articles in French", "fr", "ch1/art1", "ch1/art3", "articles premier à 3"},
		{"preambular paragraphs", "en", "pre/pp1", "pre/pp3", "preambular paragraphs 1 to 3"},
		{"across articles", "en", "ch2/art6/2", "ch2/art7/1", "article 6, paragraph 2 to article 7, paragraph 1"},
		{"an article and its paragraph", "en", "ch2/art6", "ch2/art6/2", "article 6 to article 6, paragraph 2"},
		{"what has no number", "en", "title", "pre/pp1", "title to preambular paragraph 1"},
		{"levels that differ", "en", "ch2/art6/2/a/i", "ch2/art6/2/b", "article 6, paragraph 2 (a) (i) to article 6, paragraph 2 (b)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := New(c.lang).CiteRange(c.first, c.last); got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}
