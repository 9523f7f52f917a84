package data

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

var nine = time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)

func minute(m float64) time.Time { return nine.Add(time.Duration(m * float64(time.Minute))) }

// turn makes one out of "EGY", "EGY for nam", "EGY reply", "EGY point".
func turn(words string, began, ended float64) Turn {
	name, what, _ := strings.Cut(words, " ")
	t := Turn{ID: NewID(), By: Speaker{Name: name}, Reply: what == "reply", Point: what == "point"}
	t.By.For = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(what, "for "), "reply"), "point")
	if began >= 0 {
		t.Began = minute(began)
	}
	if ended >= 0 {
		t.Ended = minute(ended)
	}
	return t
}

func names(turns []Turn) string {
	var out []string
	for _, t := range turns {
		out = append(out, t.By.Name)
	}
	return strings.Join(out, " ")
}

// inscribed inscribes one after the other, as the desk does.
func inscribed(words ...string) []Turn {
	var all []Turn
	for i, w := range words {
		t := turn(w, -1, -1)
		t.Time = minute(float64(i))
		placed, changed := NewFloor(all).Inscribe(t)
		for _, c := range append(changed, placed) {
			if at := slices.IndexFunc(all, func(x Turn) bool { return x.ID == c.ID }); at >= 0 {
				all[at] = c
			} else {
				all = append(all, c)
			}
		}
	}
	return all
}

func TestTheOrderOfTheListOfSpeakers(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []string
		want string
	}{
		{"by inscription", []string{"A", "B", "C"}, "A B C"},
		{"groups first", []string{"A", "B", "G for nam", "C", "H for g77"}, "G H A B C"},
		{"rights of reply at the end", []string{"A", "R reply", "B", "S reply", "G for nam"}, "G A B R S"},
		{"a point of order at once", []string{"G for nam", "A", "P point"}, "P G A"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := names(NewFloor(inscribed(c.in...)).Waiting); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestAListOfAnyLengthHasRoomBetweenItsEntries(t *testing.T) {
	words := []string{"last"}
	for i := range 300 {
		words = append(words, fmt.Sprintf("g%d for nam", i))
	}
	got := NewFloor(inscribed(words...)).Waiting
	for i, x := range got[:300] {
		if x.By.Name != fmt.Sprintf("g%d", i) || x.Order >= got[i+1].Order {
			t.Fatalf("%s with order %d at place %d", x.By.Name, x.Order, i)
		}
	}
}

func TestATurnIsMoved(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 57))
	all := inscribed("A", "B", "C", "D", "E", "F")
	want := strings.Fields(names(all))
	for range 400 {
		f := NewFloor(all)
		from, to := r.IntN(6), r.IntN(6)
		moved, changed, ok := f.Move(f.Waiting[from].ID, to)
		if ok != (from != to) {
			t.Fatalf("moving from %d to %d: %v", from, to, ok)
		}
		if !ok {
			continue
		}
		name := want[from]
		want = slices.Insert(slices.Delete(want, from, from+1), to, name)
		for _, c := range append(changed, moved) {
			all[slices.IndexFunc(all, func(x Turn) bool { return x.ID == c.ID })] = c
		}
		if got := names(NewFloor(all).Waiting); got != strings.Join(want, " ") {
			t.Fatalf("got %s, want %v", got, want)
		}
	}
}

func TestWhoHasTheFloor(t *testing.T) {
	for _, c := range []struct {
		name                          string
		turns                         []Turn
		speaking, interrupted, spoken string
	}{
		{"nobody", []Turn{turn("A", -1, -1)}, "", "", ""},
		{"one", []Turn{turn("A", 0, -1), turn("B", -1, -1)}, "A", "", ""},
		{"one after the other", []Turn{turn("A", 0, 3), turn("B", 3, -1)}, "B", "", "A"},
		{"a point of order", []Turn{turn("A", 0, -1), turn("P point", 1, -1)}, "P", "A", ""},
		{"after the point of order", []Turn{turn("A", 0, -1), turn("P point", 1, 2)}, "A", "", "P"},
		{"one point of order after another", []Turn{turn("A", 0, -1), turn("P point", 1, -1), turn("Q point", 2, -1)}, "Q", "A", "P"},
		{"given by two laptops at once", []Turn{turn("A", 0, -1), turn("B", 1, -1)}, "B", "", "A"},
		{"struck while speaking", []Turn{{ID: NewID(), Began: nine, Struck: true}}, "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewFloor(c.turns)
			if f.Speaking.By.Name != c.speaking || f.Interrupted.By.Name != c.interrupted || names(f.Spoken) != c.spoken {
				t.Errorf("%q speaks, %q is interrupted, %q spoke", f.Speaking.By.Name, f.Interrupted.By.Name, names(f.Spoken))
			}
		})
	}
}

