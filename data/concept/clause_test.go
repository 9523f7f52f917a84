package concept

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

func TestTheClausesAreAlikeInAllLanguages(t *testing.T) {
	english := templates()[data.English]
	for _, lang := range data.Langs {
		if got, want := len(templates()[lang]), len(english); got != want {
			t.Errorf("%s has %d sections, not %d", lang, got, want)
		}
		for id, want := range english {
			got := templates()[lang][id]
			if len(got.items) != len(want.items) || (got.heading == "") != (want.heading == "") {
				t.Errorf("%s: %s has %d lines, not %d", lang, id, len(got.items), len(want.items))
				continue
			}
			for i, x := range want.items {
				in := func(s string) []string { b := blanks.FindAllString(s, -1); slices.Sort(b); return b }
				if got.items[i].level != x.level || !slices.Equal(in(got.items[i].text), in(x.text)) {
					t.Errorf("%s: line %d of %s is otherwise: %s", lang, i, id, got.items[i].text)
				}
			}
		}
	}
}

func TestEveryBlankIsAParameterAndEveryParameterABlank(t *testing.T) {
	for _, c := range Clauses {
		words := ""
		for _, x := range templates()[data.English][c.ID].items {
			words += x.text
		}
		if words == "" {
			t.Errorf("%s has no words", c.ID)
		}
		for _, p := range c.Params {
			if !strings.Contains(words, "{"+p.Name+"}") {
				t.Errorf("%s does not use %s", c.ID, p.Name)
			}
			if !slices.Contains(p.Choices, p.Default) {
				t.Errorf("%s: the default of %s is not offered", c.ID, p.Name)
			}
			for _, v := range append(p.Choices, p.Default) {
				for _, lang := range data.Langs {
					if Words(p.Kind, v, lang) == "" {
						t.Errorf("%s: %s %d has no words in %s", c.ID, p.Name, v, lang)
					}
				}
			}
		}
		for _, lang := range data.Langs {
			if left := regexp.MustCompile(`\{[a-z-]+\}`).FindString(strings.Join(textsOf(c, lang), " ")); left != "" {
				t.Errorf("%s, %s: %s is no parameter", c.ID, lang, left)
			}
		}
		for _, id := range append(c.Needs, Alternatives(c.ID)...) {
			if _, ok := Find(id); !ok {
				t.Errorf("%s names %s, which is not there", c.ID, id)
			}
		}
	}
}

func textsOf(c Clause, lang data.Lang) []string {
	var out []string
	for _, x := range c.items(nil, lang) {
		out = append(out, x.text)
	}
	return out
}

func TestNumbersInWords(t *testing.T) {
	for _, c := range []struct {
		kind  Kind
		value int
		want  data.Words
	}{
		{Ordinal, 1, six("الأول", "一", "first", "premier", "первого", "primer")},
		{Ordinal, 3, six("الثالث", "三", "third", "troisième", "третьего", "tercer")},
		{Ordinal, 22, six("الثاني والعشرين", "二十二", "twenty-second", "vingt-deuxième", "двадцать второго", "vigésimo segundo")},
		{Ordinal, 35, six("الخامس والثلاثين", "三十五", "thirty-fifth", "trente-cinquième", "тридцать пятого", "trigésimo quinto")},
		{Ordinal, 40, six("الأربعين", "四十", "fortieth", "quarantième", "сорокового", "cuadragésimo")},
		{Ordinal, 43, six("الثالث والأربعين", "四十三", "forty-third", "quarante-troisième", "сорок третьего", "cuadragésimo tercer")},
		{Ordinal, 71, six("الحادي والسبعين", "七十一", "seventy-first", "soixante et onzième", "семьдесят первого", "septuagésimo primer")},
		{Day, 30, six("الثلاثين", "三十", "thirtieth", "trentième", "тридцатый", "trigésimo")},
		{Day, 90, six("التسعين", "九十", "ninetieth", "quatre-vingt-dixième", "девяностый", "nonagésimo")},
		{Day, 80, six("الثمانين", "八十", "eightieth", "quatre-vingtième", "восьмидесятый", "octogésimo")},
		{Ordinal, 99, six("التاسع والتسعين", "九十九", "ninety-ninth", "quatre-vingt-dix-neuvième", "девяносто девятого", "nonagésimo noveno")},
		{Ordinal, 100, six("", "", "", "", "", "")},
		{Period, 6, six("ستة أشهر", "六个月", "six months", "six mois", "шести месяцев", "seis meses")},
	} {
		for _, lang := range data.Langs {
			if got := Words(c.kind, c.value, lang); got != c.want[lang] {
				t.Errorf("%s %d in %s is %q, not %q", c.kind, c.value, lang, got, c.want[lang])
			}
		}
	}
	for _, lang := range data.Langs {
		seen := map[string]int{}
		for n := 1; n <= mostOrdinal; n++ {
			w := ordinal(Ordinal, n, lang)
			if before := seen[w]; w == "" || before > 0 {
				t.Errorf("%s: %d and %d are both %q", lang, before, n, w)
			}
			seen[w] = n
		}
	}
}

func TestAValueThatCannotBeWrittenIsTheDefault(t *testing.T) {
	p := Param{"number", Ordinal, 40, numbers}
	for value, want := range map[int]int{35: 35, 0: 40, -1: 40, 1000: 40} {
		if got := p.Value(map[string]int{"number": value}); got != want {
			t.Errorf("%d is taken as %d, not %d", value, got, want)
		}
	}
	denunciation, _ := Find("denunciation")
	if got := denunciation.Text(nil, data.French); !strings.Contains(got, "une période d’un an à compter") {
		t.Errorf("the French elision is missing: %s", got)
	}
}

func TestTheSkeletonIsOfferedOnce(t *testing.T) {
	first := identified(Skeleton(nil))
	if again := Skeleton(first); len(again) > 0 {
		t.Errorf("it is offered again: %v", again)
	}
	binding, _ := Find("disputes-consent")
	with := identified([]data.Thesis{With(nil, binding)})
	for _, c := range Skeleton(with) {
		if c.Clause == "disputes-binding" {
			t.Error("both clauses on disputes are offered")
		}
	}
	without := slices.DeleteFunc(slices.Clone(first), func(x data.Thesis) bool { return x.Clause == "protocols" })
	again := identified(append(without, Skeleton(without)...))
	var final []string
	for _, x := range Roots(again, Final) {
		final = append(final, x.Clause)
	}
	if i := slices.Index(final, "protocols"); i < 1 || final[i-1] != "amendment" || final[i+1] != "annexes" {
		t.Errorf("a clause that comes again is not in its place: %v", final)
	}
}
