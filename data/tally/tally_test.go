package tally

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/states"
)

// The views of the tests are generated: no words of a State that exists.

var (
	day1     = time.Date(2026, time.May, 4, 10, 0, 0, 0, time.UTC)
	article  = data.ID{1}
	article2 = data.ID{2}
)

// said makes views out of lines "KEN [for group] attitude [confidence]", one a
// minute from day1 on, numbered from 1.
func said(lines ...string) []data.View {
	keys := map[string]data.Attitude{
		"+": data.AttitudeSupport, "-": data.AttitudeOppose, "~": data.AttitudeFlexible, "?": data.AttitudeQuestion, "r": data.AttitudeReserve,
	}
	var out []data.View
	for i, line := range lines {
		v := data.View{ID: data.ID{byte(i + 1)}, Provision: article, Said: day1.Add(time.Duration(i) * time.Minute)}
		for _, word := range strings.Fields(line) {
			who, group, _ := strings.Cut(word, ">")
			switch {
			case keys[word] != "":
				v.Attitude = keys[word]
			case word == "unsure" || word == "reported":
				v.Confidence = data.Confidence(word)
			case word == "second":
				v.Provision = article2
			case who != "" && strings.ToUpper(who) == who:
				v.By = data.Speaker{Code: who, For: group}
			default:
				v.By = data.Speaker{Name: who, For: group}
			}
		}
		out = append(out, v)
	}
	return out
}

