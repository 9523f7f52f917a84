package delegation

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
	"travaux/data/marking"
	"travaux/export"
	"travaux/translations"
)

const (
	ownLevels = "delegation.own-levels" // catalogue id of the levels that a delegation writes
	schemeKey = "delegation.scheme"     // key of a scheme that was chosen and not saved
)

// schemeChoice chooses how the delegation marks what is confidential, and shows
// the levels of what is chosen.
type schemeChoice struct {
	loc    *translations.Localizer
	object fyne.CanvasObject
	choice *look.Select
	about  *look.Text
	own    []fyne.CanvasObject // fields that only an own scheme needs
}

func newSchemeChoice(loc *translations.Localizer, chosen func(id string)) *schemeChoice {
	c := &schemeChoice{loc: loc, about: look.Wrapped("")}
	c.about.Colour = look.ColourMuted
	var names []string
	for _, id := range marking.Schemes {
		names = append(names, loc.Name("scheme", id))
	}
	c.choice = look.NewSelect(names, 0, func(i int) { chosen(marking.Schemes[i]) })
	c.object = look.Column(
		look.FormRow(look.Scaled(labelWidth), look.Wrapped(loc.T("delegation.scheme")), c.choice),
		look.FormRow(look.Scaled(labelWidth), look.Space(), c.about),
	)
	return c
}

// choose shows a scheme as the chosen one; "" is the first.
func (c *schemeChoice) choose(id string) {
	c.choice.Choose(max(slices.Index(marking.Schemes, id), 0))
}

// tell lists the levels with their marks, and shows the fields of an own scheme
// only for one.
func (c *schemeChoice) tell(n data.Negotiation) {
	var levels []string
	for _, l := range marking.Of(n).Levels {
		name := export.LevelName(l, c.loc)
		if len(l.Portions) > 0 {
			name = c.loc.T("delegation.level", "name", name, "mark", c.loc.Isolate(l.Portion(data.Lang(c.loc.Lang()))))
		}
		levels = append(levels, name)
	}
	c.about.SetText(c.loc.T("delegation.scheme.levels", "levels", c.loc.List(levels)))
	for _, row := range c.own {
		if n.Scheme == "own" {
			row.Show()
		} else {
			row.Hide()
		}
	}
}
