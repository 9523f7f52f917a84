package tally

import (
	"testing"

	"travaux/data"
)

func TestSides(t *testing.T) {
	c := Counts{10, 1, 2, 3, 20, 4, 153}
	for _, x := range []struct {
		stance data.Stance
		want   Sides
		ok     bool
	}{
		{data.StanceSupport, Sides{With: 10, Against: 20, Open: 10, Silent: 153}, true},
		{data.StanceRedLine, Sides{With: 20, Against: 10, Open: 10, Silent: 153}, true},
		{data.StanceDelete, Sides{With: 20, Against: 10, Open: 10, Silent: 153}, true},
		{data.StanceAmend, Sides{}, false},
		{data.StanceReserve, Sides{}, false},
		{data.StanceNone, Sides{}, false},
	} {
		if got, ok := c.Sides(Attitude(x.stance)); got != x.want || ok != x.ok {
			t.Errorf("%s: %+v %v, want %+v %v", x.stance, got, ok, x.want, x.ok)
		}
	}
}
