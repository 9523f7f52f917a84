package desk_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

func states(d *desk.Desk, p data.ID) (out []data.TextState) {
	for _, s := range d.TextSteps(p) {
		out = append(out, s.State)
	}
	return out
}

func TestStepsAreKeptWithTheirMeeting(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	meeting := func(title string, day int) data.Meeting {
		m, err := d.SetMeeting(ctx, data.Meeting{Title: title, Date: data.Date{Year: 2026, Month: time.March, Day: day}})
		must(t, err)
		must(t, d.SitIn(m.ID))
		return m
	}
	third := meeting("3rd meeting", 3)
	must(t, d.SetTextState(ctx, p, data.TextAdReferendum, ""))
	must(t, d.SetTextState(ctx, p, data.TextAdReferendum, "")) // a key pressed twice
	fifth := meeting("5th meeting", 5)
	must(t, d.SetTextState(ctx, p, data.TextReopened, "they think again"))
	steps := d.TextSteps(p)
	if len(steps) != 2 || steps[0].Meeting != third.ID || steps[1].Meeting != fifth.ID || steps[1].Remark != "they think again" || steps[0].By != d.Me().ID {
		t.Fatalf("steps %+v", steps)
	}
	events, err := d.History(p)
	must(t, err)
	var told []string
	for _, e := range events {
		if m, ok := d.Meeting(e.Meeting); ok {
			told = append(told, m.Title+": "+e.What+" "+e.After)
		}
	}
	want := []string{"3rd meeting: event.text-state.ad-referendum ", "5th meeting: event.text-state.reopened they think again"}
	if !slices.Equal(told, want) {
		t.Errorf("told\n%s", strings.Join(told, "\n"))
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if got := states(d, p); !slices.Equal(got, []data.TextState{data.TextAdReferendum}) {
		t.Errorf("after undo %v", got)
	}
	_, err = d.Redo(ctx)
	must(t, err)
	must(t, d.SetTextState(ctx, p, data.TextClose, ""))
	if got := states(d, p); !slices.Equal(got, []data.TextState{data.TextAdReferendum, data.TextReopened, data.TextClose}) {
		t.Errorf("after redo and one more %v", got)
	}
	if s := d.Standing(p); s.State != data.TextClose || !s.Reopened {
		t.Errorf("agreed, reopened, close: %+v", s)
	}
}

func TestSeveralStatesAreOneAct(t *testing.T) {
	d := imported(t)
	one, two := at(t, d, "ch1/art2/1").ID, at(t, d, "ch1/art2/2").ID
	must(t, d.SetTextStates(ctx, []data.ID{one, two, one}, data.TextParked, ""))
	if len(d.TextSteps(one)) != 1 || len(d.TextSteps(two)) != 1 {
		t.Fatalf("steps %v %v", d.TextSteps(one), d.TextSteps(two))
	}
	_, err := d.Undo(ctx)
	must(t, err)
	if len(d.TextSteps(one))+len(d.TextSteps(two)) != 0 {
		t.Error("half of it is undone")
	}
	wantCode(t, d.SetTextStates(ctx, []data.ID{one, data.NewID()}, data.TextParked, ""), data.CodeNotFound)
	if len(d.TextSteps(one)) != 0 {
		t.Error("half of it was done")
	}
	for _, s := range []data.TextState{data.TextNone, "novel"} {
		wantCode(t, d.SetTextState(ctx, one, s, ""), data.CodeInput)
	}
}

// TestStandingsRollUp plays article 2 of the draft from brackets to the gavel.
func TestStandingsRollUp(t *testing.T) {
	d := imported(t)
	article, one, two := at(t, d, "ch1/art2").ID, at(t, d, "ch1/art2/1").ID, at(t, d, "ch1/art2/2").ID
	chapter := at(t, d, "ch1").ID
	list := at(t, d, "ch1/art1").ID
	for _, step := range []struct {
		on                                data.ID
		to                                data.TextState
		wantOne, wantArticle, wantChapter data.TextState
	}{
		{two, data.TextAgreed, data.TextBracketed, data.TextBracketed, data.TextNone},
		{one, data.TextAdReferendum, data.TextAdReferendum, data.TextClose, data.TextNone},
		{article, data.TextAdReferendum, data.TextAdReferendum, data.TextAdReferendum, data.TextNone},
		{one, data.TextReopened, data.TextReopened, data.TextReopened, data.TextReopened},
		{one, data.TextDeleted, data.TextDeleted, data.TextAdReferendum, data.TextNone},
	} {
		must(t, d.SetTextState(ctx, step.on, step.to, ""))
		all := d.Standings()
		if all[one].State != step.wantOne || all[article].State != step.wantArticle || all[chapter].State != step.wantChapter {
			t.Errorf("after %s: paragraph %q, article %q, chapter %q", step.to, all[one].State, all[article].State, all[chapter].State)
		}
	}
	must(t, d.SetTextStates(ctx, []data.ID{list, at(t, d, "ch1/art1/a").ID, at(t, d, "ch1/art1/b").ID}, data.TextAdReferendum, ""))
	if s := d.Standing(chapter); s.State != data.TextAdReferendum || s.Own != data.TextNone || s.Gavelled || s.Agreed != s.Parts || s.Parts != 4 {
		t.Errorf("the chapter follows from its articles: %+v", s)
	}
	all := d.Standings()
	txt, err := d.Current()
	must(t, err)
	for _, p := range txt.Provisions {
		if s, ok := all[p.ID]; !ok || !reflect.DeepEqual(s, d.Standing(p.ID)) {
			t.Errorf("%s: %+v in all, alone %+v", p.Path, s, d.Standing(p.ID))
		}
	}
}

func TestWhereTheMemberSitsIsASettingOfTheLaptop(t *testing.T) {
	d, v, _ := newDesk(t)
	late, err := d.SetMeeting(ctx, data.Meeting{Title: "Informals on article 2", Date: data.Date{Year: 2026, Month: 3, Day: 4}})
	must(t, err)
	first, err := d.SetMeeting(ctx, data.Meeting{Title: " 1st meeting ", Date: data.Date{Year: 2026, Month: 3, Day: 3}})
	must(t, err)
	second, err := d.SetMeeting(ctx, data.Meeting{Title: "2nd meeting", Date: data.Date{Year: 2026, Month: 3, Day: 3}})
	must(t, err)
	first.Title = "First meeting"
	_, err = d.SetMeeting(ctx, first)
	must(t, err)
	if got := d.Meetings(); !reflect.DeepEqual(got, []data.Meeting{first, second, late}) {
		t.Errorf("meetings %+v", got)
	}
	if today, err := d.SetMeeting(ctx, data.Meeting{Title: "Bilateral"}); err != nil || today.Date.IsZero() {
		t.Errorf("%+v %v", today, err)
	}
	_, err = d.SetMeeting(ctx, data.Meeting{Title: " "})
	wantCode(t, err, desk.CodeEmpty)
	_, err = d.SetMeeting(ctx, data.Meeting{ID: data.NewID(), Title: "x"})
	wantCode(t, err, data.CodeNotFound)
	wantCode(t, d.SitIn(data.NewID()), data.CodeNotFound)

	if _, sits := d.CurrentMeeting(); sits {
		t.Error("sits in a meeting nobody chose")
	}
	must(t, d.SitIn(second.ID))
	again, err := desk.Open(ctx, v)
	must(t, err)
	if m, ok := again.CurrentMeeting(); !ok || !reflect.DeepEqual(m, second) {
		t.Errorf("after reopening %+v %v", m, ok)
	}
	must(t, d.SitIn(data.ID{}))
	again, err = desk.Open(ctx, v)
	must(t, err)
	if _, sits := again.CurrentMeeting(); sits {
		t.Error("still sits there")
	}
}

func TestCoverage(t *testing.T) {
	today := time.Date(2026, time.March, 10, 12, 0, 0, 0, time.Local)
	d := imported(t)
	id := func(path string) data.ID { return at(t, d, path).ID }
	one, two, article := id("ch1/art2/1"), id("ch1/art2/2"), id("ch1/art2")
	must(t, d.SetPosition(ctx, data.Position{Provision: one, Stance: data.StanceSupport}))
	must(t, d.Submit(ctx, one))
	must(t, d.SetTextStates(ctx, []data.ID{one, two, article}, data.TextAdReferendum, ""))
	cover := d.Coverage(today)
	for path, want := range map[string]data.Coverage{
		"ch1/art2/1": {Awaiting: true, Uninstructed: true},
		"ch1/art2/2": {NoPosition: true, Uninstructed: true},
		"ch1/art2":   {Uninstructed: true},
		"ch1/art1/a": {NoPosition: true},
		"ch1":        {},
	} {
		if got := cover[id(path)]; got != want {
			t.Errorf("%s: %+v, want %+v", path, got, want)
		}
	}
	if _, there := cover[id("ch1")]; there {
		t.Error("nothing is to be done about the chapter, and it is in the list")
	}
	uninstructed := func() int {
		n := 0
		for _, c := range d.Coverage(today) {
			if c.Uninstructed {
				n++
			}
		}
		return n
	}
	for name, c := range map[string]struct {
		on   []data.ID
		want int // provisions that are not covered, of the three
		from int // day of March on which the instruction begins
	}{
		"on a paragraph":           {[]data.ID{one}, 2, 1},
		"on the article":           {[]data.ID{article}, 0, 1},
		"on the chapter":           {[]data.ID{id("ch1")}, 0, 1},
		"on the whole text":        {nil, 0, 1},
		"on another article":       {[]data.ID{id("ch1/art1")}, 3, 1},
		"of tomorrow on the whole": {nil, 3, 11},
	} {
		_, err := d.SetInstruction(ctx, data.Instruction{Provisions: c.on, Text: "hold", Issued: data.OnDay(data.Date{Year: 2026, Month: time.March, Day: c.from}, "")})
		must(t, err)
		if got := uninstructed(); got != c.want {
			t.Errorf("an instruction %s: %d are not covered, want %d", name, got, c.want)
		}
		_, err = d.Undo(ctx)
		must(t, err)
	}
	must(t, d.SetTextState(ctx, one, data.TextDiscussed, ""))
	for _, id := range []data.ID{one, article, id("ch1")} {
		if !d.Coverage(today)[id].Reopened {
			t.Errorf("%+v: the reopening is not seen", d.Coverage(today)[id])
		}
	}
}
