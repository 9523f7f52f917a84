package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
)

// axes enters the three axes of the selected provision with two keys, while the
// text or the outline has the keyboard, and begins proposals the same way.
type axes struct {
	room    *room.Room
	outline *Outline
	reader  *Reader
	side    *Side
	shifted func() bool // a Shift key is held
}

// key takes the first of the two keys.
func (a *axes) key(e *fyne.KeyEvent) bool {
	if a.side.shown.IsZero() {
		return false
	}
	switch look.PhysicalKey(e) {
	case keyText:
		a.text()
	case keyPosition:
		a.stance()
	case keyApproval:
		a.approval()
	case keyProposal:
		a.proposal()
	default:
		return false
	}
	return true
}

// text offers the states of the text. With Shift, or from several provisions
// that are selected, the choice is for all of them.
func (a *axes) text() {
	several, parts := a.together(), a.parts()
	choices := a.textChoices(a.room.Desk.Standing(a.side.shown).Own)
	n := len(choices)
	switch {
	case len(several) > 1:
		choices = append(choices, look.Choice{Words: a.room.Loc.N("panels.axis.several", len(several)), Disabled: true})
	case len(parts) > 0:
		choices = append(choices, look.Choice{Words: a.room.Loc.N("panels.axis.parts", len(parts)), Disabled: true})
	}
	a.open(choices, func(i int) {
		if i >= n {
			return
		}
		ids := []data.ID{a.side.shown}
		switch {
		case len(several) > 1:
			ids = several
		case len(parts) > 0 && a.shifted():
			ids = parts
		}
		a.setText(ids, data.TextStates[i])
	})
}

// announced enters a state that was chosen in the side panel.
func (a *axes) announced(s data.TextState, remark string) {
	id, box := a.side.shown, a.side.text.standing
	a.room.Act(func(ctx context.Context) error {
		if err := a.room.Desk.SetTextState(ctx, id, s, remark); err != nil {
			return err
		}
		return box.sent(remark)
	}, func() { a.tell([]data.ID{id}, a.room.Loc.Name("text-state", string(s))) })
}

// setText enters a state of the text and says so.
func (a *axes) setText(ids []data.ID, s data.TextState) {
	a.room.Act(func(ctx context.Context) error { return a.room.Desk.SetTextStates(ctx, ids, s, "") }, func() {
		a.tell(ids, a.room.Loc.Name("text-state", string(s)))
	})
}

// tell says in a toast what was entered, on what and at which meeting. What is
// confidential is not in it.
func (a *axes) tell(ids []data.ID, what string) {
	loc := a.room.Loc
	place := loc.N("panels.places", len(ids))
	if len(ids) == 1 {
		place = placeWords(a.room, ids[0])
	}
	words := loc.T("panels.toast", "place", place, "what", what)
	if m, ok := a.room.Desk.CurrentMeeting(); ok {
		words = loc.T("panels.toast.meeting", "place", place, "what", what, "meeting", loc.Isolate(m.Title))
	}
	a.room.Toast(words)
}

// placeWords names a provision as a sentence begins with it.
func placeWords(r *room.Room, id data.ID) string {
	p, err := r.Desk.Provision(id)
	if err != nil {
		return ""
	}
	return translations.Capital(r.Loc.Cite(p.Path))
}

// stance offers our stances.
func (a *axes) stance() {
	if ids := a.outline.several(); len(ids) > 1 {
		a.stanceOn(ids)
		return
	}
	id := a.side.shown
	a.open(a.stanceChoices(a.room.Desk.Position(id).Stance), func(i int) {
		a.side.position.chooseStance(i, func() { a.say(id, "panels.toast.stance") })
	})
}

// stanceOn offers our stances for several provisions, as one act.
func (a *axes) stanceOn(ids []data.ID) {
	choices := a.stanceChoices(data.StanceNone)
	n := len(choices)
	choices = append(choices, look.Choice{Words: a.room.Loc.N("panels.axis.several", len(ids)), Disabled: true})
	a.open(choices, func(i int) {
		if i < n {
			a.room.Act(func(ctx context.Context) error { return a.room.Desk.SetStances(ctx, ids, data.Stances[i]) }, nil)
		}
	})
}

// say is tell for what is not entered at a meeting.
func (a *axes) say(id data.ID, what string) {
	loc := a.room.Loc
	a.room.Toast(loc.T("panels.toast", "place", placeWords(a.room, id), "what", loc.T(what)))
}

// approval offers the steps of the approval that can be taken.
func (a *axes) approval() {
	if a.outline.several() != nil {
		a.outline.bulk.submit()
		return
	}
	now := approvalOf(a.room, a.side.shown)
	var choices []look.Choice
	for _, s := range approvalSteps {
		title := s.title
		if s.done == "" {
			title = stepTitle(now.Awaits)
		}
		choices = append(choices, look.Choice{Key: s.letter, Words: a.room.Loc.T(title), Disabled: !s.open(now)})
	}
	id := a.side.shown
	a.open(choices, func(i int) {
		done := approvalSteps[i].done
		if done == "" {
			done = "event.decision." + string(now.Awaits.State())
		}
		approvalSteps[i].take(a, func() { a.say(id, done) })
	})
}

// proposal offers the kinds of proposal and opens the form.
func (a *axes) proposal() {
	a.open(a.kindChoices(), func(i int) { a.side.propose(data.ProposalKinds[i]) })
}

// open shows choices below the name of the provision that they are for.
func (a *axes) open(choices []look.Choice, chosen func(int)) {
	look.NewChoices(choices, chosen).Open(a.side.cite)
}

// together are the provisions that are chosen in the outline, or over which words
// are selected in the text.
func (a *axes) together() []data.ID {
	if ids := a.outline.several(); len(ids) > 1 {
		return ids
	}
	return a.spanned()
}

// spanned are the provisions over which words are selected in the text, while it
// has the keyboard.
func (a *axes) spanned() (ids []data.ID) {
	d := a.reader.columns.Current()
	from, to, ok := d.Selection()
	if !ok || a.room.Window == nil || a.room.Window.Canvas().Focused() != d {
		return nil
	}
	inside := false
	for _, b := range d.Blocks() {
		inside = inside || b.ID == from.ID
		if id, ok := provisionOf(b.ID); ok && inside && (len(ids) == 0 || ids[len(ids)-1] != id) {
			ids = append(ids, id)
		}
		if b.ID == to.ID {
			break
		}
	}
	return ids
}

// parts are the provisions within the selected one whose text is agreed or not
// by itself.
func (a *axes) parts() (ids []data.ID) {
	t := a.outline.text
	if t == nil {
		return nil
	}
	whole, ok := t.Find(a.side.shown)
	if !ok {
		return nil
	}
	for _, p := range t.Provisions[whole.Order+1:] {
		if p.Depth <= whole.Depth {
			break
		}
		if p.Kind != data.KindFootnote && p.Kind != data.KindNote && !p.Kind.FollowsParts() {
			ids = append(ids, p.ID)
		}
	}
	return ids
}
