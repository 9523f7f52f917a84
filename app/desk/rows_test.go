package desk

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
)

func (s *stage) paths() []string {
	var out []string
	for _, i := range s.outline.shown {
		p, err := s.desk.Provision(s.outline.rows[i].id)
		must(s.t, err)
		out = append(out, p.Path)
	}
	return out
}

func (s *stage) row(path string) row {
	s.t.Helper()
	id := s.at(path).ID
	for _, r := range s.outline.rows {
		if r.id == id {
			return r
		}
	}
	s.t.Fatalf("no row for %s", path)
	return row{}
}

func TestRowsSayWhatThereIs(t *testing.T) {
	s := newStage(t, "en")
	if r := s.row("ch1/art2"); r.label != "Article 2" || r.words != "Duties of keepers" || !r.container {
		t.Errorf("article: %+v", r)
	}
	if r := s.row("pre/pp1"); r.label != "PP1" || r.words != "Recalling the value of light," {
		t.Errorf("recital: %+v", r)
	}
	one, two := s.at("ch1/art2/1").ID, s.at("ch1/art2/2").ID
	_, err := s.desk.Comment(ctx, one, data.Anchor{}, "Which dusk?")
	must(t, err)
	_, err = s.desk.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{one}, Text: "Insist."})
	must(t, err)
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: one, Stance: data.StanceAmend}))
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: two, Stance: data.StanceSupport}))
	must(t, s.desk.Submit(ctx, two))
	s.room.Changed()
	n := s.row("ch1/art2/1").tally.own
	if n.comments != 1 || n.instructions != 1 || n.stance != data.StanceAmend || n.state != data.ApprovalDraft {
		t.Errorf("paragraph: %+v", n)
	}
	whole := s.row("ch1").tally.whole
	if whole.comments != 1 || whole.state != data.ApprovalDraft {
		t.Errorf("chapter rolls up to %+v; a draft is less advanced than what was submitted", whole)
	}
	shows(t, s.outline.list, "amend")
}

func TestLeastAdvanced(t *testing.T) {
	for _, c := range []struct{ a, b, want data.ApprovalState }{
		{data.ApprovalNone, data.ApprovalNone, data.ApprovalNone},
		{data.ApprovalNone, data.ApprovalApproved, data.ApprovalApproved},
		{data.ApprovalApproved, data.ApprovalNone, data.ApprovalApproved},
		{data.ApprovalApproved, data.ApprovalLapsed, data.ApprovalLapsed},
		{data.ApprovalReturned, data.ApprovalSubmitted, data.ApprovalReturned},
		{data.ApprovalClearedLegal, data.ApprovalClearedExpert, data.ApprovalClearedExpert},
		{data.ApprovalConfirmed, data.ApprovalApproved, data.ApprovalApproved},
	} {
		if got := leastAdvanced(c.a, c.b); got != c.want {
			t.Errorf("%s and %s give %s", c.a, c.b, got)
		}
	}
}

func TestOutlineFoldsByKeyboard(t *testing.T) {
	s := newStage(t, "en")
	key := func(name fyne.KeyName) { s.outline.list.TypedKey(&fyne.KeyEvent{Name: name}) }
	s.choose("ch1/art1/a")
	key(fyne.KeyLeft) // to the article
	if got := s.room.Selection.Provision(); got != s.at("ch1/art1").ID {
		t.Fatal("Left does not go to the container")
	}
	key(fyne.KeyLeft) // folded
	if slices.Contains(s.paths(), "ch1/art1/a") {
		t.Fatal("Left does not fold")
	}
	key(fyne.KeyDown)
	if got := s.room.Selection.Provision(); got != s.at("ch1/art2").ID {
		t.Fatal("Down does not pass what is folded")
	}
	s.choose("ch1/art1/b") // from elsewhere: unfolds
	if !slices.Contains(s.paths(), "ch1/art1/b") || s.outline.list.current != s.outline.index(s.at("ch1/art1/b").ID) {
		t.Fatal("the outline does not follow the selection into a folded article")
	}
	opened := false
	s.outline.OnOpen = func() { opened = true }
	if key(fyne.KeyReturn); !opened {
		t.Fatal("Enter does not open")
	}
}

