package reference

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/text"
)

// said writes references down for comparison: the words, the addresses and
// whose they are; "; " between references.
func said(s string, refs []Ref) string {
	var out []string
	for _, r := range refs {
		line := substring(s, r.Span) + " ="
		for _, p := range r.Parts {
			line += " " + strings.ReplaceAll(p.Address.String(), " ", "-")
		}
		if r.Instrument != Unnamed {
			line += " " + string(r.Instrument)
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

var findCases = []struct {
	name string
	lang data.Lang
	text string
	want string
}{
	{"nothing", data.English, "States Parties shall cooperate.", ""},
	{"article", data.English, "as set out in article 12 and elsewhere", "article 12 = art12"},
	{"to the point", data.English, "under article 12, paragraph 3 (b), the State", "article 12, paragraph 3 (b) = art12/3/b"},
	{"range", data.English, "articles 7 to 11 of this Convention", "articles 7 to 11 of this Convention = art7 art8 art9 art10 art11 own"},
	{"range with a dash", data.English, "Articles 7–9 apply", "Articles 7–9 = art7 art8 art9"},
	{"list", data.English, "articles 5, 6 and 9.", "articles 5, 6 and 9 = art5 art6 art9"},
	{"relative", data.English, "paragraph 2 of this article", "paragraph 2 of this article = this-article/2"},
	{"subparagraph", data.English, "subject to subparagraph (a), a Party", "subparagraph (a) = a"},
	{"sub-paragraphs", data.English, "sub-paragraphs (a) to (c) of this paragraph", "sub-paragraphs (a) to (c) of this paragraph = this-paragraph/a this-paragraph/b this-paragraph/c"},
	{"above", data.English, "paragraphs 1 and 3 above shall", "paragraphs 1 and 3 above = 1 3"},
	{"preceding", data.English, "the preceding paragraph and the following article", "preceding paragraph and the following article = preceding-paragraph following-article"},
	{"decimal", data.English, "article 6.2 shall apply", "article 6.2 = art6/2"},
	{"in brackets", data.English, "Article 2(3)(b)(ii)", "Article 2(3)(b)(ii) = art2/3/b/ii"},
	{"annex", data.English, "annex I, para. 8 (a), and chapter IV", "annex I, para. 8 (a), and chapter IV = annex1/8/a ch4"},
	{"annexed article", data.English, "Annex III, article 4, paragraph 6, and article 13", "Annex III, article 4, paragraph 6, and article 13 = annex3/art4/6 annex3/art13"},
	{"drafts", data.English, "see OP3, OP 10 bis and PP3", "OP3, OP 10 bis and PP3 = 3 10bis pre/pp3"},
	{"preamble", data.English, "preambular paragraph 3 and operative paragraph 4", "preambular paragraph 3 and operative paragraph 4 = pre/pp3 4"},
	{"part", data.English, "Part II, sections 2 and 3, takes part in 2 ways", "Part II, sections 2 and 3 = part2/sec2 part2/sec3"},
	{"points of points", data.English, "article 17, paragraph 1 (a) (i) or (ii) or (b) (i), of this Convention", "article 17, paragraph 1 (a) (i) or (ii) or (b) (i), of this Convention = art17/1/a/i art17/1/a/ii art17/1/b/i own"},
	{"list taken up again", data.English, "articles 57, paragraph 5 (g), 61 and 62 of the Convention", "articles 57, paragraph 5 (g), 61 and 62 of the Convention = art57/5/g art61 art62 bare"},
	{"beside in one article", data.English, "article 40, paragraph 21 (b) and (c) and paragraph 22, of this Convention", "article 40, paragraph 21 (b) and (c) and paragraph 22, of this Convention = art40/21/b art40/21/c art40/22 own"},
	{"of two articles", data.English, "paragraph 1 of article 5 and paragraph 2 of article 6", "paragraph 1 of article 5 and paragraph 2 of article 6 = art5/1 art6/2"},
	{"outer part at the end", data.English, "article 5, paragraph 1, and paragraph 2 of article 6", "article 5, paragraph 1, and paragraph 2 of article 6 = art5/1 art6/2"},
	{"with one of its own", data.English, "this article and article 50 of this Convention", "this article and article 50 of this Convention = this-article art50 own"},
	{"suffixes", data.English, "article 7 bis, paragraph 3 ter (b) bis", "article 7 bis, paragraph 3 ter (b) bis = art7bis/3ter/bbis"},
	{"charter", data.English, "Article 33 of the Charter applies", "Article 33 of the Charter = art33 bare"},
	{"vienna", data.English, "articles 2 and 3 of the Vienna Convention on the Law of Treaties", "articles 2 and 3 of the Vienna Convention on the Law of Treaties = art2 art3 named"},
	{"that protocol", data.English, "article 4 of that Protocol", "article 4 of that Protocol = art4 named"},
	{"resolution", data.English, "paragraph 5 of General Assembly resolution 75/240", "paragraph 5 of General Assembly resolution 75/240 = 5 named"},
	{"not the agenda", data.English, "chapter 3 of the agenda", ""},
	{"not a quantity", data.English, "under paragraph 1 or 30 days later", "paragraph 1 = 1"},
	{"not an enumeration", data.English, "the article(s) concerned, at this point, 2 articles", ""},
	{"end of a sentence", data.English, "of this Annex. 5. The Parties", "this Annex = this-annex"},
	{"bracketed numbers", data.English, "paragraphs (1) and (2) of Article 5 and article 7 (1) and (2)", "paragraphs (1) and (2) of Article 5 and article 7 (1) and (2) = art5/1 art5/2 art7/1 art7/2"},
	{"hyphen", data.English, "article 5-bis and article 5–7", "article 5-bis and article 5–7 = art5bis art5 art6 art7"},
	{"contested number", data.English, "article [7][6] bis, paragraph 2", "article [7][6] bis, paragraph 2 = art7bis/2"},
	{"no number yet", data.English, "article [X] and article [x]", ""},
	{"paragraph in brackets", data.English, "article 6[, paragraph 2], and [article 7]", "article 6[, paragraph 2 = art6/2; article 7 = art7"},
	{"short name", data.English, "article 17 of the ICCPR", "article 17 of the ICCPR = art17 named"},
	{"chapeau", data.English, "the chapeau of article 5", "chapeau of article 5 = art5/opening"},
	{"brackets of a draft", data.English, "article [7], paragraph 2", "article [7], paragraph 2 = art7/2"},
	{"scanned one", data.English, "referred to in paragraph l(f), the Parties", "paragraph l(f) = 1/f"},

	{"1er", data.French, "l’article 1er du présent Accord", "article 1er du présent Accord = art1 own"},
	{"par.", data.French, "l’art. 5, par. 2 a)", "art. 5, par. 2 a) = art5/2/a"},
	{"alinéa", data.French, "l’alinéa a) du paragraphe 2 de l’article 6", "alinéa a) du paragraphe 2 de l’article 6 = art6/2/a"},
	{"deux paragraphes", data.French, "aux paragraphes 1 et 2 de l'article 5", "paragraphes 1 et 2 de l'article 5 = art5/1 art5/2"},
	{"article premier", data.French, "l’article premier et le chapitre IV", "article premier et le chapitre IV = art1 ch4"},
	{"présent", data.French, "Aux fins du paragraphe 2 du présent article", "paragraphe 2 du présent article = this-article/2"},
	{"coordonnés", data.French, "aux alinéas b) et c) du paragraphe 21 et au paragraphe 22 de l’article 40 de la présente Convention", "alinéas b) et c) du paragraphe 21 et au paragraphe 22 de l’article 40 de la présente Convention = art40/21/b art40/21/c art40/22 own"},
	{"sous-alinéas", data.French, "aux alinéas a) i) ou ii) ou b) i) du paragraphe 1 de l’article 17", "alinéas a) i) ou ii) ou b) i) du paragraphe 1 de l’article 17 = art17/1/a/i art17/1/a/ii art17/1/b/i"},
	{"dudit", data.French, "paragraphe 1 du présent article et l’alinéa a) ii) dudit paragraphe", "paragraphe 1 du présent article et l’alinéa a) ii) dudit paragraphe = this-article/1 that-paragraph/a/ii"},
	{"ci-dessus", data.French, "les paragraphes 1 à 3 ci-dessus", "paragraphes 1 à 3 ci-dessus = 1 2 3"},
	{"précédent", data.French, "au paragraphe précédent", "paragraphe précédent = preceding-paragraph"},
	{"préambule", data.French, "l’alinéa 3 du préambule", "alinéa 3 du préambule = pre/pp3"},
	{"charte", data.French, "l’Article 33 de la Charte des Nations Unies", "Article 33 de la Charte des Nations Unies = art33 named"},
	{"accords quelconques", data.French, "visée à l’article 57, des accords fixant", "article 57 = art57"},
	{"lettre seule", data.French, "au paragraphe 1, b, de l’article 86", "paragraphe 1, b, de l’article 86 = art86/1/b"},

	{"literal", data.Spanish, "el literal a) del numeral 2 del artículo 5", "literal a) del numeral 2 del artículo 5 = art5/2/a"},
	{"apartado con número", data.Spanish, "el apartado 2 del artículo 5", "apartado 2 del artículo 5 = art5/2"},
	{"artículo", data.Spanish, "el artículo 6, párrafo 2 a), de la presente Convención", "artículo 6, párrafo 2 a), de la presente Convención = art6/2/a own"},
	{"apartado", data.Spanish, "el apartado b) del párrafo 1 del artículo 9", "apartado b) del párrafo 1 del artículo 9 = art9/1/b"},
	{"párrafos", data.Spanish, "los párrafos 1 a 3 del presente artículo", "párrafos 1 a 3 del presente artículo = this-article/1 this-article/2 this-article/3"},
	{"incisos", data.Spanish, "el párrafo 1 a) i) o ii) de este artículo", "párrafo 1 a) i) o ii) de este artículo = this-article/1/a/i this-article/1/a/ii"},
	{"inciso primero", data.Spanish, "el inciso c, párrafo 1, del Artículo 86", "inciso c, párrafo 1, del Artículo 86 = art86/1/c"},
	{"otro o", data.Spanish, "con arreglo al artículo 31 o el artículo 50 de la presente Convención", "artículo 31 o el artículo 50 de la presente Convención = art31 art50 own"},
	{"preámbulo", data.Spanish, "el párrafo 3 del preámbulo", "párrafo 3 del preámbulo = pre/pp3"},
	{"carta", data.Spanish, "el Artículo 33 de la Carta de las Naciones Unidas", "Artículo 33 de la Carta de las Naciones Unidas = art33 named"},
	{"no una cosa", data.Spanish, "la ubicación de todo artículo o cuenta pertinente", ""},

	{"подпункт", data.Russian, "в подпункте a) пункта 2 статьи 6", "подпункте a) пункта 2 статьи 6 = art6/2/a"},
	{"в статье", data.Russian, "указанные в статье 12 настоящей Конвенции", "статье 12 настоящей Конвенции = art12 own"},
	{"статьями", data.Russian, "в соответствии со статьями 7–11 настоящей Конвенции", "статьями 7–11 настоящей Конвенции = art7 art8 art9 art10 art11 own"},
	{"пунктов", data.Russian, "положения пунктов 1 и 3 настоящей статьи", "пунктов 1 и 3 настоящей статьи = this-article/1 this-article/3"},
	{"подпункты подпунктов", data.Russian, "с подпунктом (i) или (ii) подпункта (а) или подпунктом (i) подпункта (b) пункта 1 статьи 17", "подпунктом (i) или (ii) подпункта (а) или подпунктом (i) подпункта (b) пункта 1 статьи 17 = art17/1/a/i art17/1/a/ii art17/1/b/i"},
	{"и статьями", data.Russian, "подпунктом (g) пункта 5 статьи 57 и статьями 61 и 62 Конвенции", "подпунктом (g) пункта 5 статьи 57 и статьями 61 и 62 Конвенции = art57/5/g art61 art62 bare"},
	{"кириллица", data.Russian, "подпункт в) пункта 2", "подпункт в) пункта 2 = 2/b"},
	{"пункты с буквами", data.Russian, "пункты а) и б) статьи 3", "пункты а) и б) статьи 3 = art3/a art3/b"},
	{"часть статьи", data.Russian, "часть 2 статьи 5", "часть 2 статьи 5 = art5/2"},
	{"сокращённое название", data.Russian, "статьи 17 МПГПП", "статьи 17 МПГПП = art17 named"},
	{"сокращения", data.Russian, "п. 2 ст. 6", "п. 2 ст. 6 = art6/2"},
	{"выше", data.Russian, "в пунктах 5 и 6 выше", "пунктах 5 и 6 выше = 5 6"},
	{"предыдущий", data.Russian, "в предыдущем пункте", "предыдущем пункте = preceding-paragraph"},
	{"преамбула", data.Russian, "пункт 3 преамбулы", "пункт 3 преамбулы = pre/pp3"},
	{"устав", data.Russian, "статья 33 Устава Организации Объединенных Наций", "статья 33 Устава Организации Объединенных Наций = art33 named"},
	{"венская", data.Russian, "статьи 5 Венской конвенции о праве международных договоров", "статьи 5 Венской конвенции о праве = art5 named"},
	{"не повестка дня", data.Russian, "пункт 8 повестки дня", ""},

	{"第六条", data.Chinese, "根据第6条第2款(a)项的规定", "第6条第2款(a)项 = art6/2/a"},
	{"第七条", data.Chinese, "第七条第一款", "第七条第一款 = art7/1"},
	{"第㈠项", data.Chinese, "第二十三条第㈠项", "第二十三条第㈠项 = art23/a"},
	{"本条", data.Chinese, "本条第一款和第二款", "本条第一款和第二款 = this-article/1 this-article/2"},
	{"至", data.Chinese, "本公约第七条至第十条", "本公约第七条至第十条 = art7 art8 art9 art10 own"},
	{"单位在后", data.Chinese, "第七至第九条和第二、第三诸条", "第七至第九条和第二、第三诸条 = art7 art8 art9 art2 art3"},
	{"目", data.Chinese, "第十七条第一款第㈠项第1目或第2目或第㈡项第1目", "第十七条第一款第㈠项第1目或第2目或第㈡项第1目 = art17/1/a/i art17/1/a/ii art17/1/b/i"},
	{"又一款", data.Chinese, "第四十条第二十一款第㈡和第㈢项以及第二十二款", "第四十条第二十一款第㈡和第㈢项以及第二十二款 = art40/21/b art40/21/c art40/22"},
	{"之二", data.Chinese, "第七条之二第三款", "第七条之二第三款 = art7bis/3"},
	{"附件", data.Chinese, "附件一第3段", "附件一第3段 = annex1/3"},
	{"前款", data.Chinese, "前款规定", "前款 = preceding-paragraph"},
	{"序言部分", data.Chinese, "序言部分第3段", "序言部分第3段 = pre/pp3"},
	{"宪章", data.Chinese, "《联合国宪章》第三十三条", "《联合国宪章》第三十三条 = art33 named"},
	{"无书名号", data.Chinese, "根据联合国宪章第七章", "联合国宪章第七章 = ch7 named"},
	{"括号数字", data.Chinese, "第5条第(2)款", "第5条第(2)款 = art5/2"},
	{"至某项", data.Chinese, "第2款(a)至(c)项", "第2款(a)至(c)项 = 2/a 2/b 2/c"},
	{"旧式", data.Chinese, "本条第一项(丑)款", "本条第一项(丑)款 = this-article/1/b"},
	{"并非条款", data.Chinese, "第一项任务、本条例、第三方、下列各项、第75/240号决议", ""},

	{"المادة", data.Arabic, "الفقرة 2 (أ) من المادة 6", "الفقرة 2 (أ) من المادة 6 = art6/2/a"},
	{"المادتين", data.Arabic, "في المادتين 5 و6 من هذه الاتفاقية", "المادتين 5 و6 من هذه الاتفاقية = art5 art6 own"},
	{"المواد", data.Arabic, "أحكام المواد من 7 إلى 11", "المواد من 7 إلى 11 = art7 art8 art9 art10 art11"},
	{"هذه المادة", data.Arabic, "وفقا للفقرتين 1 و 2 من هذه المادة", "للفقرتين 1 و 2 من هذه المادة = this-article/1 this-article/2"},
	{"فرعية", data.Arabic, "الفقرة الفرعية (ب) ’2‘ من الفقرة 1 من المادة 17", "الفقرة الفرعية (ب) ’2‘ من الفقرة 1 من المادة 17 = art17/1/b/ii"},
	{"أو", data.Arabic, "للفقرة 1 (أ) ’1‘ أو ’2‘ أو (ب) ’1‘ من المادة 17", "للفقرة 1 (أ) ’1‘ أو ’2‘ أو (ب) ’1‘ من المادة 17 = art17/1/a/i art17/1/a/ii art17/1/b/i"},
	{"وفي", data.Arabic, "في الفقرة 21 (ب) و (ج) وفي الفقرة 22 من المادة 40", "الفقرة 21 (ب) و (ج) وفي الفقرة 22 من المادة 40 = art40/21/b art40/21/c art40/22"},
	{"ترتيبية", data.Arabic, "الفقرة الأولى من المادة الثالثة والأربعين والفصول السادس والسابع والثاني عشر", "الفقرة الأولى من المادة الثالثة والأربعين والفصول السادس والسابع والثاني عشر = art43/1 ch6 ch7 ch12"},
	{"مكرر", data.Arabic, "الفقرة 3 مكرر (2) من المادة 7 مكرر", "الفقرة 3 مكرر (2) من المادة 7 مكرر = art7bis/3ter"},
	{"السابقة", data.Arabic, "في الفقرة السابقة", "الفقرة السابقة = preceding-paragraph"},
	{"الديباجة", data.Arabic, "الفقرة 3 من الديباجة", "الفقرة 3 من الديباجة = pre/pp3"},
	{"الميثاق", data.Arabic, "المادة 33 من ميثاق الأمم المتحدة", "المادة 33 من ميثاق الأمم المتحدة = art33 named"},
	{"مواد أخرى", data.Arabic, "حيازة المواد الموصوفة أعلاه والوثائق", ""},
}

func TestFind(t *testing.T) {
	for _, c := range findCases {
		t.Run(string(c.lang)+" "+c.name, func(t *testing.T) {
			refs := Find(c.text, c.lang)
			if got := said(c.text, refs); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			holds(t, c.text, refs, nil)
		})
	}
}

// holds checks what is always true of references and symbols.
func holds(t *testing.T, s string, refs []Ref, symbols []Symbol) {
	t.Helper()
	length, at := len([]rune(s)), 0
	inside := func(what string, outer, inner text.Span) {
		if inner.Start < outer.Start || inner.End > outer.End || inner.Start >= inner.End {
			t.Errorf("%s %v is not inside %v", what, inner, outer)
		}
	}
	for _, r := range refs {
		inside("reference", text.Span{Start: at, End: length}, r.Span)
		at = r.Span.End
		if len(r.Parts) == 0 {
			t.Errorf("reference %v points to nothing", r.Span)
		}
		part := r.Span.Start
		for _, p := range r.Parts {
			inside("part", r.Span, p.Span)
			if p.Span.Start < part && p.Span.Start != p.Span.End {
				t.Errorf("part %v stands before %d", p.Span, part)
			}
			part = p.Span.Start
			if p.Address.Base == FromText && len(p.Address.Steps) == 0 {
				t.Errorf("part %v has no address", p.Span)
			}
		}
		if r.Instrument != Unnamed {
			inside("instrument", r.Span, r.Name)
		}
	}
	at = 0
	for _, symbol := range symbols {
		inside("symbol", text.Span{Start: at, End: length}, symbol.Span)
		at = symbol.Span.End
		if symbol.Name == "" {
			t.Errorf("symbol %v has no name", symbol.Span)
		}
		for _, p := range symbol.Pointers {
			inside("pointer", text.Span{End: length}, p.Span)
		}
	}
}

// TestPartsHaveTheirWords shows that every part of a list and of a range has
// words of its own.
func TestPartsHaveTheirWords(t *testing.T) {
	s := "articles 7 to 10, 12 (b) and (c)"
	want := []string{"7", "to", "to", "10", "12 (b)", "(c)"}
	refs := Find(s, data.English)
	if len(refs) != 1 || len(refs[0].Parts) != len(want) {
		t.Fatalf("%s", said(s, refs))
	}
	for i, p := range refs[0].Parts {
		if got := substring(s, p.Span); got != want[i] {
			t.Errorf("part %d is %q, want %q", i, got, want[i])
		}
	}
}

func TestAt(t *testing.T) {
	r := Find("articles 5, 6 and 9", data.English)[0]
	for at, want := range map[int]string{0: "art5", 9: "art5", 12: "art6", 14: "art6", 18: "art9", 99: "art9"} {
		if got := r.At(at).Address.String(); got != want {
			t.Errorf("rune %d: %s, want %s", at, got, want)
		}
	}
}

// TestHostileLists shows that what is spelt out has an end.
func TestHostileLists(t *testing.T) {
	for name, s := range map[string]string{
		"products":  "paragraphs 1 to 199 of articles 1 to 199 of chapters 1 to 199 of parts 1 to 199",
		"a list":    "articles " + strings.Repeat("1, ", 4_000),
		"ranges":    "articles " + strings.Repeat("1 to 199, ", 500),
		"links":     strings.Repeat("paragraph 1 of article 1, ", 1_000),
		"points":    "paragraph 1 " + strings.Repeat("(a)", 4_000),
		"chinese":   strings.Repeat("第一至", 4_000) + "条",
		"quotation": strings.Repeat(`"`, 10_000) + strings.Repeat("「", 10_000),
	} {
		for _, lang := range data.Langs {
			refs, symbols := Scan(s, lang)
			holds(t, s, refs, symbols)
			definitions(s, lang, true)
			parts := 0
			for _, r := range refs {
				parts += len(r.Parts)
			}
			if parts > 20*maxItems+len(s)/8 {
				t.Errorf("%s, %s: %d parts of %d bytes", lang, name, parts, len(s))
			}
		}
	}
}
