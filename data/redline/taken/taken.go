// Package taken says what a new version made of a proposal: whether its words
// were taken over, partly, at another place, or not, and what that rests on.
//
// It may import data, data/redline and data/redline/align. It does no I/O and
// keeps nothing between two calls.
//
// Invariants, held by property tests:
//   - a version that says exactly what was proposed has taken it over;
//   - a version that says what it said before has taken nothing;
//   - Base and Wording are rebuilt byte for byte from Evidence.Stretches;
//   - the same input always gives the same evidence.
//
// What counts is words, without case and marks: runs of letters and digits,
// single characters in Chinese. A proposed word was taken where three words in
// a row, itself among them, stand in the new provision and did not stand in the
// old one, or where it came between the words that it was proposed between.
package taken

import (
	"travaux/data"
	"travaux/data/redline"
)

// Proposal is what was proposed on a version.
type Proposal struct {
	Kind    data.ProposalKind
	Base    string // what it was made on; empty for an addition
	Wording string // the whole proposed text; empty for SUP, NOC and MOVE
	At      []int  // paragraphs of the old version it is about; of an addition, its neighbour
	Target  []int  // of a MOVE: paragraphs of the old version it goes next to
	Before  bool   // a MOVE goes before its target, not after it
}

// Evidence is what became of a proposal, and what says so.
type Evidence struct {
	Uptake data.Uptake
	Reason Reason
	Score  float64 // share of what was proposed that was taken in its place, rare words counting more, from 0 to 1

	Inserted Share // proposed words that stand in the new provision
	Away     Share // proposed words that stand elsewhere in the new version
	Deleted  Share // words to be deleted that are gone from it
	Brackets Share // words to be put into brackets, or freed of them, that are so
	Phrases  Share // places of change that were taken, wholly or for the most part

	Stretches []Stretch // the redline of the proposal, with what became of every stretch
	Here      []int     // paragraphs of the new version that continue the provision; of an addition, those that hold it
	Where     []int     // paragraphs elsewhere in the new version that hold proposed words, the most first
	Marks     []Mark    // the taken words in those paragraphs, in the order of the new version
}

// Share is so many of so many.
type Share struct{ Found, Of int }

// Stretch is a piece of the proposal's redline. The texts of all but the
// insertions, joined, are the Base, of all but the deletions the Wording.
type Stretch struct {
	redline.Edit
	State State
}

// State says what became of a stretch.
type State uint8

// States. Kept text, and marks that no word depends on, are Neutral.
const (
	Neutral    State = iota
	NotTaken         // inserted words that do not stand there; deleted ones that still do
	Taken            // inserted words that stand there; deleted ones that are gone
	InBrackets       // inserted words that stand there in brackets; deleted ones that were put into brackets
	Elsewhere        // inserted words that stand at another place
)

// Mark is a run of taken words in a paragraph of the new version.
type Mark struct {
	New        int // index of the paragraph
	Start, End int // runes of its text
	Bracketed  bool
	Elsewhere  bool
}

// Reason says in one word what an outcome rests on; the catalogue has
// "taken.reason.<reason>" for each.
type Reason string

// Reasons.
const (
	All       Reason = "all"       // all or nearly all of it stands there
	Some      Reason = "some"      // some of it does
	Brackets  Reason = "brackets"  // it stands there in brackets: not agreed
	Other     Reason = "other"     // it stands at another place
	Before    Reason = "before"    // not taken: where its words stand, they stood before
	None      Reason = "none"      // none of it, or too little to speak of
	Nothing   Reason = "nothing"   // it changes no word
	Gone      Reason = "gone"      // the provision is gone
	Remains   Reason = "remains"   // the provision is still there
	Unchanged Reason = "unchanged" // the words are what they were
	Changed   Reason = "changed"   // the words are others
	Moved     Reason = "moved"     // it stands where it was to go
	Astray    Reason = "astray"    // it was moved, but not to where it was to go
	Stayed    Reason = "stayed"    // it was not moved
	Unread    Reason = "unread"    // it is not there in a language that both versions are: nothing was compared
)

// Reasons holds all reasons.
var Reasons = []Reason{
	All, Some, Brackets, Other, Before, None, Nothing, Gone, Remains, Unchanged, Changed, Moved, Astray, Stayed, Unread,
}

// Judge says what the new version made of a proposal on the old one. An index
// outside of the old version is passed over.
func (x *Index) Judge(p Proposal) Evidence {
	p.At, p.Target = x.known(p.At), x.known(p.Target)
	j := x.judge(p)
	switch p.Kind {
	case data.ProposalAdd:
		j.addition()
	case data.ProposalSuppress:
		j.suppression()
	case data.ProposalNoChange:
		j.noChange()
	case data.ProposalMove:
		j.move()
	default:
		j.modification()
	}
	j.show()
	return j.Evidence
}
