package desk

import (
	"context"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
)

// Compared is two revisions in one language, laid against one another.
type Compared struct {
	compare.Comparison
	Old, New       *Text // shared: callers read them only
	Lang           data.Lang
	OldIDs, NewIDs []data.ID      // the provision of each paragraph
	Pairings       []data.Pairing // parallel to Pairs; without ID where it was not kept, but found now
}

// Compare lays two revisions against one another, in any order; of a zero old
// one, the revision before the new one. They are paired as it is kept (Pairings),
// over all revisions between them; what is not kept is aligned. A language that one of them is not there in
// gives CodeNotFound.
func (d *Desk) Compare(ctx context.Context, old, new data.ID, lang data.Lang) (*Compared, error) {
	if old.IsZero() {
		old = d.Before(new)
	}
	before, err := d.Text(old)
	if err != nil {
		return nil, err
	}
	after, err := d.Text(new)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, data.E(data.CodeCancelled).Because(err)
	}
	c := &Compared{Old: before, New: after, Lang: lang}
	var a, b []align.Paragraph
	a, c.OldIDs = paragraphs(before.Provisions, lang, nil)
	b, c.NewIDs = paragraphs(after.Provisions, lang, nil)
	if !slices.Contains(before.Revision.Langs(), lang) || !slices.Contains(after.Revision.Langs(), lang) {
		return nil, data.E(data.CodeNotFound, "what", "language")
	}
	known, err := d.knownPairs(before, after)
	if err != nil {
		return nil, err
	}
	o, of := fixed(known, c.OldIDs, c.NewIDs)
	pairs := align.Align(a, b, o)
	for i := range pairs {
		p := &pairs[i]
		x := data.Pairing{
			Revision: new, Earlier: old, Kind: p.Kind, Score: p.Score,
			Reason: "pair.reason." + string(p.Reason), Doubtful: p.Doubtful,
		}
		if p.Reason == align.Settled {
			x = of(*p)
			p.Reason, p.Doubtful = reason(x, *p), x.Doubtful
			x.Revision, x.Earlier, x.Kind, x.Score, x.Reason = new, old, p.Kind, p.Score, "pair.reason."+string(p.Reason)
		}
		x.Old, x.New = nil, nil
		for _, i := range p.Old {
			x.Old = append(x.Old, c.OldIDs[i])
		}
		for _, j := range p.New {
			x.New = append(x.New, c.NewIDs[j])
		}
		c.Pairings = append(c.Pairings, x)
	}
	c.Comparison = compare.Of(a, b, pairs)
	return c, nil
}

// reason is what a pair rests on that was known beforehand.
func reason(known data.Pairing, p align.Pair) align.Reason {
	if r, ok := strings.CutPrefix(known.Reason, "pair.reason."); ok {
		return align.Reason(r)
	}
	switch p.Kind { // it was not kept: the revisions do not follow one another
	case data.PairUnchanged, data.PairRenumbered:
		return align.SameWords
	case data.PairMoved:
		return align.Elsewhere
	case data.PairSplit:
		return align.Parts
	case data.PairMerged:
		return align.Joined
	case data.PairNew, data.PairGone:
		return align.Alone
	}
	return align.MostWords
}

// sameIdentity pairs the provisions that two revisions have in common.
func sameIdentity(old, new *Text) []data.Pairing {
	var out []data.Pairing
	for _, p := range old.Provisions {
		if _, ok := new.Find(p.ID); ok {
			out = append(out, data.Pairing{
				Old: []data.ID{p.ID}, New: []data.ID{p.ID},
			})
		}
	}
	return out
}

// fixed puts pairings in terms of paragraphs. What is new or gone is only fixed
// if a person said so. of gives back the pairing of a settled pair.
func fixed(known []data.Pairing, oldIDs, newIDs []data.ID) (o align.Options, of func(align.Pair) data.Pairing) {
	olds, news := places(oldIDs), places(newIDs)
	byOld, byNew := map[int]int{}, map[int]int{}
	for n, p := range known {
		var f align.Fixed
		for _, id := range p.Old {
			if i, ok := olds[id]; ok {
				f.Old = append(f.Old, i)
				byOld[i] = n
			}
		}
		for _, id := range p.New {
			if j, ok := news[id]; ok {
				f.New = append(f.New, j)
				byNew[j] = n
			}
		}
		if len(f.Old) > 0 || len(f.New) > 0 {
			o.Fixed = append(o.Fixed, f)
		}
	}
	return o, func(p align.Pair) data.Pairing {
		if len(p.Old) > 0 {
			return known[byOld[p.Old[0]]]
		}
		return known[byNew[p.New[0]]]
	}
}

func places(ids []data.ID) map[data.ID]int {
	out := make(map[data.ID]int, len(ids))
	for i, id := range ids {
		out[id] = i
	}
	return out
}
