package capital

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// rowView shows a request in the list: what it is about, and its deadline or what
// became of it.
type rowView struct {
	widget.BaseWidget
	room  *room.Room
	title *look.Text
	state *look.Text
	box   fyne.CanvasObject
}

func newRowView(r *room.Room) *rowView {
	v := &rowView{room: r, title: look.Ellipsis("X"), state: look.Ellipsis("X")}
	v.title.Bold = true
	v.state.Scale = theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 8, 8, look.Stack(look.Space(), v.title, v.state, look.Space()))
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) set(r data.Request) {
	loc := v.room.Loc
	place := loc.T("capital.whole")
	if !r.Provision.IsZero() {
		place = page.Cited(v.room, []data.ID{r.Provision})
	}
	title := place
	if !look.FramesBlanked() {
		title = loc.T("capital.row", "place", place, "question", loc.Isolate(r.Question))
	}
	v.title.SetText(title)
	v.state.Colour = look.ColourMuted
	switch {
	case !r.Answered.IsZero():
		v.state.Colour = look.ColourApproved
		v.state.SetText(loc.T("capital.state.answered"))
	case r.Closed:
		v.state.SetText(loc.T("capital.state.closed"))
	case r.Deadline.IsZero():
		v.state.SetText(loc.T("capital.deadline.none"))
	default:
		if time.Now().After(r.Deadline.End()) {
			v.state.Colour = look.ColourDanger
		}
		v.state.SetText(loc.T("capital.state.due", "when", clocks(v.room, r.Deadline)))
	}
	v.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }

// clocks writes a moment on the clock that it names, and on those of the place and
// of capital where these are others.
func clocks(r *room.Room, m data.Moment) string {
	n := r.Desk.Negotiation()
	words := r.Loc.Moment(m.Local(), m.Zone, m.Day)
	at := m.Time
	if m.Day {
		at = m.End().Add(-time.Minute)
	}
	shown := map[string]bool{m.Zone: true}
	for _, zone := range []string{n.Place, n.Capital} {
		if zone != "" && !shown[zone] {
			shown[zone] = true
			words = r.Loc.T("capital.both", "one", words, "other", r.Loc.Moment(data.At(at, zone).Local(), zone, false))
		}
	}
	return words
}
