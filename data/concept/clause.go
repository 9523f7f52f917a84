package concept

import (
	"slices"

	"travaux/data"
)

// Part is a part of a convention.
type Part string

// Parts.
const (
	Preamble     Part = "preamble"
	General      Part = "general"
	Substance    Part = "substance"
	Institutions Part = "institutions"
	Monitoring   Part = "monitoring"
	Disputes     Part = "disputes"
	Final        Part = "final"
)

// Parts holds them in the order in which they stand in a convention.
var Parts = []Part{Preamble, General, Substance, Institutions, Monitoring, Disputes, Final}

// Kind says how the value of a parameter is written in words.
type Kind string

// Kinds of parameters, with what their values are.
const (
	Ordinal   Kind = "ordinal"   // of an instrument: its number, from 1 to 99
	Day       Kind = "day"       // of a day after another: its number, from 1 to 99
	Period    Kind = "period"    // months
	Days      Kind = "days"      // days
	Every     Kind = "every"     // years from one time to the next
	Majority  Kind = "majority"  // tens for the numerator, ones for the denominator: 12 is more than half, 23 two thirds
	Share     Kind = "share"     // likewise: 13 is one third
	Reviewers Kind = "reviewers" // other States Parties
)

// Param is what can be set in a clause.
type Param struct {
	Name    string // as it stands in the template, and catalogue id in the family "parameter"
	Kind    Kind
	Default int
	Choices []int // in order; the default is among them
}

// Clause is a model clause.
type Clause struct {
	ID       string
	Part     Part
	Standard bool     // part of the skeleton that is offered
	Instead  string   // the clause in whose place it stands: only one of the two makes sense
	Needs    []string // clauses to which it refers
	Params   []Param
}

// Values that are offered.
var (
	numbers   = []int{3, 5, 10, 15, 20, 22, 25, 30, 35, 40, 45, 50, 55, 60, 65}
	days      = []int{30, 60, 90}
	shortTime = []int{30, 45, 60, 90}
	periods   = []int{1, 2, 3, 4, 6, 9, 12, 18, 24}
	spans     = []int{12, 24, 36, 48, 60, 72, 84, 120}
	often     = []int{1, 2, 3, 4, 5}
	parts     = []int{15, 14, 13, 12}
	most      = []int{12, 23, 34}
)

// Clauses are the model clauses in the order in which they stand in a convention.
var Clauses = []Clause{
	{ID: "charter", Part: Preamble, Standard: true},
	{ID: "consensus", Part: Preamble, Standard: true},
	{ID: "cooperation", Part: Preamble},
	{ID: "accountability", Part: Preamble, Standard: true},

	{ID: "purpose", Part: General, Standard: true},
	{ID: "terms", Part: General, Standard: true, Needs: []string{"conference", "depositary"}},
	{ID: "scope", Part: General, Standard: true},
	{ID: "sovereignty", Part: General, Standard: true},
	{ID: "relation", Part: General, Standard: true},

	{ID: "measures", Part: Substance, Standard: true},
	{ID: "collaboration", Part: Substance, Standard: true, Params: []Param{{"answer", Days, 60, shortTime}}},
	{ID: "capacity", Part: Substance},

	{ID: "conference", Part: Institutions, Standard: true, Params: []Param{{"first", Period, 12, periods}, {"every", Every, 2, often}, {"share", Share, 13, parts}}},
	{ID: "secretariat", Part: Institutions, Standard: true},
	{ID: "contact", Part: Institutions, Standard: true, Needs: []string{"secretariat"}, Params: []Param{{"notice", Days, 90, shortTime}}},

	{ID: "reports", Part: Monitoring, Standard: true, Needs: []string{"conference", "secretariat"}, Params: []Param{{"first", Period, 24, periods}, {"every", Every, 4, often}}},
	{ID: "review", Part: Monitoring, Standard: true, Needs: []string{"conference"}, Params: []Param{{"reviewers", Reviewers, 2, []int{2, 3, 4}}, {"cycle", Period, 60, spans}}},
	{ID: "exchange", Part: Monitoring, Standard: true, Needs: []string{"secretariat", "contact"}, Params: []Param{{"every", Every, 1, often}, {"answer", Days, 60, shortTime}}},
	{ID: "consultations", Part: Monitoring, Standard: true, Needs: []string{"secretariat"}, Params: []Param{{"begin", Days, 30, shortTime}}},

	{ID: "disputes-binding", Part: Disputes, Standard: true, Params: []Param{{"talks", Period, 6, periods}, {"conciliation", Period, 6, periods}, {"tribunal", Period, 6, periods}}},
	{ID: "disputes-consent", Part: Disputes, Instead: "disputes-binding", Needs: []string{"conference"}, Params: []Param{{"talks", Period, 6, periods}}},
	{ID: "interim", Part: Disputes, Standard: true},

	{ID: "signature", Part: Final, Standard: true, Needs: []string{"depositary"}},
	{ID: "entry", Part: Final, Standard: true, Params: []Param{{"number", Ordinal, 40, numbers}, {"day", Day, 90, days}, {"later", Day, 30, days}}},
	{ID: "reservations-none", Part: Final, Instead: "reservations-compatible", Needs: nil},
	{ID: "reservations-compatible", Part: Final, Standard: true, Needs: []string{"depositary"}},
	{ID: "amendment", Part: Final, Standard: true, Needs: []string{"conference", "secretariat"}, Params: []Param{
		{"standstill", Period, 60, spans}, {"notice", Period, 6, periods}, {"majority", Majority, 23, most}, {"day", Day, 90, days}, {"share", Share, 23, []int{13, 12, 23, 34}},
	}},
	{ID: "protocols", Part: Final, Standard: true, Needs: []string{"conference", "amendment"}},
	{ID: "annexes", Part: Final, Standard: true, Needs: []string{"conference", "depositary"}, Params: []Param{{"objection", Period, 12, periods}}},
	{ID: "denunciation", Part: Final, Standard: true, Needs: []string{"depositary"}, Params: []Param{{"notice", Period, 12, periods}}},
	{ID: "depositary", Part: Final, Standard: true},
	{ID: "languages", Part: Final, Standard: true, Needs: []string{"depositary"}},
}

