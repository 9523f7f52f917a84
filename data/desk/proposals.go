package desk

import (
	"context"
	"maps"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Proposals returns the proposals on a provision in the order in which they
// were recorded, those on other proposals and withdrawn ones included.
func (d *Desk) Proposals(provision data.ID) []data.Proposal {
	provision = d.permanent(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	return own(d.proposals.on(provision))
}

// AllProposals returns the proposals on every provision that has any, each list
// as Proposals gives it. It goes over the proposals once: for whole texts.
func (d *Desk) AllProposals() map[data.ID][]data.Proposal {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := make(map[data.ID][]data.Proposal, len(d.proposals.by))
	for provision := range d.proposals.by {
		out[provision] = own(d.proposals.on(provision))
	}
	return out
}

// Proposal returns the proposal of that identity.
func (d *Desk) Proposal(id data.ID) (data.Proposal, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	p, ok := d.proposals.get(id)
	if !ok {
		return p, data.E(data.CodeNotFound, "what", "proposal")
	}
	return owned(p), nil
}

// own gives the proposals of a list to a caller: they share nothing with ours.
func own(list []data.Proposal) []data.Proposal {
	for i := range list {
		list[i] = owned(list[i])
	}
	return list
}

func owned(p data.Proposal) data.Proposal {
	p.Base, p.Wording, p.Proponents = maps.Clone(p.Base), maps.Clone(p.Wording), slices.Clone(p.Proponents)
	return p
}

// Propose records a proposal, ours or another delegation's. It fills ID, Author
// and Time; where they are empty, the Meeting by the one the member sits in and
// the Base by what the proposal is made on: the wording of the proposal it
// amends, else the provision's text, in the languages of its Wording, or, of one
// without wording, in all of them. An addition has none.
//
// Codes: CodeNoWording and CodeWording where the kind does not agree with the
// Wording, CodeSameWording for a modification that changes nothing, CodeNoTarget
// for a move to nowhere or into itself, CodeOtherPlace for a proposal on a
// proposal on another provision.
func (d *Desk) Propose(ctx context.Context, p data.Proposal) (data.Proposal, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	p = owned(p)
	p.Provision, p.Target = d.permanent(p.Provision), d.permanent(p.Target)
	p.ID, p.Author, p.Time, p.Withdrawn, p.Revision = data.NewID(), d.Me().ID, now(), false, d.currentRevision()
	if p.Meeting.IsZero() {
		meeting, _ := d.CurrentMeeting()
		p.Meeting = meeting.ID
	}
	p, err := d.checked(p)
	if err != nil {
		return p, err
	}
	writes := append([]change.Write{about(kindProposal, p.ID, p.Provision)}, proposalWrites(data.Proposal{}, p)...)
	return p, d.acted(ctx, "act.proposal", nil, writes)
}

// ChangeProposal lets alter change a proposal as it is at that moment, and
// writes what differs; writing nothing new is no act. Identity, provision,
// author and time stay, and whether it was withdrawn. Nothing else is written in
// between; alter must not use the desk. It raises what Propose raises.
func (d *Desk) ChangeProposal(ctx context.Context, id data.ID, alter func(*data.Proposal)) (data.Proposal, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	old, err := d.Proposal(id)
	if err != nil {
		return old, err
	}
	p := owned(old)
	alter(&p)
	p.ID, p.Provision, p.Author, p.Time, p.Withdrawn, p.Revision = old.ID, old.Provision, old.Author, old.Time, old.Withdrawn, old.Revision
	if p.On != old.On && maps.Equal(p.Base, old.Base) {
		p.Base = nil // made on something else now
	}
	if p, err = d.checked(p); err != nil {
		return p, err
	}
	if writes := proposalWrites(old, p); len(writes) == 0 {
		return p, nil
	}
	p.Revision = d.currentRevision() // what is written speaks of this text
	return p, d.acted(ctx, "act.proposal.edit", nil, proposalWrites(old, p))
}

// WithdrawProposal notes that the proponents withdrew a proposal, or brought it
// back.
func (d *Desk) WithdrawProposal(ctx context.Context, id data.ID, withdrawn bool) error {
	p, err := d.Proposal(id)
	if err != nil || p.Withdrawn == withdrawn {
		return err
	}
	title := "act.proposal.withdraw"
	if !withdrawn {
		title = "act.proposal.return"
	}
	return d.act(ctx, title, set(kindProposal, root, id, fieldWithdrawn, withdrawn))
}

// DeleteProposal takes a proposal away that was recorded by mistake; it stays in
// the history. Proposals on it stay too, with what they were made on.
func (d *Desk) DeleteProposal(ctx context.Context, id data.ID) error {
	p, err := d.Proposal(id)
	if err != nil {
		return err
	}
	// Its words go with it: who changed them meanwhile elsewhere is asked.
	writes := []change.Write{tombstone(kindProposal, root, id, fieldBody)}
	for _, lang := range data.Langs {
		if p.Wording[lang] != "" {
			writes = append(writes, tombstone(kindProposal, root, id, fieldWording+"/"+string(lang)))
		}
	}
	if p.Reasons != "" {
		writes = append(writes, tombstone(kindProposal, root, id, fieldReasons))
	}
	return d.act(ctx, "act.proposal.delete", writes...)
}

// AdoptWording makes a proposal's wording ours, in all its languages, and the
// stance one of amending if we have none. What we have in other languages stays. Only other words for the provision can
// become our wording for it: CodeNotOurs else.
func (d *Desk) AdoptWording(ctx context.Context, proposal data.ID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	p, err := d.Proposal(proposal)
	if err != nil {
		return err
	}
	if p.Kind != data.ProposalModify || d.amends(p, data.ProposalAdd) {
		return data.E(CodeNotOurs)
	}
	if _, err := d.Provision(p.Provision); err != nil {
		return err
	}
	position := d.Position(p.Provision)
	maps.Copy(position.Wording, p.Wording)
	if position.Stance == data.StanceNone {
		position.Stance = data.StanceAmend
	}
	writes := d.positionWrites(position)
	if len(writes) == 0 {
		return nil
	}
	return d.acted(ctx, "act.proposal.adopt", nil, writes)
}

// amends reports whether a proposal is, in the end, on one of that kind.
func (d *Desk) amends(p data.Proposal, kind data.ProposalKind) bool {
	for seen := map[data.ID]bool{}; !p.On.IsZero() && !seen[p.ID]; {
		seen[p.ID] = true
		on, err := d.Proposal(p.On)
		if err != nil {
			return false
		}
		if on.Kind == kind {
			return true
		}
		p = on
	}
	return false
}

// checked is the proposal as complete gives it, if it changes something.
func (d *Desk) checked(p data.Proposal) (data.Proposal, error) {
	p, err := d.complete(p)
	if err == nil && p.Unchanged() {
		err = data.E(CodeSameWording)
	}
	return p, err
}

// complete is the proposal with its Base, and without what says nothing.
func (d *Desk) complete(p data.Proposal) (data.Proposal, error) {
	prov, err := d.Provision(p.Provision)
	if err != nil {
		return p, err
	}
	if !slices.Contains(data.ProposalKinds, p.Kind) {
		return p, data.E(data.CodeInput, "what", "proposal-kind")
	}
	p.Label, p.Reasons, p.Source = strings.TrimSpace(p.Label), strings.TrimSpace(p.Reasons), strings.TrimSpace(p.Source)
	p.Wording = said(p.Wording)
	p.Proponents = named(p.Proponents)
	switch worded := p.Kind == data.ProposalModify || p.Kind == data.ProposalAdd; {
	case worded && len(p.Wording) == 0:
		return p, data.E(CodeNoWording)
	case !worded && len(p.Wording) > 0:
		return p, data.E(CodeWording)
	}
	if err := d.checkTarget(&p); err != nil {
		return p, err
	}
	made, err := d.madeOn(p, prov)
	if err != nil {
		return p, err
	}
	given := p.Base
	p.Base = made
	for lang, text := range given {
		if _, wanted := p.Wording[lang]; wanted || len(p.Wording) == 0 {
			p.Base[lang] = text
		}
	}
	return p, nil
}

// checkTarget holds a move to a place in the text that is not within what is
// moved. Other proposals go nowhere.
func (d *Desk) checkTarget(p *data.Proposal) error {
	if p.Kind != data.ProposalMove {
		p.Target = data.ID{}
		if p.Kind != data.ProposalAdd {
			p.Before, p.Label = false, ""
		}
		return nil
	}
	if p.Target.IsZero() || slices.Contains(d.ancestry(p.Target), p.Provision) {
		return data.E(CodeNoTarget)
	}
	_, err := d.Provision(p.Target)
	return err
}

// madeOn is what a proposal is made on, in the languages in which it speaks.
func (d *Desk) madeOn(p data.Proposal, prov data.Provision) (data.Words, error) {
	words := data.Words{}
	for lang, r := range prov.Text {
		words[lang] = r.Text
	}
	if !p.On.IsZero() {
		on, err := d.Proposal(p.On)
		if err != nil {
			return nil, err
		}
		if on.Provision != p.Provision || on.ID == p.ID {
			return nil, data.E(CodeOtherPlace)
		}
		if len(on.Wording) > 0 {
			words = on.Wording
		}
	}
	switch {
	case p.Kind == data.ProposalAdd:
		return data.Words{}, nil
	case len(p.Wording) > 0:
		maps.DeleteFunc(words, func(lang data.Lang, _ string) bool { return p.Wording[lang] == "" })
	}
	return words, nil
}

// said is the wording without languages that say nothing.
func said(w data.Words) data.Words {
	out := data.Words{}
	for lang, text := range w {
		if text = strings.TrimRight(text, " \t\r\n"); strings.TrimSpace(text) != "" {
			out[lang] = text
		}
	}
	return out
}

// named are the proponents that have a name, each once.
func named(list []data.Proponent) []data.Proponent {
	var out []data.Proponent
	for _, x := range list {
		x.Name, x.For = strings.TrimSpace(x.Name), strings.TrimSpace(x.For)
		if (x.State != "" || x.Name != "") && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// proposalWrites are the writes that make of one state of a proposal another.
func proposalWrites(old, p data.Proposal) []change.Write {
	var writes []change.Write
	put := func(name string, value any) {
		writes = append(writes, set(kindProposal, root, p.ID, name, value))
	}
	before, after := proposalBody(old), proposalBody(p)
	if b := set(kindProposal, root, p.ID, fieldBody, after); string(b.Body) != string(change.Marshal(before)) {
		writes = append(writes, b)
	}
	for _, lang := range data.Langs {
		if old.Wording[lang] != p.Wording[lang] {
			put(fieldWording+"/"+string(lang), p.Wording[lang])
		}
	}
	if old.Reasons != p.Reasons {
		put(fieldReasons, p.Reasons)
	}
	return writes
}

// proposalBody is a proposal without what has a field of its own.
func proposalBody(p data.Proposal) data.Proposal {
	p.Wording, p.Reasons, p.Withdrawn = nil, "", false
	return p
}
