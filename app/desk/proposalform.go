package desk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/states"
	"travaux/translations"
	"travaux/translations/typeset"
)

// proposalForm records or changes one proposal. Until then all that it says is
// on the pad, as one draft. It is made to be filled in seconds: who, the changed
// words, Ctrl+Enter.
type proposalForm struct {
	tab    *proposalTab
	start  data.Proposal // as it is; without identity it is a new one
	key    string        // of the draft
	before proposalDraft // what it said when nobody had typed
	now    proposalDraft
	back   fyne.Focusable // what had the keyboard before

	kind       *verbBar
	proponents *textview.Field
	known      *fyne.Container // proponents as they are understood
	wording    *textview.Editor
	redline    *pages.Passage
	crossed    *fyne.Container // red lines that it would cross
	language   *look.Select
	label      *textview.Field
	target     *textview.Field
	found      *look.Text // the target as it is understood
	side       *look.Select
	ours       *look.Check
	reasons    *textview.Editor
	source     *textview.Field
	column     *fyne.Container
	object     fyne.CanvasObject

	forWording, forLabel, forTarget, forSide fyne.CanvasObject // rows of some kinds only
}

func newProposalForm(t *proposalTab, p data.Proposal) *proposalForm {
	f := &proposalForm{tab: t, start: p, key: proposalKey(t.member, p.Provision)}
	if !p.ID.IsZero() {
		f.key = proposalKey(t.member, p.ID)
	}
	if w := t.room.Window; w != nil {
		f.back = w.Canvas().Focused()
	}
	if p.Kind == "" {
		p.Kind = data.ProposalModify
	}
	f.before = draftOfProposal(p, t.lang, data.Lang(t.room.Loc.Lang()), func(id data.ID) string { return citeOf(t.room, id) })
	says, begun := readProposalDraft(t.pad, f.key)
	if !begun || p.ID.IsZero() && says.On != f.before.On {
		says = f.before
		says.Wording = data.Words{}
		for lang, words := range f.before.Wording {
			says.Wording[lang] = words
		}
	}
	f.now = says
	f.make()
	f.fill()
	f.build()
	f.show()
	return f
}

// make makes the fields.
func (f *proposalForm) make() {
	loc := f.tab.room.Loc
	f.kind = newVerbBar(loc, f.chooseKind)
	f.proponents, f.known = textview.NewField(), look.Flow()
	f.proponents.Placeholder = loc.T("panels.proposal.who")
	f.proponents.OnSubmitted = func(string) { focus(f.tab.room, f.wording) }
	f.wording, f.redline = textview.NewEditor(), pages.NewPassage("", "", "")
	f.wording.Family, f.wording.MinRows, f.wording.MaxRows = typeset.Serif, 4, 16
	tongues := make([]string, len(data.Langs))
	for i, l := range data.Langs {
		tongues[i] = translations.Endonym(string(l))
	}
	f.language = look.NewSelect(tongues, 0, func(i int) { f.speak(data.Langs[i]) })
	f.label, f.target, f.found, f.source = textview.NewField(), textview.NewField(), look.Wrapped(""), textview.NewField()
	f.target.Placeholder, f.label.Placeholder = loc.T("panels.proposal.target.form"), loc.T("panels.proposal.label.form")
	f.side = look.NewSelect([]string{loc.T("panels.proposal.after"), loc.T("panels.proposal.before")}, 0, func(i int) { f.now.Before = i == 1; f.changed() })
	f.ours = look.NewCheck(loc.T("panels.proposal.ours"), false, func(on bool) { f.now.Ours = on; f.name(); f.changed() })
	f.reasons = textview.NewEditor()
	f.reasons.MinRows, f.reasons.MaxRows = 2, 8
	f.source.Placeholder = loc.T("panels.proposal.source.form")
	for field, into := range map[*textview.Editor]*string{
		&f.proponents.Editor: &f.now.Proponents, &f.label.Editor: &f.now.Label, &f.target.Editor: &f.now.Target,
		&f.source.Editor: &f.now.Source, f.reasons: &f.now.Reasons,
	} {
		field.OnChanged = func(text string) { *into = text; f.changed() }
	}
	f.wording.OnChanged = func(text string) { f.now.Wording[f.now.Lang] = text; f.changed() }
	f.wording.OnSubmitted = func(string) { f.record() }
	f.reasons.OnSubmitted = func(string) { f.record() }
}

// fill makes the fields say what the draft says.
func (f *proposalForm) fill() {
	x := f.now
	f.kind.choose(x.Kind)
	f.proponents.SetText(x.Proponents)
	f.label.SetText(x.Label)
	f.target.SetText(x.Target)
	f.source.SetText(x.Source)
	f.reasons.SetText(x.Reasons)
	f.ours.SetTicked(x.Ours)
	f.side.Choose(0)
	if x.Before {
		f.side.Choose(1)
	}
	f.language.Choose(slices.Index(data.Langs, x.Lang))
	f.fillWording()
}

