package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
)

// bulkBar stands below the outline while several rows are chosen: what can be done
// with all of them, each as one act.
type bulkBar struct {
	room   *room.Room
	words  *look.Text
	charge *look.Button
	object *fyne.Container
	ids    []data.ID

	stance func() // given by Join
	text   func()
}

func newBulkBar(r *room.Room, clear func()) *bulkBar {
	b := &bulkBar{room: r, words: look.Ellipsis("")}
	b.words.Bold = true
	button := func(id string, do func()) *look.Button { return look.NewButton(r.Loc.T(id), do).Rank(look.Plain) }
	b.charge = button("bulk.charge", b.putInCharge)
	shut := look.NewIconButton(look.IconClose, "", clear).WithTip(r.Loc.T("bulk.clear"))
	acts := look.Flow(
		button("bulk.stance", func() { b.stance() }), button("bulk.text", func() { b.text() }), b.charge,
		button("bulk.submit", b.submit), button("bulk.resolve", b.resolve),
	)
	b.object = look.Stack(look.Rule(), look.Inset(4, 6, 8, 6, look.Column(look.Border(nil, nil, nil, shut, b.words), acts)))
	b.object.Hide()
	return b
}

// show offers the acts for some provisions; for less than two there is no bar.
func (b *bulkBar) show(ids []data.ID) {
	b.ids = ids
	if b.words.SetText(b.room.Loc.N("bulk.chosen", len(ids))); len(ids) < 2 {
		b.object.Hide()
		return
	}
	b.object.Show()
}

// putInCharge offers the members.
func (b *bulkBar) putInCharge() {
	ids, members := b.ids, b.room.Desk.Members()
	var choices []look.Choice
	for _, m := range members {
		choices = append(choices, look.Choice{Words: m.Name})
	}
	look.NewChoices(choices, func(i int) {
		b.room.Act(func(ctx context.Context) error { return b.room.Desk.PutInCharge(ctx, ids, members[i].ID) }, nil)
	}).Open(b.charge)
}

func (b *bulkBar) submit() {
	ids, n := b.ids, 0
	b.room.Act(func(ctx context.Context) (err error) {
		n, err = b.room.Desk.SubmitAll(ctx, ids)
		return err
	}, func() { b.room.Toast(b.room.Loc.N("bulk.submitted", n)) })
}

func (b *bulkBar) resolve() {
	ids, n := b.ids, 0
	b.room.Act(func(ctx context.Context) (err error) {
		n, err = b.room.Desk.ResolveAll(ctx, ids)
		return err
	}, func() { b.room.Toast(b.room.Loc.N("bulk.resolved", n)) })
}
