// Package play plays the sample negotiation into an empty vault, act by act,
// through the same services that the window uses.
//
// It imports data, data/concept, data/desk, data/force, data/intake, data/library,
// data/monitor, data/obligation, data/sample and data/text.
package play

import (
	"context"
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/sample"
	"travaux/data/text"
)

// player carries the identities that the vault gave.
type player struct {
	ctx     context.Context
	desk    *desk.Desk
	lang    data.Lang
	members map[string]data.ID

	treaty   data.ID                    // the framework
	text     *desk.Text                 // of it
	requires map[string]data.Obligation // what it requires, by path
}

// Into founds the sample in an empty store. What the delegation wrote for
// itself (comments, instructions, internal reasons) is in one language; the
// draft and all that is public are in all six. The desk returned has nothing
// to undo.
func Into(ctx context.Context, store desk.Store, lang data.Lang, progress data.Progress) (*desk.Desk, error) {
	story := sample.Tell()
	p := &player{ctx: ctx, lang: lang, members: map[string]data.ID{}}
	if err := p.found(store, story); err != nil {
		return nil, err
	}
	if err := p.imports(story, progress); err != nil {
		return nil, err
	}
	for _, scene := range []func(sample.Story) error{p.register, p.shelve, p.instruct, p.comment, p.positions, p.meet, p.submit, p.raise, p.liveWith, p.deal, p.guard, p.ask, p.speak, p.conceive, p.govern, p.follow, p.amend, p.converse, p.dispute, p.discord} {
		if err := scene(story); err != nil {
			return nil, err
		}
	}
	for _, m := range p.desk.Members() {
		if m.Role == data.RoleHead {
			if err := p.desk.WorkAs(m.ID); err != nil {
				return nil, err
			}
		}
	}
	return desk.Open(ctx, store)
}

func (p *player) found(store desk.Store, story sample.Story) error {
	n := story.Negotiation
	n.Summary = story.Summary
	for _, m := range story.Members {
		member := data.Member{ID: data.NewID(), Name: m.Name.In(p.lang), Role: m.Role}
		p.members[m.Key] = member.ID
		if p.desk == nil {
			d, err := desk.Found(p.ctx, store, n, member)
			if err != nil {
				return err
			}
			p.desk = d
		} else if _, err := p.desk.SetMember(p.ctx, member); err != nil {
			return err
		}
	}
	return nil
}

func (p *player) imports(story sample.Story, progress data.Progress) error {
	_, err := issue(p.ctx, p.desk, story.Revision, sample.Draft, progress)
	return err
}

// Next issues the revision that follows the sample's draft, in all six languages.
func Next(ctx context.Context, d *desk.Desk, progress data.Progress) (data.Revision, error) {
	return issue(ctx, d, sample.Tell().Next, sample.Next, progress)
}

// issue imports a revision in all six languages.
func issue(ctx context.Context, d *desk.Desk, r data.Revision, words func(data.Lang) (string, []byte), progress data.Progress) (data.Revision, error) {
	var versions []desk.Version
	for _, lang := range []data.Lang{data.English, data.French, data.Spanish, data.Russian, data.Arabic, data.Chinese} {
		name, content := words(lang)
		src, err := intake.Read(ctx, name, content)
		if err != nil {
			return data.Revision{}, err
		}
		versions = append(versions, desk.Version{Lang: lang, Name: name, Format: src.Format, Content: content, Outline: text.Parse(src, lang)})
	}
	return d.Import(ctx, desk.Issue{Symbol: r.Symbol, Date: r.Date, Kind: r.Kind}, progress, versions...)
}

func (p *player) at(path string) (data.Provision, error) {
	t, err := p.desk.Current()
	if err != nil {
		return data.Provision{}, err
	}
	prov, ok := t.At(path)
	if !ok {
		return prov, data.E(data.CodeNotFound, "what", path)
	}
	return prov, nil
}

