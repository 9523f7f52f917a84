package library_test

import (
	"testing"

	"travaux/data"
	"travaux/data/library"
)

func TestAQuotationIsCheckedAgainstItsSource(t *testing.T) {
	w := data.Work{ID: data.NewID(), Symbol: "A/0"}
	s := library.NewShelf(data.English, []library.Volume{{Work: w, Lines: []library.Line{
		{Path: "1", Pointer: "para. 1", Text: "Every lamp shall be lit at dusk, and every keeper shall tend it."},
		{Path: "2", Pointer: "para. 2", Text: "Lamps that are not lit shall be reported without delay to the keeper of the coast."},
		{Path: "3", Pointer: "para. 3", Text: "As said, every lamp shall be lit at dusk."},
	}}})
	for _, c := range []struct {
		name, pointer, words string
		want                 library.Verdict
	}{
		{"word for word", "para. 1", "every lamp shall be lit at dusk", library.Exact},
		{"also said further down", "para. 3", "every lamp shall be lit at dusk", library.Exact},
		{"no pointer", "", "shall be reported without delay", library.Exact},
		{"in another paragraph", "para. 2", "every lamp shall be lit at dusk", library.Elsewhere},
		{"one word is another", "para. 2", "Lamps that are not lit should be reported without delay", library.Differs},
		{"not in it", "para. 1", "whales sing in the deep ocean", library.Absent},
		{"one word not in it", "para. 1", "whales", library.Absent},
		{"with a gap", "para. 1", "Every lamp … shall tend it", library.Exact},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, known := s.Checked(w.ID, c.pointer, c.words)
			if !known || got.Verdict != c.want {
				t.Errorf("the verdict is %q (%v)", got.Verdict, known)
			}
			if got.Verdict == library.Exact && c.pointer != "" && got.Place.Pointer != c.pointer {
				t.Errorf("it is said to stand at %s", got.Place.Pointer)
			}
		})
	}
	if _, known := s.Checked(data.NewID(), "", "every lamp"); known {
		t.Error("a work that is not there is known")
	}
	if _, known := s.Checked(w.ID, "", " …"); known {
		t.Error("no words are compared")
	}
}
