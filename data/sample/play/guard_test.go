package play_test

import (
	"context"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/sample/play"
)

// TestGuard holds that the sample's red lines are watched in all six languages: in
// doubt in the draft, one crossed by the revision after it, the other never.
func TestGuard(t *testing.T) {
	d := played(t, data.English)
	langs := map[data.Lang]bool{}
	for _, c := range d.Crossings() {
		if !c.Doubt || c.Reason != data.CrossedFound || c.By != data.ByText {
			t.Errorf("the draft crosses: %+v", c)
		}
		langs[c.Lang] = true
	}
	if len(langs) != len(data.Langs) {
		t.Errorf("in doubt in %v", langs)
	}
	r, err := play.Next(context.Background(), d, data.NoProgress{})
	if err != nil {
		t.Fatal(err)
	}
	all, fresh := d.RevisionCrossings(r.ID)
	if len(all) != len(data.Langs) || len(fresh) != len(all) {
		t.Fatalf("the revision crosses in %d languages, anew in %d", len(all), len(fresh))
	}
	for _, c := range all {
		p, err := d.Provision(c.Provision)
		if err != nil || c.Doubt || p.Path != "ch4/art19/3" || !strings.Contains(p.Text[c.Lang].Text, c.Words) {
			t.Errorf("%s: %+v", p.Path, c)
		}
	}
}

// TestLadderOfTheSample stands on the preferred wording, which crosses no red line.
func TestLadderOfTheSample(t *testing.T) {
	d := played(t, data.English)
	text, err := d.Current()
	if err != nil {
		t.Fatal(err)
	}
	p, _ := text.At("ch2/art9/1")
	l, at := d.Ladder(p.ID)
	if len(l.Steps) != 3 || at != 0 {
		t.Fatalf("%d steps, stands on %d", len(l.Steps), at)
	}
	for i, s := range l.Steps {
		for _, lang := range data.Langs {
			if s.Wording[lang] == "" {
				t.Errorf("step %d has no words in %s", i, lang)
			}
			if x := d.WordingCrosses(p.ID, lang, s.Wording[lang]); len(x) > 0 {
				t.Errorf("step %d crosses in %s: %+v", i, lang, x)
			}
		}
	}
}
