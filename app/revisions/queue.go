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
	"travaux/translations"
)

// queueTab is what needs a person: annotations that did not find their place by
// themselves, those without any, and approvals that have lapsed.
type queueTab struct {
	room     *room.Room
	revision data.ID
	object   fyne.CanvasObject

	progress *look.Text
	renew    *look.Button // approves anew all where only the numbering changed
	none     *look.Text   // that nothing waits
	list     *look.List
	detail   *queueDetail
	places   *places
	end      *fyne.Container // detail, or places over it

	queue      queue
	memory     *remembered
	comparison *desk.Compared
	turn       int
}

func newQueueTab(r *room.Room, revision data.ID, m *remembered) *queueTab {
	t := &queueTab{room: r, revision: revision, memory: m, progress: look.Ellipsis(""), none: look.Wrapped(""), places: newPlaces(r)}
	loc := r.Loc
	t.progress.Bold = true
	t.none.Colour = look.ColourMuted
	t.renew = look.NewButton("", t.renewAll)
	t.detail = newQueueDetail(r, queueActs{good: t.good, adapt: t.adapt, escalate: t.escalate, place: t.placing, open: t.open})
	t.list = look.NewList(func() int { return len(t.queue.rows) },
		func() fyne.CanvasObject { return newQueueRowView(loc) },
		func(i int, row fyne.CanvasObject) {
			r := t.queue.rows[i]
			row.(*queueRowView).set(r, t.title(r), t.why(r))
		}, t.chosen)
	t.list.OnOpen = func(int) { t.open() }
	head := look.Inset(2, 6, 10, 6, look.Column(t.progress, t.none, t.renew))
	start := look.Border(head, nil, nil, nil, look.Ground(look.ColourPaper, t.list))
	t.end = container.NewStack(t.detail.object, t.places.object)
	t.places.object.Hide()
	t.object = look.NewSplit(page.AtLeast(leastList, start), t.end, 0.34)
	return t
}

// Title implements tab.
func (t *queueTab) Title() string { return t.room.Loc.T("revisions.tab.queue") }

// Object implements tab.
func (t *queueTab) Object() fyne.CanvasObject { return t.object }

// Focus implements tab.
func (t *queueTab) Focus() {
	if t.places.object.Visible() {
		look.Focus(t.room.Window.Canvas(), t.places.field)
		return
	}
	look.Focus(t.room.Window.Canvas(), t.list)
}

// Count implements counting.
func (t *queueTab) Count() int { return len(t.room.Desk.Queue()) }

// Keys implements tab.
func (*queueTab) Keys() []room.Key {
	const where = "revisions.tab.queue"
	return []room.Key{
		{Where: where, Keys: []string{"S"}, Title: "revisions.queue.good"},
		{Where: where, Keys: []string{"A"}, Title: "revisions.queue.adapt"},
		{Where: where, Keys: []string{"E"}, Title: "revisions.queue.escalate"},
		{Where: where, Keys: []string{"M"}, Title: "revisions.queue.place"},
		{Where: where, Keys: []string{"R"}, Title: "keys.queue.renew"},
		{Where: where, Keys: []string{"G", "Return"}, Title: "revisions.open"},
	}
}

// Refresh implements tab.
func (t *queueTab) Refresh() {
	t.turn++
	turn, lang := t.turn, t.room.Selection.Lang()
	var q queue
	var c *desk.Compared
	var decided bool
	t.room.Run(func(ctx context.Context, _ data.Progress) (err error) {
		if decided, err = adapted(ctx, t.room.Desk, t.revision, t.room.Loc); err != nil {
			return err
		}
		q = queueOf(t.room.Desk, t.revision)
		c, err = t.memory.compare(ctx, t.room.Desk, data.ID{}, t.revision, lang)
		return err
	}, func() {
		if turn == t.turn {
			t.set(q, c)
		}
		if decided {
			t.room.Toast(t.room.Loc.T("revisions.queue.adapted"))
			t.room.Changed()
		}
	})
}

