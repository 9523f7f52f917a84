package desk

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/data"
)

func (s *stage) proposed(p data.Proposal) data.Proposal {
	s.t.Helper()
	made, err := s.desk.Propose(ctx, p)
	must(s.t, err)
	s.room.Changed()
	return made
}

// retype puts other words into a field as a person does.
func retype(f fyne.Focusable, words string) {
	e := f.(interface {
		Select(from, to int)
		Text() string
		Insert(string)
	})
	e.Select(0, len([]rune(e.Text())))
	e.Insert(words)
}

func TestAnothersModificationTakesAFewKeys(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	s.room.Window.Canvas().Focus(s.reader.document)
	s.keys(fyne.KeyN, fyne.KeyM)
	f := s.side.proposals.form
	if f == nil || s.side.tabs.Chosen() != tabProposals || s.room.Window.Canvas().Focused() != f.proponents {
		t.Fatal("the form does not take the keyboard for who proposes")
	}
	type_(&f.proponents.Editor, "egy on behalf of NAM, jor")
	shows(t, f.known, "Egypt, on behalf of NAM")
	shows(t, f.known, "Jordan")
	f.proponents.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.room.Window.Canvas().Focused() != f.wording {
		t.Fatal("Enter does not lead to the wording")
	}
	base := s.at("ch1/art2/1").Text[data.English].Text
	if f.wording.Text() != base {
		t.Fatalf("the wording begins as %q", f.wording.Text())
	}
	at := strings.Index(base, "[shall][should]")
	f.wording.Select(at, at+len("[shall][should]"))
	f.wording.Insert("should")
	shows(t, f.redline, "lanterns [shall][should] be lit")
	f.wording.OnSubmitted(f.wording.Text())
	must(t, s.failed)
	list := s.desk.Proposals(id)
	if len(list) != 1 || list[0].Kind != data.ProposalModify || list[0].Ours || list[0].Base[data.English] != base {
		t.Fatalf("recorded %+v", list)
	}
	if want := []data.Proponent{{State: "EGY", For: "NAM"}, {State: "JOR"}}; !slices.Equal(list[0].Proponents, want) {
		t.Errorf("by %+v", list[0].Proponents)
	}
	if s.room.Window.Canvas().Focused() != s.reader.document || s.side.proposals.form != nil {
		t.Error("the keyboard does not go back to the text")
	}
	shows(t, s.side.proposals.list, "Egypt, on behalf of NAM; Jordan")
	if got := seen(s.side.tabs); !strings.Contains(got, "Proposals\n1\n") {
		t.Errorf("the tab counts %q", got)
	}
}

func TestEveryKindIsRecorded(t *testing.T) {
	for _, c := range []struct {
		kind data.ProposalKind
		fill func(f *proposalForm)
		want func(p data.Proposal) bool
		seen string
	}{
		{data.ProposalAdd, func(f *proposalForm) {
			retype(f.wording, "New words.")
			retype(f.label, "1 bis")
			f.side.Choose(1)
			f.side.OnChanged(1)
		}, func(p data.Proposal) bool {
			return p.Wording[data.English] == "New words." && p.Label == "1 bis" && p.Before
		}, "New 1 bis, before article 2, paragraph 1"},
		{data.ProposalSuppress, func(*proposalForm) {}, func(p data.Proposal) bool { return len(p.Wording) == 0 }, "SUP"},
		{data.ProposalNoChange, func(f *proposalForm) { retype(f.reasons, "It is balanced.") }, func(p data.Proposal) bool {
			return p.Reasons == "It is balanced."
		}, "To stay as it is."},
		{data.ProposalMove, func(f *proposalForm) { retype(f.target, "1 (b)") }, func(p data.Proposal) bool {
			return !p.Target.IsZero() && !p.Before
		}, "To be moved to after article 1 (b)"},
	} {
		t.Run(c.kind.Verb(), func(t *testing.T) {
			s := newStage(t, "en")
			id := s.choose("ch1/art2/1")
			s.keys(fyne.KeyN, fyne.KeyName(kindLetters[c.kind]))
			f := s.side.proposals.form
			retype(f.proponents, "France")
			c.fill(f)
			press(t, f.object, "Record")
			must(t, s.failed)
			list := s.desk.Proposals(id)
			if len(list) != 1 || list[0].Kind != c.kind || !c.want(list[0]) {
				t.Fatalf("recorded %+v", list)
			}
			shows(t, s.side.proposals.list, c.seen)
		})
	}
}

