package force

import (
	"cmp"
	"slices"

	"travaux/data"
)

// Standing is where one State or organization is with a treaty on a day.
type Standing struct {
	Party       string
	Signed      data.Date
	Bound       data.Instrument // that expressed its consent; zero: none
	InForce     data.Date       // since or from when it is bound; zero: never, or not known yet
	Provisional data.Date       // applied provisionally since; zero: not
	Denounced   data.Date       // deposit of a denunciation that was not taken back
	Ends        data.Date       // when the denunciation takes effect; zero: it does not
	Withdrawn   data.Date       // of an instrument that was withdrawn before it bound; zero: none was, or another came
}

// Is reports whether the treaty is in force for it on a day.
func (s Standing) Is(day data.Date) bool {
	return !s.InForce.IsZero() && !day.Before(s.InForce) && (s.Ends.IsZero() || day.Before(s.Ends))
}

// Treaty is a treaty as it is on a day.
type Treaty struct {
	Day      data.Date
	Counted  int       // instruments that count for entry into force
	Lacking  int       // how many are still needed
	Absent   []string  // codes without whose instruments it cannot enter into force
	Full     data.Date // of the deposit that made the number full; zero: not full
	InForce  data.Date // when it enters or entered into force; zero: not known
	Standing []Standing
}

// Is reports whether the treaty itself is in force on its day.
func (t Treaty) Is() bool { return !t.InForce.IsZero() && !t.Day.Before(t.InForce) }

// Of returns where one party is, and whether it did anything at all.
func (t Treaty) Of(party string) (Standing, bool) {
	for _, s := range t.Standing {
		if s.Party == party {
			return s, true
		}
	}
	return Standing{Party: party}, false
}

// Parties are the codes of those for which the treaty is in force on its day, in
// the order of the alphabet.
func (t Treaty) Parties() []string {
	var out []string
	for _, s := range t.Standing {
		if s.Is(t.Day) {
			out = append(out, s.Party)
		}
	}
	return out
}

// On computes a treaty from the instruments that were deposited up to a day, that
// day included. organization says of a code that it is no State; its instrument is
// not counted as additional to those of its members unless the rule says so.
//
// Source: Vienna Convention on the Law of Treaties, articles 11 to 16, 24 and 56;
// the numbers are those of the treaty's own clause.
func On(t data.Treaty, all []data.Instrument, organization func(code string) bool, day data.Date) Treaty {
	known := slices.DeleteFunc(slices.Clone(all), func(i data.Instrument) bool { return i.Treaty != t.ID || day.Before(i.Date) })
	slices.SortStableFunc(known, func(a, b data.Instrument) int {
		return cmp.Or(a.Date.Compare(b.Date), a.Time.Compare(b.Time), slices.Compare(a.ID[:], b.ID[:]))
	})
	out := Treaty{Day: day}
	out.enter(t.Rule, known, organization)
	at := map[string]int{}
	for _, i := range known {
		k, seen := at[i.Party]
		if !seen {
			k, at[i.Party] = len(out.Standing), len(out.Standing)
			out.Standing = append(out.Standing, Standing{Party: i.Party})
		}
		out.take(&out.Standing[k], i, t)
	}
	slices.SortFunc(out.Standing, func(a, b Standing) int { return cmp.Compare(a.Party, b.Party) })
	return out
}

// take is what an instrument, the latest of its party so far, makes of its standing.
func (t *Treaty) take(s *Standing, i data.Instrument, of data.Treaty) {
	if s.Signed.IsZero() && (i.Kind == data.InstrumentSignature || i.Kind == data.InstrumentDefinitive) {
		s.Signed = i.Date
	}
	switch {
	case i.Kind.Binds():
		if s.Bound.Kind == "" || s.left(i.Date) {
			s.Bound, s.InForce = i, t.from(i.Date, of.Rule)
			s.Denounced, s.Ends, s.Withdrawn = data.Date{}, data.Date{}, data.Date{}
		}
	case i.Kind == data.InstrumentProvisional:
		s.Provisional = i.Date
	case i.Kind == data.InstrumentDenunciation:
		s.leave(i.Date, of.Notice)
	case i.Kind == data.InstrumentRevoked:
		if !s.Ends.IsZero() && !s.left(i.Date) {
			s.Denounced, s.Ends = data.Date{}, data.Date{}
		}
	}
}

// left reports whether a denunciation has taken effect by a day.
func (s *Standing) left(day data.Date) bool { return !s.Ends.IsZero() && !day.Before(s.Ends) }

// leave is a denunciation. Whoever is not bound yet has nothing to denounce: it
// withdraws its instrument, and that at once. It ends provisional application too
// (article 25(2)).
func (s *Standing) leave(day data.Date, notice data.Delay) {
	s.Provisional = data.Date{}
	switch {
	case s.Bound.Kind == "" || !s.Ends.IsZero():
	case s.InForce.IsZero() || day.Before(s.InForce):
		s.Bound, s.InForce, s.Withdrawn = data.Instrument{}, data.Date{}, day
	default:
		s.Denounced, s.Ends = day, After(day, notice)
	}
}
