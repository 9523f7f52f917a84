package marking

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/data"
)

func scheme(id string) Scheme { return Of(data.Negotiation{Scheme: id}) }

func TestEverySchemeIsALadder(t *testing.T) {
	codes := map[data.Classification]string{}
	for _, s := range tables {
		if !slices.Contains(Schemes, s.ID) {
			t.Errorf("%s is not offered", s.ID)
		}
		if len(s.Levels) < 2 || s.Lowest().Rank != Public {
			t.Errorf("%s has no level for the outside", s.ID)
		}
		marks := map[string]bool{}
		for i, l := range s.Levels {
			if i > 0 && l.Rank <= s.Levels[i-1].Rank {
				t.Errorf("%s: %s does not protect more than what is below it", s.ID, l.Code)
			}
			if other := codes[l.Code]; other != "" {
				t.Errorf("%s is a level of %s and of %s", l.Code, other, s.ID)
			}
			codes[l.Code] = s.ID
			if len(l.Portions) == 0 || l.Colour == [3]uint8{} {
				t.Errorf("%s has no mark or no colour", l.Code)
			}
			for _, m := range l.Portions {
				if marks[m] || len(m) > maxLabel || !utf8.ValidString(m) {
					t.Errorf("%s: the mark %q is not of one level", s.ID, m)
				}
				marks[m] = true
			}
		}
		if s.Level(s.Internal).Rank == Public || s.Level("").Code != s.Internal {
			t.Errorf("%s: what nobody marked is %s", s.ID, s.Internal)
		}
	}
	for i, code := range data.Classifications {
		if tables[0].Levels[i].Code != code {
			t.Errorf("records marked %s are of no level any more", code)
		}
	}
	if len(Schemes) != len(tables)+1 {
		t.Errorf("%d schemes are offered, there are %d", len(Schemes), len(tables)+1)
	}
}

func (l Level) equal(code string) bool { return string(l.Code) == code }

func TestTheHighestGoverns(t *testing.T) {
	for name, c := range map[string]struct {
		scheme string
		codes  []data.Classification
		want   string
	}{
		"none":                        {"un", nil, "unclassified"},
		"one":                         {"un", []data.Classification{"official-use"}, "official-use"},
		"the highest":                 {"un", []data.Classification{"official-use", "strictly-confidential", "unclassified"}, "strictly-confidential"},
		"not marked by anybody":       {"un", []data.Classification{"", "official-use"}, "confidential"},
		"of another scheme":           {"eu", []data.Classification{"confidential"}, "eu.confidential"},
		"with no level as low here":   {"uk", []data.Classification{"confidential"}, "uk.secret"},
		"with no level as high here":  {"un", []data.Classification{"eu.top-secret"}, "strictly-confidential"},
		"of an own scheme":            {"un", []data.Classification{"own.2"}, "confidential"},
		"of a newer version":          {"eu", []data.Classification{"mars.red"}, "eu.top-secret"},
		"a scheme of a newer version": {"mars", []data.Classification{"confidential"}, "confidential"},
	} {
		if got := scheme(c.scheme).Highest(c.codes...); !got.equal(c.want) {
			t.Errorf("%s: %s, want %s", name, got.Code, c.want)
		}
	}
}

// TestNothingIsTakenForLower goes through every level of every scheme in every
// other.
func TestNothingIsTakenForLower(t *testing.T) {
	for _, from := range tables {
		for _, l := range from.Levels {
			for _, to := range tables {
				got := to.Level(l.Code)
				if got.Rank < l.Rank && got.Code != to.Levels[len(to.Levels)-1].Code {
					t.Errorf("%s counts in %s as %s", l.Code, to.ID, got.Code)
				}
				if l.Rank > Public && got.Code == to.Lowest().Code {
					t.Errorf("%s is for the outside in %s", l.Code, to.ID)
				}
			}
		}
	}
}

