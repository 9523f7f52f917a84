package redline

import (
	"math/rand"
	"strings"
	"testing"
)

// show writes edits in one line: [-deleted-]{+inserted+}.
func show(edits []Edit) string {
	var b strings.Builder
	for _, e := range edits {
		switch e.Kind {
		case Keep:
			b.WriteString(e.Text)
		case Delete:
			b.WriteString("[-" + e.Text + "-]")
		case Insert:
			b.WriteString("{+" + e.Text + "+}")
		}
	}
	return b.String()
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"both empty", "", "", ""},
		{"equal", "Each Party shall act.", "Each Party shall act.", "Each Party shall act."},
		{"all new", "", "Each Party", "{+Each Party+}"},
		{"all gone", "Each Party", "", "[-Each Party-]"},
		{"en: one word", "Each Party shall act.", "Each Party may act.", "Each Party [-shall-]{+may+} act."},
		{"en: neighbours change in one place", "shall ensure that", "may promote that", "[-shall ensure-]{+may promote+} that"},
		{"en: whole words", "developing countries", "developed countries", "[-developing-]{+developed+} countries"},
		{"en: inserted word takes the space after it", "shall take measures", "shall take appropriate measures", "shall take {+appropriate +}measures"},
		{"en: before a full stop", "Parties shall act.", "Parties shall act promptly.", "Parties shall act{+ promptly+}."},
		{"en: bracket as a unit", "States shall act", "States shall [or may] act", "States shall {+[or may] +}act"},
		{"en: brackets put round", "The Parties shall act", "The Parties [shall] act", "The Parties {+[+}shall{+]+} act"},
		{"en: bracket text doubled", "[shall] act", "[shall] [should] act", "[shall] {+[should] +}act"},
		{"en: whole sentence", "A acts. B rests.", "A acts. C acts. B rests.", "A acts. {+C acts. +}B rests."},
		{"en: list item", "(a) soil; (c) air;", "(a) soil; (b) water; (c) air;", "(a) soil; {+(b) water; +}(c) air;"},
		{"en: number with a comma is one word", "by 1,000 tonnes", "by 1,500 tonnes", "by [-1,000-]{+1,500+} tonnes"},
		{"en: reference to another article", "under article 12, paragraph 3 (a)", "under article 13, paragraph 3 (b)", "under article [-12-]{+13+}, paragraph 3 ([-a-]{+b+})"},
		{"en: number with points is one word", "in 12.3 above", "in 12.4 above", "in [-12.3-]{+12.4+} above"},
		{"en: number of an item", "2. Parties shall act", "3. Parties shall act", "[-2-]{+3+}. Parties shall act"},
		{"en: document symbol", "recalling A/RES/79/243 and", "recalling A/RES/79/244 and", "recalling A/RES/79/[-243-]{+244+} and"},
		{"en: brackets round several words", "Parties shall take measures to act", "Parties shall [take measures] to act", "Parties shall {+[+}take measures{+]+} to act"},
		{"en: brackets taken away", "Parties [shall take] measures", "Parties shall take measures", "Parties [-[-]shall take[-]-] measures"},
		{"en: brackets round what changed as well", "Parties shall take measures", "Parties [may take] measures", "Parties [-shall-]{+[may+} take{+]+} measures"},
		{"en: one of two brackets", "[shall] [may] act", "[may] act", "[-[shall] -][may] act"},
		{"ru: brackets round one word", "Стороны принимают меры", "Стороны [принимают] меры", "Стороны {+[+}принимают{+]+} меры"},
		{"ar: brackets round one word", "تتخذ الدول التدابير", "تتخذ [الدول] التدابير", "تتخذ {+[+}الدول{+]+} التدابير"},
		{"fr: elision is one word", "de l’État partie", "de l’Organisation partie", "de [-l’État-]{+l’Organisation+} partie"},
		{"es: deletion", "los Estados Partes interesados deberán", "los Estados Partes deberán", "los Estados Partes [-interesados -]deberán"},
		{"ru: one word", "Государства обязаны принимать меры.", "Государства могут принимать меры.", "Государства [-обязаны-]{+могут+} принимать меры."},
		{"ru: combining mark stays with its letter", "больша\u0301я часть", "большая часть", "[-больша\u0301я-]{+большая+} часть"},
		{"ar: one word", "تتخذ الدول الأطراف التدابير", "تتخذ جميع الدول الأطراف التدابير", "تتخذ {+جميع +}الدول الأطراف التدابير"},
		{"ar: vowel signs belong to the word", "تُتَّخذ التدابير", "تتخذ التدابير", "[-تُتَّخذ-]{+تتخذ+} التدابير"},
		{"ar: comma", "الدول، والمنظمات", "الدول والمنظمات", "الدول[-،-] والمنظمات"},
		{"zh: characters", "缔约国应采取措施", "缔约国可以采取适当措施", "缔约国[-应-]{+可以+}采取{+适当+}措施"},
		{"zh: whole sentence", "甲应行动。乙应停止。", "甲应行动。丙应行动。乙应停止。", "甲应行动。{+丙应行动。+}乙应停止。"},
		{"zh: brackets", "缔约国应采取措施", "缔约国[应][可]采取措施", "缔约国{+[+}应{+][可]+}采取措施"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Words(c.old, c.new)
			if s := show(got); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
			checkEdits(t, c.old, c.new, got)
		})
	}
}

