package speakers

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// timer shows who has the floor and for how long, large enough to be read from
// the next seat.
type timer struct {
	room   *room.Room
	lamp   *look.LampSign
	who    *look.Text
	figure *look.Text
	words  *look.Text
	paused *look.Text // whom a point of order interrupted
	object *fyne.Container
}

// times is how much larger the figures are than a heading.
const times = 2.6

func newTimer(r *room.Room) *timer {
	t := &timer{room: r, lamp: look.NewLampSign(), who: look.Wrapped(""), figure: look.NewText("0:00"), words: look.Wrapped(""), paused: look.Wrapped("")}
	t.who.Bold, t.who.Scale = true, theme.SizeNameHeadingText
	t.figure.Bold, t.figure.Scale, t.figure.Times = true, theme.SizeNameHeadingText, times
	t.words.Scale = theme.SizeNameSubHeadingText
	t.paused.Colour = look.ColourMuted
	t.object = look.Column(t.who, look.Row(look.Square(t.lamp, times*20), t.figure), t.words, t.paused)
	return t
}

// show shows the floor at a moment. In the last minute the lamp blinks, once a
// second, as microphones do.
func (t *timer) show(f data.Floor, now time.Time) {
	loc := t.room.Loc
	speaks := !f.Speaking.ID.IsZero()
	for _, o := range []fyne.CanvasObject{t.lamp, t.figure, t.words} {
		look.SetShown(o, speaks)
	}
	look.SetShown(t.paused, !f.Interrupted.ID.IsZero())
	if !speaks {
		t.who.SetText(loc.T("speakers.nobody"))
		return
	}
	c := f.Clock(f.Speaking, now)
	t.who.SetText(spokenAs(t.room, f.Speaking))
	t.figure.SetText(page.ClockFigure(c))
	t.figure.SetColour(ink(c))
	t.words.SetText(page.ClockWords(loc, c))
	t.words.SetColour(ink(c))
	t.lamp.SetState(page.ClockLamp(c, now))
	if !f.Interrupted.ID.IsZero() {
		t.paused.SetText(loc.T("speakers.interrupted", "who", name(t.room, f.Interrupted)))
	}
}

// spokenAs is who has the floor, with what he has it for.
func spokenAs(r *room.Room, t data.Turn) string {
	switch {
	case t.Point:
		return r.Loc.T("speakers.row.point", "who", name(r, t))
	case t.Reply:
		return r.Loc.T("speakers.row.reply", "who", name(r, t))
	}
	return name(r, t)
}

// ink is the colour of the figures of a clock.
func ink(c data.Clock) fyne.ThemeColorName {
	switch c.Phase {
	case data.PhaseLast, data.PhaseOver:
		return look.Lamp(c.Phase).Colour()
	}
	return look.ColourText
}
