package consultations

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/consult"
	"travaux/data/desk"
	"travaux/data/marking"
	"travaux/data/states"
	"travaux/export"
	"travaux/translations"
)

// Paper is the compilation of what the parties asked and told each other, as it
// stands on a day. One for the outside holds only what everybody may read; ours holds
// all, and is marked.
func Paper(d *desk.Desk, t data.Treaty, lang data.Lang, day data.Date, ours bool) (export.Document, error) {
	n, reg, loc := d.Negotiation(), d.Register(), translations.New(string(lang))
	p := export.PublicExchange{
		Lang: lang, Treaty: t.Title.In(lang), Day: day, State: states.Name(n.State, lang), Names: map[string]string{"": loc.T("consult.by.meeting")}, Paths: map[data.ID]string{}, Obligations: map[data.ID]data.Obligation{},
	}
	if s := n.StateName.In(lang); s != "" {
		p.State = s
	}
	for line := range strings.SplitSeq(n.Letterhead.In(lang), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			p.Letterhead = append(p.Letterhead, line)
		}
	}
	said := d.PartyQuestions().Where(func(q data.Question) bool {
		return (q.Treaty == t.ID || q.Treaty.IsZero()) && (ours || q.Audience() == data.AudienceAll)
	})
	p.Threads = consult.Threads(said, d.Bound(t, day), day)
	p.Meetings = d.Consultations().Where(func(c data.Consultation) bool {
		return (c.Treaty == t.ID || c.Treaty.IsZero()) && !day.Before(c.Date) && (ours || c.Audience() == data.AudienceAll)
	})
	name := func(codes ...string) {
		for _, code := range codes {
			if code != "" {
				p.Names[code] = reg.Name(code, lang)
			}
		}
	}
	path := func(ids ...data.ID) {
		for _, id := range ids {
			if v, err := d.Provision(id); err == nil {
				p.Paths[id] = v.Path
			}
		}
	}
	for _, q := range said {
		name(slices.Concat([]string{q.By}, q.To)...)
		path(q.Provisions...)
		if o, ok := d.Obligations().Get(q.Obligation); ok {
			p.Obligations[o.ID] = o
			path(o.Provision)
		}
	}
	name(d.Bound(t, day)...)
	for _, c := range p.Meetings {
		name(c.Parties...)
		path(c.Concerns()...)
		for _, f := range c.FollowUps {
			name(f.Who)
		}
	}
	if ours {
		p.Marking = marking.Of(n).Level(data.Confidential)
	}
	return export.Exchange(p, loc), nil
}
