package data

// PublicBrief is all that a paper for the outside is made from. Neither it nor
// anything it holds has a field for confidential material.
type PublicBrief struct {
	Lang       Lang
	Title      string // of the draft instrument
	Body       string // committee or conference
	Session    string
	AgendaItem string
	State      string // name of the State in Lang
	Letterhead []string
	Date       Date
	Summary    string // the delegation's own words; "" for none
	Symbol     string // of the revision the paper speaks of
	Lines      []PublicLine
}

// PublicLine is our public position on one provision in one language.
type PublicLine struct {
	Path      string
	Kind      Kind
	Label     string
	Heading   string
	Parents   []PublicHeading // chapter, article… it stands in, outermost first
	Text      string          // as it stands
	Stance    Stance          // public stances only
	Wording   string          // ours; "" if none proposed
	Reasons   string
	Citations string
	Approval  PublicApproval
}

// PublicHeading names a container of a provision.
type PublicHeading struct {
	Kind           Kind
	Label, Heading string
}

// PublicApproval shows that a line was approved, without saying by whom.
type PublicApproval struct {
	Approved bool
	Date     Date
	Digest   [32]byte // of what was approved
}

// Secret is a confidential string that no public paper may contain.
type Secret struct {
	Field string // catalogue id of the field it comes from
	Text  string
	Exact bool // any occurrence counts (a reference, a name); else runs of six words
}
