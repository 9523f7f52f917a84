package desk

import (
	"slices"

	"travaux/data"
)

// Annotated is what a carried annotation says: one of these is set.
type Annotated struct {
	Instruction *data.Instruction
	Position    *data.Position
	Proposal    *data.Proposal
	LiveWith    *data.LiveWith
	Thread      *Thread
	Step        *data.TextStep
	Views       []data.View // those that went along with each other
}

// Annotated returns the annotation that was carried, as it is at its place now,
// also one that has none or waits beside another; nothing is set for one that was
// deleted since.
func (d *Desk) Annotated(c data.Carried) (out Annotated) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	switch c.Kind {
	case data.AnnotationInstruction:
		if i := copyOf(&d.instructions, c.Entity); i != nil {
			i.Provisions = slices.Clone(i.Provisions)
			out.Instruction = i
		}
	case data.AnnotationPosition:
		if k := d.positions.all[c.Entity]; k != nil {
			p := k.it.Position
			p.Wording, p.PublicReasons, p.Citations, p.TalkingPoints = copied(p.Wording), copied(p.PublicReasons), copied(p.Citations), copied(p.TalkingPoints)
			out.Position = &p
		}
	case data.AnnotationProposal:
		if p := copyOf(&d.proposals, c.Entity); p != nil {
			*p = owned(*p)
			out.Proposal = p
		}
	case data.AnnotationLiveWith:
		if x := copyOf(&d.liveWith, c.Entity); x != nil {
			x.Kept = slices.Clone(x.Kept)
			out.LiveWith = x
		}
	case data.AnnotationComment:
		out.Thread = d.threadOf(c.Entity)
	case data.AnnotationView:
		out.Views = d.viewsWith(c.Entity)
	case data.AnnotationTextState:
		out.Step = copyOf(&d.steps, c.Entity)
	}
	return out
}

// copyOf is a copy of an annotation; nil if it is there no more.
func copyOf[T any](s *shelf[T], id data.ID) *T {
	it, ok := s.get(id)
	if !ok {
		return nil
	}
	return &it
}

// threadOf is the thread that a comment begins. The caller holds mu.
func (d *Desk) threadOf(id data.ID) *Thread {
	k := d.comments.all[id]
	if k == nil {
		return nil
	}
	for _, at := range k.on {
		for _, x := range d.threads(d.comments.by[at]) {
			if x.ID == id {
				return &x
			}
		}
	}
	return &Thread{Comment: k.it}
}
