package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/tally"
)

// spoke records a view on a provision, said at a time.
func spoke(t testing.TB, d *desk.Desk, q tally.Question, by string, a data.Attitude, at time.Time) data.View {
	t.Helper()
	who, group, _ := strings.Cut(by, ">")
	v, err := d.RecordView(ctx, data.View{
		Provision: q.Provision, Proposal: q.Proposal, Issue: q.Issue, By: data.Speaker{Code: who, For: group}, Attitude: a, Said: at,
	})
	must(t, err)
	return v
}

func TestTallyFollowsTheRecord(t *testing.T) {
	d, _, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	p := at(t, d, "ch1/art2/1")
	q := tally.Question{Provision: p.ID}
	supports := func() int { return d.Tally(q, time.Time{}).Totals().Of(data.AttitudeSupport) }
	if supports() != 0 || d.Tally(q, time.Time{}).Totals().Sum() != 193 {
		t.Fatal("nobody has spoken")
	}
	spoke(t, d, q, "KEN", data.AttitudeSupport, time.Now())
	nordic := len(d.Register().Members("nordic", data.Today()))
	spoke(t, d, q, "NOR>nordic", data.AttitudeSupport, time.Now())
	if supports() != 1+nordic || nordic < 3 {
		t.Errorf("%d support it, with a group of %d", supports(), nordic)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if supports() != 1 {
		t.Error("what was undone is counted")
	}
	_, err = d.Redo(ctx)
	must(t, err)
	v := spoke(t, d, q, "NOR", data.AttitudeOppose, time.Now())
	if e := d.Tally(q, time.Time{}).Explain("NOR"); e.Class() != data.AttitudeOppose || len(e.Grounds) != 2 || e.Grounds[1].Reason != tally.ReasonNational {
		t.Errorf("explained by %+v", e)
	}
	v.Attitude = data.AttitudeFlexible
	_, err = d.SetView(ctx, v)
	must(t, err)
	if d.Tally(q, time.Time{}).Standing("NOR").Class() != data.AttitudeFlexible {
		t.Error("a correction is not counted")
	}
	must(t, d.DeleteView(ctx, v.ID))
	if supports() != 1+nordic {
		t.Error("what was deleted is counted")
	}
	n := d.Negotiation()
	n.Participants = []string{"KEN", "FRA"}
	must(t, d.SetNegotiation(ctx, n))
	if total := d.Tally(q, time.Time{}).Totals(); total.Sum() != 2 || total.Of(data.AttitudeSupport) != 1 {
		t.Errorf("of two participants %v", total)
	}
}

func TestTallyOfManyQuestions(t *testing.T) {
	d, _, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	article, one, two := at(t, d, "ch1/art2"), at(t, d, "ch1/art2/1"), at(t, d, "ch1/art2/2")
	proposal, err := d.Propose(ctx, data.Proposal{Provision: one.ID, Kind: data.ProposalSuppress})
	must(t, err)
	issue, err := d.SetIssue(ctx, data.Issue{Title: "Duties", Provisions: []data.ID{one.ID, two.ID}})
	must(t, err)
	whole, first, second := tally.Question{Provision: article.ID}, tally.Question{Provision: one.ID}, tally.Question{Provision: two.ID}
	gone, duties := tally.Question{Provision: one.ID, Proposal: proposal.ID}, tally.Question{Issue: issue.ID}
	within := tally.Question{Provision: article.ID, Within: true}

	monday := time.Date(2026, time.May, 4, 10, 0, 0, 0, time.UTC)
	spoke(t, d, second, "KEN", data.AttitudeOppose, monday)
	spoke(t, d, first, "KEN", data.AttitudeSupport, monday)
	spoke(t, d, gone, "FRA", data.AttitudeSupport, monday)
	spoke(t, d, whole, "DEU", data.AttitudeSupport, monday)
	spoke(t, d, duties, "JPN", data.AttitudeReserve, monday)
	tuesday := monday.AddDate(0, 0, 1)
	spoke(t, d, second, "KEN", data.AttitudeFlexible, tuesday)
	secret, err := d.RecordView(ctx, data.View{Provision: two.ID, By: data.Speaker{Code: "FRA"}, Attitude: data.AttitudeSupport, Private: true, Said: monday})
	must(t, err)

	for _, c := range []struct {
		name string
		q    tally.Question
		who  string
		want data.Attitude
	}{
		{"the text", first, "KEN", data.AttitudeSupport},
		{"the proposal on it", gone, "FRA", data.AttitudeSupport},
		{"not the text", first, "FRA", data.AttitudeSilent},
		{"the article alone", whole, "KEN", data.AttitudeSilent},
		{"the article with its paragraphs", within, "KEN", tally.Mixed},
		{"the article with its paragraphs, said on the article", within, "DEU", data.AttitudeSupport},
		{"the article without proposals", within, "FRA", data.AttitudeSupport}, // on paragraph 2
		{"an issue", duties, "JPN", data.AttitudeReserve},
		{"an issue by its provisions", duties, "KEN", tally.Mixed},
	} {
		if got := d.Tally(c.q, time.Time{}).Standing(c.who).Class(); got != c.want {
			t.Errorf("%s: %s stands %q, want %q", c.name, c.who, got, c.want)
		}
	}
	if d.Tally(second, monday).Standing("KEN").Class() != data.AttitudeOppose {
		t.Error("as of Monday it is not as it was on Monday")
	}

	silent, err := d.SetIssue(ctx, data.Issue{Title: "Nobody has spoken of it yet"})
	must(t, err)
	want := []tally.Question{whole, first, gone, second, duties, {Issue: silent.ID}}
	if got := d.Questions(); !slices.Equal(got, want) {
		t.Errorf("questions %v", got)
	}
	if on := d.QuestionsOn(one.ID); !slices.Equal(on, []tally.Question{first, gone, whole, duties}) {
		t.Errorf("questions on paragraph 1: %v", on)
	}
	if on := d.QuestionsOn(article.ID); !slices.Equal(on, []tally.Question{whole, within}) {
		t.Errorf("questions on article 2: %v", on)
	}
	must(t, d.SetPosition(ctx, data.Position{Provision: one.ID, Stance: data.StanceDelete}))
	for q, want := range map[tally.Question]data.Attitude{first: data.AttitudeOppose, gone: data.AttitudeSilent, whole: data.AttitudeSilent} {
		if got := d.OurAttitude(q); got != want {
			t.Errorf("on %v we say %q, want %q", q, got, want)
		}
	}

	grid := d.TallyMatrix([]tally.Question{second, duties}, time.Time{})
	public := d.PublicTallyMatrix([]tally.Question{second, duties}, time.Time{})
	for row, r := range grid.Rows {
		if r.Code == "FRA" && (grid.Cell(row, 0).Class() != data.AttitudeSupport || public.Cell(row, 0).Class() != data.AttitudeSilent) {
			t.Error("what was said to us alone is not kept to us")
		}
	}
	for _, view := range public.Columns[0].Explain("FRA").Grounds {
		if view.View.ID == secret.ID {
			t.Error("a public matrix explains itself by what was said to us alone")
		}
	}

	moved := d.Moves(tuesday.Add(-time.Hour), time.Time{})
	if len(moved) != 1 || moved[0].Question != second || len(moved[0].Moves) != 1 || moved[0].Moves[0].From.Class() != data.AttitudeOppose || moved[0].Moves[0].To.Class() != data.AttitudeFlexible {
		t.Errorf("moved on Tuesday: %+v", moved)
	}
	if day, moves := d.LastMoves(second); day.Day() != tuesday.Local().Day() || len(moves) != 1 {
		t.Errorf("last moves on %v: %+v", day, moves)
	}
	if series := d.TallySeries(second, nil); len(series) != 2 || series[0].Total.Of(data.AttitudeOppose) != 1 || series[1].Total.Of(data.AttitudeOppose) != 0 {
		t.Errorf("series %+v", series)
	}
}
