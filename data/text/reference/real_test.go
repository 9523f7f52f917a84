package reference_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/text"
	"travaux/data/text/reference"
	"travaux/translations"
)

// realText reads a document that is kept beside the project.
func realText(tb testing.TB, name string) []data.Provision {
	tb.Helper()
	content, err := os.ReadFile(filepath.Join("../../../../shared/data", name))
	if err != nil {
		tb.Skip("the real documents are not beside the project")
	}
	src, err := intake.Read(context.Background(), name, content)
	if err != nil {
		tb.Fatal(err)
	}
	o := text.Parse(src, "")
	provisions := make([]data.Provision, len(o.Nodes))
	for i, n := range o.Nodes {
		provisions[i] = data.Provision{
			ID: data.NewID(), Kind: n.Kind, Path: n.Path, Order: i, Depth: n.Depth,
			Text: map[data.Lang]data.Rendering{o.Lang: {Label: n.Label, Heading: n.Heading, Text: n.Text}},
		}
		if j := o.Parent(i); j >= 0 {
			provisions[i].Parent = provisions[j].ID
		}
	}
	return provisions
}

// counted is what a text's references come to.
type counted struct {
	refs   int
	status map[reference.Status]int
	paths  map[string][]string // what each provision points to, sorted
}

func count(provisions []data.Provision, lang data.Lang) counted {
	x := reference.NewIndex(provisions)
	c := counted{status: map[reference.Status]int{}, paths: map[string][]string{}}
	for i := range provisions {
		p := &provisions[i]
		for _, r := range reference.Find(p.Text[lang].Text, lang) {
			c.refs++
			for _, t := range x.Resolve(p.ID, r) {
				c.status[t.Status]++
				to := t.Path
				if t.Status != reference.Found {
					to = string(t.Status) + " " + t.Address.String()
				}
				c.paths[p.Path] = append(c.paths[p.Path], to)
			}
		}
		slices.Sort(c.paths[p.Path])
	}
	return c
}

// TestConventionInSixLanguages holds the references of a whole convention to
// each other: every language points from the same provisions to the same
// ones, but for what the language versions themselves say differently.
func TestConventionInSixLanguages(t *testing.T) {
	differ := map[string]string{ // by language and provision: what the others have and it has not, and the other way round
		"ar annex1/note2/1":    "-ch1/art2/e",                  // "subparagraph (ii) of article 2 (e)" instead of "article 2 (e) … in subparagraph (ii)"
		"ru annex1/note2/1":    "-ch1/art2/e",                  // the same
		"zh ch2/art14/4/b":     "-ch2/art14/2/c",               // (a) to (b) where the others have (a) to (c)
		"ru ch4/art24/3":       "-ch4 +ch4/art24",              // "this article" for "this chapter"
		"zh ch4/art31/10":      "+ch4/art31",                   // "this article" twice for "it"
		"zh ch5/art40/32":      "+ch5/art40",                   // the same
		"ar ch4/art28/1/flush": "", "zh ch4/art28/1/flush": "", // words after a list that stand before it there
	}
	all := map[data.Lang]counted{}
	for _, lang := range data.Langs {
		all[lang] = count(realText(t, "akn/A_RES_79_243_"+string(lang)+".xml"), lang)
	}
	want := all[data.English]
	for _, lang := range data.Langs {
		got := all[lang]
		t.Logf("%s: %d references, %v", lang, got.refs, got.status)
		if n := got.status[reference.Found]; n < 325 || n != total(got.status) {
			t.Errorf("%s: %v, want all found", lang, got.status)
		}
		for path := range joined(got.paths, want.paths) {
			if d := difference(got.paths[path], want.paths[path]); d != differ[string(lang)+" "+path] {
				t.Errorf("%s %s: %q", lang, path, d)
			}
		}
	}
}

func total(status map[reference.Status]int) int {
	n := 0
	for _, k := range status {
		n += k
	}
	return n
}

