package data

import "encoding/hex"

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
	Signature  []byte // by the laptop that made the paper, over all the rest (NamespacePaper); nil: none
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

	// What is given in its original language because there is none in that of the
	// paper: which language that is, "" where it is that of the paper.
	TextLang    Lang   `json:",omitempty"`
	WordingLang Lang   `json:",omitempty"`
	ReasonsLang Lang   `json:",omitempty"`
	Base        string `json:",omitempty"` // the text in the language of Wording, where Text is in another
}

// WordingBase is the text on which Wording is a change, in its language.
func (l PublicLine) WordingBase() string {
	if l.TextLang != l.WordingLang {
		return l.Base
	}
	return l.Text
}

// PublicHeading names a container of a provision.
type PublicHeading struct {
	Kind           Kind
	Label, Heading string
}

// PublicApproval shows that a line was approved, and in which roles; it names
// no person.
type PublicApproval struct {
	Approved bool
	Date     Date
	Digest   Fingerprint // of what was approved
	Signed   []PublicStatement
}

// PublicStatement is a Statement with its signature (NamespaceApproval), which
// names the key.
type PublicStatement struct {
	Text      string
	Signature []byte
}

// Fingerprint is a SHA-256 that is written as hexadecimal digits.
type Fingerprint [32]byte

// MarshalText writes 64 digits.
func (f Fingerprint) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, f[:]), nil }

// UnmarshalText reads what MarshalText writes.
func (f *Fingerprint) UnmarshalText(b []byte) error {
	if !isDigest(string(b)) {
		return E(CodeInput, "what", "fingerprint")
	}
	_, err := hex.Decode(f[:], b)
	return err
}

// Secret is a confidential string that no public paper may contain.
type Secret struct {
	Field string // catalogue id of the field it comes from
	Text  string
	Exact bool // any occurrence counts (a reference, a name); else runs of six words
}
