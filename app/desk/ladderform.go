package desk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations/typeset"
)

// ladderForm writes a ladder, one step at a time, in the language of the tab. Until
// it is saved all that it says is on the pad.
type ladderForm struct {
	box     *ladderBox
	draft   ladderDraft
	lang    data.Lang
	key     string
	steps   *look.Select
	wording *textview.Editor
	trigger *textview.Editor
	roles   map[data.Role]*look.Check
	acts    *fyne.Container
	object  fyne.CanvasObject
}

// authorities are the roles that may authorise a step.
func authorities() (out []data.Role) {
	for _, r := range data.Roles {
		if r.May(data.RightStepDown) {
			out = append(out, r)
		}
	}
	return out
}

func newLadderForm(b *ladderBox, draft ladderDraft) *ladderForm {
	loc := b.tab.room.Loc
	f := &ladderForm{box: b, draft: draft, lang: b.tab.lang, key: b.key(), roles: map[data.Role]*look.Check{}}
	f.wording, f.trigger = textview.NewEditor(), textview.NewEditor()
	f.wording.Lang, f.wording.Family, f.wording.MinRows, f.wording.MaxRows = string(f.lang), typeset.Serif, 3, 14
	f.trigger.MinRows, f.trigger.MaxRows = 1, 6
	f.wording.OnChanged = func(text string) { f.step().Wording[f.lang] = text; f.note() }
	f.trigger.OnChanged = func(text string) { f.step().Trigger = text; f.note() }
	f.wording.OnEscaped, f.trigger.OnEscaped = f.cancel, f.cancel
	f.steps = look.NewSelect(f.names(), draft.At, f.choose)
	ticks := look.Flow()
	for _, r := range authorities() {
		f.roles[r] = look.NewCheck(loc.T("role."+string(r)), false, func(on bool) { f.allow(r, on) })
		ticks.Add(f.roles[r])
	}
	text := look.NewButton(loc.T("panes.position.from-text"), func() { f.wording.SetText(b.tab.base()); f.wording.OnChanged(b.tab.base()) }).Rank(look.Quiet)
	f.acts = look.Flow(
		look.NewIconButton(look.IconAdd, loc.T("ladder.add"), f.add).Rank(look.Plain),
		look.NewIconButton(look.IconUp, "", func() { f.swap(-1) }).WithTip(loc.T("ladder.earlier")),
		look.NewIconButton(look.IconDown, "", func() { f.swap(1) }).WithTip(loc.T("ladder.later")),
		look.NewIconButton(look.IconDelete, "", f.remove).WithTip(loc.T("ladder.remove")),
	)
	f.object = look.Column(
		look.Border(nil, nil, nil, f.acts, f.steps),
		look.Row(caption(loc.T("ladder.wording", "lang", loc.Name("language", string(f.lang)))), look.Space(), text), f.wording,
		caption(loc.T("ladder.trigger")), f.trigger,
		caption(loc.T("ladder.authority")), ticks, small(loc.T("ladder.authority.none")),
		look.Row(look.Space(), look.NewButton(loc.T("panes.cancel"), f.cancel), look.NewPrimary(loc.T("panes.save"), f.save)),
	)
	f.fill()
	return f
}

func (f *ladderForm) step() *ladderDraftStep { return &f.draft.Steps[f.draft.At] }

func (f *ladderForm) names() []string {
	out := make([]string, len(f.draft.Steps))
	for i := range out {
		out[i] = f.box.name(i)
	}
	return out
}

// note keeps the draft.
func (f *ladderForm) note() {
	f.box.tab.pad.note(f.key, f.draft.String())
	f.box.tab.column.Refresh()
}

// fill shows the chosen step.
func (f *ladderForm) fill() {
	refill(f.wording, f.step().Wording[f.lang])
	refill(f.trigger, f.step().Trigger)
	for r, tick := range f.roles {
		tick.SetTicked(slices.Contains(f.step().Roles, r))
	}
	f.box.tab.column.Refresh()
}

func (f *ladderForm) choose(i int) {
	f.draft.At = i
	f.fill()
	f.note()
}

func (f *ladderForm) allow(r data.Role, on bool) {
	s := f.step()
	s.Roles = slices.DeleteFunc(s.Roles, func(x data.Role) bool { return x == r })
	if on {
		s.Roles = append(s.Roles, r)
	}
	f.note()
}

// add puts a step behind the chosen one, which begins with its words.
func (f *ladderForm) add() {
	f.draft.Steps = slices.Insert(f.draft.Steps, f.draft.At+1, ladderDraftStep{Wording: data.Words{}})
	f.renamed(f.draft.At + 1)
	focus(f.box.tab.room, f.wording)
}

// swap moves the chosen step down the ladder (1) or up (-1).
func (f *ladderForm) swap(by int) {
	to := f.draft.At + by
	if to < 0 || to >= len(f.draft.Steps) {
		return
	}
	f.draft.Steps[f.draft.At], f.draft.Steps[to] = f.draft.Steps[to], f.draft.Steps[f.draft.At]
	f.renamed(to)
}

// remove takes the chosen step away; the ladder is taken away with the last one.
func (f *ladderForm) remove() {
	f.draft.Steps = slices.Delete(f.draft.Steps, f.draft.At, f.draft.At+1)
	if len(f.draft.Steps) == 0 {
		f.save()
		return
	}
	f.renamed(min(f.draft.At, len(f.draft.Steps)-1))
}

func (f *ladderForm) renamed(at int) {
	f.draft.At = at
	f.steps.SetOptions(f.names(), at)
	f.fill()
	f.note()
}

// save makes the ladder an act and shows the step on which the delegation stands.
func (f *ladderForm) save() {
	r, l, says := f.box.tab.room, f.draft.ladder(f.box.tab.provision.ID), f.draft.String()
	r.Act(func(ctx context.Context) error {
		if err := r.Desk.SetLadder(ctx, l); err != nil {
			return err
		}
		return f.box.tab.pad.drop(f.key, says)
	}, f.close)
}

// cancel forgets what was typed.
func (f *ladderForm) cancel() {
	text, _ := f.box.tab.pad.read(f.key)
	if err := f.box.tab.pad.drop(f.key, text); err != nil {
		f.box.tab.room.Fail(err)
	}
	f.close()
}

func (f *ladderForm) close() {
	if f.box.form == f {
		f.box.form = nil
		f.box.show()
		f.box.tab.column.Refresh()
	}
}