func TestScan(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"words and spaces", "Each  Party", "Each|  |Party"},
		{"marks", "act; or (b)", "act|;| |or| |(|b|)"},
		{"apostrophe inside and after", "l'État States’ x", "l'État| |States|’| |x"},
		{"numbers", "1,000.5 no. 7.", "1,000.5| |no|.| |7|."},
		{"symbol", "A/RES/79/243", "A|/|RES|/|79|/|243"},
		{"hyphen", "non-party", "non|-|party"},
		{"soft hyphen within a word", "co\u00ADoperate", "co\u00ADoperate"},
		{"Chinese with Latin", "第12条A款", "第|12|条|A|款"},
		{"line break", "a\n b", "a|\n |b"},
		{"bytes that are no text", "a\xffb", "a|\xff|b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var parts []string
			for _, token := range scan(c.text) {
				parts = append(parts, token.text)
			}
			if got := strings.Join(parts, "|"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMap(t *testing.T) {
	edits := Words("Государства обязаны принимать меры", "Все Государства принимать срочные меры")
	for _, c := range []struct {
		name   string
		offset int
		want   int
		ok     bool
	}{
		{"before the text", -1, 0, false},
		{"first word", 0, 4, true},
		{"within it", 3, 7, true},
		{"deleted word", 12, 16, false},
		{"within the deleted word", 15, 16, false},
		{"word after it", 20, 16, true},
		{"past an insertion", 30, 34, true},
		{"end", 34, 38, true},
		{"past the end", 35, 38, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, ok := Map(edits, c.offset); got != c.want || ok != c.ok {
				t.Errorf("%s: got %d %v, want %d %v", show(edits), got, ok, c.want, c.ok)
			}
		})
	}
}

func TestMapRange(t *testing.T) {
	for _, c := range []struct {
		name, old, new, quote, want string
		kept                        int
	}{
		{"moved along", "Parties shall act", "All Parties shall act", "shall", "shall", 5},
		{"insertion within stays inside", "shall take measures", "shall take urgent measures", "take measures", "take urgent measures", 13},
		{"insertion at its end stays outside", "shall act.", "shall act promptly.", "act", "act", 3},
		{"half of it left", "shall take measures", "shall measures", "take measures", "measures", 8},
		{"gone", "shall take measures", "shall measures", "take", "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := strings.Index(c.old, c.quote)
			from, to, kept := MapRange(Words(c.old, c.new), at, at+len(c.quote))
			if got := c.new[from:to]; got != c.want || kept != c.kept {
				t.Errorf("got %q kept %d, want %q kept %d", got, kept, c.want, c.kept)
			}
		})
	}
}

// checkEdits holds the package's invariants.
func checkEdits(t *testing.T, old, new string, edits []Edit) {
	t.Helper()
	checkShape(t, old, new, edits)
	if again := Words(old, new); show(again) != show(edits) {
		t.Errorf("another result the second time: %s", show(again))
	}
}

func checkShape(t *testing.T, old, new string, edits []Edit) {
	t.Helper()
	if got := Old(edits); got != old {
		t.Errorf("old text not rebuilt: %q from %q", got, old)
	}
	if got := New(edits); got != new {
		t.Errorf("new text not rebuilt: %q from %q", got, new)
	}
	for i, e := range edits {
		if e.Text == "" {
			t.Errorf("empty edit in %s", show(edits))
		}
		if i > 0 && (edits[i-1].Kind == e.Kind || edits[i-1].Kind == Insert && e.Kind == Delete) {
			t.Errorf("%v after %v in %s", e.Kind, edits[i-1].Kind, show(edits))
		}
	}
}

