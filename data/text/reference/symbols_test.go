package reference

import (
	"strings"
	"testing"

	"travaux/data"
)

func named(symbols []Symbol) string {
	var out []string
	for _, s := range symbols {
		line := s.Name
		for _, p := range s.Pointers {
			line += " " + p.Address.String()
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func TestSymbols(t *testing.T) {
	for _, c := range []struct {
		name string
		lang data.Lang
		text string
		want string
	}{
		{"preambular paragraph", data.English, "norms (A/RES/76/19, PP3).", "A/RES/76/19 pre/pp3"},
		{"point", data.English, "A/75/816, para. 71 (g)", "A/75/816 71/g"},
		{"paragraphs", data.English, "A/75/816, paras. 8–10, and others", "A/75/816 8 9 10"},
		{"annex", data.English, "A/68/98*, annex, para. 8 (a)", "A/68/98 annex/8/a"},
		{"chapter of a part", data.English, "A/CONF.157/24 (Part I), chap. III.", "A/CONF.157/24 (Part I) ch3"},
		{"article", data.English, "A/CN.4/L.682, art. 6.2", "A/CN.4/L.682 art6/2"},
		{"list", data.English, "(A/75/816, A/76/135, A/RES/76/19; A/RES/77/36)", "A/75/816; A/76/135; A/RES/76/19; A/RES/77/36"},
		{"in words", data.English, "General Assembly resolution 75/240 of 31 December 2020", "A/RES/75/240"},
		{"several in words", data.English, "resolutions 73/27 of 5 December 2018, 73/266 and, later, 76/19", "A/RES/73/27; A/RES/73/266; A/RES/76/19"},
		{"security council", data.English, "paragraph 5 of resolution 2341 (2017)", "S/RES/2341 (2017) 5"},
		{"written with a year", data.English, "S/RES/2341(2017), OP 4", "S/RES/2341 (2017) 4"},
		{"early sessions", data.English, "resolution 217 A (III) and resolution 2625 (XXV), annex", "A/RES/217(III)A; A/RES/2625(XXV) annex"},
		{"human rights council", data.English, "Human Rights Council resolution 41/11", "A/HRC/RES/41/11"},
		{"economic and social council", data.English, "its resolution 1996/31", "E/RES/1996/31"},
		{"special session", data.English, "resolution S-32/1", "A/RES/S-32/1"},
		{"decision", data.English, "decision 62/557", "A/DEC/62/557"},
		{"of a conference of parties", data.English, "decisions 1/CP.21, paragraph 53, and 14/CMA.1", "1/CP.21 53; 14/CMA.1"},
		{"somebody's decision", data.English, "decision 15/4 and the 24/7 network", ""},
		{"french", data.French, "la résolution 75/240 de l’Assemblée générale et le paragraphe 5 de la résolution 2341 (2017)", "A/RES/75/240; S/RES/2341 (2017) 5"},
		{"french pointer", data.French, "(A/RES/76/19, alinéa 3 du préambule ; A/75/816, par. 71 g))", "A/RES/76/19 pre/pp3; A/75/816 71/g"},
		{"spanish", data.Spanish, "las resoluciones de la Asamblea General 74/247, de 27 de diciembre de 2019, y 75/282", "A/RES/74/247; A/RES/75/282"},
		{"spanish pointer", data.Spanish, "A/79/460, párr. 15", "A/79/460 15"},
		{"russian", data.Russian, "пункт 5 резолюции 2341 (2017) Совета Безопасности и резолюция 75/240 Генеральной Ассамблеи", "S/RES/2341 (2017) 5; A/RES/75/240"},
		{"russian pointer", data.Russian, "A/79/460, пункт 15", "A/79/460 15"},
		{"chinese", data.Chinese, "大会第74/247号和第75/282号决议、安全理事会第2341(2017)号决议第5段", "A/RES/74/247; A/RES/75/282; S/RES/2341 (2017) 5"},
		{"chinese, 号 once for all", data.Chinese, "根据第2712(2023)和2720(2023)号决议", "S/RES/2712 (2023); S/RES/2720 (2023)"},
		{"chinese, named later", data.Chinese, "第1996/31号关于灯塔的决定", "E/DEC/1996/31"},
		{"chinese pointer", data.Chinese, "A/75/816号文件第71(g)段；A/RES/76/19，序言部分第3段", "A/75/816 71/g; A/RES/76/19 pre/pp3"},
		{"chinese early session", data.Chinese, "第377A(V)号决议", "A/RES/377(V)A"},
		{"arabic", data.Arabic, "وقراري الجمعية العامة 74/247 و 75/282 والفقرة 5 من القرار 2341 (2017)", "A/RES/74/247; A/RES/75/282; S/RES/2341 (2017) 5"},
		{"arabic pointer", data.Arabic, "الوثيقة A/75/816، الفقرة 71 (ز)", "A/75/816 71/g"},
		{"arabic early session", data.Arabic, "القرار 217 ألف (د-3)", "A/RES/217(III)A"},
		{"isolated", data.Arabic, "الوثيقة \u2066A/75/816\u2069، الفقرة 2", "A/75/816 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			refs, symbols := Scan(c.text, c.lang)
			if got := named(symbols); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			holds(t, c.text, refs, symbols)
		})
	}
}

// TestPointersAreNoReferences shows that "A/75/816, para. 71" does not point
// into the text that says it.
func TestPointersAreNoReferences(t *testing.T) {
	s := "paragraph 2 of this article (A/75/816, para. 71) and article 4"
	if got := said(s, Find(s, data.English)); got != "paragraph 2 of this article = this-article/2; article 4 = art4" {
		t.Error(got)
	}
}

func TestWordsOfSymbols(t *testing.T) {
	for text, want := range map[string]string{
		"Recalling General Assembly resolutions 73/27 and 73/266": "General Assembly resolutions 73/27|73/266",
		"The Security Council, in its resolution 2341 (2017), ":   "resolution 2341 (2017)",
		"Economic and Social Council resolution 2021/4":           "Economic and Social Council resolution 2021/4",
	} {
		var got []string
		for _, s := range Symbols(text, data.English) {
			got = append(got, substring(text, s.Span))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
