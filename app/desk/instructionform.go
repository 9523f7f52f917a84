package desk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/mandate"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// instructionForm records or corrects one instruction. Until then all that it
// says is on the pad, as one draft.
type instructionForm struct {
	tab    *instructionTab
	start  data.Instruction
	lang   data.Lang        // of the phrases that are typed
	key    string           // of the draft
	before instructionDraft // what it said when nobody had typed

	head       *mandate.Fields
	text       *textview.Editor
	scope      *look.Select
	scopes     [][]data.ID // what each choice of scope stands for
	topical    int         // the choice that stands for the topic
	topic      *textview.Field
	topicRow   fyne.CanvasObject
	supersedes *look.Select
	superseded [][]data.ID // what each choice stands for
	stance     *look.Select
	requires   *textview.Editor
	forbids    *textview.Editor
	object     fyne.CanvasObject
}

func newInstructionForm(t *instructionTab, i data.Instruction) *instructionForm {
	f := &instructionForm{
		tab: t, start: i, lang: t.room.Selection.Lang(), key: instructionKey(t.member, t.provision.ID),
		text: textview.NewEditor(), topic: textview.NewField(), requires: textview.NewEditor(), forbids: textview.NewEditor(),
	}
	if i.ID.IsZero() {
		i.Issued, i.Classification, i.Provisions = data.OnDay(data.Today(), mandate.UsualZone(t.room)), t.room.Desk.Marking().Internal, []data.ID{t.provision.ID}
	} else {
		f.key = instructionKey(t.member, i.ID)
	}
	f.before = draftOf(i, f.lang)
	says, begun := readDraft(t.pad, f.key)
	if !begun {
		says = f.before
	}
	f.fill(says)
	f.build()
	return f
}

// fill makes the fields say what the draft says.
func (f *instructionForm) fill(x instructionDraft) {
	loc := f.tab.room.Loc
	f.head = mandate.NewFields(f.tab.room, x.Draft, f.note)
	f.text.MinRows, f.text.MaxRows = 5, 16
	f.text.Placeholder, f.topic.Placeholder = loc.T("instructions.text"), loc.T("instructions.topic.hint")
	for e, text := range map[*textview.Editor]string{
		f.text: x.Text, &f.topic.Editor: x.Topic, f.requires: x.Requires, f.forbids: x.Forbids,
	} {
		e.SetText(text)
		e.OnChanged = func(string) { f.note() }
		e.OnSubmitted = func(string) { f.record() }
	}
	for _, e := range []*textview.Editor{f.requires, f.forbids} {
		e.Lang, e.MinRows, e.MaxRows, e.Placeholder = string(f.lang), 1, 4, loc.T("instructions.phrases.hint")
	}
	var stances []string
	for _, s := range data.Stances {
		if s == data.StanceNone {
			stances = append(stances, loc.T("instructions.stance.none"))
			continue
		}
		stances = append(stances, loc.Name("stance", string(s)))
	}
	f.stance = look.NewSelect(stances, max(slices.Index(data.Stances, x.Stance), 0), func(int) { f.note() })
	f.makeSuperseded(parsed(x.Supersedes))
	f.makeScopes(x)
}

// says is what stands in the fields.
func (f *instructionForm) says() instructionDraft {
	x := instructionDraft{
		Draft: f.head.Says(), Text: f.text.Text(), Topic: f.topic.Text(), Topical: f.scope.Chosen() == f.topical,
		Stance: data.Stances[max(f.stance.Chosen(), 0)], Requires: f.requires.Text(), Forbids: f.forbids.Text(),
		Supersedes: identities(f.superseded[max(f.supersedes.Chosen(), 0)]),
	}
	return x.on(f.scopes[max(f.scope.Chosen(), 0)])
}

// note keeps the draft; one that says nothing new is none.
func (f *instructionForm) note() {
	if f.object == nil {
		return
	}
	if now := f.says().String(); now != f.before.String() {
		f.tab.pad.note(f.key, now)
	} else {
		f.forget()
	}
}

func (f *instructionForm) forget() {
	text, _ := f.tab.pad.read(f.key)
	if err := f.tab.pad.drop(f.key, text); err != nil {
		f.tab.room.Fail(err)
	}
	f.tab.pad.tell()
}

// makeScopes offers this provision, its article, a topic and the whole text; and,
// where the instruction is to have yet another scope, that one.
func (f *instructionForm) makeScopes(x instructionDraft) {
	loc, p, wanted := f.tab.room.Loc, f.tab.provision, x.scope()
	names := []string{loc.Cite(p.Path)}
	f.scopes = [][]data.ID{{p.ID}}
	if article, ok := f.article(p); ok {
		names = append(names, loc.Cite(article.Path))
		f.scopes = append(f.scopes, []data.ID{article.ID})
	}
	f.topical = len(names) + 1
	names = append(names, loc.T("panes.scope.whole"), loc.T("instructions.topic"))
	f.scopes = append(f.scopes, nil, nil)
	chosen := slices.IndexFunc(f.scopes, func(s []data.ID) bool { return slices.Equal(s, wanted) })
	switch {
	case x.Topical:
		chosen = f.topical
	case chosen < 0:
		chosen = len(f.scopes)
		names, f.scopes = append(names, mandate.Places(f.tab.room, wanted)), append(f.scopes, wanted)
	}
	f.scope = look.NewSelect(names, chosen, func(int) { f.note(); f.showTopic() })
}

