package desk_test

import (
	"testing"

	"travaux/data"
)

func TestAnAmendmentIsKeptWithWhatPartiesDidAboutIt(t *testing.T) {
	d := imported(t)
	c, err := d.Treaties().Set(ctx, convention())
	must(t, err)
	text, err := d.Current()
	must(t, err)
	p := text.Provisions[3].ID
	a, err := d.Amendments().Set(ctx, data.Amendment{
		Treaty: c.ID, Kind: data.AmendmentText, Title: data.Words{data.English: "Five, not six"}, Proposed: data.Today(),
		Edits: []data.AmendmentEdit{
			{Op: data.EditReplace, Provision: p, Text: data.Words{data.English: "Lamps are lit at five."}},
			{Op: data.EditInsert, Provision: data.NewID(), After: p, Text: data.Words{data.English: "And at nine."}},
		},
	})
	must(t, err)
	if on := d.Amendments().On(p); len(on) != 1 || on[0].ID != a.ID || len(on[0].Edits) != 2 {
		t.Errorf("on the provision: %+v", on)
	}
	_, err = d.AmendmentActs().Set(ctx, data.AmendmentAct{Amendment: a.ID, Party: "XAR", Kind: data.ActAccept, Date: data.Today()})
	must(t, err)
	_, err = d.Undo(ctx)
	must(t, err)
	if all := d.AmendmentActs().All(); len(all) != 0 {
		t.Errorf("undone, there are %d", len(all))
	}
}

func TestAnAmendmentThatCannotBeIsRefused(t *testing.T) {
	title, today := data.Words{data.English: "X"}, data.Today()
	tomorrow := data.DateOf(today.Time().AddDate(0, 0, 1))
	for _, c := range []struct {
		name string
		a    data.Amendment
		want data.Code
	}{
		{"without a title", data.Amendment{}, data.CodeUntitled},
		{"adopted before it is proposed", data.Amendment{Title: title, Proposed: tomorrow, Adopted: today}, data.CodeBackward},
		{"four thirds", data.Amendment{Title: title, Rule: data.AmendmentRule{Majority: data.Share{Num: 4, Den: 3}}}, data.CodeNumbers},
		{"minus one vote", data.Amendment{Title: title, Vote: data.Vote{Yes: -1}}, data.CodeNumbers},
		{"an edit of nothing", data.Amendment{Title: title, Edits: []data.AmendmentEdit{{Op: data.EditDelete}}}, data.CodeWordless},
		{"nothing inserted", data.Amendment{Title: title, Edits: []data.AmendmentEdit{{Op: data.EditInsert, Provision: data.NewID()}}}, data.CodeWordless},
	} {
		if got := data.CodeOf(c.a.Check()); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for _, x := range []data.AmendmentAct{{Date: today}, {Party: "XAR"}} {
		if x.Check() == nil {
			t.Errorf("%+v is taken", x)
		}
	}
}
