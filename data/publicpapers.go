package data

// PublicWords is all that a paper in the delegation's own words is made from: a
// non-paper, an explanation of position, a declaration. Lines are our positions on
// the provisions of which it speaks; some papers have none.
type PublicWords struct {
	PublicBrief
	Heading     string // what it is called; "" for nothing
	HeadingLang Lang   // "": that of the paper
	Words       string // paragraphs separated by \n
	WordsLang   Lang   // "": that of the paper
	Sponsors    []string
	Named       []string // paths of provisions that it names
}

// PublicProposals is all that papers about proposals are made from: the amendments that
// the delegation asks for, or those of everybody. Lines are none.
type PublicProposals struct {
	PublicBrief
	Provisions []PublicProvision
}

// PublicProvision is a provision with proposals on it.
type PublicProvision struct {
	Path      string
	Kind      Kind
	Label     string
	Heading   string
	Parents   []PublicHeading // outermost first
	Text      string          // as it stands
	TextLang  Lang            // "": that of the paper
	Proposals []PublicProposal
}

// PublicProposal is a proposal as it was made, or as we make it.
type PublicProposal struct {
	Kind        ProposalKind
	By          string // in the language of the paper; "" in a paper of who makes it
	Amends      string // by whom the proposal is that it amends; "": it is on the text
	Base        string // in the language of Wording, what it changes
	Earlier     bool   // Base is not the text as it stands, but that of an earlier revision
	EarlierOf   string // the symbol of that revision; "" where it has none or is not known
	Wording     string
	WordingLang Lang   // "": that of the paper
	Label       string // of an addition, as printed
	Target      string // path, of a move
	Before      bool   // an addition or a move stands before its neighbour
	Reasons     string
	ReasonsLang Lang // "": that of the paper
	Source      string
	Must        bool // of ProposalNoChange: it must remain
	Elsewhere   bool // it has words in other languages alone, which are not given
}

// PublicVersions is all that a table of some revisions of a text is made from. Lines
// are none.
type PublicVersions struct {
	PublicBrief
	Columns []PublicRevision // oldest first
	Rows    []PublicVersionRow
}

// PublicVersionRow is a provision over the revisions, with as many cells as there are
// columns.
type PublicVersionRow struct {
	Path  string // in the newest revision that has it
	Kind  Kind
	Cells []PublicVersionCell
}

// PublicVersionCell is a provision in one revision.
type PublicVersionCell struct {
	There   bool // else the revision does not have it
	Label   string
	Heading string
	Text    string
	Lang    Lang // "": that of the paper
}
