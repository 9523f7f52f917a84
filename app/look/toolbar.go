package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Toolbar sets buttons side by side in reading order. Where they do not fit with
// their words, those that have an icon show it alone; their tips still say what
// they do.
func Toolbar(buttons ...*Button) *fyne.Container {
	c := container.New(toolbarLayout{})
	for _, b := range buttons {
		c.Add(b)
	}
	return c
}

type toolbarLayout struct{}

// MinSize implements fyne.Layout: the room of the icons.
func (toolbarLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, b := range buttonsOf(objects) {
		if i > 0 {
			size.Width += toolbarGap
		}
		size.Width += b.least(b.iconName != "").Width
		size.Height = max(size.Height, b.least(false).Height)
	}
	return size
}

// toolbarGap is the room between the buttons, in pixels.
const toolbarGap = 4

// Layout implements fyne.Layout.
func (toolbarLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	buttons := buttonsOf(objects)
	whole := toolbarGap * float32(len(buttons)-1)
	for _, b := range buttons {
		whole += b.least(false).Width
	}
	x := float32(0)
	for _, b := range buttons {
		b.setBare(whole > size.Width && b.iconName != "")
		m := b.MinSize()
		b.Resize(m)
		b.Move(fyne.NewPos(Mirrored(x, m.Width, size.Width), float32(int((size.Height-m.Height)/2))))
		x += m.Width + toolbarGap
	}
}

func buttonsOf(objects []fyne.CanvasObject) (list []*Button) {
	for _, o := range visible(objects) {
		if b, ok := o.(*Button); ok {
			list = append(list, b)
		}
	}
	return list
}
