package play

import (
	"travaux/data"
	"travaux/data/sample"
)

// deal records the packages, puts members in charge and lets them hand over.
func (p *player) deal(story sample.Story) error {
	for _, x := range story.Deals {
		if err := p.desk.WorkAs(p.members[x.Author]); err != nil {
			return err
		}
		pack := data.Package{Title: x.Title.In(p.lang), Note: x.Note.In(p.lang)}
		for _, path := range x.Accepts {
			prov, err := p.at(path)
			if err != nil {
				return err
			}
			pack.Accepts = append(pack.Accepts, prov.ID)
		}
		for _, c := range x.Conditions {
			prov, err := p.at(c.Path)
			if err != nil {
				return err
			}
			pack.Conditions = append(pack.Conditions, data.Condition{Provision: prov.ID, Kind: c.Kind, Lang: p.lang})
		}
		if _, err := p.desk.SetPackage(p.ctx, pack); err != nil {
			return err
		}
	}
	for _, c := range story.Charges {
		prov, err := p.at(c.Path)
		if err != nil {
			return err
		}
		member := p.members[c.Member]
		if c.From == "" {
			err = p.desk.PutInCharge(p.ctx, []data.ID{prov.ID}, member)
		} else if err = p.desk.WorkAs(p.members[c.From]); err == nil {
			err = p.desk.HandOver(p.ctx, p.members[c.From], member, []data.ID{prov.ID}, c.Note.In(p.lang))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
