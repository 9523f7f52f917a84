package desk

import (
	"context"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/change"
)

// AwaitingGroup says why a position awaits somebody.
type AwaitingGroup string

// Groups, in the order in which an inbox shows them.
const (
	AwaitingNew     AwaitingGroup = "new"     // never approved before
	AwaitingChanged AwaitingGroup = "changed" // changed since it was last approved
	AwaitingSame    AwaitingGroup = "same"    // the substance is that which was approved: only the number changed
	AwaitingLapsed  AwaitingGroup = "lapsed"  // approved, changed since, and nobody has submitted it anew
)

// AwaitingGroups holds all groups in their order.
var AwaitingGroups = []AwaitingGroup{AwaitingNew, AwaitingChanged, AwaitingSame, AwaitingLapsed}

// Awaiting is a position that awaits the member at the laptop, as it is to be
// seen before it is let pass.
type Awaiting struct {
	Provision data.ID
	Group     AwaitingGroup
	State     data.ApprovalState
	Step      data.ApprovalStep // that is awaited; of what lapsed, the first
	Now       data.Subject
	Digest    [32]byte     // of Now: what is let pass if this is
	Former    data.Subject // as it was last approved; meaningless in AwaitingNew
	FormerAt  time.Time    // when it was
	Why       []string     // catalogue ids "lapse.…": what changed since
	By        data.ID      // who submitted it; zero for what lapsed
	Since     time.Time
	Hindered  error // what keeps the member from letting it pass (four eyes, a conflict); nil if nothing does
}

// Inbox returns what awaits the member at the laptop: the positions at a step
// that the role may take, and, for who approves, approvals that have lapsed; in
// document order.
func (d *Desk) Inbox() []Awaiting {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	role := d.Me().Role
	d.mu.RLock()
	var found []int
	for i := range t.Provisions {
		p := &t.Provisions[i]
		if len(d.decisions.by[p.ID]) == 0 {
			continue
		}
		switch a := d.approval(p); {
		case a.Awaits != "" && role.May(a.Awaits.Right()), a.State == data.ApprovalLapsed && role.MayApprove():
			found = append(found, i)
		}
	}
	d.mu.RUnlock()
	var out []Awaiting
	for _, i := range found {
		out = append(out, d.awaiting(t.Provisions[i]))
	}
	return out
}

// awaiting tells of one position what is to be seen before it is let pass.
func (d *Desk) awaiting(p data.Provision) Awaiting {
	a := d.Approval(p.ID)
	d.mu.RLock()
	now := d.subject(p, d.position(p.ID))
	x := Awaiting{Provision: p.ID, State: a.State, Step: a.Awaits, Now: now, Digest: now.Digest(), Group: AwaitingNew}
	if a.State == data.ApprovalLapsed {
		x.Step = a.Procedure.Steps[0]
	} else if s, ok := a.Last(data.ApprovalSubmitted); ok {
		x.By, x.Since = s.By, s.Time
	}
	same := false
	if former := a.Approved; a.Awaits != data.StepCapital && !former.ID.IsZero() {
		l := d.lapse(&p)
		x.Former, x.FormerAt, x.Why = former.Subject, former.Time, l.Why
		x.Group, same = AwaitingChanged, len(l.Why) == 0 || l.OnlyNumber
	}
	d.mu.RUnlock()
	switch {
	case same:
		x.Group = AwaitingSame
		if x.State == data.ApprovalLapsed {
			x.Step = data.StepHead
		}
	case x.State == data.ApprovalLapsed:
		x.Group = AwaitingLapsed
	}
	x.Hindered = d.hinders(p, a, x.Step)
	return x
}

// Seen is a position as it was seen: what its approval would have been bound to.
type Seen struct {
	Provision data.ID
	Digest    [32]byte
}

// LetPass takes the awaited step of several positions in one act; one whose
// approval lapsed is taken further as Renew does. Each is a decision of its own.
// It happens whole or not at all.
//
// Codes: CodeChangedSince if one is not any more what was seen (another laptop's
// changes may have come between), and those of Approve.
func (d *Desk) LetPass(ctx context.Context, remark string, seen ...Seen) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	var writes []change.Write
	done := map[data.ID]bool{}
	for _, s := range seen {
		if done[s.Provision] {
			continue
		}
		done[s.Provision] = true
		more, err := d.passing(s, remark)
		if err != nil {
			return err
		}
		writes = append(writes, more...)
	}
	if len(writes) == 0 {
		return nil
	}
	return d.acted(ctx, "act.approve", nil, writes)
}

// passing are the decisions that let one position pass as it was seen.
func (d *Desk) passing(s Seen, remark string) ([]change.Write, error) {
	prov, err := d.Provision(s.Provision)
	if err != nil {
		return nil, err
	}
	now, err := d.Subject(prov.ID)
	if err != nil {
		return nil, err
	}
	if now.Digest() != s.Digest {
		return nil, data.E(CodeChangedSince)
	}
	a := d.Approval(prov.ID)
	switch {
	case a.State == data.ApprovalLapsed:
		if err := d.hinders(prov, a, d.awaiting(prov).Step); err != nil {
			return nil, err
		}
		return d.renewal(prov.ID, remark)
	case a.Awaits == "":
		return nil, data.E(CodeNotSubmitted)
	}
	if err := d.hinders(prov, a, a.Awaits); err != nil {
		return nil, err
	}
	_, writes, err := d.decision(prov.ID, a.Awaits.State(), remark)
	return writes, err
}

// AwaitsMe is how many positions await the member at the laptop.
func (d *Desk) AwaitsMe() int {
	return len(slices.DeleteFunc(d.Inbox(), func(a Awaiting) bool { return a.Hindered != nil }))
}
