package packages

import (
	"context"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
)

var ctx = context.Background()

func path(t *testing.T, b *roomtest.Bench, at string) data.ID {
	t.Helper()
	text, err := b.Desk.Current()
	roomtest.Must(t, err)
	p, ok := text.At(at)
	if !ok {
		t.Fatalf("no provision at %s", at)
	}
	return p.ID
}

func TestAPackageIsRecordedChangedAndGivenUp(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Import(t, "L/1", data.English, roomtest.English)
	rest, duty := path(t, b, "ch1/art2/2"), path(t, b, "ch1/art2/1")
	p := Show(b.Room, rest, data.ID{})
	if len(p.form.pack.Accepts) != 1 || p.form.pack.Accepts[0] != rest {
		t.Fatalf("the new package accepts %v", p.form.pack.Accepts)
	}
	p.form.title.Insert("Rest for light")
	p.form.add.OnSubmitted("2.1")
	if n := len(p.form.pack.Conditions); n != 1 || p.form.pack.Conditions[0].Provision != duty {
		t.Fatalf("%d conditions", n)
	}
	p.page.Leave()
	p = Show(b.Room, data.ID{}, data.ID{}) // what was begun is still there
	if p.form.pack.Title != "Rest for light" || len(p.form.pack.Conditions) != 1 {
		t.Fatalf("what was begun is lost: %+v", p.form.pack)
	}
	p.form.save()
	all := b.Desk.Packages()
	if len(all) != 1 || all[0].State != data.PackageHolds || len(b.Errors) > 0 {
		t.Fatalf("%d packages, %v", len(all), b.Errors)
	}
	p.form.pack.Conditions[0].Kind, p.form.pack.Conditions[0].Words = data.ConditionHas, "candles"
	p.form.save()
	if got := b.Desk.Packages()[0]; got.State != data.PackageBroken || len(p.form.reasons.Objects) != 1 {
		t.Errorf("it %s, with %d reasons shown", got.State, len(p.form.reasons.Objects))
	}
	p.form.add.OnSubmitted("99.9")
	if len(p.form.pack.Conditions) != 1 || len(b.Toasts) == 0 {
		t.Error("a number that is not there is taken, or nothing is said")
	}
	p.form.remove()
	if len(b.Desk.Packages()) != 0 {
		t.Error("the package is not given up")
	}
	_, err := b.Desk.Undo(ctx)
	roomtest.Must(t, err)
	p.Refresh()
	if len(p.all) != 1 {
		t.Error("undo does not bring it back to the page")
	}
}
