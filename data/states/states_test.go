package states

import (
	"strings"
	"testing"
	"unicode"

	"travaux/data"
)

func TestAllMembersInAllLanguages(t *testing.T) {
	if n := len(All()); n != 193 {
		t.Errorf("%d Member States, want 193", n)
	}
	groups := map[Group]int{}
	codes := map[string]bool{}
	names := map[data.Lang]map[string]string{}
	for _, s := range All() {
		groups[s.Group]++
		if codes[s.Code] || len(s.Code) != 3 {
			t.Errorf("code %q is bad or given twice", s.Code)
		}
		codes[s.Code] = true
		if len(s.Names) != len(data.Langs) {
			t.Errorf("%s: %d names", s.Code, len(s.Names))
		}
		for _, lang := range data.Langs {
			name := s.Names[lang]
			if name == "" || strings.TrimSpace(name) != name || strings.Contains(name, "'") {
				t.Errorf("%s %s: %q", s.Code, lang, name)
			}
			if script := scripts[lang]; script != nil && !strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(script, r) }) {
				t.Errorf("%s %s: not in the language's script: %q", s.Code, lang, name)
			}
			if names[lang] == nil {
				names[lang] = map[string]string{}
			}
			if other := names[lang][name]; other != "" {
				t.Errorf("%s: %s and %s are both %q", lang, s.Code, other, name)
			}
			names[lang][name] = s.Code
		}
	}
	want := map[Group]int{Africa: 54, AsiaPacific: 54, EasternEurope: 23, LatinAmerica: 33, WesternEurope: 28 + 1}
	for g, n := range want {
		if groups[g] != n {
			t.Errorf("%s: %d States, want %d", g, groups[g], n)
		}
	}
	if len(groups) != len(want) {
		t.Errorf("groups %v", groups)
	}
}

var scripts = map[data.Lang]*unicode.RangeTable{data.Arabic: unicode.Arabic, data.Russian: unicode.Cyrillic, data.Chinese: unicode.Han}

func TestNamesAreThoseOfTheUnitedNations(t *testing.T) {
	cases := []struct {
		code string
		lang data.Lang
		want string
	}{
		{"TUR", data.English, "Türkiye"},
		{"TUR", data.Spanish, "Türkiye"},
		{"TUR", data.Russian, "Турция"},
		{"CIV", data.English, "Côte d’Ivoire"},
		{"CIV", data.Chinese, "科特迪瓦"},
		{"IRN", data.English, "Iran (Islamic Republic of)"},
		{"RUS", data.English, "Russian Federation"},
		{"PRK", data.English, "Democratic People’s Republic of Korea"},
		{"BOL", data.French, "Bolivie (État plurinational de)"},
		{"CZE", data.English, "Czechia"},
		{"MKD", data.Spanish, "Macedonia del Norte"},
		{"SWZ", data.English, "Eswatini"},
		{"CPV", data.French, "Cabo Verde"},
		{"GBR", data.English, "United Kingdom of Great Britain and Northern Ireland"},
		{"VNM", data.English, "Viet Nam"},
		{"CHE", data.French, "Suisse"},
		{"EGY", data.Arabic, "مصر"},
		{"XKX", data.English, ""},
		{"", data.English, ""},
	}
	for _, c := range cases {
		if got := Name(c.code, c.lang); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.code, c.lang, got, c.want)
		}
	}
	for _, s := range All() {
		switch s.Names[data.English] {
		case "Turkey", "Iran", "Russia", "North Korea", "South Korea", "Syria", "Swaziland", "Macedonia", "Vietnam", "United States", "United Kingdom", "Taiwan", "Palestinian Territories", "Burma", "Cape Verde", "Czech Republic":
			t.Errorf("%s is not the name the United Nations uses", s.Names[data.English])
		}
	}
}

func TestTheTableCannotBeChangedFromOutside(t *testing.T) {
	All()[0].Code = "XXX"
	if All()[0].Code != "AFG" {
		t.Error("a caller changed the table")
	}
}
