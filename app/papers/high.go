package papers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// ofHeight gives an object that would take any height one of its own.
func ofHeight(height func() float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(high(height), o)
}

type high func() float32

func (h high) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, h())
}

func (h high) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.Position{})
}
