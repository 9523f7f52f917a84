package revisions

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// changesTab shows what changed: the pairs of provisions at the start, the
// chosen one at the end.
type changesTab struct {
	room     *room.Room
	revision data.ID
	earlier  data.ID
	object   fyne.CanvasObject

	kinds  *look.Filters // in the order of data.PairKinds
	sought *textview.Field
	order  *look.Select
	none   *look.Text
	list   *look.List
	detail *changeDetail

	comparison *compared
	all        []change
	shown      []int // indices into all
	turn       int   // of the latest reading
}

func newChangesTab(r *room.Room, revision data.ID) *changesTab {
	t := &changesTab{room: r, revision: revision, sought: textview.NewField(), detail: newChangeDetail(r), none: look.Wrapped("")}
	loc := r.Loc
	var chips []look.Filter
	for _, k := range data.PairKinds {
		chips = append(chips, look.Filter{Words: loc.Name("pair-kind", string(k)), Icon: kindSigns[k]})
	}
	t.kinds = look.NewFilters(chips, func(int, bool) { t.show() })
	t.sought.Placeholder = loc.T("revisions.find")
	t.sought.OnChanged = func(string) { t.show() }
	t.sought.OnSubmitted = func(string) { t.Focus() }
	t.sought.OnEscaped = func() { t.sought.SetText(""); t.show(); t.Focus() }
	t.order = look.NewSelect([]string{loc.T("revisions.order.doubtful"), loc.T("revisions.order.text")}, int(doubtfulFirst), func(int) { t.show() })
	t.list = look.NewList(func() int { return len(t.shown) },
		func() fyne.CanvasObject { return newChangeRow(loc) },
		func(i int, row fyne.CanvasObject) {
			row.(*changeRow).set(t.all[t.shown[i]], string(t.comparison.lang))
		},
		func(i int) { t.detail.show(t.comparison, t.all[t.shown[i]]) })
	t.none.Colour = look.ColourMuted
	head := look.Inset(2, 6, 10, 6, look.Column(t.kinds, page.Columns([]float32{3, 2}, t.sought, t.order), t.none))
	start := look.Border(head, nil, nil, nil, look.Ground(look.ColourPaper, t.list))
	t.object = look.NewSplit(start, t.detail.object, 0.36)
	return t
}

// Title implements tab.
func (t *changesTab) Title() string { return t.room.Loc.T("revisions.tab.changes") }

// Object implements tab.
func (t *changesTab) Object() fyne.CanvasObject { return t.object }

// Focus implements tab.
func (t *changesTab) Focus() { look.Focus(t.room.Window.Canvas(), t.list) }

// Against implements against.
func (t *changesTab) Against(earlier data.ID) { t.earlier = earlier }

// Keys implements tab.
func (*changesTab) Keys() []room.Key {
	const where = "revisions.tab.changes"
	return []room.Key{
		{Where: where, Keys: []string{"N", "P"}, Title: "keys.changes.doubtful"},
	}
}

// Refresh implements tab.
func (t *changesTab) Refresh() {
	t.turn++
	turn, lang := t.turn, t.room.Selection.Lang()
	var c *compared
	var all []change
	t.room.Run(func(ctx context.Context, _ data.Progress) (err error) {
		if c, err = read(ctx, t.room.Desk, t.earlier, t.revision, lang); err == nil {
			all = changesOf(c, t.room.Loc)
		}
		return err
	}, func() {
		if turn == t.turn {
			t.comparison, t.all = c, all
			for i, n := range countKinds(all) {
				t.kinds.SetCount(i, t.room.Loc.Number(n))
			}
			t.show()
		}
	})
}

// show lists what is wanted; the chosen pair stays chosen if it is among it.
func (t *changesTab) show() {
	at := -1
	if i := t.list.Selected(); i >= 0 && i < len(t.shown) {
		at = t.shown[i]
	}
	wanted := map[data.PairKind]bool{}
	for i, k := range data.PairKinds {
		if t.kinds.On(i) {
			wanted[k] = true
		}
	}
	t.shown = listed(t.all, wanted, t.sought.Text(), order(t.order.Chosen()))
	t.list.Mark(-1)
	t.list.Refresh()
	t.none.SetText(t.room.Loc.T("revisions.changes.none"))
	setShown(t.none, len(t.shown) == 0 && t.comparison != nil)
	if len(t.shown) == 0 {
		t.detail.clear()
		return
	}
	t.choose(max(indexOf(t.shown, at), 0))
}

// choose shows a row of the list.
func (t *changesTab) choose(i int) {
	t.list.Mark(i)
	t.detail.show(t.comparison, t.all[t.shown[i]])
}

// Key implements keyed.
func (t *changesTab) Key(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyN:
		t.step(1)
	case fyne.KeyP:
		t.step(-1)
	case fyne.KeySlash:
		look.Focus(t.room.Window.Canvas(), t.sought)
	default:
		return false
	}
	return true
}

// step goes to the next doubtful pair that nobody has confirmed, or with -1 to
// the one before.
func (t *changesTab) step(by int) {
	for i := t.list.Selected() + by; i >= 0 && i < len(t.shown); i += by {
		if t.all[t.shown[i]].rank() == 0 {
			t.choose(i)
			return
		}
	}
	t.room.Toast(t.room.Loc.T("revisions.doubtful.none"))
}

func setShown(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}

func indexOf(list []int, x int) int {
	for i, y := range list {
		if x == y {
			return i
		}
	}
	return -1
}
