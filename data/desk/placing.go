package desk

import (
	"slices"

	"travaux/data"
)

// The placers: where annotations of each kind are in the current revision.

// held is a position with the revision on whose text it was first recorded.
type held struct {
	data.Position
	home  data.ID
	wrote []hand // of the fields that an approval is bound to
}

func (d *Desk) placeComment(id data.ID, c *data.Comment) ([]data.ID, bool) {
	at, beside, last := d.carriage.follow(id, c.Revision, c.Provision)
	c.Provision = at
	if last != nil && c.Anchor != (data.Anchor{}) {
		c.Anchor = last.Anchor
	}
	return []data.ID{at}, beside
}

func (d *Desk) placeInstruction(id data.ID, i *data.Instruction) ([]data.ID, bool) {
	if len(i.Provisions) == 0 {
		return []data.ID{wholeText}, false
	}
	if !d.carriage.moved(id) {
		return i.Provisions, false
	}
	var now []data.ID
	for _, p := range i.Provisions {
		if at, _, _ := d.carriage.follow(id, i.Revision, p); !slices.Contains(now, at) {
			now = append(now, at)
		}
	}
	i.Provisions = now
	return now, false
}

func placeAcknowledgement(_ data.ID, a *data.Acknowledgement) ([]data.ID, bool) {
	return []data.ID{a.Instruction}, false
}

func (d *Desk) placeProposal(id data.ID, p *data.Proposal) ([]data.ID, bool) {
	at, beside, last := d.carriage.follow(id, p.Revision, p.Provision)
	p.Provision = at
	if last != nil && !last.Target.IsZero() {
		p.Target = last.Target
	}
	return []data.ID{at}, beside
}

func (d *Desk) placeStep(id data.ID, s *data.TextStep) ([]data.ID, bool) {
	at, beside, _ := d.carriage.follow(id, s.Revision, s.Provision)
	s.Provision = at
	return []data.ID{at}, beside
}

func (d *Desk) placeLiveWith(id data.ID, x *data.LiveWith) ([]data.ID, bool) {
	at, beside, _ := d.carriage.follow(id, x.Revision, x.Provision)
	x.Provision = at
	return []data.ID{at}, beside
}

func (d *Desk) placePosition(id data.ID, p *held) ([]data.ID, bool) {
	at, beside, _ := d.carriage.follow(id, p.home, id)
	p.Provision = at
	return []data.ID{at}, beside
}

// placeDecision leaves the decision as it was signed: only where it is looked
// for changes.
func (d *Desk) placeDecision(id data.ID, x *data.Decision) ([]data.ID, bool) {
	at, beside, _ := d.carriage.follow(id, data.ID{}, x.Subject.Provision)
	return []data.ID{at}, beside
}
