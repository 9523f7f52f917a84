package bracket

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode"

	"travaux/data"
)

// keep makes a choice of the brackets whose words are given.
func keep(r *Reading, words ...string) Choice {
	c := Choice{Keep: map[int]bool{}, Part: map[int]int{}}
	for i := range r.Brackets {
		if slices.Contains(words, r.Words(i)) {
			c.Keep[i] = true
		}
	}
	return c
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		name string
		lang data.Lang
		text string
		keep []string
		want string
	}{
		{"nothing kept", data.English, "Each Party shall [, as appropriate,] take [effective] measures [to reduce waste].", nil, "Each Party shall take measures."},
		{"kept with its comma", data.English, "Each Party shall [, as appropriate,] act.", []string{", as appropriate,"}, "Each Party shall, as appropriate, act."},
		{"alternatives", data.English, "Each Party [shall][should] act.", []string{"should"}, "Each Party should act."},
		{"three, with spaces", data.English, "Each Party [shall] [should] [may] act.", []string{"may"}, "Each Party may act."},
		{"slash between", data.English, "Each Party [shall]/[should] act.", []string{"shall"}, "Each Party shall act."},
		{"slash between, both", data.English, "Each Party [shall] / [should] act.", []string{"shall", "should"}, "Each Party shall / should act."},
		{"nested, outer kept", data.English, "act [in line with [national] law].", []string{"in line with [national] law"}, "act in line with law."},
		{"nested, only inner kept", data.English, "act [in line with [national] law].", []string{"national"}, "act."},
		{"nested, both kept", data.English, "act [in line with [national] law].", []string{"national", "in line with [national] law"}, "act in line with national law."},
		{"item of a list", data.English, "paper, [glass,] metal", nil, "paper, metal"},
		{"last item of a list", data.English, "paper, glass, [metal].", nil, "paper, glass."},
		{"item between commas", data.English, "paper, [glass], metal", nil, "paper, metal"},
		{"item between semicolons", data.English, "paper; [glass]; metal", nil, "paper; metal"},
		{"stronger mark stays", data.English, "paper; [glass], metal", nil, "paper; metal"},
		{"capital at the start", data.English, "[Where appropriate,] each Party shall act.", nil, "Each Party shall act."},
		{"capital of a later sentence", data.English, "Parties act. [However,] each Party may wait.", nil, "Parties act. Each Party may wait."},
		{"comma after a lost start", data.English, "[Where appropriate], each Party shall act.", nil, "Each Party shall act."},
		{"capital over another bracket", data.English, "[Where appropriate,] [all] Parties act.", []string{"all"}, "All Parties act."},
		{"no capital within", data.English, "the [European] union", nil, "the union"},
		{"small start stays small", data.English, "[where needed,] reduce waste", nil, "reduce waste"},
		{"capital of a chosen start", data.English, "[Each][A] Party acts.", []string{"A"}, "A Party acts."},
		{"sentence", data.English, "Parties act. [They report.] They meet.", nil, "Parties act. They meet."},
		{"sentence with the stop outside", data.English, "Parties act. [They report].", nil, "Parties act."},
		{"after an abbreviation", data.English, "plastics, etc.[ and so on], waste", nil, "plastics, etc., waste"},
		{"comma of both", data.English, "act [as needed,][, in time,] now", []string{"as needed,", ", in time,"}, "act as needed, in time, now"},
		{"stop of both", data.English, "act [in time.].", []string{"in time."}, "act in time."},
		{"comma and stop", data.English, "act [in time,].", []string{"in time,"}, "act in time."},
		{"dots of a placeholder", data.English, "in annex [..]; and [... more]", []string{"..", "... more"}, "in annex ..; and ... more"},
		{"dots of a contents list", data.English, "Trade [in waste] ...... 5", nil, "Trade ...... 5"},
		{"in parentheses", data.English, "waste ([including lost gear]) and water", nil, "waste and water"},
		{"half of parentheses", data.English, "waste (gear, [nets]) and water", nil, "waste (gear) and water"},
		{"in quotation marks", data.English, "the “[new] plan” is", nil, "the “plan” is"},
		{"inner spaces", data.English, "act [ in time ] now", []string{" in time "}, "act in time now"},
		{"inside a word", data.English, "the State[s] Part[y][ies]", []string{"s", "ies"}, "the States Parties"},
		{"letter of a word", data.English, "[e][E]ducation", []string{"E"}, "Education"},
		{"missing space", data.English, "National [Action][Implementation]Plans", []string{"Action"}, "National Action Plans"},
		{"two survivors that touch", data.English, "Each Party [shall][should] act.", []string{"shall", "should"}, "Each Party shall should act."},
		{"mark of a note", data.English, "problematic [plastic products]** and [additional]**6 waste", []string{"additional"}, "problematic and additional**6 waste"},
		{"asterisk of a word", data.English, "the instrument[s]* enters", nil, "the instrument* enters"},
		{"nothing left", data.English, "[All of it.]", nil, ""},
		{"whole paragraph kept", data.English, "[All [of] it.]", []string{"All [of] it."}, "All it."},
		{"number before the comma", data.English, "within [5] years[, or 10], act", []string{"5"}, "within 5 years, act"},
		{"odd spaces elsewhere stay", data.English, "two  spaces , here [and] there  too", nil, "two  spaces , here there  too"},
		{"line feed stays", data.English, "first [one]\nsecond", nil, "first\nsecond"},
		{"unclosed stays", data.English, "Each Party [shall act.", nil, "Each Party [shall act."},
		{"unclosed set aside", data.English, "Each Party [shall act.", []string{"shall act."}, "Each Party shall act."},
		{"unopened stays", data.English, "Each Party] shall [not] act.", nil, "Each Party] shall act."},
		{"empty", data.English, "a [] b", nil, "a b"},

		{"French space before a semicolon", data.French, "les Parties [, selon qu’il convient] ; elles", nil, "les Parties ; elles"},
		{"French no-break space is kept", data.French, "les mesures [utiles]\u00a0: réduire", nil, "les mesures\u00a0: réduire"},
		{"French space is made", data.French, "les mesures [utiles]: réduire", nil, "les mesures\u00a0: réduire"},
		{"French comma", data.French, "les Parties [, le cas échéant] , agissent", nil, "les Parties, agissent"},
		{"French guillemets", data.French, "le terme « [nouveau] plan » désigne", nil, "le terme « plan » désigne"},
		{"French capital", data.French, "[S’il y a lieu,] étant entendu", nil, "Étant entendu"},
		{"Spanish", data.Spanish, "Las Partes [, según proceda,] adoptarán [todas] las medidas [necesarias].", []string{"todas"}, "Las Partes adoptarán todas las medidas."},
		{"Spanish capital", data.Spanish, "[Cuando proceda,] las Partes", nil, "Las Partes"},
		{"Russian", data.Russian, "[При необходимости] каждая Сторона [, по возможности,] принимает меры [и отчитывается].", nil, "Каждая Сторона принимает меры."},
		{"Chinese", data.Chinese, "缔约方［应］［可］采取［有效］措施［，减少废物］。", []string{"应"}, "缔约方应采取措施。"},
		{"Chinese, no space is left", data.Chinese, "缔约方 [应] [可] 采取 [有效] 措施。", []string{"可"}, "缔约方可采取措施。"},
		{"Chinese list", data.Chinese, "纸、［玻璃、］金属、［塑料］。", nil, "纸、金属。"},
		{"Chinese comma at the start", data.Chinese, "［必要时］，各方应采取行动。", nil, "各方应采取行动。"},
		{"Arabic", data.Arabic, "تتخذ الدول [، حسب الاقتضاء،] تدابير [فعالة] ، وتقدم [تقارير].", nil, "تتخذ الدول تدابير، وتقدم."},
		{"Arabic typed the wrong way round", data.Arabic, "تتخذ ]الدول[ ]الأطراف[ تدابير.", []string{"الأطراف"}, "تتخذ الأطراف تدابير."},
		{"Arabic list", data.Arabic, "الورق، [والزجاج،] والمعادن؛ [والماء].", nil, "الورق، والمعادن."},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Parse([]string{c.text})
			clean := r.Resolve(0, c.lang, keep(r, c.keep...))
			if clean.Text.Text != c.want {
				t.Errorf("%q: got %q, want %q", c.text, clean.Text.Text, c.want)
			}
			checkFrom(t, c.text, clean.Text)
		})
	}
}

