package data

import (
	"slices"
	"strings"
)

// Judged is a decision with what has to be known of the moment in which it was
// taken to say whether it counts.
type Judged struct {
	Decision
	Procedure Procedure // in force then
	Wrote     bool      // who took it was the last to write some of the words it is about
}

// Judge derives the approval of a position from what there is now and all
// decisions on it, oldest first. It is the same for the same decisions, in
// whatever order they arrived.
//
// Each decision is judged by the procedure that was in force when it was taken,
// and in the light of what its author saw. Decisions of two laptops that did not
// see each other stand side by side: then an objection (returned, taken back)
// outweighs any step, else the step that came furthest counts, for the words it
// was taken on alone. So a position is never approved in words that nobody who
// approved it saw.
//
// contested says that several versions of the words stand (conflict of two
// laptops): then no step holds.
func Judge(p Position, now Subject, contested bool, procedure Procedure, decisions []Judged) Approval {
	a := Approval{State: ApprovalDraft, Procedure: procedure, Void: map[ID]Void{}}
	for _, d := range decisions {
		a.Decisions = append(a.Decisions, d.Decision)
	}
	var best *course
	for i, d := range decisions {
		if seenByOther(d, decisions[i+1:]) {
			continue
		}
		c := follow(pastOf(d, decisions[:i]), a.Void)
		c.settle(now, contested)
		if best == nil || c.outweighs(best) {
			best = c
		}
	}
	if best != nil && best.state != ApprovalNone {
		a.State, a.Taken, a.Approved = best.state, best.taken, best.approved
	}
	if p.IsZero() && a.State != ApprovalApproved && a.State != ApprovalConfirmed && a.State != ApprovalLapsed {
		a.State, a.Taken = ApprovalNone, nil // nothing is left that could be approved
	}
	a.Awaits = a.awaited()
	return a
}

// StateOf is Judge for the head alone and no four eyes.
func StateOf(p Position, now Subject, decisions []Decision) ApprovalState {
	judged := make([]Judged, len(decisions))
	for i, d := range decisions {
		judged[i] = Judged{Decision: d, Procedure: DefaultProcedure()}
	}
	return Judge(p, now, false, DefaultProcedure(), judged).State
}

// awaited is the step that comes next by the procedure in force.
func (a Approval) awaited() ApprovalStep {
	if !a.State.Pending() && a.State != ApprovalApproved {
		return ""
	}
	for _, s := range a.Procedure.Steps {
		if a.State == ApprovalApproved && s != StepCapital {
			continue
		}
		if !slices.ContainsFunc(a.Taken, func(d Decision) bool { return d.Act == s.State() }) {
			return s
		}
	}
	return ""
}

// sees reports whether who took a decision knew of an earlier one. Old decisions
// do not say; they were all taken on one laptop.
func (d Judged) sees(earlier ID) bool {
	return d.Format < DecisionFormat || slices.Contains(d.Saw, earlier)
}

// seenByOther reports whether a later decision was taken in the knowledge of one.
func seenByOther(d Judged, later []Judged) bool {
	return slices.ContainsFunc(later, func(l Judged) bool { return l.sees(d.ID) })
}

// pastOf is a decision after all that who took it knew of.
func pastOf(d Judged, earlier []Judged) []Judged {
	var past []Judged
	for _, e := range earlier {
		if d.sees(e.ID) {
			past = append(past, e)
		}
	}
	return append(past, d)
}

// course is how far decisions taken one after another bring a position.
type course struct {
	state    ApprovalState // ApprovalNone until a decision counts
	taken    []Decision    // steps since the last submission
	approved Decision
	anew     bool // nobody objected since approved: the head may approve it anew
}

