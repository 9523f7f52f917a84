package mechanism

import (
	"cmp"
	"slices"

	"travaux/data"
	"travaux/data/clause"
)

// Standing is a requirement as it stands after what people decided.
type Standing struct {
	Covered
	Decided  []data.ID       // provisions that a person named; each has a Place
	Refused  []Place         // that were proposed, and that a person refused
	Needless bool            // the convention is to do without
	Notes    []data.Covering // the decisions, the latest for each provision
}

// State says in one word how a requirement stands. Its string is stable.
type State string

// States of a requirement.
const (
	StateMissing  State = "missing"
	StateProposed State = "proposed" // covered, by what the program reads
	StateDecided  State = "decided"  // covered, by what a person decided
	StateNeedless State = "needless"
)

// State is how the requirement stands.
func (s Standing) State() State {
	switch {
	case len(s.Decided) > 0:
		return StateDecided
	case s.Needless:
		return StateNeedless
	case len(s.Places) > 0:
		return StateProposed
	}
	return StateMissing
}

// Lacks reports whether it is essential and nothing covers it.
func (s Standing) Lacks() bool { return s.Essential && s.State() == StateMissing }

// Decide lays decisions over what is proposed for the text: what a person refused is
// no place any more, what a person named is one. A decision on a provision that the
// text does not have is kept out, and counts again in a text that has it.
func (r *Reading) Decide(decisions []data.Covering) []Standing {
	out := make([]Standing, len(r.covered))
	for i, c := range r.covered {
		out[i] = c.decide(latest(decisions, c.Name), r.order)
		if len(out[i].Notes) > 0 {
			out[i].Params = c.params(r.units, out[i].Places)
		}
	}
	return out
}

// latest are the decisions on a requirement, for each provision the last.
func latest(decisions []data.Covering, name string) []data.Covering {
	var out []data.Covering
	for _, d := range decisions {
		if d.Requirement != name {
			continue
		}
		out = append(slices.DeleteFunc(out, func(o data.Covering) bool { return o.Provision == d.Provision }), d)
	}
	return out
}

func (c Covered) decide(decisions []data.Covering, order map[data.ID]int) Standing {
	s := Standing{Covered: c, Notes: decisions}
	s.Places = slices.Clone(c.Places)
	for _, d := range decisions {
		at := slices.IndexFunc(s.Places, func(p Place) bool { return p.Provision == d.Provision })
		switch _, known := order[d.Provision]; {
		case d.Decision == data.CoveringNeedless:
			s.Needless = true
		case d.Decision == data.CoveringNo && at >= 0:
			s.Refused = append(s.Refused, s.Places[at])
			s.Places = slices.Delete(s.Places, at, at+1)
		case d.Decision == data.CoveringYes && known:
			s.Decided = append(s.Decided, d.Provision)
			if at < 0 {
				s.Places = append(s.Places, Place{Provision: d.Provision, At: d.Provision})
			}
		}
	}
	slices.SortStableFunc(s.Places, func(a, b Place) int { return cmp.Compare(order[a.Provision], order[b.Provision]) })
	return s
}

// ByNeed puts requirements into the order in which a person reads them: what is
// essential and missing, what is usual and missing, then the rest as it is.
func ByNeed(all []Standing) []Standing {
	rank := func(s Standing) int {
		switch {
		case s.Lacks():
			return 0
		case s.State() == StateMissing:
			return 1
		}
		return 2
	}
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b Standing) int { return cmp.Compare(rank(a), rank(b)) })
	return out
}

// Params are the parameters of a whole text that belong to a requirement, from the
// places that Cover finds; nil where there is none.
func Params(all []Covered, name string) []clause.Param {
	for _, c := range all {
		if c.Name == name {
			return c.Params
		}
	}
	return nil
}
