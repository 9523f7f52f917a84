package data

import (
	"slices"
	"time"
)

// Ladder is what the delegation wants of a provision, and what it could accept
// instead: the preferred wording, fallbacks in their order, and the floor below
// which it does not go. It is confidential even within the delegation.
type Ladder struct {
	Provision ID
	Steps     []LadderStep // the preferred wording first, the floor last
	Revision  ID           // on whose text it was first recorded
}

// LadderStep is one step of a ladder.
type LadderStep struct {
	ID      ID
	Wording Words
	Trigger string // when one goes there
	// Roles may authorise going there, and coming back from there. None: whoever
	// approves positions. Of the preferred wording they mean nothing.
	Roles []Role
}

// Allows reports whether a member of that role may authorise going to the step:
// the step names the role, or names none and the role approves; and the role
// has RightStepDown.
func (s LadderStep) Allows(role Role) bool {
	if len(s.Roles) == 0 {
		return role.May(RightStepDown) && role.MayApprove()
	}
	return role.May(RightStepDown) && slices.Contains(s.Roles, role)
}

// Descent is one move on a ladder, down or up again.
type Descent struct {
	ID        ID
	Provision ID
	From, To  ID // steps
	Up        bool
	Reason    string
	By        ID
	Time      time.Time
}

// At is the index of the step on which the delegation stands after those moves
// (oldest first): that to which the latest led which is still there, else the
// preferred wording. It is -1 for a ladder without steps.
func (l Ladder) At(moves []Descent) int {
	for i := len(moves) - 1; i >= 0; i-- {
		if at := l.index(moves[i].To); at >= 0 {
			return at
		}
	}
	return min(0, len(l.Steps)-1)
}

func (l Ladder) index(step ID) int {
	return slices.IndexFunc(l.Steps, func(s LadderStep) bool { return s.ID == step })
}
