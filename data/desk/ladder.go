package desk

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Codes of ladders.
const (
	CodeNoAuthority data.Code = "ladder.no-authority" // the role may not authorise that step
	CodeLadderEnd   data.Code = "ladder.end"          // there is no step further down, or up
	CodeNoLadder    data.Code = "ladder.none"         // the provision has no ladder
	CodeStepReason  data.Code = "ladder.reason"       // going down or up needs a reason
	CodeStepEmpty   data.Code = "ladder.empty-step"   // a step without wording
)

// A ladder is one record of the provision's identity, and each step a field of
// it: two people who change different steps do not get into each other's way.
const fieldRung = "step" // with "/identity"

// rung is a step as it is kept. Order says where it stands among the others.
type rung struct {
	Order   int64       `cbor:"1,keyasint"`
	Wording data.Words  `cbor:"2,keyasint,omitempty"`
	Trigger string      `cbor:"3,keyasint,omitempty"`
	Roles   []data.Role `cbor:"4,keyasint,omitempty"`
}

// rungGap is what there is between the orders of two steps, for others to come.
const rungGap = 1 << 20

// placeLadder keeps a ladder on its provision.
func placeLadder(_ data.ID, l *data.Ladder) ([]data.ID, bool) { return []data.ID{l.Provision}, false }

func placeDescent(_ data.ID, x *data.Descent) ([]data.ID, bool) { return []data.ID{x.Provision}, false }

// foldLadder takes a ladder into the state; one without steps is none.
func (d *Desk) foldLadder(rec change.Record) error {
	l := data.Ladder{Provision: rec.Entity}
	if _, err := field(rec, fieldBody, &l.Revision); err != nil {
		return err
	}
	rungs, err := rungsOf(rec)
	if err != nil {
		return err
	}
	ids := slices.SortedFunc(maps.Keys(rungs), func(a, b data.ID) int {
		return cmp.Or(cmp.Compare(rungs[a].Order, rungs[b].Order), slices.Compare(a[:], b[:]))
	})
	for _, id := range ids {
		r := rungs[id]
		l.Steps = append(l.Steps, data.LadderStep{ID: id, Wording: r.Wording, Trigger: r.Trigger, Roles: r.Roles})
	}
	if len(l.Steps) == 0 {
		d.ladders.drop(rec.Entity)
		return nil
	}
	d.ladders.put(rec.Entity, l, recorded(rec), false)
	return nil
}

// rungsOf are the steps that a record of a ladder shows.
func rungsOf(rec change.Record) (map[data.ID]rung, error) {
	out := map[data.ID]rung{}
	for name := range rec.Fields {
		code, isStep := strings.CutPrefix(name, fieldRung+"/")
		id, err := data.ParseID(code)
		if !isStep || err != nil {
			continue
		}
		var r rung
		if ok, err := field(rec, name, &r); err != nil {
			return nil, err
		} else if ok {
			out[id] = r
		}
	}
	return out, nil
}

