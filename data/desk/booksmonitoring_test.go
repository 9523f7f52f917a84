package desk_test

import (
	"strings"
	"testing"

	"travaux/data"
)

func TestAConfidentialAssessmentIsASecretAndAnotherIsNot(t *testing.T) {
	d := imported(t)
	text, err := d.Current()
	must(t, err)
	p := text.Provisions[3].ID
	o, err := d.Obligations().Set(ctx, data.Obligation{Provision: p, Obliged: data.ObligedParties, Must: "shall keep its lanterns burning", Due: data.Due{Kind: data.DueAlways}})
	must(t, err)
	a := data.Assessment{Party: "XAR", Obligation: o.ID, Provision: p, Grade: data.GradeUnmet, Day: data.Today(), Text: "The northern lights went out in March.", Evidence: []data.Evidence{{Symbol: "L/INF/3", Words: "a fisherman saw it"}}}
	open, err := d.Assessments().Set(ctx, a)
	must(t, err)
	secrets := func() (words, evidence bool) {
		for _, s := range d.Secrets() {
			words = words || s.Field == "field.assessment" && strings.Contains(s.Text, "northern lights")
			evidence = evidence || s.Field == "field.assessment" && strings.Contains(s.Text, "fisherman")
		}
		return words, evidence
	}
	if words, evidence := secrets(); words || evidence {
		t.Error("what all may read is kept from papers")
	}
	open.Confidential = true
	_, err = d.Assessments().Set(ctx, open)
	must(t, err)
	if words, evidence := secrets(); !words || !evidence {
		t.Error("a confidential assessment and its evidence are not among the secrets")
	}
	if on := d.Assessments().On(p); len(on) != 1 {
		t.Errorf("%d assessments on the provision", len(on))
	}
}

func TestRecordsOfMonitoringAreChecked(t *testing.T) {
	d := imported(t)
	day := data.Today()
	for _, c := range []struct {
		name string
		do   func() error
		want data.Code
	}{
		{"an obligation without words", func() error { _, err := d.Obligations().Set(ctx, data.Obligation{}); return err }, data.CodeWordless},
		{"a deadline without a period", func() error {
			_, err := d.Obligations().Set(ctx, data.Obligation{Must: "report", Due: data.Due{Kind: data.DueEvery}})
			return err
		}, data.CodeTimeless},
		{"a cycle that ends before it begins", func() error {
			_, err := d.Cycles().Set(ctx, data.Cycle{Title: data.Words{"en": "First"}, Opens: day, Due: data.Date{Year: 1999, Month: 1, Day: 1}})
			return err
		}, data.CodeBackward},
		{"a report of nobody", func() error { _, err := d.PartyReports().Set(ctx, data.PartyReport{Received: day}); return err }, data.CodeNobody},
		{"an assessment without a grade", func() error {
			_, err := d.Assessments().Set(ctx, data.Assessment{Party: "XAR", Obligation: data.NewID(), Day: day})
			return err
		}, data.CodeWordless},
		{"a party that reviews itself", func() error {
			_, err := d.Reviews().Set(ctx, data.Review{Party: "XAR", Reviewers: []string{"XBO", "XAR"}})
			return err
		}, data.CodeOwn},
		{"a publication without consent", func() error {
			_, err := d.Reviews().Set(ctx, data.Review{Party: "XAR", Steps: []data.ReviewStep{{Stage: data.StagePublished, Date: day}}})
			return err
		}, data.CodeConsent},
		{"a draw without a seed", func() error { _, err := d.Draws().Set(ctx, data.Draw{Date: day}); return err }, data.CodeSeedless},
		{"a draw from too few", func() error {
			_, err := d.Draws().Set(ctx, data.Draw{Date: day, Seed: "1", Rules: data.DrawRules{Reviewers: 2}, Pool: []data.Ticket{{Party: "XAR"}, {Party: "XBO"}}})
			return err
		}, data.CodeTooFew},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := data.CodeOf(c.do()); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
