package play

import (
	"fmt"
	"slices"

	"travaux/data"
	"travaux/data/force"
	"travaux/data/monitor"
	"travaux/data/obligation"
	"travaux/data/sample"
)

// follow decides on what the framework requires, and follows it through its cycles.
func (p *player) follow(story sample.Story) error {
	if err := p.oblige(story.Framework.Obligations); err != nil {
		return err
	}
	var latest data.Cycle
	for _, x := range story.Framework.Cycles {
		c, err := p.desk.Cycles().Set(p.ctx, data.Cycle{Treaty: p.treaty, Title: x.Title, Opens: x.Opens, Due: x.Due, Newcomers: x.Newcomers})
		if err != nil {
			return err
		}
		if err := p.report(c, x); err != nil {
			return err
		}
		latest = c
	}
	return p.draw(story, latest)
}

// oblige decides on obligations as the program reads them in the language of the
// delegation.
func (p *player) oblige(decided []sample.Obligation) error {
	read := obligation.Propose(p.text.Provisions, p.lang)
	p.requires = map[string]data.Obligation{}
	var all []data.Obligation
	for _, x := range decided {
		on, err := p.framed(x.Path)
		if err != nil {
			return err
		}
		o := p.read(read, on[0])
		o.Treaty, o.Aside, o.Obliged = p.treaty, x.Aside, data.ObligedParties
		o.Due.Kind, o.Due.Period = x.Due.Kind, x.Due.Period
		all = append(all, o)
	}
	all, err := p.desk.Obligations().SetAll(p.ctx, all...)
	for i, o := range all {
		p.requires[decided[i].Path] = o
	}
	return err
}

// read is what the program read in a provision first; where it read nothing, what a
// person enters: the words of the provision.
func (p *player) read(all []data.Obligation, provision data.ID) data.Obligation {
	if i := slices.IndexFunc(all, func(o data.Obligation) bool { return o.Provision == provision }); i >= 0 {
		return all[i]
	}
	at, _ := p.text.Find(provision)
	words, lang := at.In(p.lang)
	return data.Obligation{Provision: provision, Anchor: data.Anchor{Lang: lang}, Must: words.Text}
}

// report takes in the reports of a cycle, and what they were found to be.
func (p *player) report(c data.Cycle, x sample.Cycle) error {
	var reports []data.PartyReport
	symbol := map[string]string{}
	for i, r := range x.Reports {
		symbol[r.Party] = fmt.Sprintf("ORN/REP/%d/%d", c.Opens.Year, i+1)
		reports = append(reports, data.PartyReport{Cycle: c.ID, Party: r.Party, Received: r.Received, Symbol: symbol[r.Party], Text: r.Text.In(p.lang), Lang: p.lang})
	}
	if _, err := p.desk.PartyReports().SetAll(p.ctx, reports...); err != nil {
		return err
	}
	var found []data.Assessment
	for _, a := range x.Assessments {
		o, ok := p.requires[a.Path]
		if !ok {
			return data.E(data.CodeNotFound, "what", a.Path)
		}
		made := data.Assessment{
			Cycle: c.ID, Party: a.Party, Obligation: o.ID, Provision: o.Provision, Grade: a.Grade, Day: a.Day,
			Text: a.Text.In(p.lang), Confidential: a.Confidential,
		}
		if a.Evidence != nil {
			made.Evidence = []data.Evidence{{Symbol: symbol[a.Party], Words: a.Evidence.In(p.lang)}}
		}
		found = append(found, made)
	}
	_, err := p.desk.Assessments().SetAll(p.ctx, found...)
	return err
}

// draw draws the reviewers of a cycle by lot from the parties of the day, with their
// regional groups, and records how far the reviews have come.
func (p *player) draw(story sample.Story, c data.Cycle) error {
	x := story.Framework.Draw
	t, _ := p.desk.Treaties().Get(p.treaty)
	bound := force.On(t, p.desk.Instruments().All(), p.desk.Register().Organization, x.Date).Parties()
	d := data.Draw{Cycle: c.ID, Date: x.Date, Rules: x.Rules, Seed: x.Seed, Witness: x.Witness.In(p.lang), Under: x.Under}
	for _, code := range bound {
		ticket := data.Ticket{Party: code}
		for _, g := range story.Groupings {
			if g.Kind == data.GroupRegional && slices.Contains(g.Members, code) {
				ticket.Region = g.Code
			}
		}
		d.Pool = append(d.Pool, ticket)
	}
	d.Lots, d.Round = monitor.Lots(d.Rules, d.Under, d.Pool, d.Seed)
	d, err := p.desk.Draws().Set(p.ctx, d)
	if err != nil {
		return err
	}
	var reviews []data.Review
	for _, lot := range d.Lots {
		reviews = append(reviews, data.Review{
			Cycle: c.ID, Party: lot.Party, Reviewers: lot.Reviewers, Draw: d.ID, Steps: x.Steps[lot.Party],
			Consent: slices.Contains(x.Consent, lot.Party), Text: x.Remarks[lot.Party].In(p.lang),
		})
	}
	_, err = p.desk.Reviews().SetAll(p.ctx, reviews...)
	return err
}
