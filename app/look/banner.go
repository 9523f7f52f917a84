package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/translations/typeset"
)

// Banner is the marking of all that a window shows, as a strip along its top or
// its bottom: the words, and a line in the colour of their level, which is the
// same in every appearance. Without words it takes no room.
type Banner struct {
	widget.BaseWidget
	text *Text
	line color.NRGBA
	foot bool // the line is below the words
}

// bannerLine is how thick the line is.
const bannerLine = 3

// NewBanner makes a hidden Banner; one at the foot of a window has its line at
// the outside too.
func NewBanner(foot bool) *Banner {
	b := &Banner{text: Ellipsis(""), foot: foot}
	b.text.Bold, b.text.Scale, b.text.Align = true, theme.SizeNameCaptionText, typeset.Centre
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// SetLevel shows a marking in a colour (red, green, blue); "" hides the banner.
func (b *Banner) SetLevel(words string, colour [3]uint8) {
	line := color.NRGBA{colour[0], colour[1], colour[2], 0xFF}
	if b.text.Text == words && b.line == line {
		return
	}
	b.line = line
	b.text.SetText(words)
	if words == "" {
		b.Hide()
		return
	}
	b.Show()
	b.Refresh()
}

// Words are what the banner says.
func (b *Banner) Words() string { return b.text.Text }

// CreateRenderer implements fyne.Widget.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(b.line)
	least := func() fyne.Size {
		return fyne.NewSize(0, b.text.MinSize().Height+bannerLine+1)
	}
	place := func(size fyne.Size) {
		high := b.text.MinSize().Height
		at, words := float32(0), float32(bannerLine)
		if b.foot {
			at, words = size.Height-bannerLine, 1
		}
		line.Move(fyne.NewPos(0, at))
		line.Resize(fyne.NewSize(size.Width, bannerLine))
		b.text.Move(fyne.NewPos(0, words))
		b.text.Resize(fyne.NewSize(size.Width, high))
	}
	colour := func() {
		line.FillColor = b.line
		line.Refresh()
		place(b.Size())
	}
	return newParts(place, least, colour, line, b.text)
}
