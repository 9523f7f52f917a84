package desk_test

import (
	"testing"

	"travaux/data"
)

// convention is a treaty as the sample would adopt it.
func convention() data.Treaty {
	return data.Treaty{Title: data.Words{data.English: "Convention on lighthouses"}, Rule: data.EntryRule{Number: 40, Delay: data.Delay{Days: 90}}}
}

func TestABookKeepsRecords(t *testing.T) {
	d := imported(t)
	c, err := d.Treaties().Set(ctx, convention())
	must(t, err)
	if c.ID.IsZero() || c.Author != d.Me().ID || c.Time.IsZero() {
		t.Fatalf("the entry is not filled in: %+v", c.Entry)
	}
	c.Symbol = "A/RES/99/1"
	_, err = d.Treaties().Set(ctx, c)
	must(t, err)
	if got, _ := d.Treaties().Get(c.ID); got.Symbol != "A/RES/99/1" {
		t.Fatalf("the change was not kept: %+v", got)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if got, _ := d.Treaties().Get(c.ID); got.Symbol != "" {
		t.Errorf("undone, the symbol is %q", got.Symbol)
	}
	must(t, d.Treaties().Delete(ctx, c.ID))
	if all := d.Treaties().All(); len(all) != 0 {
		t.Errorf("deleted, there are %d", len(all))
	}
	if data.CodeOf(d.Treaties().Delete(ctx, c.ID)) != data.CodeNotFound {
		t.Error("deleted twice")
	}
}

func TestABookWritesNothingNewOnlyOnce(t *testing.T) {
	d := imported(t)
	c, err := d.Treaties().Set(ctx, convention())
	must(t, err)
	before, _ := d.CanUndo()
	_, err = d.Treaties().SetAll(ctx, c)
	must(t, err)
	if after, _ := d.CanUndo(); after != before {
		t.Errorf("saying the same again is an act: %s", after)
	}
	if _, err := d.Treaties().Set(ctx, data.Treaty{}); data.CodeOf(err) != data.CodeUntitled {
		t.Errorf("a treaty without a title: %v", err)
	}
}

func TestARecordOfABookIsFoundByItsProvision(t *testing.T) {
	d := imported(t)
	text, err := d.Current()
	must(t, err)
	p := text.Provisions[3].ID
	r, err := d.Reservations().Set(ctx, data.Reservation{Party: "XAR", Kind: data.ReservationMade, Provisions: []data.ID{p}, Text: "We are not bound by it.", Lang: data.English, Date: data.Today()})
	must(t, err)
	if on := d.Reservations().On(p); len(on) != 1 || on[0].ID != r.ID {
		t.Errorf("on the provision: %+v", on)
	}
	events, err := d.History(p)
	must(t, err)
	if len(events) == 0 || events[len(events)-1].What != "event.reservation" || events[len(events)-1].After != r.Text {
		t.Errorf("the history of the provision does not tell it: %+v", events)
	}
}
