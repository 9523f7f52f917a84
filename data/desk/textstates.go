package desk

import (
	"context"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// TextSteps returns what was announced of a provision's text, oldest first. A
// step is never altered: what was agreed and reopened stays.
func (d *Desk) TextSteps(provision data.ID) []data.TextStep {
	provision = d.permanent(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.steps.on(provision)
}

// SetTextState enters how far the text of a provision has come, dated with the
// meeting the member sits in. The remark is confidential.
func (d *Desk) SetTextState(ctx context.Context, provision data.ID, s data.TextState, remark string) error {
	return d.SetTextStates(ctx, []data.ID{provision}, s, remark)
}

// SetTextStates is SetTextState for several provisions, as one act. Entering
// again what was entered for a provision on the same day at the same meeting,
// without a remark, is no act.
func (d *Desk) SetTextStates(ctx context.Context, provisions []data.ID, s data.TextState, remark string) error {
	if !slices.Contains(data.TextStates, s) {
		return data.E(data.CodeInput, "what", "text-state")
	}
	meeting, _ := d.CurrentMeeting()
	x := data.TextStep{State: s, Meeting: meeting.ID, By: d.Me().ID, Time: now(), Remark: strings.TrimSpace(remark), Revision: d.currentRevision()}
	var writes []change.Write
	done := map[data.ID]bool{}
	for _, id := range provisions {
		p, err := d.Provision(id)
		if err != nil {
			return err
		}
		id = p.ID
		if done[id] || d.entered(id, x) {
			continue
		}
		done[id] = true
		x.ID, x.Provision = data.NewID(), id
		writes = append(writes, about(kindStep, x.ID, id), set(kindStep, root, x.ID, fieldBody, x))
	}
	if len(writes) == 0 {
		return nil
	}
	return d.act(ctx, "act.text-state", writes...)
}

// entered reports whether a step says nothing that the latest did not say.
func (d *Desk) entered(provision data.ID, x data.TextStep) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	last, ok := d.steps.last(provision)
	return ok && x.Remark == "" && last.State == x.State && last.Meeting == x.Meeting && data.DateOf(last.Time.Local()) == data.DateOf(x.Time.Local())
}

// Standing returns how far the text of a provision of the current revision has
// come with all that it contains; the zero Standing if it is not in it.
func (d *Desk) Standing(provision data.ID) data.Standing {
	t, err := d.Current()
	if err != nil {
		return data.Standing{}
	}
	at, ok := t.byID[provision]
	if !ok {
		return data.Standing{}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.standing(t, at, func(data.ID, data.Standing) {})
}

// Standings returns the standing of every provision of the current revision. It
// goes over the text once: for whole texts.
func (d *Desk) Standings() map[data.ID]data.Standing {
	t, err := d.Current()
	if err != nil {
		return map[data.ID]data.Standing{}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.standings(t)
}

func (d *Desk) standings(t *Text) map[data.ID]data.Standing {
	out := make(map[data.ID]data.Standing, len(t.Provisions))
	for _, at := range t.outermost {
		d.standing(t, at, func(id data.ID, s data.Standing) { out[id] = s })
	}
	return out
}

// standing rolls up one provision and tells of everything in it.
func (d *Desk) standing(t *Text, at int, tell func(data.ID, data.Standing)) data.Standing {
	var parts []data.Standing
	for _, i := range t.within[at] {
		parts = append(parts, d.standing(t, i, tell))
	}
	p := &t.Provisions[at]
	x := data.Entered{Kind: p.Kind, Words: t.words[at], Brackets: t.brackets[at]}
	for _, step := range d.steps.by[p.ID] {
		x.Lost = x.Lost || x.State.Agreed()
		x.State = step.it.State
	}
	x.Lost = x.Lost && !x.State.Agreed()
	s := data.RollUp(x, parts)
	tell(p.ID, s)
	return s
}
