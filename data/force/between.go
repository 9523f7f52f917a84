package force

import (
	"cmp"
	"slices"

	"travaux/data"
)

// Outcome is what becomes of a reservation between two parties.
type Outcome string

// Outcomes. Source: Vienna Convention, articles 20 and 21.
const (
	OutcomeOpen     Outcome = "open"     // the other may still object
	OutcomeAccepted Outcome = "accepted" // it modifies the provisions for both, to its extent (21(1))
	OutcomeObjected Outcome = "objected" // the provisions do not apply between the two, to its extent (21(3))
	OutcomeOpposed  Outcome = "opposed"  // the treaty is not in force between the two (20(4)(b))
)

// Effect is one reservation between the party that made it and another.
type Effect struct {
	Reservation data.Reservation
	Outcome     Outcome
	Objection   data.Reservation // of the other; zero: none
	Until       data.Date        // the last day for an objection
	Late        bool             // the objection came after it, and changes nothing (20(5))
}

// Relation is how two parties stand to one another under a treaty on a day.
type Relation struct {
	InForce bool      // the treaty is in force between them
	Since   data.Date // of the later of the two
	Effects []Effect  // reservations of either, oldest first
}

// objecting is how long another may object: twelve months after it was notified, or
// until it expressed its own consent, whichever is later (Vienna Convention, article
// 20(5)). The day of a declaration is taken for that of its notification.
var objecting = data.Delay{Months: 12}

// Between tells how two parties stand to one another on the day for which t was
// computed.
func Between(t Treaty, all []data.Reservation, one, other string) Relation {
	a, _ := t.Of(one)
	b, _ := t.Of(other)
	out := Relation{InForce: a.Is(t.Day) && b.Is(t.Day)}
	if out.InForce {
		out.Since = latest(a.InForce, b.InForce)
	}
	for _, r := range Declared(all, t.Day, data.ReservationMade) {
		switch r.Party {
		case one:
			out.Effects = append(out.Effects, effect(r, all, b, t.Day))
		case other:
			out.Effects = append(out.Effects, effect(r, all, a, t.Day))
		}
	}
	if slices.ContainsFunc(out.Effects, func(e Effect) bool { return e.Outcome == OutcomeOpposed }) {
		out.InForce, out.Since = false, data.Date{}
	}
	return out
}

// effect is what a reservation is for another party.
func effect(r data.Reservation, all []data.Reservation, other Standing, day data.Date) Effect {
	e := Effect{Reservation: r, Outcome: OutcomeAccepted, Until: latest(After(r.Date, objecting), other.Bound.Date)}
	for _, o := range all {
		if o.Kind != data.ReservationObjected || o.On != r.ID || o.Party != other.Party || day.Before(o.Date) || withdrawn(o, all, day) {
			continue
		}
		if e.Objection.ID.IsZero() || o.Date.Before(e.Objection.Date) {
			e.Objection = o
		}
	}
	switch {
	case e.Objection.ID.IsZero():
		if !e.Until.Before(day) {
			e.Outcome = OutcomeOpen
		}
	case e.Until.Before(e.Objection.Date):
		e.Late = true
	case e.Objection.Opposes:
		e.Outcome = OutcomeOpposed
	default:
		e.Outcome = OutcomeObjected
	}
	return e
}

// Declared is what of some kinds was declared by a day and not withdrawn, oldest
// first; without a kind everything but withdrawals.
func Declared(all []data.Reservation, day data.Date, kinds ...data.ReservationKind) (out []data.Reservation) {
	for _, r := range all {
		wanted := slices.Contains(kinds, r.Kind) || len(kinds) == 0 && r.Kind != data.ReservationWithdrawn
		if wanted && !day.Before(r.Date) && !withdrawn(r, all, day) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b data.Reservation) int {
		return cmp.Or(a.Date.Compare(b.Date), a.Time.Compare(b.Time), slices.Compare(a.ID[:], b.ID[:]))
	})
	return out
}

// withdrawn reports whether who declared something has taken it back by a day
// (Vienna Convention, article 22).
func withdrawn(r data.Reservation, all []data.Reservation, day data.Date) bool {
	return slices.ContainsFunc(all, func(w data.Reservation) bool {
		return w.Kind == data.ReservationWithdrawn && w.On == r.ID && w.Party == r.Party && !day.Before(w.Date)
	})
}