// grounds writes an explanation as "2 africa; (1 later than 2)".
func grounds(e Explanation) string {
	var out []string
	for _, g := range e.Grounds {
		s := fmt.Sprint(g.View.ID[0])
		if g.Group != "" {
			s += " " + g.Group
		}
		if !g.Governs() {
			s = fmt.Sprintf("(%s: %s %d)", s, g.Reason, g.Replaced[0])
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestStanding(t *testing.T) {
	for _, c := range []struct {
		name string
		said []string
		who  string
		want data.Attitude
		how  string
	}{
		{"who says nothing is silent", nil, "KEN", data.AttitudeSilent, ""},
		{"a national statement", []string{"KEN +"}, "KEN", data.AttitudeSupport, "1"},
		{"another one's does not concern him", []string{"EGY +"}, "KEN", data.AttitudeSilent, ""},
		{"later replaces earlier", []string{"KEN +", "KEN -"}, "KEN", data.AttitudeOppose, "2, (1: later 2)"},
		{"a group stands for its members", []string{"EGY>africa -"}, "KEN", data.AttitudeOppose, "1 africa"},
		{"a group without a spokesman", []string{">africa -"}, "KEN", data.AttitudeOppose, "1 africa"},
		{"and not for others", []string{"EGY>africa -"}, "FRA", data.AttitudeSilent, ""},
		{"a national statement overrides its group", []string{"EGY>africa -", "KEN +"}, "KEN", data.AttitudeSupport, "2, (1 africa: national 2)"},
		{"whenever it was made", []string{"KEN +", "EGY>africa -"}, "KEN", data.AttitudeSupport, "1, (2 africa: national 1)"},
		{"the group later says otherwise", []string{"EGY>africa -", "NGA>africa +"}, "KEN", data.AttitudeSupport, "2 africa, (1 africa: later 2)"},
		{"the spokesman speaks for the group", []string{"EGY>africa -"}, "EGY", data.AttitudeOppose, "1 africa"},
		{"the spokesman is not on the list", []string{"FRA>africa -"}, "FRA", data.AttitudeOppose, "1 africa"},
		{"a group nobody knows is its spokesman alone", []string{"FRA>nobody -"}, "FRA", data.AttitudeOppose, "1 nobody"},
		{"what is sure goes before what is not", []string{"KEN +", "KEN - unsure"}, "KEN", data.AttitudeSupport, "1, (2: sure 1)"},
		{"what is not sure counts alone", []string{"KEN - unsure"}, "KEN", data.AttitudeOppose, "1"},
		{"a national one that is not sure goes before its group", []string{"EGY>africa -", "KEN + unsure"}, "KEN", data.AttitudeSupport, "2, (1 africa: national 2)"},
		{"what is only reported does not override what was said for it", []string{"EGY>africa -", "KEN + reported"}, "KEN", data.AttitudeOppose, "1 africa, (2: said 1)"},
		{"what is reported counts alone", []string{"KEN + reported"}, "KEN", data.AttitudeSupport, "1"},
		{"several questions side by side agree", []string{"KEN +", "KEN + second"}, "KEN", data.AttitudeSupport, "2, 1"},
		{"several questions side by side differ", []string{"KEN +", "KEN - second"}, "KEN", Mixed, "2, 1"},
		{"on each question the later one", []string{"KEN -", "KEN + second", "KEN +"}, "KEN", data.AttitudeSupport, "3, 2, (1: later 3)"},
		{"on several questions national before group", []string{"KEN +", "EGY>africa - second"}, "KEN", data.AttitudeSupport, "1, (2 africa: national 1)"},
		{"who is not in the register", []string{"Amaria +"}, "Amaria", data.AttitudeSupport, "1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tally := Of(said(c.said...), states.Standard(), time.Time{})
			e := tally.Explain(c.who)
			if e.Class() != c.want || tally.Standing(c.who).Class() != c.want {
				t.Errorf("stands %q (explained: %q), want %q", tally.Standing(c.who).Class(), e.Class(), c.want)
			}
			if got := grounds(e); got != c.how {
				t.Errorf("grounds %q, want %q", got, c.how)
			}
		})
	}
}

func TestTotals(t *testing.T) {
	tally := Of(said("EGY>africa -", "KEN +", "FRA +", "Amaria +"), states.Standard(), time.Time{})
	total := tally.Totals()
	if total.Of(data.AttitudeSupport) != 2 || total.Of(data.AttitudeOppose) != 53 || total.Of(data.AttitudeSilent) != 193-55 || total.Sum() != 193 || total.Spoken() != 55 {
		t.Errorf("totals %v", total)
	}
	if africa := tally.Group("africa"); africa.Of(data.AttitudeOppose) != 53 || africa.Of(data.AttitudeSupport) != 1 || africa.Sum() != 54 {
		t.Errorf("Africa %v", africa)
	}
	if who := tally.Who(data.AttitudeSupport, "africa"); len(who) != 1 || who[0].Code != "KEN" || !who[0].National {
		t.Errorf("in Africa %v support it", who)
	}
	var sum Counts
	for _, r := range tally.Regions() {
		for i, n := range r.Counts {
			sum[i] += n
		}
	}
	if sum != total {
		t.Errorf("regions together %v, total %v", sum, total)
	}
	if others := tally.Others(); len(others) != 1 || others[0].Name != "Amaria" || others[0].Class() != data.AttitudeSupport {
		t.Errorf("others %v", others)
	}
	if v := tally.Voices(); len(v) != 1 || v[0].Group != "africa" || v[0].Attitude != data.AttitudeOppose {
		t.Errorf("voices %v", v)
	}
}

func TestMoves(t *testing.T) {
	views := said("KEN +", "EGY>africa -", "FRA +", "KEN -", "FRA +", "DEU ~")
	moves := Moves(views, states.Standard(), day1.Add(3*time.Minute), time.Time{})
	var got []string
	for _, m := range moves {
		got = append(got, fmt.Sprintf("%s %s→%s by %d, new %v", m.To.Code, m.From.Class(), m.To.Class(), m.By[0].View.ID[0], m.Spoke()))
	}
	want := "DEU →flexible by 6, new true; KEN support→oppose by 4, new false"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("moves %q, want %q", s, want)
	}
	if until := Moves(views, states.Standard(), day1, day1.Add(2*time.Minute)); len(until) != 55 {
		t.Errorf("%d moved at first, want 55", len(until))
	}
}

func TestSeries(t *testing.T) {
	views := said("KEN +", "EGY>africa -")
	views[1].Said = day1.AddDate(0, 0, 1)
	days := Days(views)
	if len(days) != 2 || data.DateOf(days[0]) != data.DateOf(day1) || days[0].Before(day1) {
		t.Fatalf("days %v", days)
	}
	points := Series(views, states.Standard(), days)
	if points[0].Total.Of(data.AttitudeOppose) != 0 || points[1].Total.Of(data.AttitudeOppose) != 53 || points[1].Total.Of(data.AttitudeSupport) != 1 {
		t.Errorf("series %v", points)
	}
}

func TestMatrix(t *testing.T) {
	by := ByQuestion(said("KEN +", "KEN - second", "EGY>africa - second", "Amaria ~ second"))
	columns := []Column{
		{Question{Provision: article}, by[Question{Provision: article}]},
		{Question{Provision: article2}, by[Question{Provision: article2}]},
	}
	grid := Matrix(columns, states.Standard(), time.Time{})
	if len(grid.Rows) != 193+4+1 || grid.Rows[197].Name != "Amaria" {
		t.Fatalf("%d rows, the last %v", len(grid.Rows), grid.Rows[len(grid.Rows)-1])
	}
	for row, r := range grid.Rows {
		for column, c := range columns {
			if want := Of(c.Views, states.Standard(), time.Time{}).Standing(r.Key()).Class(); grid.Cell(row, column).Class() != want {
				t.Errorf("%s in column %d: %q, alone %q", r.Key(), column, grid.Cell(row, column).Class(), want)
			}
		}
		if r.Code == "KEN" && (grid.Line(row).Of(data.AttitudeSupport) != 1 || grid.Line(row).Of(data.AttitudeOppose) != 1) {
			t.Errorf("line of Kenya %v", grid.Line(row))
		}
	}
}
