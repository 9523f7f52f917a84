package redlines

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// lineRow is one red line in the list: whether it is crossed, what it is, and on
// what.
type lineRow struct {
	widget.BaseWidget
	room  *room.Room
	sign  *look.Icon
	title *look.Text
	where *look.Text
	box   *fyne.Container
}

func newLineRow(r *room.Room) *lineRow {
	w := &lineRow{room: r, sign: look.NewIcon(look.IconPosition), title: look.Ellipsis(""), where: look.Ellipsis("")}
	w.where.Colour = look.ColourMuted
	w.box = look.Inset(4, 4, 8, 8, look.Border(nil, nil, look.Inset(0, 0, 0, 8, w.sign), nil, look.Stack(w.title, w.where)))
	w.ExtendBaseWidget(w)
	return w
}

func (w *lineRow) set(r data.RedLine, crossed []data.Crossing) {
	loc := w.room.Loc
	colour, state := look.ColourApproved, "redline.state.holds"
	for _, c := range crossed {
		switch {
		case c.Doubt && colour == look.ColourApproved:
			colour, state = look.ColourReturned, "redline.state.doubt"
		case !c.Doubt:
			colour, state = look.ColourDanger, "redline.state.crossed"
		}
	}
	w.sign.Set(look.IconPosition, colour)
	w.title.SetText(page.RedLineTitle(loc, r))
	w.where.SetText(loc.T(state) + "  ·  " + scopeWords(w.room, r.Provisions))
	w.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (w *lineRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.box) }

// scopeWords names what a red line is on.
func scopeWords(r *room.Room, provisions []data.ID) string {
	if len(provisions) == 0 {
		return r.Loc.T("panes.scope.whole")
	}
	var places []string
	for _, id := range provisions {
		places = append(places, placeOf(r, id))
	}
	return r.Loc.T("panes.scope.on", "places", r.Loc.List(places))
}

// placeOf names a provision; one that is not in the text any more is named so.
func placeOf(r *room.Room, id data.ID) string {
	if p, err := r.Desk.Provision(id); err == nil {
		return r.Loc.Cite(p.Path)
	}
	return r.Loc.T("redline.place.gone")
}
