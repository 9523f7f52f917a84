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
	members map[groupDay][]int
	regions map[data.Date][]string // of all, by number
}

type groupDay struct {
	group string
	day   data.Date
}

// With makes a Counter.
func With(reg *states.Register) *Counter {
	c := &Counter{register: reg, numbers: map[string]int{}, members: map[groupDay][]int{}, regions: map[data.Date][]string{}}
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

// in returns the numbers of who belonged to a group on a day.
func (c *Counter) in(group string, day data.Date) []int {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := groupDay{group, day}
	if list, known := c.members[key]; known {
		return list
	}
	var list []int
	for _, code := range c.register.Members(group, day) {
		if n, known := c.numbers[code]; known && c.kinds[n] != data.PartyOrganization && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	c.members[key] = list
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
func (c *Counter) spokenFor(s data.Speaker) string {
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
