package speakers

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
)

// inscription is the field in which it is typed who asks for the floor, with what
// is understood of it below: "egy nam" is Egypt, on behalf of NAM. Up and Down
// choose another reading.
type inscription struct {
	page     *Page
	keep     *page.Keep
	field    *textview.Field
	says     *look.Text
	acts     []*look.Button
	object   *fyne.Container
	readings []data.Speaker
	at       int // the reading that is chosen
}

// typedKey is the key of what is typed and was never inscribed.
const typedKey = "speakers.inscription"

func newInscription(p *Page) *inscription {
	loc := p.room.Loc
	in := &inscription{page: p, field: textview.NewField(), says: look.Wrapped("")}
	in.keep = page.NewKeep(p.room.Desk, func(err error) { fyne.Do(func() { p.room.Fail(err) }) })
	in.field.Placeholder = loc.T("speakers.placeholder")
	in.field.OnChanged = in.typed
	in.field.OnSubmitted = func(string) { in.inscribe(data.Turn{}) }
	in.field.OnEscaped = func() {
		if in.field.Text() == "" {
			p.page.Focus(p.list)
			return
		}
		in.clear()
	}
	in.field.OfferKeys(in.choose)
	in.acts = []*look.Button{
		look.NewPrimary(loc.T("speakers.inscribe"), func() { in.inscribe(data.Turn{}) }),
		look.NewButton(loc.T("speakers.reply"), func() { in.inscribe(data.Turn{Reply: true}) }),
		look.NewButton(loc.T("speakers.point"), func() { in.take(data.Turn{Point: true}) }),
		look.NewButton(loc.T("speakers.speaks"), func() { in.take(data.Turn{}) }),
	}
	acts := look.Flow()
	for _, b := range in.acts {
		acts.Add(b)
	}
	in.object = look.Column(in.field, in.says, acts)
	kept, _ := in.keep.Read(typedKey)
	in.field.SetText(kept)
	in.read(kept)
	return in
}

func (in *inscription) typed(text string) {
	in.keep.Note(typedKey, text)
	in.read(text)
}

// read finds what was typed means.
func (in *inscription) read(text string) {
	in.readings, in.at = readings(in.page.room.Desk.Register(), text), 0
	in.show()
}

// show says what is understood, and what else might be.
func (in *inscription) show() {
	r := in.page.room
	for _, b := range in.acts {
		b.SetEnabled(len(in.readings) > 0)
	}
	in.says.Colour = look.ColourText
	if len(in.readings) == 0 {
		in.says.Colour = look.ColourMuted
		in.says.SetText(r.Loc.T("speakers.how"))
		in.says.Refresh()
		return
	}
	words := page.Speaker(r.Loc, r.Desk.Register(), in.readings[in.at])
	if n := len(in.readings); n > 1 {
		words = r.Loc.T("speakers.reading", "who", words, "n", r.Loc.Number(in.at+1), "of", r.Loc.Number(n))
	}
	in.says.SetText(words)
	in.says.Refresh()
}

// choose goes to another reading of what was typed, or from an empty field to the
// list.
func (in *inscription) choose(e *fyne.KeyEvent) bool {
	step := 0
	switch e.Name {
	case fyne.KeyDown:
		step = 1
	case fyne.KeyUp:
		step = -1
	default:
		return false
	}
	switch n := len(in.readings); {
	case n > 1:
		in.at = (in.at + step + n) % n
		in.show()
	case n == 0 && step > 0 && len(in.page.rows) > 0:
		in.page.page.Focus(in.page.list)
	}
	return true
}

// inscribe puts who was typed on the list.
func (in *inscription) inscribe(t data.Turn) {
	in.do(t, func(ctx context.Context, t data.Turn) error {
		_, err := in.page.room.Desk.Inscribe(ctx, t)
		return err
	})
}

// take notes that who was typed speaks now.
func (in *inscription) take(t data.Turn) {
	in.do(t, func(ctx context.Context, t data.Turn) error {
		_, err := in.page.room.Desk.TakeFloor(ctx, t)
		return err
	})
}

func (in *inscription) do(t data.Turn, act func(context.Context, data.Turn) error) {
	if len(in.readings) == 0 {
		return
	}
	p := in.page
	t.By, t.Meeting = in.readings[in.at], p.meeting.ID
	p.room.Act(func(ctx context.Context) error { return act(ctx, t) }, func() {
		in.clear()
		p.Refresh()
		p.page.Focus(in.field)
	})
}

// clear empties the field.
func (in *inscription) clear() {
	in.keep.Drop(typedKey)
	in.field.SetText("")
	in.read("")
}
