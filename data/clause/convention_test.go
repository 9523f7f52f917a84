package clause_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/clause"
	"travaux/data/intake"
	"travaux/data/text"
)

// provisions reads a shared document, provision by provision, and skips where the
// shared data are absent.
func provisions(tb testing.TB, name string, lang data.Lang) (paths []string, texts map[string]string) {
	tb.Helper()
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	content, err := os.ReadFile(filepath.Join(dir, "..", "shared", "data", name))
	if err != nil {
		tb.Skip("the shared treaties are not on this machine")
	}
	src, err := intake.Read(context.Background(), name, content)
	if err != nil {
		tb.Fatal(err)
	}
	texts = map[string]string{}
	for _, n := range text.Parse(src, lang).Nodes {
		paths = append(paths, n.Path)
		texts[n.Path] = n.Text
	}
	return paths, texts
}

// cybercrime holds, read by hand, the parameters of articles 57 to 68 of the United
// Nations Convention against Cybercrime, sorted within each paragraph.
var cybercrime = map[string][]string{
	"ch8/art57/2": {"limit 1y"},
	"ch9/art62/1": {"consensus", "majority 2/3 voting", "parties 60"},
	"ch9/art63/1": {"settlement negotiation", "settlement own-choice"},
	"ch9/art63/2": {"resort 6m", "settlement arbitration", "settlement judicial-settlement", "settlement negotiation", "settlement own-choice"},
	"ch9/art64/1": {"signature 2026-12-31"},
	"ch9/art65/1": {"entry 90d", "instruments 40", "uncounted"},
	"ch9/art65/2": {"instruments 40", "later 30d"},
	"ch9/art66/1": {"consensus", "majority 2/3 voting", "standstill 5y"},
	"ch9/art66/4": {"amended 90d"},
	"ch9/art67/1": {"notice 1y"},
	"ch9/art68/1": {"depositary"},
	"ch9/art68/2": {"languages ar zh en fr ru es"},
}

func TestCybercrimeConventionSaysTheSameInSixLanguages(t *testing.T) {
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			paths, texts := provisions(t, "akn/A_RES_79_243_"+string(lang)+".xml", lang)
			for _, path := range paths {
				if !strings.HasPrefix(path, "ch8/") && !strings.HasPrefix(path, "ch9/") {
					continue
				}
				got := shorts(clause.Distinct(clause.Read(texts[path], lang)))
				slices.Sort(got)
				if !slices.Equal(got, cybercrime[path]) {
					t.Errorf("%s: got %q, want %q\n%s", path, got, cybercrime[path], texts[path])
				}
			}
		})
	}
}

func TestRuleOfRealTreaties(t *testing.T) {
	for _, c := range []struct {
		name, file string
		lang       data.Lang
		under      string
		want       data.EntryRule
	}{
		{"Cybercrime, article 65", "akn/A_RES_79_243_en.xml", data.English, "ch9/art65", data.EntryRule{Number: 40, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}}},
		{"Cybercrime, article 65, in Arabic", "akn/A_RES_79_243_ar.xml", data.Arabic, "ch9/art65", data.EntryRule{Number: 40, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}}},
		{"Arms Trade Treaty, article 22", "treaties/arms-trade-treaty.md", data.English, "art22", data.EntryRule{Number: 50, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 90}}},
		{"Minamata, article 31", "treaties/minamata.md", data.English, "art31", data.EntryRule{Number: 50, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 90}}},
		{"Budapest, article 36", "treaties/budapest-convention-185.md", data.English, "ch4/art36", data.EntryRule{Number: 5, Delay: data.Delay{Months: 3, FirstOfMonth: true}, Later: data.Delay{Months: 3, FirstOfMonth: true}}},
		{"Vienna Convention, article 84", "treaties/vclt-1969.md", data.English, "part8/art84", data.EntryRule{Number: 35, Delay: data.Delay{Days: 30}, Later: data.Delay{Days: 30}}},
		{"Fish Stocks Agreement, article 40", "treaties/fish-stocks-agreement-1995.txt", data.English, "part13/art40", data.EntryRule{Number: 30, Delay: data.Delay{Days: 30}, Later: data.Delay{Days: 30}}},
		{"Law of the Sea, article 308", "treaties/unclos-1982.txt", data.English, "part17/art308", data.EntryRule{Number: 60, Delay: data.Delay{Months: 12}, Later: data.Delay{Days: 30}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			paths, texts := provisions(t, c.file, c.lang)
			var params []clause.Param
			for _, path := range paths {
				if path == c.under || strings.HasPrefix(path, c.under+"/") {
					params = append(params, clause.Read(texts[path], c.lang)...)
				}
			}
			got := clause.Rule(params)
			if got.Number != c.want.Number || got.Delay != c.want.Delay || got.Later != c.want.Later {
				t.Errorf("got %+v from %q, want %+v", got, shorts(params), c.want)
			}
		})
	}
}
