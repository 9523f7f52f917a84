package data

import "slices"

// Right is one thing that a role may read or do. What each role may is one
// table (May); the desk asks it before every act and before every change that
// comes from another laptop, and never leaves it to the window.
type Right string

// Rights to read. What they protect is sealed to an audience (Audience), so
// that a laptop without the right relays it and cannot read it.
const (
	RightReadPositions    Right = "read-positions"    // positions, decisions on them, comments
	RightReadInstructions Right = "read-instructions" // instructions, red lines, internal reasons, packages
	RightReadLadder       Right = "read-ladder"       // fallbacks and floors
	RightReadHead         Right = "read-head"         // what capital writes for the head alone
)

// Rights to do.
const (
	RightImport      Right = "import"       // revisions, their languages, what was carried into them
	RightComment     Right = "comment"      //
	RightTakeNotes   Right = "take-notes"   // proposals, states of the text, meetings
	RightDraft       Right = "draft"        // positions, packages, submitting them, who has charge of a provision
	RightClearExpert Right = "clear-expert" // steps of an approval
	RightClearLegal  Right = "clear-legal"
	RightApprove     Right = "approve"
	RightConfirm     Right = "confirm"
	RightInstruct    Right = "instruct"    // record instructions and red lines
	RightAcknowledge Right = "acknowledge" // say that one has read an instruction
	RightLadder      Right = "ladder"      // write fallbacks
	RightStepDown    Right = "step-down"   // go to the next fallback, where the step allows it to the role
	RightOverride    Right = "override"    // let a paper out that crosses a red line
	RightPaper       Right = "paper"       // make papers for the outside
	RightSettle      Right = "settle"      // settle conflicts between laptops
	RightRoster      Right = "roster"      // members, laptops, roles, keys
	RightProcedure   Right = "procedure"   // steps of approval, marking scheme, what the negotiation is called
	RightAudit       Right = "audit"       // read and export who did what
)

// Rights holds all rights, those to read first.
var Rights = []Right{
	RightReadPositions, RightReadInstructions, RightReadLadder, RightReadHead,
	RightImport, RightComment, RightTakeNotes, RightDraft, RightClearExpert, RightClearLegal, RightApprove, RightConfirm,
	RightInstruct, RightAcknowledge, RightLadder, RightStepDown, RightOverride, RightPaper, RightSettle, RightRoster, RightProcedure, RightAudit,
}

// rights is the table. Delegates record instructions that capital sent by
// other ways; they cannot approve what they drafted.
var rights = map[Role][]Right{
	RoleHead: {
		RightReadPositions, RightReadInstructions, RightReadLadder, RightReadHead,
		RightImport, RightComment, RightTakeNotes, RightDraft, RightApprove,
		RightInstruct, RightAcknowledge, RightLadder, RightStepDown, RightOverride, RightPaper, RightSettle, RightRoster, RightProcedure, RightAudit,
	},
	RoleDeputy: {
		RightReadPositions, RightReadInstructions, RightReadLadder, RightReadHead,
		RightImport, RightComment, RightTakeNotes, RightDraft, RightApprove,
		RightInstruct, RightAcknowledge, RightLadder, RightStepDown, RightPaper, RightSettle, RightAudit,
	},
	RoleDelegate: {
		RightReadPositions, RightReadInstructions, RightReadLadder,
		RightImport, RightComment, RightTakeNotes, RightDraft, RightClearExpert,
		RightInstruct, RightAcknowledge, RightLadder, RightStepDown, RightPaper, RightSettle, RightAudit,
	},
	RoleAdviser: {
		RightReadPositions, RightReadInstructions,
		RightImport, RightComment, RightTakeNotes, RightDraft, RightClearExpert, RightClearLegal,
		RightAcknowledge, RightPaper,
	},
	RoleNoteTaker: {
		RightReadPositions,
		RightImport, RightComment, RightTakeNotes,
	},
	RoleCapital: {
		RightReadPositions, RightReadInstructions, RightReadLadder, RightReadHead,
		RightComment, RightClearLegal, RightConfirm,
		RightInstruct, RightAcknowledge, RightLadder, RightStepDown, RightAudit,
	},
	RoleObserver: nil,
}

// May reports whether a role has a right. What is not in the table is refused,
// and so is everything to a role that is not known.
func (r Role) May(right Right) bool { return slices.Contains(rights[r], right) }

// Audience names those who can read a sealed body; "" is everybody on the roster.
type Audience string

// Audiences, each within the one before it.
const (
	AudienceAll        Audience = ""
	AudienceDelegation Audience = "delegation"
	AudienceInstructed Audience = "instructed"
	AudienceLadder     Audience = "ladder"
	AudienceHead       Audience = "head"
)

// Audiences holds those that have keys of their own.
var Audiences = []Audience{AudienceDelegation, AudienceInstructed, AudienceLadder, AudienceHead}

// Right is what a role needs to be of an audience; "" for AudienceAll.
func (a Audience) Right() Right {
	switch a {
	case AudienceAll:
		return ""
	case AudienceDelegation:
		return RightReadPositions
	case AudienceInstructed:
		return RightReadInstructions
	case AudienceLadder:
		return RightReadLadder
	}
	return RightReadHead // also for a name of a newer version: as few as possible
}

// Of reports whether a role is of the audience.
func (r Role) Of(a Audience) bool { return a == AudienceAll || r.May(a.Right()) }
