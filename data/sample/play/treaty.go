package play

import (
	"travaux/data"
	"travaux/data/concept"
	"travaux/data/desk"
	"travaux/data/sample"
)

// conceive writes the concept of the draft, with its sources as the library has them,
// and notes what its theses became.
func (p *player) conceive(story sample.Story) error {
	if err := p.desk.WorkAs(p.members[sample.Delegate]); err != nil {
		return err
	}
	made := map[string]data.ID{}
	var sourcings []data.Sourcing
	for i, x := range story.Theses {
		t := data.Thesis{Parent: made[x.In], Order: i, Part: x.Part, Heading: x.Heading, Text: x.Text, Clause: x.Clause, Values: x.Values}
		if x.Symbol != "" {
			t.Sources = []data.SourceRef{p.source(story, x)}
		}
		if x.Became != "" {
			prov, err := p.at(x.Became)
			if err != nil {
				return err
			}
			t.Became = prov.ID
			if len(t.Sources) > 0 {
				sourcings = append(sourcings, data.Sourcing{Provision: prov.ID, Sources: t.Sources})
			}
		}
		kept, err := p.desk.Theses().Set(p.ctx, t)
		if err != nil {
			return err
		}
		made[x.Key] = kept.ID
	}
	_, err := p.desk.Sourcings().SetAll(p.ctx, sourcings...)
	return err
}

// source is what a thesis rests on: a paragraph of a work of the story as a whole, in
// the language of the delegation, or a work that is only named.
func (p *player) source(story sample.Story, x sample.Thesis) data.SourceRef {
	s := data.SourceRef{Symbol: x.Symbol, Pointer: x.Pointer}
	for _, work := range p.desk.Works() {
		if work.Symbol == x.Symbol {
			s.Work = work.ID
		}
	}
	for _, work := range story.Works {
		for _, para := range work.Paragraphs {
			if work.Symbol == x.Symbol && para.Pointer == x.Pointer {
				s.Quote, s.Lang = unnumbered(para.Text[p.lang]), p.lang
			}
		}
	}
	return s
}

// govern puts the text of the framework beside the draft and records what States did
// with it.
func (p *player) govern(story sample.Story) error {
	if err := p.desk.WorkAs(p.members[sample.Head]); err != nil {
		return err
	}
	f := story.Framework
	if err := p.compose(f); err != nil {
		return err
	}
	t := f.Treaty
	t.Revision = p.text.Revision.ID
	t, err := p.desk.Treaties().Set(p.ctx, t)
	if err != nil {
		return err
	}
	p.treaty = t.ID
	var deposited []data.Instrument
	for _, x := range f.Instruments {
		deposited = append(deposited, data.Instrument{Treaty: t.ID, Party: x.Party, Kind: x.Kind, Date: x.Date})
	}
	if _, err := p.desk.Instruments().SetAll(p.ctx, deposited...); err != nil {
		return err
	}
	made := map[string]data.ID{}
	for _, x := range f.Declared {
		on, err := p.framed(x.Paths...)
		if err != nil {
			return err
		}
		r, err := p.desk.Reservations().Set(p.ctx, data.Reservation{
			Treaty: t.ID, Party: x.Party, Kind: x.Kind, On: made[x.On], Provisions: on, Text: x.Text.In(p.lang), Lang: p.lang, Date: x.Date,
		})
		if err != nil {
			return err
		}
		made[x.Key] = r.ID
	}
	return nil
}

// compose writes the articles of the framework as a text in six languages.
func (p *player) compose(f sample.Framework) error {
	var theses []data.Thesis
	add := func(t data.Thesis) data.ID {
		t.ID, t.Order = data.NewID(), len(theses)
		theses = append(theses, t)
		return t.ID
	}
	for _, x := range f.Articles {
		t := data.Thesis{Part: x.Part, Clause: x.Clause, Values: x.Values, Heading: x.Heading}
		if len(x.Paragraphs) > 0 {
			t.Text = x.Paragraphs[0]
		}
		article := add(t)
		for _, words := range x.Paragraphs[min(1, len(x.Paragraphs)):] {
			add(data.Thesis{Parent: article, Text: words})
		}
	}
	var versions []desk.Version
	for _, lang := range data.Langs {
		d := concept.Compose(f.Treaty.Title, theses, lang)
		versions = append(versions, desk.Version{Lang: lang, Name: "framework." + string(lang) + ".txt", Format: "text", Content: d.Content, Outline: d.Outline})
	}
	r, err := p.desk.Import(p.ctx, desk.Issue{Symbol: f.Text.Symbol, Date: f.Text.Date, Kind: f.Text.Kind}, data.NoProgress{}, versions...)
	if err != nil {
		return err
	}
	p.text, err = p.desk.Text(r.ID)
	return err
}

// framed are the identities of provisions of the framework.
func (p *player) framed(paths ...string) ([]data.ID, error) {
	var out []data.ID
	for _, path := range paths {
		prov, ok := p.text.At(path)
		if !ok {
			return nil, data.E(data.CodeNotFound, "what", path)
		}
		out = append(out, prov.ID)
	}
	return out, nil
}

// amend proposes the amendments to the framework and records who accepted them.
func (p *player) amend(story sample.Story) error {
	for _, x := range story.Framework.Amendments {
		on, err := p.framed(x.Path)
		if err != nil {
			return err
		}
		e := data.AmendmentEdit{Op: x.Op, Provision: on[0], Text: x.Text, Label: x.Label}
		if x.Op == data.EditInsert {
			e.After, e.Provision = on[0], data.NewID()
		}
		a := x.Amendment
		a.Treaty, a.Edits, a.Remark = p.treaty, []data.AmendmentEdit{e}, x.Remark.In(p.lang)
		if a, err = p.desk.Amendments().Set(p.ctx, a); err != nil {
			return err
		}
		var acts []data.AmendmentAct
		for _, i := range x.Accepted {
			acts = append(acts, data.AmendmentAct{Amendment: a.ID, Party: i.Party, Kind: data.ActAccept, Date: i.Date})
		}
		if _, err := p.desk.AmendmentActs().SetAll(p.ctx, acts...); err != nil {
			return err
		}
	}
	return nil
}

// discord notes where the versions of the draft do not say the same.
func (p *player) discord(story sample.Story) error {
	for _, x := range story.Framework.Discordances {
		prov, err := p.at(x.Path)
		if err != nil {
			return err
		}
		d := data.Discordance{Provision: prov.ID, Kind: data.DiscordanceSeen, Confirmed: true, Remark: x.Remark.In(p.lang), Read: x.Read}
		if _, err := p.desk.Discordances().Set(p.ctx, d); err != nil {
			return err
		}
	}
	return nil
}