func TestWhatAProposalLacksIsSaid(t *testing.T) {
	s := newStage(t, "en")
	s.choose("ch1/art2/1")
	s.do("panels.proposal.command")
	f := s.side.proposals.form
	f.record() // nothing was changed
	if got := data.CodeOf(s.failed); got != "desk.same-wording" || s.side.proposals.form != f {
		t.Errorf("an unchanged modification gives %q", got)
	}
	f.kind.press(data.ProposalAdd)
	if f.wording.Text() != "" {
		t.Error("the text of the provision stays in an addition")
	}
	f.record()
	if got := data.CodeOf(s.failed); got != "desk.no-wording" {
		t.Errorf("an empty addition gives %q", got)
	}
	f.kind.press(data.ProposalMove)
	retype(f.target, "99")
	shows(t, f.object, "No provision has this number.")
	f.record()
	if got := data.CodeOf(s.failed); got != "desk.no-target" {
		t.Errorf("a move to nowhere gives %q", got)
	}
}

func TestBegunProposalOutlivesTheProgram(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	s.do("panels.proposal.command")
	f := s.side.proposals.form
	type_(&f.proponents.Editor, "egy")
	f.wording.Insert("Lanterns: ")
	f.speak(data.French)
	f.wording.Insert("Lanternes : ")
	was := f.now.String()
	s.tick()
	if got := s.outline.typing[id]; got == nil || !got.own.on(tabProposals) {
		t.Error("the outline does not show where typing was left")
	}
	s.open("fr") // as after a crash
	s.choose("ch1/art2/2")
	s.choose("ch1/art2/1")
	s.side.choose(tabProposals)
	f = s.side.proposals.form
	if f == nil || f.now.String() != was {
		t.Fatalf("the begun proposal is not offered as it was: %+v", f)
	}
	press(t, f.object, "Annuler")
	s.choose("ch1/art2/2")
	s.choose("ch1/art2/1")
	if s.side.proposals.form != nil {
		t.Error("what was cancelled is offered again")
	}
}

func TestProposalIsChangedWithdrawnAdoptedAndDeleted(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/2")
	p := s.proposed(data.Proposal{
		Provision: id, Kind: data.ProposalModify, Proponents: []data.Proponent{{State: "FRA"}}, Source: "CRP.7",
		Wording: data.Words{data.English: "A keeper shall rest at dawn."},
	})
	s.open_(tabProposals)
	tab := s.side.proposals
	do := func(words string) {
		t.Helper()
		for _, item := range tab.actionsOf(tab.facts.all()[0].first()) {
			if item.Words == words && !item.Disabled {
				item.Action()
				must(t, s.failed)
				return
			}
		}
		t.Fatalf("%q cannot be done", words)
	}
	do("Change")
	retype(tab.form.source, "CRP.7/Rev.1")
	press(t, tab.form.object, "Record")
	if now, err := s.desk.Proposal(p.ID); err != nil || now.Source != "CRP.7/Rev.1" || now.Base[data.English] != p.Base[data.English] {
		t.Fatalf("changed to %+v, %v", now, err)
	}
	do("Propose an amendment to this")
	if got := tab.form.wording.Text(); got != "A keeper shall rest at dawn." {
		t.Errorf("an amendment begins with %q", got)
	}
	retype(tab.form.proponents, "Chile")
	retype(tab.form.wording, "A keeper shall rest.")
	press(t, tab.form.object, "Record")
	if list := s.desk.Proposals(id); len(list) != 2 || list[1].On != p.ID || list[1].Base[data.English] != "A keeper shall rest at dawn." {
		t.Fatalf("amendment %+v", list)
	}
	shows(t, tab.list, "On this proposal:")
	do("Take as our wording")
	if got := s.desk.Position(id); got.Wording[data.English] != "A keeper shall rest at dawn." || got.Stance != data.StanceAmend {
		t.Errorf("our position %+v", got)
	}
	do("Copy")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "A keeper shall rest at dawn.") || !strings.Contains(got, "MOD, article 2, paragraph 2: France") {
		t.Errorf("copied %q", got)
	}
	do("Show beside the text")
	if c := s.viewing.Columns(); len(c) != 2 || c[1].Proposal != p.ID {
		t.Errorf("columns %+v", c)
	}
	do("Withdrawn by its proponents")
	hides(t, tab.list, "France")
	press(t, tab.list, "1 withdrawn")
	shows(t, tab.list, "France")
	do("Not withdrawn after all")
	do("Delete: recorded by mistake")
	if list := s.desk.Proposals(id); len(list) != 1 || list[0].Source != "" {
		t.Errorf("left %+v", list)
	}
}

