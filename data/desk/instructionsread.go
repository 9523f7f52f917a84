package desk

import (
	"context"
	"slices"

	"travaux/data"
)

// Acknowledge says that the member at the laptop has read an instruction as it
// stands. Saying it again changes nothing.
//
// Codes: CodeForbidden, data.CodeNotFound.
func (d *Desk) Acknowledge(ctx context.Context, instruction data.ID) error {
	me := d.Me()
	if !me.Role.May(data.RightAcknowledge) {
		return data.E(data.CodeForbidden)
	}
	i, err := d.Instruction(instruction)
	if err != nil {
		return err
	}
	d.mu.RLock()
	read := slices.ContainsFunc(d.acknowledgements.on(i.ID), func(a data.Acknowledgement) bool { return a.By == me.ID && a.Of(i) })
	d.mu.RUnlock()
	if read {
		return nil
	}
	a := data.Acknowledgement{ID: data.NewID(), Instruction: i.ID, By: me.ID, Time: now(), Digest: i.Digest()}
	return d.act(ctx, "act.acknowledge",
		forAudience(i.ReadBy(), about(kindAcknowledgement, a.ID, i.Provisions...)),
		forAudience(i.ReadBy(), set(kindAcknowledgement, root, a.ID, fieldBody, a)))
}

// readers adds to an instruction who has read it and who is still to. The caller
// holds mu.
func (d *Desk) readers(out *Instructed) {
	latest := map[data.ID]data.Acknowledgement{}
	for _, a := range d.acknowledgements.on(out.ID) { // oldest first
		if _, known := d.members[a.By]; known {
			latest[a.By] = a
		}
	}
	for _, a := range latest {
		out.Read = append(out.Read, a)
	}
	slices.SortFunc(out.Read, func(a, b data.Acknowledgement) int { return a.Time.Compare(b.Time) })
	if !out.Standing() {
		return // nobody is asked to read what does not hold
	}
	for id, m := range d.members {
		if a, ok := latest[id]; out.MustAcknowledge(m) && (!ok || !a.Of(out.Instruction)) {
			out.Unread = append(out.Unread, id)
		}
	}
	slices.SortFunc(out.Unread, func(a, b data.ID) int {
		x, y := d.members[a].Name, d.members[b].Name
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	out.Await = slices.Contains(out.Unread, d.me)
}
