package desk

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"travaux/data"
	"travaux/data/redline/align"
	"travaux/data/redline/taken"
)

// judgedKey names one comparison of two revisions in a language.
type judgedKey struct {
	old, new data.ID
	lang     data.Lang
}

// judgedSet is a comparison made ready, and what was found of proposals. It holds
// for one state of texts, pairs and proposals.
type judgedSet struct {
	version int
	index   *taken.Index
	c       *Compared
	olds    map[data.ID]int // paragraphs by provision
	found   map[data.ID]TakenUp
}

// judged says of the proposals on one revision what became of them in the next,
// without what persons said: of those made on it, and of the earlier ones that
// still stand.
func (d *Desk) judged(ctx context.Context, old, new data.ID, lang data.Lang, standing map[data.ID]bool) ([]TakenUp, error) {
	before, err := d.Text(old)
	if err != nil {
		return nil, err
	}
	after, err := d.Text(new)
	if err != nil {
		return nil, err
	}
	sets := map[data.Lang]*judgedSet{}
	out := d.proposedOn(old, new, standing)
	for i := range out {
		in, ok := comparable(out[i].Proposal, before.Revision, after.Revision, lang)
		if !ok {
			out[i].Found, out[i].Evidence = data.UptakeNot, taken.Evidence{Uptake: data.UptakeNot, Reason: taken.Unread}
			continue
		}
		if sets[in] == nil {
			if sets[in], err = d.judgedSet(ctx, judgedKey{old, new, in}); err != nil {
				return nil, err
			}
		}
		out[i].Lang = in
	}
	if err := d.judgeAll(ctx, out, sets); err != nil {
		return nil, err
	}
	slices.SortStableFunc(out, func(a, b TakenUp) int {
		if a.Proposal.Withdrawn != b.Proposal.Withdrawn {
			if a.Proposal.Withdrawn {
				return 1
			}
			return -1
		}
		return cmp.Compare(order(before, a.From), order(before, b.From))
	})
	return out, nil
}

// order is the place of a provision in a text; what is not in it comes last.
func order(t *Text, id data.ID) int {
	if i, ok := t.byID[id]; ok {
		return i
	}
	return len(t.Provisions)
}

// proposedOn are the proposals on a revision, with the provisions they were about
// in it, in the order in which they were recorded.
func (d *Desk) proposedOn(old, new data.ID, standing map[data.ID]bool) []TakenUp {
	d.mu.RLock()
	defer d.mu.RUnlock()
	then := d.carriage
	then.until = then.order[new]
	all := make([]*kept[data.Proposal], 0, len(d.proposals.all))
	for id, k := range d.proposals.all {
		if home := d.home(k); home == old || standing[id] && then.order[home] < then.order[old] {
			all = append(all, k)
		}
	}
	slices.SortFunc(all, func(a, b *kept[data.Proposal]) int { return cmp.Compare(a.at, b.at) })
	out := make([]TakenUp, len(all))
	for i, k := range all {
		raw := k.recorded()
		at, _, last := then.follow(k.id, raw.Revision, raw.Provision)
		out[i] = TakenUp{Proposal: owned(raw), From: at}
		if last != nil && !last.Target.IsZero() {
			out[i].Proposal.Target = last.Target
		}
	}
	return out
}

// home is the revision on whose text a proposal was made: of an old one of which
// that was not noted, the latest one imported before it was recorded.
func (d *Desk) home(k *kept[data.Proposal]) data.ID {
	raw := k.recorded()
	if !raw.Revision.IsZero() {
		return raw.Revision
	}
	var home data.ID
	for _, r := range d.revisions {
		if d.imported[r.ID] < k.at {
			home = r.ID
		}
	}
	return home
}

// comparable is the language in which a proposal is compared.
func comparable(p data.Proposal, old, new data.Revision, wanted data.Lang) (data.Lang, bool) {
	for _, lang := range append([]data.Lang{wanted, data.English}, data.Langs...) {
		worded := len(p.Wording) == 0 || p.Wording[lang] != ""
		if worded && slices.Contains(old.Langs(), lang) && slices.Contains(new.Langs(), lang) {
			return lang, true
		}
	}
	return "", false
}

