package monitor_test

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/force"
	"travaux/data/monitor"
)

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// standing is a treaty in force for AAA and BBB from 1 January 2030, for CCC from
// July 2030, and for DDD until March 2031.
func standing(on string) force.Treaty {
	return force.Treaty{Day: day(on), InForce: day("2030-01-01"), Standing: []force.Standing{
		{Party: "AAA", InForce: day("2030-01-01")},
		{Party: "BBB", InForce: day("2030-01-01")},
		{Party: "CCC", InForce: day("2030-07-01")},
		{Party: "DDD", InForce: day("2030-01-01"), Ends: day("2031-03-01")},
		{Party: "EEE"},
	}}
}

var cycle = data.Cycle{Entry: data.Entry{ID: data.ID{7}}, Opens: day("2030-03-01"), Due: day("2031-03-01")}

func tell(all []monitor.Owed) (out []string) {
	for _, o := range all {
		line := o.Party + " " + o.Due.String()
		if !o.Done.IsZero() {
			line += " done " + o.Done.String()
		}
		out = append(out, line)
	}
	return out
}

func TestDueReports(t *testing.T) {
	reports := []data.PartyReport{
		{Cycle: cycle.ID, Party: "AAA", Received: day("2031-04-02")},
		{Cycle: cycle.ID, Party: "AAA", Received: day("2031-02-02")},
		{Cycle: data.ID{8}, Party: "BBB", Received: day("2030-02-02")},
	}
	newcomers := cycle
	newcomers.Newcomers = data.Delay{Years: 2}
	soon := cycle
	soon.Newcomers = data.Delay{Days: 10}
	over := cycle
	over.Due, over.Newcomers = day("2030-06-30"), data.Delay{Years: 1}
	for _, c := range []struct {
		name  string
		cycle data.Cycle
		want  []string
	}{
		{"the first report counts, of this cycle; who left on the day owes none; nor who came later", cycle, []string{"AAA 2031-03-01 done 2031-02-02", "BBB 2031-03-01"}},
		{"a newcomer has two years", newcomers, []string{"AAA 2031-03-01 done 2031-02-02", "BBB 2031-03-01", "CCC 2032-07-01"}},
		{"a newcomer is not due before the others", soon, []string{"AAA 2031-03-01 done 2031-02-02", "BBB 2031-03-01", "CCC 2031-03-01"}},
		{"who came when the reports were due is of the next cycle", over, []string{"AAA 2030-06-30 done 2031-02-02", "BBB 2030-06-30", "DDD 2030-06-30"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := monitor.Facts{Day: day("2031-06-01"), Standing: standing("2031-06-01"), Reports: reports}
			if got := tell(f.DueReports(c.cycle)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestDueObligation(t *testing.T) {
	duty := data.ID{9}
	found := func(party, on string, g data.Grade) data.Assessment {
		return data.Assessment{Obligation: duty, Party: party, Day: day(on), Grade: g}
	}
	for _, c := range []struct {
		name     string
		due      data.Due
		assessed []data.Assessment
		on       string
		want     []string
	}{
		{"at all times has no day", data.Due{Kind: data.DueAlways}, nil, "2032-01-01", nil},
		{"once, a year after entry into force for each", data.Due{Kind: data.DueOnce, Period: data.Delay{Years: 1}}, []data.Assessment{found("AAA", "2030-05-05", data.GradeMet), found("BBB", "2030-05-05", data.GradePartly)}, "2032-01-01", []string{"AAA 2031-01-01 done 2030-05-05", "BBB 2031-01-01", "CCC 2031-07-01", "DDD 2031-01-01"}},
		{"on a day that is before entry into force for one", data.Due{Kind: data.DueDay, Day: day("2030-06-01")}, nil, "2032-01-01", []string{"AAA 2030-06-01", "BBB 2030-06-01", "DDD 2030-06-01"}},
		{"every year: the last that was missed", data.Due{Kind: data.DueEvery, Period: data.Delay{Years: 1}}, nil, "2033-02-01", []string{"AAA 2033-01-01", "BBB 2033-01-01", "CCC 2032-07-01"}},
		{"every year: done, the next is told", data.Due{Kind: data.DueEvery, Period: data.Delay{Years: 1}}, []data.Assessment{found("AAA", "2032-06-05", data.GradeMet)}, "2033-02-01", []string{"AAA 2034-01-01", "BBB 2033-01-01", "CCC 2032-07-01"}},
		{"every year: what was done the time before counts no more", data.Due{Kind: data.DueEvery, Period: data.Delay{Years: 1}}, []data.Assessment{found("AAA", "2031-06-05", data.GradeMet)}, "2033-02-01", []string{"AAA 2033-01-01", "BBB 2033-01-01", "CCC 2032-07-01"}},
		{"before its first time", data.Due{Kind: data.DueEvery, Period: data.Delay{Years: 1}}, nil, "2030-02-01", []string{"AAA 2031-01-01", "BBB 2031-01-01", "CCC 2031-07-01", "DDD 2031-01-01"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := monitor.Facts{Day: day(c.on), Standing: standing(c.on), Assessments: c.assessed}
			o := data.Obligation{Entry: data.Entry{ID: duty}, Obliged: data.ObligedParties, Due: c.due}
			if got := tell(f.DueObligation(o)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			o.Aside = true
			if got := f.DueObligation(o); len(got) != 0 {
				t.Errorf("set aside, it is due: %v", got)
			}
		})
	}
}

func TestOverdueIsTheLongestFirst(t *testing.T) {
	f := monitor.Facts{
		Day: day("2031-06-01"), Standing: standing("2031-06-01"), Cycles: []data.Cycle{cycle},
		Obligations: []data.Obligation{{Entry: data.Entry{ID: data.ID{9}}, Obliged: data.ObligedParties, Due: data.Due{Kind: data.DueOnce, Period: data.Delay{Months: 6}}}},
		Reports:     []data.PartyReport{{Cycle: cycle.ID, Party: "AAA", Received: day("2031-02-02")}},
		Assessments: []data.Assessment{{Obligation: data.ID{9}, Party: "DDD", Day: day("2030-05-05"), Grade: data.GradeMet}},
	}
	want := []string{"AAA 2030-07-01", "BBB 2030-07-01", "CCC 2031-01-01", "BBB 2031-03-01"}
	if got := tell(f.Overdue()); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := f.Overdue()[3].Late(f.Day); got != 92 {
		t.Errorf("late by %d days, want 92", got)
	}
}

func TestTheLatestAssessmentCounts(t *testing.T) {
	f := monitor.Facts{
		Standing:    standing("2031-01-01"),
		Obligations: []data.Obligation{{Entry: data.Entry{ID: data.ID{9}}, Obliged: data.ObligedParties}},
		Assessments: []data.Assessment{
			{Cycle: cycle.ID, Obligation: data.ID{9}, Party: "AAA", Day: day("2031-01-02"), Grade: data.GradeMet},
			{Cycle: cycle.ID, Obligation: data.ID{9}, Party: "AAA", Day: day("2031-01-01"), Grade: data.GradeUnmet},
			{Cycle: cycle.ID, Obligation: data.ID{9}, Party: "EEE", Day: day("2031-01-01"), Grade: data.GradeUnmet},
			{Cycle: data.ID{8}, Obligation: data.ID{9}, Party: "BBB", Day: day("2031-01-01"), Grade: data.GradePartly},
		},
	}
	one := f.OfObligation(data.ID{9}, f.Latest(cycle.ID))
	all := f.OfObligation(data.ID{9}, f.Latest(data.ID{}))
	if one.Of != 4 || one.Assessed() != 1 || one.Grades[data.GradeMet] != 1 || all.Grades[data.GradePartly] != 1 {
		t.Errorf("one cycle %+v, all %+v", one, all)
	}
	if c := f.OfParty("AAA", f.Latest(cycle.ID)); c.Of != 1 || c.Grades[data.GradeMet] != 1 {
		t.Errorf("of the party %+v", c)
	}
}

// regions are five groups of these sizes.
func regions(sizes ...int) (pool []data.Ticket, under []string) {
	for g, n := range sizes {
		for i := range n {
			t := data.Ticket{Party: fmt.Sprintf("%c%02d", 'A'+g, i), Region: string(rune('a' + g))}
			pool, under = append(pool, t), append(under, t.Party)
		}
	}
	return pool, under
}

var usual = data.DrawRules{Reviewers: 2, SameRegion: 1, Even: true}

func TestLotsKeepTheRules(t *testing.T) {
	pool, under := regions(9, 7, 5, 6, 4)
	region := map[string]string{}
	for _, p := range pool {
		region[p.Party] = p.Region
	}
	for seed := range 60 {
		lots, _ := monitor.Lots(usual, under, pool, fmt.Sprint("seed ", seed))
		if len(lots) != len(under) {
			t.Fatalf("seed %d: %d lots", seed, len(lots))
		}
		load, by := map[string]int{}, map[string][]string{}
		for _, l := range lots {
			by[l.Party] = l.Reviewers
			same := 0
			for _, r := range l.Reviewers {
				load[r]++
				if region[r] == region[l.Party] {
					same++
				}
			}
			if len(l.Reviewers) != 2 || l.Reviewers[0] == l.Reviewers[1] || same < 1 || slices.Contains(l.Reviewers, l.Party) || len(l.Ceded) > 0 {
				t.Errorf("seed %d: %+v", seed, l)
			}
		}
		for party, reviewers := range by {
			for _, r := range reviewers {
				if slices.Contains(by[r], party) {
					t.Errorf("seed %d: %s and %s review each other", seed, party, r)
				}
			}
			if load[party] > 2 {
				t.Errorf("seed %d: %s reviews %d", seed, party, load[party])
			}
		}
	}
}

func TestADrawCanBeRepeated(t *testing.T) {
	pool, under := regions(9, 7, 5, 6, 4)
	first, round := monitor.Lots(usual, under, pool, "12 34 56")
	r := rand.New(rand.NewSource(1))
	r.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	r.Shuffle(len(under), func(i, j int) { under[i], under[j] = under[j], under[i] })
	again, same := monitor.Lots(usual, under, append(pool, pool[0]), "12 34 56")
	if !reflect.DeepEqual(first, again) || round != same {
		t.Error("the same parties in another order draw other lots")
	}
	if other, _ := monitor.Lots(usual, under, pool, "12 34 57"); reflect.DeepEqual(first, other) {
		t.Error("another seed draws the same lots")
	}
	if got := fmt.Sprintf("%x", monitor.Number("seed", 0, "AAA", "BBB")); got != "7c71173b41bf6863342bf9400851af10b73839ecf19359ec70102f598cd1f95f" { // printf 'seed\n0\nAAA\nBBB' | sha256sum
		t.Errorf("the number is %s", got)
	}
}

func TestRulesGiveWayWhereTheyMust(t *testing.T) {
	alone, _ := regions(1, 4)
	lots, _ := monitor.Lots(usual, []string{"A00"}, alone, "x")
	if len(lots) != 1 || len(lots[0].Reviewers) != 2 || !slices.Equal(lots[0].Ceded, []data.Ceded{data.CededRegion}) {
		t.Errorf("alone in its group: %+v", lots)
	}
	two, under := regions(2, 4) // the two can only review each other
	lots, round := monitor.Lots(usual, under, two, "x")
	ceded := 0
	for _, l := range lots {
		ceded += len(l.Ceded)
	}
	if len(lots) != 6 || round < monitor.Rounds || ceded == 0 {
		t.Errorf("two in a group: round %d, %+v", round, lots)
	}
	three, under := regions(3)
	lots, round = monitor.Lots(usual, under, three, "x") // each is reviewed by both others
	if len(lots) != 3 || round < 3*monitor.Rounds || !slices.Contains(slices.Concat(lots[0].Ceded, lots[1].Ceded, lots[2].Ceded), data.CededMutual) {
		t.Errorf("three with two reviewers each: round %d, %+v", round, lots)
	}
	if lots, _ := monitor.Lots(usual, under[:2], three[:2], "x"); lots != nil {
		t.Errorf("two of two: %+v", lots)
	}
}

func BenchmarkLots(b *testing.B) {
	pool, under := regions(54, 55, 23, 33, 28)
	for b.Loop() {
		if lots, _ := monitor.Lots(usual, under, pool, "12 34 56"); len(lots) != 193 {
			b.Fatal("no lots")
		}
	}
}
