package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// SetShown shows an object or hides it.
func SetShown(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}

// SetEnabled lets a button be pressed or not.
func (b *Button) SetEnabled(on bool) {
	if on == !b.Disabled() {
		return
	}
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// Evenly sets objects side by side in reading order and gives each the same width
// and the whole height.
func Evenly(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(evenly{}, objects...)
}

// Halfway sets one object above another and gives each half of the height.
func Halfway(above, below fyne.CanvasObject) *fyne.Container {
	return container.New(halfway{}, above, below)
}

type evenly struct{}

func (evenly) MinSize(o []fyne.CanvasObject) (size fyne.Size) {
	for _, x := range o {
		size = size.Max(x.MinSize())
	}
	return fyne.NewSize(size.Width*float32(len(o)), size.Height)
}

func (evenly) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := size.Width / float32(max(len(o), 1))
	for i, x := range o {
		x.Resize(fyne.NewSize(width, size.Height))
		x.Move(fyne.NewPos(Mirrored(float32(i)*width, width, size.Width), 0))
	}
}

type halfway struct{}

func (halfway) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

func (halfway) Layout(o []fyne.CanvasObject, size fyne.Size) {
	first := float32(int(size.Height / 2))
	o[0].Resize(fyne.NewSize(size.Width, first))
	o[0].Move(fyne.Position{})
	o[1].Resize(fyne.NewSize(size.Width, size.Height-first))
	o[1].Move(fyne.NewPos(0, first))
}

// Square gives an object a square of that side, for normal text.
func Square(o fyne.CanvasObject, side float32) *fyne.Container {
	return container.New(ofSide(side), o)
}

type ofSide float32

func (s ofSide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(Scaled(float32(s))) }

func (s ofSide) Layout(o []fyne.CanvasObject, size fyne.Size) {
	least := s.MinSize(o)
	o[0].Resize(least)
	o[0].Move(fyne.NewPos(Mirrored(0, least.Width, size.Width), (size.Height-least.Height)/2))
}