// fillWording begins a modification with the words that it is to change.
func (f *proposalForm) fillWording() {
	text, written := f.now.Wording[f.now.Lang]
	if !written && f.now.Kind == data.ProposalModify {
		text = f.base()
	}
	f.wording.Lang = string(f.now.Lang)
	refill(f.wording, text)
}

// base is what the proposal is made on, in the language of the wording.
func (f *proposalForm) base() string {
	if f.now.Kind == data.ProposalAdd && f.now.On == "" {
		return ""
	}
	if made, ok := f.start.Base[f.now.Lang]; ok {
		return made
	}
	if on, ok := f.amended(); ok && len(on.Wording) > 0 {
		return on.Wording[f.now.Lang]
	}
	return f.tab.provision.Text[f.now.Lang].Text
}

// amended is the proposal that this one is made on.
func (f *proposalForm) amended() (data.Proposal, bool) {
	id, err := data.ParseID(f.now.On)
	if err != nil {
		return data.Proposal{}, false
	}
	p, err := f.tab.room.Desk.Proposal(id)
	return p, err == nil
}

func (f *proposalForm) build() {
	loc := f.tab.room.Loc
	ids := []string{"panels.proposal.proponents", "panes.position.language", "panels.proposal.label", "panels.proposal.target", "panels.proposal.stands", "panels.proposal.source"}
	width := float32(0)
	for _, id := range ids {
		width = max(width, look.Muted(loc.T(id)).MinSize().Width)
	}
	row := func(id string, field fyne.CanvasObject) fyne.CanvasObject {
		return look.FormRow(min(width, 120), look.Muted(loc.T(id)), field)
	}
	f.crossed = look.Stack()
	f.forWording = look.Column(caption(loc.T("panels.proposal.wording")), f.wording, f.redline, row("panes.position.language", f.language))
	f.forLabel = row("panels.proposal.label", f.label)
	f.forTarget = look.Column(row("panels.proposal.target", f.target), f.found)
	f.forSide = row("panels.proposal.stands", f.side)
	f.column = look.Column(f.kind)
	if on, ok := f.amended(); ok {
		f.column.Add(small(loc.T("panels.proposal.amending", "name", proponents(loc, on))))
	}
	for _, o := range []fyne.CanvasObject{
		caption(loc.T("panels.proposal.proponents")), f.proponents, f.known,
		f.forTarget, f.forLabel, f.forSide, f.forWording, f.crossed,
		f.ours, caption(loc.T("panels.proposal.reasons")), f.reasons, row("panels.proposal.source", f.source),
		look.Row(look.Space(), look.NewButton(loc.T("panes.cancel"), f.cancel), look.NewPrimary(loc.T("panes.instruction.record"), f.record)),
	} {
		f.column.Add(o)
	}
	f.object = plated(look.Inset(8, 8, 8, 8, f.column))
}

// show shows the rows that the kind asks for, and what is understood of what is
// typed.
func (f *proposalForm) show() {
	k := f.now.Kind
	look.SetShown(f.forWording, worded(k))
	look.SetShown(f.forLabel, k == data.ProposalAdd)
	look.SetShown(f.forTarget, k == data.ProposalMove)
	look.SetShown(f.forSide, k == data.ProposalAdd || k == data.ProposalMove)
	f.showKnown()
	f.showTarget()
	base, text := f.base(), trimmed(f.wording.Text())
	changed := base != "" && text != "" && base != text
	if changed {
		f.redline.Set(base, text, f.now.Lang)
	}
	look.SetShown(f.redline, changed)
	f.crossed.Objects = []fyne.CanvasObject{crossingLines(f.tab.room, f.tab.room.Desk.ProposalCrosses(f.proposal()))}
	f.column.Refresh()
}

// showKnown shows whom the program takes the typed names for.
func (f *proposalForm) showKnown() {
	f.known.Objects = nil
	for _, p := range states.ParseProponents(f.now.Proponents) {
		words := proponents(f.tab.room.Loc, data.Proposal{Proponents: []data.Proponent{p}})
		chip := look.NewChip(words)
		if p.State != "" {
			chip = look.NewColourChip(words, look.ColourApproved, look.ColourChipGround)
		}
		f.known.Add(chip)
	}
	look.SetShown(f.known, len(f.known.Objects) > 0)
	f.known.Refresh()
}

func (f *proposalForm) showTarget() {
	loc := f.tab.room.Loc
	p, ok := f.goal()
	f.found.Colour = look.ColourMuted
	switch {
	case f.now.Target == "":
		f.found.SetText("")
	case !ok:
		f.found.Colour = look.ColourReturned
		f.found.SetText(loc.T("panels.proposal.target.unknown"))
	default:
		r, _ := p.In(f.now.Lang)
		f.found.SetText(loc.T("panels.toast", "place", translations.Capital(loc.Cite(p.Path)), "what", beginning(r.Heading+" "+r.Text, 60)))
	}
	look.SetShown(f.found, f.found.Text != "")
}

