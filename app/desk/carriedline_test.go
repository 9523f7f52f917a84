package desk

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/data"
	work "travaux/data/desk"
)

// issuedStage is a stage on which a comment and an approved position were carried into
// the next revision.
func issuedStage(t *testing.T, lang string) *stage {
	t.Helper()
	s := newStage(t, lang)
	p := s.at("ch1/art2/1")
	_, err := s.desk.Comment(ctx, p.ID, data.NewAnchor(data.English, p.Text[data.English].Text, 0, 17), "only ours?")
	must(t, err)
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: p.ID, Stance: data.StanceSupport}))
	must(t, s.desk.Submit(ctx, p.ID))
	_, err = s.desk.Import(ctx, work.Issue{Symbol: "L/2", Date: data.Date{Year: 2030, Month: 1, Day: 1}}, data.NoProgress{}, version(data.English, nextDraft))
	must(t, err)
	s.room.Changed()
	return s
}

func TestAnAnnotationSaysThatItWaitsOrWhereItCameFrom(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		t.Run(lang, func(t *testing.T) {
			s := issuedStage(t, lang)
			id := s.choose("ch1/art3/1")
			box := container.NewVBox()
			addCarried(box, s.room, data.AnnotationPosition, data.ID{}, id)
			c, ok := s.desk.CarriedTo(data.AnnotationPosition, data.ID{}, id)
			if !ok || c.Outcome != data.CarryPerson {
				t.Fatalf("the position is not carried for a person: %+v", c)
			}
			shows(t, box, carriedWords(s.room, c))
			must(t, s.desk.DecideCarried(ctx, c, data.ChoiceGood))
			c, _ = s.desk.CarriedTo(data.AnnotationPosition, data.ID{}, id)
			if words := carriedWords(s.room, c); words != s.room.Loc.T("panels.carried.decided", "choice", s.room.Loc.T("event.carried.good"), "name", memberName(s.room, s.head)) {
				t.Errorf("who decided is not said: %q", words)
			}
		})
	}
}

func TestTheEarlierWordsAreShownOnDemand(t *testing.T) {
	s := issuedStage(t, "en")
	id := s.choose("ch1/art3/1")
	c, ok := s.desk.CarriedTo(data.AnnotationPosition, data.ID{}, id)
	if !ok {
		t.Fatal("not carried")
	}
	line := carriedLine(s.room, c)
	before := line.MinSize().Height
	each(line, func(o fyne.CanvasObject) {
		if b, ok := o.(*look.Button); ok {
			b.Tapped(nil)
		}
	})
	if line.MinSize().Height <= before {
		t.Error("a press shows nothing more")
	}
}

func TestWhatWasMadeOnTheTextSaysNothing(t *testing.T) {
	s := issuedStage(t, "en")
	id := s.choose("ch1/art3/1")
	c, err := s.desk.Comment(ctx, id, data.Anchor{Lang: data.English}, "a fresh one")
	must(t, err)
	if _, ok := s.desk.CarriedTo(data.AnnotationComment, c.ID, id); ok {
		t.Error("a fresh comment is said to come from the revision before")
	}
}

func TestEditOpensTheEditorOfEachKind(t *testing.T) {
	s := issuedStage(t, "en")
	id := s.choose("ch1/art3/1")
	for _, thread := range s.desk.Comments(id) {
		s.side.Edit(data.AnnotationComment, thread.ID, id)
		if s.side.tabs.Chosen() != tabComments || s.side.comments.composer.editor.Text() != "only ours?" {
			t.Errorf("the comment is not being edited: %q", s.side.comments.composer.editor.Text())
		}
	}
	s.side.Edit(data.AnnotationPosition, id, id)
	if s.side.tabs.Chosen() != tabPosition || s.room.Window.Canvas().Focused() != s.side.position.wording.editor {
		t.Error("the wording does not have the keyboard")
	}
	i, err := s.desk.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{id}, Text: "insist"})
	must(t, err)
	s.room.Changed()
	s.side.Edit(data.AnnotationInstruction, i.ID, id)
	if s.side.tabs.Chosen() != tabInstruction || s.side.instructions.form == nil {
		t.Error("the instruction is not being edited")
	}
}
