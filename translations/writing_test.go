package translations

import (
	"slices"
	"testing"
	"time"
)

func TestDatesAsTheUnitedNationsWritesThem(t *testing.T) {
	cases := []struct {
		lang        string
		last, first string
	}{
		{"en", "31 December 2024", "1 December 2025"},
		{"fr", "31 décembre 2024", "1er décembre 2025"},
		{"es", "31 de diciembre de 2024", "1 de diciembre de 2025"},
		{"ru", "31 декабря 2024 года", "1 декабря 2025 года"},
		{"ar", "31 كانون الأول/ديسمبر 2024", "1 كانون الأول/ديسمبر 2025"},
		{"zh", "2024年12月31日", "2025年12月1日"},
	}
	for _, c := range cases {
		l := New(c.lang)
		if got := l.Date(2024, time.December, 31); got != c.last {
			t.Errorf("%s: %q, want %q", c.lang, got, c.last)
		}
		if got := l.Date(2025, time.December, 1); got != c.first {
			t.Errorf("%s: %q, want %q", c.lang, got, c.first)
		}
	}
	seen := map[string]bool{}
	for m := time.January; m <= time.December; m++ {
		seen[New("ar").Date(2024, m, 2)] = true
	}
	if len(seen) != 12 {
		t.Errorf("%d different Arabic months", len(seen))
	}
}

func TestNumbers(t *testing.T) {
	cases := []struct {
		lang string
		n    int
		want string
	}{
		{"en", 1234567, "1,234,567"},
		{"en", 999, "999"},
		{"en", -1000, "-1,000"},
		{"fr", 1234, "1\u00a0234"},
		{"ru", 1234567, "1\u00a0234\u00a0567"},
		{"es", 1234, "1234"},
		{"es", 12345, "12\u00a0345"},
		{"ar", 1234, "1,234"},
		{"zh", 1234, "1,234"},
	}
	for _, c := range cases {
		if got := New(c.lang).Number(c.n); got != c.want {
			t.Errorf("%s %d: %q, want %q", c.lang, c.n, got, c.want)
		}
	}
}

