package dispute

import (
	"cmp"
	"slices"

	"travaux/data"
	"travaux/data/force"
)

// State is how far a means has come.
type State string

// States of a means.
const (
	Closed    State = "closed"    // it cannot be asked for yet
	Open      State = "open"      // it can be asked for
	Barred    State = "barred"    // it could be, but for a declaration: it needs the consent of all
	Asked     State = "asked"     // it was asked for, and somebody's consent is lacking
	Agreed    State = "agreed"    // it can begin
	UnderWay  State = "under-way" // it is used
	Reported  State = "reported"  // something was recommended, and somebody has not accepted it yet
	Expired   State = "expired"   // its period has run
	Refused   State = "refused"   // somebody does not consent
	Failed    State = "failed"    // it ended without a settlement
	Settled   State = "settled"
	Decided   State = "decided"
	Unneeded  State = "unneeded" // the dispute is over
	Abandoned State = "abandoned"
)

// Rung is a means on a day.
type Rung struct {
	data.Rung
	Own     bool // no clause has it: of the parties' own choice
	State   State
	Opens   data.Date // from when it can be asked for; zero: that is not known yet
	Asked   data.Date
	By      string // who asked
	Early   bool   // it was asked for before it was open, and not by all
	Began   data.Date
	Ends    data.Date // its last day; zero: within a reasonable time, or it has not begun
	Ended   data.Date // with or without a settlement
	Lacking []string  // whose consent, or acceptance, is lacking
	Against []string  // who refused
	Barring []string  // because of whose declaration, or for want of it, consent of all is needed

	consented []string
	accepted  []string
	report    data.Date
}

// Over reports whether nothing more is to be expected of it.
func (r Rung) Over() bool {
	switch r.State {
	case Expired, Refused, Failed, Settled, Decided, Unneeded, Abandoned:
		return true
	}
	return false
}

// Running reports whether it was asked for and is not over.
func (r Rung) Running() bool {
	switch r.State {
	case Asked, Agreed, UnderWay, Reported:
		return true
	}
	return false
}

// File is a dispute on a day.
type File struct {
	Day      data.Date
	Rungs    []Rung
	Outcome  State // Settled, Decided or Abandoned; "": the dispute goes on
	Over     data.Date
	By       data.Means // the means by which it came to that
	Duties   []Duty
	Measures []Measure // asked for and neither ordered nor denied
}

// On computes a dispute from the steps up to a day, that day included.
//
// Source: the clause, as its rungs have it; Charter of the United Nations, Article 33.
func On(d data.Dispute, all []data.DisputeStep, day data.Date) File {
	steps := slices.DeleteFunc(slices.Clone(all), func(s data.DisputeStep) bool { return s.Dispute != d.ID || day.Before(s.Date) })
	slices.SortStableFunc(steps, func(a, b data.DisputeStep) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(order(a.Act), order(b.Act)), a.Time.Compare(b.Time), slices.Compare(a.ID[:], b.ID[:]))
	})
	f := File{Day: day}
	for _, r := range d.Ladder {
		f.Rungs = append(f.Rungs, Rung{Rung: r})
	}
	for _, s := range steps {
		if f.at(s.Means) < 0 && s.Means != "" {
			f.Rungs = append(f.Rungs, Rung{Rung: ofOwnChoice(s.Means), Own: true})
		}
	}
	for i := range f.Rungs {
		f.rung(i, d, steps)
	}
	f.conclude(d, steps)
	f.bind(d, steps)
	return f
}

// order puts the acts of one day in the order in which they can have happened.
func order(a data.DisputeAct) int { return slices.Index(data.DisputeActs, a) }

func (f *File) at(m data.Means) int {
	return slices.IndexFunc(f.Rungs, func(r Rung) bool { return r.Means == m })
}

// Next are the means that can be asked for, of those that the clause has.
func (f File) Next() (out []Rung) {
	for _, r := range f.Rungs {
		if r.State == Open {
			out = append(out, r)
		}
	}
	return out
}

// rung folds the steps of one means, those of the means before it being folded.
func (f *File) rung(i int, d data.Dispute, steps []data.DisputeStep) {
	r := &f.Rungs[i]
	r.Barring = barring(r.Rung, d.Parties())
	r.Opens = f.opens(i, d.Raised)
	for _, s := range steps {
		if s.Means == r.Means {
			r.take(s, d.Parties())
		}
	}
	r.Early = !r.Asked.IsZero() && (r.Opens.IsZero() || r.Asked.Before(r.Opens)) && len(r.lacking(d.Parties(), r.consented)) > 0
	r.settle(d.Parties(), f.Day)
}

// barring are the parties because of whose declaration the clause alone does not
// give consent.
func barring(r data.Rung, parties []string) (out []string) {
	for _, p := range parties {
		declared := slices.Contains(r.Declared, p)
		if r.Consent == data.ConsentOptOut && declared || r.Consent == data.ConsentOptIn && !declared {
			out = append(out, p)
		}
	}
	return out
}

