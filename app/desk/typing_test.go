package desk

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
)

func TestStanceAndTypingDoNotTakeEachOtherBack(t *testing.T) {
	s := newStage(t, "en")
	id, tab := s.choose("ch1/art2/1"), s.side.position
	for round, stance := range data.Stances {
		words := strings.Repeat("Ours. ", round) + "End."
		w := writing{id, data.English, map[*positionField]string{tab.wording: words}}
		start, done := make(chan bool), make(chan error, 2)
		go func() { <-start; done <- tab.commit(ctx, w) }()
		go func() { <-start; done <- tab.takeStance(ctx, id, stance) }()
		close(start)
		must(t, <-done)
		must(t, <-done)
		if p := s.desk.Position(id); p.Stance != stance || p.Wording[data.English] != words {
			t.Fatalf("round %d: stance %q, wording %q", round, p.Stance, p.Wording[data.English])
		}
	}
}

func TestBegunInstructionComesBackAsItWas(t *testing.T) {
	begin := map[string]func(f *instructionForm){
		"classification alone": func(f *instructionForm) { f.head.Level.Choose(3); f.head.Level.OnChanged(3) },
		"scope alone":          func(f *instructionForm) { f.scope.Choose(2); f.scope.OnChanged(2) },
		"reference alone":      func(f *instructionForm) { type_(&f.head.Reference.Editor, "MFA/") },
		"half a date":          func(f *instructionForm) { type_(&f.head.Lapses.Editor, "2026-1") },
		"clock alone":          func(f *instructionForm) { f.head.Zone.Choose(1); f.head.Zone.OnChanged(1) },
		"a topic": func(f *instructionForm) {
			f.scope.Choose(f.topical)
			f.scope.OnChanged(f.topical)
			type_(&f.topic.Editor, "res")
		},
		"forbidden words": func(f *instructionForm) { type_(f.forbids, "should\nmay") },
		"stance and binding": func(f *instructionForm) {
			f.stance.Choose(1)
			f.stance.OnChanged(1)
			f.head.Binding.Choose(1)
			f.head.Binding.OnChanged(1)
		},
		"everything": func(f *instructionForm) {
			type_(f.text, "Capital wa")
			type_(&f.head.Issuer.Editor, "MFA")
			f.head.Level.Choose(0)
			f.head.Level.OnChanged(0)
			f.scope.Choose(1)
			f.scope.OnChanged(1)
		},
	}
	for name, act := range begin {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, "en")
			s.choose("ch1/art2/1")
			s.do("panes.instruction.add")
			if s.room.Window.Canvas().Focused() != s.side.instructions.form.head.Reference {
				t.Fatal("the form does not take the keyboard")
			}
			act(s.side.instructions.form)
			was := s.side.instructions.form.says()
			s.tick()
			s.open("en") // as after a crash
			s.choose("ch1/art2/1")
			f := s.side.instructions.form
			if f == nil {
				t.Fatal("the begun instruction is not offered")
			}
			if is := f.says(); is.String() != was.String() || is.String() == f.before.String() {
				t.Fatalf("was %v, is %v", was, is)
			}
			s.open_(tabInstruction)
			press(t, s.side.instructions.object, "Cancel")
			s.choose("ch1/art2/2")
			s.choose("ch1/art2/1")
			if s.side.instructions.form != nil {
				t.Fatal("what was cancelled is offered again")
			}
		})
	}
}

func TestBegunCorrectionComesBack(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	i, err := s.desk.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{id}, Text: "Insist."})
	must(t, err)
	s.room.Changed()
	s.side.instructions.edit(i)
	type_(&s.side.instructions.form.head.Reference.Editor, "MFA/2")
	s.side.Flush()
	s.open("en")
	s.choose("ch1/art2/1")
	f := s.side.instructions.form
	if f == nil || f.start.ID != i.ID || f.head.Reference.Text() != "MFA/2" || f.text.Text() != "Insist." {
		t.Fatalf("form %+v", f)
	}
	f.record()
	if got := s.desk.Instructions(id); len(got) != 1 || got[0].Reference != "MFA/2" {
		t.Fatalf("recorded %+v", got)
	}
	if places := typingOn(s.desk, s.outline.text)[id]; places != nil {
		t.Fatalf("what was recorded is still on the pad: %+v", places)
	}
}

func TestTypingBelongsToWhoTyped(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	type_(s.side.comments.composer.editor, "Half a tho")
	s.side.instructions.edit(data.Instruction{})
	type_(s.side.instructions.form.text, "Capital wa")
	as := func(member data.ID) {
		s.side.Flush()
		must(t, s.desk.WorkAs(member))
		s.room.Changed()
	}
	as(s.adviser)
	if got := s.side.comments.composer.editor.Text(); got != "" {
		t.Errorf("the next member finds %q", got)
	}
	if s.side.instructions.form != nil || s.outline.typing[id] != nil {
		t.Error("the next member finds a begun instruction, or a sign of it")
	}
	type_(s.side.comments.composer.editor, "Other")
	as(s.head)
	if got := s.side.comments.composer.editor.Text(); got != "Half a tho" {
		t.Errorf("who typed finds %q again", got)
	}
	if f := s.side.instructions.form; f == nil || f.text.Text() != "Capital wa" {
		t.Error("the begun instruction is gone")
	}
}

