package play_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/sample/play"
)

// TestTakenInEveryLanguage: what the sample's next revision took of the
// proposals is nearly the same whichever of the six languages is compared: the
// words differ in how they are put into brackets.
func TestTakenInEveryLanguage(t *testing.T) {
	d := played(t, data.English)
	r, err := play.Next(context.Background(), d, data.NoProgress{})
	if err != nil {
		t.Fatal(err)
	}
	outcome := func(lang data.Lang) (list []string) {
		all, err := d.Uptakes(context.Background(), r.ID, lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range all {
			if u.Lang != lang {
				t.Fatalf("compared in %s instead of %s", u.Lang, lang)
			}
			list = append(list, fmt.Sprintf("%s: %s", u.Proposal.ID, u.Uptake))
		}
		return list
	}
	want := outcome(data.English)
	if len(want) < 15 {
		t.Fatalf("only %d proposals", len(want))
	}
	for _, lang := range data.Langs {
		same := 0
		for _, line := range outcome(lang) {
			if slices.Contains(want, line) {
				same++
			}
		}
		if 10*same < 8*len(want) {
			t.Errorf("%s: %d of %d as in English", lang, same, len(want))
		}
	}
}
