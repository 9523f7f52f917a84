package desk

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/data"
	work "travaux/data/desk"
)

// laddered is a stage with a ladder of three steps on the duty.
func laddered(t *testing.T, lang string) (s *stage, duty data.ID) {
	t.Helper()
	s = newStage(t, lang)
	duty = s.choose("ch1/art2/1")
	english := func(words string) data.Words { return data.Words{data.English: words} }
	must(t, s.desk.SetLadder(ctx, data.Ladder{Provision: duty, Steps: []data.LadderStep{
		{Wording: english("All lanterns at dusk.")},
		{Wording: english("Canary by nightfall."), Trigger: "Canary trigger."},
		{Wording: english("Canary floor.")},
	}}))
	s.room.Changed()
	s.open_(tabPosition)
	return s, duty
}

// everywhere is all that can be read of the panes: words, tips, and what search,
// history and the palette find.
func everywhere(s *stage) string {
	all := ""
	for tab := range tabTitles {
		s.open_(tab)
		all += seen(s.side.object) + tips(s.side.object)
	}
	s.open_(tabPosition)
	all += seen(s.outline.object) + seen(s.reader.Object())
	hits, err := s.desk.Search("canary", data.English, 100)
	must(s.t, err)
	for _, hit := range hits {
		all += fmt.Sprint(hit)
	}
	return all
}

func TestOnlyTheCurrentStepIsShown(t *testing.T) {
	s, duty := laddered(t, "en")
	shows(t, s.side.position.ladder.object, "All lanterns at dusk.")
	if all := everywhere(s); strings.Contains(all, "Canary") {
		t.Fatalf("a next step is shown:\n%s", all)
	}
	must(t, s.desk.StepDown(ctx, duty, "They refused."))
	s.room.Changed()
	shows(t, s.side.position.ladder.object, "Canary by nightfall.")
	shows(t, s.side.position.ladder.object, "They refused.")
	for _, words := range []string{"Canary floor.", "Canary trigger."} {
		if strings.Contains(everywhere(s), words) {
			t.Errorf("%q is shown", words)
		}
	}
}

// TestTheNextStepsAreShownWhileHeld, by the button, by the key from anywhere, and
// not a moment longer.
func TestTheNextStepsAreShownWhileHeld(t *testing.T) {
	s, _ := laddered(t, "en")
	b, canvas := s.side.position.ladder, s.room.Window.Canvas()
	f8 := &fyne.KeyEvent{Name: fyne.KeyF8}
	held := func(want bool, when string) {
		t.Helper()
		if got := strings.Contains(seen(b.object), "Canary floor."); got != want || b.hold.Held() != want {
			t.Fatalf("%s: shown %v", when, got)
		}
	}
	b.hold.MouseDown(nil)
	held(true, "pressed")
	shows(t, b.object, "Canary trigger.")
	b.hold.MouseUp(nil)
	held(false, "let go")
	b.hold.MouseDown(nil)
	b.hold.MouseOut()
	held(false, "the pointer left")
	e := s.side.position.wording.editor
	canvas.Focus(e)
	s.side.Hold()
	held(true, "the key from a field")
	b.hold.TypedKey(f8)
	held(true, "the key repeats")
	b.hold.KeyUp(f8)
	held(false, "the key let go")
	if canvas.Focused() != e {
		t.Error("the field did not get the keyboard back")
	}
	s.side.Hold()
	canvas.Unfocus()
	held(false, "the keyboard went elsewhere")
	s.side.Hold()
	s.choose("ch1/art1")
	held(false, "another provision")
}

func TestStepsAreTakenWithAReason(t *testing.T) {
	s, duty := laddered(t, "en")
	b := s.side.position.ladder
	press(t, b.object, s.room.Loc.T("ladder.down"))
	b.asking.move()
	if data.CodeOf(s.failed) != work.CodeStepReason {
		t.Fatalf("without a reason: %v", s.failed)
	}
	type_(b.asking.reason, "They refused.")
	s.tick()
	s.open("en")
	s.choose("ch1/art2/1")
	s.open_(tabPosition)
	b = s.side.position.ladder
	press(t, b.object, s.room.Loc.T("ladder.down"))
	if b.asking.reason.Text() != "They refused." {
		t.Fatal("the reason did not outlive the program")
	}
	s.room.Window.Canvas().Focus(b.asking.reason)
	s.do("panes.submit") // Ctrl+Enter
	if _, at := s.desk.Ladder(duty); at != 1 || b.asking != nil {
		t.Fatalf("stands on %d", at)
	}
	press(t, b.object, s.room.Loc.T("ladder.take"))
	if got := s.desk.Position(duty).Wording[data.English]; got != "Canary by nightfall." {
		t.Errorf("our wording is %q", got)
	}
	press(t, b.object, s.room.Loc.T("ladder.up"))
	type_(b.asking.reason, "They gave way.")
	b.asking.move()
	if _, at := s.desk.Ladder(duty); at != 0 {
		t.Errorf("up again, stands on %d", at)
	}
}

func TestALadderIsWritten(t *testing.T) {
	s := newStage(t, "en")
	duty := s.choose("ch1/art2/1")
	s.open_(tabPosition)
	b := s.side.position.ladder
	press(t, b.object, s.room.Loc.T("ladder.write"))
	type_(b.form.wording, "All at dusk.")
	press(t, b.object, s.room.Loc.T("ladder.add"))
	type_(b.form.wording, "Most by night.")
	type_(b.form.trigger, "If refused.")
	b.form.roles[data.RoleDelegate].Tapped(nil)
	s.tick()
	s.open("en")
	s.choose("ch1/art2/1")
	s.open_(tabPosition)
	b = s.side.position.ladder
	if b.form == nil || b.form.trigger.Text() != "If refused." || !b.form.roles[data.RoleDelegate].Ticked() {
		t.Fatal("what was typed did not outlive the program")
	}
	press(t, b.object, s.room.Loc.T("panes.save"))
	l, at := s.desk.Ladder(duty)
	if at != 0 || len(l.Steps) != 2 || l.Steps[1].Wording[data.English] != "Most by night." || l.Steps[1].Trigger != "If refused." || len(l.Steps[1].Roles) != 1 {
		t.Fatalf("written: %+v", l)
	}
	if b.form != nil {
		t.Fatal("the form is still there")
	}
	hides(t, s.side.object, "Most by night.")
}

func TestLaddersAreNotForEverybody(t *testing.T) {
	s, _ := laddered(t, "en")
	must(t, s.desk.WorkAs(s.adviser))
	s.room.Changed()
	hides(t, s.side.object, "All lanterns at dusk.")
	s.side.Hold()
	hides(t, s.side.object, "Canary")
}
