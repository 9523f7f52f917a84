package tally

import (
	"slices"
	"strings"
	"sync"

	"travaux/data"
	"travaux/data/states"
)

// Counter counts by one register. It keeps who belonged to a group on a day, which
// is asked many times: who counts often keeps it. It is safe for concurrent use.
type Counter struct {
	register *states.Register
	codes    []string // counted first, then observers, then the rest, each in the register's order
	kinds    []data.PartyKind
	numbers  map[string]int
	counted  int // how many are counted
	observed int // how many observers follow them

	mu      sync.Mutex
	rolls   map[string]*roll       // by group
	regions map[data.Date][]string // of all, by number
}

// roll is who belonged to a group, by era: between two days on which somebody
// joined or left, it has the same members. A group in which much happened still has
// few of them.
type roll struct {
	turns []data.Date // the first days of all eras but the first
	eras  [][]int     // numbers of the members, one more than turns
}

// on returns who belonged to the group on a day.
func (r *roll) on(day data.Date) []int {
	era, _ := slices.BinarySearchFunc(r.turns, day, func(turn, day data.Date) int {
		if day.Before(turn) {
			return 1
		}
		return -1
	})
	return r.eras[era]
}

// With makes a Counter.
func With(reg *states.Register) *Counter {
	c := &Counter{register: reg, numbers: map[string]int{}, rolls: map[string]*roll{}, regions: map[data.Date][]string{}}
	parties := reg.Parties()
	counted := reg.Counted()
	add := func(code string, kind data.PartyKind) {
		if _, known := c.numbers[code]; !known {
			c.numbers[code] = len(c.codes)
			c.codes, c.kinds = append(c.codes, code), append(c.kinds, kind)
		}
	}
	isCounted := map[string]bool{}
	for _, code := range counted {
		isCounted[code] = true
	}
	for _, p := range parties {
		if isCounted[p.Code] && p.Kind != data.PartyOrganization {
			add(p.Code, p.Kind)
		}
	}
	c.counted = len(c.codes)
	for _, p := range parties {
		if p.Kind == data.PartyObserver {
			add(p.Code, p.Kind)
		}
	}
	c.observed = len(c.codes) - c.counted
	for _, p := range parties {
		add(p.Code, p.Kind)
	}
	return c
}

// roll returns who belonged to a group when; nobody, to one that is not in the
// register.
func (c *Counter) roll(group string) *roll {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r, known := c.rolls[group]; known {
		return r
	}
	r := &roll{}
	g, _ := c.register.Group(group)
	for _, m := range g.Members {
		for _, day := range []data.Date{m.From, m.To} {
			if !day.IsZero() {
				r.turns = append(r.turns, day)
			}
		}
	}
	slices.SortFunc(r.turns, func(a, b data.Date) int { return strings.Compare(a.String(), b.String()) })
	r.turns = slices.Compact(r.turns)
	for _, day := range append([]data.Date{{}}, r.turns...) {
		r.eras = append(r.eras, c.members(g, day))
	}
	c.rolls[group] = r
	return r
}

// members are the numbers of who belongs to a group on a day. Organizations are not
// among them: nobody speaks for them.
func (c *Counter) members(g data.Grouping, day data.Date) []int {
	var list []int
	seen := make([]bool, len(c.codes))
	for _, m := range g.Members {
		if n, known := c.numbers[m.Code]; known && m.On(day) && !seen[n] && c.kinds[n] != data.PartyOrganization {
			seen[n] = true
			list = append(list, n)
		}
	}
	return list
}

// regionsOn returns the regional group in which everybody is counted on a day, by
// number; "" for none. It may be only one of those to which a State belongs.
func (c *Counter) regionsOn(day data.Date) []string {
	c.mu.Lock()
	out, known := c.regions[day]
	c.mu.Unlock()
	if known {
		return out
	}
	out = make([]string, len(c.codes))
	for n, code := range c.codes {
		out[n] = c.register.Region(code, day)
	}
	c.mu.Lock()
	c.regions[day] = out
	c.mu.Unlock()
	return out
}

// spokenFor returns for which group a speaker speaks, "" for himself alone. A
// group that is not in the register is known by its name.
func (c *Counter) spokenFor(s *data.Speaker) string {
	switch {
	case s.For != "":
		return s.For
	case s.ForName != "":
		return "\x00" + strings.ToLower(strings.TrimSpace(s.ForName))
	}
	if n, known := c.numbers[s.Code]; known && c.kinds[n] == data.PartyOrganization {
		for _, group := range []string{s.Code, strings.ToLower(s.Code)} {
			if _, known := c.register.Group(group); known {
				return group
			}
		}
	}
	return ""
}

// nameOf is by what somebody is known who is not in the register; "" for nobody.
func nameOf(s data.Speaker) string {
	if s.Name != "" {
		return strings.TrimSpace(s.Name)
	}
	return s.Code
}