// checkFrom holds a sentence to its source: every rune is the one it is said to
// be, but for capitals and spaces at a seam, and they are in order.
func checkFrom(t testing.TB, source string, s Sentence) {
	t.Helper()
	runes, out := []rune(source), []rune(s.Text)
	if len(out) != len(s.From) {
		t.Fatalf("%d runes, %d places", len(out), len(s.From))
	}
	last := -1
	for i, from := range s.From {
		switch {
		case from < 0 && out[i] != ' ':
			t.Fatalf("%q was put into %q", out[i], s.Text)
		case from < 0:
			continue
		case from <= last || from >= len(runes):
			t.Fatalf("rune %d of %q is from %d, the one before from %d", i, s.Text, from, last)
		case out[i] != runes[from] && out[i] != unicode.ToUpper(runes[from]) && !(unicode.IsSpace(out[i]) && unicode.IsSpace(runes[from])):
			t.Fatalf("rune %d of %q is %q, in the source %q", i, s.Text, out[i], runes[from])
		}
		last = from
	}
}

// checkResolved makes a random choice and holds the result to what is always
// true: letters outside what was dropped all stay, and nothing comes in.
func checkResolved(t testing.TB, r *Reading, seed int64) {
	t.Helper()
	random := rand.New(rand.NewSource(seed))
	c := Choice{Keep: map[int]bool{}, Part: map[int]int{}}
	for i := range r.Brackets {
		c.Keep[i] = random.Intn(2) == 0
		c.Part[i] = random.Intn(3)
	}
	langs := []data.Lang{data.English, data.French, data.Chinese, data.Arabic}
	for p := range r.paragraphs {
		clean := r.Resolve(p, langs[random.Intn(len(langs))], c)
		source := r.paragraphs[p].fields[FieldText]
		checkFrom(t, source, clean.Text)
		runes := []rune(source)
		cuts := make([]cut, len(runes))
		r.cut(cuts, p, FieldText, c)
		for i, what := range cuts {
			if stays := slices.Contains(clean.Text.From, i); unicode.IsLetter(runes[i]) && stays != (what == kept) {
				t.Fatalf("%q: letter %d stays: %v", source, i, stays)
			}
		}
	}
}