// Ladder returns the ladder of a provision, and on which step the delegation
// stands; without steps and with -1 where there is none, and for a role that
// cannot read ladders.
func (d *Desk) Ladder(provision data.ID) (l data.Ladder, at int) {
	provision = d.permanent(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	l, ok := d.ladders.last(provision)
	if !ok || !d.members[d.me].Role.May(data.RightReadLadder) {
		return data.Ladder{Provision: provision}, -1
	}
	l.Steps = slices.Clone(l.Steps)
	for i, s := range l.Steps {
		l.Steps[i].Wording, l.Steps[i].Roles = maps.Clone(s.Wording), slices.Clone(s.Roles)
	}
	return l, l.At(d.descents.on(provision))
}

// Descents returns the moves on the ladder of a provision, oldest first; none for
// a role that cannot read ladders.
func (d *Desk) Descents(provision data.ID) []data.Descent {
	provision = d.permanent(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.members[d.me].Role.May(data.RightReadLadder) {
		return nil
	}
	return d.descents.on(provision)
}

// SetLadder writes what differs from the ladder as it is: steps that are new,
// changed, moved or gone. A ladder without steps is taken away. Steps without
// identity are new. Writing nothing new is no act.
//
// Codes: data.CodeForbidden, CodeStepEmpty for a step without wording.
func (d *Desk) SetLadder(ctx context.Context, l data.Ladder) error {
	if !d.Me().Role.May(data.RightLadder) {
		return data.E(data.CodeForbidden)
	}
	d.acts.Lock()
	defer d.acts.Unlock()
	prov, err := d.Provision(l.Provision)
	if err != nil {
		return err
	}
	old := map[data.ID]rung{}
	rec, err := d.store.Record(kindLadder, root, prov.ID)
	switch {
	case data.CodeOf(err) == data.CodeNotFound:
	case err != nil:
		return err
	default:
		if old, err = rungsOf(rec); err != nil {
			return err
		}
	}
	writes, err := rungWrites(prov.ID, l.Steps, old)
	if err != nil || len(writes) == 0 {
		return err
	}
	if len(old) == 0 {
		writes = append([]change.Write{
			about(kindLadder, prov.ID, prov.ID), set(kindLadder, root, prov.ID, fieldBody, d.currentRevision()),
		}, writes...)
	}
	return d.acted(ctx, "act.ladder", nil, writes)
}

// rungWrites are the writes that make the steps of a ladder what they are to be.
func rungWrites(provision data.ID, steps []data.LadderStep, old map[data.ID]rung) (writes []change.Write, err error) {
	last := int64(0)
	stays := map[data.ID]bool{}
	for i, s := range steps {
		r := rung{Wording: data.Words{}, Trigger: strings.TrimSpace(s.Trigger), Roles: s.Roles}
		for lang, words := range s.Wording {
			if words = strings.TrimSpace(words); words != "" {
				r.Wording[lang] = words
			}
		}
		if len(r.Wording) == 0 {
			return nil, data.E(CodeStepEmpty)
		}
		if s.ID.IsZero() {
			s.ID = data.NewID()
		}
		was, known := old[s.ID]
		if r.Order = was.Order; !known || r.Order <= last {
			r.Order = last + rungGap
			if next := following(steps[i+1:], old, last); next > last+1 {
				r.Order = last + (next-last)/2
			}
		}
		last, stays[s.ID] = r.Order, true
		if !known || !sameRung(was, r) {
			writes = append(writes, set(kindLadder, root, provision, fieldRung+"/"+s.ID.String(), r))
		}
	}
	for id := range old {
		if !stays[id] {
			writes = append(writes, tombstone(kindLadder, root, provision, fieldRung+"/"+id.String()))
		}
	}
	return writes, nil
}

// following is the order of the next step that can stay where it is, 0 for none.
func following(steps []data.LadderStep, old map[data.ID]rung, after int64) int64 {
	for _, s := range steps {
		if o := old[s.ID].Order; o > after {
			return o
		}
	}
	return 0
}

func sameRung(a, b rung) bool {
	return a.Order == b.Order && a.Trigger == b.Trigger && maps.Equal(a.Wording, b.Wording) && slices.Equal(a.Roles, b.Roles)
}

// StepDown goes to the next step of the ladder of a provision, and notes when, by
// whom and why. The role must be one that the step names, or approve positions
// where it names none.
//
// Codes: CodeNoLadder, CodeLadderEnd on the floor, CodeNoAuthority, CodeStepReason.
func (d *Desk) StepDown(ctx context.Context, provision data.ID, reason string) error {
	return d.moveOn(ctx, provision, 1, reason)
}

// StepUp goes back to the step before. The role must be one that could have gone
// to the step that is left. Codes are those of StepDown.
func (d *Desk) StepUp(ctx context.Context, provision data.ID, reason string) error {
	return d.moveOn(ctx, provision, -1, reason)
}

func (d *Desk) moveOn(ctx context.Context, provision data.ID, by int, reason string) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	l, at := d.Ladder(provision)
	if at < 0 {
		return data.E(CodeNoLadder)
	}
	to := at + by
	if to < 0 || to >= len(l.Steps) {
		return data.E(CodeLadderEnd)
	}
	if !l.Steps[max(at, to)].Allows(d.Me().Role) {
		return data.E(CodeNoAuthority)
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return data.E(CodeStepReason)
	}
	x := data.Descent{
		ID: data.NewID(), Provision: l.Provision, From: l.Steps[at].ID, To: l.Steps[to].ID,
		Up: by < 0, Reason: reason, By: d.Me().ID, Time: now(),
	}
	title := "act.ladder.down"
	if x.Up {
		title = "act.ladder.up"
	}
	return d.acted(ctx, title, nil, []change.Write{about(kindStepDown, x.ID, l.Provision), set(kindStepDown, root, x.ID, fieldBody, x)})
}

// MayStep says whether the member at the laptop may go down a step, and up one.
func (d *Desk) MayStep(provision data.ID) (down, up bool) {
	l, at := d.Ladder(provision)
	role := d.Me().Role
	down = at >= 0 && at+1 < len(l.Steps) && l.Steps[at+1].Allows(role)
	return down, at > 0 && l.Steps[at].Allows(role)
}

// TakeStep makes the wording of the step on which the delegation stands our
// wording, in all languages that it has, and the stance one of amending if there
// is none. What we have in other languages stays.
func (d *Desk) TakeStep(ctx context.Context, provision data.ID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	l, at := d.Ladder(provision)
	if at < 0 {
		return data.E(CodeNoLadder)
	}
	if _, err := d.Provision(l.Provision); err != nil {
		return err
	}
	position := d.Position(l.Provision)
	maps.Copy(position.Wording, l.Steps[at].Wording)
	if position.Stance == data.StanceNone {
		position.Stance = data.StanceAmend
	}
	writes := d.positionWrites(position)
	if len(writes) == 0 {
		return nil
	}
	return d.acted(ctx, "act.ladder.take", nil, writes)
}

// ladderEvent is event for ladders. The history tells that a step was written,
// never its words: they are not for whoever looks over a shoulder.
func ladderEvent(e Event, c change.Change, name string) (_ Event, ok bool, err error) {
	deleted := c.Op == change.OpTombstone
	switch {
	case c.Kind == kindLadder:
		e.What, e.Lang = "event.ladder", ""
		return e, name == fieldRung, nil
	case deleted:
		e.What = "event.ladder.undone"
		return e, true, nil
	}
	var x data.Descent
	err = change.Unmarshal(c.Body, &x)
	e.What, e.After = "event.ladder.down", x.Reason
	if x.Up {
		e.What = "event.ladder.up"
	}
	return e, err == nil, err
}
