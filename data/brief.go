package data

// InternalBrief is what the delegation has before it in the room, provision by
// provision: what it may say, what it is told to do, how far it may go and who else
// wants what. All of it is confidential. A part that its reader may not see is empty.
type InternalBrief struct {
	Scheme    string         // by which it is marked (data/marking)
	OwnLevels Words          // of the scheme, if it is the delegation's own
	Level     Classification // the highest of what is in it

	PublicBrief // what it belongs to; Lines are none
	Items       []InternalItem
}

// InternalItem is what the delegation has on one provision.
type InternalItem struct {
	Path, Label, Heading string
	Kind                 Kind
	Parents              []PublicHeading
	Text                 string
	TextLang             Lang // "": that of the paper
	State                TextState

	Stance      Stance
	PublicLine  string // reasons that may be given
	Wording     string
	WordingBase string // the text in the language of Wording
	Internal    string // our own reasons

	Orders []InternalOrder
	Lines  []string // red lines, in words
	Ladder []InternalStep
	Others []InternalStanding
	Count  int // how many are counted
	Offers []InternalOffer
}

// InternalOrder is an instruction of capital.
type InternalOrder struct {
	Reference    string
	Text         string
	Level        Classification
	Issued       Moment
	Lapses       Moment   // zero: until withdrawn
	Out          Flag     // why it is not to be followed now: superseded, lapsed or not begun; "": it is
	SupersededBy []string // the references of those that took its place, as far as the reader may know them
}

// InternalStep is a step of a ladder; the last is the floor.
type InternalStep struct {
	Wording string
	Trigger string
	Here    bool // the delegation stands on it
}

// InternalStanding is a class of a tally and who is in it, by name.
type InternalStanding struct {
	Attitude Attitude // AttitudeSilent where Mixed
	Mixed    bool
	Who      []string // in the language of the paper
}

// InternalOffer is a proposal of somebody else.
type InternalOffer struct {
	By      string
	Kind    ProposalKind
	Wording string
}
