// Package align says which paragraphs of a new version continue which of an
// old one: unchanged, changed, renumbered, moved, split, merged, new or gone,
// in any of the six languages.
//
// Numbers say little, because they change most; words and order say most:
//
//  1. The number is cut off every paragraph, and its words and pairs of
//     neighbouring words are weighed: the rarer, the heavier (words.go).
//  2. What stands once in either version is its own partner; for all else the
//     partners are looked up by rare words (candidates.go).
//  3. The best chain of partners that keeps the order is found, where what
//     sections have in common is a bonus and no wall (chain.go, sections.go).
//  4. Around that chain everything is compared with everything near, also
//     several paragraphs together with one, and the chain is found again
//     (around.go, parts.go).
//  5. What it leaves over has moved if it is found elsewhere, belongs to a pair
//     beside it whose other side holds its words, or is paired by its place
//     (moved.go, parts.go, places.go).
//
// It may import data and data/redline. It does no I/O and keeps nothing. Its
// time grows with the length of the versions, whatever repeats in them.
//
// Invariants, held by property tests:
//   - every paragraph of either version stands in exactly one pair;
//   - the same versions always give the same pairs;
//   - what a person has settled (Options.Fixed) is never paired otherwise.
package align

import (
	"slices"

	"travaux/data"
)

// Paragraph is one paragraph of a version.
type Paragraph struct {
	Kind    data.Kind // "" if not known
	Label   string    // printed number, if it is known apart from the text
	Heading string    // title of an article or chapter
	Text    string
	Parent  int // index of the paragraph it stands in; -1: none or not known
}

// Pair is what became of some paragraphs.
type Pair struct {
	Kind     data.PairKind
	Old, New []int   // indices of paragraphs, ascending; one of them is empty for new and gone ones
	Score    float64 // share of the words, and of pairs of neighbouring words, in common, from 0 to 1
	Reason   Reason
	Doubtful bool    // another pairing is nearly as good, or too few words speak for this one
	Rival    float64 // score of the best other partner; 0: none, or none is looked for because the words stand once in either version
}

// both reports a pair that is neither new nor gone.
func (p *Pair) both() bool { return len(p.Old) > 0 && len(p.New) > 0 }

// Reason says in one word what a pair rests on; the catalogue has
// "pair.reason.<reason>" for each.
type Reason string

// Reasons.
const (
	SameWords Reason = "same-words" // identical words
	MostWords Reason = "most-words" // most of the words, in the same order of paragraphs
	Place     Reason = "place"      // few words in common, but between the same neighbours and under the same number, if any
	Elsewhere Reason = "elsewhere"  // most of the words, at another place
	Parts     Reason = "parts"      // its words stand in several
	Joined    Reason = "joined"     // it holds the words of several
	Alone     Reason = "alone"      // nothing has enough words in common with it
	Settled   Reason = "settled"    // a person said so
)

// Options are what is known beforehand.
type Options struct {
	// Fixed are pairs that a person has settled: the old and new paragraphs of
	// each belong together; an empty side says that the others continue nothing
	// or are not continued.
	Fixed []Fixed
}

// Fixed is one settled pair, as in Pair.
type Fixed struct{ Old, New []int }

// Align pairs the paragraphs of two versions. The pairs come in the order of
// the new version; what is gone comes after what stood before it.
func Align(old, new []Paragraph, o Options) []Pair {
	a := newAligner(old, new)
	a.run(a.settle(o.Fixed))
	return a.finish()
}

// settle makes the pairs that a person has settled and returns those that may
// stand in the chain. What does not exist is left out, and what was settled
// before stays as it was; a pair of which nothing is left on a side that had
// something is none.
func (a *aligner) settle(fixed []Fixed) (spans []span) {
	for _, f := range fixed {
		p := Pair{Old: unsettled(f.Old, a.settled.old), New: unsettled(f.New, a.settled.new), Reason: Settled}
		if len(p.Old) == 0 && len(f.Old) > 0 || len(p.New) == 0 && len(f.New) > 0 {
			continue
		}
		for _, i := range p.Old {
			a.settled.old[i] = true
		}
		for _, j := range p.New {
			a.settled.new[j] = true
		}
		if p.both() {
			a.add(p)
			spans = append(spans, p.spans()...)
			continue
		}
		for _, i := range p.Old {
			a.add(Pair{Kind: data.PairGone, Old: []int{i}, Reason: Settled})
		}
		for _, j := range p.New {
			a.add(Pair{Kind: data.PairNew, New: []int{j}, Reason: Settled})
		}
	}
	return spans
}

// unsettled returns, in order and each once, the paragraphs that exist and
// are not settled.
func unsettled(at []int, settled []bool) (out []int) {
	for _, i := range at {
		if i >= 0 && i < len(settled) && !settled[i] {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// spans is the pair as it stands in the chain, which it does unless there is
// something between its parts.
func (p *Pair) spans() []span {
	i, j := p.Old[0], p.New[0]
	s := span{i0: int32(i), i1: int32(i + len(p.Old)), j0: int32(j), j1: int32(j + len(p.New)), sim: 1, weight: settledWorth}
	if p.Old[len(p.Old)-1] >= int(s.i1) || p.New[len(p.New)-1] >= int(s.j1) {
		return nil
	}
	return []span{s}
}

// settledWorth is what a settled pair counts in the chain: more than one that
// was found.
const settledWorth = 2
