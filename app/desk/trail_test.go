package desk

import (
	"testing"

	"travaux/data"
)

func TestTrailGoesBackAndForward(t *testing.T) {
	names := map[data.ID]string{}
	ids := map[string]data.ID{}
	for _, n := range []string{"a", "b", "c", "d"} {
		ids[n] = data.NewID()
		names[ids[n]] = n
	}
	var tr trail
	here := ids["a"]
	jump := func(to string) { tr.leave(here); here = ids[to] }
	back := func(want string, ok bool) {
		t.Helper()
		to, moved := tr.back(here)
		if moved != ok || moved && names[to] != want {
			t.Fatalf("back leads to %q, %v", names[to], moved)
		}
		if moved {
			here = to
		}
	}
	forward := func(want string, ok bool) {
		t.Helper()
		to, moved := tr.forward(here)
		if moved != ok || moved && names[to] != want {
			t.Fatalf("forward leads to %q, %v", names[to], moved)
		}
		if moved {
			here = to
		}
	}
	back("", false)
	jump("b")
	jump("c")
	forward("", false)
	back("b", true)
	back("a", true)
	back("", false)
	forward("b", true)
	jump("d") // c is forgotten
	forward("", false)
	back("b", true)
	tr.forget(func(id data.ID) bool { return names[id] == "a" })
	back("", false)
	forward("d", true)
	for range 3 * longestTrail {
		jump("a")
		jump("b")
	}
	if len(tr.behind) > longestTrail {
		t.Errorf("%d places are remembered", len(tr.behind))
	}
}

func TestTrailPassesOverWhereOneIs(t *testing.T) {
	a, b := data.NewID(), data.NewID()
	var tr trail
	tr.leave(a)
	tr.leave(b)
	tr.leave(b)
	if to, ok := tr.back(b); !ok || to != a {
		t.Error("back does not pass over the place where one is")
	}
	tr.leave(data.ID{})
	if len(tr.behind) != 0 {
		t.Error("nowhere is a place")
	}
}
