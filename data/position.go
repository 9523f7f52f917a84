package data

import (
	"crypto/sha256"
	"encoding/binary"
	"time"
)

// Stance is our position on a provision in one word (reference: vocabulary of
// positions; ITU verbs ADD, MOD, SUP, NOC).
type Stance string

// Stances, from agreement to refusal.
const (
	StanceNone        Stance = ""             // no position yet
	StanceSupport     Stance = "support"      // retain as is (NOC)
	StanceAmend       Stance = "amend"        // support with amendment (MOD)
	StanceConditional Stance = "conditional"  // support subject to a condition elsewhere
	StanceFlexible    Stance = "flexible"     // can go along
	StanceReserve     Stance = "reserve"      // awaiting instructions
	StanceOppose      Stance = "oppose"       // cannot support
	StanceDelete      Stance = "delete"       // seek deletion (SUP)
	StanceAskWithdraw Stance = "ask-withdraw" // ask the proponent to withdraw
	StanceMerge       Stance = "merge"        // withdraw or merge in favour of another
	StanceCovered     Stance = "covered"      // already covered elsewhere
	StanceRedLine     Stance = "red-line"     // cannot join consensus; never exported publicly
)

// Stances holds all stances in the order in which they are offered.
var Stances = []Stance{
	StanceNone, StanceSupport, StanceAmend, StanceConditional, StanceFlexible, StanceReserve,
	StanceOppose, StanceDelete, StanceAskWithdraw, StanceMerge, StanceCovered, StanceRedLine,
}

// Public is the stance that a paper for the outside may show: a red line is
// shown as opposition.
func (s Stance) Public() Stance {
	if s == StanceRedLine {
		return StanceOppose
	}
	return s
}

// Position is what the delegation wants of one provision.
type Position struct {
	Provision       ID
	Stance          Stance
	Wording         Words  // our wording in each language; absent: none proposed
	PublicReasons   Words  //
	Citations       Words  // documents the public reasons rest on
	TalkingPoints   Words  // what we say for it in the room; confidential until it is said
	InternalReasons string // confidential
}

// IsZero reports whether nothing has been entered yet.
func (p Position) IsZero() bool {
	return p.Stance == StanceNone && empty(p.Wording) && empty(p.PublicReasons) && empty(p.Citations) && empty(p.TalkingPoints) && p.InternalReasons == ""
}

func empty(w Words) bool {
	for _, s := range w {
		if s != "" {
			return false
		}
	}
	return true
}

// ApprovalState is the third axis of a provision: how far the approval of our
// position has come. It is derived, never entered.
type ApprovalState string

// States of approval.
const (
	ApprovalNone      ApprovalState = "none"      // there is no position
	ApprovalDraft     ApprovalState = "draft"     // a position, not submitted
	ApprovalSubmitted ApprovalState = "submitted" // awaiting the head
	ApprovalReturned  ApprovalState = "returned"  // sent back with a remark
	ApprovalApproved  ApprovalState = "approved"  // approved, and nothing it is bound to has changed
	ApprovalLapsed    ApprovalState = "lapsed"    // approved, but what it is bound to has changed since
)

// Subject is exactly what an approval is bound to.
type Subject struct {
	Provision     ID
	Base          Words // the provision's text in every language of its revision, label and heading included; it may be empty in one
	Stance        Stance
	Wording       Words
	PublicReasons Words
}

// InLanguagesOf returns the subject with the base text only in the languages
// that the other has it in as well: a language version that is joined after an
// approval does not make it lapse, nor does one that a later revision does not
// have yet. When that comes, its words count.
func (s Subject) InLanguagesOf(other Subject) Subject {
	base := make(Words, len(other.Base))
	for lang := range other.Base {
		if text, ok := s.Base[lang]; ok {
			base[lang] = text
		}
	}
	s.Base = base
	return s
}

// Holds reports whether what was approved is still what there is: the same
// words, ours and those of the text in the languages that both have, of which
// there must be one.
func (s Subject) Holds(now Subject) bool {
	was, is := s.InLanguagesOf(now), now.InLanguagesOf(s)
	return was.Digest() == is.Digest() && (len(was.Base) > 0 || len(s.Base) == 0)
}

// Digest is the SHA-256 of a canonical form of the subject: every field in a
// fixed order, each string preceded by its length, languages in UN order.
func (s Subject) Digest() [32]byte {
	h := sha256.New()
	put := func(text string) {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(text)))
		h.Write(n[:])
		h.Write([]byte(text))
	}
	put("travaux/approval/v1")
	h.Write(s.Provision[:])
	put(string(s.Stance))
	for _, words := range []Words{s.Base, s.Wording, s.PublicReasons} {
		for _, l := range Langs {
			put(words[l])
		}
	}
	var sum [32]byte
	h.Sum(sum[:0])
	return sum
}

// Decision is one step of an approval, in the order in which they were taken.
type Decision struct {
	ID      ID
	Act     ApprovalState // ApprovalSubmitted, ApprovalReturned, ApprovalApproved, or ApprovalDraft when taken back
	By      ID            // member
	Time    time.Time
	Remark  string   // confidential
	Subject Subject  // as it was; kept so that a lapse can be shown as a difference
	Digest  [32]byte // Subject.Digest()

	// What the laptop signed, and its signature (sshsig, NamespaceApproval); ""
	// and nil in records from before decisions were signed.
	Statement string
	Signature []byte
}

// holds reports whether a decision is bound to what there is now. What was kept
// of its subject counts only as far as the digest vouches for it.
func (d Decision) holds(now Subject) bool {
	return d.Digest == now.InLanguagesOf(d.Subject).Digest() || d.Digest == d.Subject.Digest() && d.Subject.Holds(now)
}

// Approval is the approval of one provision's position as it stands now.
type Approval struct {
	State     ApprovalState
	Decisions []Decision // oldest first
}

// Last returns the latest decision of that act, and whether there is one.
func (a Approval) Last(act ApprovalState) (Decision, bool) {
	for i := len(a.Decisions) - 1; i >= 0; i-- {
		if a.Decisions[i].Act == act {
			return a.Decisions[i], true
		}
	}
	return Decision{}, false
}

// StateOf derives the state of approval from the position, what an approval
// would be bound to now, and the decisions taken (oldest first).
func StateOf(p Position, now Subject, decisions []Decision) ApprovalState {
	if len(decisions) == 0 || decisions[len(decisions)-1].Act == ApprovalDraft {
		if p.IsZero() {
			return ApprovalNone
		}
		return ApprovalDraft
	}
	last := decisions[len(decisions)-1]
	if p.IsZero() && last.Act != ApprovalApproved {
		return ApprovalNone // nothing is left that could be approved
	}
	if last.Act == ApprovalApproved && !last.holds(now) {
		return ApprovalLapsed
	}
	return last.Act
}
