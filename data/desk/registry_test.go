package desk_test

import (
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	register "travaux/data/states"
)

var lanternia = data.Party{Kind: data.PartyMember, Names: data.Words{data.English: "Lanternia", data.French: "Lanternie"}, Aliases: []string{"lamp", " lamp "}}

func TestTheRegisterFollowsWhatTheDelegationRecords(t *testing.T) {
	d, v, _ := newDesk(t)
	if d.Register() != register.Standard() {
		t.Error("a desk on which nothing was recorded has another register than that which ships")
	}
	p, err := d.SetParty(ctx, lanternia)
	must(t, err)
	if p.Code != "LANTERNIA" || !slices.Equal(p.Aliases, []string{"lamp"}) {
		t.Errorf("kept as %+v", p)
	}
	first := d.Register()
	if first != d.Register() {
		t.Error("the register is made twice")
	}
	if got := first.Find("lamp"); len(got) != 1 || got[0].Code != p.Code || first.Name(p.Code, data.French) != "Lanternie" {
		t.Errorf("found %v", got)
	}
	g, err := d.SetGroup(ctx, data.Grouping{Names: data.Words{data.English: "Friends of Light"}, Members: []data.Membership{{Code: p.Code}, {Code: "EGY", From: data.Date{Year: 2026, Month: 5, Day: 1}}}})
	must(t, err)
	if got := d.Register().Members(g.Code, data.Date{Year: 2026, Month: 1, Day: 1}); !slices.Equal(got, []string{p.Code}) {
		t.Errorf("members %v", got)
	}
	must(t, d.SetParticipants(ctx, []string{"KEN", p.Code, "XXX"}))
	if got := d.Register().Counted(); !slices.Equal(got, []string{"KEN", p.Code}) {
		t.Errorf("counted %v", got)
	}
	again, err := desk.Open(ctx, v)
	must(t, err)
	if got := again.Register().Counted(); !slices.Equal(got, []string{"KEN", p.Code}) || len(again.Register().Members(g.Code, data.Today())) != 2 {
		t.Errorf("after opening again: counted %v", got)
	}
	for range 3 {
		_, err := d.Undo(ctx)
		must(t, err)
	}
	if d.Register().Name(p.Code, data.English) != "" || len(d.Register().Counted()) != 193 {
		t.Error("undone, and still in the register")
	}
	for range 3 {
		_, err := d.Redo(ctx)
		must(t, err)
	}
	if got := d.Register().Counted(); !slices.Equal(got, []string{"KEN", p.Code}) {
		t.Errorf("done again: counted %v", got)
	}
}

func TestACorrectionCanBeTakenBack(t *testing.T) {
	d, _, _ := newDesk(t)
	ships, _ := d.Register().Group("guam")
	short := ships
	short.Members = short.Members[:2]
	_, err := d.SetGroup(ctx, short)
	must(t, err)
	if n := len(d.Register().Members("guam", data.Today())); n != 2 || !d.Edited("guam", true) {
		t.Errorf("%d members", n)
	}
	_, err = d.SetGroup(ctx, ships) // corrected back
	must(t, err)
	if d.Edited("guam", true) || d.Register() != register.Standard() {
		t.Error("a correction that corrects nothing is kept")
	}
	_, err = d.SetGroup(ctx, short)
	must(t, err)
	must(t, d.DeleteGroup(ctx, "guam"))
	if n := len(d.Register().Members("guam", data.Today())); n != 4 {
		t.Errorf("%d members after it was taken back", n)
	}
}

func TestTwoLaptopsCorrectOneGroup(t *testing.T) {
	l := twoLaptops(t)
	march, april := data.Date{Year: 2026, Month: 3, Day: 1}, data.Date{Year: 2026, Month: 4, Day: 1}
	join := func(d *desk.Desk, code string, from data.Date) {
		t.Helper()
		g, _ := d.Register().Group("guam")
		g.Members = append(slices.Clone(g.Members), data.Membership{Code: code, From: from, Source: "said beside the room"})
		_, err := d.SetGroup(ctx, g)
		must(t, err)
	}
	join(l.one, "EGY", march)
	l.later()
	join(l.two, "KEN", march)
	l.meet()
	for _, d := range []*desk.Desk{l.one, l.two} {
		if got := d.Register().Members("guam", april); !slices.Equal(got, []string{"AZE", "EGY", "GEO", "KEN", "MDA", "UKR"}) {
			t.Errorf("members %v", got)
		}
		if c := allTold(d); len(c) > 0 {
			t.Errorf("in conflict: %v", c)
		}
	}
	must(t, l.two.WorkAs(l.delegate.ID))
	join(l.one, "FRA", march)
	l.later()
	join(l.two, "FRA", april)
	l.meet()
	want := "group.member/ B=guam FRA\n2026-04-01/.. · said beside the room | A=guam FRA\n2026-03-01/.. · said beside the room"
	if c := allTold(l.one); len(c) != 1 || c[0] != want {
		t.Errorf("in conflict: %q, not %q", c, want)
	}
}

