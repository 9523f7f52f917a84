package desk

import (
	"context"

	"travaux/data"
	"travaux/data/change"
)

// SetStances takes one stance on several provisions, as one act; what else there
// is of a position stays.
func (d *Desk) SetStances(ctx context.Context, provisions []data.ID, s data.Stance) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	var writes []change.Write
	for _, id := range once(provisions) {
		p, err := d.Provision(id)
		if err != nil {
			return err
		}
		position := d.Position(p.ID)
		position.Provision, position.Stance = p.ID, s
		writes = append(writes, d.positionWrites(position)...)
	}
	if len(writes) == 0 {
		return nil
	}
	return d.acted(ctx, "act.bulk.stance", nil, writes)
}

// SubmitAll submits those of several provisions that have a position which is
// neither under way nor approved, as one act, and returns how many. CodeNoPosition
// if there is none.
func (d *Desk) SubmitAll(ctx context.Context, provisions []data.ID) (n int, err error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	var writes []change.Write
	for _, id := range once(provisions) {
		switch d.Approval(id).State {
		case data.ApprovalDraft, data.ApprovalReturned, data.ApprovalLapsed:
		default:
			continue
		}
		if d.Position(id).IsZero() {
			continue
		}
		_, decision, err := d.decision(id, data.ApprovalSubmitted, "")
		if err != nil {
			return 0, err
		}
		writes = append(writes, decision...)
		n++
	}
	if n == 0 {
		return 0, data.E(CodeNoPosition)
	}
	return n, d.acted(ctx, "act.bulk.submit", nil, writes)
}

// ResolveAll marks every open thread on several provisions as settled, as one act,
// and returns how many; none is no act.
func (d *Desk) ResolveAll(ctx context.Context, provisions []data.ID) (n int, err error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	var writes []change.Write
	for _, id := range once(provisions) {
		for _, thread := range d.Comments(id) {
			if !thread.Resolved {
				writes = append(writes, set(kindComment, root, thread.ID, fieldResolved, true))
				n++
			}
		}
	}
	if n == 0 {
		return 0, nil
	}
	return n, d.acted(ctx, "act.bulk.resolve", nil, writes)
}

// once is a list without what it already had.
func once(ids []data.ID) []data.ID {
	seen := map[data.ID]bool{}
	var out []data.ID
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
