package text

import (
	"slices"
	"testing"

	"travaux/data"
)

func TestParseLabel(t *testing.T) {
	for _, c := range []struct{ printed, elem string }{
		{"1.", "1"},
		{"12)", "12"},
		{"1 -", "1"},
		{"1-", "1"},
		{"(1)", "1"},
		{"一、", "1"},
		{"二十三、", "23"},
		{"(a)", "a"},
		{"a)", "a"},
		{"(aa)", "aa"},
		{"(б)", "b"},
		{"с)", "c"},
		{"(ب)", "b"},
		{"(هـ)", "e"},
		{"(و)", "f"},
		{"㈡", "b"},
		{"（十一）", "k"},
		{"(ii)", "ii"},
		{"iv)", "iv"},
		{"’2‘", "ii"},
		{"③", "iii"},
		{"[2.", "2"},
		{"[(b)", "b"},
		{"[7][6] bis.", "7bis"},
		{"٣.", "3"},
		{"（３）", "3"},
		{"3bis", "3bis"},
		{"3 bis.", "3bis"},
		{"5ter.", "5ter"},
		{"13bis", "13bis"},
		{"8 bis.", "8bis"},
		{"(a)bis", "abis"},
		{"b. bis", "bbis"},
		{"c bis.", "cbis"},
		{"e duodecies", "eduodecies"},
		{"ee undecies", "eeundecies"},
		{"c. alt 1", "calt1"},
		{"3 bis alt.", "3bisalt"},
		{"2.2 bis", "2.2bis"},
		{"2.3 alt", "2.3alt"},
		{"OP2 alt", "2alt"},
		{"OP1 alt 2", "1alt2"},
		{"OP 2 alt 2", "2alt2"},
		{"OP1 alt bis", "1altbis"},
		{"OP 1 alt ter", "1altter"},
		{"OP10 bis alt", "10bisalt"},
		{"OP0 bis.", "0bis"},
		{"OP4 bis 1", "4bis1"},
		{"OP1ter", "1ter"},
		{"OP3 supra", "3supra"},
		{"PP3", "pp3"},
		{"3 novies", "3novies"},
		{"3 nonies", "3novies"},
		{"Article 7", "art7"},
		{"ARTICLE 1bis", "art1bis"},
		{"ARTICLE 20 bis", "art20bis"},
		{"[ARTICLE 3", "art3"},
		{"Article 54 ter ante", "art54tersupra"},
		{"Article premier", "art1"},
		{"Artículo 4", "art4"},
		{"Статья 3 бис", "art3bis"},
		{"المادة 3 مكرر", "art3bis"},
		{"المادة 3 مكررا", "art3bis"},
		{"المادة 3 مكرراً", "art3bis"},
		{"المادة 3 مكررًا", "art3bis"},
		{"第三条之二", "art3bis"},
		{"第一百零八條", "art108"},
		{"第1条", "art1"},
		{"第 12 条之二", "art12bis"},
		{"Chapter IX", "ch9"},
		{"Chapitre premier", "ch1"},
		{"Глава XII", "ch12"},
		{"Глава ХII", "ch12"},
		{"الفصل الثامـن", "ch8"},
		{"الفصل الثاني عشر", "ch12"},
		{"第十九章", "ch19"},
		{"Part II", "part2"},
		{"第二部分", "part2"},
		{"SUBSECTION E.", "subsece"},
		{"Annex III", "annex3"},
		{"Option 1", "opt1"},
		{"[Option B:", "opt2"},
		{"Variante 2", "opt2"},
		{"Opción 0", "opt0"},
		{"Вариант 1", "opt1"},
		{"الخيار 3", "opt3"},
		{"备选案文2", "opt2"},
		{"备选案文一：", "opt1"},
		{"附件二", "annex2"},
	} {
		t.Run(c.printed, func(t *testing.T) {
			l, ok := ParseLabel(c.printed)
			if !ok || l.Elem() != c.elem || l.Printed != c.printed {
				t.Errorf("got %q, %v (%+v); want %q", l.Elem(), ok, l, c.elem)
			}
		})
	}
	for _, s := range []string{"", "later", "(no label)", "water", "matter", "The", "Article", "(hereinafter", "of"} {
		if l, ok := ParseLabel(s); ok {
			t.Errorf("%q taken for %+v", s, l)
		}
	}
}

func TestLabelsSortAsInDrafts(t *testing.T) {
	want := []string{"OP0", "OP1", "OP1 alt", "OP1 alt 2", "OP1 bis", "OP1 bis alt", "OP1 ter", "OP2", "2.2", "2.2 bis", "2.3", "OP3 supra", "OP3", "3 bis", "[7][6] bis.", "OP10 bis alt"}
	labels := make([]Label, len(want))
	for i, s := range want {
		labels[i], _ = ParseLabel(s)
	}
	got := slices.Clone(labels)
	slices.Reverse(got)
	slices.SortStableFunc(got, Label.Compare)
	for i := range want {
		if got[i].Printed != want[i] {
			t.Errorf("place %d: %q, want %q", i, got[i].Printed, want[i])
		}
	}
}

func TestDetectLang(t *testing.T) {
	for want, s := range map[data.Lang]string{
		data.English: "The States Parties to the present Convention shall cooperate with each other.",
		data.French:  "Les États parties à la présente Convention coopèrent dans le cadre des accords.",
		data.Spanish: "Los Estados partes en la presente Convención cooperarán en el marco de los acuerdos.",
		data.Russian: "Государства-участники сотрудничают друг с другом.",
		data.Arabic:  "تتعاون الدول الأطراف فيما بينها وفقا لأحكام هذه الاتفاقية A/RES/79/243.",
		data.Chinese: "缔约国应当根据本公约的规定 A/RES/79/243 开展合作。",
	} {
		if got := DetectLang(s); got != want {
			t.Errorf("%s: got %s", want, got)
		}
	}
	if got := DetectLang("1 2 3 ..."); got != data.English {
		t.Errorf("nothing to go by: %s", got)
	}
}

func TestFindSymbols(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"resolution A/RES/75/240.", []string{"A/RES/75/240"}},
		{"(A/75/816, A/76/135; A/68/98*)", []string{"A/75/816", "A/76/135", "A/68/98*"}},
		{"S/PV.9000 (Resumption 1) and A/CONF.232/2023/L.3*", []string{"S/PV.9000 (Resumption 1)", "A/CONF.232/2023/L.3*"}},
		{"المادة 5 (أ) من A/AC.291/22/Rev.1 والوثيقة", []string{"A/AC.291/22/Rev.1"}},
		{"见A/C.1/78/L.60/Rev.1号和UNEP/PP/INC.3/INF/1", []string{"A/C.1/78/L.60/Rev.1", "UNEP/PP/INC.3/INF/1"}},
		{"A/RES/S-32/1", []string{"A/RES/S-32/1"}},
		{"and/or, http://a/b, N/A", nil},
	} {
		var got []string
		for _, p := range FindSymbols(c.text) {
			got = append(got, string([]rune(c.text)[p.Start:p.End]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q", c.text, got)
		}
	}
}