func TestEverySpellOfAMembershipIsKept(t *testing.T) {
	d, v, _ := newDesk(t)
	may, june := data.Date{Year: 2026, Month: 5, Day: 1}, data.Date{Year: 2026, Month: 6, Day: 1}
	want := []data.Membership{
		{Code: "EGY", To: may, Source: "A/1"},
		{Code: "EGY", From: june, Beside: true},
		{Code: "FRA", From: may, To: june, Beside: true, Source: "beside · two\nlines"},
		{Code: "KEN"},
		{Code: "USA", Source: "2026"},
	}
	g, err := d.SetGroup(ctx, data.Grouping{Code: "my-friends", Names: data.Words{data.English: "Friends"}, Members: want})
	must(t, err)
	d, err = desk.Open(ctx, v)
	must(t, err)
	want[2].Source = "beside · two lines"
	if got, _ := d.Register().Group(g.Code); !slices.Equal(got.Members, want) {
		t.Errorf("kept %+v, not %+v", got.Members, want)
	}
	got, _ := d.Register().Group(g.Code)
	_, err = d.SetGroup(ctx, got)
	must(t, err)
	if title, _ := d.CanUndo(); title != "" {
		t.Errorf("nothing new is an act: %s", title)
	}
}

func TestWhatTheRegisterRefuses(t *testing.T) {
	d, _, _ := newDesk(t)
	p, err := d.SetParty(ctx, lanternia)
	must(t, err)
	g := data.Grouping{Names: data.Words{data.English: "Friends"}, Members: []data.Membership{{Code: p.Code}}}
	g, err = d.SetGroup(ctx, g)
	must(t, err)
	with := func(m data.Membership) data.Grouping {
		g := g
		g.Members = []data.Membership{m}
		return g
	}
	may := data.Date{Year: 2026, Month: 5, Day: 1}
	for name, c := range map[string]struct {
		do   func() error
		want data.Code
	}{
		"a party without a name": {func() error {
			_, err := d.SetParty(ctx, data.Party{Code: "X", Names: data.Words{data.English: " "}})
			return err
		}, desk.CodeNoName},
		"a group without a name":     {func() error { _, err := d.SetGroup(ctx, data.Grouping{Code: "x"}); return err }, desk.CodeNoName},
		"a member that nobody knows": {func() error { _, err := d.SetGroup(ctx, with(data.Membership{Code: "XXX"})); return err }, desk.CodeMembership},
		"an end before the beginning": {func() error {
			_, err := d.SetGroup(ctx, with(data.Membership{Code: "EGY", From: may, To: may}))
			return err
		}, desk.CodeMembership},
		"a State that ships, deleted":     {func() error { return d.DeleteParty(ctx, "EGY") }, desk.CodeStandard},
		"a group that ships, deleted":     {func() error { return d.DeleteGroup(ctx, "nam") }, desk.CodeStandard},
		"one that a group names, deleted": {func() error { return d.DeleteParty(ctx, p.Code) }, desk.CodeStillNamed},
	} {
		if err := c.do(); data.CodeOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	must(t, d.DeleteGroup(ctx, g.Code))
	must(t, d.DeleteParty(ctx, p.Code))
	if d.Register() != register.Standard() {
		t.Error("something is left")
	}
}

func FuzzReadSpells(f *testing.F) {
	f.Add("guam EGY\n2026-03-01/.. · A/1\n../2026-05-01 beside")
	f.Add("guam EGY\nsaid in the corridor\n2026/2027 · x")
	f.Add("\n · \n/\n../..")
	f.Fuzz(func(t *testing.T, text string) {
		list := desk.ReadSpells("EGY", text)
		again := desk.ReadSpells("EGY", desk.WriteSpells("guam", "EGY", list))
		if len(again) != len(list) {
			t.Fatalf("%d spells, then %d", len(list), len(again))
		}
		for i := range list {
			if list[i].From != again[i].From || list[i].To != again[i].To || list[i].Beside != again[i].Beside {
				t.Fatalf("%+v, then %+v", list[i], again[i])
			}
		}
	})
}
