package desk

import (
	"context"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// DecideCarried enters what a person decided about an annotation in the queue, or
// about an orphan: that it holds for the new text as it is, that it was adapted
// to it, or that the head of delegation is to decide. ChoiceOpen puts it back
// into the queue.
//
// A position that still holds, but whose approval lapsed, is submitted again in
// the same act; if the head decides, it is approved where the procedure asks for
// no step before.
//
// Codes: CodeNotFound for what was not carried, CodeNotHead for what was
// escalated if somebody else decides.
func (d *Desk) DecideCarried(ctx context.Context, c data.Carried, made data.CarryChoice) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	as, err := d.carriedNow(c)
	if err != nil {
		return err
	}
	title, ok := map[data.CarryChoice]string{
		data.ChoiceOpen: "act.carried.open", data.ChoiceGood: "act.carried.good",
		data.ChoiceAdapt: "act.carried.adapt", data.ChoiceEscalate: "act.carried.escalate",
	}[made]
	switch head := d.Me().Role.MayApprove(); {
	case !ok:
		return data.E(data.CodeInput, "what", "choice")
	case as.Choice == made:
		return nil
	case as.Choice == data.ChoiceEscalate && !head:
		return data.E(CodeNotHead)
	}
	name := fieldChoice + "/" + c.From.String()
	writes := []change.Write{set(kindCarried, c.Revision, c.Entity, name, choice{made, d.Me().ID, now()})}
	if made == data.ChoiceGood && c.Kind == data.AnnotationPosition {
		again, err := d.approveAgain(c.Entity)
		if err != nil {
			return err
		}
		writes = append(writes, again...)
	}
	return d.acted(ctx, title, nil, writes)
}

// carriedNow is an entry of Carried or Orphans as it is now.
func (d *Desk) carriedNow(c data.Carried) (data.Carried, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, p := range d.carriage.of[c.Entity] {
		if p.revision == c.Revision && p.from == c.From && d.has(p) {
			return d.carriedBy(p), nil
		}
	}
	p := passage{Kind: c.Kind, Entity: c.Entity}
	if c.Outcome == data.CarryOrphan && c.Revision == d.current() && d.has(p) {
		return d.orphan(c.Kind, c.Entity, c.From), nil
	}
	return c, data.E(data.CodeNotFound, "what", "carried")
}

// approveAgain is the decision that takes a position further whose approval has
// lapsed; none if it has not, or if the position is not in force anywhere.
func (d *Desk) approveAgain(record data.ID) ([]change.Write, error) {
	d.mu.RLock()
	k := d.positions.all[record]
	d.mu.RUnlock()
	if k == nil || k.beside {
		return nil, nil
	}
	return d.renewal(k.it.Provision, "")
}

// PlaceCarried puts an annotation where a person says it belongs: an orphan, or
// one whose place is not sure. What goes with it goes along: answers, decisions
// on a position, proposals on a proposal.
//
// Codes: CodeNotFound for what was not carried or a provision that is not in the
// current revision, CodeOccupied for a position or a state where there is one.
func (d *Desk) PlaceCarried(ctx context.Context, c data.Carried, provision data.ID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	if _, err := d.carriedNow(c); err != nil {
		return err
	}
	prov, err := d.Provision(provision)
	if err != nil {
		return err
	}
	d.mu.RLock()
	l, x, err := d.putting(c, prov)
	writes := d.together(l, x)
	d.mu.RUnlock()
	if err != nil {
		return err
	}
	return d.acted(ctx, "act.carried.place", nil, writes)
}

// together puts an annotation somewhere with all that goes along, each from where
// it was before: what was made later was never anywhere else than where the
// annotation is now.
func (d *Desk) together(l leg, x put) []change.Write {
	var same []data.ID
	var writes []change.Write
	for _, id := range x.With {
		from := d.cameFrom(l.revision, id)
		if from == l.from || from.IsZero() {
			same = append(same, id)
			continue
		}
		writes = append(writes, putWrite(leg{l.revision, id, from}, put{Kind: x.Kind, To: x.To, Time: x.Time}))
	}
	x.With = same
	return append(writes, putWrite(l, x))
}

func putWrite(l leg, x put) change.Write {
	return set(kindCarried, l.revision, l.entity, fieldPut+"/"+l.from.String(), x)
}

