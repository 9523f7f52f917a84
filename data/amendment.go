package data

// AmendmentKind says in which way a treaty in force is to be changed or added to.
type AmendmentKind string

// Kinds of amendments and additions. Source: Vienna Convention on the Law of
// Treaties, articles 39 and 40; annexes as in article 30 of the Convention on
// Biological Diversity, which are adopted like protocols and changed unless a party
// objects.
const (
	AmendmentText        AmendmentKind = "amendment"    // of the text itself
	AmendmentProtocol    AmendmentKind = "protocol"     // an instrument of its own that adds to the treaty
	AmendmentAnnex       AmendmentKind = "annex"        // a new annex
	AmendmentAnnexChange AmendmentKind = "annex-change" // of an annex
)

// AmendmentKinds holds them in the order in which they are offered.
var AmendmentKinds = []AmendmentKind{AmendmentText, AmendmentProtocol, AmendmentAnnex, AmendmentAnnexChange}

// Amendment is a proposal to change a treaty in force, and what became of it.
type Amendment struct {
	Entry
	Treaty     ID
	Kind       AmendmentKind
	Title      Words
	Symbol     string
	Proposers  []string // codes in the register
	Proposed   Date     // received by the secretariat or the depositary
	Circulated Date     // communicated to the parties
	Considered Date     // the meeting that considers it for adoption
	Adopted    Date     // zero: not adopted
	Notified   Date     // communicated to the parties as adopted; what is accepted by silence runs from here
	Withdrawn  Date     // by those who proposed it
	Edits      []AmendmentEdit
	Protocol   ID // the treaty that it became: the instruments are then those deposited for it
	Rule       AmendmentRule
	Vote       Vote
	Remark     string
}

// EditOp says what an edit does to the text.
type EditOp string

// What edits do.
const (
	EditReplace EditOp = "replace"
	EditInsert  EditOp = "insert"
	EditDelete  EditOp = "delete" // with all that stands in it
)

// EditOps holds them in the order in which they are offered.
var EditOps = []EditOp{EditReplace, EditInsert, EditDelete}

// AmendmentEdit is one change that an amendment makes. What is said in no language
// stays as it was.
type AmendmentEdit struct {
	Op        EditOp
	Provision ID   // that is replaced or deleted; of an insertion the identity that it gets
	After     ID   // an insertion stands behind this one and all that is in it, beside it
	Within    ID   // or, where After is zero, as the first in this one; both zero: before all
	Kind      Kind // of an insertion; "": that of its neighbour
	Label     Words
	Heading   Words
	Text      Words
}

// Share is a part of a number: two thirds is {2, 3}; more than half is {1, 2, Over}.
type Share struct {
	Num, Den int
	Over     bool // it takes more than the share, not just as much
}

// IsZero reports whether no part is asked for.
func (s Share) IsZero() bool { return s.Num == 0 || s.Den == 0 }

func (s Share) wrong() bool { return s.Num < 0 || s.Den < 0 || s.Num > s.Den }

// MajorityOf says of whom a majority is counted.
type MajorityOf string

// Of whom majorities are counted. Source: rule 86 of the rules of procedure of the
// General Assembly: present and voting are those who cast an affirmative or
// negative vote; who abstains is considered as not voting.
const (
	MajorityVoting  MajorityOf = "voting"  // the parties present and voting
	MajorityPresent MajorityOf = "present" // the parties present
	MajorityParties MajorityOf = "parties" // all parties
)

// MajoritiesOf holds them in the order in which they are offered.
var MajoritiesOf = []MajorityOf{MajorityVoting, MajorityPresent, MajorityParties}

// AmendmentEffect says for whom an amendment enters into force.
type AmendmentEffect string

// For whom amendments enter into force. Sources: article 69 of the United Nations
// Convention against Corruption (each); article 29(4) of the Convention on
// Biological Diversity (accepting); Article 108 of the Charter of the United
// Nations (all); article 30(2) of the Convention on Biological Diversity (tacit).
const (
	EffectEach      AmendmentEffect = "each"      // for each that accepts, by its own acceptance
	EffectAccepting AmendmentEffect = "accepting" // for those that accept, once enough have
	EffectAll       AmendmentEffect = "all"       // for all parties, once enough have accepted
	EffectTacit     AmendmentEffect = "tacit"     // for all but those that object in time
)

// AmendmentEffects holds them in the order in which they are offered.
var AmendmentEffects = []AmendmentEffect{EffectEach, EffectAccepting, EffectAll, EffectTacit}

