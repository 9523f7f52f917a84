package revisions

import (
	"context"

	"travaux/data"
	"travaux/data/desk"
)

// queueActs are what the buttons of the queue do.
type queueActs struct{ good, adapt, escalate, place, open func() }

// good says that an annotation holds for the new text as it is; of a lapsed
// approval, that the position is approved anew.
func (t *queueTab) good() {
	r, ok := t.row()
	switch {
	case !ok:
	case r.lapse != nil:
		t.again(*r.lapse)
	case r.orphan:
		t.room.Toast(t.room.Loc.T("revisions.queue.homeless"))
	default:
		t.decide(*r.item, data.ChoiceGood)
	}
}

// again takes a position further whose approval has lapsed: the head approves it
// anew, everybody else hands it to the head.
func (t *queueTab) again(l desk.Lapse) {
	d := t.room.Desk
	t.room.Act(func(ctx context.Context) error { return d.Renew(ctx, l.Provision) }, nil)
}

// escalate leaves the decision to the head of delegation.
func (t *queueTab) escalate() {
	r, ok := t.row()
	switch {
	case !ok || r.item == nil || r.orphan:
	case t.room.Desk.Me().Role.MayApprove():
		t.room.Toast(t.room.Loc.T("revisions.queue.is-head"))
	default:
		t.decide(*r.item, data.ChoiceEscalate)
	}
}

func (t *queueTab) decide(c data.Carried, choice data.CarryChoice) {
	t.room.Act(func(ctx context.Context) error { return t.room.Desk.DecideCarried(ctx, c, choice) }, nil)
}

// renewAll approves anew all positions where only the numbering changed.
func (t *queueTab) renewAll() {
	var ids []data.ID
	for _, r := range t.queue.rows {
		if r.lapse != nil && r.lapse.OnlyNumber {
			ids = append(ids, r.lapse.Provision)
		}
	}
	if len(ids) == 0 {
		return
	}
	t.room.Act(func(ctx context.Context) error { return t.room.Desk.Reapprove(ctx, ids...) }, func() {
		t.room.Toast(t.room.Loc.N("revisions.queue.renewed", len(ids)))
	})
}

// placing lets a person choose where an annotation belongs.
func (t *queueTab) placing() {
	r, ok := t.row()
	if !ok || r.item == nil || t.comparison == nil {
		return
	}
	c := *r.item
	back := func() {
		t.places.object.Hide()
		t.detail.object.Show()
		t.end.Refresh()
		t.Focus()
	}
	t.detail.object.Hide()
	t.places.object.Show()
	t.end.Refresh()
	t.places.ask(t.room.Loc.T("revisions.places.annotation", "what", t.title(r)), t.comparison.New, t.comparison.Lang, c.To, "", func(to data.ID) {
		back()
		t.room.Act(func(ctx context.Context) error { return t.room.Desk.PlaceCarried(ctx, c, to) }, nil)
	}, back)
}

// open shows the provision in the text.
func (t *queueTab) open() {
	r, ok := t.row()
	if !ok {
		return
	}
	id := data.ID{}
	if r.lapse != nil {
		id = r.lapse.Provision
	} else {
		id = r.item.To
	}
	goTo(t.room, id)
}

// adapt opens the editor of an annotation; when it was changed, the queue knows.
func (t *queueTab) adapt() {
	r, ok := t.row()
	if !ok || r.item == nil || r.orphan {
		return
	}
	c := *r.item
	if err := adapting(t.room.Desk, c, t.room.Loc); err != nil {
		t.room.Fail(err)
		return
	}
	t.room.Uncover()
	t.room.Edit(c.Kind, c.Entity, c.To)
	t.room.Toast(t.room.Loc.T("revisions.queue.back"))
}
