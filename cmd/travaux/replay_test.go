package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/states"
	"travaux/data/tally"
)

// intervention is what one speaker says of one provision, as a note-taker types
// it. The script is drawn by lot from a fixed seed: nobody said any of it.
type intervention struct {
	where    string // "3.2"
	by       string // code of a State; "" of a group that speaks without a spokesman
	group    string // code; "" in a national capacity
	attitude data.Attitude
}

// keysOf are the keys by which attitudes are taken down.
var keysOf = map[data.Attitude]string{
	data.AttitudeSupport: "+", data.AttitudeOppose: "-", data.AttitudeFlexible: "~", data.AttitudeQuestion: "?", data.AttitudeReserve: "r",
}

// line is what the note-taker types: "egy nam - @3.2".
func (x intervention) line() string {
	parts := []string{strings.ToLower(x.by)}
	if x.by == "NAM" {
		parts[0] = "namibia" // "nam" is the Non-Aligned Movement to everybody in the room
	}
	if x.group != "" {
		parts = append(parts, x.group)
	}
	return strings.Join(append(parts, keysOf[x.attitude], "@"+x.where), " ")
}

// speaking are groups in whose name a member may speak in the script; they overlap.
var speaking = []string{"nam", "g77", "arab", "asean", "caricom", "eu", "africa", "gcc", "nordic", "oic", "canz", "mikta"}

// script draws so many interventions on those provisions. Some State speaks often,
// and contradicts itself; some speak for a group to which they belong, and some
// for themselves as well.
func script(seed uint64, n int, provisions []string, day data.Date) []intervention {
	lot, reg := rand.New(rand.NewPCG(seed, 6)), states.Standard()
	counted := reg.Counted()
	var out []intervention
	for range n {
		x := intervention{
			where: provisions[lot.IntN(len(provisions))], by: counted[lot.IntN(len(counted))],
			attitude: data.Attitudes[lot.IntN(len(data.Attitudes))],
		}
		if lot.IntN(6) == 0 {
			x.group = speaking[lot.IntN(len(speaking))]
			members := slices.DeleteFunc(reg.Members(x.group, day), func(code string) bool { return !slices.Contains(counted, code) })
			x.by = members[lot.IntN(len(members))]
		}
		out = append(out, x)
	}
	return out
}

// plainTally counts in the plainest way there is: for one State and one provision
// it reads the whole script. It knows two rules: who has spoken for himself is not
// bound by a group, and of one voice the last word counts.
func plainTally(said []intervention, where, code string, day data.Date) data.Attitude {
	own, voices := data.AttitudeSilent, map[string]data.Attitude{}
	for _, x := range said {
		switch {
		case x.where != where:
		case x.group == "" && x.by == code:
			own = x.attitude
		case x.group != "" && (x.by == code || slices.Contains(states.Standard().Members(x.group, day), code)):
			voices[x.group] = x.attitude
		}
	}
	if own != data.AttitudeSilent {
		return own
	}
	class := data.AttitudeSilent
	for _, a := range voices {
		switch class {
		case data.AttitudeSilent:
			class = a
		case a:
		default:
			return tally.Mixed
		}
	}
	return class
}

// TestTheScriptIsCountedAsPlainly holds the tally to the plain one, State by
// State, over the whole script.
func TestTheScriptIsCountedAsPlainly(t *testing.T) {
	day := data.Date{Year: 2026, Month: time.November, Day: 11}
	provisions := []string{"1.1", "1.2", "2.1", "3.1", "3.2", "4.1"}
	said, reg := script(11, 300, provisions, day), states.Standard()
	began := time.Date(2026, 11, 11, 10, 0, 0, 0, time.UTC)
	ids := map[string]data.ID{}
	var views []data.View
	for i, x := range said {
		if ids[x.where].IsZero() {
			ids[x.where] = data.NewID()
		}
		views = append(views, data.View{
			ID: data.NewID(), Provision: ids[x.where], By: data.Speaker{Code: x.by, For: x.group}, Attitude: x.attitude,
			Said: began.Add(time.Duration(i) * 24 * time.Second),
		})
	}
	of := tally.ByQuestion(views)
	seen := map[data.Attitude]int{}
	for _, where := range provisions {
		got := tally.Of(of[tally.Question{Provision: ids[where]}], reg, time.Time{})
		for _, code := range reg.Counted() {
			want := plainTally(said, where, code, day)
			seen[want]++
			if class := got.Standing(code).Class(); class != want {
				t.Errorf("%s on %s is counted as %q, not %q", code, where, class, want)
			}
		}
	}
	for _, class := range tally.Classes {
		if seen[class] == 0 {
			t.Errorf("nobody is %q: the script is too tame", class)
		}
	}
	if line := said[0].line(); len(strings.Fields(line)) < 3 {
		t.Errorf("typed as %q", line)
	}
}