// cameFrom is the provision from which an annotation came into a revision; where
// it is, if it did not come from another one.
func (d *Desk) cameFrom(revision, entity data.ID) data.ID {
	for _, p := range d.carriage.of[entity] {
		if p.revision == revision {
			return p.from
		}
	}
	switch {
	case d.comments.all[entity] != nil:
		return d.comments.all[entity].it.Provision
	case d.proposals.all[entity] != nil:
		return d.proposals.all[entity].it.Provision
	case d.views.all[entity] != nil:
		return d.views.all[entity].it.Provision
	case d.steps.all[entity] != nil:
		return d.steps.all[entity].it.Provision
	case d.decisions.all[entity] != nil && len(d.decisions.all[entity].on) > 0:
		return d.decisions.all[entity].on[0]
	}
	return data.ID{}
}

// putting is the way of an annotation to where a person puts it. The caller holds
// mu.
func (d *Desk) putting(c data.Carried, to data.Provision) (leg, put, error) {
	l := leg{d.current(), c.Entity, c.From}
	at := c.From
	for _, p := range d.carriage.of[c.Entity] {
		if p.revision == c.Revision && p.from == c.From && !p.To.IsZero() {
			at = p.To
		}
	}
	x := put{Kind: c.Kind, To: to.ID, By: d.me, Time: now()}
	switch c.Kind {
	case data.AnnotationComment:
		k := d.comments.all[c.Entity]
		if x.Anchor = anchorIn(to, k.recorded().Anchor); x.Anchor.Start == x.Anchor.End {
			if now := anchorIn(to, k.it.Anchor); now.Start < now.End {
				x.Anchor = now
			}
		}
		for _, other := range d.comments.by[at] {
			if id := other.it.ID; id != c.Entity && (other.it.Parent == c.Entity || !k.it.Parent.IsZero() && other.it.Parent == k.it.Parent) {
				x.With = append(x.With, id)
			}
		}
	case data.AnnotationPosition:
		if list := d.positions.by[to.ID]; len(list) > 0 && list[0].id != c.Entity {
			return l, x, data.E(CodeOccupied)
		}
		for _, lists := range []map[data.ID][]*kept[data.Decision]{d.decisions.by, d.decisions.beside} {
			for _, k := range lists[at] {
				if belongs := d.carriage.goesWith(k.id, c.Entity); belongs || k.it.Subject.Provision == c.Entity {
					x.With = append(x.With, k.id)
				}
			}
		}
	case data.AnnotationTextState:
		if len(d.steps.by[to.ID]) > 0 && to.ID != at {
			return l, x, data.E(CodeOccupied)
		}
		for _, lists := range []map[data.ID][]*kept[data.TextStep]{d.steps.by, d.steps.beside} {
			for _, k := range lists[at] {
				if k.id != c.Entity && d.carriage.goesWith(k.id, c.Entity) {
					x.With = append(x.With, k.id)
				}
			}
		}
	case data.AnnotationProposal:
		x.With = d.amendments(c.Entity, at)
		x.With = append(x.With, d.viewsOn(at, append(x.With, c.Entity))...)
	case data.AnnotationView:
		for _, k := range d.views.by[at] {
			if k.id != c.Entity && d.carriage.goesWith(k.id, c.Entity) {
				x.With = append(x.With, k.id)
			}
		}
	}
	return l, x, nil
}

// goesWith reports whether one annotation was carried along with another.
func (c *carriage) goesWith(entity, main data.ID) bool {
	return slices.ContainsFunc(c.of[main], func(p passage) bool { return slices.Contains(p.With, entity) })
}

// amendments are the proposals on a proposal, and those on them.
func (d *Desk) amendments(on, at data.ID) []data.ID {
	out := []data.ID{on}
	for i := 0; i < len(out); i++ {
		for _, k := range d.proposals.by[at] {
			if k.it.On == out[i] && !slices.Contains(out, k.id) {
				out = append(out, k.id)
			}
		}
	}
	return out[1:]
}

// anchorIn ties a remark to the words it quotes in a provision, if they stand
// there once; else to the provision as a whole, with the quotation.
func anchorIn(p data.Provision, a data.Anchor) data.Anchor {
	text := p.Text[a.Lang].Text
	if a.Quote != "" && strings.Count(text, a.Quote) == 1 {
		before, _, _ := strings.Cut(text, a.Quote)
		start := len([]rune(before))
		return data.NewAnchor(a.Lang, text, start, start+len([]rune(a.Quote)))
	}
	return data.Anchor{Lang: a.Lang, Quote: a.Quote, Before: a.Before, After: a.After}
}
