package desk

import (
	"context"
	"slices"

	"travaux/data"
)

// LastObjection is an article on which, as far as we have taken it down, nobody
// but us objects any more. See lastToObject for the rule.
type LastObjection struct {
	Provision data.ID // the article: a row of the Convergence
	Path      string
	Ours      []Objection
	// Brackets still open in it. The text does not say who wants them.
	Brackets int
}

// Objection is one of ours: a stance or a proposal.
type Objection struct {
	Provision data.ID
	Path      string
	Stance    data.Stance       // of our position; StanceNone: it is a proposal
	Proposal  data.ID           // zero: it is a position
	Kind      data.ProposalKind // of the proposal
}

// objecting reports whether a stance keeps a text from being agreed as it
// stands. Who is flexible, covered elsewhere or ready to merge does not.
func objecting(s data.Stance) bool {
	switch s {
	case data.StanceAmend, data.StanceConditional, data.StanceReserve, data.StanceOppose,
		data.StanceDelete, data.StanceAskWithdraw, data.StanceRedLine:
		return true
	}
	return false
}

// lastToObject finds the articles of the latest revision on which we are the
// last to object. The rule: an article is listed if
//
//   - of the provisions in it that are neither agreed nor gone, at least one has
//     an objection of ours: a position that amends, sets a condition, reserves,
//     opposes, seeks deletion or withdrawal, or is a red line; or an open proposal
//     of which we are the only proponent; and
//   - no open proposal of anybody else, joint ones with us included, stands on
//     any of them, nor, but for additions, on what the article stands in.
//
// A proposal is open unless it was withdrawn or taken over, it amends one that
// is not open, or it asks for no change, which keeps no text from being agreed.
//
// What the data cannot say: it knows proposals and positions that were taken
// down here, and nothing else. An objection that was voiced and not recorded,
// or that stands in the text only as brackets, is not seen; so the brackets that
// are left are counted beside, and the list is a hint to ask, not a proof. Whose
// proposals are on a chapter counts against every article in it; our position
// on a chapter is an objection to the chapter alone.
func (d *Desk) lastToObject(t *Text, m *measured, over map[data.ID]bool) []LastObjection {
	found := make([]LastObjection, len(m.units))
	others := make([]bool, len(m.units))
	standings := d.standings(t)
	for at := range t.Provisions {
		p, unit := &t.Provisions[at], m.unit[at]
		found[unit].Brackets += m.own[at].Brackets
		if s := standings[p.ID].State; s.Agreed() || s.Gone() {
			continue
		}
		if position, _ := d.onlyPosition(p.ID); objecting(position.Stance) {
			found[unit].Ours = append(found[unit].Ours, Objection{Provision: p.ID, Path: p.Path, Stance: position.Stance})
		}
		for _, k := range d.proposals.by[p.ID] {
			switch {
			case !d.openProposal(&k.it, over):
			case d.oursAlone(&k.it):
				found[unit].Ours = append(found[unit].Ours, Objection{Provision: p.ID, Path: p.Path, Proposal: k.it.ID, Kind: k.it.Kind})
			default:
				others[unit] = true
			}
		}
	}
	var list []LastObjection
	for unit, at := range m.units {
		if len(found[unit].Ours) > 0 && !others[unit] && !d.othersAround(t, t.Provisions[at].Parent, over) {
			found[unit].Provision, found[unit].Path = t.Provisions[at].ID, t.Provisions[at].Path
			list = append(list, found[unit])
		}
	}
	return list
}

// othersAround reports whether a proposal of anybody else is open on a provision
// or on what that stands in. An addition is about what is beside, not in.
func (d *Desk) othersAround(t *Text, id data.ID, over map[data.ID]bool) bool {
	for depth := 0; !id.IsZero() && depth < len(t.Provisions); depth++ {
		for _, k := range d.proposals.by[id] {
			if k.it.Kind != data.ProposalAdd && d.openProposal(&k.it, over) && !d.oursAlone(&k.it) {
				return true
			}
		}
		p, ok := t.Find(id)
		if !ok {
			return false
		}
		id = p.Parent
	}
	return false
}

// takenOver finds the proposals that a revision took over: they are answered.
func (d *Desk) takenOver(ctx context.Context, revisions []data.Revision, lang data.Lang) (map[data.ID]bool, error) {
	over := map[data.ID]bool{}
	for _, r := range revisions {
		list, err := d.Uptakes(ctx, r.ID, lang)
		if err != nil {
			return nil, err
		}
		for _, u := range list {
			if u.Uptake == data.UptakeOver {
				over[u.Proposal.ID] = true
			}
		}
	}
	return over, nil
}

// openProposal reports whether a proposal still waits for an answer.
func (d *Desk) openProposal(p *data.Proposal, over map[data.ID]bool) bool {
	for seen := 0; seen <= len(d.proposals.all); seen++ {
		if p.Withdrawn || p.Kind == data.ProposalNoChange || over[p.ID] {
			return false
		}
		on := d.proposals.all[p.On]
		if on == nil {
			return true
		}
		p = &on.it
	}
	return true
}

// oursAlone reports whether nobody but our delegation makes a proposal.
func (d *Desk) oursAlone(p *data.Proposal) bool {
	if len(p.Proponents) == 0 {
		return p.Ours
	}
	return !slices.ContainsFunc(p.Proponents, func(x data.Proponent) bool { return !d.us(x) })
}

// us reports whether a proponent is our delegation, speaking for itself.
func (d *Desk) us(x data.Proponent) bool {
	if x.For != "" {
		return false
	}
	if x.State != "" {
		return x.State == d.negotiation.State
	}
	for _, name := range d.negotiation.StateName {
		if name == x.Name {
			return true
		}
	}
	return false
}
