package data

import (
	"slices"
	"strings"
	"time"
)

// ProposalKind says what a proposal does to the text (verbs of the ITU's
// proposals: ADD, MOD, SUP, NOC; MOVE is its SUP* and ADD* in one).
type ProposalKind string

// Kinds of proposal, in the order in which they are offered.
const (
	ProposalModify   ProposalKind = "mod"  // other words for the provision
	ProposalAdd      ProposalKind = "add"  // a new provision before or after it
	ProposalSuppress ProposalKind = "sup"  // delete it
	ProposalNoChange ProposalKind = "noc"  // it must stay as it is
	ProposalMove     ProposalKind = "move" // the same words at another place
)

// ProposalKinds holds all kinds in the order in which they are offered.
var ProposalKinds = []ProposalKind{ProposalModify, ProposalAdd, ProposalSuppress, ProposalNoChange, ProposalMove}

// Verb is the kind as it is printed in every language: "MOD".
func (k ProposalKind) Verb() string { return strings.ToUpper(string(k)) }

// Proponent is who makes a proposal. A Member State is named by its code, so
// that its name follows the language; anybody else by name, as written.
type Proponent struct {
	State string // ISO 3166-1 alpha-3 code of a Member State; "" for anybody else
	Name  string // of a group, an observer, an organization; "" where State is set
	For   string // the group spoken for ("Egypt on behalf of the Group of 77"); "" if none
}

// Proposal is one proposal on one provision, ours or another delegation's, as
// it was made: it never changes the text.
type Proposal struct {
	ID        ID
	Provision ID           // what it is about; of an addition, its neighbour
	On        ID           // the proposal it amends; zero: the text itself
	Kind      ProposalKind //
	Ours      bool         // our delegation's own
	Base      Words        // what it was made on, in the languages of Wording or, without one, in all: the text, or the wording of On
	Wording   Words        // the whole new wording, not the change; empty for SUP, NOC and MOVE
	Label     string       // number proposed for an addition: "3 bis"
	Target    ID           // of a MOVE: the provision it goes next to
	Before    bool         // an addition or a move stands before its neighbour, not after it

	Proponents []Proponent // joint proposals have several
	Reasons    string      // as given by the proponents
	Source     string      // where it is to be found: "A/AC.999/CRP.7, para. 4"
	Meeting    ID          // at which it was made; zero: none
	Author     ID          // member who recorded it
	Time       time.Time   // when it was recorded
	Withdrawn  bool        // by its proponents; it is kept
	Revision   ID          // on whose text it was made or last changed; zero: before this was noted
	Submission ID          // in which it stands; zero: in none that is kept
	Passage    Anchor      // the words of the submission that make it; zero: not marked there
}

// By reports whether two proposals have the same proponents, whatever their
// order.
func (p Proposal) By(q Proposal) bool {
	if len(p.Proponents) != len(q.Proponents) || p.Ours != q.Ours {
		return false
	}
	for _, x := range p.Proponents {
		if !slices.Contains(q.Proponents, x) {
			return false
		}
	}
	return true
}

// Unchanged reports whether a modification has, in all its languages, the words
// that it is made on.
func (p Proposal) Unchanged() bool {
	for lang, text := range p.Wording {
		if strings.TrimSpace(text) != strings.TrimSpace(p.Base[lang]) {
			return false
		}
	}
	return p.Kind == ProposalModify
}

// LiveWith is wording that the delegation can live with, chosen by resolving
// the brackets of a provision. It is confidential, and it is not a position.
type LiveWith struct {
	ID        ID
	Provision ID
	Lang      Lang
	Base      string // the text it was resolved from, verbatim
	Kept      []int  // the brackets that survive, by their number in Base, in order
	Sentence  string // what then reads
	Remark    string // on what condition
	Author    ID
	Time      time.Time
	Revision  ID // on whose text it was made or last changed; zero: before this was noted
}
