package dispute

import (
	"slices"

	"travaux/data"
	"travaux/data/force"
)

// Duty is what one party is bound to by a settlement, a decision or interim measures.
type Duty struct {
	Step    data.ID // by which it is bound
	Party   string
	Means   data.Means
	Interim bool
	Text    string
	Since   data.Date
	Due     data.Date // zero: without a date
	Met     data.Date
	Broken  data.Date // somebody said that it is not met, and it was not since
	Overdue int       // days; 0: it is not
}

// Measure is a request for interim measures that nobody has answered.
type Measure struct {
	Step  data.ID
	By    string
	Means data.Means
	Text  string
	Since data.Date
}

// conclude says whether and how the dispute is over, and what of the ladder is not
// needed then.
func (f *File) conclude(d data.Dispute, steps []data.DisputeStep) {
	for _, r := range f.Rungs {
		if (r.State == Settled || r.State == Decided) && (f.Outcome == "" || r.Ended.Before(f.Over)) {
			f.Outcome, f.Over, f.By = r.State, r.Ended, r.Means
		}
	}
	for _, s := range steps {
		switch {
		case f.Outcome != "":
		case s.Act == data.DisputeDropped:
			f.Outcome, f.Over, f.By = Abandoned, s.Date, s.Means
		case s.Act == data.DisputeSettled: // by themselves, without one of the means
			f.Outcome, f.Over = Settled, s.Date
		}
	}
	if f.Outcome == "" {
		return
	}
	for i := range f.Rungs {
		r := &f.Rungs[i]
		switch {
		case r.State == Closed || r.State == Open || r.State == Barred:
			r.State, r.Lacking = Unneeded, nil
		case r.Running():
			r.State, r.Lacking, r.Ended = Abandoned, nil, f.Over
		}
	}
}

// bind gathers who is bound to what, and what became of it.
func (f *File) bind(d data.Dispute, steps []data.DisputeStep) {
	for _, s := range steps {
		switch s.Act {
		case data.DisputeSettled, data.DisputeDecided, data.DisputeMeasureOrdered:
			for _, party := range bound(d, s) {
				f.Duties = append(f.Duties, Duty{
					Step: s.ID, Party: party, Means: s.Means, Interim: s.Act == data.DisputeMeasureOrdered, Text: s.Text, Since: s.Date, Due: s.Due,
				})
			}
			f.answered(s)
		case data.DisputeMeasureAsked:
			f.Measures = append(f.Measures, Measure{s.ID, s.By, s.Means, s.Text, s.Date})
		case data.DisputeMeasureDenied:
			f.answered(s)
		case data.DisputeComplied, data.DisputeBreached:
			f.performed(s)
		}
	}
	if f.Outcome != "" {
		f.Measures = nil
	}
	for i := range f.Duties {
		x := &f.Duties[i]
		if x.Met.IsZero() && !x.Due.IsZero() {
			x.Overdue = max(force.Until(x.Due, f.Day), 0)
		}
	}
}

// bound are the parties that a step binds.
func bound(d data.Dispute, s data.DisputeStep) []string {
	switch {
	case len(s.To) > 0:
		return s.To
	case s.Act == data.DisputeSettled:
		return d.Parties()
	}
	return d.Answering
}

// answered takes away the requests for interim measures that a step answers.
func (f *File) answered(s data.DisputeStep) {
	if s.Act == data.DisputeMeasureOrdered || s.Act == data.DisputeMeasureDenied {
		f.Measures = slices.DeleteFunc(f.Measures, func(m Measure) bool { return m.Means == s.Means })
	}
}

// performed notes that a party did, or did not do, what it is bound to under a means.
func (f *File) performed(s data.DisputeStep) {
	for i := range f.Duties {
		x := &f.Duties[i]
		if x.Party != s.By || x.Means != s.Means || !x.Met.IsZero() {
			continue
		}
		if s.Act == data.DisputeComplied {
			x.Met, x.Broken = s.Date, data.Date{}
		} else {
			x.Broken = s.Date
		}
	}
}

// Overdue are the duties whose day has passed, the longest overdue first.
func (f File) Overdue() []Duty {
	out := slices.DeleteFunc(slices.Clone(f.Duties), func(x Duty) bool { return x.Overdue == 0 })
	slices.SortStableFunc(out, func(a, b Duty) int { return b.Overdue - a.Overdue })
	return out
}
