package intake

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/intake"
	"travaux/data/text"
)

// Review reads a file and covers the window with the review of it. A file that
// cannot be read is answered with the reason.
func Review(r *room.Room, name string, content []byte) { start(r, name, content, func() {}) }

// start begins a review; imported is called once the draft is part of the
// negotiation.
func start(r *room.Room, name string, content []byte, imported func()) {
	var d *draft
	var k kept
	before, whole := false, false
	r.Run(func(ctx context.Context, progress data.Progress) error {
		source, err := intake.ReadTold(ctx, name, content, progress)
		if err != nil {
			return err
		}
		d = newDraft(name, content, source)
		if k, before = readKept(r.Desk, d.digest); before {
			whole = d.redoAll(k)
		}
		return nil
	}, func() {
		v := newReview(r, d)
		v.imported = imported
		if before {
			v.facts.restore(k)
		}
		v.show()
		if before {
			v.tellRestored(whole)
		}
	})
}

// review is the page.
type review struct {
	room  *room.Room
	page  *page.Page
	draft *draft
	node  int // selected

	keep     *page.Keep
	found    kept // the fields before a person changed them
	imported func()

	facts  *facts
	list   *outlineList
	tools  *tools
	source *sourceView
	tabs   *look.TabBar // of the source and the differences
	others *differenceList
	foot   *foot
}

func newReview(r *room.Room, d *draft) *review {
	v := &review{room: r, draft: d, imported: func() {}}
	v.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	v.facts = newFacts(r, d)
	v.found = v.facts.kept()
	v.facts.changes.show(d.reading())
	v.facts.onSymbol = v.compare
	v.facts.onChange = v.note
	v.facts.onLang = v.parseAs
	v.facts.onRead = v.readAs
	v.list = newOutlineList(
		func() int { return len(d.outline.Nodes) }, r.Loc,
		func(i int, row *nodeRow) { row.set(&d.outline.Nodes[i], d.outline.Lang) },
		func(i int) { v.choose(i, true) })
	v.list.undo, v.list.redo, v.list.onKey = v.undo, v.redo, v.key
	v.tools = newTools(v)
	v.source = newSourceView(d.outline.Source, d.outline.Lang)
	v.source.onNode = v.follow
	v.others = newDifferenceList(r.Loc, v.goTo)
	v.foot = newFoot(v)
	return v
}

// leastHigh is how high, for normal text, the page must be for facts and tools and
// some rows of the outline.
const leastHigh = 400

// show lays the page out and covers the window with it.
func (v *review) show() {
	loc := v.room.Loc
	outline := look.Border(v.tools.top, v.tools.bottom, nil, nil, look.Ground(look.ColourPaper, v.list))
	v.tabs = look.NewTabBar(
		look.Tab{Words: loc.T("review.source"), Content: v.source.Document},
		look.Tab{Words: loc.T("review.differences"), Content: v.others.object})
	body := look.NewSplit(look.Inset(4, 0, 10, 4, outline), look.Inset(4, 0, 4, 10, v.tabs), 0.46)
	v.page = page.Show(v.room, loc.T("review.title"), page.AtLeast(leastHigh, look.Border(look.Stack(v.facts.object, look.Rule()), nil, nil, nil, body)), v.foot.object)
	v.page.MayClose = v.foot.mayClose
	v.page.OnKey = v.doubtKey
	for _, e := range []*textview.Editor{&v.facts.symbol.Editor, &v.facts.date.Editor, &v.tools.heading.Editor} {
		e.OnEscaped = v.page.Close
	}
	v.refresh()
	v.compare()
	v.choose(0, true)
	v.list.mark(0)
	v.page.Focus(v.list)
}

// choose makes a node the one the page speaks of.
func (v *review) choose(i int, scroll bool) {
	if len(v.draft.outline.Nodes) == 0 {
		return
	}
	v.node = min(max(i, 0), len(v.draft.outline.Nodes)-1)
	n := &v.draft.outline.Nodes[v.node]
	v.source.show(n, scroll)
	v.tools.show(n)
}

// goTo chooses a node in the list as well.
func (v *review) goTo(i int) {
	v.choose(i, true)
	v.list.mark(v.node)
}

// follow chooses the node at a place of the source.
func (v *review) follow(at text.Place) {
	i := nodeAt(v.draft.outline, at)
	if i < 0 {
		return
	}
	if !v.source.placed && v.has(v.node, at.Block) {
		i = v.node // the keyboard has moved within the node
	}
	v.choose(i, false)
	v.list.mark(i)
}

