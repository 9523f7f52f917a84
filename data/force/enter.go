package force

import (
	"cmp"
	"slices"

	"travaux/data"
)

// enter finds when the number of instruments became full.
func (t *Treaty) enter(rule data.EntryRule, organization func(string) bool) {
	var counted []Standing
	deposited := map[string]bool{}
	for _, s := range t.Standing {
		if s.Bound.Kind == "" {
			continue
		}
		deposited[s.Party] = true
		if rule.Organizations || !organization(s.Party) {
			counted = append(counted, s)
		}
	}
	slices.SortStableFunc(counted, func(a, b Standing) int { return a.Bound.Date.Compare(b.Bound.Date) })
	for _, code := range rule.Required {
		if !deposited[code] {
			t.Absent = append(t.Absent, code)
		}
	}
	t.Counted, t.Lacking = len(counted), max(rule.Number-len(counted), 0)
	if t.Lacking > 0 || len(t.Absent) > 0 || rule.Number == 0 {
		return
	}
	t.Full = counted[rule.Number-1].Bound.Date
	for _, s := range t.Standing {
		if slices.Contains(rule.Required, s.Party) && t.Full.Before(s.Bound.Date) {
			t.Full = s.Bound.Date
		}
	}
	t.InForce = After(t.Full, rule.Delay)
}

// enter finds from when one party is bound: with the treaty, or later by its own
// deposit. Who deposited after the number was full comes later, even where its
// period has run before the treaty's.
func (s *Standing) enter(full, treaty data.Date, rule data.EntryRule) {
	if s.Bound.Kind == "" || treaty.IsZero() {
		return
	}
	if s.InForce = treaty; full.Before(s.Bound.Date) {
		s.InForce = latest(treaty, After(s.Bound.Date, cmp.Or(rule.Later, rule.Delay)))
	}
}

func latest(a, b data.Date) data.Date {
	if a.Before(b) {
		return b
	}
	return a
}
