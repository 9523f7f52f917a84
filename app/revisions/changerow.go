package revisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/translations"
	"travaux/translations/typeset"
)

// changeRow is a pair in the list: the sign of its kind, where it is, whether it
// is doubtful or was confirmed, and below how it begins.
type changeRow struct {
	widget.BaseWidget
	loc   *translations.Localizer
	sign  *look.Icon
	place *look.Text
	state *look.Icon
	words *look.Text
	box   *fyne.Container
}

func newChangeRow(loc *translations.Localizer) *changeRow {
	r := &changeRow{loc: loc, sign: look.NewIcon(look.IconSame), place: look.Ellipsis("X"), state: look.NewIcon(look.IconWarning), words: look.Ellipsis("X")}
	r.place.Bold = true
	r.words.Colour, r.words.Direction, r.words.Scale = look.ColourMuted, typeset.Auto, theme.SizeNameCaptionText
	r.box = look.Inset(3, 3, 8, 8, look.Stack(look.Row(r.sign, r.place, look.Space(), r.state), r.words))
	r.ExtendBaseWidget(r)
	return r
}

func (r *changeRow) set(x change, lang string) {
	r.sign.Set(kindSigns[x.kind], kindColours[x.kind])
	r.place.SetText(x.place)
	r.words.Lang = lang
	r.words.SetText(x.words)
	switch {
	case x.confirmed:
		r.state.Set(look.IconApprove, look.ColourApproved)
		r.state.Show()
	case x.doubtful:
		r.state.Set(look.IconWarning, look.ColourReturned)
		r.state.Show()
	default:
		r.state.Hide()
	}
	r.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *changeRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }
