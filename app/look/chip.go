package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Chip is a word or a count on a small rounded plate.
type Chip struct {
	widget.BaseWidget
	text   *Text
	ground fyne.ThemeColorName
	pad    float32 // room at both ends, in pixels
}

// NewChip makes a grey Chip.
func NewChip(words string) *Chip {
	c := &Chip{text: NewText(words), ground: ColourChipGround, pad: 6}
	c.text.Scale = theme.SizeNameCaptionText
	c.ExtendBaseWidget(c)
	return c
}

// NewColourChip makes a Chip with its own colours by name.
func NewColourChip(words string, ink, ground fyne.ThemeColorName) *Chip {
	c := NewChip(words)
	c.text.Colour, c.ground = ink, ground
	return c
}

// SetText changes the words; a Chip without words is hidden.
func (c *Chip) SetText(words string) {
	c.text.SetText(words)
	if words == "" {
		c.Hide()
		return
	}
	c.Show()
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	plate := canvas.NewRectangle(nil)
	least := func() fyne.Size {
		m := c.text.MinSize()
		return fyne.NewSize(max(m.Width+2*c.pad, m.Height), m.Height)
	}
	place := func(size fyne.Size) {
		plate.Resize(size)
		m := c.text.MinSize()
		c.text.Resize(m)
		c.text.Move(fyne.NewPos((size.Width-m.Width)/2, (size.Height-m.Height)/2))
	}
	colour := func() {
		box(plate, c.ground, "", 0)
		if Current().Appearance == HighContrast {
			box(plate, c.ground, ColourLine, 1)
		}
		plate.CornerRadius = c.least().Height / 2
		place(c.Size())
	}
	return newParts(place, least, colour, plate, c.text)
}

func (c *Chip) least() fyne.Size { return c.text.MinSize() }
