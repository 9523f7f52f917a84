package desk_test

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

func TestLastToObject(t *testing.T) {
	english := data.Words{data.English: "Other words."}
	propose := func(p data.Proposal) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) {
			p := p
			p.Provision = at(t, d, "ch1/art2/1").ID
			if p.Kind == data.ProposalModify {
				p.Wording = english
			}
			_, err := d.Propose(ctx, p)
			must(t, err)
		}
	}
	oppose := func(t *testing.T, d *desk.Desk) {
		must(t, d.SetPosition(ctx, data.Position{Provision: at(t, d, "ch1/art2/2").ID, Stance: data.StanceOppose}))
	}
	ours := data.Proposal{Kind: data.ProposalModify, Ours: true}
	jointly := data.Proposal{Kind: data.ProposalModify, Ours: true, Proponents: []data.Proponent{{State: "CHE"}, {State: "NOR"}}}
	byUs := data.Proposal{Kind: data.ProposalModify, Ours: true, Proponents: []data.Proponent{{State: "CHE"}}}
	forGroup := data.Proposal{Kind: data.ProposalModify, Ours: true, Proponents: []data.Proponent{{State: "CHE", For: "Core group"}}}
	theirs := data.Proposal{Kind: data.ProposalSuppress, Proponents: []data.Proponent{{State: "NOR"}}}
	theirNoChange := data.Proposal{Kind: data.ProposalNoChange, Proponents: []data.Proponent{{State: "NOR"}}}
	type acts []func(*testing.T, *desk.Desk)
	on := func(path string, p data.Proposal) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) {
			p := p
			p.Provision = at(t, d, path).ID
			if p.Kind == data.ProposalAdd {
				p.Wording = english
			}
			_, err := d.Propose(ctx, p)
			must(t, err)
		}
	}
	say := func(path string, s data.TextState) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) { must(t, d.SetTextState(ctx, at(t, d, path).ID, s, "")) }
	}
	stance := func(s data.Stance) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) {
			must(t, d.SetPosition(ctx, data.Position{Provision: at(t, d, "ch1/art2/1").ID, Stance: s}))
		}
	}
	withdraw := func(t *testing.T, d *desk.Desk) {
		list := d.Proposals(at(t, d, "ch1/art2/1").ID)
		must(t, d.WithdrawProposal(ctx, list[len(list)-1].ID, true))
	}
	amend := func(p data.Proposal) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) {
			p := p
			p.Provision = at(t, d, "ch1/art2/1").ID
			p.On = d.Proposals(p.Provision)[0].ID
			_, err := d.Propose(ctx, p)
			must(t, err)
		}
	}
	withdrawFirst := func(t *testing.T, d *desk.Desk) {
		must(t, d.WithdrawProposal(ctx, d.Proposals(at(t, d, "ch1/art2/1").ID)[0].ID, true))
	}
	for name, c := range map[string]struct {
		acts acts
		want int // objections of ours that are listed; 0: the article is not
	}{
		"nothing":                                 {acts{}, 0},
		"we oppose":                               {acts{oppose}, 1},
		"we support":                              {acts{stance(data.StanceSupport)}, 0},
		"we are flexible":                         {acts{stance(data.StanceFlexible)}, 0},
		"a red line":                              {acts{stance(data.StanceRedLine)}, 1},
		"we await instructions":                   {acts{stance(data.StanceReserve)}, 1},
		"our proposal":                            {acts{propose(ours)}, 1},
		"our proposal by name":                    {acts{propose(byUs)}, 1},
		"our proposal and a position":             {acts{propose(ours), oppose}, 2},
		"our proposal, withdrawn":                 {acts{propose(ours), withdraw}, 0},
		"a joint proposal":                        {acts{propose(jointly), oppose}, 0},
		"we speak for a group":                    {acts{propose(forGroup), oppose}, 0},
		"theirs alone":                            {acts{propose(theirs)}, 0},
		"theirs as well":                          {acts{oppose, propose(theirs)}, 0},
		"theirs, withdrawn":                       {acts{oppose, propose(theirs), withdraw}, 1},
		"they want no change":                     {acts{oppose, propose(theirNoChange)}, 1},
		"theirs on ours":                          {acts{propose(ours), amend(theirs)}, 0},
		"theirs on ours, which was withdrawn":     {acts{oppose, propose(ours), amend(theirs), withdrawFirst}, 1},
		"theirs in another article":               {acts{oppose, on("ch1/art1/a", theirs)}, 1},
		"theirs on the article":                   {acts{oppose, on("ch1/art2", theirs)}, 0},
		"theirs on the chapter":                   {acts{oppose, on("ch1", theirs)}, 0},
		"theirs beside the chapter":               {acts{oppose, on("ch1", data.Proposal{Kind: data.ProposalAdd, Proponents: theirs.Proponents})}, 1},
		"what we oppose was agreed":               {acts{oppose, say("ch1/art2/2", data.TextAdReferendum)}, 0},
		"what we oppose was deleted":              {acts{oppose, say("ch1/art2/2", data.TextDeleted)}, 0},
		"what they oppose was agreed":             {acts{oppose, propose(theirs), say("ch1/art2/1", data.TextAgreed)}, 1},
		"another paragraph of it was agreed":      {acts{oppose, say("ch1/art2/1", data.TextAgreed)}, 1},
		"theirs, on what we have said nothing of": {acts{on("ch1/art1/b", theirs)}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := imported(t)
			n := d.Negotiation()
			n.State = "CHE"
			must(t, d.SetNegotiation(ctx, n))
			for _, act := range c.acts {
				act(t, d)
			}
			list := converged(t, d).LastToObject
			if c.want == 0 {
				if len(list) != 0 {
					t.Errorf("listed: %+v", list)
				}
				return
			}
			if len(list) != 1 || list[0].Provision != at(t, d, "ch1/art2").ID || len(list[0].Ours) != c.want || list[0].Brackets != 2 {
				t.Errorf("got %+v, want article 2 with %d", list, c.want)
			}
		})
	}
}

// TestWhatWasTakenOverIsNoObjection lets the next revision say what we proposed on
// one paragraph, and not what another delegation proposed on it.
func TestWhatWasTakenOverIsNoObjection(t *testing.T) {
	d := lanterns(t, lanternsZero)
	p := at(t, d, "art3/1").ID
	taken := data.Proposal{Provision: p, Kind: data.ProposalModify, Ours: true, Wording: data.Words{data.English: "Lanterns and their spare wicks are never sold abroad."}}
	_, err := d.Propose(ctx, taken)
	must(t, err)
	listed := func() bool {
		return slices.ContainsFunc(converged(t, d).LastToObject, func(l desk.LastObjection) bool { return l.Path == "art3" })
	}
	if !listed() {
		t.Error("a proposal that is open is not listed")
	}
	later := strings.Replace(lanternsZero, "Lanterns are [never] sold.", "Lanterns and their spare wicks are never sold abroad.", 1)
	_, err = d.Import(ctx, desk.Issue{Symbol: "L/2", Date: data.Date{Year: 2026, Month: 4, Day: 1}}, data.NoProgress{}, version(data.English, later))
	must(t, err)
	if listed() {
		t.Error("a proposal that was taken over is listed")
	}
}
