package monitor

import (
	"cmp"
	"slices"

	"travaux/data"
	"travaux/data/force"
)

// Facts are the records from which it is computed how a treaty is fulfilled.
type Facts struct {
	Day         data.Date
	Standing    force.Treaty // on that day
	Obligations []data.Obligation
	Cycles      []data.Cycle
	Reports     []data.PartyReport
	Assessments []data.Assessment
}

// Owed is a report of a cycle, or an obligation, that a party is to fulfil by a day.
type Owed struct {
	Party      string
	Cycle      data.ID // of a report; zero: it is an obligation
	Obligation data.ID
	Due        data.Date
	Done       data.Date // zero: not yet
}

// Overdue reports whether it has not been done although its day has passed.
func (o Owed) Overdue(day data.Date) bool { return o.Done.IsZero() && o.Due.Before(day) }

// Late is by how many days it was, or by that day is, behind; zero: in time.
func (o Owed) Late(day data.Date) int {
	if !o.Done.IsZero() {
		day = o.Done
	}
	return max(force.Until(o.Due, day), 0)
}

// Owed is all that has a day and was due or is going to be: reports of the cycles
// that have opened, and obligations with a deadline; the earliest first.
func (f Facts) Owed() []Owed {
	var out []Owed
	for _, c := range f.Cycles {
		if !f.Day.Before(c.Opens) {
			out = append(out, f.DueReports(c)...)
		}
	}
	for _, o := range f.Obligations {
		out = append(out, f.DueObligation(o)...)
	}
	slices.SortStableFunc(out, func(a, b Owed) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Party, b.Party)) })
	return out
}

// Overdue is what is overdue, the longest first.
func (f Facts) Overdue() []Owed {
	return slices.DeleteFunc(f.Owed(), func(o Owed) bool { return !o.Overdue(f.Day) })
}

// DueReports are the reports that are owed in a cycle.
//
// A party owes one if the treaty is in force for it when the cycle opens. One for
// which it enters into force later owes it when the period of the cycle for
// newcomers has run, if there is one, but not before the others; where the reports
// were due already it is of the next cycle. Whoever has left by that day owes none.
func (f Facts) DueReports(c data.Cycle) []Owed {
	var out []Owed
	for _, s := range f.Standing.Standing {
		due := c.Due
		switch {
		case s.InForce.IsZero() || c.Due.Before(s.InForce):
			continue
		case c.Opens.Before(s.InForce) && c.Newcomers.IsZero():
			continue
		case c.Opens.Before(s.InForce):
			due = latest(due, force.After(s.InForce, c.Newcomers))
		}
		if s.Is(due) {
			out = append(out, Owed{Party: s.Party, Cycle: c.ID, Due: due, Done: f.received(c.ID, s.Party)})
		}
	}
	return out
}

func latest(a, b data.Date) data.Date {
	if a.Before(b) {
		return b
	}
	return a
}

// received is when the first report of a party in a cycle came.
func (f Facts) received(cycle data.ID, party string) (first data.Date) {
	for _, r := range f.Reports {
		if r.Cycle == cycle && r.Party == party && (first.IsZero() || r.Received.Before(first)) {
			first = r.Received
		}
	}
	return first
}

// DueObligation is when each party was, or is next, to have fulfilled an obligation
// that binds each of them and has a deadline of its own. Of one that returns it is
// the last time that passed and was not done, else the next.
//
// It is done where an assessment has found it met, or that its case has not arisen;
// of one that returns, where that was after the time before.
func (f Facts) DueObligation(o data.Obligation) []Owed {
	if o.Aside || o.Obliged != data.ObligedParties {
		return nil
	}
	var out []Owed
	for _, s := range f.Standing.Standing {
		if s.InForce.IsZero() {
			continue
		}
		x := Owed{Party: s.Party, Obligation: o.ID}
		switch o.Due.Kind {
		case data.DueOnce:
			x.Due, x.Done = force.After(s.InForce, o.Due.Period), f.done(o.ID, s.Party, data.Date{}, f.Day)
		case data.DueDay:
			x.Due, x.Done = o.Due.Day, f.done(o.ID, s.Party, data.Date{}, f.Day)
		case data.DueEvery:
			x.Due, x.Done = f.returning(o, s)
		default:
			continue
		}
		if !x.Due.Before(s.InForce) && s.Is(x.Due) {
			out = append(out, x)
		}
	}
	return out
}

// returning is the last time of an obligation that returns, where that passed and
// was not done, else the next.
func (f Facts) returning(o data.Obligation, s force.Standing) (due, done data.Date) {
	before, next := s.InForce, force.After(s.InForce, o.Due.Period)
	if !before.Before(next) { // a period of nothing never ends
		return data.Date{}, data.Date{}
	}
	for n := 2; next.Before(f.Day); n++ {
		following := force.After(s.InForce, times(o.Due.Period, n))
		if !following.Before(f.Day) && f.done(o.ID, s.Party, before, f.Day).IsZero() {
			break
		}
		before, next = next, following
	}
	return next, f.done(o.ID, s.Party, before, f.Day)
}

func times(d data.Delay, n int) data.Delay {
	return data.Delay{Days: d.Days * n, Months: d.Months * n, Years: d.Years * n, FirstOfMonth: d.FirstOfMonth}
}

// done is the first day after one, up to another, on which a party was found to
// have fulfilled an obligation.
func (f Facts) done(obligation data.ID, party string, after, until data.Date) (first data.Date) {
	for _, a := range f.Assessments {
		if a.Obligation != obligation || a.Party != party || a.Grade != data.GradeMet && a.Grade != data.GradeNone {
			continue
		}
		if after.Before(a.Day) && !until.Before(a.Day) && (first.IsZero() || a.Day.Before(first)) {
			first = a.Day
		}
	}
	return first
}
