package revisions

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
)

// takenTab shows what the Chair took: the proposals at the start, the chosen one
// at the end.
type takenTab struct {
	room     *room.Room
	revision data.ID
	leave    func() // the page, for a provision
	object   fyne.CanvasObject

	outcomes *look.Filters // in the order of data.Uptakes, then ours and others'
	sought   *textview.Field
	order    *look.Select
	none     *look.Text
	list     *look.List
	detail   *takenDetail

	before, after *desk.Text
	all           []takenFacts
	lines         []takenLine
	shown         data.ID // the proposal that is shown
	turn          int     // of the latest reading
}

// takenKeys say what became of a proposal.
var takenKeys = []struct {
	key  string
	name fyne.KeyName
}{{"O", fyne.KeyO}, {"P", fyne.KeyP}, {"E", fyne.KeyE}, {"N", fyne.KeyN}}

// foundKey goes back to what was found.
const foundKey = "F"

func newTakenTab(r *room.Room, revision data.ID, leave func()) *takenTab {
	t := &takenTab{room: r, revision: revision, leave: leave, sought: textview.NewField(), none: look.Wrapped("")}
	loc := r.Loc
	var chips []look.Filter
	for _, u := range data.Uptakes {
		chips = append(chips, look.Filter{Words: loc.Name("uptake", string(u)), Icon: uptakeSigns[u]})
	}
	chips = append(chips, look.Filter{Words: loc.T("taken.ours")}, look.Filter{Words: loc.T("taken.others")})
	t.outcomes = look.NewFilters(chips, func(int, bool) { t.show() })
	t.sought.Placeholder = loc.T("taken.find")
	t.sought.OnChanged = func(string) { t.show() }
	t.sought.OnSubmitted = func(string) { t.Focus() }
	t.sought.OnEscaped = func() { t.sought.SetText(""); t.show(); t.Focus() }
	t.order = look.NewSelect([]string{loc.T("taken.order.outcome"), loc.T("revisions.order.text")}, 0, func(int) { t.show() })
	t.list = look.NewList(func() int { return len(t.lines) },
		func() fyne.CanvasObject { return newTakenRow(loc) },
		func(i int, row fyne.CanvasObject) {
			if l := t.lines[i]; l.at < 0 {
				row.(*takenRow).setGroup(l.words)
			} else {
				row.(*takenRow).set(t.all[l.at])
			}
		},
		func(i int) { t.chosen(i) })
	t.list.OnOpen = func(int) { t.open() }
	t.none.Colour = look.ColourMuted
	t.none.Hide()
	t.detail = newTakenDetail(r, t.overrule, func() { t.Focus() })
	head := look.Inset(2, 6, 10, 6, look.Column(t.outcomes, page.Columns([]float32{3, 2}, t.sought, t.order), t.none))
	start := page.AtLeast(leastList, look.Border(head, nil, nil, nil, look.Ground(look.ColourPaper, t.list)))
	t.object = look.NewSplit(start, t.detail.object, 0.4)
	return t
}

// Title implements tab.
func (t *takenTab) Title() string { return t.room.Loc.T("revisions.tab.taken") }

// Object implements tab.
func (t *takenTab) Object() fyne.CanvasObject { return t.object }

// Focus implements tab.
func (t *takenTab) Focus() { look.Focus(t.room.Window.Canvas(), t.list) }

// Keys implements tab.
func (*takenTab) Keys() []room.Key {
	const where = "revisions.tab.taken"
	var letters []string
	for _, k := range takenKeys {
		letters = append(letters, k.key)
	}
	return []room.Key{
		{Where: where, Keys: letters, Title: "keys.taken.say"},
		{Where: where, Keys: []string{foundKey}, Title: "keys.taken.found"},
		{Where: where, Keys: []string{string(fyne.KeyReturn)}, Title: "keys.taken.go"},
	}
}

// Key implements keyed.
func (t *takenTab) Key(key fyne.KeyName) bool {
	for i, k := range takenKeys {
		if key == k.name {
			t.say(data.Uptakes[i])
			return true
		}
	}
	switch key {
	case fyne.KeyF:
		t.overrule("", "")
	case fyne.KeySlash:
		look.Focus(t.room.Window.Canvas(), t.sought)
	default:
		return false
	}
	return true
}

