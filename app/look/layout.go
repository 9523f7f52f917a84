package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Row sets objects side by side in reading order, at their own widths, centred
// on one another. Room that is left over goes to Text that may shrink, as far as
// its words need it, then to Space objects. Hidden objects take no room.
func Row(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{}, objects...)
}

// Space is an object that takes the room left over in a Row or Column.
func Space() fyne.CanvasObject { return layout.NewSpacer() }

// Column sets objects below one another at full width. Objects whose height
// depends on their width (wrapped Text) are right at the first layout.
func Column(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout{}, objects...)
}

// Stack is a Column without gaps.
func Stack(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout{tight: true}, objects...)
}

// Border sets objects at the edges and gives centre the rest. Start is left in
// left-to-right languages and right otherwise; any of the edges may be nil.
func Border(top, bottom, start, end fyne.CanvasObject, centre ...fyne.CanvasObject) *fyne.Container {
	l := &borderLayout{top: top, bottom: bottom, start: start, end: end}
	order := append([]fyne.CanvasObject{top, start}, append(centre, end, bottom)...) // that of the Tab key
	return container.New(l, slices.DeleteFunc(order, func(o fyne.CanvasObject) bool { return o == nil })...)
}

// Padded leaves a margin of the theme's gap around an object.
func Padded(o fyne.CanvasObject) *fyne.Container {
	return container.New(insetLayout{gaps: 1}, o)
}

// Inset leaves margins, in pixels, around an object; start and end follow the
// direction.
func Inset(top, bottom, start, end float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(insetLayout{top: top, bottom: bottom, start: start, end: end}, o)
}

// FormRow sets a label of a fixed width before a field. Rows of one form share
// the width, so the fields line up. The width is for the text size at this moment
// and follows it later.
func FormRow(labelWidth float32, label, field fyne.CanvasObject) *fyne.Container {
	return container.New(formLayout{width: labelWidth, at: Current().TextSize}, label, field)
}

// Top keeps an object at its own height, at the top of the room it is given: a sign
// beside words that may take several lines.
func Top(o fyne.CanvasObject) *fyne.Container { return container.New(topLayout{}, o) }

type topLayout struct{}

func (topLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return minOf(o[0]) }

func (topLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, minOf(o[0]).Height))
	o[0].Move(fyne.NewPos(0, 0))
}

// Loose lets an object be larger than its room: it asks for none itself. The
// content of a window must not make the window larger than the screen.
func Loose(o fyne.CanvasObject) *fyne.Container { return container.New(looseLayout{}, o) }

type looseLayout struct{}

func (looseLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

func (looseLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.Position{})
}

// Ground lays a filled rectangle in a colour by name behind an object.
func Ground(name fyne.ThemeColorName, o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newPlate(name), o)
}

// Rule is a thin line between rows of a Column.
func Rule() fyne.CanvasObject {
	p := newPlate(ColourLine)
	p.least = fyne.NewSize(1, 1)
	return p
}

// Mirrored gives the left edge of a thing of some width inside an area, when x
// is its distance from the start edge.
func Mirrored(x, width, area float32) float32 {
	if Current().RightToLeft {
		return area - x - width
	}
	return x
}

type rowLayout struct{}

func (rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	n := 0
	for _, o := range visible(objects) {
		n++
		m := minOf(o)
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
	}
	size.Width += Current().Gap() * float32(max(n-1, 0))
	return size
}

func (r rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	spaces := 0
	for _, o := range shown {
		if isSpace(o) {
			spaces++
		}
	}
	spare := max(size.Width-r.MinSize(objects).Width, 0)
	wants := make([]float32, len(shown))
	for i, o := range shown {
		if t, ok := o.(interface{ Wanted() float32 }); ok {
			wants[i] = min(max(t.Wanted()-minOf(o).Width, 0), spare)
			spare -= wants[i]
		}
	}
	x := float32(0)
	for i, o := range shown {
		m := minOf(o)
		m.Width += wants[i]
		if isSpace(o) {
			m.Width += spare / float32(spaces)
		}
		o.Resize(fyne.NewSize(m.Width, min(m.Height, size.Height)))
		o.Move(fyne.NewPos(Mirrored(x, m.Width, size.Width), (size.Height-o.Size().Height)/2))
		x += m.Width + Current().Gap()
	}
}

type columnLayout struct{ tight bool }

func (c columnLayout) gap() float32 {
	if c.tight {
		return 0
	}
	return Current().Gap()
}

func (c columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	n := 0
	for _, o := range visible(objects) {
		n++
		m := minOf(o)
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height
	}
	size.Height += c.gap() * float32(max(n-1, 0))
	return size
}