// set shows the queue. The chosen row stays chosen; where it is there no more,
// the one that has taken its place is shown at once.
func (t *queueTab) set(q queue, c *desk.Compared) {
	at, key := t.list.Selected(), ""
	if at >= 0 && at < len(t.queue.rows) {
		key = t.queue.rows[at].key()
	}
	t.queue, t.comparison = q, c
	loc := t.room.Loc
	t.progress.SetText(loc.T("revisions.queue.progress", "done", loc.Number(q.done), "all", loc.Number(q.all)))
	look.SetShown(t.progress, q.all > 0)
	t.none.SetText(loc.T("revisions.queue.empty", "exact", loc.N("revisions.queue.exact", q.exact), "moved", loc.N("revisions.queue.moved", q.moved)))
	look.SetShown(t.none, q.waiting == 0)
	t.renew.SetWords(withKey(loc, loc.N("revisions.queue.renew", q.renamed), "R"))
	look.SetShown(t.renew, q.renamed > 0 && t.room.Desk.Me().Role.MayApprove())
	t.list.Refresh()
	if i := q.find(key); i >= 0 {
		t.choose(i)
	} else {
		t.choose(q.next(max(at, 0)))
	}
	t.object.Refresh()
}

// choose shows a row; -1 none.
func (t *queueTab) choose(i int) {
	t.list.Mark(-1)
	if i < 0 {
		t.detail.clear()
		return
	}
	t.list.Mark(i)
	t.show(t.queue.rows[i])
}

// chosen follows the list; headings are passed over.
func (t *queueTab) chosen(i int) {
	if i >= len(t.queue.rows) {
		return
	}
	if t.queue.rows[i].heading == "" {
		t.show(t.queue.rows[i])
		return
	}
	by := 1
	if i > 0 && t.detail.at > i { // coming from below
		by = -1
	}
	t.choose(t.queue.row(i, by))
}

func (t *queueTab) show(r queueRow) {
	t.detail.at = t.queue.find(r.key())
	if r.lapse != nil {
		t.detail.showLapse(t.title(r), t.why(r), *r.lapse)
		return
	}
	t.detail.showItem(t.title(r), t.why(r), r, t.comparison)
}

// row is the one that is shown.
func (t *queueTab) row() (queueRow, bool) {
	i := t.list.Selected()
	if i < 0 || i >= len(t.queue.rows) || t.queue.rows[i].heading != "" {
		return queueRow{}, false
	}
	return t.queue.rows[i], true
}

// title says what a row is and where.
func (t *queueTab) title(r queueRow) string {
	loc := t.room.Loc
	switch {
	case r.heading != "":
		return loc.T("revisions.queue.heading", "title", loc.T(r.heading), "n", loc.Number(r.count))
	case r.lapse != nil:
		return translations.Capital(t.placeOf(r.lapse.Provision))
	}
	old, new := t.oldPlace(*r.item), t.placeOf(r.item.To)
	place := old
	switch {
	case old == "" || old == new:
		place = new
	case new != "":
		place = loc.T("revisions.place", "old", old, "new", new)
	}
	return loc.T("revisions.change.title", "kind", loc.Name("annotation", string(r.item.Kind)), "place", place)
}

// placeOf is the number of a provision in the revision; "" if it is not in it.
func (t *queueTab) placeOf(id data.ID) string {
	if t.comparison == nil {
		return ""
	}
	return number(t.comparison.New, id, t.room.Loc)
}

// oldPlace is the number of the provision that an annotation comes from, where it
// stood last.
func (t *queueTab) oldPlace(item data.Carried) string {
	_, text, ok := lastSeen(t.room.Desk, item)
	if !ok {
		return ""
	}
	return number(text, item.From, t.room.Loc)
}

func number(text *desk.Text, id data.ID, loc *translations.Localizer) string {
	if text == nil {
		return ""
	}
	p, ok := text.Find(id)
	if !ok {
		return ""
	}
	return loc.Cite(p.Path)
}

// why says why a row is here.
func (t *queueTab) why(r queueRow) string {
	loc := t.room.Loc
	switch {
	case r.heading != "":
		return ""
	case r.lapse != nil:
		var all []string
		for _, id := range r.lapse.Why {
			all = append(all, loc.T(id))
		}
		return loc.List(all)
	}
	words := loc.T(r.item.Reason, "share", percent(loc, r.item.Score))
	if r.item.Choice == data.ChoiceEscalate {
		words = loc.T("revisions.queue.by", "why", words, "name", t.room.Desk.Member(r.item.By).Name)
	}
	return words
}

// Key implements keyed.
func (t *queueTab) Key(key fyne.KeyName) bool {
	if t.places.object.Visible() {
		return false
	}
	act, ok := map[fyne.KeyName]func(){
		fyne.KeyS: t.good, fyne.KeyA: t.adapt, fyne.KeyE: t.escalate, fyne.KeyM: t.placing, fyne.KeyR: t.renewAll, fyne.KeyG: t.open,
	}[key]
	if ok {
		act()
	}
	return ok
}
