package bracket

import (
	"fmt"
	"strings"
	"testing"
)

// grouped writes the groups by the words of their members.
func grouped(r *Reading) string {
	var list []string
	for _, g := range r.Groups {
		var words []string
		for _, m := range g.Members {
			words = append(words, r.Words(m))
		}
		name := map[GroupKind]string{Adjacent: "adjacent", Slashed: "slash", Unclear: "unclear"}[g.Kind]
		if g.Kind == Slashed {
			b := &r.Brackets[g.Members[0]]
			runes := []rune(r.paragraphs[b.Open.Paragraph].fields[b.Open.Field])
			words = nil
			for _, p := range g.Parts {
				words = append(words, string(runes[p.Start:p.End]))
			}
			if g.Vague {
				name = "vague"
			}
		}
		list = append(list, fmt.Sprintf("%s: %s", name, strings.Join(words, " | ")))
	}
	return strings.Join(list, "; ")
}

func TestGroups(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"isolated", "[a] and [b]", ""},
		{"adjacent", "[a][b]", "adjacent: a | b"},
		{"three", "x [a][b][c] y", "adjacent: a | b | c"},
		{"full-width", "［应］［可］", "adjacent: 应 | 可"},
		{"with a slash between", "[a]/[b]", "adjacent: a | b"},
		{"with a slash and spaces between", "[a] / [b]", "adjacent: a | b"},
		{"space", "[a] [b]", "unclear: a | b"},
		{"line feed", "[a]\n[b]", "unclear: a | b"},
		{"run of three", "[a] [b] [and]", "unclear: a | b | and"},
		{"alternatives in a run", "[a][b] [c]", "unclear: a | b | c; adjacent: a | b"},
		{"two alternatives in a run", "[a][b] [c][d]", "unclear: a | b | c | d; adjacent: a | b; adjacent: c | d"},
		{"comma between", "[a], [b]", ""},
		{"nested", "[[a][b]]", "adjacent: a | b"},
		{"nested and outer", "[x [a][b]][c]", "adjacent: x [a][b] | c; adjacent: a | b"},
		{"unclosed neighbour", "[a][b", ""},
		{"empty neighbour", "[][b]", "adjacent:  | b"},
		{"numbers", "[7][6] bis", "adjacent: 7 | 6"},
		{"of different paragraphs", "[a]|[b]", ""},
		{"mirrored", "]الدول[]الأطراف[", "adjacent: الدول | الأطراف"},

		{"slash", "[a/b]", "slash: a | b"},
		{"slash of words", "[shall/should/may]", "slash: shall | should | may"},
		{"slash with spaces", "[take measures / develop plans]", "slash: take measures | develop plans"},
		{"slash in Chinese", "［应/可］", "slash: 应 | 可"},
		{"full-width slash", "［应当／可以］", "slash: 应当 | 可以"},
		{"slash in Arabic", "[تتعهد/تلتزم]", "slash: تتعهد | تلتزم"},
		{"slash in Russian", "[должны/могут]", "slash: должны | могут"},
		{"slash in a hyphenated word", "[Secretary-General/depositary]", "slash: Secretary-General | depositary"},
		{"slash with a nested bracket", "[[all] measures / plans]", "slash: [all] measures | plans"},
		{"slash of the outer bracket only", "[a [b] / c]", "slash: a [b] | c"},
		{"slash with unclear reach", "[with impacts/effects]", "vague: with impacts | effects"},
		{"slash in a clause", "[activities that have impacts/effects in areas beyond national jurisdiction]", ""},
		{"slash and adjacent", "[a/b][c]", "adjacent: a/b | c; slash: a | b"},
		{"and/or", "[and/or]", ""},
		{"and/or among words", "[import and/or export]", ""},
		{"et/ou", "[et/ou]", ""},
		{"y/o", "[y/o]", ""},
		{"и/или", "[и/или]", ""},
		{"و/أو", "[و/أو]", ""},
		{"和/或", "[进口和/或出口]", ""},
		{"both", "[and/or shall / should]", "slash: and/or shall | should"},
		{"fraction", "[1/2]", ""},
		{"fraction among words", "[a majority of 2/3 of the Parties]", ""},
		{"date", "[12/05/2023]", ""},
		{"resolution number", "[resolution 76/300]", ""},
		{"document symbol", "[A/RES/76/19]", ""},
		{"document symbol without a number beside", "[see UNEP/PP/INC.4/3]", ""},
		{"address", "[https://unep.org/inc/plastic]", ""},
		{"address without a scheme", "[www.unep.org/inc]", ""},
		{"unit", "[km/h]", ""},
		{"unit in Russian", "[60 км/ч]", ""},
		{"unit in Chinese", "［公里/小时］", ""},
		{"unit in Arabic", "[كم/ساعة]", ""},
		{"concentration", "[mg/l]", ""},
		{"he/she", "[he/she]", ""},
		{"shared rest of a word", "[country-/region-specific]", ""},
		{"nothing on one side", "[shall/]", ""},
		{"slash outside", "shall/[should]", ""},
		{"slash in an unclosed bracket", "[shall/should", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Parse(strings.Split(c.text, "|"))
			if got := grouped(r); got != c.want {
				t.Errorf("%q: got %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestWordsKnowTheirGroup(t *testing.T) {
	r := Parse([]string{"[a][b/c] [d] e [f]"})
	type groups struct{ group, slash, run int }
	want := []groups{{1, -1, 0}, {1, 2, 0}, {0, -1, -1}, {-1, -1, -1}}
	for i, b := range r.Brackets {
		got := groups{b.Group, b.Slash, -1}
		if b.Group >= 0 {
			got.run = r.Groups[b.Group].Run
		}
		if got != want[i] {
			t.Errorf("bracket %q: %+v, want %+v", r.Words(i), got, want[i])
		}
	}
}
