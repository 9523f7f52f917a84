package data

import "time"

// PairKind says how provisions of one revision continue those of an earlier
// one.
type PairKind string

// Kinds of pair.
const (
	PairUnchanged  PairKind = "unchanged"  // same number, same words, same place
	PairChanged    PairKind = "changed"    // other words; the number may differ as well
	PairRenumbered PairKind = "renumbered" // same words under another number
	PairMoved      PairKind = "moved"      // at another place in the order; words and number may differ as well
	PairSplit      PairKind = "split"      // one became several
	PairMerged     PairKind = "merged"     // several became one
	PairNew        PairKind = "new"        // continues nothing
	PairGone       PairKind = "gone"       // is not continued
)

// PairKinds holds all kinds in the order in which they are counted.
var PairKinds = []PairKind{
	PairUnchanged, PairChanged, PairRenumbered, PairMoved, PairSplit, PairMerged, PairNew, PairGone,
}

// Pairing is how some provisions of a revision continue provisions of the
// revision before it, as the program found it or a person settled it.
type Pairing struct {
	ID        ID
	Revision  ID // the later one
	Earlier   ID // the revision it is paired with
	Kind      PairKind
	Old, New  []ID    // provisions, in document order; one of them is empty for new and gone ones
	Score     float64 // share of the words in common, from 0 to 1
	Reason    string  // catalogue id "pair.reason.…": what it rests on
	Doubtful  bool    // a person should look at it
	Confirmed bool    // a person has: it is as they want it
	By        ID      // who confirmed or made it; zero: the program
}

// AnnotationKind says what is carried over from one revision to the next.
type AnnotationKind string

// Kinds of annotation, in the order in which a queue shows them.
const (
	AnnotationInstruction AnnotationKind = "instruction"
	AnnotationPosition    AnnotationKind = "position"
	AnnotationProposal    AnnotationKind = "proposal"
	AnnotationLiveWith    AnnotationKind = "live-with"
	AnnotationView        AnnotationKind = "view"
	AnnotationComment     AnnotationKind = "comment"
	AnnotationTextState   AnnotationKind = "text-state"
)

// CarryOutcome says how surely an annotation found its place in a new
// revision.
type CarryOutcome string

// Outcomes of carrying over, from the surest to none.
const (
	CarryExact  CarryOutcome = "exact"  // the words it is about stand there unchanged
	CarryMoved  CarryOutcome = "moved"  // found with a score that suffices
	CarryPerson CarryOutcome = "person" // a person has to decide
	CarryOrphan CarryOutcome = "orphan" // what it was about is gone; it is listed with the old text
)

// CarryChoice is what a person decided about an annotation in the queue.
type CarryChoice string

// Choices.
const (
	ChoiceOpen     CarryChoice = ""         // not decided yet
	ChoiceGood     CarryChoice = "good"     // holds for the new text as it is
	ChoiceAdapt    CarryChoice = "adapt"    // was adapted to the new text
	ChoiceEscalate CarryChoice = "escalate" // the head of delegation is to decide
)

// Carried is an annotation on its way into one revision.
type Carried struct {
	Kind     AnnotationKind
	Entity   ID // the annotation; of a position, the provision it was recorded for
	Revision ID // into which it was carried
	From     ID // provision it was about in the revision before
	To       ID // provision it is about now; zero: none (an orphan)
	Anchor   Anchor
	Outcome  CarryOutcome
	Score    float64 // from 0 to 1; 1 where Outcome is exact
	Reason   string  // catalogue id "carry.reason.…"
	Choice   CarryChoice
	By       ID // who decided
	Time     time.Time
}

// Uptake says what became of a proposal in a new revision.
type Uptake string

// What the Chair made of a proposal.
const (
	UptakeOver      Uptake = "over"      // taken over
	UptakePartly    Uptake = "partly"    // some of its words
	UptakeElsewhere Uptake = "elsewhere" // its words stand at another place
	UptakeNot       Uptake = "not"       // not taken over
)

// Uptakes holds all of them in the order in which they are counted.
var Uptakes = []Uptake{UptakeOver, UptakePartly, UptakeElsewhere, UptakeNot}