func TestSpeakingTime(t *testing.T) {
	limited := func(limit float64) Turn {
		x := turn("A", 0, -1)
		x.Limit = time.Duration(limit * float64(time.Minute))
		return x
	}
	point := turn("P point", 0.5, 1.5)
	for _, c := range []struct {
		name  string
		turns []Turn
		now   float64
		phase SpeakingPhase
		left  float64
	}{
		{"before the last minute", []Turn{limited(3)}, 1.5, PhaseSpeaking, 1.5},
		{"the last minute", []Turn{limited(3)}, 2, PhaseLast, 1},
		{"the last second", []Turn{limited(3)}, 3, PhaseLast, 0},
		{"over", []Turn{limited(3)}, 3.5, PhaseOver, -0.5},
		{"no limit", []Turn{limited(0)}, 60, PhaseSpeaking, 0},
		{"a limit of one minute", []Turn{limited(1)}, 0.5, PhaseSpeaking, 0.5},
		{"its last quarter", []Turn{limited(1)}, 0.75, PhaseLast, 0.25},
		{"a point of order does not count", []Turn{limited(3), point}, 2.5, PhaseSpeaking, 1.5},
		{"nor one that lasts", []Turn{limited(3), turn("P point", 1, -1)}, 10, PhaseSpeaking, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := NewFloor(c.turns).Clock(c.turns[0], minute(c.now))
			if got.Phase != c.phase || got.Left != time.Duration(c.left*float64(time.Minute)) {
				t.Errorf("%s with %s left, want %s with %v", got.Phase, got.Left, c.phase, c.left)
			}
		})
	}
}

func TestHowLongUntilItIsOurTurn(t *testing.T) {
	ours := turn("US", -1, -1)
	ours.Ours = true
	limited := func(words string, began, ended float64) Turn {
		x := turn(words, began, ended)
		x.Limit = 4 * time.Minute
		return x
	}
	late := func(x Turn) Turn { x.Order = 1; return x }
	for _, c := range []struct {
		name  string
		turns []Turn
		place int
		wait  time.Duration
	}{
		{"we do not wait", []Turn{turn("A", 20, -1)}, 0, 0},
		{"next, and nobody speaks", []Turn{ours}, 1, 0},
		{"after who speaks, by his limit", []Turn{limited("A", 20, -1), ours}, 1, 3 * time.Minute},
		{"after two, by what is usual", []Turn{turn("A", -1, -1), turn("G for nam", -1, -1), late(ours)}, 3, 8 * time.Minute},
		{"by the mean of three", []Turn{
			limited("A", 10, 12), limited("B", 12, 14), limited("C", 14, 16), limited("D", -1, -1), late(ours),
		}, 2, 2 * time.Minute},
		{"who is over takes no more", []Turn{limited("A", 0, -1), ours}, 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			place, wait, ok := NewFloor(c.turns).OursNext(minute(21))
			if place != c.place || wait != c.wait || ok != (c.place > 0) {
				t.Errorf("place %d in %s, want %d in %s", place, wait, c.place, c.wait)
			}
		})
	}
}

func TestSpeakingTimesAreRead(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  time.Duration
		back  string
	}{
		{"", 0, ""},
		{"3", 3 * time.Minute, "3"},
		{" 2:30 ", 150 * time.Second, "2:30"},
		{"٣", 3 * time.Minute, "3"},
		{"0", 0, ""},
		{"2：05", 125 * time.Second, "2:05"},
	} {
		if got, err := ParseSpeakingTime(c.typed); err != nil || got != c.want || WriteSpeakingTime(got) != c.back {
			t.Errorf("%q is %s, written %q: %v", c.typed, got, WriteSpeakingTime(got), err)
		}
	}
	for _, bad := range []string{"x", "-1", "3:7", "3:60", "3:", ":30", "601", "3 4"} {
		if got, err := ParseSpeakingTime(bad); CodeOf(err) != CodeInput {
			t.Errorf("%q is %s, %v", bad, got, err)
		}
	}
}

func TestHoursOfADayAreRead(t *testing.T) {
	day := Date{2026, time.March, 8} // on which the clocks of New York go forward at two
	for _, c := range []struct{ name, typed, zone, want string }{
		{"an hour", "10:00", UTC, "2026-03-08T10:00:00Z"},
		{"with a full stop", "10.05", UTC, "2026-03-08T10:05:00Z"},
		{"with seconds", "10:00:30", UTC, "2026-03-08T10:00:30Z"},
		{"in Arabic digits", "١٠:٠٠", UTC, "2026-03-08T10:00:00Z"},
		{"elsewhere", "10:00", "America/New_York", "2026-03-08T14:00:00Z"},
	} {
		got, err := ClockOn(day, c.typed, c.zone)
		if err != nil || got.Format(time.RFC3339) != c.want {
			t.Errorf("%s: %s, %v", c.name, got.Format(time.RFC3339), err)
		}
		again, err := ClockOn(day, ClockIn(got, c.zone), c.zone)
		if err != nil || !again.Equal(got) {
			t.Errorf("%s: read back as %s, %v", c.name, again, err)
		}
	}
	for _, bad := range []string{"25:00", "ten", "10", "10:61"} {
		if got, err := ClockOn(day, bad, UTC); CodeOf(err) != CodeInput {
			t.Errorf("%q is %s, %v", bad, got, err)
		}
	}
	if got, err := ClockOn(day, "2:30", "America/New_York"); CodeOf(err) != CodeInput {
		t.Errorf("an hour that there was not is %s, %v", got, err)
	}
}
