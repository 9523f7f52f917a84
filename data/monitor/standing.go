package monitor

import (
	"cmp"
	"slices"

	"travaux/data"
)

// Latest are the assessments that count in a cycle: the latest of each obligation
// of each party. The zero ID is all cycles together.
func (f Facts) Latest(cycle data.ID) []data.Assessment {
	type place struct {
		party      string
		obligation data.ID
	}
	at := map[place]int{}
	var out []data.Assessment
	for _, a := range f.Assessments {
		if !cycle.IsZero() && a.Cycle != cycle {
			continue
		}
		p := place{a.Party, a.Obligation}
		k, seen := at[p]
		switch {
		case !seen:
			at[p] = len(out)
			out = append(out, a)
		case later(out[k], a):
			out[k] = a
		}
	}
	return out
}

func later(a, b data.Assessment) bool {
	return cmp.Or(a.Day.Compare(b.Day), a.Time.Compare(b.Time), slices.Compare(a.ID[:], b.ID[:])) < 0
}

// Count is how many of something stand at each grade.
type Count struct {
	Of     int // that are bound
	Grades map[data.Grade]int
}

// Assessed is how many were assessed at all.
func (c Count) Assessed() int {
	n := 0
	for _, k := range c.Grades {
		n += k
	}
	return n
}

// OfObligation counts the parties by how they fulfil an obligation.
func (f Facts) OfObligation(o data.ID, latest []data.Assessment) Count {
	parties := f.Standing.Parties()
	return count(len(parties), latest, func(a data.Assessment) bool { return a.Obligation == o && slices.Contains(parties, a.Party) })
}

// OfParty counts the obligations by how a party fulfils them.
func (f Facts) OfParty(party string, latest []data.Assessment) Count {
	followed := f.Followed()
	return count(len(followed), latest, func(a data.Assessment) bool {
		return a.Party == party && slices.ContainsFunc(followed, func(o data.Obligation) bool { return o.ID == a.Obligation })
	})
}

func count(of int, latest []data.Assessment, keep func(data.Assessment) bool) Count {
	c := Count{Of: of, Grades: map[data.Grade]int{}}
	for _, a := range latest {
		if keep(a) {
			c.Grades[a.Grade]++
		}
	}
	return c
}

// Followed are the obligations of parties that are followed up.
func (f Facts) Followed() []data.Obligation {
	var out []data.Obligation
	for _, o := range f.Obligations {
		if !o.Aside && (o.Obliged == data.ObligedParties || o.Obliged == data.ObligedSome) {
			out = append(out, o)
		}
	}
	return out
}
