// Package align says which paragraphs of a new version continue which of an
// old one: unchanged, changed, renumbered, moved, split, merged, new or gone,
// in any of the six languages.
//
// It may import data and data/redline. It does no I/O and keeps nothing.
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
	Score    float64 // share of the words in common, from 0 to 1
	Reason   Reason
	Doubtful bool    // another pairing is nearly as good, or too few words speak for this one
	Rival    float64 // score of the best other partner; 0: none
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
	Place     Reason = "place"      // few words in common, but between the same neighbours and under the same number
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
// stand in the chain. What does not exist is left out; a paragraph that was
// settled twice stays where it was settled first.
func (a *aligner) settle(fixed []Fixed) (spans []span) {
	for _, f := range fixed {
		p := Pair{Reason: Settled, Old: settling(f.Old, a.settled.old), New: settling(f.New, a.settled.new)}
		switch {
		case len(p.New) == 0:
			for _, i := range p.Old {
				a.add(Pair{Kind: data.PairGone, Old: []int{i}, Reason: Settled})
			}
			continue
		case len(p.Old) == 0:
			for _, j := range p.New {
				a.add(Pair{Kind: data.PairNew, New: []int{j}, Reason: Settled})
			}
			continue
		}
		a.add(p)
		s := span{i0: int32(p.Old[0]), i1: int32(p.Old[0] + len(p.Old)), j0: int32(p.New[0]), j1: int32(p.New[0] + len(p.New)), sim: 1, weight: 2}
		if p.Old[len(p.Old)-1] == int(s.i1)-1 && p.New[len(p.New)-1] == int(s.j1)-1 {
			spans = append(spans, s)
		}
	}
	return spans
}

// settling marks the paragraphs that exist and are not settled yet, and
// returns them in order.
func settling(at []int, settled []bool) (out []int) {
	for _, i := range at {
		if i >= 0 && i < len(settled) && !settled[i] {
			settled[i] = true
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}
