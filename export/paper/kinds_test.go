package paper_test

import (
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/sample/play/playtest"
	"travaux/export/paper"
	"travaux/translations"
)

// TestKindsSayWhatTheyAre holds that every kind, style, part and phrase has its name in
// all languages, and that the parts of a kind are those that its papers have.
func TestKindsSayWhatTheyAre(t *testing.T) {
	d := playtest.Desk(t, data.English)
	given := orders(t, d)
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		for _, k := range paper.Kinds {
			ids := []string{"paper-kind." + k.ID, "paper-kind." + k.ID + ".hint"}
			for _, s := range k.Styles {
				ids = append(ids, "paper-style."+s)
			}
			for _, p := range k.Parts {
				ids = append(ids, "paper-part."+p)
			}
			for _, id := range append(ids, k.Words...) {
				if !loc.Has(id) {
					t.Errorf("%s, %s: the catalogue has no %q", k.ID, lang, id)
				}
			}
		}
	}
	for _, k := range paper.Kinds {
		seen := map[string]bool{}
		for _, style := range append([]string{""}, k.Styles...) {
			order := given[k.ID]
			order.Kind, order.Style = k.ID, style
			if order.Date.IsZero() {
				order.Date = data.Date{Year: 2026, Month: 11, Day: 29}
			}
			doc, err := paper.Document(d, order, data.English)
			if err != nil {
				t.Fatal(k.ID, style, err)
			}
			for _, p := range doc.Parts {
				seen[p.ID] = true
				if !slices.Contains(k.Parts, p.ID) {
					t.Errorf("%s has a part %q that it does not tell of", k.ID, p.ID)
				}
			}
		}
		for _, p := range k.Parts {
			if !seen[p] {
				t.Errorf("no paper of %s has a part %q", k.ID, p)
			}
		}
	}
}
