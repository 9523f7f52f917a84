package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	pages "travaux/app/page"
	tallies "travaux/data/tally"
)

// newTallyBar shows the shares of all classes as a bar, in the order in which they
// are counted: each with its sign, where it is wide enough, and set off from the
// next, so that no colour is needed to read it.
func newTallyBar(c tallies.Counts) fyne.CanvasObject {
	layout := &barLayout{}
	var parts []fyne.CanvasObject
	for i, class := range tallies.Classes {
		if c[i] == 0 {
			continue
		}
		sign := look.NewText(pages.ClassSign(class))
		sign.Scale, sign.Bold, sign.Colour = theme.SizeNameCaptionText, true, pages.ClassColour(class)
		line := canvas.NewRectangle(nil)
		line.StrokeWidth, line.CornerRadius = 1, 2
		layout.shares, layout.colours = append(layout.shares, float32(c[i])), append(layout.colours, pages.ClassColour(class))
		parts = append(parts, line, sign)
	}
	return container.New(layout, parts...)
}

// barLayout places a plate and a sign for each share.
type barLayout struct {
	shares  []float32
	colours []fyne.ThemeColorName
}

// gapInBar is between two shares, in pixels.
const gapInBar = 2

// MinSize implements fyne.Layout.
func (l *barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for i := 1; i < len(objects); i += 2 {
		height = max(height, objects[i].MinSize().Height)
	}
	return fyne.NewSize(0, height+2)
}

// Layout implements fyne.Layout.
func (l *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	sum := float32(0)
	for _, n := range l.shares {
		sum += n
	}
	at := float32(0)
	for i, n := range l.shares {
		width := size.Width * n / sum
		plate, sign := objects[2*i].(*canvas.Rectangle), objects[2*i+1]
		plate.FillColor, plate.StrokeColor = look.Colour(look.ColourChipGround), look.Colour(l.colours[i])
		plate.Resize(fyne.NewSize(max(width-gapInBar, 1), size.Height))
		plate.Move(fyne.NewPos(look.Mirrored(at, width-gapInBar, size.Width), 0))
		m := sign.MinSize()
		if m.Width+gapInBar > width {
			sign.Hide()
		} else {
			sign.Show()
			sign.Resize(m)
			sign.Move(fyne.NewPos(look.Mirrored(at+(width-gapInBar-m.Width)/2, m.Width, size.Width), (size.Height-m.Height)/2))
		}
		at += width
	}
}
