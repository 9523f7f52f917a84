package clause

import (
	"slices"

	"travaux/data"
)

// Amendment is the clause of a treaty on its amendment as the numbers by which
// data/amend computes, and the article in which it stands: of those that say for how
// long nothing can be proposed or when an amendment is in force, the one that says
// most. ok is false where there is none. For whom an amendment enters into force is
// read from what its period is counted from: from a share or a number of acceptances,
// for those that accepted; else for each by its own. What a person has to add is
// whether it binds all, and of which parties a share is counted.
//
// Source: article 66 of the United Nations Convention against Cybercrime (each) and
// article 29 of the Convention on Biological Diversity (those that accepted).
func Amendment(provisions []data.Provision, lang data.Lang) (rule data.AmendmentRule, article data.ID, ok bool) {
	within := map[data.ID]data.ID{} // the article of a provision
	var order []data.ID
	paragraphs := map[data.ID][][]Param{}
	for _, p := range provisions {
		of, in := within[p.Parent]
		if p.Kind == data.KindArticle || !in {
			of = p.ID
		}
		within[p.ID] = of
		r, language := p.In(lang)
		params := Read(r.Text, language)
		if len(params) == 0 {
			continue
		}
		if _, seen := paragraphs[of]; !seen {
			order = append(order, of)
		}
		paragraphs[of] = append(paragraphs[of], params)
	}
	most := 0
	for _, of := range order {
		if n := amending(paragraphs[of]); n > most {
			most, article = n, of
		}
	}
	if most == 0 {
		return rule, article, false
	}
	return amendmentRule(paragraphs[article]), article, true
}

// amending counts what an article says of amendments; nothing where it says neither
// from when they can be proposed nor when they are in force.
func amending(paragraphs [][]Param) (n int) {
	has := map[Kind]bool{}
	for _, params := range paragraphs {
		for _, p := range params {
			has[p.Kind] = true
		}
	}
	if !has[Standstill] && !has[Amended] {
		return 0
	}
	for _, kind := range []Kind{Standstill, Ahead, Consensus, Majority, Quorum, Amended} {
		if has[kind] {
			n++
		}
	}
	return n
}

// amendmentRule puts what the paragraphs of an article say into one rule. The first
// that says something of it counts: what follows is on annexes and the like.
func amendmentRule(paragraphs [][]Param) data.AmendmentRule {
	rule := data.AmendmentRule{Of: data.MajorityVoting, Effect: data.EffectEach}
	inForce := false
	for _, params := range paragraphs {
		delays := only(params, Amended)
		share, shared := Find(params, Majority)
		switch {
		case len(delays) > 0 && inForce: // of something else
			continue
		case len(delays) > 0:
			inForce = true
			rule.Delay = delays[0].Delay
			if len(delays) > 1 && delays[1].Delay != rule.Delay {
				rule.Later = delays[1].Delay
			}
			if number, counted := Find(params, Parties); counted {
				rule.Number = number.Number
			} else if shared && share.Share.Of == OfParties {
				rule.Needed = shareOf(share.Share)
			}
			if rule.Number > 0 || !rule.Needed.IsZero() {
				rule.Effect = data.EffectAccepting
			}
		case shared && rule.Majority.IsZero():
			rule.Majority = shareOf(share.Share)
			if share.Share.Of == OfParties {
				rule.Of = data.MajorityParties
			}
		}
		if p, there := Find(params, Standstill); there && rule.Standstill.IsZero() {
			rule.Standstill = p.Delay
		}
		if p, there := Find(params, Ahead); there && rule.Notice.IsZero() {
			rule.Notice = p.Delay
		}
		if p, there := Find(params, Quorum); there && rule.Quorum.IsZero() {
			rule.Quorum = shareOf(p.Share)
		}
		if _, there := Find(params, Consensus); there {
			rule.Consensus = true
		}
	}
	return rule
}

// only are the parameters of one kind.
func only(params []Param, kind Kind) []Param {
	return slices.DeleteFunc(slices.Clone(params), func(p Param) bool { return p.Kind != kind })
}

// shareOf is a share as a rule has it; a simple majority is more than half.
func shareOf(s Share) data.Share {
	return data.Share{Num: s.Part, Den: s.Whole, Over: s.Part == 1 && s.Whole == 2}
}
