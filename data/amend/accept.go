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
func (r *roll) each(s *State, a data.Amendment) {
	s.Parties, s.Needed = r.partiesFor(a, s.Day), 1
	for i := range s.Standing {
		st := &s.Standing[i]
		if st.Accepted.IsZero() {
			continue
		}
		if r.l.counts(st.Party) {
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
func (r *roll) partiesFor(a data.Amendment, day data.Date) int {
	if a.Rule.Fixed {
		day = a.Adopted
	}
	return len(r.on(day))
}

// enough waits until enough parties have accepted, then binds those or all.
//
// Source: depositaries count a share "of the parties" of the parties at each time, so
// that the number grows with them, unless the clause or the parties say that those at
// the time of adoption are meant (decision BC-10/3 of the parties to the Basel
// Convention): then only these count.
func (r *roll) enough(s *State, a data.Amendment) {
	rule := a.Rule
	s.Parties = r.partiesFor(a, s.Day)
	s.Needed = r.needed(a, s.Day)
	s.Counted = len(r.acceptedBy(s, a, s.Day))
	accepted := map[string]data.Date{}
	for _, st := range s.Standing {
		accepted[st.Party] = st.Accepted
	}
	for _, code := range rule.Required {
		if accepted[code].IsZero() {
			s.Absent = append(s.Absent, code)
		}
	}
	if s.Full = r.full(s, a, accepted); !s.Full.IsZero() {
		s.Parties, s.Needed = r.partiesFor(a, s.Full), r.needed(a, s.Full)
	}
	if s.Full.IsZero() {
		s.Lacking = max(s.Needed-s.Counted, 0)
		return
	}
	s.InForce = force.After(s.Full, rule.Delay)
	for i := range s.Standing {
		st := &s.Standing[i]
		all := rule.Effect == data.EffectAll && !s.InForce.Before(st.Treaty)
		switch {
		case st.Treaty.IsZero():
		case !st.Accepted.IsZero() && (all || !s.Full.Before(st.Accepted)):
			st.InForce, st.Why = later(s.InForce, st.Treaty), BoundAccepted
		case all:
			st.InForce, st.Why = s.InForce, BoundAll
		case !st.Accepted.IsZero():
			own := force.After(st.Accepted, cmp.Or(rule.Later, rule.Delay))
			st.InForce, st.Why = later(later(s.InForce, own), st.Treaty), BoundAccepted
		}
	}
}

// needed is how many acceptances it takes on a day.
func (r *roll) needed(a data.Amendment, day data.Date) int {
	if a.Rule.Number > 0 {
		return a.Rule.Number
	}
	return max(Least(a.Rule.Needed, r.partiesFor(a, day)), 1)
}

// acceptedBy are the parties on a day whose acceptances count on that day.
func (r *roll) acceptedBy(s *State, a data.Amendment, day data.Date) []string {
	parties := r.on(day)
	var atAdoption []string
	if a.Rule.Fixed {
		atAdoption = r.on(a.Adopted)
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
// of acceptances, those on which somebody that has accepted becomes a party, and those
// on which one ceases to be: where another joins, it takes more, not less.
func (r *roll) full(s *State, a data.Amendment, accepted map[string]data.Date) data.Date {
	if len(s.Absent) > 0 {
		return data.Date{}
	}
	var days []data.Date
	for _, st := range s.Standing {
		days = append(days, st.Accepted, later(st.Leaves, a.Adopted))
		if !st.Accepted.IsZero() && st.Accepted.Before(st.Treaty) {
			days = append(days, later(st.Treaty, a.Adopted))
		}
	}
	slices.SortFunc(days, data.Date.Compare)
	for _, d := range slices.Compact(days) {
		if d.IsZero() || s.Day.Before(d) {
			continue
		}
		late := slices.ContainsFunc(a.Rule.Required, func(code string) bool { return d.Before(accepted[code]) })
		if !late && len(r.acceptedBy(s, a, d)) >= r.needed(a, d) {
			return d
		}
	}
	return data.Date{}
}

// tacit binds all that do not object in time, unless so many do that it is stopped.
func (r *roll) tacit(s *State, a data.Amendment) {
	rule := a.Rule
	if a.Notified.IsZero() || s.Day.Before(a.Notified) {
		s.Parties = r.partiesFor(a, s.Day)
		s.BlockedAt = Least(rule.Block, s.Parties)
		return
	}
	s.Until = force.After(a.Notified, rule.Objection)
	s.Parties = r.partiesFor(a, earlier(s.Day, s.Until))
	s.BlockedAt = Least(rule.Block, s.Parties)
	s.InForce = force.After(s.Until, rule.Delay)
	for i := range s.Standing {
		st := &s.Standing[i]
		if st.Treaty.IsZero() || s.InForce.Before(st.Treaty) {
			continue
		}
		if !st.apart(s.Until) {
			st.InForce, st.Why = s.InForce, BoundSilence
			continue
		}
		if r.l.counts(st.Party) && !st.Objected.IsZero() && !s.Until.Before(st.Objected) {
			s.Objections++
		}
		if back := st.back(); !back.IsZero() {
			st.InForce, st.Why = later(s.InForce, force.After(back, rule.Later)), BoundSilence
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
