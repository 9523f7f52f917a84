package desk

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// The choke point: what each write needs and who can read it. Every act comes
// through perform, every change of another laptop through permitted; both ask
// this one table. A kind that is not in it is the head's alone.

// rule is what one kind of record, or one of its fields, needs.
type rule struct {
	rights   []data.Right // one of them is needed; none: anybody of the delegation
	audience data.Audience
	body     func(body []byte, author data.ID) []data.Right // what the body says it needs; nil: rights
	own      bool                                           // only who wrote a value may replace it
	fields   map[string]rule                                // by name up to the first "/", where a field differs
}

func needs(audience data.Audience, rights ...data.Right) rule {
	return rule{rights: rights, audience: audience}
}

// Kinds that several parts of the desk write.
const (
	kindAcknowledgement = "acknowledgement"
	kindCable           = "cable"
	kindRedLine         = "red-line"
	kindOverride        = "red-line-override"
	kindLadder          = "ladder"
	kindStepDown        = "step-down"
	kindPackage         = "package"
	kindCharge          = "charge"
	kindHandOver        = "hand-over"
	kindProcedure       = "procedure"
	kindReceipt         = "receipt"
	kindAudienceKey     = "audience-key"
	kindLaptop          = "laptop"
	kindRoster          = "roster"
	kindView            = "view"
	kindIssue           = "issue"
	kindTurn            = "turn"
	kindSubmission      = "submission"
	kindSubmissionFile  = "submission-file" // a submission as it came, under its identity
	kindParty           = "party"           // additions to the register of States and groups
	kindGroup           = "group"
	kindWork            = "work"
	kindSpeech          = "speech"
	kindRequest         = "request"
	kindReported        = "reported" // a report to capital that was made
)

// rules is the table.
var rules = map[string]rule{
	kindNegotiation: {rights: []data.Right{data.RightProcedure}, fields: map[string]rule{
		fieldSummary: needs(data.AudienceAll, data.RightDraft),
	}},
	kindProcedure:   needs(data.AudienceAll, data.RightProcedure),
	kindMember:      needs(data.AudienceAll, data.RightRoster),
	kindLaptop:      needs(data.AudienceAll, data.RightRoster),
	kindRoster:      needs(data.AudienceAll, data.RightRoster),
	kindAudienceKey: needs(data.AudienceAll, data.RightRoster),
	kindReceipt:     needs(data.AudienceAll),

	change.KindDevice: needs(data.AudienceAll, data.RightRoster), // removals: how a laptop begins, the log says

	kindRevision:  needs(data.AudienceAll, data.RightImport),
	kindProvision: needs(data.AudienceAll, data.RightImport),
	kindPairing:   needs(data.AudienceAll, data.RightImport),
	kindCarry:     needs(data.AudienceAll, data.RightImport),
	kindCarried:   needs(data.AudienceAll, data.RightComment),

	kindMeeting:  needs(data.AudienceAll, data.RightTakeNotes),
	kindStep:     needs(data.AudienceAll, data.RightTakeNotes),
	kindProposal: needs(data.AudienceAll, data.RightTakeNotes),
	kindUptake:   needs(data.AudienceDelegation, data.RightTakeNotes),

	kindView:           needs(data.AudienceAll, data.RightTakeNotes), // a private one is written for the delegation
	kindIssue:          needs(data.AudienceAll, data.RightTakeNotes),
	kindTurn:           needs(data.AudienceAll, data.RightTakeNotes),
	kindSubmission:     needs(data.AudienceAll, data.RightTakeNotes),
	kindParty:          needs(data.AudienceAll, data.RightTakeNotes),
	kindGroup:          needs(data.AudienceAll, data.RightTakeNotes),
	kindWork:           needs(data.AudienceAll, data.RightImport),
	kindSpeech:         needs(data.AudienceInstructed, data.RightDraft),
	kindRequest:        needs(data.AudienceInstructed, data.RightDraft),
	kindReported:       needs(data.AudienceInstructed, data.RightDraft),
	kindSubmissionFile: needs(data.AudienceAll, data.RightTakeNotes),

	kindComment: {rights: []data.Right{data.RightComment}, audience: data.AudienceDelegation, fields: map[string]rule{
		fieldText: {rights: []data.Right{data.RightComment}, audience: data.AudienceDelegation, own: true},
	}},
	kindTreaty:      needs(data.AudienceAll, data.RightImport),
	kindInstrument:  needs(data.AudienceAll, data.RightTakeNotes),
	kindReservation: needs(data.AudienceAll, data.RightTakeNotes),
	kindDiscordance: needs(data.AudienceAll, data.RightDraft),

	kindAmendment:    needs(data.AudienceAll, data.RightTakeNotes),
	kindAmendmentAct: needs(data.AudienceAll, data.RightTakeNotes),
	kindCovering:     needs(data.AudienceDelegation, data.RightDraft),

	kindThesis:   needs(data.AudienceDelegation, data.RightDraft),
	kindSourcing: needs(data.AudienceDelegation, data.RightDraft),

	kindQuestion:     needs(data.AudienceAll, data.RightTakeNotes),
	kindConsultation: needs(data.AudienceAll, data.RightTakeNotes),
	kindContact:      needs(data.AudienceAll, data.RightTakeNotes),
	kindDispute:      needs(data.AudienceAll, data.RightTakeNotes),
	kindDisputeStep:  needs(data.AudienceAll, data.RightTakeNotes),
	kindDisputePaper: needs(data.AudienceAll, data.RightTakeNotes),
	kindObligation:   needs(data.AudienceAll, data.RightDraft),
	kindCycle:        needs(data.AudienceAll, data.RightTakeNotes),
	kindPartyReport:  needs(data.AudienceAll, data.RightTakeNotes),
	kindAssessment:   needs(data.AudienceAll, data.RightDraft), // a confidential one is written for those who read instructions
	kindReview:       needs(data.AudienceAll, data.RightTakeNotes),
	kindDraw:         needs(data.AudienceAll, data.RightTakeNotes),

	kindPaper: {rights: makingPapers, audience: data.AudienceDelegation, fields: map[string]rule{
		fieldBody: {rights: makingPapers, audience: data.AudienceDelegation, body: paperNeeds},
	}},
	kindTemplate: needs(data.AudienceAll, data.RightPaper),

	kindLiveWith: needs(data.AudienceDelegation, data.RightDraft),
	kindPosition: {rights: []data.Right{data.RightDraft}, audience: data.AudienceDelegation, fields: map[string]rule{
		fieldInternal: needs(data.AudienceInstructed, data.RightDraft),
	}},
	kindDecision: {rights: deciding, audience: data.AudienceDelegation, fields: map[string]rule{
		fieldBody: {rights: deciding, audience: data.AudienceDelegation, body: decisionNeeds, own: true},
	}},
	kindCharge:   needs(data.AudienceDelegation, data.RightDraft),
	kindHandOver: needs(data.AudienceInstructed, data.RightDraft),
	kindPackage:  needs(data.AudienceInstructed, data.RightDraft),

	kindInstruction: needs(data.AudienceInstructed, data.RightInstruct),
	kindCable:       needs(data.AudienceInstructed, data.RightInstruct),
	kindCableFile:   needs(data.AudienceInstructed, data.RightInstruct),
	kindAcknowledgement: {rights: []data.Right{data.RightAcknowledge}, audience: data.AudienceInstructed, fields: map[string]rule{
		fieldBody: {rights: []data.Right{data.RightAcknowledge}, audience: data.AudienceInstructed, body: acknowledgementNeeds, own: true},
	}},
	kindRedLine:  needs(data.AudienceInstructed, data.RightInstruct),
	kindOverride: needs(data.AudienceInstructed, data.RightOverride),
	kindLadder:   needs(data.AudienceLadder, data.RightLadder),
	kindStepDown: needs(data.AudienceLadder, data.RightStepDown),
}

