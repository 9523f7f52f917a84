package desk

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/text/bracket"
	"travaux/translations"
)

func TestBracketsAreListedAndResolved(t *testing.T) {
	loc := translations.New("en")
	for _, c := range []struct {
		name, text string
		kinds      []string
		keep       []int
		part       map[int]int
		reads      string
		open       []string
	}{
		{"optional", "Lit [at dusk].", []string{"optional"}, nil, nil, "Lit.", nil},
		{"optional kept", "Lit [at dusk].", []string{"optional"}, []int{0}, nil, "Lit at dusk.", nil},
		{"alternatives", "It [shall][should] burn.", []string{"alternative 1 of 2", "alternative 2 of 2"}, []int{1}, nil, "It should burn.", nil},
		{
			"none of them", "It [shall][should] burn.",
			[]string{"alternative 1 of 2", "alternative 2 of 2"},
			nil, nil, "It burn.",
			[]string{"None of the alternatives survives: “[shall][should]”"},
		},
		{
			"both of them", "It [shall][should] burn.",
			[]string{"alternative 1 of 2", "alternative 2 of 2"},
			[]int{0, 1},
			nil, "It shall should burn.",
			[]string{"More than one of the alternatives survives: “[shall][should]”"},
		},
		{
			"not clear", "It [shall] [should] burn.",
			[]string{"unclear: 1 of 2 in a row", "unclear: 2 of 2 in a row"},
			nil, nil, "It burn.",
			[]string{"The text does not say whether these are alternatives or optional words in a row: “[shall][should]”"},
		},
		{"a slash", "It [shall/should] burn.", []string{"one of the sides of the slash"}, []int{0}, map[int]int{0: 1}, "It should burn.", nil},
		{
			"neither side", "It [shall/should] burn.",
			[]string{"one of the sides of the slash"},
			[]int{0},
			nil, "It shall/should burn.",
			[]string{"Neither side of the slash is chosen: “[shall/should]”"},
		},
		{"nested", "Lit [at dusk [and dawn]].", []string{"optional", "optional"}, []int{0}, nil, "Lit at dusk.", nil},
		{
			"a placeholder", "Within [X] days.",
			[]string{"to be filled in"},
			[]int{0},
			nil, "Within X days.",
			[]string{"This is still to be filled in: “X”"},
		},
		{
			"never closed", "Lit [at dusk.",
			[]string{"never closed"},
			nil, nil, "Lit [at dusk.",
			[]string{"The bracket is never closed: where its words end is not known: “at dusk.”"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := data.Provision{Text: map[data.Lang]data.Rendering{data.English: {Text: c.text}}}
			whole := readWhole(&work.Text{Provisions: []data.Provision{p}}, data.English)
			b := bracketsIn(p, data.English, whole.brackets())
			var kinds []string
			for _, line := range b.lines(loc) {
				kinds = append(kinds, line.kind)
			}
			if !slices.Equal(kinds, c.kinds) {
				t.Errorf("kinds %q, want %q", kinds, c.kinds)
			}
			choice := bracket.Choice{Keep: map[int]bool{}, Part: c.part}
			for _, i := range c.keep {
				b.tick(&choice, i, true)
			}
			reads, open := b.resolve(choice, loc)
			if reads != c.reads || !slices.Equal(open, c.open) {
				t.Errorf("reads %q, open %q, want %q, %q", reads, open, c.reads, c.open)
			}
		})
	}
}

