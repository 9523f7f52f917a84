package desk

import (
	"context"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Position returns our position on a provision; the zero Position (with its
// Provision set) where there is none.
func (d *Desk) Position(provision data.ID) data.Position {
	provision = d.permanent(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.position(provision)
}

func (d *Desk) position(provision data.ID) data.Position {
	p, ok := d.onlyPosition(provision)
	if !ok {
		return data.Position{Provision: provision, Wording: data.Words{}, PublicReasons: data.Words{}, Citations: data.Words{}, TalkingPoints: data.Words{}}
	}
	p.Wording, p.PublicReasons, p.Citations, p.TalkingPoints = copied(p.Wording), copied(p.PublicReasons), copied(p.Citations), copied(p.TalkingPoints)
	return p
}

// onlyPosition is the position in force on a provision; it is shared.
func (d *Desk) onlyPosition(provision data.ID) (data.Position, bool) {
	x, ok := d.positions.last(provision)
	return x.Position, ok
}

// holds reports whether we have a position on a provision.
func (d *Desk) holds(provision data.ID) bool { return len(d.positions.by[provision]) > 0 }

// positionRecord is the record in which the position on a provision is kept. It
// has the provision's own identity, unless that record has moved to another
// provision, or the one that is here came from another.
func (d *Desk) positionRecord(provision data.ID) (record data.ID, placed []change.Write) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if list := d.positions.by[provision]; len(list) > 0 {
		return list[len(list)-1].id, nil
	}
	home := d.current()
	if at, beside, _ := d.carriage.follow(provision, data.ID{}, provision); at == provision && !beside {
		return provision, []change.Write{set(kindPosition, root, provision, fieldHome, home)}
	}
	record = data.NewID()
	here := put{Kind: data.AnnotationPosition, To: provision, Time: now()}
	return record, []change.Write{
		set(kindPosition, root, record, fieldHome, home),
		set(kindCarried, home, record, fieldPut+"/"+record.String(), here),
	}
}

func copied(w data.Words) data.Words {
	out := make(data.Words, len(w))
	for l, s := range w {
		out[l] = s
	}
	return out
}

// SetPosition writes what differs from the position as it is. Writing nothing
// new is no act. Who changes only part of a position uses ChangePosition: what
// others write meanwhile would be taken back.
func (d *Desk) SetPosition(ctx context.Context, p data.Position) error {
	return d.ChangePosition(ctx, p.Provision, func(now *data.Position) { *now = p })
}

// ChangePosition lets alter change the position as it is at that moment, and
// writes what differs. Nothing else is written in between; alter must not use
// the desk.
func (d *Desk) ChangePosition(ctx context.Context, provision data.ID, alter func(p *data.Position)) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	prov, err := d.Provision(provision)
	if err != nil {
		return err
	}
	p := d.Position(prov.ID)
	alter(&p)
	p.Provision = prov.ID
	writes := d.positionWrites(p)
	if len(writes) == 0 {
		return nil
	}
	return d.acted(ctx, "act.position", nil, writes)
}

// positionWrites are the writes that make the position what it is to be.
func (d *Desk) positionWrites(p data.Position) []change.Write {
	old := d.Position(p.Provision)
	record, placed := d.positionRecord(p.Provision)
	var writes []change.Write
	put := func(name string, before, after string) {
		if after = strings.TrimRight(after, " \t\r\n"); after != before {
			writes = append(writes, set(kindPosition, root, record, name, after))
		}
	}
	put(fieldStance, string(old.Stance), string(p.Stance))
	put(fieldInternal, old.InternalReasons, p.InternalReasons)
	for _, lang := range data.Langs {
		put(fieldWording+"/"+string(lang), old.Wording[lang], p.Wording[lang])
		put(fieldReasons+"/"+string(lang), old.PublicReasons[lang], p.PublicReasons[lang])
		put(fieldCitations+"/"+string(lang), old.Citations[lang], p.Citations[lang])
		put(fieldTalking+"/"+string(lang), old.TalkingPoints[lang], p.TalkingPoints[lang])
	}
	if len(writes) == 0 {
		return nil
	}
	return append(placed, writes...)
}

// Subject returns what an approval of the position would be bound to now.
func (d *Desk) Subject(provision data.ID) (data.Subject, error) {
	prov, err := d.Provision(provision)
	if err != nil {
		return data.Subject{}, err
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.subject(prov, d.position(prov.ID)), nil
}

// subject is what an approval is bound to. A language of the revision that the
// provision lacks counts as empty text. The caller holds mu.
func (d *Desk) subject(prov data.Provision, p data.Position) data.Subject {
	base := data.Words{}
	for _, r := range d.revisions {
		if r.ID == prov.Revision {
			for _, s := range r.Sources {
				base[s.Lang] = baseText(data.Rendering{})
			}
		}
	}
	for lang, r := range prov.Text {
		base[lang] = baseText(r)
	}
	return data.Subject{
		Provision: prov.ID, Base: base, Stance: p.Stance,
		Wording: p.Wording, PublicReasons: p.PublicReasons,
	}
}

// baseText is a rendering as an approval is bound to it.
func baseText(r data.Rendering) string {
	return data.BaseText(r)
}

// Approval returns how far the approval of the position on a provision is.
func (d *Desk) Approval(provision data.ID) data.Approval {
	prov, err := d.Provision(provision)
	if err != nil {
		return data.Approval{State: data.ApprovalNone}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.approval(prov)
}

func (d *Desk) approval(prov data.Provision) data.Approval {
	return data.Approval{State: d.state(&prov), Decisions: d.decisions.on(prov.ID)}
}

// state is how far the approval of a position has come. Only the latest decision
// counts, and only an approval depends on what it is bound to now.
func (d *Desk) state(prov *data.Provision) data.ApprovalState {
	p, _ := d.onlyPosition(prov.ID)
	last, decided := d.decisions.last(prov.ID)
	if !decided {
		return data.StateOf(p, data.Subject{}, nil)
	}
	var now data.Subject
	if last.Act == data.ApprovalApproved {
		if d.contested(prov.ID) {
			return data.ApprovalLapsed // nobody can say which of the versions was approved
		}
		now = d.subject(*prov, p)
		now.Provision = last.Subject.Provision // it may have come from another one
	}
	return data.StateOf(p, now, []data.Decision{last})
}

// Submit hands the position on a provision to the head of delegation.
func (d *Desk) Submit(ctx context.Context, provision data.ID) error {
	if d.Position(provision).IsZero() {
		return data.E(CodeNoPosition)
	}
	return d.decide(ctx, "act.submit", provision, data.ApprovalSubmitted, "")
}

// TakeBack makes a submitted position a draft again.
func (d *Desk) TakeBack(ctx context.Context, provision data.ID) error {
	if d.Approval(provision).State != data.ApprovalSubmitted {
		return data.E(CodeNotSubmitted)
	}
	return d.decide(ctx, "act.takeback", provision, data.ApprovalDraft, "")
}

// Approve approves a submitted position as it stands. Only a member whose role
// MayApprove can: CodeNotHead else. CodeContested if the position has a field in
// conflict.
func (d *Desk) Approve(ctx context.Context, provision data.ID, remark string) error {
	if err := d.mayDecide(provision); err != nil {
		return err
	}
	return d.decide(ctx, "act.approve", provision, data.ApprovalApproved, remark)
}

// Return sends a submitted position back; the remark says why and is required.
func (d *Desk) Return(ctx context.Context, provision data.ID, remark string) error {
	if err := d.mayDecide(provision); err != nil {
		return err
	}
	if strings.TrimSpace(remark) == "" {
		return data.E(CodeRemark)
	}
	return d.decide(ctx, "act.return", provision, data.ApprovalReturned, remark)
}

func (d *Desk) mayDecide(provision data.ID) error {
	if !d.Me().Role.MayApprove() {
		return data.E(CodeNotHead)
	}
	if d.Approval(provision).State != data.ApprovalSubmitted {
		return data.E(CodeNotSubmitted)
	}
	return nil
}

func (d *Desk) decide(ctx context.Context, title string, provision data.ID, act data.ApprovalState, remark string) error {
	writes, err := d.decision(provision, act, remark)
	if err != nil {
		return err
	}
	return d.act(ctx, title, writes...)
}

// decision is a step of an approval, bound to what it is about now.
func (d *Desk) decision(provision data.ID, act data.ApprovalState, remark string) ([]change.Write, error) {
	s, err := d.Subject(provision)
	if err != nil {
		return nil, err
	}
	if act == data.ApprovalApproved && d.Contested(s.Provision) {
		return nil, data.E(CodeContested)
	}
	x := data.Decision{
		ID: data.NewID(), Act: act, By: d.Me().ID, Time: now(),
		Remark: strings.TrimSpace(remark), Subject: s, Digest: s.Digest(),
	}
	return []change.Write{
		about(kindDecision, x.ID, s.Provision),
		set(kindDecision, root, x.ID, fieldBody, x),
	}, nil
}
