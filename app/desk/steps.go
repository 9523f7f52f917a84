package desk

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
)

// approvalNow is how far the approval of a position is, and what keeps the member
// at the laptop from taking the awaited step.
type approvalNow struct {
	data.Approval
	role     data.Role
	hindered error
}

func approvalOf(r *room.Room, id data.ID) approvalNow {
	_, err := r.Desk.Step(id)
	return approvalNow{r.Desk.Approval(id), r.Desk.Me().Role, err}
}

func (n approvalNow) maySubmit() bool {
	return n.State != data.ApprovalNone && !n.State.Pending() && !n.State.InForce() && n.role.May(data.RightDraft)
}

func (n approvalNow) mayTakeBack() bool { return n.State.Pending() && n.role.May(data.RightDraft) }

// mine reports whether the step is for the member's role, be it hindered or not.
func (n approvalNow) mine() bool { return n.Awaits != "" && n.role.May(n.Awaits.Right()) }

func (n approvalNow) mayTake() bool { return n.Awaits != "" && n.hindered == nil }

func (n approvalNow) mayReturn() bool {
	return n.Awaits != "" && (n.role.May(n.Awaits.Right()) || n.role.MayApprove())
}

// stepTitle is the catalogue id of the act that takes a step.
func stepTitle(step data.ApprovalStep) string {
	switch step {
	case data.StepExpert, data.StepLegal:
		return "approvals.clear"
	case data.StepCapital:
		return "approvals.confirm"
	}
	return "panes.approve"
}

// addSteps tells which steps of the procedure were taken and which is awaited,
// where there is more than one, and why the member cannot take his.
func addSteps(column *fyne.Container, r *room.Room, now approvalNow) {
	if len(now.Procedure.Steps) > 1 && (now.State.Pending() || now.State.InForce()) {
		column.Add(stepsLine(r, now.Approval))
	}
	if now.mine() && now.hindered != nil {
		sentence, hint := r.Loc.Error(string(data.CodeOf(now.hindered)), nil)
		why := look.Wrapped(sentence + " " + hint)
		why.Colour, why.Scale = look.ColourLapsed, theme.SizeNameCaptionText
		column.Add(why)
	}
}

// stepsLine shows the steps in their order: those that hold with their sign, the
// awaited one in bold.
func stepsLine(r *room.Room, a data.Approval) fyne.CanvasObject {
	line := look.Flow()
	for _, s := range a.Procedure.Steps {
		name := look.NewText(r.Loc.Name("approval-step", string(s)))
		name.Scale = theme.SizeNameCaptionText
		sign := look.StateNone
		switch {
		case holdsStep(a, s):
			sign = look.State(s.State())
			name.Colour = sign.Colour()
		case s == a.Awaits:
			sign, name.Bold = look.StateSubmitted, true
		default:
			name.Colour = look.ColourMuted
		}
		line.Add(look.Row(look.NewDot(sign), name))
	}
	return line
}

func holdsStep(a data.Approval, s data.ApprovalStep) bool {
	return slices.ContainsFunc(a.Taken, func(d data.Decision) bool { return d.Act == s.State() })
}
