package consult

import (
	"cmp"
	"slices"

	"travaux/data"
)

// Task is what is to be done after a meeting.
type Task struct {
	Meeting data.ID
	Index   int // in its follow-ups
	data.FollowUp
	Overdue int // days; 0: it is not
}

// Tasks are what is still to be done on a day after the meetings up to it: the
// longest overdue first, then by their days, those without one last.
func Tasks(all []data.Consultation, day data.Date) (out []Task) {
	for _, c := range all {
		if day.Before(c.Date) {
			continue
		}
		for i, f := range c.FollowUps {
			if !f.Done.IsZero() && !day.Before(f.Done) {
				continue
			}
			t := Task{Meeting: c.ID, Index: i, FollowUp: f}
			if !f.By.IsZero() {
				t.Overdue = max(days(f.By, day), 0)
			}
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Task) int {
		if a.By.IsZero() != b.By.IsZero() {
			return cmp.Compare(btoi(a.By.IsZero()), btoi(b.By.IsZero()))
		}
		return a.By.Compare(b.By)
	})
	return out
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// InOffice are the points of contact on a day, by party.
func InOffice(all []data.Contact, day data.Date) map[string][]data.Contact {
	out := map[string][]data.Contact{}
	for _, c := range all {
		if !day.Before(c.From) && (c.Until.IsZero() || !c.Until.Before(day)) {
			out[c.Party] = append(out[c.Party], c)
		}
	}
	return out
}

// Unreachable are the parties without a point of contact on a day.
func Unreachable(all []data.Contact, parties []string, day data.Date) []string {
	in := InOffice(all, day)
	return slices.DeleteFunc(slices.Clone(parties), func(p string) bool { return len(in[p]) > 0 })
}