func (c columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	spaces := 0
	for _, o := range shown {
		if isSpace(o) {
			spaces++
			continue
		}
		if o.Size().Width != size.Width { // wrapped text learns its width, then tells its height
			o.Resize(fyne.NewSize(size.Width, o.Size().Height))
		}
	}
	spare := max(size.Height-c.MinSize(objects).Height, 0)
	y := float32(0)
	for _, o := range shown {
		h := minOf(o).Height
		if isSpace(o) {
			h = spare / float32(spaces)
		}
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h + c.gap()
	}
}

type borderLayout struct{ top, bottom, start, end fyne.CanvasObject }

func (b *borderLayout) edges(objects []fyne.CanvasObject) (middle []fyne.CanvasObject) {
	for _, o := range visible(objects) {
		if o != b.top && o != b.bottom && o != b.start && o != b.end {
			middle = append(middle, o)
		}
	}
	return middle
}

func (b *borderLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range b.edges(objects) {
		size = size.Max(o.MinSize())
	}
	for _, o := range []fyne.CanvasObject{b.start, b.end} {
		if o != nil && o.Visible() {
			size.Width += o.MinSize().Width
			size.Height = max(size.Height, o.MinSize().Height)
		}
	}
	for _, o := range []fyne.CanvasObject{b.top, b.bottom} {
		if o != nil && o.Visible() {
			size.Height += o.MinSize().Height
			size.Width = max(size.Width, o.MinSize().Width)
		}
	}
	return size
}

func (b *borderLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, bottom, start, end := float32(0), size.Height, float32(0), float32(0)
	if b.top != nil && b.top.Visible() {
		b.top.Resize(fyne.NewSize(size.Width, b.top.Size().Height))
		top = b.top.MinSize().Height
		b.top.Resize(fyne.NewSize(size.Width, top))
		b.top.Move(fyne.NewPos(0, 0))
	}
	if b.bottom != nil && b.bottom.Visible() {
		b.bottom.Resize(fyne.NewSize(size.Width, b.bottom.Size().Height))
		h := b.bottom.MinSize().Height
		bottom -= h
		b.bottom.Resize(fyne.NewSize(size.Width, h))
		b.bottom.Move(fyne.NewPos(0, bottom))
	}
	height := max(bottom-top, 0)
	if b.start != nil && b.start.Visible() {
		start = b.start.MinSize().Width
		b.start.Resize(fyne.NewSize(start, height))
		b.start.Move(fyne.NewPos(Mirrored(0, start, size.Width), top))
	}
	if b.end != nil && b.end.Visible() {
		end = b.end.MinSize().Width
		b.end.Resize(fyne.NewSize(end, height))
		b.end.Move(fyne.NewPos(Mirrored(size.Width-end, end, size.Width), top))
	}
	for _, o := range b.edges(objects) {
		w := max(size.Width-start-end, 0)
		o.Resize(fyne.NewSize(w, height))
		o.Move(fyne.NewPos(Mirrored(start, w, size.Width), top))
	}
}

type insetLayout struct {
	gaps                    float32 // of the theme, added on every side
	top, bottom, start, end float32
}

func (i insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range visible(objects) {
		size = size.Max(o.MinSize())
	}
	g := 2 * i.gaps * Current().Gap()
	return size.AddWidthHeight(i.start+i.end+g, i.top+i.bottom+g)
}

func (i insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g := i.gaps * Current().Gap()
	inner := fyne.NewSize(max(size.Width-i.start-i.end-2*g, 0), max(size.Height-i.top-i.bottom-2*g, 0))
	for _, o := range visible(objects) {
		o.Resize(inner)
		o.Move(fyne.NewPos(Mirrored(i.start+g, inner.Width, size.Width), i.top+g))
	}
}

type formLayout struct{ width, at float32 }

// label is the width of the label at the present text size.
func (f formLayout) label() float32 { return float32(int(f.width*Current().TextSize/f.at + 0.5)) }

func (f formLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	label, field := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(f.label()+Current().Gap()+field.Width, max(label.Height, field.Height))
}

func (f formLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	// The label stands on the first row of a tall field.
	label := o[0].MinSize().Height
	row := min(max(label, Current().FieldHeight()), size.Height)
	width := f.label()
	o[0].Resize(fyne.NewSize(width, label))
	o[0].Move(fyne.NewPos(Mirrored(0, width, size.Width), max((row-label)/2, 0)))
	x := width + Current().Gap()
	w := max(size.Width-x, 0)
	o[1].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(Mirrored(x, w, size.Width), 0))
}

// FieldHeight is the height of a field or button of one line.
func (t *Theme) FieldHeight() float32 { return float32(int(t.TextSize*1.5+0.5)) + t.dense(8, 12) }

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o != nil && o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

func isSpace(o fyne.CanvasObject) bool {
	_, ok := o.(layout.SpacerObject)
	return ok
}

func minOf(o fyne.CanvasObject) fyne.Size {
	if isSpace(o) {
		return fyne.Size{}
	}
	return o.MinSize()
}
