package tally

import "travaux/data"

// Sides are numbers of States as one side sees them.
type Sides struct {
	With    int // they say what we say
	Against int // they say the opposite
	Open    int // they have spoken, and are of neither side
	Silent  int
}

// Sides divides those counted by what we say ourselves. Only who supports or
// opposes has sides; ok is false for everybody else.
func (c Counts) Sides(ours data.Attitude) (s Sides, ok bool) {
	s = Sides{With: c.Of(data.AttitudeSupport), Against: c.Of(data.AttitudeOppose), Silent: c[silent]}
	s.Open = c.Spoken() - s.With - s.Against
	switch ours {
	case data.AttitudeSupport:
		return s, true
	case data.AttitudeOppose:
		s.With, s.Against = s.Against, s.With
		return s, true
	}
	return Sides{}, false
}

// Attitude returns what a stance of ours on the text as it stands says in the terms
// in which others are recorded. Who wants other words, a condition or another place
// is of no side on the text as it stands, but on the proposal for it.
func Attitude(s data.Stance) data.Attitude {
	switch s {
	case data.StanceSupport:
		return data.AttitudeSupport
	case data.StanceOppose, data.StanceDelete, data.StanceAskWithdraw, data.StanceRedLine:
		return data.AttitudeOppose
	case data.StanceReserve:
		return data.AttitudeReserve
	case data.StanceNone:
		return data.AttitudeSilent
	}
	return data.AttitudeFlexible
}
