package amend

import (
	"travaux/data"
	"travaux/data/force"
)

// DueKind says what a day is the first or the last of.
type DueKind string

// What clauses set days for.
const (
	DueProposal  DueKind = "proposal"  // the first day on which an amendment can be proposed
	DueMeeting   DueKind = "meeting"   // the first day on which it can be considered
	DueObjection DueKind = "objection" // the last day on which a party can object
)

// Due is a day that a clause sets.
type Due struct {
	Kind   DueKind
	From   data.Date // the event from which it is counted; zero: it has not happened
	Period data.Delay
	Day    data.Date // zero: not known yet
	Actual data.Date // when it was done; zero: it was not
	Early  bool      // it was done too early
}

// Dues are the days that the clause sets for an amendment, the treaty having entered
// into force on a day.
//
// A period "after the expiry of" which something can be done is full at the end of its
// last day: it can be done on the day after. A meeting can be held, and an objection
// made, on the day on which the period ends.
func Dues(a data.Amendment, inForce data.Date) []Due {
	var out []Due
	if p := a.Rule.Standstill; !p.IsZero() {
		d := Due{Kind: DueProposal, From: inForce, Period: p, Actual: a.Proposed}
		if !inForce.IsZero() {
			d.Day = force.Days(force.After(inForce, p), 1)
		}
		out = append(out, d.judged())
	}
	if p := a.Rule.Notice; !p.IsZero() {
		d := Due{Kind: DueMeeting, From: a.Circulated, Period: p, Actual: a.Considered}
		if d.Actual.IsZero() {
			d.Actual = a.Adopted
		}
		d.Day = force.After(a.Circulated, p)
		out = append(out, d.judged())
	}
	if p := a.Rule.Objection; a.Rule.Effect == data.EffectTacit && !p.IsZero() {
		out = append(out, Due{Kind: DueObjection, From: a.Notified, Period: p, Day: force.After(a.Notified, p)})
	}
	return out
}

// judged says whether what was done was done too early. Where the event from which
// the period runs has not happened, it was.
func (d Due) judged() Due {
	d.Early = !d.Actual.IsZero() && (d.Day.IsZero() || d.Actual.Before(d.Day))
	return d
}
