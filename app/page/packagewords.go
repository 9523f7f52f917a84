package page

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
)

// PackageColour is the colour of a package's state, which always stands beside its
// words.
func PackageColour(s data.PackageState) fyne.ThemeColorName {
	switch s {
	case data.PackageBroken:
		return look.ColourDanger
	case data.PackageOpen:
		return look.ColourSubmitted
	}
	return look.ColourApproved
}

// Cited names provisions of the current text, or of a treaty's, in a line.
func Cited(r *room.Room, ids []data.ID) string {
	var all []string
	for _, id := range ids {
		if p, err := r.Desk.Provision(id); err == nil {
			all = append(all, r.Loc.Cite(p.Path))
		} else {
			all = append(all, r.Loc.T("packages.gone"))
		}
	}
	return r.Loc.List(all)
}

// PackageCondition says what a condition asks, and why it is not so.
func PackageCondition(r *room.Room, m data.ConditionMet) string {
	c, loc := m.Condition, r.Loc
	asked := loc.T("packages.condition."+string(c.Kind), "place", Cited(r, []data.ID{c.Provision}),
		"words", loc.Quote(loc.Isolate(Beginning(c.Words))),
		"state", loc.Name("text-state", string(c.State)), "stance", loc.Name("stance", string(c.Stance)))
	if m.Why == "" {
		return asked
	}
	return loc.T("packages.not-met", "condition", asked, "why", loc.T(m.Why))
}
