package desk

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// kindPairing records are scoped by the later revision.
const kindPairing = "pairing"

// paired are the pairings of one revision.
type paired struct {
	list  []data.Pairing        // in the order in which they are read
	about map[data.ID][]data.ID // pairings by provision, those that were undone included
}

func pairingWrite(p data.Pairing) change.Write {
	if p.ID.IsZero() {
		p.ID = data.NewID()
	}
	return set(kindPairing, p.Revision, p.ID, fieldBody, p)
}

// pairingsOf reads the pairings of a revision, once.
func (d *Desk) pairingsOf(revision data.ID) (*paired, error) {
	d.mu.RLock()
	known, version := d.paired[revision], d.version
	d.mu.RUnlock()
	if known != nil {
		return known, nil
	}
	out := &paired{about: map[data.ID][]data.ID{}}
	err := d.store.Records(kindPairing, revision, func(rec change.Record) error {
		var p data.Pairing
		ok, err := field(rec, fieldBody, &p)
		if err != nil {
			return err
		}
		var about []data.ID
		if _, err := field(rec, fieldAbout, &about); err != nil {
			return err
		}
		if ok {
			p.ID = rec.Entity
			out.list = append(out.list, p)
			about = append(about, sides(p)...)
		}
		for _, id := range about {
			if !slices.Contains(out.about[id], rec.Entity) {
				out.about[id] = append(out.about[id], rec.Entity)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.version == version {
		d.paired[revision] = out
	}
	return out, nil
}

// sides are the provisions of both sides.
func sides(p data.Pairing) []data.ID { return slices.Concat(p.Old, p.New) }

// Pairings returns how the provisions of a revision continue those of the one
// that was before it when it was imported: those that a person should look at
// first, then in document order. The first revision has none.
func (d *Desk) Pairings(revision data.ID) []data.Pairing {
	known, err := d.pairingsOf(revision)
	if err != nil || len(known.list) == 0 {
		return nil
	}
	text, err := d.Text(revision)
	if err != nil {
		return nil
	}
	before, err := d.Text(known.list[0].Earlier)
	if err != nil {
		before = &Text{}
	}
	list := slices.Clone(known.list)
	rank := make(map[data.ID][2]int, len(list))
	gone := 0 // order of the last provision before it that goes on
	after := map[data.ID]int{}
	for _, p := range before.Provisions {
		if i, ok := text.byID[p.ID]; ok {
			gone = i
		}
		after[p.ID] = gone
	}
	for i := range list {
		p := &list[i]
		p.Old, p.New = slices.Clone(p.Old), slices.Clone(p.New)
		switch {
		case len(p.New) > 0:
			rank[p.ID] = [2]int{text.byID[p.New[0]], -1}
		case len(p.Old) > 0:
			rank[p.ID] = [2]int{after[p.Old[0]], before.byID[p.Old[0]]}
		}
	}
	slices.SortFunc(list, func(a, b data.Pairing) int {
		if a.Doubtful != b.Doubtful {
			if a.Doubtful {
				return -1
			}
			return 1
		}
		x, y := rank[a.ID], rank[b.ID]
		return slices.Compare(x[:], y[:])
	})
	return list
}

// ConfirmPairing says that a pair is as it should be. What waited only because
// it was doubtful is carried over anew.
func (d *Desk) ConfirmPairing(ctx context.Context, id data.ID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	p, err := d.pairing(id)
	if err != nil || p.Confirmed {
		return err
	}
	p.Doubtful, p.Confirmed, p.By = false, true, d.Me().ID
	writes := []change.Write{pairingWrite(p)}
	if p.Revision == d.currentRevision() {
		pairs := d.Pairings(p.Revision)
		for i := range pairs {
			if pairs[i].ID == p.ID {
				pairs[i] = p
			}
		}
		again, err := d.carryAgain(p.Revision, pairs, []data.Pairing{p}, nil)
		if err != nil {
			return err
		}
		writes = append(writes, again...)
	}
	return d.acted(ctx, "act.pairing.confirm", nil, writes)
}

// pairing finds a pairing of any revision.
func (d *Desk) pairing(id data.ID) (data.Pairing, error) {
	for _, r := range slices.Backward(d.Revisions()) {
		known, err := d.pairingsOf(r.ID)
		if err != nil {
			return data.Pairing{}, err
		}
		for _, p := range known.list {
			if p.ID == id {
				return p, nil
			}
		}
	}
	return data.Pairing{}, data.E(data.CodeNotFound, "what", "pairing")
}
