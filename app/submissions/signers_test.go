package submissions

import (
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/states"
	"travaux/translations"
)

func TestSigners(t *testing.T) {
	reg := states.Standard()
	loc := translations.New("en")
	for name, c := range map[string]struct {
		typed string
		want  []data.Speaker
	}{
		"a State":            {"Kenya", []data.Speaker{{Code: "KEN"}}},
		"for a group":        {"Egypt on behalf of NAM", []data.Speaker{{Code: "EGY", For: "nam"}}},
		"a group alone":      {"Group of 77 and China", []data.Speaker{{For: "g77"}}},
		"an observer":        {"Holy See; Kenya", []data.Speaker{{Code: "VAT"}, {Code: "KEN"}}},
		"who is not there":   {"River Society", []data.Speaker{{Name: "River Society"}}},
		"in another script":  {"肯尼亚", []data.Speaker{{Code: "KEN"}}},
		"for a group of own": {"Peru on behalf of the Friends of Rivers", []data.Speaker{{Code: "PER", ForName: "Friends of Rivers"}}},
		"nobody":             {" ", nil},
	} {
		t.Run(name, func(t *testing.T) {
			got := signers(reg, c.typed)
			if !slices.Equal(got, c.want) {
				t.Fatalf("gives %+v, not %+v", got, c.want)
			}
			if again := signers(reg, written(loc, reg, got)); !slices.Equal(again, got) {
				t.Errorf("written as %q it is read as %+v", written(loc, reg, got), again)
			}
		})
	}
}

func TestSignersAsProponents(t *testing.T) {
	reg := states.Standard()
	got := proponents(reg, []data.Speaker{{Code: "KEN"}, {Code: "VAT"}, {Name: "River Society"}, {Code: "EGY", ForName: "Hills"}, {ForName: "Hills"}}, data.English)
	want := []data.Proponent{{State: "KEN"}, {Name: "Holy See"}, {Name: "River Society"}, {State: "EGY", For: "Hills"}, {Name: "Hills"}}
	if !slices.Equal(got, want) {
		t.Errorf("gives %+v, not %+v", got, want)
	}
}
