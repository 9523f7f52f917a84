package play

import (
	"travaux/data"
	"travaux/data/sample"
)

// guard records the red lines, and the ladders of fallbacks.
func (p *player) guard(story sample.Story) error {
	for _, x := range story.RedLines {
		r := data.RedLine{Rule: x.Rule, Phrases: x.Phrases, Reason: x.Reason.In(p.lang)}
		for _, path := range x.Paths {
			prov, err := p.at(path)
			if err != nil {
				return err
			}
			r.Provisions = append(r.Provisions, prov.ID)
		}
		if err := p.desk.WorkAs(p.members[x.Author]); err != nil {
			return err
		}
		if _, err := p.desk.SetRedLine(p.ctx, r); err != nil {
			return err
		}
	}
	for _, x := range story.Ladders {
		prov, err := p.at(x.Path)
		if err != nil {
			return err
		}
		l := data.Ladder{Provision: prov.ID}
		for _, s := range x.Steps {
			l.Steps = append(l.Steps, data.LadderStep{Wording: s.Wording, Trigger: s.Trigger.In(p.lang), Roles: s.Roles})
		}
		if err := p.desk.WorkAs(p.members[x.Author]); err != nil {
			return err
		}
		if err := p.desk.SetLadder(p.ctx, l); err != nil {
			return err
		}
	}
	return nil
}
