package data

import "time"

// CapitalReport is what a delegation tells capital of a day, or since its last
// report. It is made from the record alone; all of it is confidential.
type CapitalReport struct {
	Scheme    string         // by which it is marked, and what is in it (data/marking)
	OwnLevels Words          // of the scheme, if it is the delegation's own
	Level     Classification // the highest of what is in it

	Lang        Lang
	Title       string // of the draft instrument
	Body        string // committee or conference
	Session     string
	State       string // name of the State in Lang
	Letterhead  []string
	Symbol      string // of the text
	From, Until Moment // what it tells of, on the clock of the place
	Capital     string // IANA zone of the clock of capital; "" where that is the place's
	Meetings    []CapitalMeeting
	Spoken      int // views taken down

	Agreed   []CapitalStep // what was agreed, then what else became of the text
	Moved    []CapitalMove
	New      []CapitalNew
	Ours     []CapitalOurs
	Open     []CapitalRequest // the most urgent first
	Answered []CapitalRequest // in the time that is told of
	Next     []CapitalMeeting // of the next day on which there is one
}

// CapitalMeeting is a meeting, and what it considers.
type CapitalMeeting struct {
	Title string
	Item  string
	Date  Date
	Start time.Time // zero: not noted
	Order []CapitalItem
}

// CapitalItem is a provision that is to be considered: how far it has come, and
// what we want of it.
type CapitalItem struct {
	Path   string
	State  TextState
	Stance Stance
}

// CapitalStep is what became of the text of a provision.
type CapitalStep struct {
	Path    string
	State   TextState
	Meeting string
	Time    time.Time
	Remark  string
}

// CapitalMove is somebody who stands otherwise than before.
type CapitalMove struct {
	Path     string   // "": an issue
	Issue    string   // its title
	Proposal []string // who proposed what the move is on; none: the text as it stands
	Who      string
	From, To string // catalogue ids of how he stood and stands
	By       string // who said it, where another spoke for him
	Words    string // what was said
	Private  bool   // to us alone
}

// CapitalNew is a proposal, a submission or a text that has come.
type CapitalNew struct {
	Kind   CapitalKind
	Path   string
	By     string
	Source string // symbol
	Words  string // wording, or title
	Verb   string // of a proposal: ADD, MOD…
}

// CapitalKind says what has come.
type CapitalKind string

// Kinds of what comes.
const (
	CapitalText       CapitalKind = "text"
	CapitalProposal   CapitalKind = "proposal"
	CapitalSubmission CapitalKind = "submission"
)

// CapitalOurs is something that we said.
type CapitalOurs struct {
	Title   string // of a statement; "" for a turn without one
	Meeting string
	Time    time.Time
	Took    time.Duration // 0: not noted
	Words   string        // what was said
	Lang    Lang
}

// CapitalRequest is a decision that is asked of capital.
type CapitalRequest struct {
	Path     string // "": on the whole
	Question string
	Deadline Moment
	Answer   string // of an answered one
	Closed   bool
}
