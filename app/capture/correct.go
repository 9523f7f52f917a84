package capture

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/capture"
)

// Correct puts a view that was recorded, whenever that was, into the line to be
// corrected there, on its provision or issue. What was being typed comes back
// afterwards.
func (b *Bar) Correct(v data.View) {
	b.cancel()
	b.typed = b.field.Text()
	card := 0
	if !v.Proposal.IsZero() {
		card = 1 + slices.IndexFunc(b.room.Desk.Proposals(v.Provision), func(p data.Proposal) bool { return p.ID == v.Proposal })
	}
	b.recalled = &line{
		text: capture.Write(v, card, b.room.Desk.Register()), provision: v.Provision, issue: v.Issue, said: v.Said, lang: v.Lang,
		was: []data.View{v}, views: []data.ID{v.ID}, done: true,
	}
	b.set(b.recalled.text)
	b.Focus()
}

// Correcting is the view in the line that is being corrected there; zero: none, or
// several.
func (b *Bar) Correcting() data.ID {
	if b.recalled == nil {
		return data.ID{}
	}
	if views := b.recalled.state().views; len(views) == 1 {
		return views[0]
	}
	return data.ID{}
}

// restore makes of the views of a line what they were before it.
func (b *Bar) restore(x *line) {
	b.do(func(ctx context.Context) {
		now := x.state().views
		if _, err := b.room.Desk.CorrectViews(ctx, now, x.was); err != nil {
			x.finish(nil, now, err)
			x.setGone(false)
		}
	})
}
