package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

// seated is a desk in a meeting with limits of three and five minutes.
func seated(t *testing.T) (*desk.Desk, data.Meeting) {
	t.Helper()
	d := imported(t)
	m, err := d.SetMeeting(ctx, data.Meeting{Title: "12th meeting", Each: 3 * time.Minute, Group: 5 * time.Minute})
	must(t, err)
	must(t, d.SitIn(m.ID))
	return d, m
}

func named(name, group string) data.Turn {
	return data.Turn{By: data.Speaker{Name: name, ForName: group}}
}

func inscribe(t *testing.T, d *desk.Desk, turns ...data.Turn) (out []data.Turn) {
	t.Helper()
	for _, x := range turns {
		x, err := d.Inscribe(ctx, x)
		must(t, err)
		out = append(out, x)
	}
	return out
}

// floor says who waits, who speaks and who spoke, in alphabetical order, for a
// test takes no time: "B C|A|".
func floor(d *desk.Desk, meeting data.ID) string {
	names := func(turns ...data.Turn) string {
		var out []string
		for _, t := range turns {
			if !t.ID.IsZero() {
				out = append(out, t.By.Name)
			}
		}
		return strings.Join(out, " ")
	}
	f := d.Floor(meeting)
	slices.SortFunc(f.Spoken, func(a, b data.Turn) int { return strings.Compare(a.By.Name, b.By.Name) })
	return names(f.Waiting...) + "|" + names(f.Interrupted, f.Speaking) + "|" + names(f.Spoken...)
}

func TestTheListOfSpeakersOfAMeeting(t *testing.T) {
	d, m := seated(t)
	list := inscribe(t, d, named("A", ""), named("B", ""), named("G", "the Group"))
	wantFloor := func(want string) {
		t.Helper()
		if got := floor(d, m.ID); got != want {
			t.Fatalf("the floor is %q, want %q", got, want)
		}
	}
	wantFloor("G A B||")
	for i, x := range d.Floor(m.ID).Waiting {
		if want := []time.Duration{5, 3, 3}[i] * time.Minute; x.Limit != want || x.Author != d.Me().ID || x.Meeting != m.ID {
			t.Errorf("%s has %s", x.By.Name, x.Limit)
		}
	}
	_, err := d.NextSpeaker(ctx, m.ID)
	must(t, err)
	wantFloor("A B|G|")
	if now, ok := d.Turn(); !ok || now.By.Name != "G" || now.Limit != 5*time.Minute || now.Began.IsZero() {
		t.Errorf("%+v has the floor: %v", now, ok)
	}
	_, err = d.TakeFloor(ctx, data.Turn{By: data.Speaker{Name: "P"}, Point: true})
	must(t, err)
	wantFloor("A B|G P|")
	_, err = d.NextSpeaker(ctx, m.ID) // the point of order is over: who was interrupted goes on
	must(t, err)
	wantFloor("A B|G|P")
	must(t, d.MoveTurn(ctx, list[1].ID, 0))
	wantFloor("B A|G|P")
	_, err = d.GiveFloor(ctx, list[0].ID)
	must(t, err)
	wantFloor("B|A|G P")
	must(t, d.StrikeTurn(ctx, list[1].ID))
	wantFloor("|A|G P")
	must(t, d.EndTurn(ctx, m.ID))
	wantFloor("||A G P")
	if _, speaks := d.Turn(); speaks {
		t.Error("somebody still speaks")
	}
	for _, want := range []string{"|A|G P", "B|A|G P", "B A|G|P", "A B|G|P", "A B|G P|", "A B|G|", "G A B||"} {
		_, err := d.Undo(ctx)
		must(t, err)
		wantFloor(want)
	}
}

func TestLimitsFollowTheMeetingUntilATurnBegins(t *testing.T) {
	d, m := seated(t)
	inscribe(t, d, named("A", ""), named("B", ""))
	_, err := d.NextSpeaker(ctx, m.ID)
	must(t, err)
	m.Each = 2 * time.Minute
	_, err = d.SetMeeting(ctx, m)
	must(t, err)
	must(t, d.MoveTurn(ctx, d.Floor(m.ID).Waiting[0].ID, 0))
	f := d.Floor(m.ID)
	if f.Speaking.Limit != 3*time.Minute || f.Waiting[0].Limit != 2*time.Minute {
		t.Errorf("%s for who speaks, %s for who waits", f.Speaking.Limit, f.Waiting[0].Limit)
	}
}