// unknown is the rule of a kind that is not in the table: as few as possible.
var unknown = rule{rights: []data.Right{data.RightRoster}, audience: data.AudienceHead}

// deciding holds what the steps of an approval need: some step is allowed to
// whoever has one of them.
var deciding = []data.Right{data.RightDraft, data.RightClearExpert, data.RightClearLegal, data.RightApprove, data.RightConfirm}

// decisionSteps is what each step needs; to return a position is for whoever
// could have let it pass.
var decisionSteps = map[data.ApprovalState][]data.Right{
	data.ApprovalDraft:         {data.RightDraft},
	data.ApprovalSubmitted:     {data.RightDraft},
	data.ApprovalClearedExpert: {data.RightClearExpert},
	data.ApprovalClearedLegal:  {data.RightClearLegal},
	data.ApprovalApproved:      {data.RightApprove},
	data.ApprovalConfirmed:     {data.RightConfirm},
	data.ApprovalReturned:      {data.RightClearExpert, data.RightClearLegal, data.RightApprove, data.RightConfirm},
}

// nobody is a right that no role has.
var nobody = []data.Right{""}

// decisionNeeds reads what a decision is; nobody decides in the name of another.
func decisionNeeds(body []byte, author data.ID) []data.Right {
	var x data.Decision
	if change.Unmarshal(body, &x) != nil || x.By != author {
		return nobody
	}
	if rights, known := decisionSteps[x.Act]; known {
		return rights
	}
	return nobody
}

// acknowledgementNeeds reads who says that he has read: nobody says it for another.
func acknowledgementNeeds(body []byte, author data.ID) []data.Right {
	var a data.Acknowledgement
	if change.Unmarshal(body, &a) != nil || a.By != author {
		return nobody
	}
	return []data.Right{data.RightAcknowledge}
}

