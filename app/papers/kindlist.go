package papers

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/export/paper"
)

// kindList offers the kinds of paper: those for the outside, and in a confidential
// frame those that are the delegation's own.
type kindList struct {
	object fyne.CanvasObject
	public *look.List
	ours   *look.List

	outside, own []paper.Kind
}

// newKindList makes it; chosen is told another kind.
func newKindList(r *room.Room, chosen func(paper.Kind)) *kindList {
	k := &kindList{}
	for _, kind := range paper.Kinds {
		if kind.Ours {
			k.own = append(k.own, kind)
		} else {
			k.outside = append(k.outside, kind)
		}
	}
	k.public = kindRows(r, k.outside, func(i int) { k.ours.Mark(-1); chosen(k.outside[i]) })
	k.ours = kindRows(r, k.own, func(i int) { k.public.Mark(-1); chosen(k.own[i]) })
	rows := look.Column(sized(k.public, len(k.outside)))
	if len(k.own) > 0 {
		rows.Add(look.NewFrame(page.ReadersName(r.Loc, data.AudienceDelegation), sized(k.ours, len(k.own))))
	}
	k.object = page.Scroll(look.Inset(8, 8, 6, 6, rows))
	return k
}

func kindRows(r *room.Room, kinds []paper.Kind, chosen func(int)) *look.List {
	return look.NewList(func() int { return len(kinds) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) {
			v := row.(*page.TwoLines)
			v.Title.SetText(kinds[i].Name(r.Loc))
			v.State.SetText(kinds[i].Hint(r.Loc))
			v.State.Colour = look.ColourMuted
			v.Refresh()
		}, chosen)
}

// mark shows which kind is chosen.
func (k *kindList) mark(id string) {
	at := func(list []paper.Kind) int {
		return slices.IndexFunc(list, func(x paper.Kind) bool { return x.ID == id })
	}
	k.public.Mark(at(k.outside))
	k.ours.Mark(at(k.own))
}

// sized gives a list the height of so many rows.
func sized(list *look.List, rows int) fyne.CanvasObject {
	return ofHeight(func() float32 { return list.HeightOf(rows) }, list)
}
