package revisions

import (
	"context"

	"travaux/data"
)

// chosen is the change that is shown.
func (t *changesTab) chosen() (change, bool) {
	i := t.list.Selected()
	if t.comparison == nil || i < 0 || i >= len(t.shown) {
		return change{}, false
	}
	return t.all[t.shown[i]], true
}

// confirm says that a pair is as it should be, and goes on to the next doubtful
// one.
func (t *changesTab) confirm() {
	x, ok := t.chosen()
	if !ok || x.confirmed || x.pairing.ID.IsZero() {
		return
	}
	if next := t.after(t.list.Selected(), 1); x.doubtful && next >= 0 {
		t.at = t.all[t.shown[next]].key
	}
	t.room.Act(func(ctx context.Context) error { return t.room.Desk.ConfirmPairing(ctx, x.pairing.ID) }, nil)
}

// repair lets a person say what a provision continues, or by what it is
// continued: the other side of the pair is chosen.
func (t *changesTab) repair() {
	x, ok := t.chosen()
	if !ok || x.pairing.ID.IsZero() {
		return
	}
	c, loc := t.comparison, t.room.Loc
	p := c.Pairs[x.pair]
	old, new := idsOf(c.OldIDs, p.Old), idsOf(c.NewIDs, p.New)
	title, none, text, gone := "revisions.repair.new", "revisions.repair.nothing", c.Old, len(new) == 0
	place := cited(c.New, c.NewIDs, p.New, loc)
	if gone {
		title, none, text = "revisions.repair.gone", "revisions.repair.uncontinued", c.New
		place = cited(c.Old, c.OldIDs, p.Old, loc)
	}
	var near data.ID
	if len(old) > 0 && len(new) > 0 {
		near = old[0]
	}
	back := func() {
		t.places.object.Hide()
		t.detail.object.Show()
		t.end.Refresh()
		t.Focus()
	}
	t.detail.object.Hide()
	t.places.object.Show()
	t.end.Refresh()
	t.places.ask(loc.T(title, "place", place), text, c.Lang, near, loc.T(none), func(other data.ID) {
		back()
		chosen := []data.ID{other}
		if other.IsZero() {
			chosen = nil
		}
		if gone {
			new = chosen
		} else {
			old = chosen
		}
		t.room.Act(func(ctx context.Context) error { return t.room.Desk.Repair(ctx, t.revision, old, new) }, nil)
	}, back)
}

// open shows the provision in the text.
func (t *changesTab) open() {
	if x, ok := t.chosen(); ok && len(t.comparison.Pairs[x.pair].New) > 0 {
		goTo(t.room, t.comparison.NewIDs[t.comparison.Pairs[x.pair].New[0]])
	}
}