func (p *player) instruct(story sample.Story) error {
	recorded := map[string]data.ID{}
	for _, i := range story.Instructions {
		var ids []data.ID
		for _, path := range i.Paths {
			prov, err := p.at(path)
			if err != nil {
				return err
			}
			ids = append(ids, prov.ID)
		}
		if err := p.desk.WorkAs(p.members[i.Author]); err != nil {
			return err
		}
		order, err := p.desk.SetInstruction(p.ctx, data.Instruction{
			Provisions: ids, Topic: i.Topic[p.lang], Reference: i.Reference, Issuer: i.Issuer.In(p.lang), Issued: i.Issued, Lapses: i.Lapses,
			Classification: i.Classification, Binding: i.Binding, Supersedes: of(recorded, i.Supersedes),
			Stance: i.Stance, Requires: phrases(i.Requires), Forbids: phrases(i.Forbids), Text: i.Text.In(p.lang),
		})
		if err != nil {
			return err
		}
		recorded[i.Reference] = order.ID
		for _, key := range i.ReadBy {
			if err := p.desk.WorkAs(p.members[key]); err != nil {
				return err
			}
			if err := p.desk.Acknowledge(p.ctx, order.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// of are the identities of what was recorded under some references.
func of(recorded map[string]data.ID, references []string) (out []data.ID) {
	for _, r := range references {
		out = append(out, recorded[r])
	}
	return out
}

// phrases are the same phrase in each language that it is there in.
func phrases(words data.Words) (out []data.Phrase) {
	for _, lang := range data.Langs {
		if words[lang] != "" {
			out = append(out, data.Phrase{Lang: lang, Words: words[lang]})
		}
	}
	return out
}

func (p *player) comment(story sample.Story) error {
	for _, c := range story.Comments {
		prov, err := p.at(c.Path)
		if err != nil {
			return err
		}
		if err := p.desk.WorkAs(p.members[c.Author]); err != nil {
			return err
		}
		first, err := p.desk.Comment(p.ctx, prov.ID, anchor(prov, p.lang, c.Quote[p.lang]), c.Text.In(p.lang))
		if err != nil {
			return err
		}
		for _, r := range c.Replies {
			if err := p.desk.WorkAs(p.members[r.Author]); err != nil {
				return err
			}
			if _, err := p.desk.Reply(p.ctx, first.ID, r.Text.In(p.lang)); err != nil {
				return err
			}
		}
		if c.Resolved {
			if err := p.desk.ResolveComment(p.ctx, first.ID, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// anchor finds a quotation in a provision's text.
func anchor(prov data.Provision, lang data.Lang, quote string) data.Anchor {
	before, _, found := strings.Cut(prov.Text[lang].Text, quote)
	if quote == "" || !found {
		return data.Anchor{Lang: lang}
	}
	start := len([]rune(before))
	return data.NewAnchor(lang, prov.Text[lang].Text, start, start+len([]rune(quote)))
}

func (p *player) positions(story sample.Story) error {
	for _, x := range story.Positions {
		prov, err := p.at(x.Path)
		if err != nil {
			return err
		}
		position := data.Position{
			Provision: prov.ID, Stance: x.Stance, Wording: x.Wording, PublicReasons: x.PublicReasons,
			Citations: x.Citations, TalkingPoints: x.TalkingPoints, InternalReasons: x.InternalReasons.In(p.lang),
		}
		if err := p.desk.SetPosition(p.ctx, position); err != nil {
			return err
		}
		for _, step := range x.Steps {
			if err := p.step(prov.ID, step); err != nil {
				return err
			}
		}
		if x.Later != nil {
			position.Wording = x.Later
			if err := p.desk.SetPosition(p.ctx, position); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *player) step(provision data.ID, s sample.Step) error {
	if err := p.desk.WorkAs(p.members[s.By]); err != nil {
		return err
	}
	switch s.Act {
	case data.ApprovalSubmitted:
		return p.desk.Submit(p.ctx, provision)
	case data.ApprovalApproved:
		return p.desk.Approve(p.ctx, provision, s.Remark.In(p.lang))
	case data.ApprovalReturned:
		return p.desk.Return(p.ctx, provision, s.Remark.In(p.lang))
	}
	return p.desk.TakeBack(p.ctx, provision)
}
