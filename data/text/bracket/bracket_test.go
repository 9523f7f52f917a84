package bracket

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/data"
)

// check holds a reading to what is always true of one.
func check(t testing.TB, r *Reading) {
	t.Helper()
	checkRebuild(t, r)
	owners := make([]int, len(r.Brackets))
	for _, p := range r.Pieces() {
		if p.Bracket >= 0 {
			owners[p.Bracket]++
		}
	}
	var open []int
	for i := range r.Brackets {
		b := &r.Brackets[i]
		if want := 1 + btoi(b.State == Paired); owners[i] != want {
			t.Fatalf("bracket %d (%+v) has %d characters", i, b, owners[i])
		}
		if i > 0 && r.Brackets[i-1].Open.Compare(b.Open) >= 0 {
			t.Fatalf("brackets %d and %d are out of order", i-1, i)
		}
		for len(open) > 0 && open[len(open)-1] != b.Parent {
			if outer := &r.Brackets[open[len(open)-1]]; outer.last > i {
				t.Fatalf("bracket %d does not stand in %d", i, open[len(open)-1])
			}
			open = open[:len(open)-1]
		}
		if len(open) == 0 && b.Parent >= 0 || b.Depth != len(open)+1 {
			t.Fatalf("bracket %d: parent %d, depth %d, %d around it", i, b.Parent, b.Depth, len(open))
		}
		if b.Parent >= 0 && r.Brackets[b.Parent].Close.Compare(b.Close) < 0 {
			t.Fatalf("bracket %d crosses %d", i, b.Parent)
		}
		if b.State != Unopened {
			open = append(open, i)
		}
	}
	checkMarks(t, r)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func checkRebuild(t testing.TB, r *Reading) {
	t.Helper()
	for i, got := range r.Rebuild() {
		if want := r.paragraphs[i].fields; got.Label != want[FieldLabel] || got.Heading != want[FieldHeading] || got.Text != want[FieldText] {
			t.Fatalf("paragraph %d: rebuilt %+v from %q", i, got, want)
		}
	}
	next := Place{}
	for _, p := range r.Pieces() {
		if p.Place.Paragraph == next.Paragraph && p.Place.Field == next.Field && p.Place.Offset != next.Offset || p.Words == "" {
			t.Fatalf("piece %+v does not follow %+v", p, next)
		}
		next = p.Place
		next.Offset += utf8.RuneCountInString(p.Words)
	}
}

// checkMarks holds the marks to the brackets they are marks of: the first rune
// of one that opens is its bracket, and the last of one that closes.
func checkMarks(t testing.TB, r *Reading) {
	t.Helper()
	if len(r.Brackets) > 200 {
		return
	}
	for p := range r.paragraphs {
		for f, s := range r.paragraphs[p].fields {
			runes := []rune(s)
			for _, m := range r.Marks(p, Field(f)) {
				if m.Start < 0 || m.Start >= m.End || m.End > len(runes) {
					t.Fatalf("mark %+v outside %q", m, s)
				}
				b := &r.Brackets[m.Pair]
				if m.Opens != (b.State != Unopened && b.Open == Place{p, Field(f), m.Start}) || m.Depth != b.Depth {
					t.Fatalf("mark %+v of %+v", m, b)
				}
				if _, _, ok := shape(runes[m.End-1]); m.Closes && !ok {
					t.Fatalf("mark %+v of %+v does not end with a bracket", m, b)
				}
				if at := r.At(Place{p, Field(f), m.Start}); at < 0 || r.Brackets[at].Depth < m.Depth {
					t.Fatalf("at the start of mark %+v: bracket %d", m, at)
				}
			}
		}
	}
}

// drawn writes for every bracket where it stands and what it is:
// "0:4-9 1" for a pair of depth 1, "0:4-9! 1" for one never closed, "0:9? 1"
// for one never opened; brackets over paragraphs "0:4-2:9 1".
func drawn(r *Reading) string {
	var list []string
	for _, b := range r.Brackets {
		s := fmt.Sprintf("%d:%d", b.Open.Paragraph, b.Open.Offset)
		switch {
		case b.State == Unopened:
			s += "?"
		case b.Close.Paragraph != b.Open.Paragraph:
			s += fmt.Sprintf("-%d:%d", b.Close.Paragraph, b.Close.Offset)
		default:
			s += fmt.Sprintf("-%d", b.Close.Offset)
		}
		if b.State == Unclosed {
			s += "!"
		}
		list = append(list, fmt.Sprintf("%s %d", s, b.Depth))
	}
	return strings.Join(list, ", ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, text, want string // paragraphs divided by |
	}{
		{"none", "Each Party shall.", ""},
		{"one", "Each Party [shall].", "0:11-17 1"},
		{"nested", "[a [b [c]] d]", "0:0-12 1, 0:3-9 2, 0:6-8 3"},
		{"runes, not bytes", "États [partes] ü[x]", "0:6-13 1, 0:16-18 1"},
		{"empty", "[]", "0:0-1 1"},
		{"unclosed to the end of the paragraph", "a [b c|d", "0:2-6! 1"},
		{"unclosed inside a pair ends with it", "[a [b c.] d", "0:0-11! 1, 0:3-8 2"},
		{"unopened", "a] b", "0:1? 1"},
		{"unopened inside", "[a] b] [c]", "0:0-2 1, 0:5? 1, 0:7-9 1"},
		{"the last bracket closes the paragraph", "[3. Each Party shall [take measures.]", "0:0-36 1, 0:21-36! 2"},
		{"the first bracket opens the paragraph", "[3. Each Party shall] take measures.]", "0:0-36 1, 0:20? 2"},
		{"whole paragraph and inner", "[3. Each Party [shall] act.]", "0:0-27 1, 0:15-21 2"},

		{"full-width", "各方［应］［可］采取", "0:2-4 1, 0:5-7 1"},
		{"lenticular and tortoise-shell", "【甲】〔乙〕", "0:0-2 1, 0:3-5 1"},
		{"mixed forms pair", "［Part IV]", "0:0-8 1"},

		{"over two paragraphs", "[1. Parties shall:|act.]", "0:0-1:4 1"},
		{"over three, nested", "[Article 3|1. [Parties] act.|2. Done.]", "0:0-2:8 1, 1:3-11 2"},
		{"torn sentence", "shall [take into|account] this", "0:6-1:7 1"},
		{"chapeau to the last item", "Parties shall [take measures to:|(a) reduce;|(b) reuse;|(c) recycle;|(d) recover;|(e) design;|(f) report.]", "0:14-6:11 1"},
		{"near without a reason", "Do [this and|That] too", "0:3-1:4 1"},
		{"far without a reason", "Do [this.|2. A.|3. B.|4. C.|5. D.|6. That] too", "0:3-9! 1, 5:7? 1"},
		{"far with a good end only", "Do [this:|2. A.|3. B.|4. C.|5. D.|6. That.]", "0:3-5:8 1"},
		{"far with a good beginning only", "[Do this:|2. A.|3. B.|4. C.|5. D.|6. That] too", "0:0-5:7 1"},
		{"unclosed does not swallow another article", "Do [this.|A.|B.|Article 4|A.|B.|C.|That.]", "0:3-9! 1, 7:5? 1"},
		{"whole articles", "[Article 3|Do this.|A.|Article 4|A.|B.|That.]", "0:0-6:5 1"},
		{"forgotten inside an article that is a whole", "[Article 3|1. Do [this.|2. A.|3. That.]|Article 4|B.", "0:0-3:8 1, 1:6-12! 2"},
		{"passed over", "[1. Do:|2. so [that nothing.|3. x.|4. x.|5. x.|6. x.|7. x.|8. x.|9. x.|10. x.|11. x.|12. x.|13. x.|14. x.|15. x.|16. x.|17. x.|18. x.|19. x.|20. That.]", "0:0-19:9 1, 1:6-20! 2"},
		{"unclosed ends where one over paragraphs opens", "a [b [c:|d.]", "0:2-5! 1, 0:5-1:2 1"},

		{"Arabic, in logical order", "تتعهد الدول [الأطراف] بذلك", "0:12-20 1"},
		{"Arabic, typed the wrong way round", "تتعهد ]الدول[ الأطراف ]بذلك[", "0:6-12 1, 0:22-27 1"},
		{"Arabic, one paragraph typed the wrong way round", "نص [أول] هنا|نص ]ثان[ هنا|نص [ثالث] هنا", "0:3-7 1, 1:3-7 1, 2:3-8 1"},
		{"Arabic, over paragraphs", "[المادة 3|نص] أول [نص|آخر.]", "0:0-1:2 1, 1:8-2:4 1"},
		{"English is never turned", "a] b [c", "0:1? 1, 0:5-7! 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Parse(strings.Split(c.text, "|"))
			check(t, r)
			if got := drawn(r); got != c.want {
				t.Errorf("%q: got %q, want %q", c.text, got, c.want)
			}
		})
	}
}

