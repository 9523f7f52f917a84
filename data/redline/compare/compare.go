// Package compare lays the redline of two whole versions out line by line: what
// stayed, changed, moved, was split or merged, came and went.
//
// It may import data, data/redline and data/redline/align. It does no I/O.
//
// Invariants, held by property and fuzz tests:
//   - both versions are rebuilt byte for byte from the lines (Comparison.OldTexts,
//     Comparison.NewTexts);
//   - read from top to bottom, the lines give either version in its own order
//     (Line.StandsInOld, Line.StandsInNew);
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
	Pairs    []align.Pair // as given; paragraphs that were in none have one of their own at the end
	Lines    []Line       // in the order of the new version, what is gone after what stood before it
}

// Line is one paragraph of the redline.
//
// A split paragraph has one line for every new one, a merged one one line for
// every old one: over the lines of the pair, the old sides of Text joined are
// the old text, or the new sides the new one. All of them name the paragraph
// that they share; between two with the same Old a paragraph break was
// inserted, between two with the same New one was deleted. A break is in no
// Text.
//
// A moved paragraph has two lines: where it stands now, with the changes inside
// it, and where it stood, all deleted; each has the other's index. So has a
// part of a split or merged paragraph that is out of the order of the rest.
type Line struct {
	Kind     data.PairKind
	Pair     int // index in Pairs
	Old, New int // indices of the paragraphs; -1: none
	Other    int // of what was moved: index of its other line; else -1
	// The redline of the number, the title and the words.
	Label, Heading, Text []redline.Edit
}

// Gone reports whether the line is only in the old version, Came whether it is
// only in the new one. The line where a moved paragraph stood is gone.
func (l Line) Gone() bool { return l.New < 0 }

// Came reports whether the line is only in the new version.
func (l Line) Came() bool { return l.Old < 0 }

// StandsInOld reports whether the line is read where the old version has it.
// Of a moved paragraph only the line where it stood is.
func (l Line) StandsInOld() bool { return l.Old >= 0 && (l.Other < 0 || l.Gone()) }

// StandsInNew reports whether the line is read where the new version has it.
func (l Line) StandsInNew() bool { return l.New >= 0 }

// Of compares two versions whose paragraphs are paired. The pairs are worked on
// by all processors. What the pairs leave out is taken as gone or new, and an
// index that is out of range or named before is passed over.
func Of(old, new []align.Paragraph, pairs []align.Pair) Comparison {
	c := Comparison{Old: old, New: new, Pairs: complete(old, new, pairs)}
	c.Lines = c.order(c.draw())
	return c
}

// OldTexts rebuilds label, heading and text of every old paragraph from the
// lines.
func (c Comparison) OldTexts() []data.Rendering {
	out := make([]data.Rendering, len(c.Old))
	for _, l := range c.Lines {
		if l.StandsInOld() {
			add(&out[l.Old], l, redline.Old)
		}
	}
	return out
}

// NewTexts rebuilds label, heading and text of every new paragraph from the
// lines.
func (c Comparison) NewTexts() []data.Rendering {
	out := make([]data.Rendering, len(c.New))
	for _, l := range c.Lines {
		if l.StandsInNew() {
			add(&out[l.New], l, redline.New)
		}
	}
	return out
}

func add(r *data.Rendering, l Line, side func([]redline.Edit) string) {
	r.Label += side(l.Label)
	r.Heading += side(l.Heading)
	r.Text += side(l.Text)
}

// Count is how much of the words changed. What was moved counts only with the
// changes inside it. A hunk is a place where something changed: a number, a
// title, a stretch of the text, or a paragraph that came or went as a whole. A
// paragraph break alone is none.
type Count struct{ Inserted, Deleted, Hunks int }

// Count counts numbers, titles and texts of all lines.
func (c Comparison) Count() Count {
	var n Count
	for _, l := range c.Lines {
		if l.Gone() && l.Other >= 0 {
			continue
		}
		hunks := n.Hunks
		for _, edits := range [][]redline.Edit{l.Label, l.Heading, l.Text} {
			inserted, deleted, places := redline.Changed(edits)
			n.Inserted += inserted
			n.Deleted += deleted
			n.Hunks += places
		}
		if l.Gone() || l.Came() {
			n.Hunks = min(n.Hunks, hunks+1)
		}
	}
	return n
}
