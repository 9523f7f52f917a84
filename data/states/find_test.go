package states

import (
	"slices"
	"testing"

	"travaux/data"
)

func TestFindInTheRegister(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		first       string   // the best; "" for none
		among       []string // others that must be there
		alone       bool
	}{
		{name: "a code", typed: "egy", first: "EGY"},
		{name: "a code in capitals", typed: "EGY", first: "EGY"},
		{name: "a code that is also a group's", typed: "nam", first: "nam", among: []string{"NAM"}},
		{name: "the name of that State", typed: "namibia", first: "NAM", alone: true},
		{name: "a name", typed: "Egypt", first: "EGY", alone: true},
		{name: "a beginning", typed: "egyp", first: "EGY", alone: true},
		{name: "a short beginning", typed: "ni", first: "NIC", among: []string{"NER", "NGA"}},
		{name: "one letter is no beginning", typed: "e"},
		{name: "a State within another's name", typed: "Guinea", first: "GIN", among: []string{"GNB", "GNQ", "PNG"}},
		{name: "an end of two names", typed: "Korea", first: "PRK", among: []string{"KOR"}},
		{name: "an end of one name", typed: "Moldova", first: "MDA", alone: true},
		{name: "a word within a name", typed: "plurin", first: "BOL", alone: true},
		{name: "a formal name", typed: "Kyrgyz Republic", first: "KGZ", alone: true},
		{name: "a formal name with its article", typed: "the Arab Republic of Egypt", first: "EGY", alone: true},
		{name: "an article", typed: "the Gambia", first: "GMB", alone: true},
		{name: "an article with an apostrophe", typed: "l’Égypte", first: "EGY", alone: true},
		{name: "a colloquial name", typed: "Ivory Coast", first: "CIV", alone: true},
		{name: "letters of an alias", typed: "dprk", first: "PRK"},
		{name: "Arabic", typed: "مصر", first: "EGY", alone: true},
		{name: "Arabic without its article", typed: "اردن", first: "JOR"},
		{name: "Arabic without hamza", typed: "اثيوبيا", first: "ETH"},
		{name: "Russian", typed: "егип", first: "EGY", alone: true},
		{name: "Russian letters", typed: "оаэ", first: "ARE"},
		{name: "one character of Chinese", typed: "埃", first: "EGY", among: []string{"ETH"}},
		{name: "Chinese", typed: "埃及", first: "EGY", alone: true},
		{name: "Chinese within a name", typed: "委内瑞拉", first: "VEN"},
		{name: "French without accents", typed: "etats-unis", first: "USA"},
		{name: "Spanish", typed: "Países Bajos", first: "NLD"},
		{name: "an observer", typed: "Holy See", first: "VAT", alone: true},
		{name: "an observer in Russian", typed: "палестина", first: "PSE"},
		{name: "an organization", typed: "interpol", first: "INTERPOL"},
		{name: "the Union and its group", typed: "eu", first: "eu", among: []string{"EU"}},
		{name: "a group", typed: "g77", first: "g77"},
		{name: "a group with a hyphen", typed: "G-77", first: "g77"},
		{name: "a group in full", typed: "Group of 77 and China", first: "g77", alone: true},
		{name: "a group in French", typed: "mna", first: "nam"},
		{name: "a group in Spanish", typed: "MNOAL", first: "nam", alone: true},
		{name: "a group in Russian", typed: "ДН", first: "nam"},
		{name: "a group in Chinese", typed: "不结盟", first: "nam", alone: true},
		{name: "a group in Arabic", typed: "عدم الانحياز", first: "nam"},
		{name: "an alliance", typed: "aosis", first: "aosis"},
		{name: "the regional group", typed: "grulac", first: "latin-america", alone: true},
		{name: "the African Group", typed: "african group", first: "africa", alone: true},
		{name: "nobody", typed: "Atlantis"},
		{name: "nothing", typed: " \u200f "},
		{name: "punctuation", typed: "?!"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range Standard().Find(c.typed) {
				got = append(got, f.Code)
			}
			switch {
			case c.first == "" && len(got) > 0, c.first != "" && (len(got) == 0 || got[0] != c.first), c.alone && len(got) != 1:
				t.Errorf("%q: %v", c.typed, got)
			}
			for _, code := range c.among {
				if !slices.Contains(got, code) {
					t.Errorf("%q: %v without %s", c.typed, got, code)
				}
			}
		})
	}
}

func TestWhatIsWrittenIsFound(t *testing.T) {
	r := Standard()
	check := func(text, code string, group bool, place int) {
		t.Helper()
		found := r.Find(text)
		i := slices.IndexFunc(found, func(f Found) bool { return f.Code == code && f.Group == group })
		if i < 0 || i > place || !found[i].Exact() {
			t.Errorf("%q: %s is not among the first %d of %v", text, code, place+1, found)
		}
	}
	for _, p := range r.Parties() {
		check(p.Code, p.Code, false, 1)
		for _, lang := range data.Langs {
			check(p.Names[lang], p.Code, false, 1)
			if p.Formal[lang] != "" {
				check(p.Formal[lang], p.Code, false, 1)
			}
		}
		for _, alias := range p.Aliases {
			check(alias, p.Code, false, 1)
		}
	}
	for _, g := range r.Groups() {
		check(g.Code, g.Code, true, 1)
		for _, lang := range data.Langs {
			check(g.Names[lang], g.Code, true, 1)
			check(g.Short[lang], g.Code, true, 2)
		}
		for _, alias := range g.Aliases {
			check(alias, g.Code, true, 2)
		}
	}
}

func TestAnInventedStateIsFoundInARegisterThatHasIt(t *testing.T) {
	lantern := data.Party{Code: "LTR", Kind: data.PartyMember, Names: data.Words{data.English: "Lanternia"}, Aliases: []string{"lamp"}}
	friends := data.Grouping{Code: "friends", Kind: data.GroupPolitical, Names: data.Words{data.English: "Friends of Light"}}
	r := Standard().With([]data.Party{lantern}, []data.Grouping{friends}, []string{"LTR", "EGY", "XXX"})
	for typed, want := range map[string]string{"lan": "LTR", "lamp": "LTR", "friends": "friends", "light": "friends"} {
		if got := r.Find(typed); len(got) == 0 || got[0].Code != want {
			t.Errorf("%q: %v, not %s", typed, got, want)
		}
	}
	if got := r.Counted(); !slices.Equal(got, []string{"EGY", "LTR"}) {
		t.Errorf("counted %v", got)
	}
	if len(Standard().Find("lanternia")) > 0 {
		t.Error("the standard register was changed")
	}
}

func FuzzFindInTheRegister(f *testing.F) {
	for _, s := range []string{"egy", "l’", "the ", "ال", "不", "\xff", "G-77"} {
		f.Add(s)
	}
	r := Standard()
	f.Fuzz(func(t *testing.T, typed string) {
		for i, a := range r.Find(typed) {
			for j, b := range r.Find(typed) {
				if i != j && a.Code == b.Code && a.Group == b.Group {
					t.Fatalf("%q: %v twice", typed, a)
				}
			}
		}
	})
}

func BenchmarkFindInTheRegister(b *testing.B) {
	r := Standard()
	r.Find("egy")
	for b.Loop() {
		r.Find("republ")
	}
}
