package data

import "time"

// Attitude is how somebody else stands on a provision. Ours is a Stance.
type Attitude string

// Attitudes, each with the key by which it is taken down.
const (
	AttitudeSilent   Attitude = ""         // said nothing; never recorded, a class of its own in tallies
	AttitudeSupport  Attitude = "support"  // +
	AttitudeOppose   Attitude = "oppose"   // -
	AttitudeFlexible Attitude = "flexible" // ~
	AttitudeQuestion Attitude = "question" // ?
	AttitudeReserve  Attitude = "reserve"  // r
)

// Attitudes holds those that can be recorded, in the order in which they are shown.
var Attitudes = []Attitude{AttitudeSupport, AttitudeFlexible, AttitudeQuestion, AttitudeReserve, AttitudeOppose}

// Confidence says how sure it is that somebody holds a view.
type Confidence string

// Confidences.
const (
	ConfidenceHeard    Confidence = ""         // said in the room, or in writing
	ConfidenceUnsure   Confidence = "unsure"   // said, but the note-taker is not sure that it was meant so
	ConfidenceReported Confidence = "reported" // somebody else says so
)

// Confidences holds them, surest first.
var Confidences = []Confidence{ConfidenceHeard, ConfidenceUnsure, ConfidenceReported}

// Speaker is who takes the floor or signs a submission. A State, an observer or
// an organization of the register (data/states) is named by its code, so that
// its name follows the language; anybody else by name, as typed.
type Speaker struct {
	Code    string // "EGY"; "" for somebody who is not in the register
	Name    string // as typed; "" where Code is set
	For     string // code of the group spoken for; "" in a national capacity
	ForName string // as typed, of a group that is not in the register; "" where For is set
}

// IsZero reports whether it is nobody.
func (s Speaker) IsZero() bool { return s == Speaker{} }

// National reports whether somebody speaks for himself alone.
func (s Speaker) National() bool { return s.For == "" && s.ForName == "" }

// View is what one speaker thinks of one provision, of a proposal on it, or of an
// issue. It is never invented: it is a note-taker's record (Author, Time) of what
// was said, or a passage of a submission (Submission, Anchor).
type View struct {
	ID        ID
	Provision ID // what it is about; zero where Issue is set
	Proposal  ID // a proposal on the provision; zero: the text as it stands
	Issue     ID // an issue, which is several provisions; zero: a provision

	By         Speaker
	Attitude   Attitude
	Confidence Confidence
	Words      string // what was said, as the note-taker has it; a quotation where Anchor is set
	Proposed   string // words proposed, as said
	Lang       Lang   // of Words and Proposed; "" where there are none

	Said      time.Time     // when it was said: the date of the statement, by which groups are expanded
	Recording time.Duration // where it is in the meeting's recording; 0: not noted
	Meeting   ID            // at which it was said; zero: none
	Item      string        // agenda item
	Turn      ID            // in the list of speakers; zero: none

	Submission ID     // in which it stands; zero: it was said
	Anchor     Anchor // the passage of the submission's text

	Private  bool      // said to us alone: for the delegation only, and never on a paper
	Author   ID        // member who recorded it
	Time     time.Time // when it was recorded
	Revision ID        // on whose text it was recorded; zero: the issue's
}

// Issue is a question that runs through several provisions: "jurisdiction".
type Issue struct {
	ID         ID
	Title      string
	Provisions []ID
}

// Turn is one entry in the list of speakers of a meeting.
type Turn struct {
	ID      ID
	Meeting ID
	By      Speaker
	Ours    bool          // our delegation
	Order   int           // place among those who wait, smallest first; equal ones in order of inscription
	Reply   bool          // a right of reply: at the end
	Limit   time.Duration // speaking time; 0: no limit
	Began   time.Time     // zero: has not spoken
	Ended   time.Time     // zero: is speaking, or has not spoken
	Struck  bool          // taken off the list; it is kept
	Author  ID
	Time    time.Time
	Point   bool // a point of order: at once, interrupting who speaks
}

// Submission is a written statement or submission of somebody else.
type Submission struct {
	ID     ID
	Symbol string // "A/AC.999/CRP.7"; "" for one without
	Title  string
	Date   Date
	Lang   Lang
	By     []Speaker
	Text   string   // verbatim, paragraphs separated by \n
	File   string   // name of the file, without its path; "" for pasted text
	Digest [32]byte // of the file's bytes, which are kept; zero for pasted text
	Author ID
	Time   time.Time
}

// Request is a decision that the delegation asks of capital.
type Request struct {
	ID        ID
	Provision ID // zero: on the whole
	Question  string
	Deadline  Moment
	Answered  ID // the instruction that answers it; zero: open
	Closed    bool
	Author    ID
	Time      time.Time
}

// Open reports whether capital is still to decide.
func (r Request) Open() bool { return !r.Closed && r.Answered.IsZero() }