func TestWhatAListOfSpeakersRefuses(t *testing.T) {
	d, m := seated(t)
	list := inscribe(t, d, named("A", ""))
	must(t, d.CloseList(ctx, m.ID, true))
	inscribe(t, d, data.Turn{By: data.Speaker{Name: "A"}, Reply: true}, data.Turn{By: data.Speaker{Name: "A"}, Point: true})
	for _, c := range []struct {
		name string
		do   func() error
		want data.Code
	}{
		{"nobody", func() error { _, err := d.Inscribe(ctx, named(" ", "")); return err }, desk.CodeEmpty},
		{"a closed list", func() error { _, err := d.Inscribe(ctx, named("B", "")); return err }, desk.CodeListClosed},
		{"a right of reply twice", func() error {
			_, err := d.Inscribe(ctx, data.Turn{By: data.Speaker{Name: "A"}, Reply: true})
			return err
		}, desk.CodeOnList},
		{"a meeting that is none", func() error { _, err := d.Inscribe(ctx, data.Turn{Meeting: data.NewID()}); return err }, desk.CodeNoMeeting},
		{"nobody to end", func() error { return d.EndTurn(ctx, m.ID) }, desk.CodeNobodyWaits},
		{"nobody in another meeting", func() error { _, err := d.NextSpeaker(ctx, data.NewID()); return err }, desk.CodeNobodyWaits},
		{"one that is none", func() error { return d.StrikeTurn(ctx, data.NewID()) }, data.CodeNotFound},
	} {
		t.Run(c.name, func(t *testing.T) { wantCode(t, c.do(), c.want) })
	}
	_, err := d.GiveFloor(ctx, list[0].ID)
	must(t, err)
	wantCode(t, d.MoveTurn(ctx, list[0].ID, 0), desk.CodeHasSpoken)
	must(t, d.CloseList(ctx, m.ID, false))
	inscribe(t, d, named("B", ""))
}

func TestWhoTakesTheFloorIsTakenFromTheList(t *testing.T) {
	d, m := seated(t)
	list := inscribe(t, d, named("A", ""), named("B", ""))
	took, err := d.TakeFloor(ctx, named("B", ""))
	must(t, err)
	if took.ID != list[1].ID || floor(d, m.ID) != "A|B|" {
		t.Errorf("the floor is %q", floor(d, m.ID))
	}
	must(t, d.CloseList(ctx, m.ID, true))
	_, err = d.TakeFloor(ctx, named("C", ""))
	must(t, err)
	if got := floor(d, m.ID); got != "A|C|B" {
		t.Errorf("the floor is %q", got)
	}
}

func TestOurOwnTurns(t *testing.T) {
	d, m := seated(t)
	n := d.Negotiation()
	n.State = "ARM"
	must(t, d.SetNegotiation(ctx, n))
	by, err := d.Inscribe(ctx, data.Turn{By: data.Speaker{Code: "ARM"}})
	must(t, err)
	if !by.Ours {
		t.Error("a turn of our State is not ours")
	}
	must(t, d.StrikeTurn(ctx, by.ID))
	by, err = d.Inscribe(ctx, data.Turn{Ours: true})
	must(t, err)
	if by.By.Code != "ARM" {
		t.Errorf("our turn is that of %+v", by.By)
	}
	if place, _, ok := d.Floor(m.ID).OursNext(time.Now()); place != 1 || !ok {
		t.Errorf("place %d, %v", place, ok)
	}
}

func TestTheOrderOfConsideration(t *testing.T) {
	d, m := seated(t)
	all, err := d.Considered(m.ID)
	must(t, err)
	text, err := d.Current()
	must(t, err)
	if len(all) != len(text.Provisions) {
		t.Fatalf("%d provisions without an order, want %d", len(all), len(text.Provisions))
	}
	m.Order = []data.ID{at(t, d, "ch1/art2").ID, data.NewID(), at(t, d, "ch1/art1").ID, at(t, d, "ch1/art2/1").ID}
	_, err = d.SetMeeting(ctx, m)
	must(t, err)
	all, err = d.Considered(m.ID)
	must(t, err)
	var paths []string
	for _, p := range all {
		paths = append(paths, strings.TrimPrefix(p.Path, "ch1/"))
	}
	got := strings.Join(paths, " ")
	if !strings.HasPrefix(got, "art2 art2/1 ") || strings.Count(got, "art2/1") != 1 || !strings.Contains(got, " art1 ") {
		t.Errorf("considered: %s", got)
	}
}

func TestTurnsOutliveTheProgram(t *testing.T) {
	d, m, v := func() (*desk.Desk, data.Meeting, desk.Store) {
		d, v, _ := newDesk(t)
		m, err := d.SetMeeting(ctx, data.Meeting{Title: "12th meeting"})
		must(t, err)
		must(t, d.SitIn(m.ID))
		return d, m, v
	}()
	inscribe(t, d, named("A", ""), named("B", ""))
	_, err := d.NextSpeaker(ctx, m.ID)
	must(t, err)
	again, err := desk.Open(ctx, v)
	must(t, err)
	if got := floor(again, m.ID); got != "B|A|" {
		t.Errorf("the floor is %q", got)
	}
}