func TestMarksBeforeParagraphs(t *testing.T) {
	for name, c := range map[string]struct {
		scheme, text, want string
	}{
		"none":                      {"un", "Hold the line.", "confidential:Hold the line."},
		"one":                       {"un", "(SC) Hold the line.", "strictly-confidential!Hold the line."},
		"in every paragraph":        {"un", "(U) As issued.\n(OU) Ours.\nMore.", "unclassified!As issued.|official-use!Ours.|confidential:More."},
		"with blanks":               {"un", "  (C)\tHold.", "confidential!Hold."},
		"in Chinese":                {"un", "（绝对机密）坚持。", "strictly-confidential!坚持。"},
		"in Arabic":                 {"un", "(سري للغاية) نتمسك بالنص.", "strictly-confidential!نتمسك بالنص."},
		"in Russian":                {"un", "(СК) Не уступать.", "strictly-confidential!Не уступать."},
		"with a caveat":             {"us", "(S//NF) Hold.", "us.secret!//NF Hold."},
		"of another scheme":         {"us", "(SC) Hold.", "us.confidential:(SC) Hold."},
		"in small letters":          {"un", "(c) a point of a list", "confidential:(c) a point of a list"},
		"a list":                    {"un", "(A) one\n(B) two\n(C) three", "confidential:(A) one|confidential:(B) two|confidential:(C) three"},
		"a mark after another":      {"es", "(R) one\n(S) two", "es.reserved!one|es.secret!two"},
		"within the words":          {"un", "Hold (SC) the line.", "confidential:Hold (SC) the line."},
		"left open":                 {"un", "(SC Hold.", "confidential:(SC Hold."},
		"long words in parentheses": {"un", "(" + strings.Repeat("x", 80) + ") Hold.", "confidential:(" + strings.Repeat("x", 80) + ") Hold."},
		"nothing":                   {"un", "", "confidential:"},
		"two words in the EU":       {"eu", "(R-UE/EU-R) Hold.", "eu.restricted!Hold."},
		"TLP":                       {"tlp", "(TLP:RED) Hold.", "tlp.red!Hold."},
	} {
		var got []string
		s := scheme(c.scheme)
		for _, p := range s.Portions(s.Internal, c.text) {
			sign := ":"
			if p.Marked {
				sign = "!"
			}
			got = append(got, string(p.Level.Code)+sign+p.Text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", name, strings.Join(got, "|"), c.want)
		}
	}
}

func TestAMarkMakesTheWholeHigherAndNeverLower(t *testing.T) {
	s := scheme("un")
	for name, c := range map[string]struct{ whole, text, want string }{
		"higher": {"confidential", "(U) a\n(SC) b", "strictly-confidential"},
		"lower":  {"confidential", "(U) a\n(U) b", "confidential"},
		"none":   {"official-use", "a", "official-use"},
	} {
		if got := s.OfText(data.Classification(c.whole), c.text); !got.equal(c.want) {
			t.Errorf("%s: %s", name, got.Code)
		}
	}
	if got := s.Marked("We welcome the text.", "Reasons.\n(C) Capital fears the cost."); !got.equal("confidential") {
		t.Errorf("a mark in a public text gives %s", got.Code)
	}
	if got := s.Marked("We welcome the text.", "(U) Indeed."); !got.equal("unclassified") {
		t.Errorf("public texts give %s", got.Code)
	}
}

func TestAnOwnScheme(t *testing.T) {
	n := data.Negotiation{Scheme: "own", OwnLevels: data.Words{
		data.English: "Open (O)\n\nDelegation only (D)\nHead only (H)\n", data.French: "Ouvert\nDélégation (DEL)\nChef",
	}}
	s := Of(n)
	if len(s.Levels) != 3 || !s.Level("").equal("own.1") || s.Levels[1].Name[data.French] != "Délégation" || s.Levels[0].Name[data.English] != "Open" {
		t.Fatalf("%+v", s)
	}
	for mark, want := range map[string]string{"(D) x": "own.1", "(DEL) x": "own.1", "(H) x": "own.2"} {
		if got := s.Portions("", mark)[0]; !got.Level.equal(want) || !got.Marked {
			t.Errorf("%s is %s", mark, got.Level.Code)
		}
	}
	n.OwnLevels = data.Words{data.English: "Open"}
	if Of(n).ID != "un" {
		t.Error("one level is no scheme")
	}
	n.OwnLevels = data.Words{data.English: strings.Repeat("Level\n", 20)}
	if got := Of(n); len(got.Levels) != maxOwn {
		t.Errorf("%d levels", len(got.Levels))
	}
}

func FuzzPortions(f *testing.F) {
	f.Add("un", "(SC) Hold.\n(A) one")
	f.Add("us", "（S//NF）")
	f.Fuzz(func(t *testing.T, id, text string) {
		s := scheme(id)
		n := 0
		for _, p := range s.Portions("", text) {
			if !strings.Contains(text, strings.TrimPrefix(p.Text, "//")) && !p.Marked {
				t.Errorf("%q is not in the text", p.Text)
			}
			n++
		}
		if n != strings.Count(text, "\n")+1 {
			t.Errorf("%d paragraphs", n)
		}
	})
}
