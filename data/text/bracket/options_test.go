package bracket

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

// optionsOf writes the groups: "options: 1+2 | 3-", with "-" for no text and
// ">" before what an alternative merges.
func optionsOf(groups []OptionGroup) string {
	var list []string
	for _, g := range groups {
		name := map[OptionKind]string{Options: "options", AltTexts: "alts"}[g.Kind]
		var alternatives []string
		for _, a := range g.Alternatives {
			s := strings.Trim(strings.ReplaceAll(fmt.Sprint(a.Provisions), " ", "+"), "[]")
			if a.NoText {
				s += "-"
			}
			if a.Merges != nil {
				s += ">" + strings.Trim(strings.ReplaceAll(fmt.Sprint(a.Merges), " ", "+"), "[]")
			}
			alternatives = append(alternatives, s)
		}
		list = append(list, name+": "+strings.Join(alternatives, " | "))
	}
	return strings.Join(list, "; ")
}

func TestFindOptions(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string // depth, label, text, divided by |
		want  string
	}{
		{"options", []string{"0|Option 1|", "1|1.|a", "0|Option 2|b"}, "options: 0+1 | 2"},
		{"options with letters", []string{"0|Option A:|a", "0|Option B:|b", "0|3.|c"}, "options: 0 | 1"},
		{"no provision", []string{"0|Option 0|No provision on this matter.", "0|Option 1|a"}, "options: 0- | 1"},
		{"bracketed", []string{"0|[Option 1|a]", "0|[Option 2|b]"}, "options: 0 | 1"},
		{"begin anew", []string{"0|Option 1|a", "0|Option 2|b", "0|Option 1|c", "0|Option 2|d"}, "options: 0 | 1; options: 2 | 3"},
		{"letters and numbers apart", []string{"0|Option 1|a", "0|Option A|b"}, ""},
		{"unnumbered text between", []string{"0|Option 1|a", "0||flush", "0|Option 2|b", "0||flush", "0|2.|c"}, "options: 0+1 | 2+3"},
		{"in a line of its own", []string{"0||Option 1", "1|1.|a", "0||Option 2", "1|1.|b"}, "options: 0+1 | 2+3"},
		{"nested", []string{"0|Option 1|", "1|Option A|a", "1|Option B|b", "0|Option 2|c"}, "options: 0+1+2 | 3; options: 1 | 2"},
		{"second level", []string{"0|Option 1|", "0||Sub-Option 1", "0|1.|a", "0||Sub-Option 2", "0|1.|b", "0|Option 2|c"}, "options: 0+1+2+3+4 | 5; options: 1+2 | 3"},
		{"second level in French", []string{"0|Sous-option 1|a", "0|[Sous-option 2|b]"}, "options: 0 | 1"},
		{"second level in Russian", []string{"0|Подвариант 1|a", "0|Подвариант 2|b"}, "options: 0 | 1"},
		{"torn apart by the outline", []string{"0|4.|", "1|Option A|a", "0|4 bis.|x", "1|Option B|b"}, "options: 1 | 3"},
		{"alone", []string{"0|Option 1|a", "0|2.|b"}, ""},
		{"French", []string{"0|Option 1|Pas de texte", "0|Option 2|b"}, "options: 0- | 1"},
		{"Spanish", []string{"0|Opción 1|Sin texto.", "0|Opción 2|b"}, "options: 0- | 1"},
		{"Russian", []string{"0|Вариант 1|Нет текста.", "0|Вариант 2|b"}, "options: 0- | 1"},
		{"Chinese", []string{"0|备选案文1|无案文。", "0|备选案文2|b"}, "options: 0- | 1"},
		{"Chinese numerals", []string{"0|备选案文一|无案文。", "0|备选案文二|b"}, "options: 0- | 1"},
		{"Arabic", []string{"0|الخيار 1|لا نص.", "0|الخيار 2|b"}, "options: 0- | 1"},

		{"alt", []string{"0|1.|a", "0|OP1 Alt.|No text.", "0|2.|b"}, "alts: 0 | 1-"},
		{"several alts", []string{"0|OP2|a", "0|OP2 alt|b", "0|OP2 alt 2|c"}, "alts: 0 | 1 | 2"},
		{"alt bis", []string{"0|OP1|a", "0|OP1 alt bis|b"}, "alts: 0 | 1"},
		{"alternative of an addition", []string{"0|OP1|a", "0|OP1 bis|b", "0|OP1 bis alt|c"}, "alts: 1 | 2"},
		{"addition to an alternative", []string{"0|OP1|a", "0|OP1 alt 2|b", "0|OP1 bis alt 2|c"}, "alts: 0 | 1+2"},
		{"alts without what they replace", []string{"0|OP1 alt|a", "0|OP1 alt 2|b"}, "alts: 0 | 1"},
		{"points", []string{"0|1.|x", "1|(c)|a", "1|(c) alt|b"}, "alts: 1 | 2"},
		{"the same numbers elsewhere", []string{"0|Article 1|", "1|1.|a", "0|Article 2|", "1|1 alt.|b"}, ""},
		{"numbers begin anew", []string{"0|1.|a", "0|2.|b", "0|1.|c", "0|1 alt.|d"}, "alts: 2 | 3"},
		{"merging", []string{"0|OP2|a", "0|OP3|b", "0|OP4|c", "0|[OP2 alt|(merging OP2, OP3 and OP4) d]"}, "alts: 0 | 3>0+1+2"},
		{"merging in Chinese", []string{"0|2.|a", "0|3.|b", "0|2 alt|（合并2、3）c"}, "alts: 0 | 2>0+1"},
		{"bullets", []string{"0|-|a", "0|-|b"}, ""},
		{"none", []string{"0|1.|No text."}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var list []data.Provision
			for _, line := range c.lines {
				f := strings.Split(line, "|")
				kind := data.KindParagraph
				if strings.HasPrefix(f[1], "Article") {
					kind = data.KindArticle
				}
				list = append(list, provision(kind, int(f[0][0]-'0'), f[1], "", f[2]))
			}
			if got := optionsOf(FindOptions(list, data.English)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// FuzzFindOptions takes lines "depth label|text".
func FuzzFindOptions(f *testing.F) {
	f.Add("0OP1|a\n0OP1 alt|No text.\n0OP1 bis alt 2|b\n1Option 1|c\n1Sub-Option 2|d\n0Option 2|(merging OP1, 2) e")
	f.Add("0[Option A:|x]\n2(a) alt|y\n1Вариант 3|z\n0备选案文一|无案文\n0الخيار 2|لا نص")
	f.Fuzz(func(t *testing.T, s string) {
		var list []data.Provision
		for _, line := range strings.Split(s, "\n") {
			label, words, _ := strings.Cut(line, "|")
			depth := 0
			if label != "" {
				depth, label = int(label[0]%4), label[1:]
			}
			list = append(list, provision(data.KindParagraph, depth, label, "", words))
		}
		groups := FindOptions(list, data.English)
		for _, g := range groups {
			seen := map[int]bool{}
			if len(g.Alternatives) < 2 {
				t.Fatalf("a group of %d", len(g.Alternatives))
			}
			for _, a := range g.Alternatives {
				if !slices.Contains(a.Provisions, a.Head) || !slices.IsSorted(a.Provisions) {
					t.Fatalf("alternative %+v", a)
				}
				for _, p := range a.Provisions {
					if seen[p] {
						t.Fatalf("provision %d stands in two alternatives of %+v", p, g)
					}
					seen[p] = true
				}
			}
		}
		Counts(list, ParseProvisions(list, data.English), groups)
	})
}
