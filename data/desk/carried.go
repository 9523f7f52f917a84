package desk

import (
	"cmp"
	"slices"

	"travaux/data"
	"travaux/data/redline/carry"
)

// kinds of annotation in the order in which a queue shows them.
var carriedKinds = []data.AnnotationKind{
	data.AnnotationInstruction, data.AnnotationPosition, data.AnnotationProposal, data.AnnotationLiveWith,
	data.AnnotationView, data.AnnotationComment, data.AnnotationTextState,
}

// Carried returns every annotation that did not get into a revision word for word
// at its place: those that wait for a person first, then orphans, then what moved;
// each by kind, then in document order. It holds one entry for a thread, and one
// for all states entered of one text or all views on it. What was deleted or withdrawn since is not
// in it.
func (d *Desk) Carried(revision data.ID) []data.Carried {
	return slices.Clone(d.listed(revision))
}

// listing is what Carried returns as long as no act is taken.
type listing struct {
	version int
	list    []data.Carried
}

// listed is Carried for those who only read the list: it is shared.
func (d *Desk) listed(revision data.ID) []data.Carried {
	order := d.documentOrder(revision)
	d.mu.RLock()
	known, version := d.listings[revision], d.version
	if known.version == version && known.list != nil {
		d.mu.RUnlock()
		return known.list
	}
	list := d.carried(revision)
	d.mu.RUnlock()
	inOrder(list, order)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.version == version {
		d.listings[revision] = listing{version, list}
	}
	return list
}

// inOrder puts what was carried into the order in which it is shown.
func inOrder(list []data.Carried, order func(data.ID) int) {
	rank := func(c *data.Carried) int {
		switch {
		case c.Outcome == data.CarryPerson && waits(c.Choice):
			return 0
		case c.Outcome == data.CarryOrphan && waits(c.Choice):
			return 1
		}
		return 2
	}
	slices.SortFunc(list, func(a, b data.Carried) int {
		return cmp.Or(
			cmp.Compare(rank(&a), rank(&b)),
			cmp.Compare(slices.Index(carriedKinds, a.Kind), slices.Index(carriedKinds, b.Kind)),
			cmp.Compare(order(a.From), order(b.From)),
			cmp.Compare(a.Anchor.Start, b.Anchor.Start),
			slices.Compare(a.Entity[:], b.Entity[:]),
		)
	})
}

// CarriedTo returns how an annotation came to a provision of the current revision;
// of a position, whatever it is recorded as, that of the provision. ok is false
// for one that was made there, or came word for word.
func (d *Desk) CarriedTo(kind data.AnnotationKind, entity, provision data.ID) (c data.Carried, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if list := d.positions.by[provision]; kind == data.AnnotationPosition && len(list) > 0 {
		entity = list[len(list)-1].id
	}
	for _, p := range d.carriage.of[entity] {
		if p.revision != d.current() || p.Kind != kind || p.To != provision || !d.has(p) {
			continue
		}
		if x, byHand := d.carriage.puts[leg{p.revision, entity, p.from}]; byHand && x.By.IsZero() && !x.Aside {
			continue // it was made there and only followed its provision
		}
		if c := d.carriedBy(p); c.Outcome != data.CarryExact {
			return c, true
		}
	}
	return c, false
}

// waits reports whether somebody still has to decide.
func waits(c data.CarryChoice) bool { return c == data.ChoiceOpen || c == data.ChoiceEscalate }

// documentOrder orders the provisions of the revision before one.
func (d *Desk) documentOrder(revision data.ID) func(data.ID) int {
	t, err := d.Text(d.Before(revision))
	if err != nil {
		return func(data.ID) int { return 0 }
	}
	return func(id data.ID) int { return t.byID[id] }
}

// Before is the revision before one; zero if there is none.
func (d *Desk) Before(revision data.ID) data.ID {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var before data.ID
	for _, r := range d.revisions {
		if r.ID == revision {
			return before
		}
		before = r.ID
	}
	return data.ID{}
}

// carried lists what Carried lists, in no order. The caller holds mu.
func (d *Desk) carried(revision data.ID) []data.Carried {
	var out []data.Carried
	for from, list := range d.carriage.batches[revision] {
		for _, p := range list {
			p.revision, p.from = revision, from
			if c := d.carriedBy(p); d.has(p) && c.Outcome != data.CarryExact {
				out = append(out, c)
			}
		}
	}
	for l, x := range d.carriage.puts { // what only had to make room for something when it was paired anew
		p := passage{Kind: x.Kind, Entity: l.entity, revision: revision, from: l.from}
		if l.revision == revision && x.Aside && d.has(p) {
			out = append(out, d.carriedBy(p))
		}
	}
	return out
}

// has reports whether an annotation is still there and is more than what goes
// along.
func (d *Desk) has(p passage) bool {
	if p.Hidden {
		return false
	}
	switch p.Kind {
	case data.AnnotationComment:
		return d.comments.all[p.Entity] != nil
	case data.AnnotationInstruction:
		return d.instructions.all[p.Entity] != nil
	case data.AnnotationPosition:
		return d.positions.all[p.Entity] != nil
	case data.AnnotationProposal:
		return d.proposals.all[p.Entity] != nil
	case data.AnnotationLiveWith:
		return d.liveWith.all[p.Entity] != nil
	case data.AnnotationView:
		return d.views.all[p.Entity] != nil
	case data.AnnotationTextState:
		return d.steps.all[p.Entity] != nil
	}
	return false
}

// carriedBy is a passage with what a person made of it.
func (d *Desk) carriedBy(p passage) data.Carried {
	l := leg{p.revision, p.Entity, p.from}
	made := d.decided(l, p)
	c := data.Carried{
		Kind: p.Kind, Entity: p.Entity, Revision: p.revision, From: p.from, To: p.To, Anchor: p.Anchor,
		Outcome: p.Outcome, Score: p.Score, Reason: p.Reason, Choice: made.Choice, By: made.By, Time: made.Time,
	}
	if x, byHand := d.carriage.puts[l]; byHand {
		c.To, c.Anchor, c.Time = x.To, x.Anchor, x.Time
		if x.Aside {
			c.Outcome, c.Score, c.Reason = data.CarryPerson, 0, carry.Occupied
		} else {
			c.Outcome, c.Score, c.Reason, c.By = data.CarryMoved, 1, carry.Placed, x.By
		}
	}
	return c
}

// decided is what a person decided about a passage, or what was decided in the
// revision before and still holds.
func (d *Desk) decided(l leg, p passage) choice {
	if x, ok := d.carriage.choices[l]; ok {
		return x
	}
	return choice{Choice: p.Choice}
}

// Queue returns what waits for a decision in the current revision, in the order
// of Carried: for the head of delegation all of it, for others what was not
// escalated.
func (d *Desk) Queue() []data.Carried {
	head := d.Me().Role.MayApprove()
	var out []data.Carried
	for _, c := range d.listed(d.currentRevision()) { // they come first
		if c.Outcome != data.CarryPerson || !waits(c.Choice) {
			break
		}
		if head || c.Choice != data.ChoiceEscalate {
			out = append(out, c)
		}
	}
	return out
}

// CarryCounts counts the annotations that were carried into a revision, those
// that got there word for word included.
func (d *Desk) CarryCounts(revision data.ID) map[data.CarryOutcome]int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := map[data.CarryOutcome]int{}
	for _, n := range d.carriage.exact[revision] {
		out[data.CarryExact] += n
	}
	for _, c := range d.carried(revision) {
		out[c.Outcome]++
	}
	return out
}
