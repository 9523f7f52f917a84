package data

import "time"

// TextState is the first axis of a provision: how far its words have come in
// the room (reference: status vocabulary of negotiating texts). It is entered
// by the delegation as it is announced; it says nothing of our position.
type TextState string

// States of the text, from the first proposal to the end.
const (
	TextNone          TextState = ""               // nothing has been recorded
	TextProposed      TextState = "proposed"       //
	TextDiscussed     TextState = "discussed"      // under discussion
	TextBracketed     TextState = "bracketed"      // in square brackets: not agreed
	TextFirstReading  TextState = "first-reading"  // first reading completed
	TextParked        TextState = "parked"         // set aside
	TextInformals     TextState = "informals"      // with a facilitator
	TextClose         TextState = "close"          // close to consensus
	TextAdReferendum  TextState = "ad-referendum"  // agreed by delegates, subject to confirmation
	TextAgreed        TextState = "agreed"         //
	TextReopened      TextState = "reopened"       // was agreed, is not any more
	TextLanguageGroup TextState = "language-group" // sent to the language-consistency group
	TextAdopted       TextState = "adopted"        //
	TextDeleted       TextState = "deleted"        //
	TextMoved         TextState = "moved"          // moved or merged
	TextWithdrawn     TextState = "withdrawn"      //
)

// TextStates holds all states that can be entered, in their order.
var TextStates = []TextState{
	TextProposed, TextDiscussed, TextBracketed, TextFirstReading, TextParked, TextInformals, TextClose,
	TextAdReferendum, TextAgreed, TextReopened, TextLanguageGroup, TextAdopted, TextDeleted, TextMoved, TextWithdrawn,
}

// Agreed reports whether the room has accepted the words, if only ad
// referendum.
func (s TextState) Agreed() bool {
	switch s {
	case TextAdReferendum, TextAgreed, TextLanguageGroup, TextAdopted:
		return true
	}
	return false
}

// Gone reports whether the words no longer stand where they stood.
func (s TextState) Gone() bool {
	switch s {
	case TextDeleted, TextMoved, TextWithdrawn:
		return true
	}
	return false
}

// TextStep is one entry on the first axis. Steps are only added: what was
// agreed and reopened stays in the history.
type TextStep struct {
	ID        ID
	Provision ID
	State     TextState
	Meeting   ID        // at which it was announced; zero: none
	By        ID        // member who entered it
	Time      time.Time // when it was entered
	Remark    string    // confidential
	Revision  ID        // of whose text it was said; zero: before this was noted
}

// Meeting is a meeting of the body, as entries are dated with it.
type Meeting struct {
	ID    ID
	Title string // "12th meeting", "Informals on article 7"
	Date  Date
	Item  string        // agenda item; "": not noted
	Order []ID          // provisions in their order of consideration; none: that of the text
	Each  time.Duration // speaking time of a delegation; 0: no limit
	Group time.Duration // speaking time for a group; 0: as Each
	Start time.Time     // when it, and its recording, began; zero: not noted

	Closed bool // the list of speakers is: only rights of reply and points of order are still taken
}

// Standing is the first axis of one provision with all that it contains.
type Standing struct {
	Own   TextState // as entered for the provision itself; of a container, for it as a whole
	State TextState // as it stands by the committee's rule; see RollUp

	Parts    int // provisions with words of their own that count: in it, itself included
	Agreed   int // of these, those that are agreed
	Gavelled bool
	Reopened bool // it, or a part of it, was agreed and is not any more
}