func TestFilterFindsWordsAndNumbers(t *testing.T) {
	s := newStage(t, "en")
	for _, c := range []struct {
		name, typed string
		want        []string
	}{
		{"words, with what they stand in", "dusk", []string{"ch1", "ch1/art2", "ch1/art2/1"}},
		{"folded", "KEEPER” MEANS", []string{"ch1", "ch1/art1", "ch1/art1/b"}},
		{"number", "2.2", []string{"ch1", "ch1/art2", "ch1/art2/2"}},
		{"nothing", "zeppelin", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s.outline.filter.SetText(c.typed)
			s.outline.show()
			if got := s.paths(); !slices.Equal(got, c.want) {
				t.Errorf("%q shows %v, want %v", c.typed, got, c.want)
			}
		})
	}
}

func TestOutlineIsMirroredInArabic(t *testing.T) {
	for _, c := range []struct {
		lang     string
		dotFirst bool
	}{{"en", false}, {"ar", true}} {
		s := newStage(t, c.lang)
		v := newRowView(s.room.Loc, nil)
		v.set(s.row("ch1/art2"), false, 0)
		v.Resize(fyne.NewSize(300, 24))
		if got := v.signs.Position().X < v.words.Position().X; got != c.dotFirst {
			t.Errorf("%s: signs at %v, words at %v", c.lang, v.signs.Position(), v.words.Position())
		}
	}
}

func TestSignsSayAllInWords(t *testing.T) {
	s := newStage(t, "en")
	one, two := s.at("ch1/art2/1").ID, s.at("ch1/art2/2").ID
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: one, Stance: data.StanceAmend}))
	must(t, s.desk.Submit(ctx, one))
	must(t, s.desk.SetTextState(ctx, two, data.TextAgreed, ""))
	s.proposed(data.Proposal{Provision: one, Kind: data.ProposalSuppress})
	for _, c := range []struct {
		path   string
		folded bool
		want   string
	}{
		{"ch1/art2/1", false, "In the room: Bracketed · Our stance: Support with amendment · Approval: Submitted · 2 pairs of brackets · 1 proposal"},
		{"ch1/art2/2", false, "In the room: Agreed"},
		{"ch1/art2", false, "In the room: Bracketed (1 of 2 parts agreed) · Approval: Submitted"},
		{"ch1", true, "In the room: Not recorded (1 of 5 parts agreed) · Approval: Submitted · 2 pairs of brackets · 1 proposal"},
	} {
		v := newRowView(s.room.Loc, nil)
		v.set(s.row(c.path), c.folded, 0)
		if got := v.signs.tip(); got != c.want {
			t.Errorf("%s says %q, want %q", c.path, got, c.want)
		}
	}
}

func TestSignsStayWhereTheRowIsNarrow(t *testing.T) {
	s := newStage(t, "en")
	one := s.at("ch1/art2/1").ID
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: one, Stance: data.StanceConditional}))
	s.proposed(data.Proposal{Provision: one, Kind: data.ProposalSuppress})
	for _, c := range []struct {
		width float32
		shown string
	}{{420, "[2]±1condition"}, {230, "[2]±1"}, {120, ""}} {
		v := newRowView(s.room.Loc, nil)
		v.set(s.row("ch1/art2/1"), false, 0)
		v.Resize(fyne.NewSize(c.width, 24))
		got := ""
		for _, o := range []*look.Text{v.signs.brackets, v.signs.proposals, v.signs.stance} {
			if o.Visible() {
				got += o.Text
			}
		}
		if end := v.signs.Position().X + v.signs.Size().Width; got != c.shown || end > c.width || !v.signs.dot.Visible() {
			t.Errorf("in %v: %q, the signs end at %v", c.width, got, end)
		}
	}
}
