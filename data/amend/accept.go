package amend

import (
	"cmp"
	"slices"

	"travaux/data"
	"travaux/data/force"
)

// actsOn are the acts on an amendment that were done up to a day, in their order.
// What was deposited before the adoption counts from the adoption.
func (l Life) actsOn(a data.Amendment, day data.Date) []data.AmendmentAct {
	var out []data.AmendmentAct
	for _, x := range l.Acts {
		if x.Amendment == a.ID && !day.Before(x.Date) {
			x.Date = later(x.Date, a.Adopted)
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b data.AmendmentAct) int {
		return cmp.Or(a.Date.Compare(b.Date), a.Time.Compare(b.Time), slices.Compare(a.ID[:], b.ID[:]))
	})
	return out
}

// take notes what the parties, and others, did.
func (s *State) take(acts []data.AmendmentAct) {
	for _, x := range acts {
		i := slices.IndexFunc(s.Standing, func(st Standing) bool { return st.Party == x.Party })
		if i < 0 {
			i = len(s.Standing)
			s.Standing = append(s.Standing, Standing{Party: x.Party})
		}
		st := &s.Standing[i]
		switch x.Kind {
		case data.ActAccept:
			if st.Accepted.IsZero() {
				st.Accepted = x.Date
			}
		case data.ActObject:
			st.Objected, st.TakenBack = x.Date, data.Date{}
		case data.ActOptOut:
			st.OptedOut, st.TakenBack = x.Date, data.Date{}
		case data.ActWithdraw:
			st.TakenBack = x.Date
		}
	}
	slices.SortFunc(s.Standing, func(a, b Standing) int { return cmp.Compare(a.Party, b.Party) })
}

// apart reports whether a party had said by a day, that day included, that it does
// not wish to be bound, and had not taken that back by then.
func (st Standing) apart(day data.Date) bool {
	said := func(d data.Date) bool { return !d.IsZero() && !day.Before(d) }
	return (said(st.Objected) || said(st.OptedOut)) && !said(st.TakenBack)
}

// each binds every party by its own acceptance.
func (s *State) each(a data.Amendment, l Life) {
	s.Parties, s.Needed = l.partiesFor(a, s.Day), 1
	for i := range s.Standing {
		st := &s.Standing[i]
		if st.Accepted.IsZero() {
			continue
		}
		if l.counts(st.Party) {
			s.Counted++
		}
		if st.Treaty.IsZero() {
			continue
		}
		st.InForce, st.Why = later(st.Treaty, force.After(st.Accepted, a.Rule.Delay)), BoundAccepted
		if s.Full.IsZero() || st.Accepted.Before(s.Full) {
			s.Full = st.Accepted
		}
		if s.InForce.IsZero() || st.InForce.Before(s.InForce) {
			s.InForce = st.InForce
		}
	}
	if s.Counted == 0 {
		s.Lacking = 1
	}
}

// partiesFor is the number of parties of which a share is counted.
func (l Life) partiesFor(a data.Amendment, day data.Date) int {
	if a.Rule.Fixed {
		day = a.Adopted
	}
	return len(l.PartiesOn(day))
}

// enough waits until enough parties have accepted, then binds those or all.
//
// Source: depositaries count a share "of the parties" of the parties at each time, so
// that the number grows with them, unless the clause or the parties say that those at
// the time of adoption are meant (decision BC-10/3 of the parties to the Basel
// Convention): then only these count.
func (l Life) enough(s *State, a data.Amendment) {
	r := a.Rule
	s.Parties = l.partiesFor(a, s.Day)
	s.Needed = r.Number
	if s.Needed == 0 {
		s.Needed = max(Least(r.Needed, s.Parties), 1)
	}
	s.Counted = len(l.acceptedBy(s, a, s.Day))
	accepted := map[string]data.Date{}
	for _, st := range s.Standing {
		accepted[st.Party] = st.Accepted
	}
	for _, code := range r.Required {
		if accepted[code].IsZero() {
			s.Absent = append(s.Absent, code)
		}
	}
	if s.Full = l.full(s, a, accepted); !s.Full.IsZero() && r.Number == 0 {
		s.Parties = l.partiesFor(a, s.Full)
		s.Needed = max(Least(r.Needed, s.Parties), 1)
	}
	if s.Full.IsZero() {
		s.Lacking = max(s.Needed-s.Counted, 0)
		return
	}
	s.InForce = force.After(s.Full, r.Delay)
	for i := range s.Standing {
		st := &s.Standing[i]
		all := r.Effect == data.EffectAll && !s.InForce.Before(st.Treaty)
		switch {
		case st.Treaty.IsZero():
		case !st.Accepted.IsZero() && (all || !s.Full.Before(st.Accepted)):
			st.InForce, st.Why = later(s.InForce, st.Treaty), BoundAccepted
		case all:
			st.InForce, st.Why = s.InForce, BoundAll
		case !st.Accepted.IsZero():
			own := force.After(st.Accepted, cmp.Or(r.Later, r.Delay))
			st.InForce, st.Why = later(later(s.InForce, own), st.Treaty), BoundAccepted
		}
	}
}

