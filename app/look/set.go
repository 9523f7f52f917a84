package look

import (
	"math"

	"fyne.io/fyne/v2"

	"travaux/translations/typeset"
)

// engine sets all text of the window; it belongs to the window's goroutine.
var engine = typeset.New()

// Set sets a paragraph with the window's engine. The width is in pixels at
// scale 1.
func Set(p typeset.Paragraph) *typeset.Layout { return engine.Set(p) }

// PixelScale tells, inside a canvas.Raster's generator, how many pixels a unit
// of layout takes: the picture is w by h pixels for an object of the given size.
// Screens have scales in tenths; rounding to them keeps glyphs of neighbouring
// objects alike although sizes in pixels are whole.
func PixelScale(w, h int, size fyne.Size) float64 {
	pixels, units := float64(w), float64(size.Width)
	if size.Height > size.Width {
		pixels, units = float64(h), float64(size.Height)
	}
	if units <= 0 {
		return 1
	}
	scale := pixels / units
	if rounded := math.Round(scale*10) / 10; math.Abs(rounded-scale)*units <= 1.5 {
		return max(rounded, 0.1)
	}
	return scale
}
