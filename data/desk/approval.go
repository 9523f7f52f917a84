package desk

import (
	"context"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Submit hands the position on a provision in, for the first step of its approval.
func (d *Desk) Submit(ctx context.Context, provision data.ID) error {
	if d.Position(provision).IsZero() {
		return data.E(CodeNoPosition)
	}
	return d.decide(ctx, "act.submit", provision, func(data.Provision, data.Approval) (data.ApprovalState, error) {
		return data.ApprovalSubmitted, nil
	}, "")
}

// TakeBack makes a submitted position a draft again, whatever steps were taken.
// CodeNotSubmitted once it is approved.
func (d *Desk) TakeBack(ctx context.Context, provision data.ID) error {
	return d.decide(ctx, "act.takeback", provision, func(_ data.Provision, a data.Approval) (data.ApprovalState, error) {
		if !a.State.Pending() {
			return "", data.E(CodeNotSubmitted)
		}
		return data.ApprovalDraft, nil
	}, "")
}

// Approve takes the step at which a position is: it clears, approves or confirms
// it as it stands. Codes: CodeNotSubmitted where no step is awaited; CodeNotHead
// or CodeNotYourStep where the role is not that of the step; CodeFourEyes;
// CodeContested where a field of the position is in conflict.
func (d *Desk) Approve(ctx context.Context, provision data.ID, remark string) error {
	return d.decide(ctx, "act.approve", provision, func(prov data.Provision, a data.Approval) (data.ApprovalState, error) {
		if a.Awaits == "" {
			return "", data.E(CodeNotSubmitted)
		}
		return a.Awaits.State(), d.hinders(prov, a, a.Awaits)
	}, remark)
}

// Return sends a position back that awaits a step; the remark says why and is
// required. Whoever could take the step may, and the head before every step.
func (d *Desk) Return(ctx context.Context, provision data.ID, remark string) error {
	return d.decide(ctx, "act.return", provision, func(_ data.Provision, a data.Approval) (data.ApprovalState, error) {
		switch role := d.Me().Role; {
		case a.Awaits == "" && !role.MayApprove():
			return "", data.E(CodeNotHead)
		case a.Awaits == "":
			return "", data.E(CodeNotSubmitted)
		case !role.May(a.Awaits.Right()) && !role.MayApprove():
			return "", notFor(a.Awaits)
		case strings.TrimSpace(remark) == "":
			return "", data.E(CodeRemark)
		}
		return data.ApprovalReturned, nil
	}, remark)
}

// Codes of steps that cannot be taken.
const (
	CodeNotYourStep  data.Code = "desk.not-your-step" // the step is for another role
	CodeFourEyes     data.Code = "desk.four-eyes"     // who wrote the words, or took an earlier step, cannot take this one
	CodeChangedSince data.Code = "desk.changed-since" // the position is not what was seen when it was let pass
)

// notFor says that a step is for another role.
func notFor(step data.ApprovalStep) error {
	if step == data.StepHead {
		return data.E(CodeNotHead)
	}
	return data.E(CodeNotYourStep)
}

// hinders says what keeps the member at the laptop from taking a step now.
func (d *Desk) hinders(prov data.Provision, a data.Approval, step data.ApprovalStep) error {
	d.mu.RLock()
	defer d.mu.RUnlock()
	me := d.members[d.me]
	if !me.Role.May(step.Right()) {
		return notFor(step)
	}
	if d.contested(prov.ID) {
		return data.E(CodeContested)
	}
	if a.Procedure.FourEyes {
		if d.wroteNow(prov.ID, me.ID) {
			return data.E(CodeFourEyes)
		}
		for _, t := range a.Taken {
			if t.By == me.ID {
				return data.E(CodeFourEyes)
			}
		}
	}
	return nil
}

// Step is the step that a position awaits, and what keeps the member at the
// laptop from taking it: nil if nothing does. The step is "" where none is awaited.
func (d *Desk) Step(provision data.ID) (data.ApprovalStep, error) {
	prov, err := d.Provision(provision)
	if err != nil {
		return "", err
	}
	a := d.Approval(prov.ID)
	if a.Awaits == "" {
		return "", data.E(CodeNotSubmitted)
	}
	return a.Awaits, d.hinders(prov, a, a.Awaits)
}

// decide takes one act of an approval: which one follows from how far it is, in
// which nothing changes meanwhile.
func (d *Desk) decide(ctx context.Context, title string, provision data.ID, act func(data.Provision, data.Approval) (data.ApprovalState, error), remark string) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	prov, err := d.Provision(provision)
	if err != nil {
		return err
	}
	what, err := act(prov, d.Approval(prov.ID))
	if err != nil {
		return err
	}
	_, writes, err := d.decision(prov.ID, what, remark)
	if err != nil {
		return err
	}
	return d.acted(ctx, title, nil, writes)
}

// decision is an act of an approval, bound to what it is about now and signed by
// the laptop; saw are decisions of the same act that go before it.
func (d *Desk) decision(provision data.ID, act data.ApprovalState, remark string, saw ...data.ID) (data.ID, []change.Write, error) {
	prov, err := d.Provision(provision)
	if err != nil {
		return data.ID{}, nil, err
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	s := d.subject(prov, d.position(prov.ID))
	x := data.Decision{
		ID: data.NewID(), Act: act, By: d.me, Time: now(),
		Remark: strings.TrimSpace(remark), Subject: s, Digest: s.Digest(),
		Format: data.DecisionFormat, Saw: saw,
	}
	for _, k := range d.decisions.by[prov.ID] {
		x.Saw = append(x.Saw, k.id)
	}
	x = d.signed(prov, x)
	return x.ID, []change.Write{
		about(kindDecision, x.ID, s.Provision),
		set(kindDecision, root, x.ID, fieldBody, x),
	}, nil
}
