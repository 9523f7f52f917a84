package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Codes of charges that cannot be given.
const (
	CodeHandOverNote data.Code = "desk.hand-over-note" // handing over needs a note
	CodeNotInCharge  data.Code = "desk.not-in-charge"  // the member has nothing to hand over
)

// InCharge returns the member who is in charge of a provision: by a charge of its
// own, or of the innermost container that has one. ok is false where nobody is.
func (d *Desk) InCharge(provision data.ID) (m data.Member, ok bool) {
	line := d.ancestry(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.members[d.me].Role.May(data.RightReadPositions) {
		return m, false
	}
	for _, id := range line {
		if c, known := d.charges.last(id); known {
			m, ok = d.members[c.Member]
			return m, ok
		}
	}
	return m, false
}

// Charges returns who is in charge of what, by provision: only what was said of the
// provision itself.
func (d *Desk) Charges() map[data.ID]data.ID {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := map[data.ID]data.ID{}
	if !d.members[d.me].Role.May(data.RightReadPositions) {
		return out
	}
	for id := range d.charges.by {
		if c, ok := d.charges.last(id); ok && !c.Member.IsZero() {
			out[id] = c.Member
		}
	}
	return out
}

// PutInCharge puts a member in charge of provisions that nobody has charge of, or
// that the member at the laptop has; the zero ID is nobody. Provisions of somebody
// else are taken over with a note only: CodeHandOverNote.
func (d *Desk) PutInCharge(ctx context.Context, provisions []data.ID, member data.ID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	me := d.Me().ID
	for _, id := range provisions {
		if m, ok := d.InCharge(id); ok && m.ID != me && m.ID != member {
			return data.E(CodeHandOverNote)
		}
	}
	writes, err := d.chargeWrites(provisions, member)
	if err != nil || len(writes) == 0 {
		return err
	}
	return d.acted(ctx, "act.charge", nil, writes)
}

// chargeWrites put a member in charge of what is not in its charge yet.
func (d *Desk) chargeWrites(provisions []data.ID, member data.ID) ([]change.Write, error) {
	d.mu.RLock()
	_, known := d.members[member]
	d.mu.RUnlock()
	if !known && !member.IsZero() {
		return nil, data.E(data.CodeNotFound, "what", "member")
	}
	var writes []change.Write
	done := map[data.ID]bool{}
	for _, id := range provisions {
		p, err := d.Provision(id)
		if err != nil {
			return nil, err
		}
		m, ok := d.InCharge(p.ID)
		if done[p.ID] || ok && m.ID == member || !ok && member.IsZero() {
			continue
		}
		done[p.ID] = true
		c := data.Charge{Provision: p.ID, Member: member, By: d.Me().ID, Time: now()}
		writes = append(writes, about(kindCharge, p.ID, p.ID), set(kindCharge, root, p.ID, fieldBody, c))
	}
	return writes, nil
}

// HandOver hands provisions over from one member to another with a note, in one
// act; without provisions, all that the first has charge of.
//
// Codes: CodeHandOverNote without a note, CodeNotInCharge if the first has charge of
// none of them.
func (d *Desk) HandOver(ctx context.Context, from, to data.ID, provisions []data.ID, note string) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	if note = strings.TrimSpace(note); note == "" {
		return data.E(CodeHandOverNote)
	}
	var handed []data.ID
	if len(provisions) == 0 {
		for id, member := range d.Charges() {
			if _, err := d.Provision(id); member == from && err == nil {
				handed = append(handed, id)
			}
		}
		slices.SortFunc(handed, func(a, b data.ID) int { return slices.Compare(a[:], b[:]) })
	}
	for _, id := range provisions {
		if m, ok := d.InCharge(id); ok && m.ID == from {
			handed = append(handed, d.permanent(id))
		}
	}
	if len(handed) == 0 || from == to {
		return data.E(CodeNotInCharge)
	}
	writes, err := d.chargeWrites(handed, to)
	if err != nil {
		return err
	}
	h := data.HandOver{ID: data.NewID(), Provisions: handed, From: from, To: to, Note: note, By: d.Me().ID, Time: now()}
	writes = append(writes, about(kindHandOver, h.ID, handed...), set(kindHandOver, root, h.ID, fieldBody, h))
	return d.acted(ctx, "act.hand-over", nil, writes)
}

// HandOvers returns the notes with which a provision, or a container of it, was
// handed over, newest first; none for a role that cannot read them.
func (d *Desk) HandOvers(provision data.ID) []data.HandOver {
	line := d.ancestry(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.members[d.me].Role.May(data.RightReadInstructions) {
		return nil
	}
	var list []*kept[data.HandOver]
	for _, id := range line {
		for _, k := range d.handOvers.by[id] {
			if !slices.Contains(list, k) {
				list = append(list, k)
			}
		}
	}
	slices.SortFunc(list, func(a, b *kept[data.HandOver]) int { return cmp.Compare(b.at, a.at) })
	out := values(list)
	for i := range out {
		out[i].Provisions = slices.Clone(out[i].Provisions)
	}
	return out
}

func placeCharge(_ data.ID, c *data.Charge) (on []data.ID, beside bool) {
	return []data.ID{c.Provision}, false
}

func placeHandOver(_ data.ID, h *data.HandOver) (on []data.ID, beside bool) {
	return h.Provisions, false
}
