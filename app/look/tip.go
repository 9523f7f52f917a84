package look

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// tipDelay is how long the pointer rests before a tip is shown.
const tipDelay = 600 * time.Millisecond

// tip is the one tip of the program.
var tip struct {
	layers map[fyne.Canvas]*fyne.Container
	shown  *fyne.Container
	timer  *time.Timer
}

// WithTips lays a layer for tips over the content of a window. Without it tips
// are not shown.
func WithTips(w fyne.Window, content fyne.CanvasObject) fyne.CanvasObject {
	layer := container.NewWithoutLayout()
	if tip.layers == nil {
		tip.layers = map[fyne.Canvas]*fyne.Container{}
	}
	tip.layers[w.Canvas()] = layer
	return container.NewStack(content, layer)
}

// RestTip shows a tip below an object when the pointer stays on it.
func RestTip(over fyne.CanvasObject, words string) { restTip(over, words) }

// restTip is RestTip for the package's own widgets.
func restTip(over fyne.CanvasObject, words string) {
	HideTip()
	tip.timer = time.AfterFunc(tipDelay, func() {
		fyne.Do(func() { ShowTip(over, words) })
	})
}

// RestTipAt shows a tip below a part of an object when the pointer stays there
// for a moment; words too long for a line are wrapped.
func RestTipAt(of fyne.CanvasObject, corner fyne.Position, size fyne.Size, words string) {
	HideTip()
	tip.timer = time.AfterFunc(tipDelay, func() {
		fyne.Do(func() { ShowTipAt(of, corner, size, words) })
	})
}

// ShowTip shows a tip below an object at once.
func ShowTip(over fyne.CanvasObject, words string) {
	ShowTipAt(over, fyne.Position{}, over.Size(), words)
}

// widestTip is how wide a tip is at the most, in multiples of the text's size.
const widestTip = 34

// ShowTipAt shows a tip below a part of an object at once.
func ShowTipAt(of fyne.CanvasObject, corner fyne.Position, area fyne.Size, words string) {
	HideTip()
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(of)
	layer, ok := tip.layers[c]
	if !ok || words == "" {
		return
	}
	text := Wrapped(words)
	text.Colour = ColourTooltip
	width := min(NewText(words).MinSize().Width+1, Current().TextSize*widestTip, layer.Size().Width-24)
	text.Resize(fyne.NewSize(width, text.MinSize().Height))
	ground := canvas.NewRectangle(color.Transparent)
	box(ground, ColourTooltipGround, "", 0)
	plate := container.NewStack(ground, Inset(3, 3, 8, 8, text))
	size := fyne.NewSize(width+16, text.MinSize().Height+6)
	below := driver.AbsolutePositionForObject(of).Subtract(driver.AbsolutePositionForObject(layer)).Add(corner)
	x := below.X + (area.Width-size.Width)/2
	x = max(min(x, layer.Size().Width-size.Width-4), 4)
	y := below.Y + area.Height + 4
	if y+size.Height > layer.Size().Height {
		y = below.Y - size.Height - 4
	}
	plate.Resize(size)
	plate.Move(fyne.NewPos(x, y))
	layer.Objects = []fyne.CanvasObject{plate}
	layer.Refresh()
	tip.shown = layer
}

// HideTip takes the tip away, also one that has not appeared yet.
func HideTip() {
	if tip.timer != nil {
		tip.timer.Stop()
	}
	if tip.shown != nil {
		tip.shown.Objects = nil
		tip.shown.Refresh()
		tip.shown = nil
	}
}
