package tally

import (
	"strings"

	"travaux/data"
)

// Reason says why a view does not decide how somebody stands.
type Reason string

// Reasons, in the order of the package's rules.
const (
	ReasonNone     Reason = ""         // it decides
	ReasonSaid     Reason = "said"     // only reported, and something was said
	ReasonNational Reason = "national" // of a group, and the State has spoken for itself
	ReasonSure     Reason = "sure"     // the note-taker was not sure, and of another he was
	ReasonLater    Reason = "later"    // the same voice said something later
)

// Reasons holds those for which a view gives way.
var Reasons = []Reason{ReasonSaid, ReasonNational, ReasonSure, ReasonLater}

// Ground is a view that concerns somebody, with what became of it.
type Ground struct {
	View     data.View
	Group    string          // code of the group through which it concerns him; "" for his own, or a group that is not in the register
	Listed   bool            // he is on the group's list; else he spoke for it
	Since    data.Membership // by which he was a member on the day; zero where not Listed
	Reason   Reason
	Replaced data.ID // the view to which it gives way; zero where it decides
}

// Governs reports whether it decides.
func (g Ground) Governs() bool { return g.Reason == ReasonNone }

// Explanation is a standing with all that it rests on.
type Explanation struct {
	Standing
	Grounds []Ground // those that decide first, then the others by their weight
}

// Governing returns the grounds that decide: several where several groups, or
// several questions, stand side by side.
func (e Explanation) Governing() []Ground {
	n := 0
	for n < len(e.Grounds) && e.Grounds[n].Governs() {
		n++
	}
	return e.Grounds[:n]
}

// Explain says from which statements it comes how one stands, and which others
// there were and why they give way. The key is as for Standing.
func (t Tally) Explain(key string) Explanation {
	n := t.number(key)
	if n < 0 {
		return Explanation{Standing: Standing{Name: key}}
	}
	out := Explanation{Standing: t.standing(n)}
	voices := map[int32]*weighed{}
	var first *weighed
	var gone []Ground
	for i := range t.list {
		w := &t.list[i]
		g, concerned := t.ground(w, n)
		if !concerned {
			continue
		}
		earlier, again := voices[w.lane]
		switch {
		case first == nil:
			first = w
		case again:
			g.Reason, g.Replaced = weaker(earlier, w), earlier.view.ID
		case first.level != w.level || first.doubt != w.doubt:
			g.Reason, g.Replaced = weaker(first, w), first.view.ID
		}
		if !again {
			voices[w.lane] = w
		}
		if g.Governs() {
			out.Grounds = append(out.Grounds, g)
		} else {
			gone = append(gone, g)
		}
	}
	out.Grounds = append(out.Grounds, gone...)
	return out
}

// weaker says why the second gives way to the first.
func weaker(first, second *weighed) Reason {
	switch {
	case first.level < reportedOfItself && second.level >= reportedOfItself:
		return ReasonSaid
	case first.level != second.level:
		return ReasonNational
	case first.doubt != second.doubt:
		return ReasonSure
	}
	return ReasonLater
}

// ground is a view as it concerns one participant, if it does.
func (t Tally) ground(w *weighed, n int) (Ground, bool) {
	g := Ground{View: *w.view}
	code := t.lanes[w.lane].group
	if code == "" {
		return g, int(w.who) == n
	}
	if !strings.HasPrefix(code, "\x00") {
		g.Group = code
	}
	if n < len(t.counter.codes) {
		day := data.DateOf(w.view.Said)
		group, _ := t.counter.register.Group(code)
		for _, m := range group.Members {
			if m.Code == t.counter.codes[n] && t.counter.kinds[n] != data.PartyOrganization && m.On(day) {
				g.Listed, g.Since = true, m
				break
			}
		}
	}
	return g, g.Listed || int(w.who) == n
}

// Voice is what a group said last.
type Voice struct {
	Group    string // code; "" for one that is not in the register
	Name     string // as typed; "" where Group is set
	Attitude data.Attitude
	View     data.View
}

// Voices returns what each group said that spoke: of its statements the one that
// counts, on each question. The surest and latest come first.
func (t Tally) Voices() []Voice {
	var out []Voice
	seen := map[int32]bool{}
	for _, w := range t.list {
		code := t.lanes[w.lane].group
		if code == "" || seen[w.lane] {
			continue
		}
		seen[w.lane] = true
		v := Voice{Group: code, Attitude: w.view.Attitude, View: *w.view}
		if strings.HasPrefix(v.Group, "\x00") {
			v.Group, v.Name = "", w.view.By.ForName
		}
		out = append(out, v)
	}
	return out
}
