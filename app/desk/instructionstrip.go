package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/mandate"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
)

// orderStrip stands above the tabs of the side panel, whichever is in view: what
// capital has ordered for the provision, in a line, and what is wrong with it. A
// press leads to the instructions.
type orderStrip struct {
	room   *room.Room
	icon   *look.Icon
	words  *look.Text
	open   *look.Button
	object *look.Frame
}

func newOrderStrip(r *room.Room, open func()) *orderStrip {
	s := &orderStrip{room: r, icon: look.NewIcon(look.IconInstruction), words: look.Ellipsis("")}
	s.words.Scale = theme.SizeNameCaptionText
	s.open = look.NewIconButton(look.IconForward, "", open).WithTip(r.Loc.T("instructions.strip.open"))
	s.object = look.NewFrame("", look.Border(nil, nil, look.Inset(0, 0, 0, 6, s.icon), s.open, s.words))
	s.object.Hide()
	return s
}

// set shows the gravest of what is to be known of the instructions on a provision.
func (s *orderStrip) set(all []work.Instructed) {
	words, colour := s.says(all)
	look.SetShown(s.object, words != "")
	icon := look.IconInstruction
	if colour == look.ColourLapsed {
		icon = look.IconWarning
	}
	s.icon.Set(icon, colour)
	s.words.Colour = look.ColourText
	s.words.SetText(words)
}

// says is the line: a contradiction before what lapses soon, what is to be read
// before what is only in force.
func (s *orderStrip) says(all []work.Instructed) (words string, colour fyne.ThemeColorName) {
	loc := s.room.Loc
	var standing []work.Instructed
	for _, i := range all {
		if i.Standing() {
			standing = append(standing, i)
		}
	}
	for _, f := range []data.Flag{data.FlagContradicted, data.FlagLapsesSoon} {
		for _, i := range standing {
			if i.Has(f) {
				return loc.T("instructions.strip.flag", "name", mandate.Name(loc, i.Instruction), "flag", loc.Name("instructions.flag", string(f))), look.ColourLapsed
			}
		}
	}
	for _, i := range standing {
		if i.Await {
			return loc.T("instructions.strip.flag", "name", mandate.Name(loc, i.Instruction), "flag", loc.T("instructions.filter.unread")), look.ColourSubmitted
		}
	}
	switch len(standing) {
	case 0:
		return "", look.ColourMuted
	case 1:
		return loc.T("instructions.strip.flag", "name", mandate.Name(loc, standing[0].Instruction), "flag", mandate.Validity(loc, standing[0])), look.ColourConfidential
	}
	return loc.N("instructions.strip.several", len(standing)), look.ColourConfidential
}
