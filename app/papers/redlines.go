package papers

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
)

// overrideKey is where the reason for letting a paper out is kept while it is
// typed.
const overrideKey = "papers.override"

// crossedBox shows, before a paper is made, which of its lines cross red lines, and
// lets the head let it out with a reason.
type crossedBox struct {
	*page.Override
	form   *form
	papers []desk.PublicOptions // that cross and are not let out
}

func newCrossedBox(f *form) *crossedBox {
	b := &crossedBox{form: f}
	b.Override = page.NewOverride(f.room, f.summary.keep, overrideKey, b.override)
	return b
}

// hide shows nothing of red lines: the kind of paper does not speak of our positions.
func (b *crossedBox) hide() { b.Show(false, false) }

// refresh finds what the ordered papers cross; it reports whether one would be
// refused.
func (b *crossedBox) refresh(o order) (refused bool) {
	d := b.form.room.Desk
	b.papers, b.Lines.Objects = nil, nil
	shown := map[data.ID]bool{}
	for _, lang := range o.langs {
		list, overridden, err := d.PaperCrossings(o.options(lang, b.form.room.Loc.Cite))
		if err != nil && data.CodeOf(err) != desk.CodeNoText {
			b.form.room.Fail(err)
		}
		if len(list) > 0 && !overridden {
			b.papers = append(b.papers, o.options(lang, b.form.room.Loc.Cite))
		}
		for _, x := range list {
			if !shown[x.Provision] {
				shown[x.Provision] = true
				b.Lines.Add(b.line(x))
			}
		}
	}
	b.Show(len(shown) > 0, len(b.papers) > 0)
	return len(b.papers) > 0
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
func (b *crossedBox) override(reason string) {
	d, papers := b.form.room.Desk, b.papers
	b.Act(func(ctx context.Context) error { return d.Override(ctx, reason, papers...) }, func() { b.form.refresh() })
}