// goal is the provision that is meant by what is typed as the target.
func (f *proposalForm) goal() (data.Provision, bool) {
	t, err := f.tab.room.Desk.Current()
	if err != nil || f.now.Target == "" {
		return data.Provision{}, false
	}
	if p, ok := t.Find(f.start.Target); ok && f.now.Target == citeOf(f.tab.room, p.ID) {
		return p, true // as it was, spelt out
	}
	found := t.GoTo(f.now.Target)
	if len(found) == 0 {
		return data.Provision{}, false
	}
	return found[0], true
}

// chooseKind changes the verb. Words of the text that nobody has changed do not
// stay for an addition.
func (f *proposalForm) chooseKind(k data.ProposalKind) {
	f.now.Kind = k
	if words := f.now.Wording[f.now.Lang]; words == "" || words == f.tab.provision.Text[f.now.Lang].Text {
		delete(f.now.Wording, f.now.Lang)
	}
	f.fillWording()
	f.changed()
}

// speak changes the language of the wording.
func (f *proposalForm) speak(lang data.Lang) {
	f.now.Lang = lang
	f.fillWording()
	f.changed()
}

// name puts our own State where nobody is named for a proposal of ours.
func (f *proposalForm) name() {
	if state := f.tab.room.Desk.Negotiation().State; f.now.Ours && f.now.Proponents == "" && state != "" {
		f.now.Proponents = states.WriteProponents([]data.Proponent{{State: state}}, data.Lang(f.tab.room.Loc.Lang()))
		f.proponents.SetText(f.now.Proponents)
	}
}

// changed keeps the draft; one that says nothing new is none.
func (f *proposalForm) changed() {
	if now := f.now.String(); now != f.before.String() {
		f.tab.pad.note(f.key, now)
	} else {
		f.forget()
	}
	f.show()
}

func (f *proposalForm) forget() {
	text, _ := f.tab.pad.read(f.key)
	if err := f.tab.pad.drop(f.key, text); err != nil {
		f.tab.room.Fail(err)
	}
	f.tab.pad.tell()
}

// proposal is what the form says.
func (f *proposalForm) proposal() data.Proposal {
	x, p := f.now, f.start
	p.Kind, p.Ours, p.Proponents = x.Kind, x.Ours, states.ParseProponents(x.Proponents)
	p.Label, p.Before, p.Reasons, p.Source = x.Label, x.Before, x.Reasons, x.Source
	p.On, _ = data.ParseID(x.On)
	p.Wording = nil
	if worded(x.Kind) {
		p.Wording = data.Words{}
		for lang, words := range x.Wording {
			if words = trimmed(words); words != "" {
				p.Wording[lang] = words
			}
		}
	}
	p.Target = data.ID{}
	if goal, ok := f.goal(); ok && x.Kind == data.ProposalMove {
		p.Target = goal.ID
	}
	return p
}

// record makes the proposal an act, goes back to the list, and gives the
// keyboard back to what had it.
func (f *proposalForm) record() {
	p, sent, d := f.proposal(), f.now.String(), f.tab.room.Desk
	if p.Kind == data.ProposalModify && len(p.Wording) == 0 { // the text as it is: the desk says what is missing
		p.Wording = data.Words{f.now.Lang: trimmed(f.wording.Text())}
	}
	f.tab.room.Act(func(ctx context.Context) (err error) {
		if p.ID.IsZero() {
			_, err = d.Propose(ctx, p)
		} else {
			_, err = d.ChangeProposal(ctx, p.ID, func(old *data.Proposal) {
				base, meeting := old.Base, old.Meeting
				*old = p
				old.Base, old.Meeting = base, meeting
			})
		}
		if err != nil {
			return err
		}
		return f.tab.pad.drop(f.key, sent)
	}, f.gone)
}

// cancel goes back to the list and forgets what was typed.
func (f *proposalForm) cancel() {
	f.forget()
	f.gone()
}

func (f *proposalForm) gone() {
	if f.tab.form != f {
		return
	}
	f.tab.close()
	if f.back != nil {
		focus(f.tab.room, f.back)
	}
}

// focus gives the keyboard to the first field that is still empty.
func (f *proposalForm) focus() {
	if f.now.Proponents == "" && !f.now.Ours {
		focus(f.tab.room, f.proponents)
	} else {
		focus(f.tab.room, f.wording)
	}
}

// holds reports whether one of the form's fields has the keyboard.
func (f *proposalForm) holds(focused fyne.Focusable) bool {
	for _, o := range []fyne.Focusable{f.kind, f.proponents, f.wording, f.language, f.label, f.target, f.side, f.ours, f.reasons, f.source} {
		if o == focused {
			return true
		}
	}
	return false
}