func joined(a, b map[string][]string) map[string]bool {
	out := map[string]bool{}
	for k := range a {
		out[k] = true
	}
	for k := range b {
		out[k] = true
	}
	return out
}

// difference says what is missing in got (-) and what is more (+).
func difference(got, want []string) string {
	count := map[string]int{}
	for _, s := range want {
		count[s]--
	}
	for _, s := range got {
		count[s]++
	}
	var out []string
	for s, n := range count {
		for ; n < 0; n++ {
			out = append(out, "-"+s)
		}
		for ; n > 0; n-- {
			out = append(out, "+"+s)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(a[:1], b[:1])*-1*100 + strings.Compare(a, b) })
	return strings.Join(out, " ")
}

func TestCharterInSixLanguages(t *testing.T) {
	for _, lang := range data.Langs {
		got := count(realText(t, "treaties/un-charter-"+string(lang)+".txt"), lang)
		t.Logf("%s: %d references, %v", lang, got.refs, got.status)
		// What is not clear are two points of paragraphs whose numbers the
		// files have lost; what is foreign is a declaration.
		if got.status[reference.Found] < 74 || got.status[reference.Gone] > 0 || got.status[reference.Foreign] != 1 || got.status[reference.Unclear] > 2 {
			t.Errorf("%s: %v", lang, got.status)
		}
	}
}

// TestConventions counts what other conventions point to. What is gone in the
// Law of the Sea is lost in its scanned file: paragraphs in the midst of lines.
func TestConventions(t *testing.T) {
	for _, c := range []struct {
		file                 string
		found, gone, foreign int // at least, at most, at least
	}{
		{"treaties/vclt-1969.md", 87, 1, 10},
		{"treaties/minamata.md", 195, 4, 1},
		{"treaties/budapest-convention-185.md", 240, 3, 0},
		{"treaties/arms-trade-treaty.md", 68, 0, 6},
		{"treaties/fish-stocks-agreement-1995.txt", 90, 1, 20},
		{"treaties/unclos-1982.txt", 950, 155, 5},
		{"drafts/bbnj-2022_5.clean.txt", 180, 7, 20},
		{"drafts/bbnj-2023_2.clean.txt", 180, 1, 15},
	} {
		t.Run(c.file, func(t *testing.T) {
			got := count(realText(t, c.file), data.English).status
			t.Log(got)
			if got[reference.Found] < c.found || got[reference.Gone] > c.gone || got[reference.Foreign] < c.foreign {
				t.Errorf("%v", got)
			}
		})
	}
}

// TestSymbolsInSixLanguages expects the same documents in every language.
func TestSymbolsInSixLanguages(t *testing.T) {
	for _, file := range []string{"akn/A_RES_79_1_", "akn/A_RES_79_243_", "akn/S_RES_2728_"} {
		var want []string
		for _, lang := range []data.Lang{data.English, data.French, data.Spanish, data.Russian, data.Chinese, data.Arabic} {
			var got []string
			for _, p := range realText(t, file+string(lang)+".xml") {
				for _, s := range reference.Symbols(p.Text[lang].Text, lang) {
					got = append(got, s.Name)
				}
			}
			slices.Sort(got)
			if want == nil {
				want = got
			}
			d := difference(got, want)
			if lang == data.Arabic {
				d = strings.TrimSuffix(d, "-1/CP.21") // Arabic writes this number with letters of its own
			}
			if d != "" || len(got) == 0 {
				t.Errorf("%s%s: %d symbols, %s", file, lang, len(got), d)
			}
		}
	}
}

