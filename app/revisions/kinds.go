package revisions

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
)

// kindSigns tell the kinds of pair apart by shape.
var kindSigns = map[data.PairKind]look.IconName{
	data.PairUnchanged: look.IconSame, data.PairChanged: look.IconOther, data.PairRenumbered: look.IconNumber, data.PairMoved: look.IconMoved,
	data.PairSplit: look.IconSplit, data.PairMerged: look.IconMerged, data.PairNew: look.IconAdd, data.PairGone: look.IconLess,
}

// kindColours ink the signs; they never tell a kind alone.
var kindColours = map[data.PairKind]fyne.ThemeColorName{
	data.PairUnchanged: look.ColourMuted, data.PairChanged: look.ColourText, data.PairRenumbered: look.ColourMuted, data.PairMoved: look.ColourMoved,
	data.PairSplit: look.ColourMoved, data.PairMerged: look.ColourMoved, data.PairNew: look.ColourInserted, data.PairGone: look.ColourDeleted,
}
