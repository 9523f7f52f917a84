package tally

import (
	"slices"
	"strings"
	"sync"

	"travaux/data"
	"travaux/data/states"
)

// book is a register as it is counted with: participants by number, and who
// belonged to a group on a day, which is asked many times. It is safe for
// concurrent use.
type book struct {
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

func newBook(reg *states.Register) *book {
	b := &book{register: reg, numbers: map[string]int{}, members: map[groupDay][]int{}, regions: map[data.Date][]string{}}
	parties := reg.Parties()
	counted := reg.Counted()
	add := func(code string, kind data.PartyKind) {
		if _, known := b.numbers[code]; !known {
			b.numbers[code] = len(b.codes)
			b.codes, b.kinds = append(b.codes, code), append(b.kinds, kind)
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
	b.counted = len(b.codes)
	for _, p := range parties {
		if p.Kind == data.PartyObserver {
			add(p.Code, p.Kind)
		}
	}
	b.observed = len(b.codes) - b.counted
	for _, p := range parties {
		add(p.Code, p.Kind)
	}
	return b
}

// in returns the numbers of who belonged to a group on a day.
func (b *book) in(group string, day data.Date) []int {
	b.mu.Lock()
	defer b.mu.Unlock()
	key := groupDay{group, day}
	if list, known := b.members[key]; known {
		return list
	}
	var list []int
	for _, code := range b.register.Members(group, day) {
		if n, known := b.numbers[code]; known && b.kinds[n] != data.PartyOrganization && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	b.members[key] = list
	return list
}

// regionsOn returns the regional group in which everybody is counted on a day, by
// number; "" for none. It may be only one of those to which a State belongs.
func (b *book) regionsOn(day data.Date) []string {
	b.mu.Lock()
	out, known := b.regions[day]
	b.mu.Unlock()
	if known {
		return out
	}
	out = make([]string, len(b.codes))
	for n, code := range b.codes {
		out[n] = b.register.Region(code, day)
	}
	b.mu.Lock()
	b.regions[day] = out
	b.mu.Unlock()
	return out
}

// spokenFor returns for which group a speaker speaks, "" for himself alone. A
// group that is not in the register is known by its name.
func (b *book) spokenFor(s data.Speaker) string {
	switch {
	case s.For != "":
		return s.For
	case s.ForName != "":
		return "\x00" + strings.ToLower(strings.TrimSpace(s.ForName))
	}
	if n, known := b.numbers[s.Code]; known && b.kinds[n] == data.PartyOrganization {
		for _, group := range []string{s.Code, strings.ToLower(s.Code)} {
			if _, known := b.register.Group(group); known {
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
