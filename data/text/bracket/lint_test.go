package bracket

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

func TestLint(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"clean", "[a [b]] [c]|[d|e]", ""},
		{"unclosed", "x [a", "unclosed 0:2"},
		{"unopened", "x a]", "unopened 0:3"},
		{"empty", "x []", "empty 0:2"},
		{"placeholder is none", "x [X] […]", ""},
		{"mixed", "［Part IV]", "mixed 0:8"},
		{"crossing", "[a 【b] c】", "crossing 0:8, crossing 0:5"},
		{"mixed inside mixed is no crossing", "[a ［b】 c］", "mixed 0:8, mixed 0:5"},
		{"straddling", "Do [this and|That] too", "straddling 0:3"},
		{"torn sentence is no straddling", "Do [this and|that] too", ""},
		{"over paragraphs", "[Do this.|That.]", ""},
		{"the whole text mirrored", "]نص[ و]نص[|]نص[", "mirrored 0:0"},
		{"some mirrored", "نص [أول] هنا|نص ]ثان[ هنا ]ثان[|نص [ثالث] هنا", "mirrored 1:3"},
		{"mirrored and empty", "نص ][ هنا", "mirrored 0:3, empty 0:3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Parse(strings.Split(c.text, "|"))
			var got []string
			for _, i := range r.Lint() {
				got = append(got, fmt.Sprintf("%s %d:%d", i.Kind, i.At.Paragraph, i.At.Offset))
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

func TestLintIsExact(t *testing.T) {
	text := strings.Repeat("é", 50) + "[" + strings.Repeat("ü", 50)
	r := ParseRendering(data.Rendering{Label: "1.", Heading: "a]", Text: text})
	issues := r.Lint()
	if len(issues) != 2 || issues[0].At != (Place{0, FieldHeading, 1}) || issues[1].At != (Place{0, FieldText, 50}) {
		t.Fatalf("issues: %+v", issues)
	}
	i := issues[1]
	if runes := []rune(i.Excerpt); len(runes) != 65 || runes[i.Before] != '[' {
		t.Errorf("excerpt %q, bracket at %d", i.Excerpt, i.Before)
	}
	if words, before := r.Excerpt(i.At, 3); words != "ééé[üüü" || before != 3 {
		t.Errorf("excerpt of three: %q, %d", words, before)
	}
	if !issues[0].Kind.Fault() || LintEmpty.Fault() || LintUnclosed.ID() != "bracket.lint.unclosed" || NoPart.ID() != "bracket.unsettled.slash" {
		t.Error("kinds do not know their names")
	}
}

func TestMarks(t *testing.T) {
	list := []data.Provision{
		provision(data.KindArticle, 0, "[Article 3", "Scope [of it]", ""),
		provision(data.KindParagraph, 1, "1.", "", "A [b [c]] d."),
		provision(data.KindParagraph, 1, "2.", "", "Done.] Or [not."),
		provision(data.KindParagraph, 1, "3.", "", "Plain."),
	}
	r := ParseProvisions(list, data.English)
	for _, c := range []struct {
		paragraph int
		field     Field
		want      []Mark
	}{
		{0, FieldLabel, []Mark{{0, 10, 1, 0, "", true, false}}},
		{0, FieldHeading, []Mark{{0, 13, 1, 0, "", false, false}, {6, 13, 2, 1, "", true, true}}},
		{0, FieldText, nil},
		{1, FieldLabel, []Mark{{0, 2, 1, 0, "", false, false}}},
		{1, FieldText, []Mark{{0, 12, 1, 0, "", false, false}, {2, 9, 2, 2, "", true, true}, {5, 8, 3, 3, "", true, true}}},
		{2, FieldText, []Mark{{0, 6, 1, 0, "", false, true}, {10, 15, 1, 4, LintUnclosed, true, false}}},
		{3, FieldText, nil},
	} {
		if got := r.Marks(c.paragraph, c.field); !slices.Equal(got, c.want) {
			t.Errorf("paragraph %d, field %d: got %+v, want %+v", c.paragraph, c.field, got, c.want)
		}
	}
}

func TestCounts(t *testing.T) {
	list := []data.Provision{
		provision(data.KindChapter, 0, "Chapter I", "[Title]", ""),
		provision(data.KindArticle, 1, "Article 1", "Scope", ""),
		provision(data.KindParagraph, 2, "1.", "", "A [b [c]][d] [e/f] g."),
		provision(data.KindParagraph, 2, "1 alt.", "", "No text."),
		provision(data.KindPoint, 3, "(a)", "", "A] [b"),
		provision(data.KindChapter, 0, "Chapter II", "", "[x]"),
	}
	r := ParseProvisions(list, data.English)
	own, total := Counts(list, r, FindOptions(list, data.English))
	para := Count{Pairs: 4, Depth: 2, Alternatives: 2, Unclear: 1, Options: 1}
	point := Count{Unclosed: 1, Unopened: 1, Depth: 1}
	article := Count{Pairs: 4, Unclosed: 1, Unopened: 1, Depth: 2, Alternatives: 2, Unclear: 1, Options: 1}
	chapter := article
	chapter.Pairs++
	if want := []Count{{Pairs: 1, Depth: 1}, {}, para, {}, point, {Pairs: 1, Depth: 1}}; !slices.Equal(own, want) {
		t.Errorf("own   %+v\nwant  %+v", own, want)
	}
	if want := []Count{chapter, article, para, point, point, {Pairs: 1, Depth: 1}}; !slices.Equal(total, want) {
		t.Errorf("total %+v\nwant  %+v", total, want)
	}
	if (Count{}).Open() || !point.Open() {
		t.Error("what is open is not known")
	}
}

// TestEveryKindHasItsWords holds the kinds to the catalogue.
func TestEveryKindHasItsWords(t *testing.T) {
	b, err := os.ReadFile("../../../translations/catalogue/brackets.json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]map[string]string
	if err := json.Unmarshal(b, &words); err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{}
	for _, k := range []LintKind{LintUnclosed, LintUnopened, LintCrossing, LintMixed, LintEmpty, LintStraddling, LintMirrored} {
		want[k.ID()], want[k.ID()+".hint"] = true, true
	}
	for _, k := range []UnsettledKind{NoSurvivor, SeveralSurvivors, UnclearRun, NoPart, VaguePart, Unfilled, NeverClosed, NeverOpened} {
		want[k.ID()] = true
	}
	for id := range want {
		if words[id] == nil {
			t.Errorf("the catalogue has no %q", id)
		}
	}
	for id := range words {
		if !want[id] {
			t.Errorf("no kind has the words %q", id)
		}
	}
}
