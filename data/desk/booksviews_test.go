package desk_test

import (
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/dispute"
)

func TestADisputeIsKeptWithWhatFewerMayRead(t *testing.T) {
	d := imported(t)
	text, err := d.Current()
	must(t, err)
	p := text.Provisions[3].ID
	x, err := d.Disputes().Set(ctx, data.Dispute{
		Title: "Light of the strait", Claimants: []string{"KEN"}, Answering: []string{"NOR"}, Provisions: []data.ID{p}, Raised: viewsDay("2030-01-10"),
		Ladder: dispute.Patterns()[0].Ladder,
	})
	must(t, err)
	_, err = d.DisputeSteps().Set(ctx, data.DisputeStep{Dispute: x.ID, Provisions: x.Provisions, Means: data.MeansNegotiation, Act: data.DisputeAsked, By: "KEN", Date: viewsDay("2030-01-12"), Text: "A meeting is proposed."})
	must(t, err)
	_, err = d.DisputeSteps().Set(ctx, data.DisputeStep{Dispute: x.ID, Means: data.MeansNegotiation, Act: data.DisputeFailed, Date: viewsDay("2030-02-12"), Text: "We shall give way on the tower.", Readers: data.AudienceHead})
	must(t, err)
	_, err = d.DisputePapers().Set(ctx, data.DisputePaper{Dispute: x.ID, Kind: data.DisputeAssessment, Title: "Our chances", Date: viewsDay("2030-02-01"), Text: "Our case is thin."})
	must(t, err)
	if on := d.Disputes().On(p); len(on) != 1 || on[0].ID != x.ID {
		t.Errorf("on the provision: %+v", on)
	}
	var secrets []string
	for _, s := range d.Secrets() {
		secrets = append(secrets, s.Text)
	}
	for _, words := range []string{"We shall give way on the tower.", "Our case is thin."} {
		if !slices.Contains(secrets, words) {
			t.Errorf("%q may leave the delegation", words)
		}
	}
	if slices.Contains(secrets, "A meeting is proposed.") {
		t.Error("what both sides know is kept secret")
	}
	if f := dispute.On(x, d.DisputeSteps().All(), viewsDay("2030-03-01")); f.Rungs[1].State != dispute.Open {
		t.Errorf("arbitration is %s", f.Rungs[1].State)
	}
}

func TestWhatCannotBeRecorded(t *testing.T) {
	d := imported(t)
	good := data.Dispute{Title: "x", Claimants: []string{"KEN"}, Answering: []string{"NOR"}, Raised: viewsDay("2030-01-10")}
	for name, c := range map[string]struct {
		change func(*data.Dispute)
		want   data.Code
	}{
		"without a title":      {func(x *data.Dispute) { x.Title = "" }, data.CodeUntitled},
		"of one side":          {func(x *data.Dispute) { x.Answering = nil }, data.CodeOneSided},
		"against itself":       {func(x *data.Dispute) { x.Answering = x.Claimants }, data.CodeTwice},
		"without a day":        {func(x *data.Dispute) { x.Raised = data.Date{} }, data.CodeUndated},
		"with one means twice": {func(x *data.Dispute) { x.Ladder = append(dispute.Charter(), dispute.Charter()...) }, data.CodeTwice},
		"with a period before": {func(x *data.Dispute) { x.Ladder = []data.Rung{{Period: data.Delay{Days: -1}}} }, data.CodeNumbers},
	} {
		x := good
		c.change(&x)
		if _, err := d.Disputes().Set(ctx, x); data.CodeOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, c := range map[string]struct {
		q    data.Question
		want data.Code
	}{
		"without words":           {data.Question{Kind: data.QuestionAsked, Date: viewsDay("2030-01-10")}, data.CodeWordless},
		"an answer to nothing":    {data.Question{Kind: data.QuestionAnswered, By: "KEN", Text: "x", Date: viewsDay("2030-01-10")}, data.CodeThread},
		"an answer of nobody":     {data.Question{Kind: data.QuestionAnswered, Thread: data.ID{1}, Text: "x", Date: viewsDay("2030-01-10")}, data.CodeNobody},
		"due before it was asked": {data.Question{Kind: data.QuestionAsked, Text: "x", Date: viewsDay("2030-01-10"), Due: viewsDay("2030-01-09")}, data.CodeBackward},
	} {
		if _, err := d.PartyQuestions().Set(ctx, c.q); data.CodeOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func viewsDay(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}
