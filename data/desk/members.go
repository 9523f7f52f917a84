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
	return d.sortedMembers()
}

// sortedMembers is Members for a caller that holds mu.
func (d *Desk) sortedMembers() []data.Member {
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
// setting of the laptop, not an act of the negotiation. Once there is a roster a
// laptop belongs to one member: CodeLaptop.
func (d *Desk) WorkAs(id data.ID) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.members[id]; !ok {
		return data.E(data.CodeNotFound, "what", "member")
	}
	if d.roster.Started() && id != d.me {
		return data.E(CodeLaptop)
	}
	if err := d.store.SetScratch(scratchMe, id.String()); err != nil {
		return err
	}
	d.me = id
	return d.look()
}

// SetMember adds a member (zero ID) or changes its name or role. Once there is a
// roster that is for its root laptops, and a change of role cannot be undone: the
// member's laptops get or lose keys with it.
func (d *Desk) SetMember(ctx context.Context, m data.Member) (data.Member, error) {
	if m.Name == "" {
		return m, data.E(CodeEmpty)
	}
	if m.ID.IsZero() {
		m.ID = data.NewID()
	}
	d.acts.Lock()
	defer d.acts.Unlock()
	old, solo := d.Member(m.ID), d.IsSolo()
	if !solo && !d.MayRoster() {
		return m, data.E(CodeNotRoot)
	}
	writes, err := d.memberWrites(old, m)
	if err != nil {
		return m, err
	}
	if solo || old.Role == m.Role {
		return m, d.acted(ctx, "act.member", nil, writes)
	}
	return m, d.enrol(ctx, writes)
}