func TestListsAndQuotationMarks(t *testing.T) {
	three := []string{"a", "b", "c"}
	cases := []struct{ name, got, want string }{
		{"en", New("en").List(three), "a, b and c"},
		{"en two", New("en").List(three[:2]), "a and b"},
		{"en one", New("en").List(three[:1]), "a"},
		{"none", New("en").List(nil), ""},
		{"fr", New("fr").List(three), "a, b et c"},
		{"ru", New("ru").List(three), "a, b и c"},
		{"zh", New("zh").List(three), "a、b和c"},
		{"ar", New("ar").List([]string{"أ", "ب", "ج"}), "أ وب وج"},
		{"es", New("es").List([]string{"España", "Francia"}), "España y Francia"},
		{"es before i", New("es").List([]string{"Francia", "Italia"}), "Francia e Italia"},
		{"es before a diphthong", New("es").List([]string{"agua", "hielo"}), "agua y hielo"},
		{"quote en", New("en").Quote("x"), "“x”"},
		{"quote fr", New("fr").Quote("x"), "«\u00a0x\u00a0»"},
		{"quote ru", New("ru").Quote("x"), "«x»"},
		{"quote ar", New("ar").Quote("س"), "«س»"},
		{"quote zh", New("zh").Quote("x"), "“x”"},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestSortingFollowsTheLanguage(t *testing.T) {
	cases := []struct {
		lang string
		want []string
	}{
		{"es", []string{"nube", "ñandú", "oso"}},
		{"fr", []string{"cote", "coté", "côte", "côté", "Égypte", "Espagne"}},
		{"ru", []string{"Египет", "ёж", "Жуковский"}},
		{"ar", []string{
			"الاتحاد الروسي", "إثيوبيا", "أذربيجان", "الأرجنتين", "إسبانيا", "أستراليا", "ألبانيا", "أورسيلوند", "آيسلندا",
			"باكستان", "البحرين", "جزر البهاما", "جزر سليمان", "جزر القمر", "رومانيا", "سويسرا", "مصر", "النمسا",
		}},
		{"zh", []string{"阿富汗", "巴西", "中国"}},
	}
	for _, c := range cases {
		got := slices.Clone(c.want)
		slices.Reverse(got)
		New(c.lang).Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
}

func TestSymbolsAreIsolatedOnlyWhereNeeded(t *testing.T) {
	cases := []struct{ name, lang, in, want string }{
		{"symbol in Arabic", "ar", "A/RES/75/240", "\u2066A/RES/75/240\u2069"},
		{"numbers in Arabic", "ar", "75/240", "\u206675/240\u2069"},
		{"Arabic in Arabic", "ar", "المادة 3", "المادة 3"},
		{"a numbered paragraph in Arabic", "ar", "2 - على كل طرف", "2 - على كل طرف"},
		{"a numbered paragraph in English", "en", "2 - على كل طرف", "\u20672 - على كل طرف\u2069"},
		{"symbol in English", "en", "A/RES/75/240", "A/RES/75/240"},
		{"Arabic in English", "en", "المادة", "\u2067المادة\u2069"},
		{"nothing to order", "ar", "—", "—"},
	}
	for _, c := range cases {
		if got := New(c.lang).Isolate(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEndonyms(t *testing.T) {
	for _, lang := range Languages {
		if Endonym(lang) == "" || New(lang).RightToLeft() != (lang == "ar") {
			t.Error(lang)
		}
	}
	if Endonym("fr") != "Français" || Endonym("xx") != "" {
		t.Error("Endonym is wrong")
	}
}

func TestCitations(t *testing.T) {
	cases := []struct {
		path string
		want map[string]string
	}{
		{"ch2/art6/2/a", map[string]string{
			"en": "article 6, paragraph 2 (a)", "fr": "alinéa a) du paragraphe 2 de l’article 6", "es": "artículo 6, párrafo 2 a)",
			"ru": "подпункт a) пункта 2 статьи 6", "zh": "第六条第二款第㈠项", "ar": "الفقرة الفرعية (أ) من الفقرة 2 من المادة 6",
		}},
		{"ch3/art17/1/b/ii", map[string]string{
			"en": "article 17, paragraph 1 (b) (ii)", "fr": "alinéa b) ii) du paragraphe 1 de l’article 17", "es": "artículo 17, párrafo 1 b) ii)",
			"ru": "подпункт b) ii) пункта 1 статьи 17", "zh": "第十七条第一款第㈡项第2目", "ar": "الفقرة الفرعية (ب) ’2‘ من الفقرة 1 من المادة 17",
		}},
		{"ch2/art7bis/3ter", map[string]string{
			"en": "article 7 bis, paragraph 3 ter", "fr": "paragraphe 3 ter de l’article 7 bis", "ru": "пункт 3 ter статьи 7 bis",
			"zh": "第七条之二第三款之三", "ar": "الفقرة 3 مكرر (2) من المادة 7 مكرر",
		}},
		{"ch1/art1", map[string]string{"en": "article 1", "fr": "article premier", "ru": "статья 1", "zh": "第一条", "ar": "المادة 1"}},
		{"ch1/art2/a", map[string]string{"en": "article 2 (a)", "fr": "alinéa a) de l’article 2", "es": "artículo 2 a)", "zh": "第二条第㈠项"}},
		{"ch1", map[string]string{"en": "chapter I", "fr": "chapitre premier", "es": "capítulo I", "zh": "第一章", "ar": "الفصل الأول"}},
		{"ch2/sec1", map[string]string{"en": "chapter II, section 1", "fr": "section 1 du chapitre II", "zh": "第二章第一节", "ar": "الفرع الأول من الفصل الثاني"}},
		{"ch4/art14/2/opt1", map[string]string{
			"en": "article 14, paragraph 2, option 1", "fr": "option 1 du paragraphe 2 de l’article 14", "es": "artículo 14, párrafo 2, opción 1",
			"ru": "вариант 1 пункта 2 статьи 14", "zh": "第十四条第二款备选案文1", "ar": "الخيار 1 من الفقرة 2 من المادة 14",
		}},
		{"ch2/art5/2/flush", map[string]string{"en": "article 5, paragraph 2, closing words", "ru": "заключительная фраза пункта 2 статьи 5"}},
		{"pre/opening", map[string]string{"en": "preamble, opening words", "fr": "membre de phrase introductif du préambule", "zh": "序言首句"}},
		{"pre/pp3", map[string]string{
			"en": "preambular paragraph 3", "fr": "alinéa 3 du préambule", "es": "párrafo 3 del preámbulo", "ru": "пункт 3 преамбулы",
			"zh": "序言部分第3段", "ar": "الفقرة 3 من الديباجة",
		}},
		{"annex/2", map[string]string{"en": "annex, paragraph 2", "fr": "paragraphe 2 de l’annexe", "ru": "пункт 2 приложения", "zh": "附件第二款", "ar": "الفقرة 2 من المرفق"}},
		{"annex1/art3/k", map[string]string{"en": "annex I, article 3 (k)", "zh": "附件一第三条第(十一)项"}},
		{"", map[string]string{"en": ""}},
		{"???", map[string]string{"en": "???"}},
	}
	for _, c := range cases {
		for lang, want := range c.want {
			if got := New(lang).Cite(c.path); got != want {
				t.Errorf("%s %s: %q, want %q", lang, c.path, got, want)
			}
		}
	}
}

func FuzzCite(f *testing.F) {
	for _, path := range []string{"ch2/art6/2/a", "annex/art3bis/zz/ii", "7]6bis", "art0/0/ab", "art99999999999999999999"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		for _, lang := range Languages {
			if New(lang).Cite(path) == "" && path != "" {
				t.Errorf("%s: nothing said of %q", lang, path)
			}
		}
	})
}

// A number stands before its words with the mark and the space that the language has.
func TestNumberedWords(t *testing.T) {
	for _, c := range []struct{ lang, label, want string }{
		{"en", "3", "3. x"},
		{"ru", "3", "3. x"},
		{"ar", "3", "3 - x"},
		{"zh", "13", "十三、x"},
		{"zh", "一、", "一、x"},
		{"zh", "㈣", "㈣x"},
		{"zh", "2.", "2. x"},
		{"en", "2.", "2. x"},
		{"en", "2 bis", "2 bis. x"},
		{"ar", "2 bis", "2 مكرر - x"},
		{"zh", "2 bis", "二之二、x"},
		{"en", "2 -", "2 - x"},
		{"en", "(a) bis", "(a) bis x"},
		{"en", "9 of something", "9 of something x"},
		{"en", "", "x"},
	} {
		if got := New(c.lang).Numbered(c.label, "x"); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.lang, c.label, got, c.want)
		}
	}
	for _, c := range []struct {
		lang string
		n    int
		want string
	}{{"en", 2, "(b)"}, {"en", 27, "(aa)"}, {"fr", 2, "b)"}, {"ru", 1, "a)"}, {"ar", 2, "(ب)"}, {"zh", 3, "(c)"}} {
		if got := New(c.lang).Lettered(c.n); got != c.want {
			t.Errorf("%s: item %d is %q, want %q", c.lang, c.n, got, c.want)
		}
	}
	if got := New("zh").QuoteTitle("x"); got != "《x》" {
		t.Errorf("a Chinese title is %q", got)
	}
}
