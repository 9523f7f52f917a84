package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
)

// contestedLine says, below the name of the provision, that something about it was
// written on several laptops in different ways, and leads to where that is settled.
type contestedLine struct {
	room      *room.Room
	words     *look.Text
	object    *fyne.Container
	provision data.ID
}

func newContestedLine(r *room.Room, settle func(provision data.ID)) *contestedLine {
	l := &contestedLine{room: r, words: look.Wrapped("")}
	l.words.Colour = look.ColourLapsed
	sign := look.NewIcon(look.IconSplit)
	sign.Set(look.IconSplit, look.ColourLapsed)
	open := look.NewButton(r.Loc.T("conflicts.settle"), func() { settle(l.provision) }).Rank(look.Quiet)
	l.object = look.Inset(0, 4, 0, 0, look.Border(nil, nil, look.Inset(0, 0, 0, 6, sign), open, l.words))
	l.object.Hide()
	return l
}

// load shows the line for a provision that needs it.
func (l *contestedLine) load(provision data.ID) {
	l.provision = provision
	n := l.room.Desk.InConflict()[provision]
	if n > 0 {
		l.words.SetText(l.room.Loc.N("conflicts.here", n))
	}
	look.SetShown(l.object, n > 0)
}
