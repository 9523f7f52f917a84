package align

import (
	"cmp"
	"slices"
)

// moves pairs what the chain left over with what is like it elsewhere.
func (a *aligner) moves() {
	var found []candidate
	for j, list := range a.near {
		for _, c := range list {
			if a.leftover(int(c.i), j) && a.old[c.i].heading == a.new[j].heading && c.sim >= enoughToMove(min(a.old[c.i].words, a.new[j].words)) {
				found = append(found, c)
			}
		}
	}
	for _, s := range a.anchors() {
		found = append(found, candidate{s.i0, s.j0, 1})
	}
	slices.SortFunc(found, func(c, d candidate) int {
		return cmp.Or(cmp.Compare(d.sim, c.sim), cmp.Compare(c.i, d.i), cmp.Compare(c.j, d.j))
	})
	for _, c := range found {
		if a.leftover(int(c.i), int(c.j)) {
			a.take(one(int(c.i), int(c.j), c.sim))
			a.along(int(c.i), int(c.j), 1)
			a.along(int(c.i), int(c.j), -1)
		}
	}
}

// enoughToMove is the similarity that paragraphs of so many words need to be
// one that moved; short ones must be the surer.
func enoughToMove(words int) float64 {
	switch {
	case words >= 8:
		return enoughMoved
	case words >= 4:
		return 0.65
	}
	return 1
}

func (a *aligner) leftover(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(a.old) && j < len(a.new) && a.pairOf.old[i] < 0 && a.pairOf.new[j] < 0
}

// enoughAlong is the similarity that a paragraph needs beside one that moved.
const enoughAlong = 0.25

// along takes what moved together with a pair: its neighbours on one side, as
// long as they are alike.
func (a *aligner) along(i, j, step int) {
	for i, j = i+step, j+step; a.leftover(i, j); i, j = i+step, j+step {
		sim := a.similar(i, j)
		if a.old[i].empty() && a.new[j].empty() {
			sim = a.hollow(i, j)
		}
		if sim < enoughAlong {
			return
		}
		a.take(one(i, j, sim))
	}
}
