package data

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