// TestTermsInSixLanguages expects the same terms, defined in the same
// provisions and used about as often.
func TestTermsInSixLanguages(t *testing.T) {
	var want []string
	for _, lang := range []data.Lang{data.English, data.French, data.Spanish, data.Russian, data.Chinese, data.Arabic} {
		provisions := realText(t, "akn/A_RES_79_243_"+string(lang)+".xml")
		paths := map[data.ID]string{}
		for _, p := range provisions {
			paths[p.ID] = p.Path
		}
		var got []string
		terms := reference.Terms(provisions, lang)
		uses := reference.Uses(provisions, lang, terms)
		n, unused := 0, 0
		for i, term := range terms {
			got = append(got, paths[term.Provision])
			n += len(uses[i])
			if len(uses[i]) == 0 {
				unused++
			}
		}
		t.Logf("%s: %d terms, %d uses, %d unused", lang, len(terms), n, unused)
		if want == nil {
			want = got
		}
		// French defines one more, of judicial review (24/5), by the same form.
		if d := difference(got, want); d != "" && (lang != data.French || d != "+ch4/art24/5") {
			t.Errorf("%s: %s", lang, d)
		}
		if list := slices.DeleteFunc(slices.Clone(got), func(p string) bool { return !strings.HasPrefix(p, "ch1/art2/") }); len(list) != 16 {
			t.Errorf("%s: %d terms in article 2", lang, len(list))
		}
		if n < 250 || unused > 2 {
			t.Errorf("%s: %d uses, %d unused", lang, n, unused)
		}
	}
}

// TestWhatWeCiteIsReadBack cites every provision of a convention as we write
// citations, and expects to be led to it.
func TestWhatWeCiteIsReadBack(t *testing.T) {
	for _, lang := range data.Langs {
		provisions := realText(t, "akn/A_RES_79_243_"+string(lang)+".xml")
		x := reference.NewIndex(provisions)
		l := translations.New(string(lang))
		n := 0
		for _, p := range provisions {
			cited := l.Cite(p.Path)
			switch {
			case strings.ContainsAny(cited, "("+"（") && strings.Contains(p.Path, "witness"), strings.HasPrefix(p.Path, "res"), p.Path == "witness",
				p.Kind == data.KindTitle, p.Kind == data.KindPreamble, p.Kind == data.KindFormula, p.Kind == data.KindText, strings.Contains(p.Path, "note23+35"):
				continue // not cited by numbers
			}
			n++
			refs := reference.Find(cited, lang)
			if len(refs) != 1 || len(refs[0].Parts) != 1 {
				t.Errorf("%s %s: %q is %d references", lang, p.Path, cited, len(refs))
				continue
			}
			if got := x.Resolve(data.ID{}, refs[0])[0]; got.Path != p.Path {
				t.Errorf("%s: %q leads to %q (%s), not to %s", lang, cited, got.Path, got.Address, p.Path)
			}
		}
		if n < 580 {
			t.Errorf("%s: only %d", lang, n)
		}
	}
}

