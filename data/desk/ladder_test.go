package desk_test

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
)

// laddered has a ladder of three steps on the duty.
func laddered(t *testing.T) (c *crew, steps []data.LadderStep) {
	t.Helper()
	c = newCrew(t)
	english := func(s string) data.Words { return data.Words{data.English: s} }
	must(t, c.SetLadder(ctx, data.Ladder{Provision: c.duty, Steps: []data.LadderStep{
		{Wording: english("Every State Party shall ensure that all lanterns are lit at dusk.")},
		{Wording: english("Every State Party shall endeavour to light its public lanterns by nightfall."), Trigger: "When two neighbouring States refuse the word ensure.", Roles: []data.Role{data.RoleHead, data.RoleDelegate}},
		{Wording: english("Every State Party may light lanterns wherever it deems that practicable.")},
	}}))
	l, _ := c.Ladder(c.duty)
	return c, l.Steps
}

// stepWord is the wording of the step on which the delegation stands, in short.
func stepWord(c *crew) string {
	l, at := c.Ladder(c.duty)
	if at < 0 {
		return ""
	}
	return strings.Fields(l.Steps[at].Wording[data.English])[3]
}

func TestStepsDownAndUp(t *testing.T) {
	c, _ := laddered(t)
	as := func(role data.Role) { must(t, c.WorkAs(c.members[role])) }
	as(data.RoleDelegate)
	if stepWord(c) != "shall" {
		t.Fatalf("stands on %q", stepWord(c))
	}
	wantCode(t, c.StepUp(ctx, c.duty, "why"), desk.CodeLadderEnd)
	wantCode(t, c.StepDown(ctx, c.duty, " "), desk.CodeStepReason)
	must(t, c.StepDown(ctx, c.duty, "They refused."))
	if l, at := c.Ladder(c.duty); at != 1 || !strings.Contains(l.Steps[at].Wording[data.English], "endeavour") {
		t.Fatalf("stands on step %d", at)
	}
	wantCode(t, c.StepDown(ctx, c.duty, "They refused again."), desk.CodeNoAuthority) // the floor names nobody
	as(data.RoleHead)
	must(t, c.StepDown(ctx, c.duty, "Capital confirmed."))
	wantCode(t, c.StepDown(ctx, c.duty, "More."), desk.CodeLadderEnd)
	as(data.RoleDelegate)
	wantCode(t, c.StepUp(ctx, c.duty, "They gave way."), desk.CodeNoAuthority)
	as(data.RoleHead)
	must(t, c.StepUp(ctx, c.duty, "They gave way."))
	moves := c.Descents(c.duty)
	if len(moves) != 3 || moves[0].By != c.members[data.RoleDelegate] || moves[0].Reason != "They refused." || !moves[2].Up || moves[1].Time.IsZero() {
		t.Errorf("moves %+v", moves)
	}
	_, err := c.Undo(ctx)
	must(t, err)
	if _, at := c.Ladder(c.duty); at != 2 {
		t.Errorf("undone, stands on %d", at)
	}
}

// TestWhoMayStep holds each role against a step that names nobody, and one that
// names it.
func TestWhoMayStep(t *testing.T) {
	for _, role := range data.Roles {
		named := data.LadderStep{Roles: []data.Role{role}}
		if got, want := (data.LadderStep{}).Allows(role), role == data.RoleHead || role == data.RoleDeputy; got != want {
			t.Errorf("%s on a step that names nobody: %v", role, got)
		}
		if got := named.Allows(role); got != role.May(data.RightStepDown) {
			t.Errorf("%s on a step that names it: %v", role, got)
		}
	}
}

func TestLaddersAndRoles(t *testing.T) {
	c, _ := laddered(t)
	must(t, c.StepDown(ctx, c.duty, "They refused."))
	for _, role := range data.Roles {
		must(t, c.WorkAs(c.members[role]))
		l, at := c.Ladder(c.duty)
		if reads := role.May(data.RightReadLadder); reads != (at >= 0) || reads != (len(l.Steps) > 0) || reads != (len(c.Descents(c.duty)) > 0) {
			t.Errorf("%s sees %d steps, stands on %d", role, len(l.Steps), at)
		}
		err := c.SetLadder(ctx, data.Ladder{Provision: c.duty, Steps: append(l.Steps, data.LadderStep{Wording: data.Words{data.English: "More."}})})
		if role.May(data.RightLadder) {
			must(t, err)
			_, err = c.Undo(ctx)
			must(t, err)
		} else {
			wantCode(t, err, data.CodeForbidden)
		}
	}
}

