package align

import (
	"cmp"
	"slices"

	"travaux/data"
)

// finish adds what is new and gone, says of every pair what it is, and puts
// the pairs in order.
func (a *aligner) finish() []Pair {
	for i := range a.old {
		if a.pairOf.old[i] < 0 {
			a.add(Pair{Kind: data.PairGone, Old: []int{i}, Reason: Alone})
		}
	}
	for j := range a.new {
		if a.pairOf.new[j] < 0 {
			a.add(Pair{Kind: data.PairNew, New: []int{j}, Reason: Alone})
		}
	}
	inOrder := map[[2]int]bool{}
	for _, s := range a.inOrder {
		inOrder[[2]int{int(s.i0), int(s.j0)}] = true
	}
	for n := range a.pairs {
		a.tell(&a.pairs[n], inOrder)
	}
	a.doubt()
	return a.ordered()
}

// most is the score from which a pair rests on its words.
const most = 0.5

// tell fills in kind, score and reason.
func (a *aligner) tell(p *Pair, inOrder map[[2]int]bool) {
	if !p.both() {
		return
	}
	p.Score = a.score(p.Old, p.New)
	reason := MostWords
	switch x, y := &a.old[p.Old[0]], &a.new[p.New[0]]; {
	case len(p.New) > 1:
		p.Kind, reason = data.PairSplit, Parts
	case len(p.Old) > 1:
		p.Kind, reason = data.PairMerged, Joined
	case a.crosses(p.Old[0], p.New[0], inOrder):
		p.Kind, reason = data.PairMoved, Elsewhere
	case x.body != y.body:
		if p.Kind = data.PairChanged; p.Score < most && x.number == y.number {
			reason = Place
		}
	case x.number != y.number:
		p.Kind, reason = data.PairRenumbered, SameWords
	default:
		p.Kind, reason = data.PairUnchanged, SameWords
	}
	if p.Reason == "" {
		p.Reason = reason
	}
}

// crosses reports whether a pair stands outside the order of the chain.
func (a *aligner) crosses(i, j int, inOrder map[[2]int]bool) bool {
	if inOrder[[2]int{i, j}] {
		return false
	}
	n, _ := slices.BinarySearchFunc(a.inOrder, int32(i), func(s span, i int32) int { return cmp.Compare(s.i0, i) })
	return n > 0 && int(a.inOrder[n-1].j1) > j || n < len(a.inOrder) && int(a.inOrder[n].j0) <= j
}

// score is the share of the words that both sides have in common.
func (a *aligner) score(old, new []int) float64 {
	x, y := together(a.old, old), together(a.new, new)
	if len(x)+len(y) == 0 {
		return 1
	}
	return share(x, y)
}

func together(side []passage, at []int) []int32 {
	if len(at) == 1 {
		return side[at[0]].features
	}
	var all []int32
	for _, i := range at {
		all = append(all, side[i].features...)
	}
	slices.Sort(all)
	return all
}

// What makes a pair doubtful.
const (
	tooLittle  = 0.4 // a lower score speaks for no pair by itself, and a rival with one is none
	nearlySame = 0.1 // by so much less a rival's score is nearly as good
)

// doubt finds the pairs a person should look at: those with too few words in
// common, and those for which others would be nearly as good.
func (a *aligner) doubt() {
	for n := range a.pairs {
		p := &a.pairs[n]
		p.Doubtful = p.both() && p.Reason != Settled && p.Score < tooLittle
	}
	for j, list := range a.near {
		for _, c := range list {
			p, q := &a.pairs[a.pairOf.new[j]], &a.pairs[a.pairOf.old[c.i]]
			if p == q || p.Reason == Settled || q.Reason == Settled {
				continue
			}
			score := a.score([]int{int(c.i)}, []int{j})
			p.Rival, q.Rival = max(p.Rival, score), max(q.Rival, score)
			if score >= tooLittle && a.rivals(p, q, score) {
				p.Doubtful = p.Doubtful || p.both() || !q.both()
				q.Doubtful = q.Doubtful || q.both() || !p.both()
			}
		}
	}
}

// rivals reports whether the pairs might be others: the old paragraph of q,
// which has that score with the new one of p, and what is then left of both.
func (a *aligner) rivals(p, q *Pair, score float64) bool {
	if !p.both() || !q.both() { // one of them stands alone
		return score >= max(p.Score, q.Score)-nearlySame
	}
	return score+a.score(p.Old, q.New) >= p.Score+q.Score+nearlySame
}

// ordered puts the pairs in the order of the new version; what is gone comes
// after what stood before it.
func (a *aligner) ordered() []Pair {
	at := make([]int, len(a.old)) // place of each old paragraph among the new ones
	place := -1
	for n := range a.pairs {
		p := &a.pairs[n]
		for _, i := range p.Old {
			at[i] = -1
			if len(p.New) > 0 {
				at[i] = p.New[0]
				if p.Kind == data.PairMoved {
					at[i] = -2
				}
			}
		}
	}
	gone := make([]int, len(a.old))
	for i, j := range at {
		if j >= 0 {
			place = j
		}
		gone[i] = place
	}
	key := func(p *Pair) (int, int) {
		if len(p.New) > 0 {
			return p.New[0], -1
		}
		return gone[p.Old[0]], p.Old[0]
	}
	slices.SortStableFunc(a.pairs, func(p, q Pair) int {
		pj, pi := key(&p)
		qj, qi := key(&q)
		return cmp.Or(cmp.Compare(pj, qj), cmp.Compare(pi, qi))
	})
	return a.pairs
}
