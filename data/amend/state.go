package amend

import (
	"slices"

	"travaux/data"
	"travaux/data/force"
)

// Life is a treaty with all that was done about it.
type Life struct {
	Treaty       data.Treaty
	Protocols    []data.Treaty
	Instruments  []data.Instrument
	Amendments   []data.Amendment
	Acts         []data.AmendmentAct
	Organization func(code string) bool // reports whether a code is that of an organization
}

// Stage is how far an amendment is on a day.
type Stage string

// Stages, in their order.
const (
	StageDraft      Stage = "draft" // not proposed yet
	StageProposed   Stage = "proposed"
	StageCirculated Stage = "circulated"
	StageWithdrawn  Stage = "withdrawn"
	StageRejected   Stage = "rejected"
	StageAdopted    Stage = "adopted" // open for acceptance, or for objections
	StageBlocked    Stage = "blocked" // by objections
	StageFull       Stage = "full"    // its entry into force is certain and to come
	StageInForce    Stage = "in-force"
)

// Bound says why a party is bound by an amendment.
type Bound string

// Why parties are bound.
const (
	BoundAccepted Bound = "accepted"
	BoundSilence  Bound = "silence" // it did not object in time, or took its objection back
	BoundAll      Bound = "all"     // enough others accepted it for all
	BoundJoined   Bound = "joined"  // it became a party to the treaty as amended
)

// Standing is where one party is with an amendment on a day.
type Standing struct {
	Party     string
	Treaty    data.Date // since when or from when the treaty itself is in force for it; zero: it is not
	Leaves    data.Date // when its denunciation of the treaty takes effect; zero: it does not
	Accepted  data.Date
	Objected  data.Date
	OptedOut  data.Date
	TakenBack data.Date // of its objection or opting out
	InForce   data.Date // since when or from when the amendment binds it; zero: never, or not known yet
	Why       Bound
}

// Is reports whether the amendment binds the party on a day.
func (s Standing) Is(day data.Date) bool {
	return !s.InForce.IsZero() && !day.Before(s.InForce) && (s.Leaves.IsZero() || day.Before(s.Leaves))
}

// State is an amendment as it is on a day.
type State struct {
	Day        data.Date
	Stage      Stage
	Parties    int       // to the treaty, of which shares are counted
	Needed     int       // acceptances; 0: it takes none
	Counted    int       // acceptances that count
	Lacking    int       //
	Absent     []string  // codes of those without whose acceptance it cannot enter into force
	Full       data.Date // of the acceptance that made the number full; zero: not full
	Until      data.Date // the last day for objections; zero: it is not known, or there is none
	Objections int       // made in time and not taken back in time
	BlockedAt  int       // objections that stop it; 0: none do
	InForce    data.Date // when it enters or entered into force; zero: not known
	Standing   []Standing
}

// Of returns where one party is; all zero for one that did nothing and is no party.
func (s State) Of(party string) Standing {
	for _, x := range s.Standing {
		if x.Party == party {
			return x
		}
	}
	return Standing{Party: party}
}

// PartiesOn are the codes of the parties to the treaty on a day, of those that count.
func (l Life) PartiesOn(day data.Date) []string {
	var out []string
	for _, code := range l.On(day).Parties() {
		if l.counts(code) {
			out = append(out, code)
		}
	}
	return out
}

// roll knows the parties that count on each day that was asked for.
type roll struct {
	l    Life
	now  force.Treaty
	seen map[data.Date][]string
}

func (r *roll) on(day data.Date) []string {
	list, known := r.seen[day]
	if !known {
		if list = nil; day.Before(r.now.Day) && !r.left() {
			for _, x := range r.now.Standing {
				if x.Is(day) && r.l.counts(x.Party) {
					list = append(list, x.Party)
				}
			}
		} else {
			list = r.l.PartiesOn(day)
		}
		r.seen[day] = list
	}
	return list
}

// left reports whether anybody ever denounced the treaty. Where nobody did, who was a
// party on an earlier day can be seen from those of today.
func (r *roll) left() bool {
	return slices.ContainsFunc(r.l.Instruments, func(i data.Instrument) bool {
		return i.Treaty == r.l.Treaty.ID && i.Kind == data.InstrumentDenunciation
	})
}

