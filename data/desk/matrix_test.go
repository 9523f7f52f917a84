package desk_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/tally"
)

// papersOf makes both papers about some questions.
func papersOf(t testing.TB, d *desk.Desk, o desk.MatrixOptions) (public data.PublicMatrix, internal data.InternalMatrix) {
	t.Helper()
	o.Lang, o.Date = data.English, data.Date{Year: 2026, Month: time.May, Day: 6}
	o.Proponents = func(data.Proposal) string { return "" }
	public, err := d.PublicMatrix(o)
	must(t, err)
	internal, err = d.InternalMatrix(o)
	must(t, err)
	return public, internal
}

// An issue has a column for the delegation as soon as it is made; outside nobody is
// told of what we ask, nor that somebody spoke to us alone.
func TestAnIssueOfWhichNobodySpoke(t *testing.T) {
	d := imported(t)
	p, other := at(t, d, "ch1/art2/1"), at(t, d, "ch1/art2/2")
	heard, alone := tally.Question{Provision: p.ID}, tally.Question{Provision: other.ID}
	_, err := d.PublicMatrix(desk.MatrixOptions{Questions: []tally.Question{heard}})
	wantCode(t, err, desk.CodeNothingSaid)
	issue, err := d.SetIssue(ctx, data.Issue{Title: "Light at dusk"})
	must(t, err)
	asked := tally.Question{Issue: issue.ID}
	if got := d.Questions(); !slices.Equal(got, []tally.Question{asked}) {
		t.Fatalf("questions %v", got)
	}
	if moved := d.Moves(time.Time{}, time.Time{}); len(moved) != 0 {
		t.Errorf("moved where nothing was said: %v", moved)
	}
	spoke(t, d, heard, "KEN", data.AttitudeSupport, time.Now())
	_, err = d.RecordView(ctx, data.View{Provision: other.ID, By: data.Speaker{Code: "FRA"}, Attitude: data.AttitudeSupport, Private: true})
	must(t, err)
	public, internal := papersOf(t, d, desk.MatrixOptions{Questions: []tally.Question{heard, alone, asked}, Trend: asked})
	if len(public.Questions) != 1 || public.Questions[0].Path != "ch1/art2/1" || public.Trend != nil {
		t.Errorf("outside is told of %+v, %+v", public.Questions, public.Trend)
	}
	if len(internal.Questions) != 3 || internal.Questions[2].Issue != "Light at dusk" || len(internal.Ours) != 3 {
		t.Errorf("we are told of %+v", internal.Questions)
	}
	for _, s := range public.Standers {
		if len(s.Stands) != 1 {
			t.Fatalf("%+v", s)
		}
	}
}

