package desk

import (
	"slices"

	"travaux/data"
)

// knownPairs are the pairs of two revisions as far as they follow from what is
// kept: of revisions that follow one another, the kept ones; of others in order,
// what leads from one to the next and so on; backwards, the same turned round.
// Where nothing leads from one to the other, provisions of one identity are
// pairs.
func (d *Desk) knownPairs(old, new *Text) ([]data.Pairing, error) {
	for _, backwards := range []bool{false, true} {
		from, to := old, new
		if backwards {
			from, to = new, old
		}
		steps, err := d.steppingStones(from.Revision.ID, to.Revision.ID)
		if err != nil {
			return nil, err
		}
		if len(steps) == 0 {
			continue
		}
		list := steps[0]
		if len(steps) > 1 {
			list = chain(from, to, steps)
		}
		if backwards {
			list = slices.Clone(list)
			for i := range list {
				list[i] = data.Pairing{Old: list[i].New, New: list[i].Old, Doubtful: list[i].Doubtful}
			}
		}
		return list, nil
	}
	return sameIdentity(old, new), nil
}

// steppingStones are the kept pairings that lead from a revision to a later one,
// in order; none if they do not.
func (d *Desk) steppingStones(from, to data.ID) ([][]data.Pairing, error) {
	var steps [][]data.Pairing
	for to != from && len(steps) < len(d.Revisions()) {
		known, err := d.pairingsOf(to)
		if err != nil || len(known.list) == 0 {
			return nil, err
		}
		steps = append(steps, known.list)
		to = known.list[0].Earlier
	}
	slices.Reverse(steps)
	return steps, nil
}

// chain joins what belongs together over several steps: a provision that was
// split, and one of whose parts was then merged with another one, is one pair
// with all of them.
func chain(from, to *Text, steps [][]data.Pairing) []data.Pairing {
	type place struct {
		step int
		id   data.ID
	}
	up := map[place]place{}
	var root func(p place) place
	root = func(p place) place {
		if q, ok := up[p]; ok && q != p {
			up[p] = root(q)
			return up[p]
		}
		return p
	}
	doubtful := map[place]bool{}
	for n, list := range steps {
		for _, p := range list {
			var all []place
			for _, id := range p.Old {
				all = append(all, place{n, id})
			}
			for _, id := range p.New {
				all = append(all, place{n + 1, id})
			}
			first := root(all[0])
			for _, q := range all[1:] {
				if r := root(q); r != first {
					up[r] = first
					doubtful[first] = doubtful[first] || doubtful[r]
				}
			}
			doubtful[first] = doubtful[first] || p.Doubtful
		}
	}
	byRoot := map[place]*data.Pairing{}
	var out []*data.Pairing
	of := func(step int, id data.ID) *data.Pairing {
		r := root(place{step, id})
		if byRoot[r] == nil {
			byRoot[r] = &data.Pairing{Doubtful: doubtful[r]}
			out = append(out, byRoot[r])
		}
		return byRoot[r]
	}
	for _, p := range from.Provisions {
		x := of(0, p.ID)
		x.Old = append(x.Old, p.ID)
	}
	for _, p := range to.Provisions {
		x := of(len(steps), p.ID)
		x.New = append(x.New, p.ID)
	}
	list := make([]data.Pairing, len(out))
	for i, p := range out {
		list[i] = *p
	}
	return list
}
