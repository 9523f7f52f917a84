package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/translations/typeset"
)

// foundRow is one line of the palette: a sign, the name, what is said after it,
// and at the end the shortcut, or why the entry cannot be chosen.
type foundRow struct {
	widget.BaseWidget
	icon                *look.Icon
	words, detail, hint *look.Text
	line                *fyne.Container
}

func newFoundRow() *foundRow {
	r := &foundRow{icon: look.NewIcon(""), words: look.Ellipsis(""), detail: look.Ellipsis(""), hint: look.Muted("")}
	r.detail.Colour = look.ColourMuted
	r.line = look.Inset(4, 4, 8, 12, look.Row(r.icon, r.words, r.detail, look.Space(), r.hint))
	r.ExtendBaseWidget(r)
	return r
}

func (r *foundRow) set(f *findable) {
	colour := look.ColourText
	r.detail.Colour, r.hint.Colour = look.ColourMuted, look.ColourMuted
	if f.Off {
		colour = look.ColourDisabled
		r.detail.Colour, r.hint.Colour = look.ColourDisabled, look.ColourDisabled
	}
	r.icon.Set(f.Icon, colour)
	r.words.Colour, r.words.Text = colour, f.Words
	r.detail.Text, r.detail.Lang, r.detail.Direction = f.Detail, f.Lang, r.words.Direction
	if f.Lang != "" {
		r.detail.Direction = typeset.Auto
	}
	r.hint.Text = f.Hint
	for _, t := range []*look.Text{r.words, r.detail, r.hint} {
		t.Refresh()
	}
	r.line.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *foundRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.line) }
