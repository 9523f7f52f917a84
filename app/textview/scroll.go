package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
)

// Scrolled implements fyne.Scrollable.
func (d *Document) Scrolled(e *fyne.ScrollEvent) {
	if look.Zoom(e) {
		return
	}
	look.Touch()
	was := d.flow.offset
	d.flow.scrollBy(-float64(e.Scrolled.DY) * 4)
	if d.flow.offset != was && d.pointer.down {
		d.dragTo(d.pointer.last)
	}
}

// scrollShare tells the scroll bar which part of the text is in view.
func (d *Document) scrollShare() (from, to float64) {
	total := d.flow.column.total()
	if total <= 0 {
		return 0, 1
	}
	return d.flow.offset / total, min((d.flow.offset+d.view())/total, 1)
}

// SetScrolled moves the view so that it begins at a share (0 to 1) of the text.
func (d *Document) SetScrolled(share float64) {
	d.flow.offset = share * d.flow.column.total()
	d.flow.ready()
	d.flow.arrange()
}

// barWidth is the room in which the scroll bar can be grasped.
const barWidth = 12

// scrollBar shows which part is in view and can be dragged. It stands at the
// end edge.
type scrollBar struct {
	widget.BaseWidget
	share func() (from, to float64)
	moved func(from float64)
	hot   bool
	grab  float64 // where on the thumb the pointer holds it, as a share; <0: not held
}

var (
	_ fyne.Draggable    = (*scrollBar)(nil)
	_ desktop.Hoverable = (*scrollBar)(nil)
	_ desktop.Mouseable = (*scrollBar)(nil)
)

func newScrollBar(share func() (float64, float64), moved func(float64)) *scrollBar {
	b := &scrollBar{share: share, moved: moved, grab: -1}
	b.ExtendBaseWidget(b)
	return b
}

func (b *scrollBar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{bar: b, thumb: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type barRenderer struct {
	bar   *scrollBar
	thumb *canvas.Rectangle
}

func (r *barRenderer) Destroy()                     {}
func (r *barRenderer) MinSize() fyne.Size           { return fyne.NewSize(barWidth, 0) }
func (r *barRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.thumb} }

func (r *barRenderer) Layout(size fyne.Size) {
	from, to := r.bar.share()
	r.thumb.Hidden = to-from >= 0.9999
	width := float32(4)
	if r.bar.hot || r.bar.grab >= 0 {
		width = 8
	}
	height := max(float32(to-from)*size.Height, 28)
	y := float32(0)
	if from > 0 {
		y = min(float32(from)/float32(max(1-(to-from), 0.0001)), 1) * (size.Height - height)
	}
	r.thumb.Resize(fyne.NewSize(width, height))
	r.thumb.Move(fyne.NewPos(look.Mirrored(size.Width-width-2, width, size.Width), y))
	r.thumb.CornerRadius = width / 2
}

func (r *barRenderer) Refresh() {
	r.thumb.FillColor = look.Colour(theme.ColorNameScrollBar)
	r.Layout(r.bar.Size())
	r.thumb.Refresh()
}

// thumb is where the thumb stands and how much it may move, as shares.
func (b *scrollBar) at(y float32) float64 { return float64(y / max(b.Size().Height, 1)) }

func (b *scrollBar) MouseDown(e *desktop.MouseEvent) {
	from, to := b.share()
	y := b.at(e.Position.Y)
	if y < from || y > to { // beside the thumb: go there
		b.grab = (to - from) / 2
		b.moved(y - b.grab)
	} else {
		b.grab = y - from
	}
	b.Refresh()
}

func (b *scrollBar) MouseUp(*desktop.MouseEvent) { b.grab = -1; b.Refresh() }

func (b *scrollBar) Dragged(e *fyne.DragEvent) {
	if b.grab < 0 {
		from, _ := b.share()
		b.grab = b.at(e.Position.Y) - from
	}
	b.moved(b.at(e.Position.Y) - b.grab)
}

func (b *scrollBar) DragEnd()                       { b.grab = -1; b.Refresh() }
func (b *scrollBar) MouseIn(*desktop.MouseEvent)    { b.hot = true; b.Refresh() }
func (b *scrollBar) MouseMoved(*desktop.MouseEvent) {}
func (b *scrollBar) MouseOut()                      { b.hot = false; b.Refresh() }
