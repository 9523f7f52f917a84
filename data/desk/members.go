package desk

import (
	"context"
	"sort"

	"travaux/data"
)

// Members returns the delegation, head first, then by name.
func (d *Desk) Members() []data.Member {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := make([]data.Member, 0, len(d.members))
	for _, m := range d.members {
		out = append(out, m)
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.Role.MayApprove() != b.Role.MayApprove() {
			return a.Role.MayApprove()
		}
		if a.Name != b.Name {
			return a.Name < b.Name
		}
		return a.ID.String() < b.ID.String()
	})
	return out
}

// Member returns the member of that identity; a former member keeps its name
// on what it wrote, so an unknown identity gives a Member without a name.
func (d *Desk) Member(id data.ID) data.Member {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.members[id]
}

// Me returns the member who works at this laptop now.
func (d *Desk) Me() data.Member {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.members[d.me]
}

// WorkAs makes another member the one who works at this laptop. It is a
// setting of the laptop, not an act of the negotiation.
func (d *Desk) WorkAs(id data.ID) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.members[id]; !ok {
		return data.E(data.CodeNotFound, "what", "member")
	}
	if err := d.store.SetScratch(scratchMe, id.String()); err != nil {
		return err
	}
	d.me = id
	return nil
}

// SetMember adds a member (zero ID) or changes its name or role.
func (d *Desk) SetMember(ctx context.Context, m data.Member) (data.Member, error) {
	if m.Name == "" {
		return m, data.E(CodeEmpty)
	}
	if m.ID.IsZero() {
		m.ID = data.NewID()
	}
	return m, d.act(ctx, "act.member", set(kindMember, root, m.ID, fieldBody, m))
}
