package amend

import "travaux/data"

// Least is how many of a number are at least a share of it: two thirds of 100 are
// 67, more than half of 100 are 51.
func Least(s data.Share, of int) int {
	if s.IsZero() || of <= 0 {
		return 0
	}
	if s.Over {
		return of*s.Num/s.Den + 1
	}
	return (of*s.Num + s.Den - 1) / s.Den
}

// Outcome is what came of the decision on an amendment.
type Outcome string

// Outcomes.
const (
	OutcomeOpen      Outcome = "open"      // nothing was decided
	OutcomeConsensus Outcome = "consensus" // adopted without a vote
	OutcomeCarried   Outcome = "carried"
	OutcomeLost      Outcome = "lost"
	OutcomeQuorum    Outcome = "quorum" // too few were present
)

// Adopts reports whether the amendment is adopted by it.
func (o Outcome) Adopts() bool { return o == OutcomeConsensus || o == OutcomeCarried }

// Count is a vote as it is counted.
type Count struct {
	Outcome Outcome
	Parties int // to the treaty on the day
	Present int
	Quorum  int // that must be present; 0: no quorum is asked for
	Base    int // of which the majority is counted
	Needed  int // votes in favour; 0: a vote does not suffice
}

// Majority counts a vote by the numbers of a clause.
//
// Source: rules 85 and 86 of the rules of procedure of the General Assembly; who
// abstains is considered as not voting.
func Majority(v data.Vote, r data.AmendmentRule, parties int) Count {
	c := Count{Parties: parties, Present: v.Yes + v.No + v.Abstaining + v.Absent, Quorum: Least(r.Quorum, parties)}
	switch r.Of {
	case data.MajorityPresent:
		c.Base = c.Present
	case data.MajorityParties:
		c.Base = parties
	default:
		c.Base = v.Yes + v.No
	}
	c.Needed = Least(r.Majority, c.Base)
	switch {
	case v.Consensus:
		c.Outcome = OutcomeConsensus
	case c.Present == 0:
		c.Outcome = OutcomeOpen
	case c.Present < c.Quorum:
		c.Outcome = OutcomeQuorum
	case c.Needed > 0 && v.Yes >= c.Needed:
		c.Outcome = OutcomeCarried
	default:
		c.Outcome = OutcomeLost
	}
	return c
}