// sentence makes a random text of a few words, so that much repeats.
func sentence(r *rand.Rand, words int) string {
	vocabulary := []string{"a", "b", "the", " ", " ", " ", ", ", ". ", "[", "]", "国", "应", "دولة", "мера", "\n"}
	var b strings.Builder
	for range r.Intn(words + 1) {
		b.WriteString(vocabulary[r.Intn(len(vocabulary))])
	}
	return b.String()
}

func TestCheapest(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 3000 {
		old, new := sentence(r, 14), sentence(r, 14)
		edits := Words(old, new)
		checkEdits(t, old, new, edits)
		if got, want := cost(edits), optimum(scan(old), scan(new)); got != want {
			t.Fatalf("cost %d, cheapest is %d: %q -> %q: %s", got, want, old, new, show(edits))
		}
	}
}

// cost is what edits cost under the stated rule, in twentieths of a word.
func cost(edits []Edit) (total int32) {
	for i, e := range edits {
		if e.Kind == Keep {
			continue
		}
		if i == 0 || edits[i-1].Kind == Keep {
			total += hunkCost
		}
		for _, token := range scan(e.Text) {
			total += token.cost()
		}
	}
	return total
}

// optimum is the cheapest cost, found in the plainest way: every cell of the
// table for both states, nothing trimmed.
func optimum(old, new []token) int32 {
	kept, change := make([][]int32, len(old)+1), make([][]int32, len(old)+1)
	for i := range kept {
		kept[i], change[i] = make([]int32, len(new)+1), make([]int32, len(new)+1)
		for j := range kept[i] {
			kept[i][j], change[i][j] = 1<<29, 1<<29
			if i == 0 && j == 0 {
				kept[i][j] = 0
			}
			if i > 0 && j > 0 && old[i-1].text == new[j-1].text {
				kept[i][j] = min(kept[i-1][j-1], change[i-1][j-1])
			}
			if i > 0 {
				change[i][j] = min(change[i-1][j], kept[i-1][j]+hunkCost) + old[i-1].cost()
			}
			if j > 0 {
				change[i][j] = min(change[i][j], min(change[i][j-1], kept[i][j-1]+hunkCost)+new[j-1].cost())
			}
		}
	}
	return min(kept[len(old)][len(new)], change[len(old)][len(new)])
}

// TestBracketsAreUnits puts brackets round some words and takes them away: the
// words are kept, the brackets alone come and go.
func TestBracketsAreUnits(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	only := func(edits []Edit, kind Kind) bool {
		marks := ""
		for _, e := range edits {
			if e.Kind != Keep {
				marks += e.Kind.String() + e.Text + " "
			}
		}
		return marks == kind.String()+"[ "+kind.String()+"] "
	}
	for _, text := range sixLanguages {
		tokens := scan(text)
		for range 200 {
			from := r.Intn(len(tokens))
			to := from + 1 + r.Intn(len(tokens)-from)
			if tokens[from].class != word || tokens[to-1].class != word {
				continue
			}
			bracketed := join(tokens[:from]) + "[" + join(tokens[from:to]) + "]" + join(tokens[to:])
			if edits := Words(text, bracketed); !only(edits, Insert) {
				t.Errorf("put round: %s", show(edits))
			}
			if edits := Words(bracketed, text); !only(edits, Delete) {
				t.Errorf("taken away: %s", show(edits))
			}
		}
	}
}

func TestChanged(t *testing.T) {
	edits := Words("Parties shall act.", "Parties [may, promptly] act!")
	if inserted, deleted, places := Changed(edits); inserted != 2 || deleted != 1 || places != 2 {
		t.Errorf("%d %d %d in %s", inserted, deleted, places, show(edits))
	}
	if inserted, deleted, places := Changed(Words("缔约国应采取", "缔约国可以采取")); inserted != 2 || deleted != 1 || places != 1 {
		t.Errorf("%d %d %d", inserted, deleted, places)
	}
}

func FuzzWords(f *testing.F) {
	f.Add("Each Party shall [act]", "Each Party may [or shall] act")
	f.Add("缔约国应采取措施", "缔约国可采取")
	f.Add("a\xff b", "\xfe’")
	f.Fuzz(func(t *testing.T, old, new string) {
		if len(old)+len(new) > 4000 {
			t.Skip("long texts have their own test")
		}
		edits := Words(old, new)
		checkEdits(t, old, new, edits)
		for at := -1; at <= len(old)+1; at++ {
			if place, _ := Map(edits, at); place < 0 || place > len([]rune(new)) {
				t.Fatalf("place %d outside the new text", place)
			}
		}
	})
}