func TestBracketOverSeveralProvisionsSaysWhere(t *testing.T) {
	s := newStage(t, "en")
	_, err := s.desk.Import(ctx, work.Issue{Symbol: "L/2", Date: data.Date{Year: 2030, Month: 1, Day: 1}}, data.NoProgress{}, version(data.English, `Draft Convention on Lanterns

Article 1
Duties

1. [Every keeper shall light lanterns.

2. Every keeper shall rest.]
`))
	must(t, err)
	s.room.Changed()
	s.choose("art1/1")
	s.open_(tabText)
	shows(t, s.side.text.brackets.object, "closes in")
	press(t, s.side.text.brackets.list, "article 1, paragraph 2")
	if s.room.Selection.Provision() != s.at("art1/2").ID {
		t.Fatal("the way to the other end does not lead there")
	}
	shows(t, s.side.text.brackets.object, "opened in")
	hides(t, s.side.text.brackets.object, "where they begin is not known")
}

// ticksOf are the boxes of the list of brackets.
func (s *stage) ticksOf(o fyne.CanvasObject) (ticks []*look.Check) {
	each(o, func(o fyne.CanvasObject) {
		if x, ok := o.(*look.Check); ok {
			ticks = append(ticks, x)
		}
	})
	return ticks
}

func TestWhatWeCanLiveWithIsKept(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	before := s.at("ch1/art2/1").Text[data.English].Text
	s.open_(tabText)
	box := s.side.text.brackets
	ticks := s.ticksOf(box.list)
	test.Tap(ticks[1])
	shows(t, box.object, "Every State Party shall ensure that lanterns should be lit at dusk.")
	if s.ticksOf(box.list)[1] != ticks[1] {
		t.Fatal("a tick makes the boxes anew: the keyboard would be lost")
	}
	type_(&box.living.remark.Editor, "If article 3 stands")
	s.tick()
	s.open("ru") // the ticks and what was typed stay
	s.choose("ch1/art2/1")
	s.open_(tabText)
	box = s.side.text.brackets
	if !s.ticksOf(box.list)[1].Ticked() || box.living.remark.Text() != "If article 3 stands" {
		t.Fatal("ticks or remark are gone in another language of the window")
	}
	press(t, box.object, "Это приемлемо")
	must(t, s.failed)
	list := s.desk.LiveWith(id)
	if len(list) != 1 || list[0].Sentence != "Every State Party shall ensure that lanterns should be lit at dusk." || !slices.Equal(list[0].Kept, []int{1}) || list[0].Base != before || list[0].Remark != "If article 3 stands" {
		t.Fatalf("saved %+v", list)
	}
	if s.at("ch1/art2/1").Text[data.English].Text != before {
		t.Fatal("the text was changed")
	}
	all := seen(box.object)
	if at := strings.Index(all, "только для делегации"); at < 0 || !strings.Contains(all[at:], "If article 3 stands") {
		t.Errorf("what we can live with does not stand in a frame:\n%s", all)
	}
	box.tickAll(true)
	press(t, box.object, "Отметить эти скобки снова")
	if s.ticksOf(box.list)[0].Ticked() || !s.ticksOf(box.list)[1].Ticked() {
		t.Error("the brackets that were kept are not ticked again")
	}
	press(t, box.object, "Больше нет")
	if left := s.desk.LiveWith(id); len(left) != 0 {
		t.Errorf("left %+v", left)
	}
}

func TestSavedSentenceTellsThatTheTextHasChanged(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	_, err := s.desk.SetLiveWith(ctx, data.LiveWith{Provision: id, Lang: data.English, Base: "Lanterns [shall] be lit.", Sentence: "Lanterns be lit."})
	must(t, err)
	s.open_(tabText)
	s.room.Changed()
	shows(t, s.side.text.brackets.object, "The text has changed since.")
}

func TestCleanSentenceBecomesOurProposal(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	s.open_(tabText)
	box := s.side.text.brackets
	if !box.propose.Disabled() == (box.sentence == box.text.source) {
		t.Error("the text as it is can be proposed")
	}
	test.Tap(s.ticksOf(box.list)[0])
	press(t, box.object, "Propose this wording")
	f := s.side.proposals.form
	if f == nil || !f.now.Ours || f.wording.Text() != "Every State Party shall ensure that lanterns shall be lit at dusk." {
		t.Fatalf("form %+v", f)
	}
	press(t, f.object, "Record")
	must(t, s.failed)
	if list := s.desk.Proposals(id); len(list) != 1 || !list[0].Ours || list[0].Kind != data.ProposalModify {
		t.Fatalf("recorded %+v", list)
	}
}

