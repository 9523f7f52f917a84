package strength_test

import (
	"testing"

	"travaux/data"
	"travaux/data/redline/strength"
	"travaux/translations"
)

func TestEverythingHasAName(t *testing.T) {
	var ids []string
	for _, c := range strength.Classes {
		ids = append(ids, c.ID())
	}
	for _, o := range strength.Outcomes {
		ids = append(ids, o.ID())
	}
	mark := []strength.Mark{{}}
	for _, c := range []strength.Change{{Old: mark}, {New: mark}, {Old: mark, New: mark}} {
		ids = append(ids, c.ID())
	}
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		for _, id := range ids {
			if !loc.Has(id) {
				t.Errorf("%s: no %q", lang, id)
			}
		}
	}
}
