package states

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/data"
)

func TestProponentsAsTyped(t *testing.T) {
	st := func(codes ...string) (list []data.Proponent) {
		for _, c := range codes {
			list = append(list, data.Proponent{State: c})
		}
		return list
	}
	for _, c := range []struct {
		name, typed string
		want        []data.Proponent
	}{
		{"nothing", " , ", nil},
		{"a code", "egy", st("EGY")},
		{"codes", "EGY; jor", st("EGY", "JOR")},
		{"a name", "Egypt", st("EGY")},
		{"without its marks", "turkiye, cote d'ivoire", st("TUR", "CIV")},
		{"how one name begins", "germ", st("DEU")},
		{"a name that others begin with", "Niger, Guinea", st("NER", "GIN")},
		{"how two names begin", "austr", []data.Proponent{{Name: "austr"}}},
		{"a word of a name", "Tanzania, Russia", st("TZA", "RUS")},
		{"a word of two names", "Korea", []data.Proponent{{Name: "Korea"}}},
		{"what it is called", "UK, DPRK, us", st("GBR", "PRK", "USA")},
		{"other languages", "Allemagne، مصر、日本", st("DEU", "EGY", "JPN")},
		{"and", "France and Germany", st("FRA", "DEU")},
		{"and, several", "Chile, Peru y España", st("CHL", "PER", "ESP")},
		{"and within a name", "Antigua and Barbuda", st("ATG")},
		{"and between such names", "Trinidad and Tobago and Bosnia and Herzegovina", st("TTO", "BIH")},
		{"Arabic and", "مصر والأردن", st("EGY", "JOR")},
		{"Chinese and", "中国和日本", st("CHN", "JPN")},
		{"on behalf", "Egypt on behalf of NAM, Jordan", []data.Proponent{{State: "EGY", For: "NAM"}, {State: "JOR"}}},
		{"on behalf, with the article", "Cuba, for; Sudan for the G-77/CHINA", []data.Proponent{{State: "CUB"}, {Name: "for"}, {State: "SDN", For: "G-77/CHINA"}}},
		{"on behalf, in parentheses", "Egypt (on behalf of NAM)", []data.Proponent{{State: "EGY", For: "NAM"}}},
		{"au nom de", "Égypte au nom du Groupe arabe", []data.Proponent{{State: "EGY", For: "Groupe arabe"}}},
		{"от имени", "Куба от имени Движения неприсоединения", []data.Proponent{{State: "CUB", For: "Движения неприсоединения"}}},
		{"代表", "埃及代表不结盟运动", []data.Proponent{{State: "EGY", For: "不结盟运动"}}},
		{"باسم", "مصر باسم المجموعة العربية", []data.Proponent{{State: "EGY", For: "المجموعة العربية"}}},
		{"nobody of the table", "European Union, ICRC", []data.Proponent{{Name: "European Union"}, {Name: "ICRC"}}},
		{"twice", "egy, Egypt", st("EGY")},
		{"too short", "eg", []data.Proponent{{Name: "eg"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ParseProponents(c.typed); !slices.Equal(got, c.want) {
				t.Errorf("%q is %+v, want %+v", c.typed, got, c.want)
			}
		})
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

func TestALongListIsReadAtOnce(t *testing.T) {
	if got := ParseProponents(strings.Repeat("France and Chile et ", 500) + "nobody"); len(got) != 1 {
		t.Errorf("read as %d proponents", len(got))
	}
}

func FuzzParseProponents(f *testing.F) {
	for _, seed := range []string{"egy", "Egypt on behalf of NAM, Jordan", "مصر والأردن", "埃及代表不结盟运动", "a and b and c", "(on behalf of )", "İ for x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, p := range ParseProponents(typed) {
			if p.State == "" && p.Name == "" {
				t.Errorf("%q gives one without a name", typed)
			}
			if utf8.ValidString(typed) && (!utf8.ValidString(p.Name) || !utf8.ValidString(p.For)) {
				t.Errorf("%q is cut within a letter: %+v", typed, p)
			}
		}
	})
}