// A deleted issue is asked of nobody; its views come back with it.
func TestADeletedIssueIsNoQuestion(t *testing.T) {
	d := imported(t)
	issue, err := d.SetIssue(ctx, data.Issue{Title: "Light at dusk"})
	must(t, err)
	q := tally.Question{Issue: issue.ID}
	v := spoke(t, d, q, "KEN", data.AttitudeSupport, time.Now())
	must(t, d.DeleteIssue(ctx, issue.ID))
	if got := d.Questions(); len(got) != 0 {
		t.Errorf("questions %v", got)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if got := d.Questions(); !slices.Equal(got, []tally.Question{q}) {
		t.Errorf("questions %v", got)
	}
	if got := d.ViewsOnIssue(issue.ID); len(got) != 1 || got[0] != v {
		t.Errorf("views %v", got)
	}
}

func TestAnIssueIsFoundByAWord(t *testing.T) {
	d := imported(t)
	for _, title := range []string{"Light", "Light at dusk", "Éclairage, le soir", "司法管辖权"} {
		_, err := d.SetIssue(ctx, data.Issue{Title: title})
		must(t, err)
	}
	for typed, want := range map[string]int{"light": 1, "lig": 2, "DUSK": 1, "eclair": 1, "soir": 1, "司法": 1, "": 0, "ght": 0, "x": 0} {
		if got := d.IssuesNamed(typed); len(got) != want {
			t.Errorf("%q means %v", typed, got)
		}
	}
}

// What was said late in the evening belongs to that day where it was said, although
// the next one has begun in Greenwich: on paper as in the window.
func TestDaysAreThoseOfThePlace(t *testing.T) {
	for _, c := range []struct {
		place string
		want  []string
	}{
		{"America/New_York", []string{"2026-05-04", "2026-05-05"}},
		{"UTC", []string{"2026-05-05"}},
		{"Asia/Tokyo", []string{"2026-05-05", "2026-05-06"}},
	} {
		d := imported(t)
		n := d.Negotiation()
		n.Place = c.place
		must(t, d.SetNegotiation(ctx, n))
		p := at(t, d, "ch1/art2/1")
		q := tally.Question{Provision: p.ID}
		evening := time.Date(2026, time.May, 5, 2, 30, 0, 0, time.UTC) // 10.30 p.m. of 4 May in New York
		spoke(t, d, q, "KEN", data.AttitudeSupport, evening)
		spoke(t, d, q, "KEN", data.AttitudeOppose, evening.Add(14*time.Hour)) // 1.30 a.m. of 6 May in Tokyo

		public, internal := papersOf(t, d, desk.MatrixOptions{Questions: []tally.Question{q}, Trend: q})
		for name, trend := range map[string]*data.PublicTrend{"public": public.Trend, "internal": internal.Trend} {
			last := len(trend.All.Support) - 1
			if fmt.Sprint(trend.Days) != fmt.Sprint(c.want) || trend.All.Support[last] != 0 || trend.All.Oppose[last] != 1 {
				t.Errorf("%s: the %s paper counts %v: %v, %v", c.place, name, trend.Days, trend.All.Support, trend.All.Oppose)
			}
		}
		var window []data.Date
		for _, x := range d.TallySeries(q, nil) {
			window = append(window, data.DateOf(x.Until))
		}
		if fmt.Sprint(window) != fmt.Sprint(c.want) || fmt.Sprint(d.SpokenDays()) != fmt.Sprint(c.want) {
			t.Errorf("%s: the window counts %v, and offers %v", c.place, window, d.SpokenDays())
		}
	}
}

// Where the negotiation names its participants, an observer that is none of them is
// in the matrix only if it spoke.
func TestWhoTakesNoPartIsNotInTheMatrix(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	q := tally.Question{Provision: p.ID}
	spoke(t, d, q, "KEN", data.AttitudeSupport, time.Now())
	names := func() (window, paper []string) {
		for _, r := range d.TallyMatrix([]tally.Question{q}, time.Time{}).Rows {
			window = append(window, r.Code)
		}
		public, _ := papersOf(t, d, desk.MatrixOptions{Questions: []tally.Question{q}})
		for _, s := range public.Standers {
			paper = append(paper, s.Name)
		}
		return window, paper
	}
	if window, paper := names(); !slices.Contains(window, "COK") || !slices.Contains(paper, "Cook Islands") || len(window) < 193 {
		t.Fatalf("of all Member States, %d and %d, without observers", len(window), len(paper))
	}
	n := d.Negotiation()
	n.Participants = []string{"FRA", "KEN", "VAT"}
	must(t, d.SetNegotiation(ctx, n))
	if window, paper := names(); !slices.Equal(window, []string{"FRA", "VAT", "KEN"}) || len(paper) != 3 {
		t.Errorf("of three participants %v, %v", window, paper)
	}
	spoke(t, d, q, "PSE", data.AttitudeReserve, time.Now())
	spoke(t, d, q, "DEU", data.AttitudeReserve, time.Now())
	if window, paper := names(); !slices.Equal(window, []string{"FRA", "VAT", "KEN", "PSE", "DEU"}) || len(paper) != 5 {
		t.Errorf("of three participants, and two others that spoke, %v, %v", window, paper)
	}
}
