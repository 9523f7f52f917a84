package tally

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/states"
)

// hills is a register of invented States and groups that overlap and change:
// Kenya left the Hills on 10 May, France joined them then.
func hills() *states.Register {
	names := func(s string) data.Words { return data.Words{data.English: s} }
	may10 := data.Date{Year: 2026, Month: time.May, Day: 10}
	group := func(code string, kind data.GroupKind, members ...data.Membership) data.Grouping {
		return data.Grouping{Code: code, Kind: kind, Names: names(code), Members: members}
	}
	of := func(codes ...string) (out []data.Membership) {
		for _, c := range codes {
			out = append(out, data.Membership{Code: c})
		}
		return out
	}
	return states.Standard().With(
		[]data.Party{
			{Code: "XXA", Kind: data.PartyMember, Names: names("Amaria")},
			{Code: "XXB", Kind: data.PartyMember, Names: names("Borvia")},
			{Code: "XXC", Kind: data.PartyMember, Names: names("Celdor")},
			{Code: "XXD", Kind: data.PartyObserver, Names: names("Dunmar")},
			{Code: "XXE", Kind: data.PartyMember, Names: names("Elvany")},
			{Code: "XXU", Kind: data.PartyOrganization, Names: names("Union of the Vale")},
		},
		[]data.Grouping{
			group("hill", data.GroupPolitical, append(of("XXA", "XXB", "XXD"), data.Membership{Code: "XXC", To: may10}, data.Membership{Code: "XXE", From: may10})...),
			group("vale", data.GroupPolitical, of("XXA", "XXC")...),
			group("xxu", data.GroupUnion, of("XXB", "XXC", "XXU")...),
		},
		[]string{"XXA", "XXB", "XXC", "XXE"},
	)
}

