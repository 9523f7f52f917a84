package desk

import (
	"strings"
	"testing"

	"travaux/data"
)

func TestStandingIsSaidInWords(t *testing.T) {
	s := newStage(t, "en")
	article, one, two := s.at("ch1/art2").ID, s.at("ch1/art2/1").ID, s.at("ch1/art2/2").ID
	enter := func(id data.ID, states ...data.TextState) func() {
		return func() {
			for _, x := range states {
				must(t, s.desk.SetTextState(ctx, id, x, ""))
			}
		}
	}
	s.side.choose(tabText)
	for _, c := range []struct {
		name  string
		do    func()
		path  string
		words []string
	}{
		{"by its brackets", func() {}, "ch1/art2/1", []string{"Bracketed", "By the brackets in it; nothing was entered."}},
		{"nothing", func() {}, "ch1/art2/2", []string{"Not recorded"}},
		{"one part", enter(one, data.TextAdReferendum), "ch1/art2", []string{"1 of 2 parts agreed; not gavelled as a whole."}},
		{"every part", enter(two, data.TextAdReferendum), "ch1/art2", []string{"Close to consensus", "2 of 2 parts agreed; not gavelled as a whole."}},
		{"the gavel", enter(article, data.TextAdReferendum), "ch1/art2", []string{"Agreed ad referendum", "Since ", "All 2 parts agreed, and gavelled as a whole."}},
		{"a chapter", func() {}, "ch1", []string{"2 of 5 parts agreed."}},
		{"reopened", enter(one, data.TextReopened), "ch1/art2/1", []string{"Reopened", "It was agreed and is no longer."}},
		{"a part reopened", func() {}, "ch1/art2", []string{"Entered for the whole: Agreed ad referendum", "A part of it was agreed and is no longer."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.do()
			s.choose(c.path)
			s.room.Changed()
			for _, words := range c.words {
				shows(t, s.side.text.object, words)
			}
		})
	}
}

func TestStateIsEnteredWithARemark(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	s.side.choose(tabText)
	box := s.side.text.standing
	if box.framed.Visible() {
		t.Fatal("the field for a remark is shown before it is asked for")
	}
	press(t, box.object, "Remark")
	type_(box.remark, "The Chair was in a hurry.")
	s.tick()
	s.open("en") // after a crash
	s.choose("ch1/art2/1")
	if box = s.side.text.standing; !box.framed.Visible() || box.remark.Text() != "The Chair was in a hurry." {
		t.Fatalf("the remark is gone: %q", box.remark.Text())
	}
	box.choose(7)
	steps := s.desk.TextSteps(id)
	if len(steps) != 1 || steps[0].State != data.TextAdReferendum || steps[0].Remark != "The Chair was in a hurry." {
		t.Fatalf("steps %+v", steps)
	}
	if box.framed.Visible() || box.remark.Text() != "" {
		t.Error("the remark is still in the field")
	}
	all := seen(box.object)
	if at := strings.Index(all, "Remark: delegation only"); at < 0 || !strings.Contains(all[at:], "The Chair was in a hurry.") {
		t.Errorf("the remark does not stand in a frame:\n%s", all)
	}
}

func TestHistoryOfTheTextIsKept(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/2")
	for _, x := range []data.TextState{data.TextProposed, data.TextDiscussed, data.TextBracketed, data.TextClose, data.TextAgreed, data.TextReopened} {
		must(t, s.desk.SetTextState(ctx, id, x, ""))
	}
	s.side.choose(tabText)
	s.room.Changed()
	box := s.side.text.standing
	all := seen(box.history)
	if strings.Index(all, "Reopened") > strings.Index(all, "Agreed") || strings.Contains(all, "Proposed") {
		t.Errorf("history:\n%s", all)
	}
	press(t, box.history, "2 earlier entries")
	shows(t, box.history, "Proposed")
}
