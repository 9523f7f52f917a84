package taken

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/redline/align"
)

// slowest is how long one proposal may take on the mean: 2,000 of them ten
// seconds on one processor.
const slowest = 5 * time.Millisecond

// BenchmarkJudge judges proposals on a text of 600 provisions: one proposal is
// one operation.
func BenchmarkJudge(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	lexicon := strings.Fields(strings.Repeat("the of and shall Parties ", 40) + strings.Join(stock, " "))
	sentence := func(n int) string {
		var list []string
		for range n {
			list = append(list, lexicon[r.IntN(len(lexicon))])
		}
		return strings.Join(list, " ")
	}
	var old, new []string
	var pairs []align.Pair
	for i := range 600 {
		old = append(old, sentence(60))
		new = append(new, altered(r, old[i]))
		pairs = append(pairs, align.Pair{Old: []int{i}, New: []int{i}})
	}
	x := NewIndex(paragraphs(old), paragraphs(new), pairs)
	var list []Proposal
	for range 200 {
		i := r.IntN(len(old))
		p := Proposal{Kind: data.ProposalModify, Base: old[i], Wording: altered(r, old[i]), At: []int{i}}
		if r.IntN(4) == 0 {
			p = Proposal{Kind: data.ProposalAdd, Wording: sentence(60), At: []int{i}}
		}
		list = append(list, p)
	}
	for b.Loop() {
		x.Judge(list[r.IntN(len(list))])
	}
	if mean := b.Elapsed() / time.Duration(b.N); mean > slowest {
		b.Errorf("a proposal takes %v, more than %v", mean, slowest)
	}
}