// makingPapers holds what papers need: those for the outside, and those for us.
var makingPapers = []data.Right{data.PaperRight(false), data.PaperRight(true)}

// paperNeeds reads whether a paper that was made is for the outside.
func paperNeeds(body []byte, _ data.ID) []data.Right {
	var p data.Paper
	if change.Unmarshal(body, &p) != nil {
		return nobody
	}
	return []data.Right{data.PaperRight(p.Ours())}
}

// ruleOf is the rule of a field; known is false where the kind is not in the table.
func ruleOf(kind, field string) (r rule, known bool) {
	r, known = rules[kind]
	if !known {
		return unknown, false
	}
	name, _, _ := strings.Cut(field, "/")
	if own, differs := r.fields[name]; differs {
		return own, true
	}
	return r, true
}

// audienceOf says who can read a field of a kind of record.
func audienceOf(kind, field string) data.Audience {
	r, _ := ruleOf(kind, field)
	return r.audience
}

// needed says what a value needs of its author's role: one of the rights, or
// none. A body that cannot be read here, or that takes a value away, needs what
// some body of its field needs.
func needed(kind, field string, op change.Op, body []byte, author data.ID) []data.Right {
	r, _ := ruleOf(kind, field)
	if r.body != nil && op != change.OpTombstone && body != nil {
		return r.body(body, author)
	}
	return r.rights
}

// allows reports whether a role may make that write. Settling a conflict needs a
// right of its own besides.
func allows(role data.Role, kind, field string, op change.Op, body []byte, author data.ID) bool {
	if !maySettle(kind, field, op, role) {
		return false
	}
	rights := needed(kind, field, op, body, author)
	return len(rights) == 0 || slices.ContainsFunc(rights, role.May)
}

// permit checks what the member at the laptop wants to write. It gives
// data.CodeForbidden for what the role does not allow, CodeNotRoot where it is a
// root laptop that is needed. The caller holds acts.
func (d *Desk) permit(writes []change.Write) error {
	d.mu.RLock()
	me, started, mayRoster := d.members[d.me], d.roster.Started(), d.mayRoster()
	orphaned := d.headless() && !started
	d.mu.RUnlock()
	for _, w := range writes {
		switch keepsHouse := isHousekeeping(w.Kind, w.Field); {
		case started && ofRoster(w.Kind):
			if !mayRoster {
				return data.E(CodeNotRoot)
			}
		case orphaned && keepsHouse:
		case !allows(me.Role, w.Kind, w.Field, w.Op, w.Body, me.ID):
			return data.E(data.CodeForbidden)
		}
		if err := d.permitReplacing(w, me); err != nil {
			return err
		}
	}
	return nil
}

// maySettle reports whether a role may make a change that replaces all versions of
// a field; everybody may do so with what is his own.
func maySettle(kind, field string, op change.Op, role data.Role) bool {
	r, _ := ruleOf(kind, field)
	return op != change.OpResolve || r.own || role.May(data.RightSettle)
}

// ofRoster reports whether a kind of record says who belongs to the delegation
// and who can read what: such changes are for root laptops.
func ofRoster(kind string) bool {
	r, known := rules[kind]
	return known && slices.Contains(r.rights, data.RightRoster)
}

// permitReplacing checks that what a write replaces is the author's own, where
// the field is so.
func (d *Desk) permitReplacing(w change.Write, me data.Member) error {
	if r, _ := ruleOf(w.Kind, w.Field); !r.own {
		return nil
	}
	rec, err := d.store.Record(w.Kind, w.Scope, w.Entity)
	if data.CodeOf(err) == data.CodeNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	for _, head := range rec.Fields[w.Field].Heads {
		if head.Author != me.ID {
			return data.E(data.CodeForbidden)
		}
	}
	return nil
}

// headless reports whether nobody of the delegation could keep house: then
// everybody may, or nobody ever could. It is so only where one laptop is all
// there is. The caller holds mu.
func (d *Desk) headless() bool {
	for _, m := range d.members {
		if m.Role.May(data.RightRoster) {
			return false
		}
	}
	return true
}

// isHousekeeping reports whether a write is of those that a head makes who keeps
// house: members, and what the negotiation is called.
func isHousekeeping(kind, field string) bool {
	r, _ := ruleOf(kind, field)
	return slices.Contains(r.rights, data.RightRoster) || slices.Contains(r.rights, data.RightProcedure)
}

// addressed names for each write who can read it, where there are keys for that.
// A write that names fewer readers keeps them.
func (d *Desk) addressed(writes []change.Write) []change.Write {
	out := slices.Clone(writes)
	for i, w := range out {
		out[i].Audience = string(narrower(data.Audience(w.Audience), audienceOf(w.Kind, w.Field)))
	}
	return out
}

// narrower is the audience of fewer readers.
func narrower(a, b data.Audience) data.Audience {
	if slices.Index(data.Audiences, a) > slices.Index(data.Audiences, b) {
		return a
	}
	return b
}
