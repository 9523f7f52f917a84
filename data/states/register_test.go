package states

import (
	"testing"

	"travaux/data"
)

func TestTheRegisterHoldsTheMembersByRegion(t *testing.T) {
	r := Standard()
	if n := len(r.Counted()); n != 193 {
		t.Errorf("%d counted", n)
	}
	day := data.Date{Year: 2026, Month: 11, Day: 1}
	of := map[string]int{}
	for _, code := range r.Counted() {
		of[r.Region(code, day)]++
	}
	for group, want := range map[Group]int{Africa: 54, AsiaPacific: 54, EasternEurope: 23, LatinAmerica: 33, WesternEurope: 29} {
		if of[string(group)] != want {
			t.Errorf("%s has %d, not %d", group, of[string(group)], want)
		}
	}
}
