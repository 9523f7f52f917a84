package desk_test

import (
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

var (
	allSteps = []data.ApprovalStep{data.StepExpert, data.StepLegal, data.StepHead, data.StepCapital}

	// clearing says who takes each step where every role does its part.
	clearing = map[data.ApprovalStep]data.Role{
		data.StepExpert: data.RoleDelegate, data.StepLegal: data.RoleAdviser,
		data.StepHead: data.RoleHead, data.StepCapital: data.RoleCapital,
	}
)

// office is a desk with a member in every role and a position drafted by the
// deputy, under a procedure with all steps.
type office struct {
	*desk.Desk
	who  map[data.Role]data.ID
	duty data.ID
}

func newOffice(t testing.TB, p data.Procedure) *office {
	t.Helper()
	d := imported(t)
	o := &office{d, map[data.Role]data.ID{data.RoleHead: d.Me().ID}, at(t, d, "ch1/art2/1").ID}
	for _, role := range data.Roles {
		if role != data.RoleHead {
			m, err := d.SetMember(ctx, data.Member{Name: string(role), Role: role})
			must(t, err)
			o.who[role] = m.ID
		}
	}
	must(t, d.SetProcedure(ctx, p))
	o.as(t, data.RoleDeputy)
	must(t, d.SetPosition(ctx, data.Position{Provision: o.duty, Stance: data.StanceAmend, Wording: data.Words{data.English: "shall be lit"}}))
	return o
}

func (o *office) as(t testing.TB, role data.Role) {
	t.Helper()
	must(t, o.WorkAs(o.who[role]))
}

// bring takes the position to a state.
func (o *office) bring(t testing.TB, to data.ApprovalState) {
	t.Helper()
	o.as(t, data.RoleDeputy)
	switch to {
	case data.ApprovalDraft:
		return
	case data.ApprovalNone:
		must(t, o.SetPosition(ctx, data.Position{Provision: o.duty}))
		return
	}
	must(t, o.Submit(ctx, o.duty))
	for _, s := range allSteps {
		if to == data.ApprovalSubmitted || to == data.ApprovalReturned || o.state() == to {
			break
		}
		o.as(t, clearing[s])
		must(t, o.Approve(ctx, o.duty, ""))
		if to == data.ApprovalLapsed && s == data.StepHead {
			o.as(t, data.RoleDeputy)
			must(t, o.ChangePosition(ctx, o.duty, func(p *data.Position) { p.Stance = data.StanceOppose }))
		}
	}
	if to == data.ApprovalReturned {
		o.as(t, data.RoleHead)
		must(t, o.Return(ctx, o.duty, "say why"))
	}
	if o.state() != to {
		t.Fatalf("%s was not reached, but %s", to, o.state())
	}
}

func (o *office) state() data.ApprovalState { return o.Approval(o.duty).State }

// TestEveryStateActAndRole tries every act in every state by every role.
func TestEveryStateActAndRole(t *testing.T) {
	drafters := []data.Role{data.RoleDelegate, data.RoleHead, data.RoleDeputy, data.RoleAdviser}
	passes := map[data.ApprovalState][]data.Role{
		data.ApprovalSubmitted:     {data.RoleDelegate, data.RoleAdviser},
		data.ApprovalClearedExpert: {data.RoleAdviser, data.RoleCapital},
		data.ApprovalClearedLegal:  {data.RoleHead, data.RoleDeputy},
		data.ApprovalApproved:      {data.RoleCapital},
	}
	acts := map[string]struct {
		do   func(o *office) error
		may  func(s data.ApprovalState) []data.Role
		then func(s data.ApprovalState) data.ApprovalState
	}{
		"submit": {
			func(o *office) error { return o.Submit(ctx, o.duty) },
			func(s data.ApprovalState) []data.Role {
				if s == data.ApprovalNone {
					return nil
				}
				return drafters
			},
			func(data.ApprovalState) data.ApprovalState { return data.ApprovalSubmitted },
		},
		"take back": {
			func(o *office) error { return o.TakeBack(ctx, o.duty) },
			func(s data.ApprovalState) []data.Role {
				if !s.Pending() {
					return nil
				}
				return drafters
			},
			func(data.ApprovalState) data.ApprovalState { return data.ApprovalDraft },
		},
		"let pass": {
			func(o *office) error { return o.Approve(ctx, o.duty, "") },
			func(s data.ApprovalState) []data.Role { return passes[s] },
			func(s data.ApprovalState) data.ApprovalState {
				return map[data.ApprovalState]data.ApprovalState{
					data.ApprovalSubmitted: data.ApprovalClearedExpert, data.ApprovalClearedExpert: data.ApprovalClearedLegal,
					data.ApprovalClearedLegal: data.ApprovalApproved, data.ApprovalApproved: data.ApprovalConfirmed,
				}[s]
			},
		},
		"return": {
			func(o *office) error { return o.Return(ctx, o.duty, "no") },
			func(s data.ApprovalState) []data.Role {
				if passes[s] == nil {
					return nil
				}
				return append(slices.Clone(passes[s]), data.RoleHead, data.RoleDeputy)
			},
			func(data.ApprovalState) data.ApprovalState { return data.ApprovalReturned },
		},
	}
	for _, s := range []data.ApprovalState{
		data.ApprovalNone, data.ApprovalDraft, data.ApprovalSubmitted, data.ApprovalClearedExpert, data.ApprovalClearedLegal,
		data.ApprovalReturned, data.ApprovalApproved, data.ApprovalConfirmed, data.ApprovalLapsed,
	} {
		o := newOffice(t, data.Procedure{Steps: allSteps})
		o.bring(t, s)
		for name, act := range acts {
			for _, role := range data.Roles {
				t.Run(string(s)+"/"+name+"/"+string(role), func(t *testing.T) {
					o.as(t, role)
					err := act.do(o)
					if may := slices.Contains(act.may(s), role); may != (err == nil) {
						t.Fatalf("may: %v, error %v", may, err)
					}
					if err != nil {
						o.as(t, data.RoleHead) // an observer would see no state at all
						if got := o.state(); got != s {
							t.Errorf("refused, and yet %s", got)
						}
						return
					}
					if got := o.state(); got != act.then(s) {
						t.Errorf("%s, want %s", got, act.then(s))
					}
					_, err = o.Undo(ctx)
					must(t, err)
					if got := o.state(); got != s {
						t.Errorf("undone, and yet %s", got)
					}
				})
			}
		}
	}
}

func TestFourEyes(t *testing.T) {
	o := newOffice(t, data.Procedure{Steps: []data.ApprovalStep{data.StepLegal, data.StepHead, data.StepCapital}, FourEyes: true})
	must(t, o.Submit(ctx, o.duty))
	o.as(t, data.RoleCapital)
	must(t, o.Approve(ctx, o.duty, ""))
	o.as(t, data.RoleDeputy)
	wantCode(t, o.Approve(ctx, o.duty, ""), desk.CodeFourEyes) // wrote the words
	o.as(t, data.RoleHead)
	must(t, o.ChangePosition(ctx, o.duty, func(p *data.Position) { p.InternalReasons = "the oil is dear" })) // not what is approved
	must(t, o.Approve(ctx, o.duty, ""))
	o.as(t, data.RoleCapital)
	wantCode(t, o.Approve(ctx, o.duty, ""), desk.CodeFourEyes) // cleared it as legal
	if s := o.state(); s != data.ApprovalApproved {
		t.Fatalf("state %s", s)
	}

	// The head rewrites the words and takes that back: then they are the head's,
	// but what was approved before was not.
	o.as(t, data.RoleHead)
	must(t, o.ChangePosition(ctx, o.duty, func(p *data.Position) { p.Stance = data.StanceOppose }))
	_, err := o.Undo(ctx)
	must(t, err)
	if s := o.state(); s != data.ApprovalApproved {
		t.Errorf("after the same words were written again: %s", s)
	}
}

// TestAProcedureHoldsFromThenOn: what was approved before stays so, what is under
// way goes the new way.
func TestAProcedureHoldsFromThenOn(t *testing.T) {
	o := newOffice(t, data.DefaultProcedure())
	other := at(t, o.Desk, "ch1/art2/2").ID
	must(t, o.SetPosition(ctx, data.Position{Provision: other, Stance: data.StanceSupport}))
	must(t, o.Submit(ctx, o.duty))
	must(t, o.Submit(ctx, other))
	o.as(t, data.RoleHead)
	must(t, o.Approve(ctx, o.duty, ""))
	must(t, o.SetProcedure(ctx, data.Procedure{Steps: allSteps}))
	if a := o.Approval(o.duty); a.State != data.ApprovalApproved || a.Awaits != data.StepCapital {
		t.Errorf("approved before: %s awaiting %s", a.State, a.Awaits)
	}
	if step, err := o.Step(other); step != data.StepExpert || data.CodeOf(err) != desk.CodeNotYourStep {
		t.Errorf("under way: awaits %s, %v", step, err)
	}
	wantCode(t, o.SetProcedure(ctx, data.Procedure{}), data.CodeProcedure)
	o.as(t, data.RoleDelegate)
	wantCode(t, o.SetProcedure(ctx, data.DefaultProcedure()), data.CodeForbidden)
	o.as(t, data.RoleHead)
	_, err := o.Undo(ctx) // the procedure
	must(t, err)
	if step, err := o.Step(other); step != data.StepHead || err != nil {
		t.Errorf("undone: awaits %s, %v", step, err)
	}
}

func TestInbox(t *testing.T) {
	o := newOffice(t, data.DefaultProcedure())
	same, lapsed := at(t, o.Desk, "ch1/art2/2").ID, at(t, o.Desk, "ch1/art1/a").ID
	for _, id := range []data.ID{same, lapsed} {
		must(t, o.SetPosition(ctx, data.Position{Provision: id, Stance: data.StanceSupport}))
		must(t, o.Submit(ctx, id))
	}
	if n := len(o.Inbox()); n != 2 { // the deputy approves too
		t.Fatalf("%d await the deputy", n)
	}
	o.as(t, data.RoleHead)
	must(t, o.LetPass(ctx, "", asShown(o.Inbox())...))
	o.as(t, data.RoleDeputy)
	must(t, o.ChangePosition(ctx, lapsed, func(p *data.Position) { p.Stance = data.StanceOppose }))
	must(t, o.Submit(ctx, same)) // nothing changed, handed in again
	must(t, o.Submit(ctx, o.duty))
	o.as(t, data.RoleDelegate)
	if n := len(o.Inbox()); n != 0 {
		t.Errorf("%d await a delegate", n)
	}
	o.as(t, data.RoleHead)
	groups := map[data.ID]desk.AwaitingGroup{}
	box := o.Inbox()
	for _, a := range box {
		groups[a.Provision] = a.Group
	}
	if len(box) != 3 || groups[o.duty] != desk.AwaitingNew || groups[same] != desk.AwaitingSame || groups[lapsed] != desk.AwaitingLapsed {
		t.Fatalf("inbox %v", groups)
	}
	var stale []desk.Seen
	for _, a := range box {
		if a.Group == desk.AwaitingLapsed && (!slices.Equal(a.Why, []string{"lapse.stance"}) || a.Former.Stance != data.StanceSupport) {
			t.Errorf("what lapsed: %v, was %s", a.Why, a.Former.Stance)
		}
		stale = append(stale, desk.Seen{Provision: a.Provision, Digest: a.Digest})
	}

	// The words change between seeing and deciding.
	must(t, o.ChangePosition(ctx, o.duty, func(p *data.Position) { p.Wording = data.Words{data.English: "may be lit"} }))
	wantCode(t, o.LetPass(ctx, "", stale...), desk.CodeChangedSince)
	if n := len(o.Inbox()); n != 3 {
		t.Fatalf("%d left after a refusal: some were let pass", n)
	}
	must(t, o.LetPass(ctx, "fine", asShown(o.Inbox())...))
	for _, id := range []data.ID{o.duty, same, lapsed} {
		if s := o.Approval(id).State; s != data.ApprovalApproved {
			t.Errorf("%s after all were let pass", s)
		}
	}
	if _, err := o.Undo(ctx); err != nil || len(o.Inbox()) != 3 {
		t.Errorf("one undo did not take back all: %v", err)
	}
}

// TestALapsedPositionGoesTheWholeWay: with steps before the head's the head cannot
// let pass alone what changed in substance.
func TestALapsedPositionGoesTheWholeWay(t *testing.T) {
	o := newOffice(t, data.Procedure{Steps: allSteps})
	o.bring(t, data.ApprovalLapsed)
	o.as(t, data.RoleHead)
	must(t, o.Renew(ctx, o.duty))
	if a := o.Approval(o.duty); a.State != data.ApprovalSubmitted || a.Awaits != data.StepExpert {
		t.Errorf("%s awaiting %s", a.State, a.Awaits)
	}
	wantCode(t, o.Renew(ctx, o.duty), desk.CodeNotLapsed)
}

func asShown(box []desk.Awaiting) []desk.Seen {
	var out []desk.Seen
	for _, a := range box {
		out = append(out, desk.Seen{Provision: a.Provision, Digest: a.Digest})
	}
	return out
}
