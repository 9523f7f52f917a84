package desk_test

import (
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

// burdened is a desk with a treaty on which a record of each kind hangs, and their count.
func burdened(t *testing.T) (d *desk.Desk, treaty data.Treaty, amendment data.Amendment, dispute data.Dispute) {
	t.Helper()
	d = imported(t)
	text, err := d.Current()
	must(t, err)
	place := text.Provisions[3].ID
	day := data.Date{Year: 2026, Month: 3, Day: 1}
	treaty, err = d.Treaties().Set(ctx, convention())
	must(t, err)
	_, err = d.Instruments().Set(ctx, data.Instrument{Treaty: treaty.ID, Party: "EGY", Kind: data.InstrumentRatification, Date: day})
	must(t, err)
	amendment, err = d.Amendments().Set(ctx, data.Amendment{Treaty: treaty.ID, Title: data.Words{data.English: "Lit at nine"}})
	must(t, err)
	for _, party := range []string{"EGY", "FRA"} {
		_, err = d.AmendmentActs().Set(ctx, data.AmendmentAct{Amendment: amendment.ID, Party: party, Kind: data.ActAccept, Date: day})
		must(t, err)
	}
	dispute, err = d.Disputes().Set(ctx, data.Dispute{Treaty: treaty.ID, Title: "The lamp", Raised: day, Claimants: []string{"EGY"}, Answering: []string{"FRA"}})
	must(t, err)
	_, err = d.DisputeSteps().Set(ctx, data.DisputeStep{Dispute: dispute.ID, Date: day, Act: data.DisputeAsked, Means: data.MeansNegotiation, By: "EGY"})
	must(t, err)
	obliged, err := d.Obligations().Set(ctx, data.Obligation{Treaty: treaty.ID, Provision: place, Must: "Light the lamp.", Due: data.Due{Kind: data.DueAlways}})
	must(t, err)
	cycle, err := d.Cycles().Set(ctx, data.Cycle{Treaty: treaty.ID, Title: data.Words{data.English: "First cycle"}, Opens: day, Due: day})
	must(t, err)
	_, err = d.PartyReports().Set(ctx, data.PartyReport{Cycle: cycle.ID, Party: "EGY", Received: day})
	must(t, err)
	_, err = d.Assessments().Set(ctx, data.Assessment{Cycle: cycle.ID, Party: "EGY", Obligation: obliged.ID, Provision: place, Grade: data.GradeMet, Day: day, Confidential: true})
	must(t, err)
	return d, treaty, amendment, dispute
}

// left counts what is in the books that burdened fills.
func left(d *desk.Desk) map[string]int {
	return map[string]int{
		"treaties": len(d.Treaties().All()), "instruments": len(d.Instruments().All()), "amendments": len(d.Amendments().All()), "acts": len(d.AmendmentActs().All()),
		"disputes": len(d.Disputes().All()), "steps": len(d.DisputeSteps().All()), "obligations": len(d.Obligations().All()), "cycles": len(d.Cycles().All()),
		"reports": len(d.PartyReports().All()), "assessments": len(d.Assessments().All()),
	}
}

func TestWhatHangsOnARecordGoesAndComesBackWithIt(t *testing.T) {
	d, treaty, amendment, dispute := burdened(t)
	full := left(d)
	for _, c := range []struct {
		name   string
		delete func() error
		n      int
		gone   []string
	}{
		{"amendment", func() error { return d.Amendments().Delete(ctx, amendment.ID) }, d.Amendments().Hanging(amendment.ID), []string{"amendments", "acts"}},
		{"dispute", func() error { return d.Disputes().Delete(ctx, dispute.ID) }, d.Disputes().Hanging(dispute.ID), []string{"disputes", "steps"}},
		{"treaty", func() error { return d.Treaties().Delete(ctx, treaty.ID) }, d.Treaties().Hanging(treaty.ID), []string{"treaties", "instruments", "amendments", "acts", "disputes", "steps", "obligations", "cycles", "reports", "assessments"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			must(t, c.delete())
			want, n := map[string]int{}, -1
			for name, count := range full {
				want[name] = count
			}
			for _, name := range c.gone {
				n += want[name]
				want[name] = 0
			}
			now := left(d)
			for name := range full {
				if now[name] != want[name] {
					t.Errorf("%s: %d left, not %d", name, now[name], want[name])
				}
			}
			if c.n != n {
				t.Errorf("%d were said to hang on it, not %d", c.n, n)
			}
			_, err := d.Undo(ctx)
			must(t, err)
			now = left(d)
			for name := range full {
				if now[name] != full[name] {
					t.Errorf("undone, %s: %d, not %d", name, now[name], full[name])
				}
			}
		})
	}
	if a := d.Assessments().All(); len(a) != 1 || a[0].Audience() != data.AudienceInstructed {
		t.Errorf("brought back, the confidential assessment is %+v", a)
	}
}

func TestAReportAloneIsDeletedAlone(t *testing.T) {
	d, _, _, _ := burdened(t)
	before := left(d)
	r := d.PartyReports().All()[0]
	if n := d.PartyReports().Hanging(r.ID); n != 0 {
		t.Errorf("%d hang on a report", n)
	}
	must(t, d.PartyReports().Delete(ctx, r.ID))
	before["reports"] = 0
	for name, n := range left(d) {
		if n != before[name] {
			t.Errorf("%s: %d, not %d", name, n, before[name])
		}
	}
}