func TestGroups(t *testing.T) {
	for _, c := range []struct {
		name string
		said []string
		day  int // of May
		want string
	}{
		{"members of the day", []string{"XXA>hill +"}, 4, "support: XXA XXB XXC; silent: XXE; apart: XXD support"},
		{"members of another day", []string{"XXA>hill +"}, 10, "support: XXA XXB XXE; silent: XXC; apart: XXD support"},
		{"overlaps are counted once", []string{"XXA>hill +", "XXA>vale +"}, 4, "support: XXA XXB XXC; silent: XXE; apart: XXD support"},
		{"groups that contradict each other", []string{"XXB>hill +", "XXC>vale -"}, 4, "support: XXB; mixed: XXA XXC; silent: XXE; apart: XXD support"},
		{"the later group does not replace the other", []string{"XXC>vale -", "XXB>hill +"}, 4, "support: XXB; mixed: XXA XXC; silent: XXE; apart: XXD support"},
		{"a national statement ends the mixture", []string{"XXB>hill +", "XXC>vale -", "XXA ~"}, 4, "support: XXB; flexible: XXA; mixed: XXC; silent: XXE; apart: XXD support"},
		{"the surer group", []string{"XXB>hill +", "XXC>vale - unsure"}, 4, "support: XXA XXB XXC; silent: XXE; apart: XXD support"},
		{"an organization speaks for its members", []string{"XXU -"}, 4, "oppose: XXB XXC; silent: XXA XXE; apart: XXU oppose"},
		{"and is not counted", []string{"XXU>xxu -"}, 4, "oppose: XXB XXC; silent: XXA XXE; apart: XXU oppose"},
		{"an observer is shown apart", []string{"XXD -"}, 4, "silent: XXA XXB XXC XXE; apart: XXD oppose"},
		{"who does not take part", []string{"KEN -"}, 4, "silent: XXA XXB XXC XXE; apart: KEN oppose"},
	} {
		t.Run(c.name, func(t *testing.T) {
			views := said(c.said...)
			for i := range views {
				views[i].Said = views[i].Said.AddDate(0, 0, c.day-4)
			}
			if got := written(Of(views, hills(), time.Time{})); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// written is a tally as text: who is of which class.
func written(t Tally) string {
	out := ""
	for _, class := range Classes {
		who := t.Who(class, "")
		if len(who) == 0 {
			continue
		}
		name := string(class)
		if class == data.AttitudeSilent {
			name = "silent"
		}
		out += name + ":"
		for _, s := range who {
			out += " " + s.Code
		}
		out += "; "
	}
	out += "apart:"
	for _, s := range append(t.Observers(), t.Others()...) {
		if s.Class() != data.AttitudeSilent {
			out += " " + s.Key() + " " + string(s.Class())
		}
	}
	return out
}

// lots are views of the hills, many of them contradicting each other, of two
// questions, in which no two were said at the same time.
func lots(r *rand.Rand, n int) []data.View {
	var lines []string
	for range n {
		who := []string{"XXA", "XXB", "XXC", "XXD", "XXE", "XXU", "Somebody", ""}[r.IntN(8)]
		group := []string{"", "", "hill", "vale", "xxu", "unknown"}[r.IntN(6)]
		line := who
		if group != "" || who == "" {
			line += ">" + []string{group, "hill"}[r.IntN(2)]
		}
		line += " " + []string{"+", "-", "~", "?", "r"}[r.IntN(5)] + " " + []string{"", "", "unsure", "reported"}[r.IntN(4)] + " " + []string{"", "", "second"}[r.IntN(3)]
		lines = append(lines, line)
	}
	views := said(lines...)
	for i := range views {
		views[i].Said = views[i].Said.Add(time.Duration(r.IntN(20*24)) * time.Hour)
	}
	return views
}

// model applies the rules of the package comment to one participant, one after
// another, without regard to speed.
func model(views []data.View, reg *states.Register, code string) data.Attitude {
	type voice struct {
		group string
		about Question
	}
	speaksFor := func(v data.View) string {
		if v.By.For == "" && v.By.Code == "XXU" {
			return "xxu"
		}
		return v.By.For
	}
	mine := slices.DeleteFunc(slices.Clone(views), func(v data.View) bool {
		if v.By.Code == code {
			return false
		}
		return code == "XXU" || !slices.Contains(reg.Members(speaksFor(v), data.DateOf(v.Said)), code)
	})
	keep := func(better func(v data.View) bool) {
		if slices.ContainsFunc(mine, better) {
			mine = slices.DeleteFunc(mine, func(v data.View) bool { return !better(v) })
		}
	}
	keep(func(v data.View) bool { return v.Confidence != data.ConfidenceReported })
	keep(func(v data.View) bool { return speaksFor(v) == "" })
	keep(func(v data.View) bool { return v.Confidence != data.ConfidenceUnsure })
	last := map[voice]data.View{}
	for _, v := range mine {
		at := voice{speaksFor(v), About(v)}
		if old, known := last[at]; !known || old.Said.Before(v.Said) {
			last[at] = v
		}
	}
	class := data.AttitudeSilent
	for _, v := range last {
		switch {
		case class == data.AttitudeSilent:
			class = v.Attitude
		case class != v.Attitude:
			return Mixed
		}
	}
	return class
}

// TestRules compares tallies of many random sets of views with the model, and
// holds them to what must always be so.
func TestRules(t *testing.T) {
	reg := hills()
	everybody := []string{"XXA", "XXB", "XXC", "XXD", "XXE", "XXU"}
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 5))
		views := lots(r, 1+r.IntN(30))
		tally := Of(views, reg, time.Time{})
		if sum := tally.Totals().Sum(); sum != len(reg.Counted()) {
			t.Fatalf("seed %d: %d of %d are counted", seed, sum, len(reg.Counted()))
		}
		shuffled := slices.Clone(views)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if a, b := written(tally), written(Of(shuffled, reg, time.Time{})); a != b {
			t.Fatalf("seed %d: the order of views matters:\n%s\n%s", seed, a, b)
		}
		until := views[r.IntN(len(views))].Said
		earlier := slices.DeleteFunc(slices.Clone(views), func(v data.View) bool { return v.Said.After(until) })
		if a, b := written(Of(views, reg, until)), written(Of(earlier, reg, time.Time{})); a != b {
			t.Fatalf("seed %d: what is said later matters:\n%s\n%s", seed, a, b)
		}
		for _, code := range everybody {
			e := tally.Explain(code)
			if want := model(views, reg, code); e.Class() != want {
				t.Fatalf("seed %d: %s stands %q, by the rules %q\n%s", seed, code, e.Class(), want, grounds(e))
			}
			explained(t, fmt.Sprintf("seed %d, %s", seed, code), views, reg, e)
		}
	}
}

// explained holds an explanation to what it says: what governs agrees with the
// standing, and without any other view it is the same.
func explained(t *testing.T, where string, views []data.View, reg *states.Register, e Explanation) {
	t.Helper()
	class := data.AttitudeSilent
	governs := map[data.ID]bool{}
	for _, g := range e.Governing() {
		governs[g.View.ID] = true
		if class == data.AttitudeSilent {
			class = g.View.Attitude
		} else if class != g.View.Attitude {
			class = Mixed
		}
	}
	if class != e.Class() {
		t.Fatalf("%s: the grounds come to %q, the standing is %q", where, class, e.Class())
	}
	for _, g := range e.Grounds {
		if !g.Governs() && (g.Replaced.IsZero() || g.Replaced == g.View.ID) {
			t.Fatalf("%s: what gives way gives way to nothing", where)
		}
	}
	only := slices.DeleteFunc(slices.Clone(views), func(v data.View) bool { return !governs[v.ID] })
	if got := Of(only, reg, time.Time{}).Standing(e.Key()); got.Class() != e.Class() || got.Confidence != e.Confidence {
		t.Fatalf("%s: without what gives way it stands %v, not %v", where, got, e.Standing)
	}
}
