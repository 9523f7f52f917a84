package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// parts is the renderer of this package's widgets: a fixed list of objects and
// the widget's own methods for placing and colouring them.
type parts struct {
	objects []fyne.CanvasObject
	place   func(fyne.Size)
	least   func() fyne.Size
	colour  func()
}

func newParts(place func(fyne.Size), least func() fyne.Size, colour func(), objects ...fyne.CanvasObject) *parts {
	p := &parts{objects: objects, place: place, least: least, colour: colour}
	colour()
	return p
}

func (p *parts) Destroy()                     {}
func (p *parts) Layout(size fyne.Size)        { p.place(size) }
func (p *parts) MinSize() fyne.Size           { return p.least() }
func (p *parts) Objects() []fyne.CanvasObject { return p.objects }

func (p *parts) Refresh() {
	p.colour()
	for _, o := range p.objects {
		o.Refresh()
	}
}

// plate is a rectangle that follows the theme.
type plate struct {
	widget.BaseWidget
	name  fyne.ThemeColorName
	least fyne.Size
}

func newPlate(name fyne.ThemeColorName) *plate {
	p := &plate{name: name}
	p.ExtendBaseWidget(p)
	return p
}

func (p *plate) CreateRenderer() fyne.WidgetRenderer {
	r := canvas.NewRectangle(color.Transparent)
	return newParts(r.Resize, func() fyne.Size { return p.least }, func() { r.FillColor = Colour(p.name) }, r)
}

// box paints a rounded rectangle with the theme's colours; an empty name is
// nothing.
func box(r *canvas.Rectangle, fill, stroke fyne.ThemeColorName, width float32) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = color.Transparent, color.Transparent, width
	if fill != "" {
		r.FillColor = Colour(fill)
	}
	if stroke != "" {
		r.StrokeColor = Colour(stroke)
	}
	r.CornerRadius = 4
}

// blend lays a translucent colour over another.
func blend(under, over color.Color) color.Color {
	a, b := color.NRGBAModel.Convert(under).(color.NRGBA), color.NRGBAModel.Convert(over).(color.NRGBA)
	if a.A == 0 {
		return b
	}
	mix := func(x, y uint8) uint8 { return uint8((int(x)*(255-int(b.A)) + int(y)*int(b.A)) / 255) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: max(a.A, b.A)}
}
