package play_test

import (
	"context"
	"testing"

	"travaux/data"
	"travaux/data/sample/play"
)

func TestTheNextRevisionBreaksOneOfTwoPackages(t *testing.T) {
	d := played(t, data.French)
	for _, s := range d.Packages() {
		if s.State != data.PackageHolds {
			t.Errorf("%q is %s before the next revision: %+v", s.Package.Title, s.State, s.Conditions)
		}
	}
	if _, err := play.Next(context.Background(), d, data.NoProgress{}); err != nil {
		t.Fatal(err)
	}
	got := map[data.PackageState]int{}
	for _, s := range d.Packages() {
		got[s.State]++
	}
	if got[data.PackageHolds] != 1 || got[data.PackageBroken] != 1 {
		t.Errorf("after it: %v", got)
	}
}
