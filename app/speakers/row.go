package speakers

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// entry is one row of the list.
type entry struct {
	turn  data.Turn
	place int // among those who wait, from 1; 0: does not wait
	spent time.Duration
	now   bool // has the floor, or goes on after a point of order
}

// entries are the rows of a floor: who has spoken, who speaks, who waits.
func entries(f data.Floor, now time.Time) (all []entry) {
	for _, t := range f.Spoken {
		all = append(all, entry{turn: t, spent: f.Spent(t, now)})
	}
	for _, t := range []data.Turn{f.Interrupted, f.Speaking} {
		if !t.ID.IsZero() {
			all = append(all, entry{turn: t, now: true})
		}
	}
	for i, t := range f.Waiting {
		all = append(all, entry{turn: t, place: i + 1})
	}
	return all
}

// rowView shows one entry: its place or its lamp, who it is, and what is known of
// his time.
type rowView struct {
	widget.BaseWidget
	room  *room.Room
	lamp  *look.LampSign
	place *look.Text
	who   *look.Text
	about *look.Text
	box   fyne.CanvasObject
}

// placeWide is the width of the place in the list, for normal text.
const placeWide = 26

func newRowView(r *room.Room) *rowView {
	v := &rowView{room: r, lamp: look.NewLampSign(), place: look.Ellipsis(""), who: look.Ellipsis("X"), about: look.Ellipsis("X")}
	v.place.Colour, v.about.Colour, v.about.Scale = look.ColourMuted, look.ColourMuted, theme.SizeNameCaptionText
	words := look.Stack(look.Space(), v.who, v.about, look.Space())
	v.box = look.Inset(2, 2, 8, 8, look.FormRow(look.Scaled(placeWide), look.Row(v.lamp, v.place), words))
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) set(e entry) {
	loc := v.room.Loc
	v.who.SetText(spokenAs(v.room, e.turn))
	v.who.Bold, v.who.Colour = e.turn.Ours || e.now, look.ColourText
	look.SetShown(v.lamp, e.place == 0)
	look.SetShown(v.place, e.place > 0)
	v.place.SetText(strconv.Itoa(e.place))
	switch {
	case e.place > 0:
		v.about.SetText(v.waits(e.turn))
	case e.now:
		v.lamp.SetState(look.LampSpeaking)
		v.about.SetText(loc.T("speakers.row.speaks", "time", loc.Time(e.turn.Began)))
	default:
		v.lamp.SetState(look.LampOff)
		v.who.Colour = look.ColourMuted
		v.about.SetText(loc.T("speakers.row.spoke", "time", loc.Time(e.turn.Began), "spent", page.Minutes(e.spent)))
	}
	v.who.Refresh()
	v.box.Refresh()
}

// waits says what somebody waits for and how long he may speak.
func (v *rowView) waits(t data.Turn) string {
	loc := v.room.Loc
	words := loc.T("speakers.class.national")
	switch {
	case t.Point:
		words = loc.T("speakers.class.point")
	case t.Reply:
		words = loc.T("speakers.class.reply")
	case !t.By.National():
		words = loc.T("speakers.class.group")
	}
	if t.Ours {
		words = loc.T("speakers.row.ours", "what", words)
	}
	if t.Limit == 0 {
		return words
	}
	return loc.T("speakers.row.limit", "what", words, "limit", page.Minutes(t.Limit))
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }
