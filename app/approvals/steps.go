package approvals

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
)

// stepsBox tells the procedure, and lets the head set it.
type stepsBox struct {
	room   *room.Room
	object *fyne.Container
	says   *look.Text
	checks map[data.ApprovalStep]*look.Check
	eyes   *look.Check
	set    *fyne.Container
}

func newStepsBox(r *room.Room) *stepsBox {
	b := &stepsBox{room: r, says: look.Wrapped(""), checks: map[data.ApprovalStep]*look.Check{}, set: look.Flow()}
	for _, s := range data.ApprovalSteps {
		if s == data.StepHead {
			continue // never left out
		}
		b.checks[s] = look.NewCheck(r.Loc.Name("approval-step", string(s)), false, func(bool) { b.store() })
		b.set.Add(b.checks[s])
	}
	b.eyes = look.NewCheck(r.Loc.T("approvals.four-eyes"), false, func(bool) { b.store() })
	b.set.Add(b.eyes)
	b.object = look.Column(b.says, b.set)
	return b
}

// load shows the procedure as it is.
func (b *stepsBox) load() {
	p, loc := b.room.Desk.Procedure(), b.room.Loc
	var names []string
	for _, s := range p.Steps {
		names = append(names, loc.Name("approval-step", string(s)))
	}
	id := "approvals.procedure"
	if p.FourEyes {
		id = "approvals.procedure.four-eyes"
	}
	b.says.SetText(loc.T(id, "steps", loc.List(names)))
	for s, c := range b.checks {
		c.SetTicked(slices.Contains(p.Steps, s))
	}
	b.eyes.SetTicked(p.FourEyes)
	look.SetShown(b.set, b.room.Desk.Me().Role.May(data.RightProcedure))
}

// store makes what is ticked the procedure, in the usual order of steps.
func (b *stepsBox) store() {
	p := data.Procedure{FourEyes: b.eyes.Ticked()}
	for _, s := range data.ApprovalSteps {
		if c := b.checks[s]; c == nil || c.Ticked() {
			p.Steps = append(p.Steps, s)
		}
	}
	b.room.Act(func(ctx context.Context) error { return b.room.Desk.SetProcedure(ctx, p) }, nil)
}
