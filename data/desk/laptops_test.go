package desk_test

import (
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/desk/twin"
)

// laptops are two desks over the same negotiation that exchange all they have when
// they meet.
type laptops struct {
	t              *testing.T
	stores         [2]*twin.Store
	one, two       *desk.Desk
	head, delegate data.Member
	minute         int
}

// twoLaptops imports the draft on the first, the head's, and hands everything to
// the second, a delegate's.
func twoLaptops(t *testing.T) *laptops {
	t.Helper()
	l := &laptops{t: t}
	now := func() time.Time { return time.Date(2026, 11, 28, 10, l.minute, 0, 0, time.UTC) }
	l.stores = [2]*twin.Store{twin.New(now), twin.New(now)}
	d, err := desk.Found(ctx, l.stores[0], data.Negotiation{Title: data.Words{data.English: "Lanterns"}}, data.Member{Name: "A. Head", Role: data.RoleHead})
	must(t, err)
	l.head = d.Me()
	l.delegate, err = d.SetMember(ctx, data.Member{Name: "B. Delegate", Role: data.RoleDelegate})
	must(t, err)
	_, err = d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	l.meet()
	must(t, l.two.WorkAs(l.delegate.ID))
	return l
}

// later lets a minute pass: what is done after it is shown before what was done
// earlier elsewhere.
func (l *laptops) later() { l.minute++ }

// meet gives each laptop what the other has, and opens both desks again.
func (l *laptops) meet() {
	l.t.Helper()
	twin.Meet(l.stores[0], l.stores[1])
	var err error
	l.one, err = desk.Open(ctx, l.stores[0])
	must(l.t, err)
	l.two, err = desk.Open(ctx, l.stores[1])
	must(l.t, err)
}