func TestLadderIsEdited(t *testing.T) {
	c, steps := laddered(t)
	wording := func() (out []string) {
		l, _ := c.Ladder(c.duty)
		for _, s := range l.Steps {
			out = append(out, strings.Fields(s.Wording[data.English])[0]+" "+strings.Fields(s.Wording[data.English])[3])
		}
		return out
	}
	between := data.LadderStep{Wording: data.Words{data.English: "New words between them."}}
	must(t, c.SetLadder(ctx, data.Ladder{Provision: c.duty, Steps: slices.Insert(slices.Clone(steps), 1, between)}))
	l, _ := c.Ladder(c.duty)
	if len(l.Steps) != 4 || l.Steps[2].ID != steps[1].ID || l.Steps[1].Wording[data.English] != between.Wording[data.English] {
		t.Fatalf("a step put in between: %v", wording())
	}
	slices.Reverse(l.Steps)
	must(t, c.SetLadder(ctx, l))
	if again, _ := c.Ladder(c.duty); again.Steps[0].ID != l.Steps[0].ID || again.Steps[3].ID != l.Steps[3].ID {
		t.Fatalf("turned round: %v", wording())
	}
	must(t, c.StepDown(ctx, c.duty, "They refused."))
	l, at := c.Ladder(c.duty)
	l.Steps = slices.Delete(l.Steps, at, at+1)
	must(t, c.SetLadder(ctx, l))
	if _, at := c.Ladder(c.duty); at != 0 {
		t.Errorf("the step on which one stood is gone, and one stands on %d", at)
	}
	wantCode(t, c.SetLadder(ctx, data.Ladder{Provision: c.duty, Steps: []data.LadderStep{{}}}), desk.CodeStepEmpty)
	must(t, c.SetLadder(ctx, data.Ladder{Provision: c.duty}))
	if _, at := c.Ladder(c.duty); at != -1 {
		t.Error("a ladder without steps is still one")
	}
}

func TestTakeStep(t *testing.T) {
	c, steps := laddered(t)
	must(t, c.ChangePosition(ctx, c.duty, func(p *data.Position) { p.Wording[data.French] = "Chaque État Partie." }))
	must(t, c.StepDown(ctx, c.duty, "They refused."))
	must(t, c.TakeStep(ctx, c.duty))
	p := c.Position(c.duty)
	if p.Wording[data.English] != steps[1].Wording[data.English] || p.Wording[data.French] != "Chaque État Partie." {
		t.Errorf("our wording is %v", p.Wording)
	}
	if title, _ := c.CanUndo(); title != "act.ladder.take" {
		t.Errorf("the act is %s", title)
	}
}

// TestHistoryKeepsTheLadder holds that the history tells of steps and never of
// their words.
func TestHistoryKeepsTheLadder(t *testing.T) {
	c, _ := laddered(t)
	must(t, c.StepDown(ctx, c.duty, "They refused."))
	events, err := c.History(c.duty)
	must(t, err)
	var what []string
	for _, e := range events {
		if strings.Contains(e.What, "ladder") {
			what = append(what, strings.TrimPrefix(e.What, "event."))
			if strings.Contains(e.After+e.Before, "nightfall") || strings.Contains(e.After+e.Before, "practicable") {
				t.Errorf("%s tells %q", e.What, e.After)
			}
		}
	}
	if got := strings.Join(what, " "); got != "ladder ladder ladder ladder.down" {
		t.Errorf("the history says %s", got)
	}
}

// TestLadderStaysInside holds the words of steps that were not taken against a
// paper that has some of them.
func TestLadderStaysInside(t *testing.T) {
	c, _ := laddered(t)
	issued := at(t, c.Desk, dutyPath).Text[data.English].Text
	leaks := func(paper string) (out []string) {
		for _, l := range export.Leaks(paper, c.Secrets(), issued) {
			out = append(out, l.Field)
		}
		return slices.Compact(out)
	}
	for _, x := range []struct {
		name, paper string
		want        string // "": nothing leaks
	}{
		{"the step we stand on", "Every State Party shall ensure that all lanterns are lit at dusk.", ""},
		{"a whole fallback", "every state party shall endeavour to light its public lanterns by nightfall", "field.ladder"},
		{"half of it", "We could endeavour to light its public lanterns, perhaps.", "field.ladder"},
		{"a trigger", "unless two neighbouring States refuse the word", "field.ladder.trigger"},
		{"the text itself", issued, ""},
	} {
		t.Run(x.name, func(t *testing.T) {
			if got := strings.Join(leaks(x.paper), " "); got != x.want {
				t.Errorf("got %q, want %q", got, x.want)
			}
		})
	}
	must(t, c.StepDown(ctx, c.duty, "They refused to hear of any duty at all."))
	if got := strings.Join(leaks("every state party shall endeavour to light its public lanterns by nightfall"), " "); got != "" {
		t.Errorf("the step that was taken leaks: %s", got)
	}
	if got := strings.Join(leaks("they refused to hear of any duty"), " "); got != "field.ladder.reason" {
		t.Errorf("why we went down: %s", got)
	}
}