// follow takes decisions in their order; it notes those that do not count.
func follow(decisions []Judged, void map[ID]Void) *course {
	c := &course{state: ApprovalNone}
	for _, d := range decisions {
		step, isStep := StepOf(d.Act)
		if !isStep {
			c.state, c.taken = d.Act, nil
			c.anew = c.anew && d.Act == ApprovalSubmitted
			continue
		}
		onIt := slices.DeleteFunc(slices.Clone(c.taken), func(t Decision) bool { return !sameWords(t, d.Decision) })
		if why := c.bars(d, step, onIt); why != "" {
			void[d.ID] = why
			continue
		}
		c.state, c.taken = d.Act, append(onIt, d.Decision)
		if step == StepHead {
			c.approved, c.anew = d.Decision, true
		}
	}
	return c
}

// bars says why a step does not count; "" if it does. onIt are the steps taken
// on the same words. The head may approve anew without the steps before where
// only the number of what was approved changed, and nobody objected since.
func (c *course) bars(d Judged, step ApprovalStep, onIt []Decision) Void {
	before, known := d.Procedure.Before(step)
	if !known {
		return VoidNoStep
	}
	if step == StepCapital {
		before = []ApprovalStep{StepHead}
	}
	if step != StepHead || !c.anew || !SameButNumber(c.approved.Subject, d.Subject) {
		for _, s := range before {
			if !slices.ContainsFunc(onIt, func(t Decision) bool { return t.Act == s.State() }) {
				return VoidEarly
			}
		}
	}
	if d.Procedure.FourEyes && (d.Wrote || slices.ContainsFunc(onIt, func(t Decision) bool { return t.By == d.By })) {
		return VoidFourEyes
	}
	return ""
}

// sameWords reports whether two decisions were taken on the same words.
func sameWords(a, b Decision) bool { return a.Digest == b.Digest || a.holds(b.Subject) }

// settle holds what was decided against what there is now.
func (c *course) settle(now Subject, contested bool) {
	if _, isStep := StepOf(c.state); !isStep {
		return
	}
	now.Provision = c.taken[len(c.taken)-1].Subject.Provision // it may have come from another one
	if !contested && c.taken[len(c.taken)-1].holds(now) {
		return
	}
	c.taken = nil
	if c.state.InForce() {
		c.state = ApprovalLapsed
	} else {
		c.state = ApprovalSubmitted
	}
}

// outweighs reports whether of two courses that do not know of each other this
// one, the later, counts.
func (c *course) outweighs(other *course) bool { return weight[c.state] >= weight[other.state] }

// weight of a state beside one that stands independently of it: objections
// first, then what came furthest. What lapsed weighs least.
var weight = map[ApprovalState]int{
	ApprovalReturned: 9, ApprovalDraft: 8,
	ApprovalConfirmed: 6, ApprovalApproved: 5, ApprovalClearedLegal: 4, ApprovalClearedExpert: 3, ApprovalSubmitted: 2,
	ApprovalLapsed: 1,
}

// SameButNumber reports whether two subjects differ in nothing but the printed
// number of the provision, in the languages that both have, of which there must
// be one.
func SameButNumber(a, b Subject) bool {
	was, is := a.InLanguagesOf(b).Base, b.InLanguagesOf(a).Base
	if len(is) == 0 && len(a.Base)+len(b.Base) > 0 {
		return false
	}
	without := func(base string) string {
		_, rest, _ := strings.Cut(base, "\t")
		return rest
	}
	for lang := range is {
		if without(was[lang]) != without(is[lang]) {
			return false
		}
	}
	return a.Stance == b.Stance && sameIn(a.Wording, b.Wording) && sameIn(a.PublicReasons, b.PublicReasons)
}

// sameIn makes no difference between a language without words and none.
func sameIn(a, b Words) bool {
	return !slices.ContainsFunc(Langs[:], func(l Lang) bool { return a[l] != b[l] })
}

// Clone is a copy of the procedure that shares nothing with it.
func (p Procedure) Clone() Procedure { return Procedure{slices.Clone(p.Steps), p.FourEyes} }
