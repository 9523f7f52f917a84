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
			x, y := &a.old[c.i], &a.new[j]
			if a.leftover(int(c.i), j) && x.heading == y.heading && c.sim >= enoughToMove(min(x.words, y.words)) {
				found = append(found, c)
			}
		}
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

// leftover reports two paragraphs that are there and have no pair.
func (a *aligner) leftover(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(a.old) && j < len(a.new) && a.pairOf.old[i] < 0 && a.pairOf.new[j] < 0
}

// enoughAlong is the similarity that a paragraph needs beside one that moved.
const enoughAlong = 0.25

// along takes what moved together with a pair: its neighbours on one side, as
// long as they are alike, also over one that came or went.
func (a *aligner) along(i, j, step int) {
	for _, next := range [][2]int{{i + step, j + step}, {i + 2*step, j + step}, {i + step, j + 2*step}} {
		needed := enough
		if next == [2]int{i + step, j + step} {
			needed = enoughAlong
		}
		if sim := a.alike(next[0], next[1]); sim >= needed {
			a.take(one(next[0], next[1], sim))
			a.along(next[0], next[1], step)
			return
		}
	}
}

// alike is how well two paragraphs without a pair fit; 0 if either has one.
func (a *aligner) alike(i, j int) float64 {
	if !a.leftover(i, j) {
		return 0
	}
	if a.old[i].empty() && a.new[j].empty() {
		return a.hollow(i, j)
	}
	return a.similar(i, j)
}