// acceptedBy are the parties on a day whose acceptances count on that day.
func (l Life) acceptedBy(s *State, a data.Amendment, day data.Date) []string {
	parties := l.PartiesOn(day)
	var atAdoption []string
	if a.Rule.Fixed {
		atAdoption = l.PartiesOn(a.Adopted)
	}
	var out []string
	for _, st := range s.Standing {
		if st.Accepted.IsZero() || day.Before(st.Accepted) || !slices.Contains(parties, st.Party) {
			continue
		}
		if !a.Rule.Fixed || slices.Contains(atAdoption, st.Party) {
			out = append(out, st.Party)
		}
	}
	return out
}

// full is the day on which the number became full. Days on which that can be are those
// of acceptances and those on which somebody becomes or ceases to be a party.
func (l Life) full(s *State, a data.Amendment, accepted map[string]data.Date) data.Date {
	if len(s.Absent) > 0 {
		return data.Date{}
	}
	var days []data.Date
	for _, st := range s.Standing {
		days = append(days, later(st.Accepted, a.Adopted), later(st.Treaty, a.Adopted), later(st.Leaves, a.Adopted))
	}
	slices.SortFunc(days, data.Date.Compare)
	for _, d := range slices.Compact(days) {
		if d.IsZero() || s.Day.Before(d) {
			continue
		}
		needed := a.Rule.Number
		if needed == 0 {
			needed = max(Least(a.Rule.Needed, l.partiesFor(a, d)), 1)
		}
		late := slices.ContainsFunc(a.Rule.Required, func(code string) bool { return d.Before(accepted[code]) })
		if !late && len(l.acceptedBy(s, a, d)) >= needed {
			return d
		}
	}
	return data.Date{}
}

// tacit binds all that do not object in time, unless so many do that it is stopped.
func (l Life) tacit(s *State, a data.Amendment) {
	r := a.Rule
	if a.Notified.IsZero() || s.Day.Before(a.Notified) {
		s.Parties = l.partiesFor(a, s.Day)
		s.BlockedAt = Least(r.Block, s.Parties)
		return
	}
	s.Until = force.After(a.Notified, r.Objection)
	s.Parties = l.partiesFor(a, earlier(s.Day, s.Until))
	s.BlockedAt = Least(r.Block, s.Parties)
	s.InForce = force.After(s.Until, r.Delay)
	for i := range s.Standing {
		st := &s.Standing[i]
		if st.Treaty.IsZero() || s.InForce.Before(st.Treaty) {
			continue
		}
		if !st.apart(s.Until) {
			st.InForce, st.Why = s.InForce, BoundSilence
			continue
		}
		if l.counts(st.Party) && !st.Objected.IsZero() && !s.Until.Before(st.Objected) {
			s.Objections++
		}
		if back := st.back(); !back.IsZero() {
			st.InForce, st.Why = later(s.InForce, force.After(back, r.Later)), BoundSilence
			if back == st.Accepted {
				st.Why = BoundAccepted
			}
		}
	}
	if s.BlockedAt > 0 && s.Objections >= s.BlockedAt {
		s.Stage, s.InForce = StageBlocked, data.Date{}
		for i := range s.Standing {
			s.Standing[i].InForce, s.Standing[i].Why = data.Date{}, ""
		}
	}
}

// back is the day on which a party that stood apart took that back, or accepted.
func (st Standing) back() data.Date {
	if st.Accepted.Before(st.Objected) || st.Accepted.Before(st.OptedOut) {
		return st.TakenBack
	}
	return earlier(st.TakenBack, st.Accepted)
}

// joined binds those that became parties after the amendment had entered into force,
// unless they said otherwise by then (Vienna Convention, article 40(5)).
func (s *State) joined() {
	if s.InForce.IsZero() {
		return
	}
	for i := range s.Standing {
		st := &s.Standing[i]
		if s.InForce.Before(st.Treaty) && !st.apart(st.Treaty) && (st.InForce.IsZero() || st.Treaty.Before(st.InForce)) {
			st.InForce, st.Why = st.Treaty, BoundJoined
		}
	}
}

// later is the later of two days; a day that is not known is no day.
func later(a, b data.Date) data.Date {
	if a.Before(b) && !a.IsZero() {
		return b
	}
	return a
}

// earlier is the earlier of two days, of those that are known.
func earlier(a, b data.Date) data.Date {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