// provision makes a provision of one language.
func provision(kind data.Kind, depth int, label, heading, text string) data.Provision {
	return data.Provision{Kind: kind, Depth: depth, Text: map[data.Lang]data.Rendering{data.English: {Label: label, Heading: heading, Text: text}}}
}

func TestParseProvisions(t *testing.T) {
	list := []data.Provision{
		provision(data.KindArticle, 0, "[Article 3", "[Scope] [Purpose]", ""),
		provision(data.KindParagraph, 1, "[1.", "", "Each Party [shall] act."),
		provision(data.KindPoint, 2, "[(a)", "", "Waste];"),
		provision(data.KindPoint, 2, "(b)", "", "Water.]"),
		provision(data.KindParagraph, 1, "2.", "", "Done.]"),
		provision(data.KindArticle, 0, "Article 4", "[Unclosed title", ""),
		provision(data.KindParagraph, 1, "1.", "", "Nothing.]"),
	}
	r := ParseProvisions(list, data.English)
	check(t, r)
	type at struct {
		state       State
		open, close Place
		depth       int
		extent      Extent
	}
	want := []at{
		{Paired, Place{0, FieldLabel, 0}, Place{4, FieldText, 5}, 1, Paragraphs},
		{Paired, Place{0, FieldHeading, 0}, Place{0, FieldHeading, 6}, 2, Inline},
		{Paired, Place{0, FieldHeading, 8}, Place{0, FieldHeading, 16}, 2, Inline},
		{Paired, Place{1, FieldLabel, 0}, Place{3, FieldText, 6}, 2, Paragraphs},
		{Paired, Place{1, FieldText, 11}, Place{1, FieldText, 17}, 3, Inline},
		{Paired, Place{2, FieldLabel, 0}, Place{2, FieldText, 5}, 3, Whole},
		{Paired, Place{5, FieldHeading, 0}, Place{6, FieldText, 8}, 1, Paragraphs},
	}
	var got []at
	for _, b := range r.Brackets {
		got = append(got, at{b.State, b.Open, b.Close, b.Depth, b.Extent})
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if c := r.Children(0); !slices.Equal(c, []int{1, 2, 3}) {
		t.Errorf("children of the first: %v", c)
	}
	if i := r.At(Place{3, FieldText, 2}); i != 3 {
		t.Errorf("(b) stands in bracket %d", i)
	}
	if i := r.At(Place{4, FieldText, 5}); i != 0 {
		t.Errorf("the last bracket of article 3 is of %d", i)
	}
	if i := r.At(Place{5, FieldLabel, 2}); i != -1 {
		t.Errorf("article 4 stands in bracket %d", i)
	}
}

// TestScope tells apart, by the outline, brackets over provisions from
// brackets that were never closed.
func TestScope(t *testing.T) {
	para := func(depth int, label, text string) data.Provision {
		return provision(data.KindParagraph, depth, label, "", text)
	}
	article := func(label, heading string) data.Provision {
		return provision(data.KindArticle, 0, label, heading, "")
	}
	items := func(n int, last string) (list []data.Provision) {
		for i := range n {
			list = append(list, para(2, fmt.Sprintf("(%c)", 'a'+i), "Item;"))
		}
		return append(list, para(2, "(z)", last))
	}
	for _, c := range []struct {
		name string
		list []data.Provision
		want string
	}{
		{"chapeau to the last of many items", append([]data.Provision{para(1, "1.", "Shall [do:")}, items(20, "End.]")...), "0:6-21:4 1"},
		{"chapeau into an item", append([]data.Provision{para(1, "1.", "Shall [do:")}, items(5, "Mid] end.")...), "0:6-10! 1, 6:3? 1"},
		{"out of the middle of a title", []data.Provision{article("Article 1", "Use of [terms"), para(1, "1.", "Done.]")}, "0:7-0! 1, 1:5? 1"},
		{"into the next article", []data.Provision{article("Article 1", "T"), para(1, "1.", "a"), para(1, "2.", "a [b."), para(1, "3.", "c."), article("Article 2", "T"), para(1, "1.", "d.]")}, "2:2-5! 1, 5:2? 1"},
		{"two whole articles", []data.Provision{article("[Article 1", "T"), para(1, "1.", "a"), para(1, "2.", "a."), article("Article 2", "T"), para(1, "1.", "b"), para(1, "2.", "d.]")}, "0:0-5:2 1"},
		{"an article given back its bracket", []data.Provision{article("[Article 1", "T"), para(1, "1.", "so [far."), para(1, "2.", "a.]"), article("Article 2", "T")}, "0:0-2:2 1, 1:3-8! 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := ParseProvisions(c.list, data.English)
			check(t, r)
			if got := drawn(r); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestContent(t *testing.T) {
	for text, want := range map[string]Content{
		"[]": Empty, "[ ]": Empty, "[\u00a0]": Empty,
		"[X]": Placeholder, "[XX]": Placeholder, "[x]": Placeholder, "[…]": Placeholder, "[...]": Placeholder, "[___]": Placeholder, "[N]": Placeholder,
		"[insert number]": Placeholder, "[à compléter]": Placeholder, "[por determinar]": Placeholder,
		"[вставить число]": Placeholder, "［待定］": Placeholder, "[تحدد لاحقا]": Placeholder,
		"[5]": Words, "[shall]": Words, "[a]": Words, "[[X]]": Words, "［应］": Words,
	} {
		if got := Parse([]string{text}).Brackets[0].Content; got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

func TestExtent(t *testing.T) {
	for text, want := range map[string]Extent{
		"[All of it.]": Whole, "[[All] of it.]": Whole, " [All.]; ": Whole, "3. [All.]": Whole, "(b) [All];": Whole, "[All]**6": Whole,
		"Not [all].": Inline, "[Not] all.": Inline, "[Not] [all]": Inline, "“[All]”": Whole,
	} {
		if got := Parse([]string{text}).Brackets[0].Extent; got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

// TestHostile holds to a time linear in the length: a test that takes minutes
// has failed.
func TestHostile(t *testing.T) {
	const n = 1_000_000
	deep := Parse([]string{strings.Repeat("[", n)})
	if len(deep.Brackets) != n || deep.Brackets[n-1].Depth != n || deep.Brackets[n-1].State != Unclosed {
		t.Error("a million opening brackets are not read")
	}
	checkRebuild(t, deep)
	if len(deep.Lint()) != n {
		t.Error("a million opening brackets are not reported")
	}
	for name, list := range map[string][]string{
		"pairs":                {strings.Repeat("[", n/5) + strings.Repeat("]", n/5)},
		"closing":              {strings.Repeat("]", n/5)},
		"neighbours":           {strings.Repeat("[]", n/5)},
		"apart":                {strings.Repeat("[", n/5), strings.Repeat("]", n/5)},
		"slashes":              {"[" + strings.Repeat("a/", n/5) + "]"},
		"nested slashes":       {strings.Repeat("[a/b", n/10) + strings.Repeat("]", n/10)},
		"words":                {strings.Repeat("[a ", n/10) + strings.Repeat("b] ", n/10)},
		"Arabic":               {strings.Repeat("]ا[", n/10)},
		"paragraphs":           strings.Split(strings.Repeat("[a|", n/10), "|"),
		"closing paragraphs":   strings.Split(strings.Repeat("[|", n/10)+strings.Repeat("a]|", n/10), "|"),
		"unclosed, then close": append([]string{strings.Repeat("[a ", n/10)}, strings.Split(strings.Repeat("b] c|", n/10), "|")...),
	} {
		t.Run(name, func(t *testing.T) {
			r := Parse(list)
			checkRebuild(t, r)
			r.Lint()
			r.Check(Choice{})
			r.Resolve(0, data.English, Choice{})
		})
	}
}

// soups are the characters of random texts.
var soups = []string{
	"[][][]ab .,;/",
	"［］【】〔〕[]应当，。/ ",
	"[]][اب،؛ .",
	"[]éà ;:!«»\u00a0",
	"[ ]шя.\n1(a)*",
}

func TestRandomSoups(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 3000 {
		soup := []rune(soups[random.Intn(len(soups))])
		list := make([]string, 1+random.Intn(5))
		for i := range list {
			s := make([]rune, random.Intn(20))
			for k := range s {
				s[k] = soup[random.Intn(len(soup))]
			}
			list[i] = string(s)
		}
		checkSoup(t, list, random.Int63())
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range append([]string{"[3. a|b.]|Article 4|c]", "]نص[|]نص[", "[a/b][c] [d]|\xff[\xfe]"}, soups...) {
		f.Add(s, int64(3))
	}
	f.Fuzz(func(t *testing.T, s string, choice int64) {
		if len(s) > 2000 {
			return
		}
		checkSoup(t, strings.Split(s, "|"), choice)
	})
}

func checkSoup(t testing.TB, list []string, choice int64) {
	t.Helper()
	r := Parse(list)
	check(t, r)
	for _, issue := range r.Lint() {
		if !strings.Contains(list[issue.At.Paragraph], issue.Excerpt) {
			t.Fatalf("excerpt %q is not of %q", issue.Excerpt, list[issue.At.Paragraph])
		}
	}
	provisions := make([]data.Provision, len(list))
	for i, s := range list {
		label, text, _ := strings.Cut(s, " ")
		provisions[i] = provision(data.KindParagraph, i%3, label, "", text)
	}
	check(t, ParseProvisions(provisions, data.English))
	checkResolved(t, r, choice)
}

func benchText() string {
	return strings.Repeat("Each Party [shall][should] take [, as appropriate,] measures to [reduce [the use of]] plastics/polymers. ", 20)
}

func BenchmarkParagraph2kB(b *testing.B) {
	s := []string{benchText()[:2048]}
	b.SetBytes(2048)
	b.ReportAllocs()
	for b.Loop() {
		Parse(s)
	}
}

func BenchmarkPlain2kB(b *testing.B) {
	s := []string{strings.Repeat("Each Party shall take measures to reduce plastics and polymers. ", 32)}
	b.SetBytes(2048)
	for b.Loop() {
		Parse(s)
	}
}