func TestResolveOverParagraphs(t *testing.T) {
	list := []data.Provision{
		provision(data.KindArticle, 0, "[Article 3", "[Scope][Purpose]", ""),
		provision(data.KindParagraph, 1, "[7][6] bis.", "", "Each Party [shall] act."),
		provision(data.KindParagraph, 1, "2.", "", "Done [so far].]"),
	}
	r := ParseProvisions(list, data.English)
	clean := r.Resolve(1, data.English, Choice{})
	if clean.Label.Text != "" || clean.Text.Text != "" || clean.Unsettled != nil {
		t.Errorf("a paragraph of a dropped article: %+v", clean)
	}
	c := keep(r, "Purpose", "6", "shall")
	c.Keep[0] = true
	for i, want := range []string{"Article 3|Purpose|", "6 bis.||Each Party shall act.", "2.||Done."} {
		clean := r.Resolve(i, data.English, c)
		if got := clean.Label.Text + "|" + clean.Heading.Text + "|" + clean.Text.Text; got != want || clean.Unsettled != nil {
			t.Errorf("paragraph %d: %q (%v), want %q", i, got, clean.Unsettled, want)
		}
	}
}

func TestTick(t *testing.T) {
	r := Parse([]string{"Each Party [shall][should [now] [soon]][may] act."})
	c := r.Tick(Choice{}, 0, true) // shall
	c = r.Tick(c, 2, true)         // now
	if got := r.Resolve(0, data.English, c).Text.Text; got != "Each Party should now act." {
		t.Errorf("now ticked: %q", got)
	}
	c = r.Tick(c, 3, true) // soon: with spaces between, both may survive
	if got := r.Resolve(0, data.English, c).Text.Text; got != "Each Party should now soon act." {
		t.Errorf("soon ticked: %q", got)
	}
	c = r.Tick(r.Tick(c, 2, false), 3, false)
	if got := r.Resolve(0, data.English, c).Text.Text; got != "Each Party should act." {
		t.Errorf("both taken back: %q", got)
	}
	if got := r.Resolve(0, data.English, r.Tick(c, 4, true)).Text.Text; got != "Each Party may act." {
		t.Errorf("may ticked: %q", got)
	}
}

