package play

import (
	"time"

	"travaux/data"
	"travaux/data/sample"
)

// register names the invented States and their groups, and that only they are
// counted.
func (p *player) register(story sample.Story) error {
	if err := p.desk.WorkAs(p.members[sample.Head]); err != nil {
		return err
	}
	var codes []string
	for _, x := range story.Parties {
		_, err := p.desk.SetParty(p.ctx, data.Party{Code: x.Code, Kind: data.PartyMember, Names: x.Names})
		if err != nil {
			return err
		}
		codes = append(codes, x.Code)
	}
	for _, x := range story.Groupings {
		g := data.Grouping{Code: x.Code, Kind: x.Kind, Names: x.Names, Source: x.Source.In(p.lang)}
		for _, code := range x.Members {
			g.Members = append(g.Members, data.Membership{Code: code})
		}
		if _, err := p.desk.SetGroup(p.ctx, g); err != nil {
			return err
		}
	}
	return p.desk.SetParticipants(p.ctx, codes)
}

// began is when a meeting of the sample begins.
func began(m sample.Meeting) time.Time {
	return time.Date(m.Date.Year, m.Date.Month, m.Date.Day, 15, 0, 0, 0, time.UTC)
}

// listen records what was said at a meeting; made are the proposals by key.
func (p *player) listen(m sample.Meeting, held data.ID, made map[string]data.ID) error {
	if err := p.desk.WorkAs(p.members[sample.NoteTaker]); err != nil {
		return err
	}
	var views []data.View
	for _, x := range m.Views {
		prov, err := p.at(x.Path)
		if err != nil {
			return err
		}
		v := data.View{
			Provision: prov.ID, Proposal: made[x.Proposal], By: data.Speaker{Code: x.By, For: x.For},
			Attitude: x.Attitude, Confidence: x.Confidence, Words: x.Words.In(p.lang),
			Said: began(m).Add(x.After), Meeting: held, Private: x.Private,
		}
		if v.Words != "" {
			v.Lang = p.lang
		}
		views = append(views, v)
	}
	_, err := p.desk.RecordViews(p.ctx, views)
	return err
}

// raise names the questions that run through several provisions.
func (p *player) raise(story sample.Story) error {
	for _, x := range story.Issues {
		issue := data.Issue{Title: x.Title.In(p.lang)}
		for _, path := range x.Paths {
			prov, err := p.at(path)
			if err != nil {
				return err
			}
			issue.Provisions = append(issue.Provisions, prov.ID)
		}
		if _, err := p.desk.SetIssue(p.ctx, issue); err != nil {
			return err
		}
	}
	return nil
}