// handChecked is a sample of the convention, read and resolved by eye: the
// provision, then everything that it points to. It is the same in every
// language.
const handChecked = `
res/4: ch7/art56
res/5: ch8/art57/5/g ch9/art61 ch9/art62
res/9: ch8/art58
res/10: res/5 res/6
ch1/art2/m: ch2/art17
ch1/art3/b: ch4/art23 ch5/art35
ch2/art9/2: ch2/art9/1
ch2/art11/1/a/i: ch2/art7 ch2/art8 ch2/art9 ch2/art10
ch2/art11/1/b: ch2/art11/1/a/i ch2/art11/1/a/ii ch2/art7 ch2/art8 ch2/art9 ch2/art10
ch2/art11/2: ch2/art11 ch2/art11/1 ch2/art7 ch2/art8 ch2/art9 ch2/art10
ch2/art11/3: ch2/art11/1 ch2/art11/1/a/ii
ch2/art14/1/d: ch2/art14/1/a ch2/art14/1/b ch2/art14/1/c
ch2/art14/3: ch2/art14/2
ch2/art15/1: ch2/art14
ch2/art16/2: ch2/art16/1
ch2/art16/4: ch2/art16 ch2/art14
ch2/art17/2/c: ch2/art17/2/b ch2/art17
ch2/art17/2/e: ch2/art17/1
ch3/art22/2: ch1/art5
ch3/art22/2/c: ch2/art17/1/b/ii ch2/art17/1/a/i ch2/art17/1/a/ii ch2/art17/1/b/i
ch3/art22/3: ch5/art37/11
ch3/art22/5: ch3/art22/1 ch3/art22/2
ch4/art23/1: ch4
ch4/art23/2: ch4/art23/1
ch4/art23/3/a: ch4/art29 ch4/art30 ch4/art29
ch4/art23/3/b: ch4/art29 ch4/art30
ch4/art24/4: ch4/art24 ch4
ch4/art24/5: ch4/art24/2
ch4/art26: ch4/art25
ch4/art28/2: ch4/art28/1/a
ch4/art28/3: ch4/art28/1 ch4/art28/2
ch4/art28/4: ch4/art28/1 ch4/art28/2 ch4/art28/3
ch4/art29/2: ch4/art29/1/a
ch4/art31/3: ch4/art31/1 ch4/art31/2
ch4/art31/7: ch4/art31 ch5/art50 ch4/art31/7
ch4/art33/2: ch4/art33/1
ch4/art34/4: ch2/art14 ch2/art15 ch2/art16
ch4/art34/5: ch4/art34/2 ch4/art34/3 ch4/art34/4
ch4/art34/6: ch2/art14 ch2/art16
ch5/art35/2: ch5/art35/1/b ch5/art35/1/c ch5/art40 ch5/art41 ch5/art42 ch5/art43 ch5/art44 ch5/art45 ch5/art46
ch5/art36/1/b: ch5/art36/1/a
ch5/art37/12: ch5/art37/11
ch5/art40/2: ch2/art18
ch5/art40/3/d: ch5/art44
ch5/art40/11: ch5/art40/9 ch5/art40/10
ch5/art40/28: ch5/art40/21 ch5/art40/27
ch5/art41/3/b: ch5/art42 ch5/art43
ch5/art42/6: ch5/art40/21/b ch5/art40/21/c ch5/art40/22
ch5/art43/2: ch5/art43/1 ch5/art40/21/b ch5/art40/21/c ch5/art40/22
ch5/art44/2: ch5/art35 ch5
ch5/art44/3/b: ch5/art44/2
ch5/art49/2: ch5/art50/2
ch5/art50/2: ch4/art31/1 ch5/art50/1
ch5/art50/3: ch5/art40 ch5/art50 ch5/art40/15 ch5/art50
ch5/art50/3/b: ch5/art50/1/b
ch5/art52/1: ch4/art31 ch5/art50
ch5/art52/3: ch4/art31 ch5/art50
ch5/art52/3/a: ch7/art56/2/c
ch7/art54/3: ch7/art54/1 ch7/art54/2
ch8/art57/5/g: ch9/art61 ch9/art62
ch8/art57/8: ch8/art57/5 ch8/art57/6 ch8/art57/7
ch9/art63/3: ch9/art63/2 ch9/art63/2
ch9/art65/1: ch9/art65/1
annex1/note17/3: ch2/art17 ch2/art7 ch2/art8 ch2/art9 ch2/art10 ch2/art11 ch2/art12 ch2/art13 ch2/art14 ch2/art15 ch2/art16
annex1/note23+35/4: ch2/art19`

func TestHandCheckedSample(t *testing.T) {
	for _, lang := range data.Langs {
		got := count(realText(t, "akn/A_RES_79_243_"+string(lang)+".xml"), lang)
		for _, line := range strings.Split(strings.TrimSpace(handChecked), "\n") {
			from, to, _ := strings.Cut(line, ": ")
			if d := difference(got.paths[from], strings.Fields(to)); d != "" {
				t.Errorf("%s %s: %s", lang, from, d)
			}
		}
	}
}
