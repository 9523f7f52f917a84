package desk

import (
	"maps"
	"slices"

	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/compose"
	"travaux/translations"
)

// card is what the tab on proposals shows as one: a proposal with those that say
// the same, those that nearly do, and those that were made on it.
type card struct {
	all   []data.Proposal // at least one; the first speaks for all
	lang  data.Lang       // of the words
	base  string          // what it was made on
	edits []redline.Edit  // from base to the wording; none for a kind without wording
	stale bool            // the text has other words now than the base
	binds *strengthFacts  // more or less than the base; nil where there is nothing to compare
	near  []card          // edits are from this card's wording
	on    []card          // edits are from this card's wording
}

func (c card) first() data.Proposal { return c.all[0] }

// ids are the proposals of the card that say the same.
func (c card) ids() []data.ID {
	var ids []data.ID
	for _, p := range c.all {
		ids = append(ids, p.ID)
	}
	return ids
}

// together is a proposal by all who say the same.
func (c card) together() data.Proposal {
	p := c.first()
	p.Proponents = nil
	for _, x := range c.all {
		p.Ours = p.Ours || x.Ours
		for _, who := range x.Proponents {
			if !slices.Contains(p.Proponents, who) {
				p.Proponents = append(p.Proponents, who)
			}
		}
	}
	return p
}

// deck sorts the proposals on one provision into cards.
type deck struct {
	provision data.Provision
	lang      data.Lang // wanted
	all       []data.Proposal
	loc       *translations.Localizer
}

// cards are those on the text itself, in the order in which their first
// proposals were recorded, and those that were withdrawn. A proposal on one that
// is gone stands by itself.
func (d deck) cards() (upheld, withdrawn []card) {
	return d.group(d.on(data.ID{}), d.lang)
}

// on lists the proposals that were made on one, or on the text: on nothing that
// is still there.
func (d deck) on(proposal data.ID) (list []data.Proposal) {
	for _, p := range d.all {
		if d.madeOn(p) == proposal {
			list = append(list, p)
		}
	}
	return list
}

// madeOn is the proposal that one was made on. Where two laptops have made
// proposals amend one another in a circle, each was made on the text.
func (d deck) madeOn(p data.Proposal) data.ID {
	at := p
	for range d.all {
		i := slices.IndexFunc(d.all, func(x data.Proposal) bool { return x.ID == at.On })
		switch {
		case i < 0 && at.ID == p.ID:
			return data.ID{}
		case i < 0:
			return p.On
		}
		at = d.all[i]
	}
	return data.ID{}
}

// group makes cards of proposals made on the same thing; those that were
// withdrawn come apart, each by itself.
func (d deck) group(list []data.Proposal, lang data.Lang) (upheld, withdrawn []card) {
	var worded []data.Proposal // of which the words can be compared
	at := map[data.ID]int{}
	for i, p := range list {
		at[p.ID] = i
		switch {
		case p.Withdrawn:
			withdrawn = append(withdrawn, d.card(p))
		case p.Kind == data.ProposalMove, p.Kind == data.ProposalAdd, p.Kind == data.ProposalModify && p.Wording[lang] == "":
			upheld = d.join(upheld, p)
		default:
			worded = append(worded, p)
		}
	}
	upheld = append(upheld, d.clusters(worded, lang)...)
	slices.SortStableFunc(upheld, func(a, b card) int { return at[a.first().ID] - at[b.first().ID] })
	return upheld, withdrawn
}

// join adds an addition or a move to the card that says the same.
func (d deck) join(cards []card, p data.Proposal) []card {
	for i := range cards {
		q := cards[i].first()
		if p.Kind == q.Kind && p.Kind != data.ProposalModify && p.Before == q.Before && p.Target == q.Target && p.Label == q.Label && maps.Equal(p.Wording, q.Wording) {
			cards[i].all = append(cards[i].all, p)
			cards[i].on = append(cards[i].on, d.amendments(p)...)
			return cards
		}
	}
	return append(cards, d.card(p))
}

// clusters puts identical and near proposals together.
func (d deck) clusters(list []data.Proposal, lang data.Lang) (cards []card) {
	if len(list) == 0 {
		return nil
	}
	byKey := map[string]data.Proposal{}
	var variants []compose.Variant
	for _, p := range list {
		key := p.ID.String()
		byKey[key] = p
		variants = append(variants, compose.Variant{
			Key: key, Wording: p.Wording[lang],
			Delete: p.Kind == data.ProposalSuppress, Keep: p.Kind == data.ProposalNoChange,
		})
	}
	for _, cluster := range compose.Group(d.base(list[0], lang), variants) {
		lead := d.card(byKey[cluster.Key])
		for _, m := range cluster.Members {
			p := byKey[m.Key]
			switch {
			case m.Key == cluster.Key:
			case m.Same:
				lead.all = append(lead.all, p)
				lead.on = append(lead.on, d.amendments(p)...)
			default:
				c := d.card(p)
				c.edits = m.Redline
				lead.near = append(lead.near, c)
			}
		}
		cards = append(cards, lead)
	}
	return cards
}

// card is one proposal with those that were made on it.
func (d deck) card(p data.Proposal) card {
	lang, words := wordingIn(p, d.lang)
	c := card{all: []data.Proposal{p}, lang: lang, base: d.base(p, lang), on: d.amendments(p)}
	switch p.Kind {
	case data.ProposalModify, data.ProposalAdd:
		c.edits = redline.Words(c.base, words)
	case data.ProposalSuppress:
		c.edits = redline.Words(c.base, "")
	}
	if p.Kind == data.ProposalModify && c.base != "" {
		f := compareStrength(d.loc, c.base, words, lang)
		c.binds = &f
	}
	now := d.provision.Text[lang].Text
	c.stale = p.On.IsZero() && p.Kind != data.ProposalAdd && p.Base[lang] != "" && p.Base[lang] != now
	return c
}

// base is what a proposal was made on, in a language.
func (d deck) base(p data.Proposal, lang data.Lang) string {
	if made, ok := p.Base[lang]; ok {
		return made
	}
	if p.Kind == data.ProposalAdd {
		return ""
	}
	return d.provision.Text[lang].Text
}

func (d deck) amendments(p data.Proposal) []card {
	upheld, withdrawn := d.group(d.on(p.ID), d.lang)
	return append(upheld, withdrawn...)
}