// AmendmentRule is a clause on amendments as numbers.
type AmendmentRule struct {
	Standstill Delay // after the treaty's entry into force, before anything can be proposed
	Notice     Delay // between the communication to the parties and the meeting

	Consensus bool  // every effort is made to agree by consensus; a vote is the last resort
	Majority  Share // of the last resort; zero: by consensus alone
	Of        MajorityOf
	Quorum    Share // of the parties that must be present; zero: none is asked for

	Effect   AmendmentEffect
	Number   int   // of acceptances that it takes; 0: Needed says it
	Needed   Share // of the parties
	Fixed    bool  // counted of those that were parties when it was adopted; else of the parties of the day
	Required []string
	Delay    Delay // from the acceptance that made the number full, or of each
	Later    Delay // for who accepts afterwards; zero: as Delay

	Objection Delay // for objecting to what is accepted by silence, from its communication
	Block     Share // of the parties whose objections stop it for all; zero: none does
}

// Vote is how an amendment was adopted.
type Vote struct {
	Consensus  bool // without a vote
	Yes        int
	No         int
	Abstaining int
	Absent     int // of those present who took no part in the vote
}

// Check refuses an amendment without a title, impossible numbers, what is adopted
// before it is proposed, and an edit of nothing.
func (a *Amendment) Check() error {
	r, v := a.Rule, a.Vote
	switch {
	case a.Title.In(English) == "":
		return E(CodeUntitled)
	case r.Standstill.negative() || r.Notice.negative() || r.Delay.negative() || r.Later.negative() || r.Objection.negative(),
		r.Number < 0 || r.Majority.wrong() || r.Quorum.wrong() || r.Needed.wrong() || r.Block.wrong(),
		v.Yes < 0 || v.No < 0 || v.Abstaining < 0 || v.Absent < 0:
		return E(CodeNumbers)
	case backward(a.Proposed, a.Circulated, a.Considered) || backward(a.Proposed, a.Adopted, a.Notified) || backward(a.Circulated, a.Adopted) || backward(a.Proposed, a.Withdrawn):
		return E(CodeBackward)
	}
	for _, e := range a.Edits {
		if e.Provision.IsZero() || e.Op == EditInsert && e.Label.In(English)+e.Heading.In(English)+e.Text.In(English) == "" {
			return E(CodeWordless)
		}
	}
	return nil
}

// backward reports whether of days that are known one comes before an earlier one.
func backward(days ...Date) bool {
	var last Date
	for _, d := range days {
		if d.IsZero() {
			continue
		}
		if d.Before(last) {
			return true
		}
		last = d
	}
	return false
}

// Concerns are the provisions that it changes, and those beside which it puts others.
func (a *Amendment) Concerns() []ID {
	var out []ID
	seen := map[ID]bool{{}: true}
	add := func(id ID) {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	for _, e := range a.Edits {
		if e.Op == EditInsert {
			add(e.After)
			add(e.Within)
		} else {
			add(e.Provision)
		}
	}
	return out
}

// HangsOn is the treaty that it is to change.
func (a *Amendment) HangsOn() []ID { return []ID{a.Treaty} }

// Sentence is its title.
func (a *Amendment) Sentence() string { return a.Title.In(English) }

// Audience is everybody: a proposal is communicated to all parties.
func (a *Amendment) Audience() Audience { return AudienceAll }

// AmendmentActKind says what a party did about an amendment.
type AmendmentActKind string

// What parties do about amendments.
const (
	ActAccept   AmendmentActKind = "accept" // deposit of an instrument of ratification, acceptance or approval
	ActObject   AmendmentActKind = "object"
	ActOptOut   AmendmentActKind = "opt-out"  // it is not to be bound, but does not object
	ActWithdraw AmendmentActKind = "withdraw" // takes back an objection or an opting out
)

// AmendmentActKinds holds them in the order in which they are offered.
var AmendmentActKinds = []AmendmentActKind{ActAccept, ActObject, ActOptOut, ActWithdraw}

// AmendmentAct is one act of one party on one amendment.
type AmendmentAct struct {
	Entry
	Amendment ID
	Party     string // code in the register
	Kind      AmendmentActKind
	Date      Date // of deposit
	Remark    string
}

// Check refuses an act of nobody, or without a date.
func (a *AmendmentAct) Check() error {
	switch {
	case a.Party == "":
		return E(CodeNobody)
	case a.Date.IsZero():
		return E(CodeUndated)
	}
	return nil
}

// Concerns is nothing: it is on the amendment as a whole.
func (a *AmendmentAct) Concerns() []ID { return nil }

// HangsOn is the amendment.
func (a *AmendmentAct) HangsOn() []ID { return []ID{a.Amendment} }

// Sentence is the remark on it.
func (a *AmendmentAct) Sentence() string { return a.Remark }

// Audience is everybody: such acts are notified to all.
func (a *AmendmentAct) Audience() Audience { return AudienceAll }
