package redlines

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// Show covers the window with the page. With a provision it begins a new red line
// on it.
func Show(r *room.Room, on data.ID) { newView(r).open(on) }

func (v *view) open(on data.ID) {
	r := v.room
	v.page = page.Show(r, r.Loc.T("redline.page"), v.body(), look.Row(v.count, look.Space(), v.add))
	v.page.OnKey = v.key
	if draft, begun := v.begun(); begun {
		v.edit(draft)
	} else if !on.IsZero() {
		v.edit(newDraft(on))
	}
}

// view is the page.
type view struct {
	room      *room.Room
	page      *page.Page
	keep      *page.Keep
	list      *look.List
	empty     *look.Text
	count     *look.Text
	add       *look.Button
	detail    *fyne.Container
	form      *form // nil: none is being written
	lines     []data.RedLine
	crossings map[data.ID][]data.Crossing
}

func newView(r *room.Room) *view {
	v := &view{room: r, empty: look.Wrapped(r.Loc.T("redline.none")), count: look.Muted(""), detail: look.Column()}
	v.empty.Colour = look.ColourMuted
	v.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	v.list = look.NewList(
		func() int { return len(v.lines) },
		func() fyne.CanvasObject { return newLineRow(r) },
		func(i int, o fyne.CanvasObject) { o.(*lineRow).set(v.lines[i], v.crossings[v.lines[i].ID]) },
		func(i int) { v.choose(i) })
	v.add = look.NewPrimary(r.Loc.T("redline.new"), func() { v.edit(newDraft(data.ID{})) })
	if !r.Desk.Me().Role.May(data.RightInstruct) {
		v.add.Hide()
	}
	v.refresh()
	return v
}

func (v *view) body() fyne.CanvasObject {
	start := look.Border(v.empty, nil, nil, nil, look.Ground(look.ColourPaper, v.list))
	marking := v.room.Loc.T("redline.frame")
	return page.Halves(look.Inset(10, 10, 14, 8, look.NewFrame(marking, page.AtLeast(280, start))), look.Inset(10, 10, 8, 14, look.Column(look.NewFrame(marking, v.detail))))
}

// refresh reads the red lines again.
func (v *view) refresh() {
	loc := v.room.Loc
	v.lines, v.crossings = v.room.Desk.RedLines(), map[data.ID][]data.Crossing{}
	crossed := map[data.ID]bool{}
	for _, c := range v.room.Desk.Crossings() {
		v.crossings[c.RedLine] = append(v.crossings[c.RedLine], c)
		crossed[c.RedLine] = crossed[c.RedLine] || !c.Doubt
	}
	n := 0
	for _, sure := range crossed {
		if sure {
			n++
		}
	}
	v.count.SetText(loc.N("redline.count", len(v.lines)) + "  ·  " + loc.N("redline.count.crossed", n))
	if len(v.lines) > 0 {
		v.empty.Hide()
	} else {
		v.empty.Show()
	}
	v.list.Refresh()
	v.choose(min(max(v.list.Selected(), 0), len(v.lines)-1))
}

// choose shows one red line; -1 none.
func (v *view) choose(i int) {
	if v.form != nil {
		return
	}
	v.list.Mark(i)
	v.detail.Objects = nil
	if i >= 0 && i < len(v.lines) {
		v.show(v.lines[i])
	} else {
		v.detail.Add(look.Wrapped(v.room.Loc.T("redline.about")))
	}
	v.detail.Refresh()
}

// key begins a new red line with N.
func (v *view) key(k fyne.KeyName) bool {
	if k != fyne.KeyN || v.form != nil || v.add.Hidden {
		return false
	}
	v.add.Tapped(nil)
	return true
}

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	return []room.Key{{Where: "redline.page", Keys: []string{string(fyne.KeyN)}, Title: "redline.new"}}
}

// lift gives a red line up; Undo brings it back.
func (v *view) lift(id data.ID) {
	v.room.Act(func(ctx context.Context) error { return v.room.Desk.DeleteRedLine(ctx, id) }, v.refresh)
}
