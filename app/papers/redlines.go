package papers

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
)

// overrideKey is where the reason for letting a paper out is kept while it is
// typed.
const overrideKey = "papers.override"

// crossedBox shows, before a paper is made, which of its lines cross red lines, and
// lets the head let it out with a reason.
type crossedBox struct {
	form    *form
	list    *fyne.Container
	reason  *textview.Editor
	release *look.Button
	asking  fyne.CanvasObject // for the head
	note    *look.Text
	object  *look.Frame
	papers  []desk.PublicOptions // that cross and are not let out
}

func newCrossedBox(f *form) *crossedBox {
	loc := f.room.Loc
	b := &crossedBox{form: f, list: look.Column(), reason: textview.NewEditor(), note: look.Wrapped("")}
	b.reason.MinRows, b.reason.MaxRows = 2, 5
	b.reason.Placeholder = loc.T("redline.override.reason")
	if text, ok := f.summary.keep.Read(overrideKey); ok {
		b.reason.SetText(text)
	}
	b.reason.OnChanged = func(text string) { f.summary.keep.Note(overrideKey, text) }
	b.release = look.NewButton(loc.T("redline.override.do"), b.override)
	b.asking = look.Column(b.reason, look.Row(look.Space(), b.release))
	b.object = look.NewFrame(loc.T("redline.override.frame"), look.Column(b.list, b.note, b.asking))
	b.object.Hide()
	return b
}

// refresh finds what the ordered papers cross; it reports whether one would be
// refused.
func (b *crossedBox) refresh(o order) (refused bool) {
	d, loc := b.form.room.Desk, b.form.room.Loc
	b.papers, b.list.Objects = nil, nil
	shown := map[data.ID]bool{}
	for _, lang := range o.langs {
		list, overridden, err := d.PaperCrossings(o.options(lang))
		if err != nil && data.CodeOf(err) != desk.CodeNoText {
			b.form.room.Fail(err)
		}
		if len(list) > 0 && !overridden {
			b.papers = append(b.papers, o.options(lang))
		}
		for _, x := range list {
			if !shown[x.Provision] {
				shown[x.Provision] = true
				b.list.Add(b.line(x))
			}
		}
	}
	refused = len(b.papers) > 0
	id := "redline.override.done"
	head := d.Me().Role.May(data.RightOverride)
	switch {
	case refused && head:
		id = "redline.override.ask"
	case refused:
		id = "redline.override.others"
	}
	b.note.SetText(loc.T(id))
	say(b.note, true, loc.T(id))
	if refused && head {
		b.asking.Show()
	} else {
		b.asking.Hide()
	}
	if len(shown) > 0 {
		b.object.Show()
	} else {
		b.object.Hide()
	}
	b.object.Refresh()
	return refused
}

// line is one line of a paper with what it crosses.
func (b *crossedBox) line(x desk.PaperCrossing) fyne.CanvasObject {
	loc := b.form.room.Loc
	where := look.Wrapped(loc.Cite(x.Path))
	where.Bold = true
	out := look.Stack(where)
	for _, c := range x.Crossings {
		out.Add(page.CrossingLine(page.CrossingWords(loc, c), c.Doubt))
	}
	return out
}

// override lets the papers out with the reason that was typed.
func (b *crossedBox) override() {
	r, papers, reason := b.form.room, b.papers, b.reason.Text()
	r.Act(func(ctx context.Context) error { return r.Desk.Override(ctx, reason, papers...) }, func() {
		b.form.summary.keep.Drop(overrideKey)
		b.reason.SetText("")
		b.form.refresh()
	})
}
