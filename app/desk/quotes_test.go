package desk

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/library"
)

// shelve puts a resolution of one paragraph into the library of a stage.
func (s *stage) shelve() {
	s.t.Helper()
	_, err := s.desk.AddWork(ctx, data.Work{Symbol: "A/RES/91/4", Kind: data.WorkResolution, Agreed: true}, work.WorkReading{
		Source: data.Source{Lang: data.English, Name: "a.txt", Format: "text"},
		Lines:  []library.Line{{Path: "1", Pointer: "OP1", Text: "Calls upon keepers to light lamps at dusk;"}},
	})
	must(s.t, err)
}

// resting lets typing rest whenever it is asked to.
func (s *stage) resting() (rest func()) {
	var waiting []func()
	s.room.Later = func(_ time.Duration, do func()) { waiting = append(waiting, do) }
	return func() {
		for len(waiting) > 0 {
			do := waiting[0]
			waiting = waiting[1:]
			do()
		}
	}
}

const misquoted = "As agreed, “keepers to light lamps at dawn.” (A/RES/91/4, OP1)"

func TestAMisquotationIsFlaggedBesideTheFieldWhileTyping(t *testing.T) {
	for name, field := range map[string]int{"wording": 0, "reasons": 1, "talking points": 4} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, "en")
			rest := s.resting()
			s.shelve()
			s.choose("ch1/art2/1")
			tab := s.side.position
			f := tab.fields[field]
			type_(f.editor, misquoted)
			hides(t, tab.object, "Not word for word")
			rest()
			shows(t, f.quotes.Object, "Not word for word as in A/RES/91/4, OP1.")
			shows(t, f.quotes.Object, "keepers to light lamps at duskdawn\n")
			for i, other := range tab.fields {
				if i != field && other.quotes != nil && other.quotes.Object.Visible() {
					t.Errorf("field %d is flagged too", i)
				}
			}
			press(t, f.quotes.Object, "Put in the exact words")
			if got := f.editor.Text(); got != strings.Replace(misquoted, "dawn", "dusk", 1) {
				t.Fatalf("it reads %q", got)
			}
			if f.quotes.Object.Visible() {
				t.Error("the exact words are flagged")
			}
			if s.room.Window.Canvas().Focused() != f.editor {
				t.Error("the field does not have the keyboard")
			}
			f.editor.Undo()
			if got := f.editor.Text(); got != misquoted {
				t.Errorf("undone, it reads %q", got)
			}
			rest()
			shows(t, f.quotes.Object, "Not word for word")
		})
	}
}

// TestSourcesApartAndOtherProvisionsAreRead holds that the sources given for the
// position are those of its quotations, that what was written is read when its
// provision is chosen, and that no flag stays behind.
func TestSourcesApartAndOtherProvisionsAreRead(t *testing.T) {
	s := newStage(t, "en")
	rest := s.resting()
	s.shelve()
	id := s.choose("ch1/art2/1")
	tab := s.side.position
	type_(tab.wording.editor, "We say “keepers to light all lamps at dusk” again.")
	rest()
	if tab.wording.quotes.Object.Visible() {
		t.Error("a quotation without a source is flagged")
	}
	type_(tab.fields[2].editor, "A/RES/91/4")
	rest()
	shows(t, tab.wording.quotes.Object, "Not word for word")
	s.choose("ch1/art2/2")
	if tab.wording.quotes.Object.Visible() {
		t.Error("the flag stays on another provision")
	}
	s.room.Selection.Select(id)
	shows(t, tab.wording.quotes.Object, "Not word for word")
}

// TestWhatIsTypedSinceIsNotOverwritten presses the button between a key and the
// rest after it.
func TestWhatIsTypedSinceIsNotOverwritten(t *testing.T) {
	s := newStage(t, "en")
	rest := s.resting()
	s.shelve()
	s.choose("ch1/art2/1")
	f := s.side.position.wording
	type_(f.editor, misquoted)
	rest()
	f.editor.Select(0, 0)
	type_(f.editor, "So it is. ")
	press(t, f.quotes.Object, "Put in the exact words")
	if got := f.editor.Text(); got != "So it is. "+misquoted {
		t.Errorf("it reads %q", got)
	}
	press(t, f.quotes.Object, "Put in the exact words")
	if got := f.editor.Text(); got != "So it is. "+strings.Replace(misquoted, "dawn", "dusk", 1) {
		t.Errorf("then it reads %q", got)
	}
}

// TestTheWrongParagraphIsFlagged holds that words which are right, and said to be of
// another paragraph, are flagged with both.
func TestTheWrongParagraphIsFlagged(t *testing.T) {
	s := newStage(t, "en")
	rest := s.resting()
	s.shelve()
	s.choose("ch1/art2/1")
	f := s.side.position.wording
	type_(f.editor, "“keepers to light lamps at dusk” (A/RES/91/4, OP3)")
	rest()
	shows(t, f.quotes.Object, "These words are A/RES/91/4, OP1, not "+s.room.Loc.Isolate("OP3"))
}

// TestFlagsFitTheField holds that a flag is as wide as the field, in both
// directions of writing.
func TestFlagsFitTheField(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		s := newStage(t, lang)
		rest := s.resting()
		s.shelve()
		s.choose("ch1/art2/1")
		s.side.tabs.Choose(tabPosition)
		f := s.side.position.wording
		type_(f.editor, misquoted)
		rest()
		found := 0
		each(f.quotes.Object, func(o fyne.CanvasObject) {
			switch o.(type) {
			case *pages.Passage, *look.Text:
				found++
				if o.Size().Height < o.MinSize().Height || o.Size().Width > f.editor.Size().Width {
					t.Errorf("%s: %T of %v in %v", lang, o, o.MinSize(), o.Size())
				}
			}
		})
		if found < 3 {
			t.Errorf("%s: %d parts", lang, found)
		}
	}
}
