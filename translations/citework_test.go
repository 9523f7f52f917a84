package translations_test

import (
	"testing"

	"travaux/translations"
)

func TestCiteWork(t *testing.T) {
	for _, c := range []struct {
		name, symbol, title, pointer string
		short                        bool
		want                         map[string]string
	}{
		{"an operative paragraph, short", "A/RES/76/19", "", "OP7", true, map[string]string{
			"en": "A/RES/76/19, OP7", "fr": "A/RES/76/19, par. 7", "es": "A/RES/76/19, párr. 7", "ru": "A/RES/76/19, п. 7",
			"zh": "A/RES/76/19，第7段", "ar": "A/RES/76/19، الفقرة 7",
		}},
		{"a preambular paragraph, short", "A/RES/76/19", "", "PP3", true, map[string]string{
			"en": "A/RES/76/19, PP3", "fr": "A/RES/76/19, al. 3 du préambule", "zh": "A/RES/76/19，序言部分第3段", "ru": "A/RES/76/19, п. 3 преамбулы",
		}},
		{"a point of a report, short", "A/76/135", "", "para. 71 (g)", true, map[string]string{
			"en": "A/76/135, para. 71 (g)", "fr": "A/76/135, par. 71 g)", "es": "A/76/135, párr. 71 g)", "ru": "A/76/135, п. 71 g)", "zh": "A/76/135，第71段(g)分段",
		}},
		{"a treaty, short", "", "Charter of the United Nations", "art. 2.4", true, map[string]string{
			"en": "Charter of the United Nations, art. 2.4", "fr": "Charter of the United Nations, art. 2, par. 4", "ru": "Charter of the United Nations, ст. 2, п. 4",
		}},
		{"an operative paragraph", "A/RES/76/19", "", "OP7", false, map[string]string{
			"en": "paragraph 7 of General Assembly resolution 76/19", "fr": "paragraphe 7 de la résolution 76/19 de l’Assemblée générale",
			"es": "párrafo 7 de la resolución 76/19 de la Asamblea General", "ru": "пункт 7 резолюции 76/19 Генеральной Ассамблеи",
			"zh": "大会第76/19号决议第7段", "ar": "الفقرة 7 من قرار الجمعية العامة 76/19",
		}},
		{"a preambular paragraph of the Council", "S/RES/2728 (2024)", "", "PP3", false, map[string]string{
			"en": "preambular paragraph 3 of Security Council resolution 2728 (2024)", "zh": "安全理事会第2728 (2024)号决议序言部分第3段",
		}},
		{"a point of a report", "A/76/135", "", "para. 71 (g)", false, map[string]string{
			"en": "paragraph 71 (g) of document A/76/135", "fr": "alinéa g) du paragraphe 71 du document A/76/135", "es": "párrafo 71 g) del documento A/76/135",
			"ru": "подпункт g) пункта 71 документа A/76/135", "zh": "A/76/135号文件第71段(g)分段",
		}},
		{"an annex", "A/RES/79/1", "", "annex II, para. 8 (a)", false, map[string]string{
			"en": "annex II, paragraph 8 (a), of General Assembly resolution 79/1", "fr": "alinéa a) du paragraphe 8 de l’annexe II de la résolution 79/1 de l’Assemblée générale",
			"zh": "大会第79/1号决议附件二第8段(a)分段",
		}},
		{"a treaty", "", "Charter of the United Nations", "art. 2.4", false, map[string]string{
			"en": "article 2, paragraph 4, of the Charter of the United Nations",
		}},
		{"a treaty in Chinese", "", "联合国宪章", "art. 2.4", false, map[string]string{"zh": "《联合国宪章》第二条第四款"}},
		{"a suffix", "", "Covenant", "art. 2 bis.1 (a) (ii)", false, map[string]string{"en": "article 2 bis, paragraph 1 (a) (ii), of the Covenant"}},
		{"the whole", "A/RES/76/19", "Rivers", "", false, map[string]string{"en": "General Assembly resolution 76/19", "ru": "резолюция 76/19 Генеральной Ассамблеи"}},
		{"the whole, short", "A/76/135", "", "", true, map[string]string{"en": "A/76/135"}},
		{"a pointer of another making", "A/76/135", "", "box 3", false, map[string]string{"en": "box 3 of document A/76/135"}},
	} {
		for lang, want := range c.want {
			if got := translations.New(lang).CiteWork(c.symbol, c.title, c.pointer, c.short); got != want {
				t.Errorf("%s in %s: got %q, want %q", c.name, lang, got, want)
			}
		}
	}
}

func FuzzCiteWork(f *testing.F) {
	f.Add("A/RES/76/19", "Rivers", "annex II, art. 2 bis.1 (a) (ii)")
	f.Fuzz(func(t *testing.T, symbol, title, pointer string) {
		for _, lang := range translations.Languages {
			translations.New(lang).CiteWork(symbol, title, pointer, true)
			translations.New(lang).CiteWork(symbol, title, pointer, false)
		}
	})
}
