package states

import (
	"slices"
	"sync"

	"travaux/data"
)

// Register is who can take the floor, and the groups for which it may be taken,
// with their membership over time: what ships with the program, and what the
// delegation added to it or corrected. It never changes; With makes another.
type Register struct {
	parties map[string]data.Party
	groups  map[string]data.Grouping
	order   []string // of parties: English alphabetical order
	listed  []string // of groups: kind, then English alphabetical order
	counted []string // whose views a tally counts
}

// Standard returns the register that ships with the program.
var Standard = sync.OnceValue(func() *Register {
	r := &Register{parties: map[string]data.Party{}, groups: map[string]data.Grouping{}}
	regions := map[Group][]data.Membership{}
	for _, s := range table() {
		r.parties[s.Code] = data.Party{Code: s.Code, Kind: data.PartyMember, Names: s.Names}
		r.order = append(r.order, s.Code)
		r.counted = append(r.counted, s.Code)
		regions[s.Group] = append(regions[s.Group], data.Membership{Code: s.Code})
	}
	for _, g := range []Group{Africa, AsiaPacific, EasternEurope, LatinAmerica, WesternEurope} {
		r.groups[string(g)] = data.Grouping{Code: string(g), Kind: data.GroupRegional, Members: regions[g]}
		r.listed = append(r.listed, string(g))
	}
	return r
})

// Party returns a participant by its code.
func (r *Register) Party(code string) (data.Party, bool) {
	p, ok := r.parties[code]
	return p, ok
}

// Parties returns all participants: in English alphabetical order.
func (r *Register) Parties() []data.Party {
	var out []data.Party
	for _, code := range r.order {
		out = append(out, r.parties[code])
	}
	return out
}

// Counted returns the codes of those whose views a tally counts: the Member
// States, or the participants that the negotiation names.
func (r *Register) Counted() []string { return slices.Clone(r.counted) }

// Group returns a group by its code.
func (r *Register) Group(code string) (data.Grouping, bool) {
	g, ok := r.groups[code]
	return g, ok
}

// Groups returns all groups: regional ones first.
func (r *Register) Groups() []data.Grouping {
	var out []data.Grouping
	for _, code := range r.listed {
		out = append(out, r.groups[code])
	}
	return out
}

// Members returns the codes of who belongs to a group on a day.
func (r *Register) Members(group string, day data.Date) []string {
	var out []string
	for _, m := range r.groups[group].Members {
		if m.On(day) {
			out = append(out, m.Code)
		}
	}
	return out
}

// GroupsOf returns the codes of the groups to which a party belongs on a day.
func (r *Register) GroupsOf(code string, day data.Date) []string {
	var out []string
	for _, g := range r.listed {
		if slices.Contains(r.Members(g, day), code) {
			out = append(out, g)
		}
	}
	return out
}

// Region returns the code of the regional group of a State on a day, "" for none.
func (r *Register) Region(code string, day data.Date) string {
	for _, g := range r.GroupsOf(code, day) {
		if r.groups[g].Kind == data.GroupRegional {
			return g
		}
	}
	return ""
}

// Name returns the short name of a participant in a language, "" if there is none
// of that code.
func (r *Register) Name(code string, lang data.Lang) string { return r.parties[code].Names.In(lang) }
