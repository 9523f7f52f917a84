package dispute_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/dispute"
)

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

var id = data.ID{7}

// between is a dispute of Amaria with Borealis, raised on 10 January 2030.
func between(ladder []data.Rung) data.Dispute {
	return data.Dispute{
		Entry: data.Entry{ID: id}, Title: "Light of the strait", Claimants: []string{"XAM"}, Answering: []string{"XBO"}, Raised: day("2030-01-10"), Ladder: ladder,
	}
}

func pattern(t *testing.T, name string) []data.Rung {
	t.Helper()
	for _, p := range dispute.Patterns() {
		if p.Name == name {
			return p.Ladder
		}
	}
	t.Fatal("no pattern " + name)
	return nil
}

// step is written "2030-01-10 XAM asked negotiation".
func step(on, by string, act data.DisputeAct, means data.Means) data.DisputeStep {
	return data.DisputeStep{Entry: data.Entry{ID: data.NewID()}, Dispute: id, Date: day(on), By: by, Act: act, Means: means}
}

// told is a ladder in one line a rung: means, state, from when it opens, its last
// day, whose consent is lacking.
func told(f dispute.File) (out []string) {
	for _, r := range f.Rungs {
		line := fmt.Sprintf("%s %s", r.Means, r.State)
		if !r.Opens.IsZero() {
			line += " from " + r.Opens.String()
		}
		if !r.Ends.IsZero() {
			line += " to " + r.Ends.String()
		}
		if len(r.Lacking) > 0 {
			line += fmt.Sprint(" lacking ", r.Lacking)
		}
		if r.Early {
			line += " early"
		}
		out = append(out, line)
	}
	return out
}

