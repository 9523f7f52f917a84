package data

import (
	"slices"
	"time"
)

// ApprovalState is the third axis of a provision: how far the approval of our
// position has come. It is derived, never entered.
type ApprovalState string

// States of approval.
const (
	ApprovalNone          ApprovalState = "none"           // there is no position
	ApprovalDraft         ApprovalState = "draft"          // a position, not submitted
	ApprovalSubmitted     ApprovalState = "submitted"      // awaiting the first step
	ApprovalClearedExpert ApprovalState = "cleared-expert" // an expert let it pass
	ApprovalClearedLegal  ApprovalState = "cleared-legal"  // a lawyer let it pass
	ApprovalReturned      ApprovalState = "returned"       // sent back with a remark
	ApprovalApproved      ApprovalState = "approved"       // by the head, and nothing it is bound to has changed
	ApprovalConfirmed     ApprovalState = "confirmed"      // by capital too, and nothing it is bound to has changed
	ApprovalLapsed        ApprovalState = "lapsed"         // approved, but what it is bound to has changed since
)

// Pending reports whether a step before the head's, or the head's own, is awaited.
func (s ApprovalState) Pending() bool {
	return s == ApprovalSubmitted || s == ApprovalClearedExpert || s == ApprovalClearedLegal
}

// InForce reports whether the head has approved what there is now.
func (s ApprovalState) InForce() bool { return s == ApprovalApproved || s == ApprovalConfirmed }

// ApprovalStep is who has to let a position pass.
type ApprovalStep string

// Steps of an approval.
const (
	StepExpert  ApprovalStep = "expert"
	StepLegal   ApprovalStep = "legal"
	StepHead    ApprovalStep = "head"
	StepCapital ApprovalStep = "capital"
)

// ApprovalSteps holds all steps in their usual order.
var ApprovalSteps = []ApprovalStep{StepExpert, StepLegal, StepHead, StepCapital}

// Right is what a role needs to take the step.
func (s ApprovalStep) Right() Right {
	switch s {
	case StepExpert:
		return RightClearExpert
	case StepLegal:
		return RightClearLegal
	case StepHead:
		return RightApprove
	}
	return RightConfirm
}

// State is what the step leads to; it is the act of the decision that takes it.
func (s ApprovalStep) State() ApprovalState {
	switch s {
	case StepExpert:
		return ApprovalClearedExpert
	case StepLegal:
		return ApprovalClearedLegal
	case StepHead:
		return ApprovalApproved
	case StepCapital:
		return ApprovalConfirmed
	}
	return ApprovalNone
}

// StepOf is the step that an act takes; ok is false for submitting, returning
// and taking back.
func StepOf(act ApprovalState) (step ApprovalStep, ok bool) {
	for _, s := range ApprovalSteps {
		if s.State() == act {
			return s, true
		}
	}
	return "", false
}

// Procedure is how positions are approved in a negotiation.
type Procedure struct {
	Steps    []ApprovalStep // in order; see Check
	FourEyes bool           // nobody takes two steps on the same text, nor lets pass what he last wrote
}

// DefaultProcedure is the head alone.
func DefaultProcedure() Procedure { return Procedure{Steps: []ApprovalStep{StepHead}} }

// CodeProcedure is for steps that are no procedure.
const CodeProcedure Code = "approval.procedure"

// Check gives CodeProcedure unless the head is among the steps, none comes twice,
// and only capital comes after the head: it confirms what the head approved.
func (p Procedure) Check() error {
	seen := map[ApprovalStep]bool{}
	for _, s := range p.Steps {
		if seen[s] || !slices.Contains(ApprovalSteps, s) || seen[StepHead] && s != StepCapital || s == StepCapital && !seen[StepHead] {
			return E(CodeProcedure)
		}
		seen[s] = true
	}
	if !seen[StepHead] {
		return E(CodeProcedure)
	}
	return nil
}

// Before are the steps that must have been taken before one; ok is false if that
// one is none of the procedure's.
func (p Procedure) Before(step ApprovalStep) (steps []ApprovalStep, ok bool) {
	i := slices.Index(p.Steps, step)
	if i < 0 {
		return nil, false
	}
	return p.Steps[:i], true
}

// DecisionFormat is that of decisions made now; 0 is that of those that do not
// say what was seen.
const DecisionFormat = 2

// Decision is one act of an approval.
type Decision struct {
	ID      ID
	Act     ApprovalState // what a step leads to, ApprovalSubmitted, ApprovalReturned, or ApprovalDraft when taken back
	By      ID            // member
	Time    time.Time
	Remark  string   // confidential
	Subject Subject  // as it was; kept so that a lapse can be shown as a difference
	Digest  [32]byte // Subject.Digest()

	Format int  // DecisionFormat
	Saw    []ID // all decisions on the position that who decided knew of; meaningful from format 2

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
	Decisions []Decision   // all, oldest first
	Procedure Procedure    // in force now
	Taken     []Decision   // the steps that hold, in order
	Awaits    ApprovalStep // "" where none is awaited
	Approved  Decision     // the head's last approval that counts, whether it holds or lapsed; zero if there is none
	Void      map[ID]Void  // decisions that do not count, and why
}

// Void says why a decision does not count.
type Void string

// Reasons for which a decision does not count.
const (
	VoidNoStep   Void = "no-step"   // the procedure had no such step
	VoidEarly    Void = "early"     // a step before it had not been taken on these words
	VoidFourEyes Void = "four-eyes" // the same person took an earlier step, or wrote the words last
)

// Last returns the latest decision of that act, and whether there is one.
func (a Approval) Last(act ApprovalState) (Decision, bool) {
	for i := len(a.Decisions) - 1; i >= 0; i-- {
		if a.Decisions[i].Act == act {
			return a.Decisions[i], true
		}
	}
	return Decision{}, false
}
