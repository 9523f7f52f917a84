package export

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

var update = flag.Bool("update", false, "write the golden files anew")

func paper(lang data.Lang) Document {
	return PositionPaper(specimen.Brief(lang), translations.New(string(lang)))
}

// golden holds a text to a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s:\n%s", path, firstDifference(got, string(want)))
	}
}

func TestPositionPaperSaysWhatItShould(t *testing.T) {
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			got := paper(lang).Text()
			golden(t, "position."+string(lang)+".txt", got)
		})
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one of them is longer"
}

func TestNothingOfTheBriefIsLost(t *testing.T) {
	for _, lang := range data.Langs {
		brief := specimen.Brief(lang)
		text := paper(lang).Text()
		must := append([]string{brief.Title, brief.Body, brief.Session, brief.AgendaItem, brief.State, brief.Symbol}, brief.Letterhead...)
		for _, l := range brief.Lines {
			must = append(must, l.Text, l.Citations)
			must = append(must, strings.Split(l.Reasons, "\n")...)
			if l.Approval.Approved {
				must = append(must, Groups(l.Approval.Digest))
			}
		}
		for _, m := range must {
			if !strings.Contains(text, m) {
				t.Errorf("%s: the paper does not say %q", lang, m)
			}
		}
	}
}

func TestProposedWordingIsARedlineOfTheText(t *testing.T) {
	line := data.PublicLine{Text: "one two three", Wording: "one four three", Stance: data.StanceAmend}
	tests := map[string]struct {
		change func(*data.PublicLine)
		want   string
	}{
		"changed":        {func(*data.PublicLine) {}, "one [-two-][+four+] three"},
		"new":            {func(l *data.PublicLine) { l.Text = "" }, "[+one four three+]"},
		"to be deleted":  {func(l *data.PublicLine) { l.Wording, l.Stance = "", data.StanceDelete }, "[-one two three-]"},
		"none proposed":  {func(l *data.PublicLine) { l.Wording = "" }, ""},
		"same":           {func(l *data.PublicLine) { l.Wording = l.Text }, ""},
		"two paragraphs": {func(l *data.PublicLine) { l.Text, l.Wording = "a\nb", "a\nb c" }, "a|b[+ c+]"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			l := line
			test.change(&l)
			var got []string
			for _, p := range proposed(l) {
				got = append(got, p.Text())
			}
			if s := strings.Join(got, "|"); s != test.want {
				t.Errorf("got %q, want %q", s, test.want)
			}
		})
	}
}

func TestHeadingsAreRepeatedOnlyWhereTheyChange(t *testing.T) {
	seen := map[string]int{}
	for _, h := range paper(data.English).Headings() {
		seen[h.Text]++
	}
	for text, n := range seen {
		if n > 1 {
			t.Errorf("%q stands %d times", text, n)
		}
	}
	for _, want := range []string{"Chapter I. General provisions", "Article 7. Planned measures", "Article 7, paragraph 3 (b)", "Preambular paragraph 3"} {
		if seen[want] != 1 {
			t.Errorf("no heading %q", want)
		}
	}
	if seen["Article 12"] != 0 {
		t.Error("an article is cited below its own heading")
	}
}

func TestRedLineIsShownAsOpposition(t *testing.T) {
	brief := specimen.Brief(data.English)
	brief.Lines[0].Stance = data.StanceRedLine
	text := PositionPaper(brief, translations.New("en")).Text()
	if !strings.Contains(text, translations.New("en").T("stance.oppose.public")) || strings.Contains(strings.ToLower(text), "red line") {
		t.Error("a red line is seen in a public paper")
	}
}

// TestNoRoomForSecrets holds that a paper can be made of public types only.
func TestNoRoomForSecrets(t *testing.T) {
	var walk func(t reflect.Type, path string)
	walk = func(typ reflect.Type, path string) {
		switch typ.Kind() {
		case reflect.Slice:
			walk(typ.Elem(), path)
		case reflect.Struct:
			for i := range typ.NumField() {
				f := typ.Field(i)
				for _, word := range []string{"Internal", "Instruction", "Remark", "Secret", "Member", "Author", "Comment"} {
					if strings.Contains(f.Name, word) || strings.Contains(f.Type.Name(), word) {
						t.Errorf("%s.%s could hold a secret", path, f.Name)
					}
				}
				walk(f.Type, path+"."+f.Name)
			}
		}
	}
	walk(reflect.TypeOf(data.PublicBrief{}), "PublicBrief")
}

func TestEmptyBrief(t *testing.T) {
	for _, lang := range data.Langs {
		doc := PositionPaper(data.PublicBrief{Lang: lang}, translations.New(string(lang)))
		if len(doc.Headings()) != 0 {
			t.Errorf("%s: headings of nothing: %v", lang, doc.Headings())
		}
	}
}

func TestLongPapersListArticlesOnly(t *testing.T) {
	doc := PositionPaper(specimen.Long(data.English, 10), translations.New("en"))
	for _, b := range doc.Blocks {
		if c, ok := b.(Contents); ok && c.Depth != 2 {
			t.Errorf("the contents go down to level %d", c.Depth)
		}
	}
}
