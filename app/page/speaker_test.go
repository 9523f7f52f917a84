package page_test

import (
	"testing"

	"travaux/app/page"
	"travaux/data"
	"travaux/data/states"
	"travaux/data/tally"
	"travaux/translations"
)

func TestSpeaker(t *testing.T) {
	loc := translations.New("en")
	reg := states.Standard()
	for _, c := range []struct {
		name string
		s    data.Speaker
		want string
	}{
		{"a State", data.Speaker{Code: "KEN"}, "Kenya"},
		{"a State for somebody", data.Speaker{Code: "KEN", ForName: "Hills"}, "Kenya, on behalf of Hills"},
		{"a group alone", data.Speaker{ForName: "Hills"}, "Hills"},
		{"who is not in the register", data.Speaker{Name: "Amaria", ForName: "the Hills"}, "Amaria, on behalf of the Hills"},
		{"a code that nobody has", data.Speaker{Code: "XXA", For: "gone"}, "XXA, on behalf of gone"},
	} {
		if got := page.Speaker(loc, reg, c.s); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestSignsDiffer holds every class to a sign of its own: no print has to be in
// colour.
func TestSignsDiffer(t *testing.T) {
	seen := map[string]data.Attitude{}
	for _, class := range tally.Classes {
		if other, taken := seen[page.ClassSign(class)]; taken {
			t.Errorf("%q and %q have the sign %q", class, other, page.ClassSign(class))
		}
		seen[page.ClassSign(class)] = class
	}
}
