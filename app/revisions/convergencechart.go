package revisions

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// barFill is the texture of bars: it tells the measures apart, whatever their
// colour.
type barFill uint8

const (
	solidBars barFill = iota
	hatchedBars
	hollowBars
)

// colour inks the bars of a texture.
func (f barFill) colour() fyne.ThemeColorName {
	switch f {
	case hatchedBars:
		return look.ColourAccent
	case hollowBars:
		return look.ColourMuted
	}
	return look.ColourBracket
}

// bars is a small chart: a bar for each revision, in the order of reading. Where
// there is nothing to count stands a foot without a bar; where the article is not
// in a revision there is not even a foot.
type bars struct {
	widget.BaseWidget
	fill   barFill
	values []int // -1: not there
	most   int   // what the highest bar may stand for
	tip    string
	sample bool // as large as a letter: it shows the texture
}

var _ desktop.Hoverable = (*bars)(nil)

func newBars(fill barFill) *bars {
	b := &bars{fill: fill}
	b.ExtendBaseWidget(b)
	return b
}

func (b *bars) set(f figureFacts) {
	b.values, b.most, b.tip = f.values, f.most, f.tip
	b.Refresh()
}

// mostBars is for how many revisions a chart has room; with more, bars get thin.
const mostBars = 8

// CreateRenderer implements fyne.Widget.
func (b *bars) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRaster(func(w, h int) image.Image {
		size := b.Size()
		p := ink.NewPicture(w, h, look.PixelScale(w, h, size))
		b.paint(p, float64(size.Width), float64(size.Height))
		return p.RGBA
	}))
}

// MinSize implements fyne.CanvasObject.
func (b *bars) MinSize() fyne.Size {
	size := look.Current().TextSize
	if b.sample {
		return fyne.NewSquareSize(float32(int(size * 0.9)))
	}
	n := min(max(len(b.values), 2), mostBars)
	return fyne.NewSize(float32(int(size*0.8))*float32(n), float32(int(size*1.6)))
}

func (b *bars) paint(p ink.Picture, width, height float64) {
	if len(b.values) == 0 {
		return
	}
	step := width / float64(len(b.values))
	gap := min(step*0.25, 3)
	for i, n := range b.values {
		if n < 0 {
			continue
		}
		x := step*float64(i) + gap/2
		if look.Current().RightToLeft {
			x = width - x - (step - gap)
		}
		foot := typeset.Rect{X: x, Y: height - 1, Width: step - gap, Height: 1}
		p.Fill(foot, look.Colour(look.ColourMuted))
		if n > 0 {
			tall := b.tall(n, height-2)
			b.paintBar(p, typeset.Rect{X: x, Y: height - 1 - tall, Width: step - gap, Height: tall})
		}
	}
}

// tall is the height of a bar: the square root lets both an article with one
// bracket and one with fifty be seen. The least is seen as well.
func (b *bars) tall(n int, room float64) float64 {
	return max(room*math.Sqrt(float64(n)/float64(max(b.most, 1))), 3)
}

func (b *bars) paintBar(p ink.Picture, area typeset.Rect) {
	c := look.Colour(b.fill.colour())
	switch b.fill {
	case solidBars:
		p.Fill(area, c)
	case hatchedBars:
		p.Hatch(area, 4, c)
		p.Outline(area, 1, c)
	case hollowBars:
		p.Outline(area, 1.4, c)
	}
}

// MouseIn implements desktop.Hoverable.
func (b *bars) MouseIn(*desktop.MouseEvent) { look.RestTip(b, b.tip) }

// MouseMoved implements desktop.Hoverable.
func (b *bars) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *bars) MouseOut() { look.HideTip() }
