package desk

import (
	"travaux/data"
	work "travaux/data/desk"
)

// overlay is what is laid over a text in one column: proposals by the provision
// where they show. What is proposed for an article is proposed for all in it.
type overlay struct {
	words  map[data.ID][]data.Proposal // other words, deletion, no change
	away   map[data.ID][]data.Proposal // moves of the provision, or of what it stands in
	before map[data.ID][]data.Proposal // additions and moves that come to stand before it
	after  map[data.ID][]data.Proposal // and after it with all that it contains
	amends map[data.ID][]data.Proposal // amendments of an addition, by the addition
}

// overlayOf sorts the chosen proposals of a text by where they show. find gives
// any proposal of the desk, for those that others are made on.
func overlayOf(t *work.Text, chosen map[data.ID][]data.Proposal, find func(data.ID) (data.Proposal, bool)) *overlay {
	o := &overlay{
		words: map[data.ID][]data.Proposal{}, away: map[data.ID][]data.Proposal{},
		before: map[data.ID][]data.Proposal{}, after: map[data.ID][]data.Proposal{}, amends: map[data.ID][]data.Proposal{},
	}
	if len(chosen) == 0 {
		return o
	}
	placed := map[data.ID]bool{}
	for _, p := range t.Provisions { // containers come before what is in them
		for _, outer := range o.words[p.Parent] {
			if outer.Kind == data.ProposalSuppress || outer.Kind == data.ProposalNoChange {
				o.words[p.ID] = append(o.words[p.ID], outer)
			}
		}
		o.away[p.ID] = append(o.away[p.ID], o.away[p.Parent]...)
		for _, x := range upheld(chosen[p.ID], find) {
			o.place(x, placed, find)
		}
		if len(o.away[p.ID]) == 0 {
			delete(o.away, p.ID)
		}
	}
	return o
}

// place puts one proposal where it shows.
func (o *overlay) place(x data.Proposal, placed map[data.ID]bool, find func(data.ID) (data.Proposal, bool)) {
	root := rootOf(x, find)
	switch {
	case root.Kind == data.ProposalAdd:
		if x.ID != root.ID {
			o.amends[root.ID] = append(o.amends[root.ID], x)
		}
		if !placed[root.ID] {
			placed[root.ID] = true
			o.stand(root, root.Provision)
		}
	case x.ID == root.ID && x.Kind == data.ProposalMove:
		o.away[x.Provision] = append(o.away[x.Provision], x)
		o.stand(x, x.Target)
	case x.ID != root.ID && (x.Kind == data.ProposalMove || x.Kind == data.ProposalNoChange):
		// says nothing of the text
	case x.ID != root.ID && x.Kind == data.ProposalSuppress: // not to be proposed: the text stays
		x.Kind = data.ProposalNoChange
		fallthrough
	default:
		o.words[x.Provision] = append(o.words[x.Provision], x)
	}
}

// stand lets an addition or a move stand beside its neighbour.
func (o *overlay) stand(x data.Proposal, neighbour data.ID) {
	if x.Before {
		o.before[neighbour] = append(o.before[neighbour], x)
	} else {
		o.after[neighbour] = append(o.after[neighbour], x)
	}
}

// upheld are the proposals without those that an amendment among them takes the
// place of, and without withdrawn ones.
func upheld(list []data.Proposal, find func(data.ID) (data.Proposal, bool)) []data.Proposal {
	replaced := map[data.ID]bool{}
	for _, x := range list {
		if x.Withdrawn || x.Kind != data.ProposalModify {
			continue
		}
		for seen := 0; !x.On.IsZero() && seen < longestChain; seen++ {
			on, ok := find(x.On)
			if !ok {
				break
			}
			if on.Kind != data.ProposalAdd { // an addition stays, in other words
				replaced[on.ID] = true
			}
			x = on
		}
	}
	var out []data.Proposal
	for _, x := range list {
		if !x.Withdrawn && !replaced[x.ID] {
			out = append(out, x)
		}
	}
	return out
}

// longestChain bounds how far proposals on proposals are followed: two laptops
// may have made two of them amend one another.
const longestChain = 50

// rootOf is the proposal on the text itself that a proposal is made on in the
// end: itself, where it amends none, or one that is not there.
func rootOf(x data.Proposal, find func(data.ID) (data.Proposal, bool)) data.Proposal {
	for seen := 0; !x.On.IsZero() && seen < longestChain; seen++ {
		on, ok := find(x.On)
		if !ok {
			break
		}
		x = on
	}
	return x
}
