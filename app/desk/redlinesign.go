package desk

import (
	"fyne.io/fyne/v2"

	pages "travaux/app/page"
	"travaux/data"
)

// crossing is how a red line is crossed on a provision, the worst of all.
type crossing uint8

const (
	notCrossed crossing = iota
	maybeCrossed
	crossed
)

func crossingOf(c data.Crossing) crossing {
	if c.Doubt {
		return maybeCrossed
	}
	return crossed
}

// colour is that of the sign in the outline.
func (c crossing) colour() fyne.ThemeColorName { return pages.CrossingColour(c != crossed) }
