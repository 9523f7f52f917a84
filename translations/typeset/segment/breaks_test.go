package segment

import (
	"slices"
	"strings"
	"testing"
)

// divided writes a text with "|" at every opportunity within it, "‖" where mandatory.
func divided(text, lang string) string {
	runes := []rune(text)
	var out strings.Builder
	start := 0
	for _, o := range Breaks(runes, lang) {
		out.WriteString(string(runes[start:o.At]))
		if start = o.At; start < len(runes) {
			if o.Mandatory {
				out.WriteString("‖")
			} else {
				out.WriteString("|")
			}
		}
	}
	return out.String()
}

// TestBreaks writes the wanted opportunities into the text itself.
func TestBreaks(t *testing.T) {
	cases := []struct{ name, lang, want string }{
		{"words", "en", "Each |State |Party |shall |act."},
		{"hyphen", "en", "non-|governmental |organizations"},
		{"no-break space", "en", "Mr.\u00A0President |spoke"},
		{"line feed", "en", "one\n‖two"},
		{"carriage return and line feed", "en", "one\r\n‖two"},
		{"zero width space", "en", "very\u200B|long"},
		{"combining mark after a space", "en", "a \u0301b"},
		{"emoji with modifier", "en", "a |👍🏽 |b"},

		{"symbol", "en", "resolution |A/RES/75/240 |of"},
		{"symbol with full stops", "en", "document |A/AC.291/22/Rev.1, |and"},
		{"symbol in brackets", "en", "(see |A/78/L.49/Add.1) |and"},
		{"symbol after a bracket", "en", "it |(A/78/L.49/Add.1) |and"},
		{"symbol after another", "en", "documents |A/78/L.4–|A/78/L.9 |and"},
		{"symbol with hyphen and brackets", "en", "see |WT/MIN(22)/W/22-B |and"},
		{"symbol with letters last", "es", "el |documento |UNEP/CBD/COP/DEC |de"},
		{"symbol in Russian", "ru", "резолюция |A/RES/79/243 |от"},
		{"symbol in French", "fr", "la |résolution |A/RES/79/243 |du"},
		{"symbol in Arabic", "ar", "القرار |A/RES/75/240 |المؤرخ"},
		{"symbol in Chinese", "zh", "第|A/RES/75/240号|决|议"},
		{"not a symbol: alternatives", "en", "and/|or |his/|her"},
		{"not a symbol: capitalised alternatives", "en", "He/|She"},
		{"not a symbol: full stop", "en", "the |U.N. |itself"},

		{"label with full stop", "en", "1. Each |State"},
		{"label bis", "en", "3 bis. Each |State"},
		{"labels in a row", "en", "2. (a) Each |State"},
		{"Roman label", "en", "(iii) The |use"},
		{"label in French", "fr", "a) Les |États"},
		{"label in Spanish", "es", "b) Los |Estados"},
		{"label in Russian", "ru", "с) государства |и |другие"},
		{"label in Arabic", "ar", "(أ) الدول |الأطراف"},
		{"label with digits in Arabic", "ar", "1 - على |الدول"},
		{"label in Chinese brackets", "zh", "（一）缔|约|国"},
		{"label in Chinese with comma", "zh", "十二、缔|约|国"},
		{"bullet", "en", "• Each |State"},
		{"opening word is no label", "en", "So. |What |now"},

		{"numero sign", "ru", "документ |№ 5 |от"},
		{"number in English", "en", "decision |No. 5 |of"},
		{"number in French", "fr", "décision |n° 5 |du"},
		{"number in Spanish", "es", "decisión |núm. 5 |de"},
		{"number in Arabic", "ar", "القرار |رقم 5 |من"},
		{"paragraph abbreviated", "en", "see |par. 3 |of"},
		{"paragraph abbreviated, bracketed", "en", "it |(paras. 3 |and |5)"},
		{"paragraph abbreviated in Russian", "ru", "см. |п. 3 |и"},
		{"section sign", "fr", "voir |§ 12 |du"},
		{"per cent", "fr", "près |de |10 % |des"},
		{"per cent with stop", "es", "un |10 %. |Los"},
		{"per cent in Russian", "ru", "до |10 %, |а"},
		{"thousands", "fr", "les |1 234 567 |euros"},
		{"thousands with decimals", "ru", "около |12 345,6 |тонны"},
		{"year before thousands", "en", "in |2025 |193 |States"},
		{"unit", "en", "of |12 km |from"},
		{"unit in Russian", "ru", "в |2024 г. |и"},
		{"millions", "es", "unos |5 millones |de"},
		{"subparagraph after number", "en", "article 25, |paragraph 3 (a), |of"},
		{"subparagraph in French", "fr", "au |paragraphe 3 a) |de"},
		{"subparagraph in Spanish", "es", "el |párrafo 3 a) |del"},
		{"subparagraph in Russian", "ru", "в |пункте 3 a) |статьи 6"},
		{"subparagraphs in a row", "en", "paragraph 6 (a) (ii) |of"},
		{"subparagraph in Arabic", "ar", "المادة 5 (أ) |من |A/RES/75/240"},
		{"ending", "en", "article 5 bis |of"},
		{"ending in Arabic", "ar", "المادة 5 مكررا |من"},
		{"article", "en", "under |article 6 |of"},
		{"article in French", "fr", "de |l’article 6 |ou |d’alinéa 2 |ou |l'annexe I |de"},
		{"article in Spanish", "es", "en |el |artículo 6 |de"},
		{"article in Russian", "ru", "в |статье 6 |и"},
		{"article in Arabic with particle", "ar", "وفقا |للمادة 6 |من"},
		{"chapter in Roman", "en", "in |chapter IV, |the"},
		{"subparagraph by word", "en", "in |subparagraph (b) |of"},
		{"resolution keeps apart", "en", "resolution |75/240 |of"},
		{"number before a plain word", "en", "the |15 |States |of"},
		{"number after a plain word", "en", "least |15 |States"},

		{"French colon", "fr", "suivant : |les"},
		{"French question", "fr", "Pourquoi ? |Parce"},
		{"French guillemets", "fr", "le |terme |« système |informatique » |désigne"},
		{"French guillemets with mark", "fr", "dit |« oui » ; |puis"},
		{"spaces elsewhere stay", "en", "a |« |b"},

		{"em dash between words", "en", "States—|and |others—|may"},
		{"em dash between spaces", "en", "States |— |and"},
		{"Russian dash", "ru", "государство — |это"},
		{"Spanish raya", "es", "los |Estados |—todos |ellos— |podrán"},
		{"en dash in a range", "en", "articles 5–|7"},

		{"Chinese", "zh", "缔|约|国|应|当|合|作"},
		{"Chinese stops", "zh", "合|作，|促|进|发|展。|各|国"},
		{"Chinese title marks", "zh", "根|据|《联|合|国|宪|章》，|各|国"},
		{"Chinese brackets", "zh", "公|约|（草|案）|的|案|文"},
		{"Chinese curly quotes", "zh", "所|称|“数|据”|是|指"},
		{"Chinese curly quotes after a comma", "zh", "规|定，|“各|国”，|应"},
		{"Chinese nested quotes", "zh", "说|“‘甲’|和|乙”"},
		{"Chinese quote before bracket", "zh", "“数|据”（甲）"},
		{"Chinese dash", "zh", "发|展|——|合|作"},
		{"Chinese ellipsis", "zh", "等……|各|国"},
		{"Chinese middle dot in a name", "zh", "让·|雅|克"},
		{"Chinese wave dash in a range", "zh", "三～|五|年"},
		{"Chinese full-width slash", "zh", "和／|或"},
		{"Chinese quote closing after a space", "zh", "数|据 ”|是"},
		{"Chinese enumeration comma", "zh", "甲、|乙；|丙"},
		{"Chinese article", "zh", "根|据|第十二条|规|定"},
		{"Chinese article in digits", "zh", "根|据|第5条|规|定"},
		{"Chinese article in spaced digits", "zh", "根|据|第 5 条|规|定"},
		{"Chinese date", "zh", "于|2024年|12月|24日|通|过"},
		{"Chinese per cent", "zh", "约|10％|的"},
		{"Chinese with Latin", "zh-Hans", "使|用 |ICT |系|统"},
		{"curly quotes elsewhere", "en", "the |“data” |mean"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := strings.NewReplacer("|", "", "‖", "").Replace(c.want)
			if got := divided(text, c.lang); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestBreaksEnds(t *testing.T) {
	if got := Breaks(nil, "en"); got != nil {
		t.Errorf("empty text: %v", got)
	}
	got := Breaks([]rune("a\n"), "en")
	if want := []Opportunity{{2, true}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestClusters(t *testing.T) {
	cases := []struct {
		name string
		text string
		want []int
	}{
		{"empty", "", []int{0}},
		{"letters", "ab", []int{0, 1, 2}},
		{"accents", "e\u0301e", []int{0, 2, 3}},
		{"Arabic with vowel signs", "حَرْف", []int{0, 2, 4, 5}},
		{"line end", "a\r\nb", []int{0, 1, 3, 4}},
		{"flags", "🇫🇷🇪🇸", []int{0, 2, 4}},
		{"family", "👨\u200D👩\u200D👧", []int{0, 5}},
		{"family after another pictograph", "😀👨\u200D👩", []int{0, 1, 4}},
		{"ideographs", "公约", []int{0, 1, 2}},
		{"variation selector", "葛\U000E0100公", []int{0, 2, 3}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Graphemes([]rune(c.text)); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	cases := []struct{ name, want string }{
		{"empty", ""},
		{"sentence", "States| |Parties|,| |too"},
		{"apostrophe", "l'article| |5"},
		{"number", "1,234.5| |%"},
		{"Arabic", "الدول| |الأطراف"},
		{"Chinese", "缔|约|国|，|各"},
		{"Cyrillic", "статья| |6"},
		{"symbol", "A|/|RES|/|75|/|240"},
		{"spaces together", "a|  |b"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := []rune(strings.ReplaceAll(c.want, "|", ""))
			var parts []string
			boundaries := Words(text)
			for i, end := range boundaries[1:] {
				parts = append(parts, string(text[boundaries[i]:end]))
			}
			if got := strings.Join(parts, "|"); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
