package sample

import "travaux/data"

// RedLine is what the delegation cannot accept of some provisions.
type RedLine struct {
	Paths   []string
	Rule    data.RedLineRule
	Phrases data.Words // nil for none
	Reason  data.Words
	Author  string
}

// Ladder is what the delegation wants of a provision, and what it could accept
// instead.
type Ladder struct {
	Path   string
	Author string
	Steps  []LadderStep
}

// LadderStep is one step of a ladder.
type LadderStep struct {
	Wording data.Words
	Trigger data.Words
	Roles   []data.Role
}

// redLines are two: one that the draft has in brackets and the revision after it
// crosses, and one that holds.
func redLines(w map[string]data.Words) []RedLine {
	return []RedLine{
		{
			Paths: []string{"ch4/art17"}, Rule: data.RedLineAbsent, Author: Capital,
			Phrases: w["red-line.arbitration.phrase"], Reason: w["red-line.arbitration.reason"],
		},
		{Paths: []string{"ch2/art9/1"}, Rule: data.RedLineStrong, Reason: w["red-line.debris.reason"], Author: Capital},
	}
}

// ladders are what the delegation could accept on debris.
func ladders(w map[string]data.Words) []Ladder {
	step := func(id string, roles ...data.Role) LadderStep {
		return LadderStep{Wording: w[id], Trigger: w[id+".trigger"], Roles: roles}
	}
	return []Ladder{{Path: "ch2/art9/1", Author: Delegate, Steps: []LadderStep{
		{Wording: w["position.debris.wording"]},
		step("ladder.debris.1", data.RoleHead, data.RoleDelegate),
		step("ladder.debris.2", data.RoleHead, data.RoleCapital),
	}}}
}