// makeSuperseded offers the instructions whose place this one can take: none, or
// one that holds; and those it takes the place of already.
func (f *instructionForm) makeSuperseded(wanted []data.ID) {
	r := f.tab.room
	names := []string{r.Loc.T("instructions.supersedes.none")}
	f.superseded = [][]data.ID{nil}
	chosen := 0
	if len(wanted) > 1 {
		var all []string
		for _, id := range wanted {
			if i, err := r.Desk.Instruction(id); err == nil {
				all = append(all, mandate.Name(r.Loc, i))
			}
		}
		names, f.superseded, chosen = append(names, r.Loc.List(all)), append(f.superseded, wanted), 1
	}
	for _, i := range r.Desk.AllInstructionsAt(f.tab.now()) {
		if i.ID == f.start.ID || !i.Standing() && !slices.Contains(wanted, i.ID) {
			continue
		}
		if slices.Equal(wanted, []data.ID{i.ID}) {
			chosen = len(names)
		}
		names, f.superseded = append(names, mandate.Name(r.Loc, i.Instruction)), append(f.superseded, []data.ID{i.ID})
	}
	f.supersedes = look.NewSelect(names, chosen, func(int) { f.note() })
}

// article is the article that a provision stands in, not itself.
func (f *instructionForm) article(p data.Provision) (data.Provision, bool) {
	for !p.Parent.IsZero() {
		up, err := f.tab.room.Desk.Provision(p.Parent)
		if err != nil {
			break
		}
		if p = up; p.Kind == data.KindArticle {
			return p, true
		}
	}
	return data.Provision{}, false
}

func (f *instructionForm) build() {
	loc := f.tab.room.Loc
	lang := translations.Endonym(string(f.lang))
	topic := mandate.Row{Words: loc.T("instructions.topic"), Field: f.topic}
	rows := append(f.head.Rows(),
		mandate.Row{Words: loc.T("instructions.supersedes.field"), Field: f.supersedes},
		mandate.Row{Words: loc.T("panes.instruction.scope"), Field: f.scope},
		topic,
	)
	head := mandate.FormRows(rows...)
	f.topicRow = head.Objects[len(rows)-1]
	orders := mandate.FormRows(mandate.Row{Words: loc.T("instructions.stance"), Field: f.stance})
	buttons := look.Row(
		look.Space(), look.NewButton(loc.T("panes.cancel"), f.cancel),
		look.NewPrimary(loc.T("panes.instruction.record"), f.record),
	)
	f.object = look.NewFrame(loc.T("panes.internal"), look.Column(
		head, f.text, look.Rule(), orders,
		look.Stack(look.Muted(loc.T("instructions.requires.in", "language", lang)), f.requires),
		look.Stack(look.Muted(loc.T("instructions.forbids.in", "language", lang)), f.forbids),
		buttons,
	))
	f.showTopic()
}

// showTopic asks for the topic where the instruction is on one.
func (f *instructionForm) showTopic() {
	if f.topicRow != nil {
		look.SetShown(f.topicRow, f.scope.Chosen() == f.topical)
		f.object.Refresh()
	}
}

// record makes the instruction an act and goes back to the list.
func (f *instructionForm) record() {
	i, err := f.read()
	if err != nil {
		f.tab.room.Fail(err)
		return
	}
	sent := f.says().String()
	f.tab.room.Act(func(ctx context.Context) error {
		if _, err := f.tab.room.Desk.SetInstruction(ctx, i); err != nil {
			return err
		}
		return f.tab.pad.drop(f.key, sent)
	}, func() { f.gone() })
}

// read takes the instruction from the fields.
func (f *instructionForm) read() (data.Instruction, error) {
	x := f.says()
	i, err := x.Into(f.start)
	if err != nil {
		return i, err
	}
	i.Text, i.Stance, i.Supersedes = x.Text, x.Stance, parsed(x.Supersedes)
	i.Provisions, i.Topic = x.scope(), ""
	if x.Topical {
		i.Topic = x.Topic
	}
	i.Requires, i.Forbids = phrased(i.Requires, x.Requires, f.lang), phrased(i.Forbids, x.Forbids, f.lang)
	return i, nil
}

// cancel goes back to the list and forgets what was typed.
func (f *instructionForm) cancel() {
	f.forget()
	f.gone()
}

func (f *instructionForm) gone() {
	if f.tab.form == f {
		f.tab.close()
	}
}
