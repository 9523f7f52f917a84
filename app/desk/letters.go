package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
)

// The letters by which the three axes are entered, two keys together: the key of
// the axis, then the letter of the value. They are the same in every language,
// as a shortcut is, and are shown wherever one chooses.
const (
	keyText     = fyne.KeyT // how far the text has come in the room
	keyPosition = fyne.KeyP // our stance
	keyApproval = fyne.KeyA // the approval of our position
	keyProposal = fyne.KeyN // a new proposal
)

// textLetters has one letter for every data.TextStates.
var textLetters = map[data.TextState]string{
	data.TextProposed:      "N", // new
	data.TextDiscussed:     "D",
	data.TextBracketed:     "B",
	data.TextFirstReading:  "F",
	data.TextParked:        "P",
	data.TextInformals:     "I",
	data.TextClose:         "C",
	data.TextAdReferendum:  "A",
	data.TextAgreed:        "G", // gavelled
	data.TextReopened:      "R",
	data.TextLanguageGroup: "L",
	data.TextAdopted:       "O",
	data.TextDeleted:       "X",
	data.TextMoved:         "M",
	data.TextWithdrawn:     "W",
}

// stanceLetters has one letter for every data.Stances.
var stanceLetters = map[data.Stance]string{
	data.StanceNone:        "N",
	data.StanceSupport:     "S",
	data.StanceAmend:       "A",
	data.StanceConditional: "C",
	data.StanceFlexible:    "F",
	data.StanceReserve:     "R",
	data.StanceOppose:      "O",
	data.StanceDelete:      "D",
	data.StanceAskWithdraw: "W",
	data.StanceMerge:       "M",
	data.StanceCovered:     "E", // elsewhere
	data.StanceRedLine:     "L",
}

// kindLetters has one letter for every data.ProposalKinds: those of the verbs,
// "V" for MOVE.
var kindLetters = map[data.ProposalKind]string{
	data.ProposalModify:   "M",
	data.ProposalAdd:      "A",
	data.ProposalSuppress: "S",
	data.ProposalNoChange: "N",
	data.ProposalMove:     "V",
}

// textChoices are the states of the text, that which was last entered ticked.
func (a *axes) textChoices(now data.TextState) []look.Choice {
	var list []look.Choice
	for _, s := range data.TextStates {
		list = append(list, look.Choice{
			Key: textLetters[s], Words: a.room.Loc.Name("text-state", string(s)),
			Sign: look.NewRoomSign(look.RoomState(s)), Checked: s == now,
		})
	}
	return list
}

func (a *axes) stanceChoices(now data.Stance) []look.Choice {
	var list []look.Choice
	for _, s := range data.Stances {
		list = append(list, look.Choice{
			Key: stanceLetters[s], Words: a.room.Loc.Name("stance", string(s)), Checked: s == now,
		})
	}
	return list
}

func (a *axes) kindChoices() []look.Choice {
	var list []look.Choice
	for _, k := range data.ProposalKinds {
		list = append(list, look.Choice{Key: kindLetters[k], Words: kindWords(a.room.Loc, k)})
	}
	return list
}

// approvalStep is an act of approval.
type approvalStep struct {
	letter string
	title  string // catalogue id; of the step that lets pass, see stepTitle
	done   string // catalogue id of what it leads to; "" is what the step leads to
	open   func(now approvalNow) bool
	take   func(a *axes, then func())
}

// approvalSteps are the acts of approval in their order.
var approvalSteps = []approvalStep{
	{"S", "panes.submit", "event.decision.submitted", approvalNow.maySubmit, func(a *axes, then func()) { a.side.position.approval.decide(a.room.Desk.Submit, then) }},
	{"A", "panes.approve", "", approvalNow.mayTake, func(a *axes, then func()) {
		a.side.position.approval.remarked(a.room.Desk.Approve, then)
	}},
	{"R", "panes.return", "event.decision.returned", approvalNow.mayReturn, (*axes).giveBack},
	{"T", "panes.takeback", "event.decision.draft", approvalNow.mayTakeBack, func(a *axes, then func()) { a.side.position.approval.decide(a.room.Desk.TakeBack, then) }},
}

// giveBack returns the position with the remark that was typed, or asks for one.
func (a *axes) giveBack(then func()) {
	b := a.side.position.approval
	if b.remark.Text() != "" {
		b.remarked(a.room.Desk.Return, then)
		return
	}
	a.side.choose(tabPosition)
	b.askRemark()
}