func TestResolvePart(t *testing.T) {
	for _, c := range []struct {
		text string
		part int
		want string
		open []UnsettledKind
	}{
		{"Each Party [shall/should] act.", 0, "Each Party shall act.", nil},
		{"Each Party [shall / should] act.", 1, "Each Party should act.", nil},
		{"Each Party [shall/should] act.", 9, "Each Party shall/should act.", []UnsettledKind{NoPart}},
		{"act [with impacts/effects] here", 1, "act effects here", []UnsettledKind{VaguePart}},
		{"各方［应／可］采取", 1, "各方可采取", nil},
		{"[take [all] measures / develop plans] now", 0, "take measures now", nil},
	} {
		r := Parse([]string{c.text})
		clean := r.Resolve(0, data.English, Choice{Keep: map[int]bool{0: true}, Part: map[int]int{0: c.part}})
		var open []UnsettledKind
		for _, u := range clean.Unsettled {
			open = append(open, u.Kind)
		}
		if clean.Text.Text != c.want || !slices.Equal(open, c.open) {
			t.Errorf("%q part %d: %q %v, want %q %v", c.text, c.part, clean.Text.Text, open, c.want, c.open)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name, text string
		keep       []string
		want       string
	}{
		{"none of the alternatives", "[a][b]", nil, "none"},
		{"one of the alternatives", "[a][b]", []string{"a"}, ""},
		{"both alternatives", "[a][b]", []string{"a", "b"}, "several"},
		{"unclear, none", "[a] [b]", nil, "unclear"},
		{"unclear, one", "[a] [b]", []string{"b"}, ""},
		{"unclear, both", "[a] [b] [c]", []string{"a", "b"}, "unclear"},
		{"alternatives in an unclear run", "[a][b] [c]", nil, "unclear none"},
		{"one of the alternatives in an unclear run", "[a][b] [c]", []string{"b"}, ""},
		{"optional", "x [a] y", nil, ""},
		{"inside what is dropped", "[x [a][b]]", nil, ""},
		{"inside what is kept", "[x [a][b]]", []string{"x [a][b]"}, "none"},
		{"slash", "[a/b]", []string{"a/b"}, "slash"},
		{"placeholder dropped", "[X]", nil, ""},
		{"placeholder kept", "in [X] years", []string{"X"}, "placeholder"},
		{"unclosed", "a [b", nil, "unclosed"},
		{"unclosed set aside", "a [b", []string{"b"}, ""},
		{"unopened", "a] b", nil, "unopened"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Parse([]string{c.text})
			var got []string
			for _, u := range r.Check(keep(r, c.keep...)) {
				got = append(got, string(u.Kind))
			}
			slices.Sort(got)
			want := strings.Fields(c.want)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
