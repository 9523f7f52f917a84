package speakers

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
)

// limitField is how long the chosen one may speak, where the chair grants other
// than the limit of the meeting. Empty is that of the meeting again; for who has
// the floor it is none.
type limitField struct {
	page   *Page
	field  *textview.Field
	set    *look.Button
	object fyne.CanvasObject
	turn   data.ID
	shown  string // the limit as it was when it was shown
}

func newLimitField(p *Page) *limitField {
	loc := p.room.Loc
	l := &limitField{page: p, field: textview.NewField()}
	l.field.Placeholder = loc.T("meeting.minutes")
	l.field.OnSubmitted = func(string) { l.grant() }
	l.field.OnEscaped = func() {
		l.field.SetText(l.shown)
		p.page.Focus(p.list)
	}
	l.set = look.NewButton(loc.T("speakers.limit.set"), l.grant)
	name := look.Wrapped(loc.T("revisions.keyed", "words", loc.T("speakers.limit"), "key", string(limitKey)))
	name.Colour = look.ColourMuted
	l.object = page.Columns([]float32{4, 2, 2}, name, l.field, l.set)
	return l
}

// show shows the limit of a turn. What is being typed for it stays, unless the limit
// has changed meanwhile.
func (l *limitField) show(t data.Turn) {
	limit := data.WriteSpeakingTime(t.Limit)
	if t.ID != l.turn || limit != l.shown {
		l.turn, l.shown = t.ID, limit
		l.field.SetText(limit)
	}
	able := !t.ID.IsZero() && t.Ended.IsZero()
	l.set.SetEnabled(able)
	if able {
		l.field.Enable()
	} else {
		l.field.Disable()
	}
}

func (l *limitField) focus() {
	if !l.field.Disabled() {
		l.page.page.Focus(l.field)
		l.field.Select(0, len([]rune(l.field.Text())))
	}
}

// grant gives the chosen one the time that was typed; what is none is refused, and
// stays in the field.
func (l *limitField) grant() {
	p := l.page
	t := p.chosen()
	limit, err := data.ParseSpeakingTime(l.field.Text())
	if err != nil {
		p.room.Fail(err)
		return
	}
	t.Limit = limit
	p.room.Act(func(ctx context.Context) error { _, err := p.room.Desk.SetTurn(ctx, t); return err }, func() {
		l.turn = data.ID{} // shown anew, also where nothing has changed
		p.Refresh()
		p.page.Focus(p.list)
	})
}
