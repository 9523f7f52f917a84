package revisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data/desk"
)

// How high, for normal text, the two sides of a tab are at the least: in less room
// they scroll.
const (
	leastList   = 300
	leastDetail = 420
)

// queueDetail shows one row of the queue: what it says in its own words, inside a
// frame, the redline of its provision, and old and new text side by side.
type queueDetail struct {
	room   *room.Room
	object *fyne.Container
	body   *fyne.Container
	title  *look.Text
	why    *look.Text
	words  *fyne.Container
	frame  *look.Frame
	texts  *bothTexts
	at     int // index of the row that is shown

	good, adapt, escalate, place, open *look.Button
	buttons                            *fyne.Container
}

func newQueueDetail(r *room.Room, acts queueActs) *queueDetail {
	d := &queueDetail{room: r, title: look.Ellipsis(""), why: look.Wrapped(""), words: look.Column(), texts: newBothTexts(r)}
	loc := r.Loc
	d.title.Bold = true
	d.why.Colour = look.ColourMuted
	button := func(id, key string, act func()) *look.Button {
		return look.NewButton(withKey(loc, loc.T(id), key), act)
	}
	d.good = look.NewPrimary(withKey(loc, loc.T("revisions.queue.good"), "S"), acts.good)
	d.adapt = button("revisions.queue.adapt", "A", acts.adapt)
	d.escalate = button("revisions.queue.escalate", "E", acts.escalate)
	d.place = button("revisions.queue.place", "M", acts.place)
	d.open = button("revisions.open", "G", acts.open)
	d.buttons = look.Flow(d.good, d.adapt, d.escalate, d.place, d.open)
	d.frame = look.NewFrame(loc.T("panes.internal"), container.New(&noHigher{lines: 7}, container.NewVScroll(look.Inset(0, 0, 0, 10, d.words))))
	head := look.Inset(2, 8, 10, 12, look.Column(d.title, d.why, d.buttons, d.frame))
	d.body = look.Border(look.Stack(head, look.Rule()), nil, nil, nil, d.texts.object)
	d.object = container.NewStack(page.AtLeast(leastDetail, d.body))
	d.clear()
	return d
}

// clear shows nothing.
func (d *queueDetail) clear() { d.body.Hide() }

// showItem shows an annotation.
func (d *queueDetail) showItem(title, why string, r queueRow, c *desk.Compared) {
	item := *r.item
	d.title.SetText(title)
	d.why.SetText(why)
	d.words.Objects = nil
	for _, l := range annotationOf(d.room.Desk, item, d.room.Loc, d.room.Selection.Lang()) {
		d.words.Add(wordsOf(l))
	}
	d.frame.Show()
	head := d.room.Desk.Me().Role.MayApprove()
	d.good.SetWords(withKey(d.room.Loc, d.room.Loc.T("revisions.queue.good"), "S"))
	look.SetShown(d.good, r.waits)
	look.SetShown(d.adapt, r.waits && !item.To.IsZero())
	look.SetShown(d.escalate, r.waits && !head)
	look.SetShown(d.place, r.waits || r.orphan)
	look.SetShown(d.open, !item.To.IsZero())
	d.texts.showProvisions(c, item)
	d.reveal()
}

// showLapse shows an approval that has lapsed: what was approved against what is
// now.
func (d *queueDetail) showLapse(title, why string, l desk.Lapse) {
	loc := d.room.Loc
	d.title.SetText(loc.T("revisions.change.title", "kind", loc.T("approval.lapsed"), "place", title))
	d.why.SetText(why)
	d.frame.Hide()
	if was, now := l.Was.Stance, l.Now.Stance; was != now {
		d.words.Objects = []fyne.CanvasObject{look.Wrapped(loc.T("panes.history.from-to", "before", loc.Name("stance", string(was)), "after", loc.Name("stance", string(now))))}
		d.frame.Show()
	}
	again := "panes.submit"
	if d.room.Desk.Me().Role.MayApprove() {
		again = "revisions.queue.approve"
	}
	d.good.SetWords(withKey(loc, loc.T(again), "S"))
	d.good.Show()
	for _, b := range []*look.Button{d.adapt, d.escalate, d.place} {
		b.Hide()
	}
	d.open.Show()
	d.texts.showSubjects(l.Was, l.Now, d.room.Selection.Lang())
	d.reveal()
}

func (d *queueDetail) reveal() {
	d.body.Show()
	d.body.Refresh()
}

// wordsOf shows a part of an annotation: what it is, in a few words before it.
func wordsOf(l line) fyne.CanvasObject {
	words := look.Content(l.words, string(l.lang))
	if l.name {
		words = look.Wrapped(l.words)
	}
	if l.title == "" {
		return words
	}
	title := look.Muted(l.title)
	title.Scale = theme.SizeNameCaptionText
	return look.Stack(title, words)
}

// noHigher keeps what scrolls as high as it needs to be, up to so many lines of
// text.
type noHigher struct {
	lines float32
}

func (n *noHigher) MinSize(o []fyne.CanvasObject) fyne.Size {
	scroll := o[0].(*container.Scroll)
	height := scroll.Content.MinSize().Height
	return fyne.NewSize(100, min(height, n.lines*look.Current().TextSize*1.5))
}

func (n *noHigher) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.Position{})
}
