package states

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

func TestParseProponents(t *testing.T) {
	state := func(codes ...string) (out []data.Proponent) {
		for _, c := range codes {
			out = append(out, data.Proponent{State: c})
		}
		return out
	}
	named := func(names ...string) (out []data.Proponent) {
		for _, n := range names {
			out = append(out, data.Proponent{Name: n})
		}
		return out
	}
	speaking := func(code, group string) []data.Proponent { return []data.Proponent{{State: code, For: group}} }
	both := func(lists ...[]data.Proponent) []data.Proponent { return slices.Concat(lists...) }
	for _, c := range []struct {
		typed string
		want  []data.Proponent
	}{
		// One State.
		{"egy", state("EGY")},
		{" EGY ", state("EGY")},
		{"Egypt", state("EGY")},
		{"مصر", state("EGY")},
		{"EGIPTO", state("EGY")},
		{"egypte", state("EGY")},
		{"l’Égypte", state("EGY")},
		{"the Netherlands", state("NLD")},
		{"Cote d'Ivoire", state("CIV")},
		{"Turkiye", state("TUR")},
		{"Iran", state("IRN")},
		{"Iran (Islamic Republic of)", state("IRN")},
		{"Iran, Islamic Republic of", state("IRN")},
		{"Korea, Republic of", state("KOR")},
		{"Viet Nam", state("VNM")},
		{"Vietnam", state("VNM")},
		{"Moldova", state("MDA")},
		{"Россия", state("RUS")},
		{"Российская Федерация", state("RUS")},
		{"俄罗斯", state("RUS")},
		{"伊朗", state("IRN")},
		{"اردن", state("JOR")},
		{"إيران", state("IRN")},
		{"Trinidad and Tobago", state("TTO")},
		{"Trinité-et-Tobago", state("TTO")},
		{"البوسنة والهرسك", state("BIH")},
		{"安提瓜和巴布达", state("ATG")},
		{"United Kingdom of Great Britain and Northern Ireland", state("GBR")},
		{"(Spain)", state("ESP")},

		// Beginnings.
		{"Swit", state("CHE")},
		{"Zamb", state("ZMB")},
		{"Niger", state("NER")},
		{"United States", state("USA")},
		{"Reino Unido", state("GBR")},
		{"United", named("United")},
		{"Aust", named("Aust")},
		{"Korea", named("Korea")},
		{"Zam", named("Zam")},
		{"Arab", named("Arab")},

		// Several.
		{"Spain, France", state("ESP", "FRA")},
		{"Spain; France;", state("ESP", "FRA")},
		{"Spain, France, and Italy", state("ESP", "FRA", "ITA")},
		{"Spain and France and Trinidad and Tobago", state("ESP", "FRA", "TTO")},
		{"Trinidad and Tobago and Egypt", state("TTO", "EGY")},
		{"esp fra", named("esp fra")},
		{"Espagne, France et Italie", state("ESP", "FRA", "ITA")},
		{"España, Francia e Italia", state("ESP", "FRA", "ITA")},
		{"España y Trinidad y Tabago", state("ESP", "TTO")},
		{"Испания, Франция и Босния и Герцеговина", state("ESP", "FRA", "BIH")},
		{"مصر والأردن", state("EGY", "JOR")},
		{"مصر، والأردن، ولبنان", state("EGY", "JOR", "LBN")},
		{"مصر والبوسنة والهرسك", state("EGY", "BIH")},
		{"埃及、约旦和黎巴嫩", state("EGY", "JOR", "LBN")},
		{"埃及及约旦", state("EGY", "JOR")},
		{"伊朗伊斯兰共和国和安提瓜和巴布达", state("IRN", "ATG")},
		{"Argentina/Brazil", state("ARG", "BRA")},
		{"Egypt, Egypt, EGY", state("EGY")},
		{"Spain\nFrance", state("ESP", "FRA")},

		// Anybody else.
		{"EU", named("EU")},
		{"NAM", named("NAM")},
		{"Nordic and Baltic States", named("Nordic and Baltic States")},
		{"Core group (Egypt, Jordan and Chad)", named("Core group (Egypt, Jordan and Chad)")},
		{"Group of 77 and China", named("Group of 77 and China")},
		{"G-77/CHINA", named("G-77/CHINA")},
		{"Groupe des 77 et la Chine", named("Groupe des 77 et la Chine")},
		{"77国集团和中国", named("77国集团和中国")},
		{"مجموعة الـ 77 والصين", named("مجموعة الـ 77 والصين")},
		{"Группа 77 и Китай", named("Группа 77 и Китай")},
		{"EU and Egypt", both(named("EU"), state("EGY"))},
		{"Egypt and core group", both(state("EGY"), named("core group"))},
		{"Holy See, EU, Egypt", both(named("Holy See", "EU"), state("EGY"))},
		{"Alliance for Light", named("Alliance for Light")},
		{"大会和平俱乐部", named("大会和平俱乐部")},
		{"حركة عدم الانحياز والأردن", both(named("حركة عدم الانحياز"), state("JOR"))},
		{"埃及代表团", named("埃及代表团")},

		// On behalf of.
		{"Egypt on behalf of NAM", speaking("EGY", "NAM")},
		{"(Egypt on behalf of the Non-Aligned Movement)", speaking("EGY", "Non-Aligned Movement")},
		{"Egypt (for G77)", speaking("EGY", "G77")},
		{"Egypt, on behalf of NAM; Jordan", both(speaking("EGY", "NAM"), state("JOR"))},
		{"Sudan, for the G-77/CHINA", speaking("SDN", "G-77/CHINA")},
		{"Sudan on behalf of the Group of 77 and China, Spain", both(speaking("SDN", "Group of 77 and China"), state("ESP"))},
		{"Egypt on behalf of NAM and Spain", both(speaking("EGY", "NAM"), state("ESP"))},
		{"Egypt on behalf of Jordan and Lebanon", speaking("EGY", "Jordan and Lebanon")},
		{"Egypt on behalf of NAM and Sudan on behalf of the Group of 77 and China", both(speaking("EGY", "NAM"), speaking("SDN", "Group of 77 and China"))},
		{"Spain and France on behalf of EU", both(speaking("ESP", "EU"), speaking("FRA", "EU"))},
		{"Spain, France on behalf of EU", both(state("ESP"), speaking("FRA", "EU"))},
		{"Egypt (on behalf of the Union of Lantern States (ULS)), Chad", both(speaking("EGY", "Union of Lantern States (ULS)"), state("TCD"))},
		{"on behalf of NAM", named("NAM")},
		{"Core group on behalf of NAM", []data.Proponent{{Name: "Core group", For: "NAM"}}},
		{"Égypte au nom du Groupe des 77", speaking("EGY", "Groupe des 77")},
		{"Égypte, au nom de l’Union africaine", speaking("EGY", "Union africaine")},
		{"Australie (pour le Groupe parapluie)", speaking("AUS", "Groupe parapluie")},
		{"Egipto en nombre del Grupo de los 77 y China", speaking("EGY", "Grupo de los 77 y China")},
		{"Cuba, en nombre de la CELAC", speaking("CUB", "CELAC")},
		{"Египет от имени Движения неприсоединения", speaking("EGY", "Движения неприсоединения")},
		{"مصر باسم حركة عدم الانحياز", speaking("EGY", "حركة عدم الانحياز")},
		{"مصر نيابة عن المجموعة العربية والأردن", both(speaking("EGY", "المجموعة العربية"), state("JOR"))},
		{"埃及代表不结盟运动", speaking("EGY", "不结盟运动")},
		{"埃及（代表不结盟运动）、约旦", both(speaking("EGY", "不结盟运动"), state("JOR"))},
		{"代表不结盟运动的埃及", speaking("EGY", "不结盟运动")},
		{"埃及代表77国集团和中国", speaking("EGY", "77国集团和中国")},
		{"\u2068Egypt\u2069, on behalf of \u2068NAM\u2069", speaking("EGY", "NAM")},

		// As others type them.
		{" , ", nil},
		{"EGY; jor", state("EGY", "JOR")},
		{"turkiye, cote d'ivoire", state("TUR", "CIV")},
		{"Niger, Guinea", state("NER", "GIN")},
		{"Tanzania, Russia", state("TZA", "RUS")},
		{"UK, DPRK, us", state("GBR", "PRK", "USA")},
		{"France and Germany", state("FRA", "DEU")},
		{"Antigua and Barbuda", state("ATG")},
		{"Egypt on behalf of NAM, Jordan", []data.Proponent{{State: "EGY", For: "NAM"}, {State: "JOR"}}},
		{"Egypt (on behalf of NAM)", []data.Proponent{{State: "EGY", For: "NAM"}}},
		{"Куба от имени Движения неприсоединения", []data.Proponent{{State: "CUB", For: "Движения неприсоединения"}}},
		{"مصر باسم المجموعة العربية", []data.Proponent{{State: "EGY", For: "المجموعة العربية"}}},
		{"egy, Egypt", state("EGY")},

		// Nothing.
		{"", nil},
		{" ;, ", nil},
		{strings.Repeat("for and ", 1300), named(strings.TrimSpace(strings.Repeat("for and ", 1300)))},
	} {
		t.Run(c.typed, func(t *testing.T) {
			if got := ParseProponents(c.typed); !slices.Equal(got, c.want) {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

func TestEveryStateIsFoundByEveryName(t *testing.T) {
	for _, s := range All() {
		for lang, name := range s.Names {
			for _, typed := range []string{name, strings.ToUpper(name), s.Code} {
				if got := ParseProponents(typed); typed != "NAM" && (len(got) != 1 || got[0].State != s.Code) {
					t.Errorf("%s (%s): %+v, want %s", typed, lang, got, s.Code)
				}
			}
		}
	}
}

// TestAllStatesInOneList joins all States as people do in each language.
func TestAllStatesInOneList(t *testing.T) {
	for lang, and := range map[data.Lang]string{
		data.English: " and ", data.French: " et ", data.Spanish: " y ", data.Russian: " и ", data.Arabic: " و", data.Chinese: "和",
	} {
		var names []string
		var want []data.Proponent
		for _, s := range All() {
			names, want = append(names, s.Names[lang]), append(want, data.Proponent{State: s.Code})
		}
		for _, separator := range []string{", ", "; ", and} {
			got := ParseProponents(strings.Join(names, separator))
			for i := range want {
				if i >= len(got) || got[i] != want[i] {
					t.Errorf("%s with %q: at %s read %+v", lang, separator, names[i], got[min(i, len(got)-1)])
					break
				}
			}
		}
	}
}

func TestProponentsAreReadBackAsWritten(t *testing.T) {
	list := []data.Proponent{{Name: "European Union"}, {State: "EGY", For: "NAM"}, {Name: "Like-minded", For: "LMDC"}}
	for _, s := range All() {
		list = append(list, data.Proponent{State: s.Code})
	}
	for _, lang := range data.Langs {
		written := WriteProponents(list, lang)
		if got := ParseProponents(written); !slices.Equal(got, list) {
			for i := range list {
				if i >= len(got) || got[i] != list[i] {
					t.Errorf("%s: %+v is not read back from %q", lang, list[i], WriteProponents(list[i:i+1], lang))
					break
				}
			}
		}
	}
}

func TestSortProponents(t *testing.T) {
	list := []data.Proponent{
		{State: "ZMB"}, {Name: "Core group"}, {State: "CIV"}, {State: "TUR"}, {State: "CHE"}, {State: "EGY", For: "NAM"}, {State: "EGY"}, {State: "COG"},
	}
	SortProponents(list)
	var got []string
	for _, p := range list {
		got = append(got, p.State+p.Name+p.For)
	}
	if want := "COG Core group CIV EGY EGYNAM CHE TUR ZMB"; strings.Join(got, " ") != want {
		t.Errorf("%s, want %s", strings.Join(got, " "), want)
	}
}

// FuzzProponents holds that nothing typed makes the reader fail, and that no
// letter of a name is lost.
func FuzzProponents(f *testing.F) {
	for _, s := range []string{"Egypt on behalf of NAM, Spain", "埃及（代表不结盟运动）和", "مصر و", "A (B, C", "))((", "on behalf of", "、和，和", "Egypt (for (G77)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, p := range ParseProponents(typed) {
			if p.State == "" && strings.TrimSpace(p.Name) == "" {
				t.Errorf("%q: a proponent without a name", typed)
			}
			for _, name := range []string{p.Name, p.For} {
				if !strings.Contains(visible(typed), name) {
					t.Errorf("%q: %q does not stand there", typed, name)
				}
			}
		}
	})
}

// BenchmarkProponents reads the worst that fits into what is read at all.
func BenchmarkProponents(b *testing.B) {
	for name, typed := range map[string]string{
		"usual": "Egypt on behalf of NAM, Spain and France", "for": strings.Repeat("for and ", longestPart/8-1),
		"behalf": strings.Repeat("Egypt on behalf of a and ", longestPart/25-1), "commas": strings.Repeat("Egypt, ", longestPart/7-1),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				ParseProponents(typed)
			}
		})
	}
}
