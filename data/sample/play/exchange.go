package play

import (
	"travaux/data"
	"travaux/data/sample"
)

// converse is the exchange of views on the framework: questions, meetings, and whom to
// turn to.
func (p *player) converse(story sample.Story) error {
	asked := map[string]data.ID{}
	for _, x := range story.Framework.Questions {
		on, err := p.framed(x.Paths...)
		if err != nil {
			return err
		}
		q, err := p.desk.PartyQuestions().Set(p.ctx, data.Question{
			Treaty: p.treaty, Thread: asked[x.Thread], Kind: x.Kind, By: x.By, To: x.To, Provisions: on,
			Text: x.Text.In(p.lang), Lang: p.lang, Date: x.Date, Due: x.Due,
		})
		if err != nil {
			return err
		}
		if x.Key != "" {
			asked[x.Key] = q.ID
		}
	}
	for _, x := range story.Framework.Meetings {
		if err := p.consult(x, asked); err != nil {
			return err
		}
	}
	var all []data.Contact
	for _, x := range story.Framework.Contacts {
		all = append(all, data.Contact{Treaty: p.treaty, Party: x.Party, Office: x.Office.In(p.lang), Address: x.Address, From: x.From, Until: x.Until})
	}
	_, err := p.desk.Contacts().SetAll(p.ctx, all...)
	return err
}

func (p *player) consult(x sample.Consultation, asked map[string]data.ID) error {
	c := data.Consultation{
		Treaty: p.treaty, Kind: x.Kind, Title: x.Title.In(p.lang), Place: x.Place.In(p.lang), Date: x.Date, Until: x.Until,
		Parties: x.Parties, Record: x.Record.In(p.lang), Lang: p.lang,
	}
	for _, a := range x.Agenda {
		on, err := p.framed(a.Path)
		if err != nil {
			return err
		}
		c.Agenda = append(c.Agenda, data.AgendaItem{Title: a.Title.In(p.lang), Provision: on[0], Question: asked[a.Question]})
	}
	for _, f := range x.FollowUps {
		c.FollowUps = append(c.FollowUps, data.FollowUp{What: f.What.In(p.lang), Who: f.Who, By: f.By, Done: f.Done})
	}
	_, err := p.desk.Consultations().Set(p.ctx, c)
	return err
}

// dispute is the file of the dispute under the framework.
func (p *player) dispute(story sample.Story) error {
	x := story.Framework.Dispute
	on, err := p.framed(x.Paths...)
	if err != nil {
		return err
	}
	d := data.Dispute{
		Treaty: p.treaty, Number: x.Number, Title: x.Title.In(p.lang), Claimants: x.Claimants, Answering: x.Answering,
		Provisions: on, Raised: x.Raised,
	}
	for _, c := range x.Claims {
		d.Claims = append(d.Claims, data.Claim{By: c.By, Text: c.Text.In(p.lang), Relief: c.Relief.In(p.lang)})
	}
	for _, r := range x.Ladder {
		rung := r.Rung
		rung.Body = r.Body.In(p.lang)
		d.Ladder = append(d.Ladder, rung)
	}
	if d, err = p.desk.Disputes().Set(p.ctx, d); err != nil {
		return err
	}
	var steps []data.DisputeStep
	for _, s := range x.Steps {
		steps = append(steps, data.DisputeStep{
			Dispute: d.ID, Provisions: on, Means: s.Means, Act: s.Act, By: s.By, Date: s.Date, Text: s.Text.In(p.lang), Lang: p.lang,
		})
	}
	if _, err := p.desk.DisputeSteps().SetAll(p.ctx, steps...); err != nil {
		return err
	}
	var papers []data.DisputePaper
	for _, s := range x.Papers {
		papers = append(papers, data.DisputePaper{
			Dispute: d.ID, Provisions: on, Kind: s.Kind, Title: s.Title.In(p.lang), Symbol: s.Symbol, By: s.By, Date: s.Date,
			Text: s.Text.In(p.lang), Lang: p.lang,
		})
	}
	_, err = p.desk.DisputePapers().SetAll(p.ctx, papers...)
	return err
}
