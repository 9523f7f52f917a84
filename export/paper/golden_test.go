package paper_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/sample/play/playtest"
	"travaux/export/paper"
)

var update = flag.Bool("update", false, "write the golden files anew")

// goldens are the kinds whose papers of the sample are held to files, with the styles
// besides the usual one. The others are held to files by the tests of export.
var goldens = map[string][]string{
	"non-paper": {""}, "joint": {""}, "explanation": {"", "vote-before"}, "reply": {"first", "second"},
	"amendments": {"codes", "sentences"}, "compilation": {""}, "comparison": {""}, "letter": {""}, "brief": {""},
	"declaration": {"", "reservation", "reservation-signature"},
}

func TestPapersOfTheSampleSayWhatTheyShould(t *testing.T) {
	d := playtest.Desk(t, data.English)
	given := ordersAt(t, d)
	later := playtest.Desk(t, data.English)
	given["comparison"] = data.PaperOrder{Revisions: compared(t, later)}
	for kind, styles := range goldens {
		for _, style := range styles {
			for _, lang := range data.Langs {
				order := given[kind]
				order.Kind, order.Date = kind, data.Date{Year: 2026, Month: 11, Day: 29}
				name := kind
				if style != "" {
					order.Style, name = style, kind+"."+style
				}
				on := d
				if len(order.Revisions) > 0 {
					on = later
				}
				doc, err := paper.Document(on, order, lang)
				if err != nil {
					t.Errorf("%s, %s: %v", name, lang, err)
					continue
				}
				golden(t, name+"."+string(lang)+".txt", doc.Text())
			}
		}
	}
}

// golden holds a text to a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n"); got != string(want) {
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Errorf("%s, line %d:\ngot  %s\nwant %s", path, i+1, g[i], w[i])
				return
			}
		}
		t.Errorf("%s is longer or shorter", path)
	}
}
