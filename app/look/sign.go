package look

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look/ink"
)

// painted is a state with a sign of its own.
type painted interface {
	comparable
	Paint(p ink.Picture, x, y, side float64)
}

// sign shows a state in the middle of a small square, of which it takes a share.
type sign[S painted] struct {
	widget.BaseWidget
	state S
	share float64
}

// SetState changes the sign.
func (s *sign[S]) SetState(state S) {
	if s.state != state {
		s.state = state
		s.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (s *sign[S]) CreateRenderer() fyne.WidgetRenderer {
	r := canvas.NewRaster(func(w, h int) image.Image {
		size := s.Size()
		p := ink.NewPicture(w, h, PixelScale(w, h, size))
		side := float64(min(size.Width, size.Height)) * s.share
		s.state.Paint(p, (float64(size.Width)-side)/2, (float64(size.Height)-side)/2, side)
		return p.RGBA
	})
	least := func() fyne.Size { return fyne.NewSquareSize(float32(int(Current().TextSize * 0.85))) }
	return newParts(r.Resize, least, func() {}, r)
}
