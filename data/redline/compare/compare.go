// Package compare lays the redline of two whole versions out line by line: what
// stayed, changed, moved, was split or merged, came and went.
//
// It may import data, data/redline and data/redline/align. It does no I/O.
//
// Invariants, held by property tests:
//   - both versions are rebuilt byte for byte from the lines (Comparison.OldTexts,
//     Comparison.NewTexts);
//   - the same versions and pairs always give the same lines.
package compare

import (
	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/align"
)

// Comparison is two versions, how their paragraphs are paired, and the redline.
type Comparison struct {
	Old, New []align.Paragraph
	Pairs    []align.Pair
	Lines    []Line // in the order of the new version, what is gone after what stood before it
}

// Line is one paragraph of the redline.
//
// A split paragraph has one line for every new one, a merged one one line for
// every old one: over the lines of the pair, the old sides of Text joined are
// the old text, or the new sides the new one. A moved paragraph has two lines:
// where it stands now, with the changes inside it, and where it stood, all
// deleted; each has the other's index.
type Line struct {
	Kind     data.PairKind
	Pair     int // index in Pairs
	Old, New int // indices of the paragraphs; -1: none
	Other    int // of a moved paragraph: index of its other line; else -1
	// The redline of the number, the title and the words.
	Label, Heading, Text []redline.Edit
}

// Gone reports whether the line is only in the old version, Came whether it is
// only in the new one.
func (l Line) Gone() bool { return l.New < 0 }

// Came reports whether the line is only in the new version.
func (l Line) Came() bool { return l.Old < 0 }

// Of compares two versions whose paragraphs are paired.
func Of(old, new []align.Paragraph, pairs []align.Pair) Comparison {
	return Comparison{Old: old, New: new, Pairs: pairs}
}

// Count is how much of the words changed. What was moved counts only with the
// changes inside it.
type Count struct{ Inserted, Deleted, Hunks int }
