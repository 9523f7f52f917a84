package align

import "testing"

func TestPeel(t *testing.T) {
	for _, c := range []struct{ name, text, number, words string }{
		{"none", "The Parties shall act.", "", "The Parties shall act."},
		{"nothing", "", "", ""},
		{"number", "3. The Parties", "/3", " The Parties"},
		{"number without a space", "3.The Parties", "/3", "The Parties"},
		{"sub-number", "2.1 The Parties", "/2.1", " The Parties"},
		{"sub-number with a full stop", "2.1. The Parties", "/2.1", " The Parties"},
		{"bis", "3 bis. The Parties", "/3bis", " The Parties"},
		{"bis in one word", "3bis. The Parties", "/3bis", " The Parties"},
		{"bis behind the bracket", "(a) bis soil;", "/abis", " soil;"},
		{"operative paragraph", "OP1 Urges States", "op1", " Urges States"},
		{"operative paragraph between others", "OP1 bis alt2 Urges States", "op1bisalt2", " Urges States"},
		{"preambular paragraph", "[PP3 alt2 Recalling", "pp3alt2", "[ Recalling"},
		{"a percentage is no number", "2.1 per cent of the value", "", "2.1 per cent of the value"},
		{"letter in brackets", "(b) soil;", "/b", " soil;"},
		{"fr: letter", "b)\u00A0Les sols ;", "/b", "\u00A0Les sols ;"},
		{"roman", "(iv) soil;", "/iv", " soil;"},
		{"square bracket", "[2. The Parties]", "/2", "[ The Parties]"},
		{"square bracket round the number", "[2]. The Parties", "/2", "[ The Parties"},
		{"two numbers", "1. (a) soil;", "/1/a", " soil;"},
		{"a number and an option", "3. Option A: “Tool” means", "/3optiona", " “Tool” means"},
		{"an option alone", "OPTION II:", "optionii", ""},
		{"an option with a remark", "OPTION I (merging articles 15 and 19):", "optioni", "(merging articles 15 and 19):"},
		{"an option in a sentence", "Option A is preferred.", "", "Option A is preferred."},
		{"article", "Article 4 bis", "article4bis", ""},
		{"article marked as a heading", "#H Article 4 bis", "article4bis", ""},
		{"title marked as such", "#T Use of terms", "", "Use of terms"},
		{"part and its title", "PART II Marine genetic resources", "partii", "Marine genetic resources"},
		{"an article in a sentence", "Article 5 applies mutatis mutandis.", "", "Article 5 applies mutatis mutandis."},
		{"fr: first article", "Article premier", "articlepremier", ""},
		{"es", "Artículo 12", "artículo12", ""},
		{"ru", "Статья\u00A012", "статья12", ""},
		{"ru: chapter", "Глава II Преступления", "главаii", "Преступления"},
		{"ar: article", "المادة 12", "المادة12", ""},
		{"ar: chapter", "الفصل الأول", "الفصلالاول", ""},
		{"ar: number", "2 - تتعاون الأطراف", "/2", " تتعاون الأطراف"},
		{"ar: letter", "(ب) الهواء", "/ب", " الهواء"},
		{"ar: number of the third level", "’1‘ الهواء", "/1", " الهواء"},
		{"zh: article", "第十二条", "第十二条", ""},
		{"zh: article between others", "第三条之二", "第三条之二", ""},
		{"zh: paragraph", "二、各缔约国", "/二", "各缔约国"},
		{"zh: letter", "㈢ 合作", "㈢", " 合作"},
		{"zh: letter above ten", "(十一) 合作", "/十一", " 合作"},
		{"zh: an article in a sentence", "第五条所述措施应当公布。", "", "第五条所述措施应当公布。"},
		{"a year is no number", "2024. The Conference", "", "2024. The Conference"},
		{"a word is no number", "act. The Conference", "", "act. The Conference"},
	} {
		t.Run(c.name, func(t *testing.T) {
			number, words, _ := peel(c.text, false)
			if number != c.number || words != c.words {
				t.Errorf("%q is %q and %q, not %q and %q", c.text, number, words, c.number, c.words)
			}
		})
	}
}

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       float64
	}{
		{"nothing", "", "", 0},
		{"the same", "Parties shall act.", "Parties shall act.", 1},
		{"the same under another number, in capitals", "(a) Parties shall act", "(b) PARTIES shall act;", 1},
		{"no word", "Parties shall act.", "Tuna is a fish.", 0},
		{"half of the words, no pair of them", "tuna cod", "cod tuna", 2. / 3},
		{"zh: half of the characters", "海洋资源", "海洋环境", 3. / 7},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, back := Similarity(c.a, c.b), Similarity(c.b, c.a)
			if got != back || got < c.want-1e-9 || got > c.want+1e-9 {
				t.Errorf("%v, back %v, not %v", got, back, c.want)
			}
		})
	}
}