func TestCommentBegunOnWordsSurvivesAnAnswer(t *testing.T) {
	s := newStage(t, "en")
	id, words := s.choose("ch1/art2/1"), s.at("ch1/art2/1").Text[data.English].Text
	c, err := s.desk.Comment(ctx, id, data.Anchor{}, "Which dusk?")
	must(t, err)
	s.room.Changed()
	x := s.side.comments.composer
	x.begin(draft{anchor: data.NewAnchor(data.English, words, 6, 17)})
	type_(x.editor, "All?")
	x.begin(draft{replyTo: c.ID})
	type_(x.editor, "Civil.")
	x.submit()
	if x.editor.Text() != "All?" || x.draft.anchor.Quote != "State Party" {
		t.Fatalf("after the answer: %q on %q", x.editor.Text(), x.draft.anchor.Quote)
	}
}

func TestOutlineShowsWhereTypingWasLeft(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	c, err := s.desk.Comment(ctx, id, data.Anchor{}, "Which dusk?")
	must(t, err)
	s.room.Changed()
	s.side.comments.composer.begin(draft{replyTo: c.ID})
	type_(s.side.comments.composer.editor, "Civil du")
	if s.outline.typing[id] != nil {
		t.Fatal("shown before it was kept: the test proves nothing")
	}
	s.tick()
	sign := func(path string, folded bool) string {
		v, r := newRowView(s.room.Loc, nil), s.row(path)
		v.set(r, folded, s.outline.typingIn(r, folded))
		if !v.typing.Visible() {
			return ""
		}
		return v.typing.tip()
	}
	const tip = "Typed, not sent or recorded: Comments"
	for _, c := range []struct {
		path   string
		folded bool
		want   string
	}{
		{"ch1/art2/1", false, tip},
		{"ch1/art2/2", false, ""},
		{"ch1/art2", false, ""},
		{"ch1", true, tip},
		{"ch1/art1", true, ""},
	} {
		if got := sign(c.path, c.folded); got != c.want {
			t.Errorf("%s, folded %v: %q", c.path, c.folded, got)
		}
	}
	s.choose("ch1/art2/2")
	s.choose("ch1/art2/1")
	x := s.side.comments.composer
	if x.draft.replyTo != c.ID || x.editor.Text() != "Civil du" {
		t.Fatalf("going there does not find the answer: %q", x.editor.Text())
	}
	x.submit()
	if got := sign("ch1/art2/1", false); got != "" {
		t.Errorf("after sending: %q", got)
	}
}

func TestTypingSignHasATip(t *testing.T) {
	s := newStage(t, "en")
	w, v := s.room.Window, newRowView(s.room.Loc, nil)
	w.SetContent(look.WithTips(w, v))
	v.set(s.row("ch1/art2/1"), false, 1<<tabInstruction|1<<tabPosition)
	v.typing.MouseIn(nil)
	shows(t, w.Content(), "Instruction and Position")
	v.set(s.row("ch1/art2/2"), false, 0)
	hides(t, w.Content(), "Instruction and Position")
}

func TestPressingCommentedWordsTwiceSelectsThem(t *testing.T) {
	s := newStage(t, "en")
	p := s.at("ch1/art2/2")
	_, err := s.desk.Comment(ctx, p.ID, data.NewAnchor(data.English, p.Text[data.English].Text, 2, 8), "Who else?") // keeper
	must(t, err)
	s.room.Changed()
	var waiting []func()
	s.reader.later = func(_ time.Duration, f func()) { waiting = append(waiting, f) }
	wait := func() {
		for _, f := range waiting {
			f()
		}
		waiting = nil
	}
	d := s.reader.document
	at := commented(t, s, &waiting)
	wait()
	if s.side.tabs.Chosen() != tabComments {
		t.Fatal("one press does not show the thread")
	}
	s.side.tabs.Choose(tabPosition)
	click(d, fyne.NewPos(at.X, d.Size().Height-5)) // so that the next press is the first there
	for range 2 {
		click(d, at)
	}
	wait()
	if got := d.SelectedText(); got != "keeper" || s.side.tabs.Chosen() != tabPosition {
		t.Fatalf("two presses select %q and show tab %d", got, s.side.tabs.Chosen())
	}
}

// commented presses about until it has pressed words with a comment.
func commented(t *testing.T, s *stage, waiting *[]func()) fyne.Position {
	d := s.reader.document
	for y := float32(5); y < d.Size().Height; y += 10 {
		for x := float32(5); x < d.Size().Width; x += 20 {
			if click(d, fyne.NewPos(x, y)); len(*waiting) > 0 {
				return fyne.NewPos(x, y)
			}
		}
	}
	t.Fatal("no words with a comment in the window")
	return fyne.Position{}
}

func click(d *textview.Document, at fyne.Position) {
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
	d.MouseDown(e)
	d.MouseUp(e)
}
