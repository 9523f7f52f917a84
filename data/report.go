package data

// PublicReport is all that a report on a new revision for the outside is made
// from, beside the comparison of the two texts, which are public themselves.
// Neither it nor anything it holds has a field for confidential material.
type PublicReport struct {
	Lang       Lang
	Title      string // of the draft instrument
	Body       string // committee or conference
	Session    string
	AgendaItem string
	State      string // name of the State in Lang
	Letterhead []string
	Date       Date
	Old, New   PublicRevision
	OldPaths   []string // of the paragraphs that are compared: the provision each is
	NewPaths   []string
	Taken      []PublicTaken
	Converging PublicConvergence
}

// PublicRevision names an issue of the text.
type PublicRevision struct {
	Symbol string
	Date   Date
	Kind   RevisionKind
}

// PublicTaken is what became of a published proposal.
type PublicTaken struct {
	Path      string // of the provision it is about, as it was numbered when it was made
	Kind      ProposalKind
	By        string // the proponents, in Lang
	Source    string // where it was published
	Uptake    Uptake
	Found, Of int      // proposed words that stand in the new provision, of all of them
	Where     []string // paths in the new text of what holds its words elsewhere
}

// PublicConvergence is how much was open in each revision, as anybody can count
// it.
type PublicConvergence struct {
	Revisions []PublicRevision // oldest first
	Totals    []PublicMeasure  // of each revision
	Rows      []PublicRow
}

// PublicRow is one article in every revision.
type PublicRow struct {
	PublicHeading
	Path     string
	There    []bool // by revision
	Measures []PublicMeasure
}

// PublicMeasure is how much of a text or of an article is open.
type PublicMeasure struct {
	Brackets int
	Options  int // alternatives under option headings, and alternative paragraphs
	Open     int // of Parts: see the paper that shows it
	Parts    int // provisions with words
}

// InternalReport is a report on a new revision for the delegation. All of it is
// confidential.
type InternalReport struct {
	Scheme    string         // by which it is marked, and what is in it (data/marking)
	OwnLevels Words          // of the scheme, if it is the delegation's own
	Level     Classification // the highest of what is in it

	// PublicReport with all proposals in Taken, published or not; what is Open
	// follows our own record of the room.
	PublicReport
	Waiting      []ReportItem // what waits for somebody's decision
	Lapsed       []ReportLapse
	Orphans      []ReportItem
	LastToObject []ReportObjection
	Notes        [][]ReportNote // on each paragraph of the new text
}

// ReportItem is an annotation that could not be carried over without a person.
type ReportItem struct {
	Kind      AnnotationKind
	Reason    string // catalogue id
	Score     float64
	From, To  string         // paths; "": none
	Says      string         // what was written, or our wording
	Level     Classification // of what was written
	Old, New  string         // the text it was about, and what is there now
	Escalated bool           // the head of delegation is to decide
}

// ReportLapse is an approval that does not hold any more.
type ReportLapse struct {
	Path       string
	Approved   Date
	Why        []string // catalogue ids
	OnlyNumber bool
}

// ReportObjection is an article on which we are the last to object.
type ReportObjection struct {
	PublicHeading
	Path     string
	Ours     []ReportOurs
	Brackets int // still open in it
}

// ReportOurs is one objection of ours: a stance, or a proposal.
type ReportOurs struct {
	Path   string
	Stance Stance
	Kind   ProposalKind // of a proposal; "": it is a position
}

// ReportNote is something of ours about a provision.
type ReportNote struct {
	Kind   AnnotationKind
	Says   string
	Level  Classification
	Stance Stance        // of a position
	State  ApprovalState // of its approval
}
