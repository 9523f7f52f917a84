package desk

import (
	"context"
	"maps"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Lapse is an approval that does not hold any more, because something it is bound
// to changed since it was last approved.
type Lapse struct {
	Provision  data.ID
	Was, Now   data.Subject
	Why        []string // catalogue ids "lapse.…": what changed
	OnlyNumber bool     // nothing but the printed number of the provision
}

// Lapsed returns all approvals in the current revision that have lapsed, in
// document order, each with what changed since.
func (d *Desk) Lapsed() []Lapse {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	var out []Lapse
	for i := range t.Provisions {
		if p := &t.Provisions[i]; len(d.decisions.by[p.ID]) > 0 && d.state(p) == data.ApprovalLapsed {
			out = append(out, d.lapse(p))
		}
	}
	return out
}

func (d *Desk) lapse(p *data.Provision) Lapse {
	last := d.approval(p).Approved
	now := d.subject(*p, d.position(p.ID))
	x := Lapse{Provision: p.ID, Was: last.Subject, Now: now}
	if base := now.InLanguagesOf(last.Subject).Base; !maps.Equal(base, last.Subject.InLanguagesOf(now).Base) {
		var number, heading, text bool
		for lang := range base {
			was := last.Subject.Base[lang]
			a, b := parts(was), parts(base[lang])
			number, heading, text = number || a[0] != b[0], heading || a[1] != b[1], text || a[2] != b[2]
		}
		for id, changed := range map[string]bool{"lapse.number": number, "lapse.heading": heading, "lapse.text": text} {
			if changed {
				x.Why = append(x.Why, id)
			}
		}
		slices.SortFunc(x.Why, func(a, b string) int { return slices.Index(lapseOrder, a) - slices.Index(lapseOrder, b) })
	}
	if now.Stance != last.Subject.Stance {
		x.Why = append(x.Why, "lapse.stance")
	}
	if !sameWords(now.Wording, last.Subject.Wording) {
		x.Why = append(x.Why, "lapse.wording")
	}
	if !sameWords(now.PublicReasons, last.Subject.PublicReasons) {
		x.Why = append(x.Why, "lapse.reasons")
	}
	if d.contested(p.ID) {
		x.Why = append(x.Why, "lapse.contested")
	}
	x.OnlyNumber = len(x.Why) == 1 && x.Why[0] == "lapse.number"
	return x
}

var lapseOrder = []string{"lapse.number", "lapse.heading", "lapse.text"}

// parts are label, heading and text of what baseText wrote.
func parts(base string) [3]string {
	label, rest, _ := strings.Cut(base, "\t")
	heading, text, _ := strings.Cut(rest, "\n")
	return [3]string{label, heading, text}
}

// sameWords makes no difference between a language without words and none.
func sameWords(a, b data.Words) bool {
	for _, lang := range data.Langs {
		if a[lang] != b[lang] {
			return false
		}
	}
	return true
}

// Reapprove approves again, in one act, positions of which only the number of
// the provision changed since they were approved. Each is a decision of its own,
// bound to the text as it stands; steps before the head's are not needed anew.
//
// Codes: CodeNotHead; CodeMoreThanNumber if one of them did not lapse or more
// than the number changed; CodeFourEyes; then none is approved.
func (d *Desk) Reapprove(ctx context.Context, provisions ...data.ID) error {
	if !d.Me().Role.MayApprove() {
		return data.E(CodeNotHead)
	}
	d.acts.Lock()
	defer d.acts.Unlock()
	lapsed := map[data.ID]bool{}
	for _, x := range d.Lapsed() {
		lapsed[x.Provision] = x.OnlyNumber
	}
	var writes []change.Write
	done := map[data.ID]bool{}
	for _, id := range provisions {
		if !lapsed[id] {
			return data.E(CodeMoreThanNumber)
		}
		if done[id] {
			continue
		}
		done[id] = true
		again, err := d.renewal(id, "")
		if err != nil {
			return err
		}
		writes = append(writes, again...)
	}
	if len(writes) == 0 {
		return nil
	}
	return d.acted(ctx, "act.reapprove", nil, writes)
}

// Renew takes a position further whose approval has lapsed, as far as the member
// at the laptop can in one act: the head approves it anew where only the number
// changed; else it is submitted, and lets it pass at once if the first step is
// the member's own. CodeNotLapsed for any other position.
func (d *Desk) Renew(ctx context.Context, provision data.ID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	writes, err := d.renewal(provision, "")
	if err == nil && len(writes) == 0 {
		err = data.E(CodeNotLapsed)
	}
	if err != nil {
		return err
	}
	return d.acted(ctx, "act.reapprove", nil, writes)
}

// CodeNotLapsed is for a position whose approval has not lapsed.
const CodeNotLapsed data.Code = "desk.not-lapsed"

// renewal are the decisions that take a position further whose approval has
// lapsed; none if it has not.
func (d *Desk) renewal(provision data.ID, remark string) ([]change.Write, error) {
	prov, err := d.Provision(provision)
	if err != nil {
		return nil, err
	}
	a := d.Approval(prov.ID)
	now, err := d.Subject(prov.ID)
	if err != nil || a.State != data.ApprovalLapsed {
		return nil, err
	}
	if d.Me().Role.MayApprove() && data.SameButNumber(a.Approved.Subject, now) {
		if err := d.hinders(prov, a, data.StepHead); err != nil {
			return nil, err
		}
		_, writes, err := d.decision(prov.ID, data.ApprovalApproved, remark)
		return writes, err
	}
	id, writes, err := d.decision(prov.ID, data.ApprovalSubmitted, "")
	first := a.Procedure.Steps[0]
	if err != nil || d.hinders(prov, a, first) != nil {
		return writes, err
	}
	_, step, err := d.decision(prov.ID, first.State(), remark, id)
	return append(writes, step...), err
}
