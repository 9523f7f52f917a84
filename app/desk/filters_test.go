package desk

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/data"
)

// ask turns filters on and off as a person does.
func (s *stage) ask(f filter) {
	for i := range filterTitles {
		on := f.all(1 << i)
		if s.outline.asked.On(i) != on {
			s.outline.asked.SetOn(i, on)
			s.outline.asked.OnChanged(i, on)
		}
	}
}

func TestFiltersOfTheOutline(t *testing.T) {
	s := newStage(t, "en")
	one, two, point := s.at("ch1/art2/1").ID, s.at("ch1/art2/2").ID, s.at("ch1/art1/a").ID
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: one, Stance: data.StanceAmend}))
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: two, Stance: data.StanceSupport}))
	must(t, s.desk.Submit(ctx, two))
	must(t, s.desk.SetTextState(ctx, two, data.TextAgreed, ""))
	must(t, s.desk.SetTextState(ctx, point, data.TextAgreed, ""))
	must(t, s.desk.SetTextState(ctx, point, data.TextReopened, ""))
	_, err := s.desk.Propose(ctx, data.Proposal{Provision: one, Kind: data.ProposalSuppress})
	must(t, err)
	s.room.Changed()
	for _, c := range []struct {
		name  string
		asked filter
		typed string
		want  []string
	}{
		{"no position", noPosition, "", []string{"title", "pre", "pre/opening", "pre/pp1", "pre/formula", "ch1", "ch1/art1", "ch1/art1/a", "ch1/art1/b"}},
		{"awaiting approval", awaitingApproval, "", []string{"ch1", "ch1/art2", "ch1/art2/2"}},
		{"agreed without instruction", uninstructed, "", []string{"ch1", "ch1/art2", "ch1/art2/2"}},
		{"brackets", withBrackets, "", []string{"ch1", "ch1/art2", "ch1/art2/1"}},
		{"proposals", withProposals, "", []string{"ch1", "ch1/art2", "ch1/art2/1"}},
		{"reopened", reopened, "", []string{"ch1", "ch1/art1", "ch1/art1/a"}},
		{"all must hold", withBrackets | withProposals, "", []string{"ch1", "ch1/art2", "ch1/art2/1"}},
		{"nothing has both", withBrackets | reopened, "", nil},
		{"with typed words", noPosition, "device", []string{"ch1", "ch1/art1", "ch1/art1/a"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s.outline.filter.SetText(c.typed)
			s.ask(c.asked)
			s.outline.show()
			if got := s.paths(); !slices.Equal(got, c.want) {
				t.Errorf("shows %v, want %v", got, c.want)
			}
		})
	}
}

func TestFiltersCountAndStay(t *testing.T) {
	s := newStage(t, "en")
	one, two := s.at("ch1/art2/1").ID, s.at("ch1/art2/2").ID
	must(t, s.desk.SetTextState(ctx, one, data.TextAgreed, ""))
	must(t, s.desk.SetTextState(ctx, one, data.TextReopened, ""))
	s.room.Changed()
	if got := counts(s.outline.rows); got[3] != 1 || got[5] != 1 {
		t.Errorf("counts %v: what is true of a container because of a part counts once", got)
	}
	s.ask(withBrackets)
	s.room.Selection.Select(two)
	if s.outline.list.current >= 0 {
		t.Error("a filter lets through what was selected elsewhere")
	}
	s.open("fr")
	if !s.outline.asked.On(3) || len(s.paths()) != 3 {
		t.Errorf("in another language the filter is gone: %v", s.paths())
	}
}

func TestNextOpenPointFollowsTheFilters(t *testing.T) {
	s := newStage(t, "en")
	for _, path := range []string{"ch1/art2/1", "pre/pp1"} {
		must(t, s.desk.SetPosition(ctx, data.Position{Provision: s.at(path).ID, Stance: data.StanceSupport}))
	}
	s.room.Changed()
	at := func(want string) {
		t.Helper()
		if got := s.room.Selection.Provision(); got != s.at(want).ID {
			p, _ := s.desk.Provision(got)
			t.Fatalf("at %s, want %s", p.Path, want)
		}
	}
	s.choose("ch1/art1/b")
	s.do("panes.next.open")
	at("ch1/art2/2") // the heading has no words, paragraph 1 a position
	s.ask(withBrackets)
	s.do("panes.previous.open")
	at("ch1/art2/1")
	s.do("panes.previous.open")
	at("ch1/art2/1") // there is none before
}

func TestFiltersAreReachedByKeyboard(t *testing.T) {
	s := newStage(t, "en")
	s.room.Window.Canvas().Focus(s.outline.asked)
	for _, name := range []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace} {
		s.outline.asked.TypedKey(&fyne.KeyEvent{Name: name})
	}
	if got := s.paths(); !slices.Equal(got, []string{"ch1", "ch1/art2", "ch1/art2/1"}) {
		t.Errorf("shows %v", got)
	}
}

func TestFiltersOutOfSightStayOn(t *testing.T) {
	s := newStage(t, "en")
	s.ask(withBrackets | noPosition)
	press(t, s.outline.object, "Hide the filters")
	if s.outline.asked.Visible() || len(s.paths()) != 3 {
		t.Errorf("filters seen: %v, rows %v", s.outline.asked.Visible(), s.paths())
	}
	shows(t, s.outline.object, "2 filters on")
	s.open("en")
	press(t, s.outline.object, "Show the filters")
	hides(t, s.outline.object, "filters on")
	if !s.outline.asked.Visible() {
		t.Error("the filters do not come back")
	}
}