// On is the treaty itself on a day.
func (l Life) On(day data.Date) force.Treaty {
	return force.On(l.Treaty, l.Instruments, l.Organization, day)
}

func (l Life) counts(code string) bool {
	return l.Treaty.Rule.Organizations || !l.Organization(code)
}

// Count counts the vote on an amendment, of the parties on the day of its adoption
// or, before that, of the meeting.
func (l Life) Count(a data.Amendment) Count {
	on := a.Adopted
	if on.IsZero() {
		on = a.Considered
	}
	return Majority(a.Vote, a.Rule, len(l.PartiesOn(on)))
}

// State computes an amendment as it is on a day.
//
// Sources: Vienna Convention on the Law of Treaties, article 40, where who becomes a
// party after an amendment has entered into force is, failing another intention, a
// party to the treaty as amended; the numbers are those of the rule.
func (l Life) State(a data.Amendment, day data.Date) State {
	if a.Kind == data.AmendmentProtocol && !a.Protocol.IsZero() {
		return l.protocol(a, day)
	}
	s, r := State{Day: day}, &roll{l: l, now: l.On(day), seen: map[data.Date][]string{}}
	for _, x := range r.now.Standing {
		if !x.InForce.IsZero() {
			s.Standing = append(s.Standing, Standing{Party: x.Party, Treaty: x.InForce, Leaves: x.Ends})
		}
	}
	s.take(l.actsOn(a, day))
	if s.Stage = stageBefore(a, l.Count(a).Outcome, day); s.Stage != StageAdopted {
		return s
	}
	switch a.Rule.Effect {
	case data.EffectTacit:
		r.tacit(&s, a)
	case data.EffectEach:
		r.each(&s, a)
	default:
		r.enough(&s, a)
	}
	s.joined()
	if s.Stage == StageAdopted && !s.InForce.IsZero() {
		if s.Stage = StageFull; !day.Before(s.InForce) {
			s.Stage = StageInForce
		} else if a.Rule.Effect == data.EffectTacit && !s.Until.Before(day) {
			s.Stage = StageAdopted // it can still be objected to
		}
	}
	return s
}

// stageBefore is how far an amendment is as long as it depends on no party's acts.
func stageBefore(a data.Amendment, o Outcome, day data.Date) Stage {
	happened := func(d data.Date) bool { return !d.IsZero() && !day.Before(d) }
	switch {
	case happened(a.Adopted) && (o.Adopts() || o == OutcomeOpen):
		return StageAdopted
	case happened(a.Withdrawn):
		return StageWithdrawn
	case happened(a.Adopted), happened(a.Considered) && (o == OutcomeLost || o == OutcomeQuorum):
		return StageRejected
	case happened(a.Circulated):
		return StageCirculated
	case happened(a.Proposed):
		return StageProposed
	}
	return StageDraft
}

// protocol is an amendment that became a treaty of its own: the instruments deposited
// for that are its acceptances.
func (l Life) protocol(a data.Amendment, day data.Date) State {
	s := State{Day: day, Stage: stageBefore(a, l.Count(a).Outcome, day)}
	for _, p := range l.Protocols {
		if p.ID != a.Protocol {
			continue
		}
		t := force.On(p, l.Instruments, l.Organization, day)
		s.Needed, s.Counted, s.Lacking, s.Absent, s.Full, s.InForce = p.Rule.Number, t.Counted, t.Lacking, t.Absent, t.Full, t.InForce
		s.Parties = len(l.PartiesOn(day))
		main := l.On(day)
		for _, x := range t.Standing {
			own, _ := main.Of(x.Party)
			st := Standing{Party: x.Party, Treaty: own.InForce, Leaves: x.Ends, Accepted: x.Bound.Date, InForce: x.InForce}
			if !st.InForce.IsZero() {
				st.Why = BoundAccepted
			}
			s.Standing = append(s.Standing, st)
		}
		if s.Stage == StageAdopted && !s.InForce.IsZero() {
			if s.Stage = StageFull; !day.Before(s.InForce) {
				s.Stage = StageInForce
			}
		}
	}
	return s
}
