package desk

import (
	"strings"

	"travaux/data"
)

// taken tells what became of the proposals in the revision: for us of all of
// them, for the outside of those that were published and not withdrawn.
func (g *gathering) taken(lang data.Lang, internal bool) error {
	list, err := g.d.Uptakes(g.ctx, g.o.Revision, lang)
	if err != nil {
		return err
	}
	for _, u := range list {
		p := u.Proposal
		if !internal && (p.Withdrawn || strings.TrimSpace(p.Source) == "") {
			continue
		}
		x := data.PublicTaken{
			Path: pathOf(g.compared.Old, u.From), Kind: p.Kind, Source: p.Source, Uptake: u.Uptake,
			Found: u.Evidence.Inserted.Found, Of: u.Evidence.Inserted.Of,
		}
		if g.o.Proponents != nil {
			x.By = g.o.Proponents(p.Proponents)
		}
		if len(p.Proponents) == 0 && p.Ours {
			x.By = g.r.State
		}
		for _, place := range u.Places {
			if place.Elsewhere && u.Uptake == data.UptakeElsewhere {
				x.Where = append(x.Where, pathOf(g.compared.New, place.Provision))
			}
		}
		g.r.Taken = append(g.r.Taken, x)
	}
	return nil
}