// judgedSet makes a comparison ready, or finds it as it was made.
func (d *Desk) judgedSet(ctx context.Context, key judgedKey) (*judgedSet, error) {
	d.mu.RLock()
	known, version := d.judgements[key], d.judging
	d.mu.RUnlock()
	if known != nil && known.version == version {
		return known, nil
	}
	c, err := d.Compare(ctx, key.old, key.new, key.lang)
	if err != nil {
		return nil, err
	}
	set := &judgedSet{version, taken.NewIndex(c.Comparison.Old, c.Comparison.New, d.sameInAll(key, c)), c, places(c.OldIDs), map[data.ID]TakenUp{}}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.judging == version {
		for k, s := range d.judgements {
			if s.version != version {
				delete(d.judgements, k)
			}
		}
		d.judgements[key] = set
	}
	return set, nil
}

// sameInAll are the pairs of a comparison with the kinds that were found when the
// revision came, in whatever language: what was moved in one was moved in all.
func (d *Desk) sameInAll(key judgedKey, c *Compared) []align.Pair {
	kinds := map[data.ID]data.PairKind{}
	for _, p := range d.Pairings(key.new) {
		if p.Earlier != key.old {
			return c.Pairs
		}
		for _, id := range p.Old {
			kinds[id] = p.Kind
		}
	}
	out := slices.Clone(c.Pairs)
	for i, p := range out {
		for _, o := range p.Old {
			if kind, known := kinds[c.OldIDs[o]]; known && len(p.New) > 0 {
				out[i].Kind = kind
			}
		}
	}
	return out
}

// judgeAll says what became of all proposals, as many at a time as there are
// processors.
func (d *Desk) judgeAll(ctx context.Context, all []TakenUp, sets map[data.Lang]*judgedSet) error {
	var next atomic.Int64
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(all)) {
		done.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(all) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				if set := sets[all[i].Lang]; set != nil {
					all[i] = d.judge(set, all[i])
				}
			}
		})
	}
	done.Wait()
	if ctx.Err() != nil {
		return data.E(data.CodeCancelled).Because(ctx.Err())
	}
	return nil
}

// judge says what became of one proposal.
func (d *Desk) judge(set *judgedSet, u TakenUp) TakenUp {
	d.mu.RLock()
	found, known := set.found[u.Proposal.ID]
	d.mu.RUnlock()
	if known {
		found.Places = slices.Clone(found.Places)
		found.Proposal = owned(found.Proposal)
		return found
	}
	p, lang := u.Proposal, u.Lang
	q := taken.Proposal{Kind: p.Kind, Base: p.Base[lang], Wording: p.Wording[lang], Before: p.Before}
	switch p.Kind {
	case data.ProposalModify:
		q.At = set.at(u.From, false)
	case data.ProposalAdd:
		q.At = set.at(u.From, !p.Before)
	default:
		q.At, q.Target = set.at(u.From, true), set.at(p.Target, true)
		if p.Kind != data.ProposalSuppress {
			q.Base = ""
		}
	}
	u.Evidence = set.index.Judge(q)
	u.Found = u.Evidence.Uptake
	u.Places = set.placesOf(u.Evidence)
	if _, stays := set.c.New.Find(u.From); stays && len(u.Places) == 0 {
		u.Places = []UptakePlace{{Provision: u.From}} // the neighbour of an addition that is not there
	}
	if len(u.Places) > 0 {
		u.Where = u.Places[0].Provision
	}
	if u.Found == data.UptakeElsewhere {
		for _, x := range u.Places {
			if x.Elsewhere {
				u.Where = x.Provision
				break
			}
		}
	}
	d.mu.Lock()
	set.found[p.ID] = u
	d.mu.Unlock()
	return u
}

// at are the paragraphs of a provision, with all that it contains if that is
// wanted.
func (s *judgedSet) at(provision data.ID, whole bool) []int {
	i, ok := s.olds[provision]
	if !ok {
		return nil
	}
	out := []int{i}
	for j := i + 1; whole && j < len(s.c.Comparison.Old); j++ {
		if !slices.Contains(out, s.c.Comparison.Old[j].Parent) {
			break
		}
		out = append(out, j)
	}
	return out
}

// placesOf puts the evidence's paragraphs in terms of provisions.
func (s *judgedSet) placesOf(e taken.Evidence) []UptakePlace {
	var out []UptakePlace
	add := func(n int, elsewhere bool) {
		x := UptakePlace{Provision: s.c.NewIDs[n], Elsewhere: elsewhere}
		for _, m := range e.Marks {
			if m.New == n {
				x.Marks = append(x.Marks, m)
			}
		}
		out = append(out, x)
	}
	for _, n := range e.Here {
		add(n, false)
	}
	for _, n := range e.Where {
		if !slices.Contains(e.Here, n) {
			add(n, true)
		}
	}
	return out
}
