package clause_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/clause"
	"travaux/data/intake"
	"travaux/data/sample"
	"travaux/data/text"
)

// orbital holds the parameters of the sample convention, sorted in each paragraph.
var orbital = map[string][]string{
	"15/2": {"limit 1y"}, "15/3": {"interval 2y"}, "15/4/b": {"consensus"},
	"16/1": {"interval 4y"}, "17/2": {"limit 60d"},
	"18/1": {"ahead 6m", "standstill 5y"}, "18/2": {"consensus"}, "18/3": {"majority 3/4 voting"},
	"18/4": {"amended 90d", "majority 2/3 parties"}, "18/5": {"amended 180d"},
	"19/1": {
		"settlement arbitration", "settlement conciliation", "settlement enquiry", "settlement judicial-settlement", "settlement mediation", "settlement negotiation",
		"settlement own-choice",
	},
	"19/2": {"resort 12m", "resort 6m", "settlement conciliation", "settlement negotiation"},
	"19/3": {"resort 6m", "settlement arbitration", "settlement conciliation", "settlement judicial-settlement"},
	"20/1": {"signature 2029-12-31"},
	"21/1": {"entry 90d", "instruments 50"}, "21/2": {"later 30d"},
	"23/2": {"notice 1y"}, "24/1": {"depositary"}, "24/2": {"languages ar zh en fr ru es"},
}

// TestTheSampleSaysTheSameInSixLanguages holds the reader to the sample's draft, with
// its brackets, from its institutions to its end.
func TestTheSampleSaysTheSameInSixLanguages(t *testing.T) {
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			name, content := sample.Next(lang)
			src, err := intake.Read(context.Background(), name, content)
			if err != nil {
				t.Fatal(err)
			}
			seen := 0
			for _, n := range text.Parse(src, lang).Nodes {
				_, path, ok := strings.Cut(n.Path, "/art")
				if !ok || !strings.HasPrefix(n.Path, "ch4/") && !strings.HasPrefix(n.Path, "ch5/") {
					continue
				}
				got := shorts(clause.Distinct(clause.Read(n.Text, lang)))
				slices.Sort(got)
				if len(got) > 0 {
					seen++
				}
				if !slices.Equal(got, orbital[path]) {
					t.Errorf("%s: got %q, want %q\n%s", path, got, orbital[path], n.Text)
				}
			}
			if seen != len(orbital) {
				t.Errorf("%d paragraphs with parameters, want %d", seen, len(orbital))
			}
		})
	}
}