// Refresh implements tab.
func (t *takenTab) Refresh() {
	t.turn++
	turn, lang := t.turn, t.room.Selection.Lang()
	var before, after *desk.Text
	var all []takenFacts
	t.room.Run(func(ctx context.Context, _ data.Progress) (err error) {
		if before, err = t.room.Desk.Text(t.room.Desk.Before(t.revision)); err != nil {
			return err
		}
		if after, err = t.room.Desk.Text(t.revision); err != nil {
			return err
		}
		list, err := t.room.Desk.Uptakes(ctx, t.revision, lang)
		all = takenRows(list, before, after, t.room.Loc)
		return err
	}, func() {
		if turn != t.turn {
			return
		}
		t.before, t.after, t.all = before, after, all
		outcomes, ours, others := countUptakes(all)
		for i, n := range append(outcomes, ours, others) {
			t.outcomes.SetCount(i, t.room.Loc.Number(n))
		}
		t.show()
	})
}

// show lists what is wanted; the chosen proposal stays chosen if it is among it.
func (t *takenTab) show() {
	wanted := map[data.Uptake]bool{}
	for i, u := range data.Uptakes {
		if t.outcomes.On(i) {
			wanted[u] = true
		}
	}
	n := len(data.Uptakes)
	t.lines = takenLines(t.all, wanted, t.outcomes.On(n), t.outcomes.On(n+1), t.sought.Text(), t.order.Chosen() == 0, t.room.Loc)
	t.list.Mark(-1)
	t.list.Refresh()
	t.none.SetText(t.room.Loc.T("taken.none"))
	look.SetShown(t.none, len(t.lines) == 0 && t.after != nil)
	first := -1
	for i, l := range t.lines {
		if l.at < 0 {
			continue
		}
		if first < 0 {
			first = i
		}
		if t.all[l.at].Proposal.ID == t.shown {
			first = i
			break
		}
	}
	if first < 0 {
		t.detail.clear()
		return
	}
	t.list.Mark(first)
	t.look(first)
}

// chosen follows the selection; the headings of groups are passed over.
func (t *takenTab) chosen(i int) {
	if t.lines[i].at >= 0 {
		t.look(i)
		return
	}
	up := i > 0 && t.lines[i-1].at >= 0 && t.all[t.lines[i-1].at].Proposal.ID != t.shown
	if up {
		i--
	} else {
		i++ // a heading has at least one proposal
	}
	t.list.Mark(i)
	t.look(i)
}

// look shows the proposal of a line.
func (t *takenTab) look(i int) {
	x := t.all[t.lines[i].at]
	t.shown = x.Proposal.ID
	t.detail.show(x, t.before, t.after)
	t.detail.remark.OnSubmitted = func(remark string) { t.overrule(x.Uptake, remark); t.Focus() }
}

// selected is the proposal that is shown.
func (t *takenTab) selected() (takenFacts, bool) {
	if i := t.list.Selected(); i >= 0 && i < len(t.lines) && t.lines[i].at >= 0 {
		return t.all[t.lines[i].at], true
	}
	return takenFacts{}, false
}

// say takes an outcome by its key; saying what was found anyway goes back to it,
// unless there is a remark.
func (t *takenTab) say(u data.Uptake) {
	t.overrule(u, t.detail.remark.Text())
}

// overrule writes down what a person says of the proposal that is shown.
func (t *takenTab) overrule(u data.Uptake, remark string) {
	x, ok := t.selected()
	if !ok {
		return
	}
	if u == x.Found && remark == "" {
		u = ""
	}
	t.room.Act(func(ctx context.Context) error {
		return t.room.Desk.OverruleUptake(ctx, t.revision, x.Proposal.ID, u, remark)
	}, nil)
}

// open leaves the page for the provision in which the words stand.
func (t *takenTab) open() {
	x, ok := t.selected()
	if !ok {
		return
	}
	if _, err := t.room.Desk.Provision(x.Where); x.Where.IsZero() || err != nil {
		t.room.Toast(t.room.Loc.T("taken.not-here"))
		return
	}
	t.leave()
	t.room.Selection.Select(x.Where)
}
