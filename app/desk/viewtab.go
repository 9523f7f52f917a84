package desk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	tallies "travaux/data/tally"
)

// viewTab is what others think of the selected provision: how many are with us,
// and below it everything that was said, the latest first.
type viewTab struct {
	room   *room.Room
	object fyne.CanvasObject

	tally     *tallyBox
	list      *fyne.Container
	provision data.ID

	correct func(data.View) // puts a view where it is corrected
}

func newViewTab(r *room.Room) *viewTab {
	t := &viewTab{room: r, tally: newTallyBox(r), list: look.Column()}
	t.object = container.NewVScroll(look.Padded(look.Column(t.tally.object, t.list)))
	return t
}

func (t *viewTab) load(p data.Provision) {
	t.provision = p.ID
	t.tally.load(p.ID)
}

func (t *viewTab) show() {
	t.tally.show()
	views := t.said()
	t.list.Objects = nil
	if len(views) > 0 {
		t.list.Add(look.Rule())
		t.list.Add(caption(t.room.Loc.T("tally.said")))
	}
	reg := t.room.Desk.Register()
	for i, v := range views {
		if i > 0 {
			t.list.Add(look.Rule())
		}
		t.list.Add(t.entry(pages.Statement(t.room, reg, tallies.Ground{View: v}), v))
	}
	t.list.Refresh()
}

// said are all views on the provision, the proposals on it and the issues to which it
// belongs, the latest first.
func (t *viewTab) said() []data.View {
	d := t.room.Desk
	views := d.Views(t.provision)
	for _, x := range d.IssuesOf(t.provision) {
		views = append(views, d.ViewsOnIssue(x.ID)...)
	}
	slices.SortStableFunc(views, func(a, b data.View) int { return b.Said.Compare(a.Said) })
	return views
}

// correctNext puts the latest of the views where it is corrected, and where one of
// them is there already, the one said before it; false if there is none.
func (t *viewTab) correctNext(now data.ID) bool {
	views := t.said()
	if len(views) == 0 {
		return false
	}
	at := slices.IndexFunc(views, func(v data.View) bool { return v.ID == now })
	t.correct(views[(at+1)%len(views)])
	return true
}

// entry is one view, with what it is on where that is not the text, and the
// ways to correct it and to take it back.
func (t *viewTab) entry(statement *fyne.Container, v data.View) fyne.CanvasObject {
	if !v.Proposal.IsZero() || !v.Issue.IsZero() {
		statement.Add(small(t.tally.titleOf(tallies.About(v))))
	}
	id := v.ID
	away := look.NewIconButton(look.IconDelete, "", func() {
		t.room.Act(func(ctx context.Context) error { return t.room.Desk.DeleteView(ctx, id) }, nil)
	}).WithTip(t.room.Loc.T("tally.delete"))
	again := look.NewIconButton(look.IconEdit, "", func() { t.correct(v) }).WithTip(t.room.Loc.T("views.correct"))
	return look.Border(nil, nil, nil, look.Top(look.Row(again, away)), statement)
}

func (t *viewTab) leave() {}
func (t *viewTab) flush() {}
