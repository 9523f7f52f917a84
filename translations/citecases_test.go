package translations

import "testing"

func TestCitationsStandInTheirCases(t *testing.T) {
	for _, c := range []struct {
		lang, path string
		as         Case
		want       string
	}{
		{"en", "ch2/art6/2", CiteIn, "in article 6, paragraph 2"},
		{"en", "art9bis", CiteNew, "a new article 9 bis"},
		{"fr", "ch2/art6/2", CiteIn, "au paragraphe 2 de l’article 6"},
		{"fr", "art6/2/a", CiteIn, "à l’alinéa a) du paragraphe 2 de l’article 6"},
		{"fr", "art7", CiteIt, "l’article 7"},
		{"fr", "art7/opening", CiteIn, "au membre de phrase introductif de l’article 7"},
		{"fr", "annex1", CiteIt, "l’annexe I"},
		{"fr", "2bis", CiteNew, "un nouveau paragraphe 2 bis"},
		{"fr", "art9bis", CiteNew, "un nouvel article 9 bis"},
		{"es", "art6/2", CiteIn, "en el artículo 6, párrafo 2"},
		{"es", "art9", CiteAfter, "del artículo 9"},
		{"es", "opening", CiteIt, "la frase inicial"},
		{"ru", "ch2/art6/2", CiteIn, "в пункте 2 статьи 6"},
		{"ru", "art7", CiteIt, "статью 7"},
		{"ru", "art9", CiteAfter, "статьи 9"},
		{"ru", "art7/opening", CiteIn, "во вступительной фразе статьи 7"},
		{"ru", "art9bis", CiteNew, "новую статью 9 bis"},
		{"ru", "preamble", CiteIt, "преамбулу"},
		{"ar", "art6/2", CiteIn, "في الفقرة 2 من المادة 6"},
		{"ar", "art9bis", CiteNew, "المادة 9 مكرر الجديدة"},
		{"zh", "art6/2", CiteIn, "第六条第二款"},
		{"zh", "art9bis", CiteNew, "新的第九条之二"},
	} {
		if got := New(c.lang).CiteCase(c.path, c.as); got != c.want {
			t.Errorf("%s, %s, %d: %q, want %q", c.lang, c.path, c.as, got, c.want)
		}
	}
	if l := New("ar"); !l.Feminine("art7") || l.Feminine("ch2") {
		t.Error("the gender of an Arabic citation is wrong")
	}
}
