package page_test

import (
	"context"
	"testing"

	"travaux/app/page"
	"travaux/app/page/roomtest"
	"travaux/data"
)

func TestAFormIsNotRecordedWhileADayCannotBeRead(t *testing.T) {
	b := roomtest.New(t, "en")
	keep := page.NewKeep(b.Desk, func(err error) { t.Error(err) })
	defer keep.Wait()
	f := page.NewForm(b.Room, keep, func() {}, func(c *data.Contact) *data.Entry { return &c.Entry }, func(id data.ID) string { return "contact/" + id.String() })
	from, until := f.Day(&f.Is.From), f.Day(&f.Is.Until)
	f.Party(&f.Is.Party).OnChanged([]string{"KEN", "NOR"})
	name := f.Text("", &f.Is.Name)
	name.Insert("A. Lamp")
	recorded := 0
	record := func() {
		f.Record(func(_ context.Context, c data.Contact) (data.Contact, error) { return c, nil }, func(data.Contact) { recorded++ })
	}
	from.Insert("the first")
	until.Insert("2030-01-01")
	if record(); recorded != 0 || len(b.Errors) != 1 {
		t.Fatalf("recorded %d with a day that cannot be read: %v", recorded, b.Errors)
	}
	from.SetText("")
	from.Insert("2029-01-01")
	f.Begin(data.Contact{}) // what was typed is still there
	if f.Is.Name != "A. Lamp" || f.Is.Party != "NOR" || f.Is.From.Year != 2029 {
		t.Fatalf("%+v", f.Is)
	}
	if record(); recorded != 1 {
		t.Fatalf("%v", b.Errors)
	}
	if f.Begin(data.Contact{}); f.Is.Name != "" {
		t.Error("what was recorded is begun again")
	}
}
