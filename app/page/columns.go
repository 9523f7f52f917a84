package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
)

// Columns sets objects side by side in reading order, each with its share of
// the width; where they would be too narrow they go on in further rows.
func Columns(shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columns{shares: shares}, objects...)
}

// Labelled sets a field below the word that says what it is.
func Labelled(words string, field fyne.CanvasObject) fyne.CanvasObject {
	name := look.Ellipsis(words)
	name.Colour = look.ColourMuted
	return look.Stack(name, field)
}

// gutter is the room between columns, and between rows of them.
const gutter = 12

// narrowest is how narrow a column may be for normal text.
const narrowest = 80

type columns struct {
	shares []float32
	width  float32 // last given; as of wrapped text, the height follows from it
}

// rows divides the objects into rows in which all of them have room.
func (c *columns) rows(objects []fyne.CanvasObject) (rows [][]int) {
	room := float32(0)
	for i, o := range objects {
		least := max(o.MinSize().Width, look.Scaled(narrowest))
		if len(rows) == 0 || c.width > 0 && room+gutter+least > c.width {
			rows, room = append(rows, nil), -gutter
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], i)
		room += gutter + least
	}
	return rows
}

func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, row := range c.rows(objects) {
		height := float32(0)
		for _, k := range row {
			m := objects[k].MinSize()
			size.Width, height = max(size.Width, m.Width), max(height, m.Height)
		}
		if i > 0 {
			height += gutter / 2
		}
		size.Height += height
	}
	return size
}

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	rows := c.rows(objects)
	y := float32(0)
	for _, row := range rows {
		total, height := float32(0), float32(0)
		for _, k := range row {
			total += c.shares[k]
			height = max(height, objects[k].MinSize().Height)
		}
		if len(rows) == 1 {
			height = size.Height
		}
		room := max(size.Width-gutter*float32(len(row)-1), 0)
		x := float32(0)
		for _, k := range row {
			w := room * c.shares[k] / total
			objects[k].Resize(fyne.NewSize(w, height))
			objects[k].Move(fyne.NewPos(look.Mirrored(x, w, size.Width), y))
			x += w + gutter
		}
		y += height + gutter/2
	}
}

// Halves sets the two parts of a page side by side, or one below the other where
// the lines would be too short. What does not fit scrolls.
func Halves(start, end fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(&halves{}, start, end))
}

type halves struct{ width float32 }

// leastWide is the width that what scrolls asks for: little, for it scrolls down
// and not sideways.
const leastWide = 100

// Shares of the width, the width for normal text below which the parts stand one
// below the other, and how high the second part is then at least.
const (
	startShare   = 0.4
	leastHalves  = 700
	leastEndHigh = 320
)

func (h *halves) stacked() bool { return h.width > 0 && h.width < look.Scaled(leastHalves) }

func (h *halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	start, end := o[0].MinSize(), o[1].MinSize()
	if h.stacked() {
		return fyne.NewSize(leastWide, start.Height+max(end.Height, look.Scaled(leastEndHigh)))
	}
	return fyne.NewSize(leastWide, max(start.Height, end.Height))
}

func (h *halves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	h.width = size.Width
	if h.stacked() {
		o[0].Resize(fyne.NewSize(size.Width, o[0].Size().Height))
		top := o[0].MinSize().Height
		o[0].Resize(fyne.NewSize(size.Width, top))
		o[0].Move(fyne.Position{})
		o[1].Resize(fyne.NewSize(size.Width, max(size.Height-top, look.Scaled(leastEndHigh))))
		o[1].Move(fyne.NewPos(0, top))
		return
	}
	first := float32(int(size.Width * startShare))
	o[0].Resize(fyne.NewSize(first, size.Height))
	o[0].Move(fyne.NewPos(look.Mirrored(0, first, size.Width), 0))
	o[1].Resize(fyne.NewSize(size.Width-first, size.Height))
	o[1].Move(fyne.NewPos(look.Mirrored(first, size.Width-first, size.Width), 0))
}

// AtLeast scrolls a body that has less room than it needs: it is never less high
// than it asks for, and than a height that is given for normal text.
func AtLeast(height float32, body fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(atLeast(height), body))
}

type atLeast float32

func (a atLeast) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWide, max(o[0].MinSize().Height, look.Scaled(float32(a))))
}

func (a atLeast) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.Position{})
}
