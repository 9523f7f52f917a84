package desk

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/textview"
	"travaux/data"
)

// keys presses keys one after another: the first goes to the window, the others
// to what then has the keyboard, such as a layer with choices.
func (s *stage) keys(names ...fyne.KeyName) {
	s.t.Helper()
	for i, name := range names {
		e := &fyne.KeyEvent{Name: name}
		if i == 0 {
			if !s.side.Key(e) {
				s.t.Fatalf("%s is not taken", name)
			}
			continue
		}
		f := s.room.Window.Canvas().Focused()
		if f == nil {
			s.t.Fatalf("nothing has the keyboard for %s", name)
		}
		f.TypedKey(e)
	}
}

func TestLettersAreOfOneKeyEach(t *testing.T) {
	one := func(what string, n int, letters []string) {
		slices.Sort(letters)
		if got := slices.Compact(slices.Clone(letters)); len(got) != n || slices.Contains(got, "") {
			t.Errorf("%s: %d things have the letters %v", what, n, letters)
		}
	}
	var text, stance, approval []string
	for _, s := range data.TextStates {
		text = append(text, textLetters[s])
	}
	for _, s := range data.Stances {
		stance = append(stance, stanceLetters[s])
	}
	for _, s := range approvalSteps {
		approval = append(approval, s.letter)
	}
	one("states of the text", len(data.TextStates), text)
	one("stances", len(data.Stances), stance)
	one("steps of an approval", len(approvalSteps), approval)
}

func TestTwoKeysEnterEachAxis(t *testing.T) {
	s := newStage(t, "en")
	m, err := s.desk.SetMeeting(ctx, data.Meeting{Title: "12th meeting"})
	must(t, err)
	must(t, s.desk.SitIn(m.ID))
	id := s.choose("ch1/art2/1")
	s.keys(fyne.KeyT, fyne.KeyA)
	if got := s.desk.Standing(id).Own; got != data.TextAdReferendum {
		t.Fatalf("the text is %q", got)
	}
	if s.toast != "Article 2, paragraph 1: Agreed ad referendum (12th meeting)" {
		t.Errorf("toast %q", s.toast)
	}
	if x := s.desk.TextSteps(id); len(x) != 1 || x[0].Meeting != m.ID {
		t.Errorf("steps %+v", x)
	}
	s.keys(fyne.KeyP, fyne.KeyC)
	if got := s.desk.Position(id).Stance; got != data.StanceConditional {
		t.Fatalf("the stance is %q", got)
	}
	if strings.Contains(s.toast, "condition") || !strings.Contains(s.toast, "stance recorded") {
		t.Errorf("toast %q: what we want is confidential", s.toast)
	}
	s.keys(fyne.KeyA, fyne.KeyS)
	if got := s.desk.Approval(id).State; got != data.ApprovalSubmitted {
		t.Fatalf("the approval is %q", got)
	}
	s.keys(fyne.KeyA, fyne.KeyA)
	if got := s.desk.Approval(id).State; got != data.ApprovalApproved {
		t.Fatalf("the approval is %q", got)
	}
	must(t, s.failed)
	_, err = s.desk.Undo(ctx)
	must(t, err)
	if got := s.desk.Approval(id).State; got != data.ApprovalSubmitted {
		t.Fatalf("undone, the approval is %q", got)
	}
}

func TestStepsThatCannotBeTakenAreNot(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: id, Stance: data.StanceOppose}))
	must(t, s.desk.Submit(ctx, id))
	must(t, s.desk.WorkAs(s.adviser))
	s.room.Changed()
	s.keys(fyne.KeyA, fyne.KeyA)
	if got := s.desk.Approval(id).State; got != data.ApprovalSubmitted || s.failed != nil {
		t.Fatalf("an adviser made it %q, %v", got, s.failed)
	}
}

func TestReturningByKeysAsksForTheRemark(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: id, Stance: data.StanceOppose}))
	must(t, s.desk.Submit(ctx, id))
	s.room.Changed()
	s.open_(tabText)
	s.keys(fyne.KeyA, fyne.KeyR)
	remark := s.side.position.approval.remark
	if s.side.tabs.Chosen() != tabPosition || s.room.Window.Canvas().Focused() != remark {
		t.Fatal("the field for the remark does not have the keyboard")
	}
	type_(remark, "Say why.")
	remark.OnSubmitted(remark.Text())
	if a := s.desk.Approval(id); a.State != data.ApprovalReturned || a.Decisions[1].Remark != "Say why." {
		t.Fatalf("approval %+v", a)
	}
}

func TestStateOfAWholeAndOfItsParts(t *testing.T) {
	s := newStage(t, "en")
	article, one, two := s.choose("ch1/art2"), s.at("ch1/art2/1").ID, s.at("ch1/art2/2").ID
	own := func(want ...data.TextState) {
		t.Helper()
		var got []data.TextState
		for _, id := range []data.ID{article, one, two} {
			got = append(got, s.desk.Standing(id).Own)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("article and paragraphs are %q, want %q", got, want)
		}
	}
	s.keys(fyne.KeyT, fyne.KeyG)
	own(data.TextAgreed, data.TextNone, data.TextNone)
	s.side.axes.shifted = func() bool { return true }
	s.keys(fyne.KeyT, fyne.KeyA)
	own(data.TextAgreed, data.TextAdReferendum, data.TextAdReferendum)
	if s.toast != "2 provisions: Agreed ad referendum" {
		t.Errorf("toast %q", s.toast)
	}
	if got := s.desk.Standing(article); got.State != data.TextAgreed || got.Agreed != 2 {
		t.Errorf("the article stands as %+v", got)
	}
	s.side.axes.shifted = func() bool { return false }
	s.choose("ch1/art2/1")
	s.room.Window.Canvas().Focus(s.reader.document)
	s.reader.document.Select(textview.Position{ID: article.String()}, textview.Position{ID: two.String(), Offset: 3})
	s.keys(fyne.KeyT, fyne.KeyB)
	own(data.TextBracketed, data.TextBracketed, data.TextBracketed)
}

func TestKeysOfTheAxesNeedAProvision(t *testing.T) {
	s := newStage(t, "en")
	if s.side.Key(&fyne.KeyEvent{Name: fyne.KeyT}) {
		t.Error("a key is taken although nothing is selected")
	}
	s.choose("ch1/art2/1")
	if s.side.Key(&fyne.KeyEvent{Name: fyne.KeyU}) {
		t.Error("a key is taken that means nothing")
	}
}

func TestChoicesShowTheirLetters(t *testing.T) {
	s := newStage(t, "ru")
	s.choose("ch1/art2")
	s.keys(fyne.KeyT)
	layer := s.room.Window.Canvas().Overlays().Top()
	for _, words := range []string{"A\nСогласовано ad referendum", "P\nОтложено", "с Shift: все части (2)"} {
		shows(t, layer, words)
	}
}
