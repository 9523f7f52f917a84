package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
)

// Columns sets objects side by side in reading order, each with its share of
// the width.
func Columns(shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columns(shares), objects...)
}

// Labelled sets a field below the word that says what it is.
func Labelled(words string, field fyne.CanvasObject) fyne.CanvasObject {
	return look.Stack(look.Muted(words), field)
}

// gutter is the room between columns.
const gutter = 12

type columns []float32

func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		size.Height = max(size.Height, m.Height)
		size.Width += m.Width
		if i > 0 {
			size.Width += gutter
		}
	}
	return size
}

func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	total := float32(0)
	for i := range objects {
		total += c[i]
	}
	room := max(size.Width-gutter*float32(len(objects)-1), 0)
	x := float32(0)
	for i, o := range objects {
		w := room * c[i] / total
		o.Resize(fyne.NewSize(w, size.Height))
		o.Move(fyne.NewPos(look.Mirrored(x, w, size.Width), 0))
		x += w + gutter
	}
}
