package data

import (
	"slices"
	"time"
)

// Package is a deal: what the delegation accepts on some provisions, on condition
// that others come out as it wants ("we accept 6.2 if 24 keeps …"). It is
// confidential.
type Package struct {
	ID         ID
	Title      string
	Accepts    []ID // provisions on which we give way
	Conditions []Condition
	Note       string // with whom, and how firm
	Author     ID
	Time       time.Time
}

// ConditionKind says what a condition asks of its provision.
type ConditionKind string

// Kinds of condition, in the order in which they are offered.
const (
	ConditionKeeps  ConditionKind = "keeps"  // it reads as it did when the condition was made, word for word
	ConditionHas    ConditionKind = "has"    // some words stand in it
	ConditionLacks  ConditionKind = "lacks"  // some words do not
	ConditionState  ConditionKind = "state"  // it has come to a state in the room; an agreed one counts for every other that is
	ConditionStance ConditionKind = "stance" // our own position on it stays what it is
)

// ConditionKinds holds all kinds in the order in which they are offered.
var ConditionKinds = []ConditionKind{ConditionKeeps, ConditionHas, ConditionLacks, ConditionState, ConditionStance}

// Condition is one thing on which a package hangs.
type Condition struct {
	Provision ID
	Kind      ConditionKind
	Lang      Lang      // of Words
	Words     string    // that it has or lacks, as a red line gives a phrase; of ConditionKeeps, its text when the condition was made
	State     TextState // of ConditionState
	Stance    Stance    // of ConditionStance
}

// PackageState says whether a package still stands.
type PackageState string

// States of a package, the worst last.
const (
	PackageHolds  PackageState = "holds"  // every condition is met
	PackageOpen   PackageState = "open"   // some are not yet met, or stand in brackets; none is lost
	PackageBroken PackageState = "broken" // a move has broken a condition
)

// ConditionMet is how a condition stands now.
type ConditionMet struct {
	Condition Condition
	State     PackageState
	Why       string // catalogue id "package.why.…" where it does not hold
	Now       string // what stands there now instead: the text of the provision, in Lang; "" where that says nothing
}

// PackageStanding is a package with how each of its conditions stands.
type PackageStanding struct {
	Package    Package
	State      PackageState
	Conditions []ConditionMet // in the order of the package
	Gone       []ID           // provisions that we accept and that are in the text no more
}

// Provisions are those that the package is about, each once: what is accepted,
// then what the conditions are on.
func (p Package) Provisions() []ID {
	all := slices.Clone(p.Accepts)
	for _, c := range p.Conditions {
		if !slices.Contains(all, c.Provision) {
			all = append(all, c.Provision)
		}
	}
	return all
}

// Provisions are those that its package is about.
func (s PackageStanding) Provisions() []ID { return s.Package.Provisions() }

// Worse is the worse of two states.
func (s PackageState) Worse(other PackageState) PackageState {
	order := map[PackageState]int{PackageHolds: 0, PackageOpen: 1, PackageBroken: 2}
	if order[other] > order[s] {
		return other
	}
	return s
}
