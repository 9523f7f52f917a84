package desk

import (
	"cmp"
	"slices"

	"travaux/data"
	"travaux/data/redline/carry"
)

// Orphans returns all annotations that have no place in the current revision,
// whenever they lost it, by kind and time. From is the provision they were on,
// and the revision before Revision has its text. One that a person has dealt with
// stays in the list, with the choice.
func (d *Desk) Orphans() []data.Carried {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	var out []data.Carried
	lost := func(kind data.AnnotationKind, entity data.ID, on []data.ID, beside bool) {
		for _, at := range on {
			if _, there := t.byID[at]; there || at == wholeText || beside {
				continue
			}
			out = append(out, d.orphan(kind, entity, at))
		}
	}
	listOrphans(&d.instructions, data.AnnotationInstruction, lost)
	listOrphans(&d.positions, data.AnnotationPosition, lost)
	listOrphans(&d.proposals, data.AnnotationProposal, lost)
	listOrphans(&d.liveWith, data.AnnotationLiveWith, lost)
	for provision, list := range d.comments.by { // a thread is listed once
		if _, there := t.byID[provision]; !there {
			for _, thread := range d.threads(list) {
				lost(data.AnnotationComment, thread.ID, []data.ID{provision}, false)
			}
		}
	}
	for provision, list := range d.views.by { // so are all views on one text
		lost(data.AnnotationView, list[0].id, []data.ID{provision}, false)
	}
	for provision, list := range d.steps.by { // all states of one text as one
		lost(data.AnnotationTextState, list[len(list)-1].id, []data.ID{provision}, false)
	}
	slices.SortFunc(out, func(a, b data.Carried) int {
		return cmp.Or(
			cmp.Compare(slices.Index(carriedKinds, a.Kind), slices.Index(carriedKinds, b.Kind)),
			slices.Compare(a.From[:], b.From[:]), slices.Compare(a.Entity[:], b.Entity[:]),
		)
	})
	return out
}

func listOrphans[T any](s *shelf[T], kind data.AnnotationKind, lost func(data.AnnotationKind, data.ID, []data.ID, bool)) {
	for id, k := range s.all {
		lost(kind, id, k.on, k.beside)
	}
}

// orphan is how an annotation lost its place.
func (d *Desk) orphan(kind data.AnnotationKind, entity, at data.ID) data.Carried {
	for _, p := range slices.Backward(d.carriage.of[entity]) {
		if p.from == at && p.To.IsZero() {
			return d.carriedBy(p)
		}
	}
	return data.Carried{
		Kind: kind, Entity: entity, Revision: d.current(), From: at,
		Outcome: data.CarryOrphan, Reason: carry.Gone,
	}
}
