package force

import (
	"cmp"

	"travaux/data"
)

// count is who has deposited what counts, while the instruments are gone through in
// the order in which they came.
type count struct {
	rule         data.EntryRule
	organization func(string) bool
	deposited    map[string]bool // by party
}

// counted is how many instruments count for the number.
func (c *count) counted() (n int) {
	for party := range c.deposited {
		if c.rule.Organizations || !c.organization(party) {
			n++
		}
	}
	return n
}

// absent are those without whose instruments the number is not full.
func (c *count) absent() (codes []string) {
	for _, code := range c.rule.Required {
		if !c.deposited[code] {
			codes = append(codes, code)
		}
	}
	return codes
}

// enter finds when the number of instruments became full. Up to the day on which the
// treaty enters into force a deposit can be withdrawn and then counts no more; from
// that day on nothing that is deposited or denounced alters it.
//
// Source: Vienna Convention, articles 24 and 55.
func (t *Treaty) enter(rule data.EntryRule, known []data.Instrument, organization func(string) bool) {
	c := count{rule, organization, map[string]bool{}}
	for _, i := range known {
		switch {
		case i.Kind.Binds():
			c.deposited[i.Party] = true
		case i.Kind == data.InstrumentDenunciation && (t.InForce.IsZero() || i.Date.Before(t.InForce)):
			delete(c.deposited, i.Party)
		}
		if !t.InForce.IsZero() && !i.Date.Before(t.InForce) {
			continue
		}
		switch full := rule.Number > 0 && c.counted() >= rule.Number && len(c.absent()) == 0; {
		case !full:
			t.Full, t.InForce = data.Date{}, data.Date{}
		case t.Full.IsZero():
			t.Full = i.Date
			t.InForce = After(t.Full, rule.Delay)
		}
	}
	t.Counted, t.Absent = c.counted(), c.absent()
	if t.Full.IsZero() {
		t.Lacking = max(rule.Number-t.Counted, 0)
	}
}

// from is since when a deposit of a day binds: with the treaty, or later by its own
// period. Who deposits after the number was full comes later, even where its period
// has run before the treaty's.
func (t *Treaty) from(deposit data.Date, rule data.EntryRule) data.Date {
	if t.InForce.IsZero() || !t.Full.Before(deposit) {
		return t.InForce
	}
	return latest(t.InForce, After(deposit, cmp.Or(rule.Later, rule.Delay)))
}

func latest(a, b data.Date) data.Date {
	if a.Before(b) {
		return b
	}
	return a
}
