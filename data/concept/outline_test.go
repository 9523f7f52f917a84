package concept

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

// drawn is an outline as a few lines: depth as dashes, heading.
func drawn(theses []data.Thesis) string {
	var out []string
	for _, p := range Outline(theses) {
		out = append(out, strings.Repeat("-", p.Depth)+p.Heading[data.English]+" "+string(p.In))
	}
	return strings.Join(out, "; ")
}

// apply writes what a move gives.
func apply(theses, moved []data.Thesis) []data.Thesis {
	out := slices.Clone(theses)
	for _, m := range moved {
		if i := slices.IndexFunc(out, func(t data.Thesis) bool { return t.ID == m.ID }); i >= 0 {
			out[i] = m
		} else {
			out = append(out, m)
		}
	}
	return out
}

func TestThesesMove(t *testing.T) {
	all := identified([]data.Thesis{
		{Part: "general", Heading: data.Words{"en": "A"}, Order: 1}, {Part: "general", Heading: data.Words{"en": "B"}, Order: 2}, {Part: "substance", Heading: data.Words{"en": "C"}, Order: 1},
	})
	id := func(i int) data.ID { return all[i].ID }
	for _, c := range []struct {
		name string
		id   data.ID
		move Move
		want string
	}{
		{"down", id(0), Down, "B general; A general; C substance"},
		{"down into the next part", id(0), Down, "B general; A substance; C substance"},
		{"up into the part before", id(0), Up, "B general; A general; C substance"},
		{"in", id(0), In, "B general; -A general; C substance"},
		{"a child does not leave its parent upwards", id(0), Up, "B general; -A general; C substance"},
		{"out", id(0), Out, "B general; A general; C substance"},
		{"the first of all goes into nothing", id(1), In, "B general; A general; C substance"},
		{"the first goes up to the preamble", id(1), Up, "B preamble; A general; C substance"},
		{"and no further", id(1), Up, "B preamble; A general; C substance"},
	} {
		all = apply(all, Moved(all, c.id, c.move))
		if got := drawn(all); got != c.want {
			t.Errorf("%s: %s, not %s", c.name, got, c.want)
		}
	}
	fresh := identified(apply(all, Behind(all, id(2))))
	if got := drawn(fresh); got != "B preamble; A general; C substance;  substance" {
		t.Errorf("a new one stands at %s", got)
	}
}

func TestMovingLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	all := identified(append(Skeleton(nil), sample()...))
	for range 2000 {
		before := all
		all = apply(all, Moved(all, all[r.IntN(len(all))].ID, Move(r.IntN(4))))
		got := Outline(all)
		if len(got) != len(all) {
			t.Fatalf("%d of %d theses are in the outline: %s", len(got), len(all), drawn(before))
		}
		for _, p := range got {
			if c, ok := Find(p.Clause); ok && (p.Depth != 0 || p.In != c.Part) {
				t.Fatalf("the clause %s stands in %s at depth %d", c.ID, p.In, p.Depth)
			}
		}
	}
}
