package revisions

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
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
	places *places
	end    *fyne.Container // detail, or places over it

	memory     *remembered
	comparison *desk.Compared
	all        []change
	shown      []int  // indices into all
	at         string // key of the change that is shown, or is to be
	turn       int    // of the latest reading
}

func newChangesTab(r *room.Room, revision data.ID, m *remembered) *changesTab {
	t := &changesTab{room: r, revision: revision, memory: m, sought: textview.NewField(), none: look.Wrapped(""), places: newPlaces(r)}
	t.detail = newChangeDetail(r, t.confirm, t.repair, t.open)
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
			row.(*changeRow).set(t.all[t.shown[i]], string(t.comparison.Lang))
		},
		t.reveal)
	t.none.Colour = look.ColourMuted
	head := look.Inset(2, 6, 10, 6, look.Column(t.kinds, page.Columns([]float32{3, 2}, t.sought, t.order), t.none))
	start := look.Border(head, nil, nil, nil, look.Ground(look.ColourPaper, t.list))
	t.list.OnOpen = func(int) { t.confirm() }
	t.places.object.Hide()
	t.end = container.NewStack(t.detail.object, t.places.object)
	t.object = look.NewSplit(page.AtLeast(leastList, start), t.end, 0.36)
	return t
}

// Title implements tab.
func (t *changesTab) Title() string { return t.room.Loc.T("revisions.tab.changes") }

// Object implements tab.
func (t *changesTab) Object() fyne.CanvasObject { return t.object }

// Focus implements tab.
func (t *changesTab) Focus() {
	if t.places.object.Visible() {
		look.Focus(t.room.Window.Canvas(), t.places.field)
		return
	}
	look.Focus(t.room.Window.Canvas(), t.list)
}

// Against implements against.
func (t *changesTab) Against(earlier data.ID) { t.earlier = earlier }

// Keys implements tab.
func (*changesTab) Keys() []room.Key {
	const where = "revisions.tab.changes"
	return []room.Key{
		{Where: where, Keys: []string{"C", "Return"}, Title: "revisions.confirm"},
		{Where: where, Keys: []string{"R"}, Title: "revisions.repair"},
		{Where: where, Keys: []string{"N", "P"}, Title: "keys.changes.doubtful"},
		{Where: where, Keys: []string{"G"}, Title: "revisions.open"},
		{Where: where, Keys: []string{"/"}, Title: "revisions.find"},
	}
}

// Refresh implements tab.
func (t *changesTab) Refresh() {
	t.turn++
	turn, lang := t.turn, t.room.Selection.Lang()
	var c *desk.Compared
	var all []change
	t.room.Run(func(ctx context.Context, _ data.Progress) (err error) {
		if c, err = t.memory.compare(ctx, t.room.Desk, t.earlier, t.revision, lang); err == nil {
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
	row := t.list.Selected()
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
	look.SetShown(t.none, len(t.shown) == 0 && t.comparison != nil)
	t.object.Refresh()
	if len(t.shown) == 0 {
		t.detail.clear()
		return
	}
	at := slices.IndexFunc(t.shown, func(i int) bool { return t.all[i].key == t.at })
	if at < 0 { // what has taken its place
		at = min(max(row, 0), len(t.shown)-1)
	}
	t.choose(at)
}

// choose shows a row of the list.
func (t *changesTab) choose(i int) {
	t.list.Mark(i)
	t.reveal(i)
}

// reveal shows the change of a row.
func (t *changesTab) reveal(i int) {
	x := t.all[t.shown[i]]
	t.at = x.key
	t.detail.show(t.comparison, x)
}

// Key implements keyed.
func (t *changesTab) Key(key fyne.KeyName) bool {
	if t.places.object.Visible() {
		return false
	}
	switch key {
	case fyne.KeyC:
		t.confirm()
	case fyne.KeyR:
		t.repair()
	case fyne.KeyG:
		t.open()
	case fyne.KeyN:
		t.step(1)
	case fyne.KeyP:
		t.step(-1)
	case fyne.KeySlash:
		fyne.Do(func() { look.Focus(t.room.Window.Canvas(), t.sought) }) // the sign itself is still to come
	default:
		return false
	}
	return true
}

// step goes to the next doubtful pair that nobody has confirmed, or with -1 to
// the one before.
func (t *changesTab) step(by int) {
	if i := t.after(t.list.Selected(), by); i >= 0 {
		t.choose(i)
		return
	}
	t.room.Toast(t.room.Loc.T("revisions.doubtful.none"))
}

// after is the row of the next pair to look at, from a row on; -1 if there is
// none.
func (t *changesTab) after(at, by int) int {
	for i := at + by; i >= 0 && i < len(t.shown); i += by {
		if t.all[t.shown[i]].rank() == 0 {
			return i
		}
	}
	return -1
}