// Find returns the model clause with that id.
func Find(id string) (c Clause, ok bool) {
	if i := rank(id); i >= 0 {
		return Clauses[i], true
	}
	return Clause{}, false
}

// rank is the place of a clause on the menu; -1 if it is not there.
func rank(id string) int {
	return slices.IndexFunc(Clauses, func(c Clause) bool { return c.ID == id })
}

// Value is the value of a parameter among those that were set; its default where
// none was, or where it cannot be written in words.
func (p Param) Value(set map[string]int) int {
	if v, ok := set[p.Name]; ok && Words(p.Kind, v, data.English) != "" {
		return v
	}
	return p.Default
}

// Skeleton is the outline that is offered at the beginning: the standard clauses
// that are not there yet, in their order, behind what is there.
func Skeleton(there []data.Thesis) []data.Thesis {
	var out []data.Thesis
	for _, c := range Clauses {
		if !c.Standard || has(there, c.ID) || c.instead(there) {
			continue
		}
		out = append(out, With(append(slices.Clone(there), out...), c))
	}
	return out
}

func has(theses []data.Thesis, clause string) bool {
	return slices.ContainsFunc(theses, func(t data.Thesis) bool { return t.Clause == clause })
}

// instead reports whether a clause stands there in whose place this one would be.
func (c Clause) instead(theses []data.Thesis) bool {
	return slices.ContainsFunc(Alternatives(c.ID), func(id string) bool { return has(theses, id) })
}

// Alternatives are the other clauses on the same matter.
func Alternatives(id string) []string {
	var out []string
	for _, c := range Clauses {
		if c.ID == id && c.Instead != "" {
			out = append(out, c.Instead)
		}
		if c.Instead == id {
			out = append(out, c.ID)
		}
	}
	return out
}

// Lacking are the clauses to which those of an outline refer and which it does not
// have, in the order of the menu.
func Lacking(theses []data.Thesis) []string {
	var out []string
	for _, t := range theses {
		c, _ := Find(t.Clause)
		for _, id := range c.Needs {
			if !has(theses, id) && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	slices.SortFunc(out, func(a, b string) int { return rank(a) - rank(b) })
	return out
}

// With is a clause as a thesis, ordered among what stands in its part as it stands
// on the menu: before the first clause that comes after it there, else at the end.
func With(there []data.Thesis, c Clause) data.Thesis {
	order := 0
	for _, t := range Roots(there, c.Part) {
		if at := rank(t.Clause); at > rank(c.ID) {
			return data.Thesis{Part: string(c.Part), Clause: c.ID, Order: t.Order - 1}
		}
		order = t.Order + orderGap
	}
	return data.Thesis{Part: string(c.Part), Clause: c.ID, Order: order}
}
