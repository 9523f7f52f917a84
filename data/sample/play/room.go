package play

import (
	"travaux/data"
	"travaux/data/sample"
)

// meet plays the meetings one after the other, each with what was announced and
// proposed there, and sits in the last of them.
func (p *player) meet(story sample.Story) error {
	made := map[string]data.ID{} // proposals by key
	for _, m := range story.Meetings {
		held, err := p.hold(story, m)
		if err != nil {
			return err
		}
		if err := p.desk.SitIn(held.ID); err != nil {
			return err
		}
		for _, x := range m.States {
			if err := p.announce(x); err != nil {
				return err
			}
		}
		if err := p.desk.WorkAs(p.members[sample.Delegate]); err != nil {
			return err
		}
		for _, x := range m.Proposals {
			if err := p.propose(x, made); err != nil {
				return err
			}
		}
		if err := p.listen(m, held.ID, made); err != nil {
			return err
		}
	}
	return nil
}

// hold opens a meeting, with its order of consideration and its limits.
func (p *player) hold(story sample.Story, m sample.Meeting) (data.Meeting, error) {
	held := data.Meeting{
		Title: m.Title.In(p.lang), Date: m.Date, Item: story.Negotiation.AgendaItem.In(p.lang),
		Each: m.Each, Group: m.Group, Start: began(m),
	}
	for _, path := range m.Order {
		prov, err := p.at(path)
		if err != nil {
			return held, err
		}
		held.Order = append(held.Order, prov.ID)
	}
	return p.desk.SetMeeting(p.ctx, held)
}

func (p *player) announce(x sample.TextState) error {
	var ids []data.ID
	for _, path := range x.Paths {
		prov, err := p.at(path)
		if err != nil {
			return err
		}
		ids = append(ids, prov.ID)
	}
	if err := p.desk.WorkAs(p.members[x.Author]); err != nil {
		return err
	}
	return p.desk.SetTextStates(p.ctx, ids, x.State, x.Remark.In(p.lang))
}

func (p *player) propose(x sample.Proposal, made map[string]data.ID) error {
	prov, err := p.at(x.Path)
	if err != nil {
		return err
	}
	proposal := data.Proposal{
		Provision: prov.ID, On: made[x.On], Kind: x.Kind, Ours: x.Ours, Wording: x.Wording,
		Label: x.Label, Reasons: x.Reasons.In(p.lang), Source: x.Source,
	}
	for _, who := range x.By {
		proposal.Proponents = append(proposal.Proponents, data.Proponent{Name: who.Name.In(p.lang), For: who.For.In(p.lang)})
	}
	if x.Target != "" {
		target, err := p.at(x.Target)
		if err != nil {
			return err
		}
		proposal.Target = target.ID
	}
	recorded, err := p.desk.Propose(p.ctx, proposal)
	if err != nil {
		return err
	}
	made[x.Key] = recorded.ID
	if x.Withdrawn {
		return p.desk.WithdrawProposal(p.ctx, recorded.ID, true)
	}
	return nil
}

// liveWith records what the delegation can live with, of the text in the
// language in which it writes for itself.
func (p *player) liveWith(story sample.Story) error {
	for _, x := range story.LiveWith {
		prov, err := p.at(x.Path)
		if err != nil {
			return err
		}
		if err := p.desk.WorkAs(p.members[x.Author]); err != nil {
			return err
		}
		_, err = p.desk.SetLiveWith(p.ctx, data.LiveWith{
			Provision: prov.ID, Lang: p.lang, Kept: x.Kept, Sentence: x.Sentence.In(p.lang), Remark: x.Remark.In(p.lang),
		})
		if err != nil {
			return err
		}
	}
	return nil
}