func TestLadder(t *testing.T) {
	const (
		talks, mediation, conciliation = data.MeansNegotiation, data.MeansMediation, data.MeansConciliation
		arbitration, court, meetings   = data.MeansArbitration, data.MeansJudicial, data.MeansConsultation
	)
	usual, stepwise := pattern(t, "usual"), pattern(t, "stepwise")
	optedOut := slices.Clone(usual)
	optedOut[1].Declared, optedOut[2].Declared = []string{"XBO"}, []string{"XBO"}
	fromAsked := []data.Rung{stepwise[0], stepwise[2]}
	fromAsked[1].FromAsked = true
	for _, c := range []struct {
		name   string
		ladder []data.Rung
		steps  []data.DisputeStep
		on     string
		want   []string
	}{
		{"nothing has happened", usual, nil, "2030-02-01", []string{
			"negotiation open from 2030-01-10", "arbitration closed", "judicial closed",
		}},
		{"before it was raised", usual, nil, "2030-01-09", []string{
			"negotiation closed from 2030-01-10", "arbitration closed", "judicial closed",
		}},
		{"negotiation that anybody may ask for has begun when it is asked for", usual, []data.DisputeStep{
			step("2030-01-15", "XAM", data.DisputeAsked, talks),
		}, "2030-02-01", []string{
			"negotiation under-way from 2030-01-10", "arbitration closed", "judicial closed",
		}},
		{"it failed: arbitration", usual, []data.DisputeStep{
			step("2030-01-15", "XAM", data.DisputeAsked, talks), step("2030-05-31", "XAM", data.DisputeFailed, talks),
		}, "2030-06-01", []string{
			"negotiation failed from 2030-01-10", "arbitration open from 2030-05-31", "judicial closed",
		}},
		{"six months without a tribunal: the Court, on the last day of a shorter month", usual, []data.DisputeStep{
			step("2030-01-15", "XAM", data.DisputeAsked, talks), step("2030-05-31", "XAM", data.DisputeFailed, talks), step("2030-08-31", "XAM", data.DisputeAsked, arbitration),
		}, "2031-02-28", []string{
			"negotiation failed from 2030-01-10", "arbitration agreed from 2030-05-31", "judicial open from 2031-02-28",
		}},
		{"a day before that", usual, []data.DisputeStep{
			step("2030-01-15", "XAM", data.DisputeAsked, talks), step("2030-05-31", "XAM", data.DisputeFailed, talks), step("2030-08-31", "XAM", data.DisputeAsked, arbitration),
		}, "2031-02-27", []string{
			"negotiation failed from 2030-01-10", "arbitration agreed from 2030-05-31", "judicial closed from 2031-02-28",
		}},
		{"a tribunal in time keeps the Court closed", usual, []data.DisputeStep{
			step("2030-01-15", "XAM", data.DisputeAsked, talks), step("2030-05-31", "XAM", data.DisputeFailed, talks),
			step("2030-06-30", "XAM", data.DisputeAsked, arbitration), step("2030-11-01", "", data.DisputeBegan, arbitration),
		}, "2031-06-01", []string{
			"negotiation failed from 2030-01-10", "arbitration under-way from 2030-05-31", "judicial closed",
		}},
		{"who declared that it is not bound", optedOut, []data.DisputeStep{
			step("2030-01-15", "XAM", data.DisputeAsked, talks), step("2030-05-31", "XAM", data.DisputeFailed, talks),
		}, "2030-06-01", []string{
			"negotiation failed from 2030-01-10", "arbitration barred from 2030-05-31 lacking [XAM XBO]", "judicial closed",
		}},
		{"a barred tribunal that was asked for in vain: the Court, barred as well", optedOut, []data.DisputeStep{
			step("2030-01-15", "XAM", data.DisputeAsked, talks), step("2030-05-31", "XAM", data.DisputeFailed, talks),
			step("2030-07-01", "XAM", data.DisputeAsked, arbitration),
		}, "2031-01-01", []string{
			"negotiation failed from 2030-01-10", "arbitration asked from 2030-05-31 lacking [XBO]", "judicial barred from 2031-01-01 lacking [XAM XBO]",
		}},
		{"and consents all the same", optedOut, []data.DisputeStep{
			step("2030-01-15", "XAM", data.DisputeAsked, talks), step("2030-05-31", "XAM", data.DisputeFailed, talks),
			step("2030-07-01", "XAM", data.DisputeAsked, arbitration), step("2030-07-20", "XBO", data.DisputeConsented, arbitration),
		}, "2030-08-01", []string{
			"negotiation failed from 2030-01-10", "arbitration agreed from 2030-05-31", "judicial closed from 2031-01-01",
		}},
		{"consultations run out on their sixtieth day", stepwise, []data.DisputeStep{
			step("2030-01-12", "XAM", data.DisputeAsked, meetings),
		}, "2030-03-13", []string{
			"consultation under-way from 2030-01-10 to 2030-03-13", "mediation closed", "conciliation closed", "arbitration closed",
		}},
		{"the day after, the next means is open", stepwise, []data.DisputeStep{
			step("2030-01-12", "XAM", data.DisputeAsked, meetings),
		}, "2030-03-14", []string{
			"consultation expired from 2030-01-10 to 2030-03-13", "mediation open from 2030-03-14 lacking [XAM XBO]", "conciliation closed", "arbitration closed",
		}},
		{"mediation waits for the other", stepwise, []data.DisputeStep{
			step("2030-01-12", "XAM", data.DisputeAsked, meetings), step("2030-03-20", "XAM", data.DisputeAsked, mediation),
		}, "2030-04-01", []string{
			"consultation expired from 2030-01-10 to 2030-03-13", "mediation asked from 2030-03-14 to 2030-06-20 lacking [XBO]", "conciliation closed", "arbitration closed",
		}},
		{"a period that runs from the request", fromAsked, []data.DisputeStep{
			step("2030-01-12", "XAM", data.DisputeAsked, meetings), step("2030-03-14", "XAM", data.DisputeAsked, conciliation), step("2030-04-20", "", data.DisputeBegan, conciliation),
		}, "2030-09-15", []string{
			"consultation expired from 2030-01-10 to 2030-03-13", "conciliation expired from 2030-03-14 to 2030-09-14",
		}},
		{"refused, the next is open", stepwise, []data.DisputeStep{
			step("2030-01-12", "XAM", data.DisputeAsked, meetings), step("2030-03-20", "XAM", data.DisputeAsked, mediation), step("2030-04-02", "XBO", data.DisputeRefused, mediation),
		}, "2030-04-03", []string{
			"consultation expired from 2030-01-10 to 2030-03-13", "mediation refused from 2030-03-14 to 2030-06-20", "conciliation open from 2030-04-02", "arbitration closed",
		}},
		{"settled at the third step: what is left is not needed", stepwise, []data.DisputeStep{
			step("2030-01-12", "XAM", data.DisputeAsked, meetings), step("2030-03-20", "XAM", data.DisputeAsked, mediation), step("2030-04-02", "XBO", data.DisputeRefused, mediation),
			step("2030-05-01", "XAM", data.DisputeAsked, conciliation), step("2030-06-01", "", data.DisputeBegan, conciliation), step("2030-10-01", "", data.DisputeReported, conciliation),
			step("2030-10-10", "XAM", data.DisputeAccepted, conciliation), step("2030-10-20", "XBO", data.DisputeAccepted, conciliation),
		}, "2030-11-01", []string{
			"consultation expired from 2030-01-10 to 2030-03-13", "mediation refused from 2030-03-14 to 2030-06-20", "conciliation settled from 2030-04-02 to 2030-12-01", "arbitration unneeded",
		}},
		{"a recommendation waits for who has not accepted it", stepwise, []data.DisputeStep{
			step("2030-03-20", "XAM", data.DisputeAsked, mediation), step("2030-04-02", "XBO", data.DisputeRefused, mediation),
			step("2030-05-01", "XAM", data.DisputeAsked, conciliation), step("2030-06-01", "", data.DisputeBegan, conciliation), step("2030-10-01", "", data.DisputeReported, conciliation),
			step("2030-10-10", "XAM", data.DisputeAccepted, conciliation),
		}, "2030-11-01", []string{
			"consultation open from 2030-01-10", "mediation refused to 2030-06-20 early", "conciliation reported from 2030-04-02 to 2030-12-01 lacking [XBO]", "arbitration closed",
		}},
		{"asked for too early", usual, []data.DisputeStep{
			step("2030-02-01", "XAM", data.DisputeAsked, court),
		}, "2030-02-02", []string{
			"negotiation open from 2030-01-10", "arbitration closed", "judicial agreed early",
		}},
		{"by all, it is never too early", usual, []data.DisputeStep{
			step("2030-02-01", "XAM", data.DisputeAsked, court), step("2030-02-01", "XBO", data.DisputeConsented, court),
		}, "2030-02-02", []string{
			"negotiation open from 2030-01-10", "arbitration closed", "judicial agreed",
		}},
		{"a means that the clause does not have", usual, []data.DisputeStep{
			step("2030-02-01", "XBO", data.DisputeAsked, data.MeansEnquiry),
		}, "2030-02-02", []string{
			"negotiation open from 2030-01-10", "arbitration closed", "judicial closed", "enquiry asked from 2030-01-10 lacking [XAM]",
		}},
		{"what is refused may be agreed to later", stepwise, []data.DisputeStep{
			step("2030-03-20", "XAM", data.DisputeAsked, mediation), step("2030-03-22", "XBO", data.DisputeRefused, mediation), step("2030-03-25", "XBO", data.DisputeConsented, mediation),
		}, "2030-03-26", []string{
			"consultation open from 2030-01-10", "mediation agreed to 2030-06-20", "conciliation closed", "arbitration closed",
		}},
		{"the claim is dropped", usual, []data.DisputeStep{
			step("2030-01-15", "XAM", data.DisputeAsked, talks), step("2030-02-15", "XAM", data.DisputeDropped, ""),
		}, "2030-03-01", []string{
			"negotiation abandoned from 2030-01-10", "arbitration unneeded", "judicial unneeded",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(dispute.On(between(c.ladder), c.steps, day(c.on))); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestWhoIsBoundToWhat(t *testing.T) {
	const a = data.MeansArbitration
	ordered := step("2030-07-01", "", data.DisputeMeasureOrdered, a)
	ordered.Text, ordered.Due, ordered.To = "Keep the light burning.", day("2030-07-10"), []string{"XBO"}
	award := step("2031-03-01", "", data.DisputeDecided, a)
	award.Text, award.Due = "Rebuild the tower.", day("2031-06-01")
	steps := []data.DisputeStep{
		step("2030-06-01", "XAM", data.DisputeAsked, a), step("2030-06-15", "XAM", data.DisputeMeasureAsked, a), ordered,
		step("2030-07-20", "XBO", data.DisputeBreached, a), step("2030-07-30", "XBO", data.DisputeComplied, a), award,
	}
	d := between(pattern(t, "usual"))
	for _, c := range []struct {
		on                  string
		measures, overdue   int
		duties              int
		met, broken, latest string
	}{
		{"2030-06-20", 1, 0, 0, "", "", ""},
		{"2030-07-05", 0, 0, 1, "", "", ""},
		{"2030-07-25", 0, 15, 1, "", "2030-07-20", ""},
		{"2030-08-01", 0, 0, 1, "2030-07-30", "", ""},
		{"2031-06-11", 0, 10, 2, "2030-07-30", "", "2031-06-01"},
	} {
		f := dispute.On(d, steps, day(c.on))
		late := 0
		if o := f.Overdue(); len(o) > 0 {
			late = o[0].Overdue
		}
		if len(f.Measures) != c.measures || late != c.overdue || len(f.Duties) != c.duties {
			t.Errorf("%s: %d measures, %d days overdue, %d duties", c.on, len(f.Measures), late, len(f.Duties))
			continue
		}
		if c.duties > 0 && (f.Duties[0].Met != day(c.met) || f.Duties[0].Broken != day(c.broken)) {
			t.Errorf("%s: %+v", c.on, f.Duties[0])
		}
		if c.latest != "" && (f.Duties[1].Due != day(c.latest) || f.Outcome != dispute.Decided || f.By != a) {
			t.Errorf("%s: %+v, %s", c.on, f.Duties[1], f.Outcome)
		}
	}
}

// TestTheOrderOfWritingDoesNotMatter shuffles random steps: the same file comes of
// it, and what comes later changes nothing on the days before.
func TestTheOrderOfWritingDoesNotMatter(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, p := range dispute.Patterns() {
		d := between(p.Ladder)
		for range 300 {
			var steps []data.DisputeStep
			for range 1 + rnd.IntN(12) {
				s := step("2030-01-10", []string{"XAM", "XBO"}[rnd.IntN(2)], data.DisputeActs[rnd.IntN(len(data.DisputeActs))], data.AllMeans[rnd.IntN(len(data.AllMeans))])
				s.Date = data.DateOf(s.Date.Time().AddDate(0, 0, rnd.IntN(700)))
				steps = append(steps, s)
			}
			on := data.DateOf(day("2030-01-10").Time().AddDate(0, 0, rnd.IntN(700)))
			want := dispute.On(d, steps, on)
			known := slices.DeleteFunc(slices.Clone(steps), func(s data.DisputeStep) bool { return on.Before(s.Date) })
			rnd.Shuffle(len(known), func(i, j int) { known[i], known[j] = known[j], known[i] })
			if got := dispute.On(d, known, on); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: on %s of %v\n%q\n%q", p.Name, on, known, told(got), told(want))
			}
			for _, r := range want.Rungs {
				if r.State == "" || !r.Opens.IsZero() && r.Opens.Before(d.Raised) || r.State == dispute.Open && on.Before(r.Opens) {
					t.Fatalf("%s: %+v on %s", p.Name, r, on)
				}
				if want.Outcome != "" && (r.Running() || r.State == dispute.Open) {
					t.Fatalf("%s: the dispute is over and %s is %s", p.Name, r.Means, r.State)
				}
			}
		}
	}
}
