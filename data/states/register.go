package states

import (
	"cmp"
	"maps"
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
	listed  []string // of groups: kind, then as they ship, then English alphabetical order
	counted []string // whose views a tally counts
	named   bool     // the negotiation names them

	index func() []entry             // what may be typed; made when it is first asked for
	of    func() map[string][]within // memberships by party
}

// within is one membership as the party sees it.
type within struct {
	group string
	kind  data.GroupKind
	data.Membership
}

// newRegister completes a register of which parties, groups and their order are
// known.
func newRegister(r Register) *Register {
	r.index = sync.OnceValue(func() []entry { return indexOf(&r) })
	r.of = sync.OnceValue(func() map[string][]within {
		of := map[string][]within{}
		for _, code := range r.listed {
			for _, m := range r.groups[code].Members {
				of[m.Code] = append(of[m.Code], within{code, r.groups[code].Kind, m})
			}
		}
		return of
	})
	return &r
}

// Standard returns the register that ships with the program: the Member States,
// the observers and organizations of others.tsv, the groups of groups.tsv with
// the memberships of memberships.tsv.
var Standard = sync.OnceValue(func() *Register {
	r := Register{parties: map[string]data.Party{}, groups: map[string]data.Grouping{}}
	for _, p := range shipped() {
		r.parties[p.Code] = p
		r.order = append(r.order, p.Code)
		if p.Kind == data.PartyMember {
			r.counted = append(r.counted, p.Code)
		}
	}
	for _, g := range groupings() {
		r.groups[g.Code] = g
		r.listed = append(r.listed, g.Code)
	}
	r.sort()
	return newRegister(r)
})

// sort brings parties and groups into the order in which they are shown.
func (r *Register) sort() {
	slices.SortStableFunc(r.order, func(a, b string) int {
		return cmp.Compare(letters(r.parties[a].Names.In(data.English)), letters(r.parties[b].Names.In(data.English)))
	})
	slices.SortStableFunc(r.listed, func(a, b string) int {
		return slices.Index(data.GroupKinds, r.groups[a].Kind) - slices.Index(data.GroupKinds, r.groups[b].Kind)
	})
}

// With returns the register with additions and corrections: a party or a group of
// a code that is there already replaces it whole. Participants are the codes of
// those whose views are counted, of which those that nobody has are passed over;
// none: the Member States.
func (r *Register) With(parties []data.Party, groups []data.Grouping, participants []string) *Register {
	out := Register{
		parties: maps.Clone(r.parties), groups: maps.Clone(r.groups),
		order: slices.Clone(r.order), listed: slices.Clone(r.listed),
	}
	for _, p := range parties {
		if _, known := out.parties[p.Code]; !known {
			out.order = append(out.order, p.Code)
		}
		out.parties[p.Code] = p
	}
	for _, g := range groups {
		if _, known := out.groups[g.Code]; !known {
			out.listed = append(out.listed, g.Code)
		}
		out.groups[g.Code] = g
	}
	out.sort()
	named := map[string]bool{}
	for _, code := range participants {
		named[code] = true
	}
	out.named = len(participants) > 0
	for _, code := range out.order {
		if named[code] || len(participants) == 0 && out.parties[code].Kind == data.PartyMember {
			out.counted = append(out.counted, code)
		}
	}
	return newRegister(out)
}

// Party returns a participant by its code.
func (r *Register) Party(code string) (data.Party, bool) {
	p, ok := r.parties[code]
	return p, ok
}

// Parties returns all participants: in English alphabetical order.
func (r *Register) Parties() []data.Party {
	out := make([]data.Party, 0, len(r.order))
	for _, code := range r.order {
		out = append(out, r.parties[code])
	}
	return out
}

// Counted returns the codes of those whose views a tally counts: the Member
// States, or the participants that the negotiation names; in English alphabetical
// order.
func (r *Register) Counted() []string { return slices.Clone(r.counted) }

// Named reports whether the negotiation names its participants, so that nobody else
// takes part unless he speaks.
func (r *Register) Named() bool { return r.named }

// Group returns a group by its code.
func (r *Register) Group(code string) (data.Grouping, bool) {
	g, ok := r.groups[code]
	return g, ok
}

// Groups returns all groups: regional ones first.
func (r *Register) Groups() []data.Grouping {
	out := make([]data.Grouping, 0, len(r.listed))
	for _, code := range r.listed {
		out = append(out, r.groups[code])
	}
	return out
}

// Members returns the codes of who belongs to a group on a day, those that sit
// with a regional group beside their own included.
func (r *Register) Members(group string, day data.Date) []string {
	var out []string
	for _, m := range r.groups[group].Members {
		if m.On(day) && !slices.Contains(out, m.Code) {
			out = append(out, m.Code)
		}
	}
	return out
}

// GroupsOf returns the codes of the groups to which a party belongs on a day,
// regional ones first.
func (r *Register) GroupsOf(code string, day data.Date) []string {
	var out []string
	for _, w := range r.of()[code] {
		if w.On(day) && !slices.Contains(out, w.group) {
			out = append(out, w.group)
		}
	}
	return out
}

// Region returns the code of the regional group in which a State is counted on a
// day, "" for none.
func (r *Register) Region(code string, day data.Date) string {
	for _, w := range r.of()[code] {
		if w.kind == data.GroupRegional && !w.Beside && w.On(day) {
			return w.group
		}
	}
	return ""
}

// Name returns the short name of a participant in a language, "" if there is none
// of that code.
func (r *Register) Name(code string, lang data.Lang) string { return r.parties[code].Names.In(lang) }

// GroupName returns the name of a group in full, "" if there is none of that code.
func (r *Register) GroupName(code string, lang data.Lang) string {
	return r.groups[code].Names.In(lang)
}

// GroupShort returns the short name of a group ("NAM", "ДН"), that in full where
// it has none in that language.
func (r *Register) GroupShort(code string, lang data.Lang) string {
	g := r.groups[code]
	if short := g.Short[lang]; short != "" {
		return short
	}
	return g.Names.In(lang)
}

// Organization reports whether a code is that of an organization, which is never
// counted as a State.
func (r *Register) Organization(code string) bool {
	return r.parties[code].Kind == data.PartyOrganization
}