func TestTickingChoosesAllWhoSayTheSame(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/2")
	words := data.Words{data.English: "A keeper may never, under whatever circumstances, rest."}
	a := s.proposed(data.Proposal{Provision: id, Kind: data.ProposalModify, Wording: words, Proponents: []data.Proponent{{State: "FRA"}}})
	b := s.proposed(data.Proposal{Provision: id, Kind: data.ProposalModify, Wording: words, Proponents: []data.Proponent{{State: "DEU"}}})
	c := s.proposed(data.Proposal{Provision: id, Kind: data.ProposalSuppress, Proponents: []data.Proponent{{Name: "Observer"}}})
	s.open_(tabProposals)
	shows(t, s.side.proposals.list, "France; Germany")
	var ticks []*look.Check
	each(s.side.proposals.list, func(o fyne.CanvasObject) {
		if x, ok := o.(*look.Check); ok {
			ticks = append(ticks, x)
		}
	})
	if len(ticks) != 2 {
		t.Fatalf("%d boxes to tick", len(ticks))
	}
	test.Tap(ticks[0])
	if !s.viewing.Ticked(a.ID) || !s.viewing.Ticked(b.ID) || s.viewing.Ticked(c.ID) {
		t.Error("identical proposals are not ticked together, or others are")
	}
	if now := s.ticksOf(s.side.proposals.list); now[0] != ticks[0] {
		t.Error("a tick makes the boxes anew: the keyboard would be lost")
	}
	press(t, s.side.proposals.list, "Tick all")
	if !s.viewing.Ticked(c.ID) {
		t.Error("not all are ticked")
	}
	press(t, s.side.proposals.list, "Tick none")
	if len(s.viewing.Chosen()) != 0 {
		t.Error("some stay ticked")
	}
}

func TestTickedProposalsAreLaidOverTheText(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/2")
	a := s.proposed(data.Proposal{Provision: id, Kind: data.ProposalModify, Wording: data.Words{data.English: "A keeper shall rest at dawn."}, Proponents: []data.Proponent{{State: "FRA"}}})
	b := s.proposed(data.Proposal{Provision: id, Kind: data.ProposalModify, Wording: data.Words{data.English: "A keeper may rest at dusk."}, Proponents: []data.Proponent{{State: "DEU"}}})
	c := s.proposed(data.Proposal{Provision: id, Kind: data.ProposalSuppress, Proponents: []data.Proponent{{State: "EGY"}}})
	s.open_(tabProposals)
	hides(t, s.side.proposals.list, "ticked")
	s.viewing.Tick(true, a.ID, b.ID)
	shows(t, s.side.proposals.list, "With the 2 ticked proposals")
	shows(t, s.side.proposals.list, "A keeper mayshall rest at dawndusk.")
	s.viewing.Tick(true, c.ID)
	shows(t, s.side.proposals.list, "Egypt would delete this provision; France and Germany would keep it.")
	s.viewing.Tick(false, a.ID, b.ID)
	shows(t, s.side.proposals.list, "Nothing of the text would be left.")
}

func TestVerbsAreChosenByKeys(t *testing.T) {
	s := newStage(t, "ar")
	var told []data.ProposalKind
	b := newVerbBar(s.room.Loc, func(k data.ProposalKind) { told = append(told, k) })
	b.choose(data.ProposalModify)
	for _, name := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyV, fyne.KeyRight, fyne.KeyN, fyne.KeyN} {
		b.TypedKey(&fyne.KeyEvent{Name: name})
	}
	want := []data.ProposalKind{data.ProposalAdd, data.ProposalMove, data.ProposalNoChange}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q: in Arabic the next one stands to the left", told, want)
	}
}
