package papers

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
)

// pageView shows one page of a paper, whole or as wide as there is room. It takes the
// keyboard: Page keys and arrows go about the page and to others.
type pageView struct {
	widget.BaseWidget
	step  func(by int) // to another page
	sized func()       // there is other room for the page
	whole bool

	ring   look.Ring
	ground *canvas.Rectangle
	sheet  *canvas.Rectangle // the paper with its edge
	shown  *canvas.Image
	body   *fyne.Container
	scroll *container.Scroll
	shape  float64 // width by height of the page; 0: nothing is shown
}

// around is the room around a page, in pixels.
const around = 10

func newPageView(step func(int), sized func()) *pageView {
	v := &pageView{step: step, sized: sized}
	v.ground = canvas.NewRectangle(color.Transparent)
	v.sheet = canvas.NewRectangle(color.White)
	v.sheet.StrokeWidth = 1
	v.shown = &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
	v.body = container.New(&pageLayout{v}, v.sheet, v.shown)
	v.scroll = container.NewScroll(v.body)
	v.sheet.Hide()
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *pageView) CreateRenderer() fyne.WidgetRenderer {
	return v.ring.Around(widget.NewSimpleRenderer(look.Ground(look.ColourSurface, v.scroll)))
}

// MinSize is little: it lives in the room it is given.
func (v *pageView) MinSize() fyne.Size { return fyne.NewSize(120, 160) }

// Resize implements fyne.CanvasObject.
func (v *pageView) Resize(size fyne.Size) {
	before := v.Size()
	v.BaseWidget.Resize(size)
	if before != size {
		v.body.Refresh()
		v.sized()
	}
}

// room is the width that a page of a shape has.
func (v *pageView) room(shape float64) float32 {
	size := v.Size()
	width := size.Width - 2*around
	if v.whole {
		width = min(width, (size.Height-2*around)*float32(shape))
	}
	return max(width, 0)
}

// pixels is the width of a page of a shape on the screen.
func (v *pageView) pixels(shape float64) int {
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		scale = c.Scale()
	}
	return int(v.room(shape) * scale)
}

// set shows the picture of a page of a shape; nil: none.
func (v *pageView) set(picture image.Image, shape float64) {
	v.shape, v.shown.Image = shape, picture
	v.sheet.StrokeColor = look.Colour(look.ColourLine)
	look.SetShown(v.sheet, picture != nil)
	look.SetShown(v.shown, picture != nil)
	v.shown.Refresh()
	v.scroll.Refresh()
}

// setWhole shows pages whole or as wide as there is room.
func (v *pageView) setWhole(whole bool) {
	v.whole = whole
	v.scroll.Refresh()
}

// top goes to the beginning of the page, or to its end.
func (v *pageView) top(end bool) {
	if end {
		v.scroll.ScrollToBottom()
		return
	}
	v.scroll.ScrollToTop()
}

// key takes a key; it says whether it did.
func (v *pageView) key(key fyne.KeyName) bool {
	back, on := fyne.KeyLeft, fyne.KeyRight
	if look.Current().RightToLeft {
		back, on = on, back
	}
	switch key {
	case fyne.KeyPageDown, on:
		v.step(1)
	case fyne.KeyPageUp, back:
		v.step(-1)
	case fyne.KeyHome:
		v.step(-1 << 20)
	case fyne.KeyEnd:
		v.step(1 << 20)
	case fyne.KeyDown:
		v.move(1)
	case fyne.KeyUp:
		v.move(-1)
	default:
		return false
	}
	return true
}

// move scrolls by a part of the room, then to another page.
func (v *pageView) move(by float32) {
	most := max(v.body.MinSize().Height-v.scroll.Size().Height, 0)
	to := min(max(v.scroll.Offset.Y+by*v.scroll.Size().Height/4, 0), most)
	if to == v.scroll.Offset.Y {
		v.step(int(by))
		return
	}
	v.scroll.ScrollToOffset(fyne.NewPos(0, to))
}

// TypedKey implements fyne.Focusable.
func (v *pageView) TypedKey(e *fyne.KeyEvent) {
	look.Touch()
	if !v.key(e.Name) {
		look.PassOn(e, v)
	}
}

// TypedRune implements fyne.Focusable.
func (v *pageView) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (v *pageView) FocusGained() {
	look.Seen(v)
	v.ring.Show(v, true)
}

// FocusLost implements fyne.Focusable.
func (v *pageView) FocusLost() { v.ring.Show(v, false) }

// Tapped takes the keyboard.
func (v *pageView) Tapped(*fyne.PointEvent) {
	look.Touch()
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
}

// pageLayout sets the page in the middle.
type pageLayout struct{ view *pageView }

func (l *pageLayout) page() fyne.Size {
	v := l.view
	if v.shape == 0 {
		return fyne.Size{}
	}
	w := v.room(v.shape)
	return fyne.NewSize(w, w/float32(v.shape))
}

func (l *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.page().Height+2*around)
}

func (l *pageLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	p := l.page()
	at := fyne.NewPos(max((size.Width-p.Width)/2, 0), max((size.Height-p.Height)/2, around))
	for _, x := range o {
		x.Resize(p)
		x.Move(at)
	}
}
