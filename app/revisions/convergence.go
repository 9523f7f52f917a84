package revisions

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
)

// convergenceTab shows how the text converges: a row for each article with its
// brackets, options and what is pending over all revisions, and in a confidential
// frame the articles on which we are the last to object.
type convergenceTab struct {
	room   *room.Room
	leave  func() // the page, for an article
	object fyne.CanvasObject

	summary *look.Text
	alone   *look.Text // that there is one revision only
	order   *look.Select
	table   *look.List
	last    *look.List
	none    *look.Text

	inOrder []convergenceFacts
	rows    []convergenceFacts // as sorted
	ours    []lastFacts
	turn    int // of the latest reading
}

func newConvergenceTab(r *room.Room, leave func()) *convergenceTab {
	t := &convergenceTab{room: r, leave: leave, summary: look.Wrapped(""), alone: look.Wrapped(""), none: look.Wrapped("")}
	loc := r.Loc
	t.summary.Bold = true
	t.alone.Colour, t.none.Colour = look.ColourMuted, look.ColourMuted
	t.alone.Hide()
	t.order = look.NewSelect([]string{loc.T("convergence.order.text"), loc.T("convergence.order.open")}, 0, func(int) { t.sort() })
	revisions := len(r.Desk.Revisions())
	t.table = look.NewList(func() int { return len(t.rows) },
		func() fyne.CanvasObject { return newConvergenceLine(loc, revisions, t.goTo) },
		func(i int, row fyne.CanvasObject) { row.(*convergenceLine).set(t.rows[i]) }, nil)
	t.table.OnOpen = func(i int) { t.open(t.rows[i].id, t.rows[i].here) }
	t.last = look.NewList(func() int { return len(t.ours) },
		func() fyne.CanvasObject { return newLastLine(loc, t.goTo) },
		func(i int, row fyne.CanvasObject) { row.(*lastLine).set(t.ours[i]) }, nil)
	t.last.OnOpen = func(i int) { t.open(t.ours[i].id, true) }
	scale := look.Wrapped(loc.T("convergence.scale"))
	scale.Colour = look.ColourMuted
	head := look.Inset(2, 6, 10, 10, look.Column(t.summary, t.alone, page.Columns([]float32{2, 1}, scale, t.order)))
	start := look.Border(look.Stack(head, convergenceHeads(loc), look.Rule()), nil, nil, nil, look.Ground(look.ColourPaper, t.table))
	note := look.Wrapped(loc.T("convergence.last.note"))
	note.Colour = look.ColourMuted
	frame := look.NewFrame(loc.T("convergence.last"), look.Border(look.Stack(note, t.none), nil, nil, nil, t.last))
	t.object = container.NewVScroll(container.New(&beside{}, start, look.Inset(4, 8, 4, 8, frame)))
	return t
}

// Title implements tab.
func (t *convergenceTab) Title() string { return t.room.Loc.T("revisions.tab.convergence") }

// Object implements tab.
func (t *convergenceTab) Object() fyne.CanvasObject { return t.object }

// Focus implements tab.
func (t *convergenceTab) Focus() { look.Focus(t.room.Window.Canvas(), t.table) }

// Keys implements tab.
func (*convergenceTab) Keys() []room.Key {
	const where = "revisions.tab.convergence"
	return []room.Key{
		{Where: where, Keys: []string{string(fyne.KeyReturn)}, Title: "keys.convergence.go"},
		{Where: where, Keys: []string{"S"}, Title: "keys.convergence.order"},
	}
}

// Key implements keyed.
func (t *convergenceTab) Key(key fyne.KeyName) bool {
	if key != fyne.KeyS {
		return false
	}
	t.order.Choose(1 - t.order.Chosen())
	t.sort()
	return true
}

// Refresh implements tab.
func (t *convergenceTab) Refresh() {
	t.turn++
	turn, loc := t.turn, t.room.Loc
	var c *desk.Convergence
	var rows []convergenceFacts
	var ours []lastFacts
	t.room.Run(func(ctx context.Context, _ data.Progress) (err error) {
		if c, err = t.room.Desk.Convergence(ctx, t.room.Selection.Lang()); err == nil {
			rows, ours = convergenceRows(c, loc), lastRows(c, loc)
		}
		return err
	}, func() {
		if turn != t.turn {
			return
		}
		t.inOrder, t.ours = rows, ours
		t.summary.SetText(convergenceSummary(c, rows, loc))
		t.alone.SetText(loc.T("convergence.alone"))
		look.SetShown(t.alone, len(c.Revisions) == 1)
		t.none.SetText(loc.T("convergence.last.none"))
		look.SetShown(t.none, len(ours) == 0)
		t.last.Refresh()
		t.sort()
	})
}

// sort shows the rows in the order that was chosen; the selected one stays so.
func (t *convergenceTab) sort() {
	var at data.ID
	if i := t.table.Selected(); i >= 0 && i < len(t.rows) {
		at = t.rows[i].id
	}
	t.rows = t.inOrder
	if t.order.Chosen() == 1 {
		t.rows = mostOpenFirst(t.inOrder)
	}
	t.table.Mark(-1)
	t.table.Refresh()
	for i, r := range t.rows {
		if r.id == at {
			t.table.Mark(i)
			break
		}
	}
}

// open leaves the page for an article of the present text.
func (t *convergenceTab) open(id data.ID, here bool) {
	switch {
	case id.IsZero(): // the whole text
	case !here:
		t.room.Toast(t.room.Loc.T("convergence.not-here"))
	default:
		t.goTo(id)
	}
}

// goTo leaves the page for an article.
func (t *convergenceTab) goTo(id data.ID) {
	t.leave()
	t.room.Selection.Select(id)
}

// beside sets a table and a frame side by side, or one below the other where
// there is no room for the table's columns; then both scroll together if they
// would be too low to be read.
type beside struct{ width float32 }

// Shares of the table; the width for normal text below which the frame goes
// below it, and how high both are then at least.
const (
	tableShare     = 0.66
	tableHigh      = 0.6
	leastBesides   = 900
	leastTableHigh = 300
	leastFrameHigh = 200
)

func (b *beside) stacked() bool { return b.width > 0 && b.width < look.Scaled(leastBesides) }

func (b *beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	table, frame := o[0].MinSize().Height, o[1].MinSize().Height
	if b.stacked() {
		return fyne.NewSize(leastWide, max(table, look.Scaled(leastTableHigh))+max(frame, look.Scaled(leastFrameHigh)))
	}
	return fyne.NewSize(leastWide, max(table, frame))
}

// leastWide is the width that what scrolls asks for: it scrolls down and not
// sideways.
const leastWide = 100

func (b *beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	if b.stacked() {
		first := max(float32(int(size.Height*tableHigh)), look.Scaled(leastTableHigh))
		o[0].Resize(fyne.NewSize(size.Width, first))
		o[0].Move(fyne.Position{})
		o[1].Resize(fyne.NewSize(size.Width, max(size.Height-first, 0)))
		o[1].Move(fyne.NewPos(0, first))
		return
	}
	first := float32(int(size.Width * tableShare))
	o[0].Resize(fyne.NewSize(first, size.Height))
	o[0].Move(fyne.NewPos(look.Mirrored(0, first, size.Width), 0))
	o[1].Resize(fyne.NewSize(size.Width-first, size.Height))
	o[1].Move(fyne.NewPos(look.Mirrored(first, size.Width-first, size.Width), 0))
}
