package submissions

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

// Page is the page while it is shown: the list, the submission that is read, and
// what is marked in it.
type Page struct {
	room *room.Room
	page *page.Page
	keep *page.Keep

	find  *textview.Field
	none  *look.Text
	list  *look.List
	text  *submissionText
	side  *fyne.Container
	body  *container.Scroll
	mark  *look.Button
	next  *look.Button
	all   []row
	shown []row

	now      data.Submission // that is read; zero: none
	parts    []desk.CablePart
	partsOf  data.ID // the submission that parts are of
	passages []passage
	at       int         // the passage that is shown; -1: none
	form     *markForm   // nil: nothing is being marked
	after    *Page       // that was shown in its place; nil: none
	facts    *factsInPut // nil: nothing is being corrected
}

// Show covers the window with the statements and submissions of others.
func Show(r *room.Room) *Page {
	loc := r.Loc
	p := &Page{room: r, find: textview.NewField(), none: look.Wrapped(""), text: newSubmissionText(), side: look.Column(), at: -1}
	p.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	p.find.Placeholder = loc.T("submissions.find")
	p.find.OnChanged = func(string) { p.set(p.all) }
	p.none.Colour = look.ColourMuted
	p.list = look.NewList(func() int { return len(p.shown) },
		func() fyne.CanvasObject { return newRowView(r) },
		func(i int, row fyne.CanvasObject) { row.(*rowView).set(p.shown[i]) }, p.chosen)
	p.list.OnOpen = func(int) { p.page.Focus(p.text) }
	p.text.OnSelected = p.selected
	p.text.OnChosen = p.pressed
	p.text.OnKey = func(e *fyne.KeyEvent, with fyne.KeyModifier) bool {
		return with&^fyne.KeyModifierShift == 0 && (p.attitude(look.KeyName(e)) || with == 0 && p.key(look.KeyName(e)))
	}
	start := look.Border(look.Inset(8, 8, 12, 8, look.Column(p.find, p.none)), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.body = container.NewVScroll(look.Inset(10, 12, 12, 14, p.side))
	read := look.NewSplit(look.Ground(look.ColourPaper, look.Inset(6, 6, 12, 8, p.text)), p.body, 0.6)
	p.page = page.Show(r, loc.T("submissions.title"), look.NewSplit(page.AtLeast(leastList, start), read, 0.28), p.foot())
	p.page.OnKey = p.key
	p.find.OnEscaped = p.page.Close
	p.Refresh()
	p.page.Focus(p.list)
	p.restore()
	return p
}

// leastList is how high the list is at least, for normal text.
const leastList = 300

func (p *Page) foot() fyne.CanvasObject {
	file := look.NewIconButton(look.IconImport, keyed(p.room, "submissions.take", string(takeKey)), p.take).Rank(look.Plain)
	paste := look.NewIconButton(look.IconCopy, keyed(p.room, "submissions.paste", string(pasteKey)), p.paste).Rank(look.Plain)
	p.next = look.NewButton(keyed(p.room, "submissions.next", string(nextKey)), p.nextPart)
	p.mark = look.NewPrimary(keyed(p.room, "submissions.mark", string(markKey)), func() { p.begin("") })
	return look.Row(file, paste, look.Space(), p.next, p.mark)
}

func keyed(r *room.Room, id, key string) string {
	return r.Loc.T("revisions.keyed", "words", r.Loc.T(id), "key", key)
}

// latest is the page that was shown last in this one's place: after a submission
// was taken in.
func (p *Page) latest() *Page {
	for p.after != nil {
		p = p.after
	}
	return p
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.latest().page.Shown() }

// Refresh shows the desk as it is now; what is being typed stays.
func (p *Page) Refresh() {
	p = p.latest()
	p.set(rowsOf(p.room, p.all))
}

// set shows the rows that have the words that are looked for. What was chosen stays
// chosen, else the first is.
func (p *Page) set(all []row) {
	p.all, p.shown = all, having(all, p.find.Text())
	p.none.SetText(p.room.Loc.T("submissions.none"))
	if len(all) > 0 {
		p.none.SetText(p.room.Loc.T("submissions.none.shown"))
	}
	look.SetShown(p.none, len(p.shown) == 0)
	p.list.Refresh()
	at := max(slices.IndexFunc(p.shown, func(x row) bool { return x.ID == p.now.ID }), min(0, len(p.shown)-1))
	p.list.Mark(at)
	if at < 0 {
		p.read(data.Submission{})
	} else {
		p.read(p.shown[at].Submission)
	}
}

func (p *Page) chosen(i int) {
	if i < len(p.shown) && p.shown[i].ID != p.now.ID {
		p.form, p.facts, p.at = nil, nil, -1
		p.read(p.shown[i].Submission)
		p.restoreMark()
	}
}

// read shows a submission; the zero one shows none.
func (p *Page) read(s data.Submission) {
	another := s.ID != p.now.ID
	p.now = s
	if another {
		p.at = -1
		p.form, p.facts = nil, nil
	}
	p.passages = nil
	if !s.ID.IsZero() {
		p.passages = passagesOf(p.room.Desk, s)
	}
	if p.partsOf != s.ID {
		p.parts, p.partsOf = nil, s.ID
		p.recognise(s)
	}
	p.showAll()
}

// recognise looks for the provisions that a submission names: in a long one that
// takes a while.
func (p *Page) recognise(s data.Submission) {
	if s.ID.IsZero() {
		return
	}
	var parts []desk.CablePart
	p.room.Run(func(context.Context, data.Progress) error {
		parts = p.room.Desk.CableParts(s.Text, s.Lang)
		return nil
	}, func() {
		if p.now.ID == s.ID {
			p.parts = parts
			p.showAll()
		}
	})
}

func (p *Page) showAll() {
	if p.at >= len(p.passages) {
		p.at = -1
	}
	p.text.set(p.now, p.passages, unmarked(p.parts, p.passages))
	p.showSide()
	p.selected()
}

// selected offers to mark the words that are selected.
func (p *Page) selected() {
	if _, _, ok := p.text.runes(); ok && p.mayMark() {
		p.mark.Enable()
	} else {
		p.mark.Disable()
	}
	look.SetShown(p.next, len(unmarked(p.parts, p.passages)) > 0)
}

func (p *Page) mayMark() bool {
	return !p.now.ID.IsZero() && p.room.Desk.Me().Role.May(data.RightTakeNotes)
}

// pressed shows the passage that a person pressed in the text.
func (p *Page) pressed(id string) {
	start, end := p.text.line(id)
	at := slices.IndexFunc(p.passages, func(x passage) bool { return x.start < end && start < x.end })
	if at >= 0 && at != p.at {
		p.at = at
		p.showSide()
	}
}

// ShowOne covers the window with the page, one submission being read.
func ShowOne(r *room.Room, id data.ID) *Page {
	p := Show(r)
	if at := slices.IndexFunc(p.shown, func(x row) bool { return x.ID == id }); at >= 0 {
		p.list.Mark(at)
		p.read(p.shown[at].Submission)
		p.page.Focus(p.text)
	}
	return p
}

// ShowAt is ShowOne with the runes [start, end) of its text selected, if there are any.
func ShowAt(r *room.Room, id data.ID, start, end int) *Page {
	p := ShowOne(r, id)
	if p.now.ID == id && 0 <= start && start < end && end <= len([]rune(p.now.Text)) {
		p.text.pick(start, end)
		p.selected()
	}
	return p
}