// opens is from when a means can be asked for, as far as that is known.
func (f *File) opens(i int, raised data.Date) data.Date {
	r, before := f.Rungs[i], f.before(i)
	if r.Trigger == data.TriggerAsked && i > 0 { // a request for that one, barred or not
		before = &f.Rungs[i-1]
	}
	switch {
	case r.Trigger == data.TriggerRaised:
		return force.After(raised, r.After)
	case r.Trigger == data.TriggerAnyTime || r.Trigger == "" || before == nil:
		return raised
	}
	failed := force.After(before.without(), r.After)
	if r.Trigger == data.TriggerFailed || before.Asked.IsZero() {
		return failed
	}
	opens := force.After(before.Asked, r.After)
	if !before.Began.IsZero() && !opens.Before(before.Began) {
		return failed // it was begun in time: only if it fails
	}
	return opens
}

// before is the means after whose failure another can be used: one that is barred by a
// declaration, and was not used all the same, is passed over. nil: it is the first.
func (f *File) before(i int) *Rung {
	for i--; i >= 0; i-- {
		if r := &f.Rungs[i]; len(r.Barring) == 0 || !r.Asked.IsZero() {
			return r
		}
	}
	return nil
}

// without is the day on which a means ended, or can be taken to have ended, without
// a settlement; zero: it did not.
func (r Rung) without() data.Date {
	switch r.State {
	case Expired:
		return force.Days(r.Ends, 1)
	case Failed, Refused:
		if !r.Ends.IsZero() && r.Ends.Before(r.Ended) {
			return force.Days(r.Ends, 1)
		}
		return r.Ended
	}
	return data.Date{}
}

// take is what one step makes of a means.
func (r *Rung) take(s data.DisputeStep, parties []string) {
	switch s.Act {
	case data.DisputeAsked:
		if r.Asked.IsZero() || !r.Ended.IsZero() && r.State != Settled && r.State != Decided { // a means can be tried again
			r.Asked, r.By, r.Began, r.Ended, r.State, r.report = s.Date, s.By, data.Date{}, data.Date{}, "", data.Date{}
			r.consented, r.accepted, r.Against = nil, nil, nil
		}
		r.consent(s, parties)
	case data.DisputeConsented:
		r.consent(s, parties)
	case data.DisputeRefused:
		r.Against = with(r.Against, s.By)
		r.consented = without(r.consented, s.By)
		if r.needsAll() {
			r.end(Refused, s.Date)
		}
	case data.DisputeBegan:
		r.Began, r.Ended, r.State = s.Date, data.Date{}, ""
	case data.DisputeReported:
		r.report, r.accepted = s.Date, nil
	case data.DisputeAccepted:
		if r.accepted = with(r.accepted, s.By); !r.report.IsZero() && len(r.lacking(parties, r.accepted)) == 0 {
			r.end(Settled, s.Date)
		}
	case data.DisputeRejected:
		r.end(Failed, s.Date)
	case data.DisputeFailed:
		r.end(Failed, s.Date)
	case data.DisputeSettled:
		r.end(Settled, s.Date)
	case data.DisputeDecided:
		r.end(Decided, s.Date)
	}
}

func (r *Rung) end(as State, day data.Date) {
	if r.State != Settled && r.State != Decided {
		r.State, r.Ended = as, day
	}
}

// needsAll reports whether every party has to consent for this dispute.
func (r *Rung) needsAll() bool {
	return r.Consent == data.ConsentAll || r.Consent == "" || len(r.Barring) > 0
}

// consent notes that a party agrees, and whether the means can begin or has begun.
func (r *Rung) consent(s data.DisputeStep, parties []string) {
	r.consented, r.Against = with(r.consented, s.By), without(r.Against, s.By)
	if r.State == Refused && len(r.Against) == 0 {
		r.State, r.Ended = "", data.Date{}
	}
	if r.Began.IsZero() && r.Means.Alone() && (!r.needsAll() || len(r.lacking(parties, r.consented)) == 0) {
		r.Began = s.Date
	}
}

// lacking are the parties that are not among those.
func (r *Rung) lacking(parties, among []string) []string {
	return slices.DeleteFunc(slices.Clone(parties), func(p string) bool { return slices.Contains(among, p) })
}

// settle says how far a means has come on a day.
func (r *Rung) settle(parties []string, day data.Date) {
	from := cmp.Or(r.Began, r.Asked)
	if r.FromAsked {
		from = cmp.Or(r.Asked, r.Began)
	}
	if !from.IsZero() && !r.Period.IsZero() {
		r.Ends = force.After(from, r.Period)
	}
	late := !r.Ends.IsZero() && r.Ends.Before(day)
	switch {
	case r.State != "": // it has ended
	case r.Asked.IsZero() && r.Began.IsZero():
		r.State = r.waiting(parties, day)
	case !r.report.IsZero():
		r.State, r.Lacking = Reported, r.lacking(parties, r.accepted)
	case late:
		r.State = Expired
	case !r.Began.IsZero():
		r.State = UnderWay
	case r.needsAll() && len(r.lacking(parties, r.consented)) > 0:
		r.State, r.Lacking = Asked, r.lacking(parties, r.consented)
	default:
		r.State = Agreed
	}
}

// waiting is the state of a means that nobody has asked for.
func (r *Rung) waiting(parties []string, day data.Date) State {
	switch {
	case r.Opens.IsZero() || day.Before(r.Opens):
		return Closed
	case len(r.Barring) > 0:
		r.Lacking = parties
		return Barred
	}
	if r.needsAll() {
		r.Lacking = parties
	}
	return Open
}

func with(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(slices.Clip(list), s)
}

func without(list []string, s string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(x string) bool { return x == s })
}
