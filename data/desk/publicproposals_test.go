package desk_test

import (
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

// A compilation says of a proposal on which text it was made, where that is not the one
// that stands above it.
func TestACompilationKnowsOnWhichTextAProposalWasMade(t *testing.T) {
	d := revised(t)
	changed := at(t, d, "art1/1")
	propose(t, d, data.Proposal{
		Provision: changed.ID, Kind: data.ProposalModify, Wording: english("“Lantern” means a lamp."), Proponents: []data.Proponent{{State: "NOR"}},
	})
	p, err := d.PublicProposals(desk.PublicOptions{Lang: data.English, Provisions: []data.ID{changed.ID}}, "Velmora", func(data.Proposal) string { return "x" }, nil)
	must(t, err)
	if len(p.Provisions) != 1 || len(p.Provisions[0].Proposals) != 2 {
		t.Fatalf("%+v", p.Provisions)
	}
	old, now := p.Provisions[0].Proposals[0], p.Provisions[0].Proposals[1]
	if !old.Earlier || old.EarlierOf != "L/1" || old.Base == p.Provisions[0].Text {
		t.Errorf("a proposal on the text before: %+v", old)
	}
	if now.Earlier || now.EarlierOf != "" || now.Base != p.Provisions[0].Text {
		t.Errorf("a proposal on the text as it stands: %+v", now)
	}
}