func TestBracketsOfTheWholeText(t *testing.T) {
	s := newStage(t, "en")
	_, err := s.desk.Import(ctx, work.Issue{Symbol: "L/2", Date: data.Date{Year: 2030, Month: 1, Day: 1}}, data.NoProgress{}, version(data.English, `Draft Convention on Lanterns

Article 1
Duties

1. Lanterns [shall][should] be lit [at dusk.

2. A keeper may rest [soundly [and long]].

Article 2
Costs

1. Each Party bears its costs].
`))
	must(t, err)
	s.room.Changed()
	s.choose("art1")
	s.open_(tabText)
	shows(t, s.side.text.parts.object, "4 pairs of brackets · 1 set of alternatives · 1 without its partner · 2 deep")
	shows(t, s.side.text.parts.object, "Opening bracket that is never closed")
	var cover fyne.CanvasObject
	s.room.Cover = func(o fyne.CanvasObject) { cover = o; s.room.Window.SetContent(container.NewWithoutLayout(o)) }
	s.room.Uncover = func() { cover = nil }
	s.do("panels.lint.command")
	cover.Resize(fyne.NewSize(1200, 700))
	shows(t, cover, "Opening bracket that is never closed")
	shows(t, cover, "Closing bracket without an opening one")
	press(t, cover, "Go there")
	if cover != nil || s.room.Selection.Provision() != s.at("art1/1").ID {
		t.Error("the way to a doubtful place does not lead there")
	}
}

func TestAlternativesLeadToOneAnother(t *testing.T) {
	s := newStage(t, "en")
	_, err := s.desk.Import(ctx, work.Issue{Symbol: "L/2", Date: data.Date{Year: 2030, Month: 1, Day: 1}}, data.NoProgress{}, version(data.English, `Draft Convention on Lanterns

Article 1
Duties

Option 1

1. Lanterns shall be lit.

Option 2

No text.

Article 2
Costs

2. Each Party bears its costs.

2 alt. The Fund bears all costs.
`))
	must(t, err)
	s.room.Changed()
	txt, err := s.desk.Current()
	must(t, err)
	var option, alt data.Provision
	for _, p := range txt.Provisions {
		switch r := p.Text[data.English]; {
		case strings.Contains(r.Label+r.Heading+r.Text, "Option 1"):
			option = p
		case strings.Contains(r.Text, "The Fund"):
			alt = p
		}
	}
	s.room.Selection.Select(option.ID)
	s.open_(tabText)
	shows(t, s.side.text.parts.object, "Options, of which one survives")
	shows(t, s.side.text.parts.object, "· no text")
	s.room.Selection.Select(alt.ID)
	shows(t, s.side.text.parts.object, "Alternatives")
	press(t, s.side.text.parts.object, "2. Each Party bears its costs.")
	if got := s.room.Selection.Provision(); got == alt.ID || got.IsZero() {
		t.Error("the way to the other alternative does not lead there")
	}
}

func TestTermsLeadToTheirDefinitionAndUses(t *testing.T) {
	s := newStage(t, "en")
	s.choose("ch1/art2/2")
	s.open_(tabText)
	box := s.side.text.terms
	shows(t, box.object, "“Keeper”")
	press(t, box.object, "article 1 (b)")
	if s.room.Selection.Provision() != s.at("ch1/art1/b").ID {
		t.Fatal("the way to the definition does not lead there")
	}
	press(t, box.object, "1 use")
	press(t, box.object, "Article 2, paragraph 2")
	if s.room.Selection.Provision() != s.at("ch1/art2/2").ID {
		t.Error("the way to a use does not lead there")
	}
}