func (v *review) has(node, block int) bool {
	for _, p := range v.draft.outline.Nodes[node].Pieces {
		if p.Block == block {
			return true
		}
	}
	return false
}

// do makes a change and shows what came of it.
func (v *review) do(e edit) {
	node, ok := v.draft.change(v.node, e)
	if !ok {
		v.room.Toast(v.room.Loc.T("review.impossible"))
		return
	}
	v.changed(node)
}

func (v *review) undo() {
	if node, ok := v.draft.undo(v.node); ok {
		v.changed(node)
	}
}

func (v *review) redo() {
	if node, ok := v.draft.redo(v.node); ok {
		v.changed(node)
	}
}

// changed shows the outline after a change.
func (v *review) changed(node int) {
	v.note()
	v.source.placed = false
	v.source.set(v.draft.outline.Source, v.draft.outline.Lang)
	v.facts.showLang()
	v.facts.changes.show(v.draft.reading())
	v.refresh()
	v.compare()
	v.goTo(node)
}

// refresh shows the list and what is counted anew.
func (v *review) refresh() {
	v.list.Refresh()
	v.facts.count(v.draft)
	v.tools.count()
}

// parseAs reads the outline anew as of another language. It is a change like
// any other and can be taken back.
func (v *review) parseAs(lang data.Lang) {
	if lang != v.draft.outline.Lang {
		v.anew(read(lang))
	}
}

// readAs reads the file with its changes accepted, rejected or as a redline,
// and can be taken back as well.
func (v *review) readAs(r intake.Reading) {
	if r != v.draft.reading() {
		v.anew(view(r))
	}
}

// anew makes a change that parses the whole text.
func (v *review) anew(e edit) {
	now, file := v.draft.outline, v.draft.file
	var next *text.Outline
	v.room.Run(func(context.Context, data.Progress) error {
		next, _ = e.apply(file, now)
		return nil
	}, func() {
		v.draft.take(v.node, e, next)
		v.changed(0)
	})
}

// compare looks whether the text is there in other languages, and how their
// structure differs.
func (v *review) compare() {
	loc := v.room.Loc
	rev, there := revisionOf(v.room.Desk, v.facts.symbolText())
	v.facts.join(rev, there, v.draft.outline.Lang)
	v.foot.join(there, v.draft.outline.Lang, rev)
	if !there {
		v.others.set(nil, v.draft.outline)
		v.tabs.SetCount(1, "")
		return
	}
	t, err := v.room.Desk.Text(rev.ID)
	if err != nil {
		v.room.Fail(err)
		return
	}
	list := differences(t, v.draft.outline)
	v.others.set(list, v.draft.outline)
	v.tabs.SetCount(1, loc.Number(len(list)))
}

// key is a key of the list that does not move in it; it tells whether the review
// has a use for it.
func (v *review) key(name fyne.KeyName) bool {
	out, in := fyne.KeyLeft, fyne.KeyRight
	if look.Current().RightToLeft {
		out, in = in, out
	}
	switch {
	case v.doubtKey(name):
	case name == out:
		v.do(promote(v.node))
	case name == in:
		v.do(demote(v.node))
	case name == fyne.KeyBackspace:
		v.do(merge(v.node))
	case name == fyne.KeyReturn, name == fyne.KeyEnter:
		v.page.Focus(v.tools.heading)
	case name == fyne.KeyEscape:
		v.page.Close()
	default:
		return false
	}
	return true
}

// doubtKey goes from doubt to doubt, also while nothing has the keyboard.
func (v *review) doubtKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyF7:
		v.doubt(-1)
	case fyne.KeyF8:
		v.doubt(1)
	default:
		return false
	}
	return true
}

// doubt goes to the next or the previous doubtful place.
func (v *review) doubt(step int) {
	if i := v.draft.nextDoubt(v.node, step); i >= 0 {
		v.goTo(i)
	}
}

// split divides the selected node at the word that was pressed in the source.
func (v *review) split() {
	n := &v.draft.outline.Nodes[v.node]
	at, ok := v.source.splitPlace(n)
	if !ok {
		v.room.Toast(v.room.Loc.T("review.split.where"))
		return
	}
	offset, _ := offsetAt(n, at)
	v.do(split(v.node, offset))
}
