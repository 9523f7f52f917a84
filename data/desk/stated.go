package desk

import (
	"slices"

	"travaux/data"
)

// ApprovalStated returns what has become of an approval that a paper carries a
// statement of: ApprovalApproved while it is in force, ApprovalLapsed once what it
// is bound to has changed, another decision was taken, or there is no position any
// more. CodeNotFound where the desk knows no such decision.
func (d *Desk) ApprovalStated(s data.Stated) (data.ApprovalState, error) {
	decision, provision, ok := d.decisionStated(s)
	if !ok {
		return data.ApprovalNone, data.E(data.CodeNotFound, "what", "decision")
	}
	prov, err := d.Provision(provision)
	if err != nil {
		return data.ApprovalLapsed, nil // its provision is gone
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	a := d.approval(&prov)
	if !a.State.InForce() || !slices.ContainsFunc(a.Taken, func(t data.Decision) bool { return t.ID == decision.ID }) {
		return data.ApprovalLapsed, nil
	}
	return data.ApprovalApproved, nil
}

// decisionStated is the decision that a statement is about, and the provision on
// which it is now.
func (d *Desk) decisionStated(s data.Stated) (x data.Decision, on data.ID, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, k := range d.decisions.all {
		x := k.recorded()
		if x.Digest == s.Subject && x.Act == s.Step && x.By == s.By && x.Time.Equal(s.Time) && s.Of(d.negotiation.ID, x.Subject.Provision) {
			if len(k.on) > 0 && !k.beside {
				on = k.on[0]
			}
			return x, on, true
		}
	}
	return data.Decision{}, data.ID{}, false
}
