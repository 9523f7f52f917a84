package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Flow sets objects side by side in reading order, at their own widths, in as
// many rows as the width asks for. Like wrapped Text it is right at the first
// layout in a Column, and narrow: as wide as its widest object. Hidden objects
// take no room.
func Flow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{}, objects...)
}

// flowLayout remembers the width last given, from which the height follows.
type flowLayout struct{ width float32 }

// MinSize implements fyne.Layout.
func (f *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range visible(objects) {
		size.Width = max(size.Width, minOf(o).Width)
	}
	size.Height = f.rows(objects, f.width, func(fyne.CanvasObject, fyne.Size, fyne.Position) {})
	return size
}

// Layout implements fyne.Layout.
func (f *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.rows(objects, size.Width, func(o fyne.CanvasObject, m fyne.Size, at fyne.Position) {
		o.Resize(m)
		o.Move(fyne.NewPos(Mirrored(at.X, m.Width, size.Width), at.Y))
	})
}

// rows tells the place of each object in a width and returns the height of all.
// A width of 0 is not known yet: everything stands in one row.
func (f *flowLayout) rows(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, size fyne.Size, at fyne.Position)) float32 {
	gap := Current().Gap()
	var at fyne.Position
	row := float32(0) // height of the present one
	for _, o := range visible(objects) {
		m := minOf(o)
		if width > 0 {
			m.Width = min(m.Width, width)
			if at.X > 0 && at.X+m.Width > width {
				at = fyne.NewPos(0, at.Y+row+gap)
				row = 0
			}
		}
		place(o, m, at)
		at.X += m.Width + gap
		row = max(row, m.Height)
	}
	return at.Y + row
}
