package textview

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/look/ink"
)

// CreateRenderer implements fyne.Widget.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	e.ExtendBaseWidget(e.self)
	r := &editorRenderer{editor: e, frame: canvas.NewRectangle(nil), caret: canvas.NewRectangle(nil)}
	r.words = canvas.NewRaster(e.paint)
	r.bar = newScrollBar(e.share, func(from float64) {
		e.offset.Y = float32(from * e.sheet.height)
		e.clamp()
		r.Refresh()
	})
	e.draw = r
	e.lay()
	r.Refresh()
	return r
}

func (e *Editor) share() (from, to float64) {
	view := float64(e.area().Height)
	if e.sheet.height <= view+0.5 || e.single {
		return 0, 1
	}
	return float64(e.offset.Y) / e.sheet.height, (float64(e.offset.Y) + view) / e.sheet.height
}

// paint draws the words in view.
func (e *Editor) paint(w, h int) image.Image {
	p := ink.NewPicture(w, h, look.PixelScale(w, h, e.draw.words.Size()))
	x, y := float64(padX-frame)+e.shiftX()-float64(e.offset.X), float64(padY-frame-e.offset.Y)
	if from, to := e.buffer.ordered(); from != to {
		for _, r := range e.sheet.selection(from, to) {
			r.X, r.Y = r.X+x, r.Y+y
			p.Fill(r, look.Colour(look.ColourSelection))
		}
	}
	name := fyne.ThemeColorName(look.ColourText)
	if e.Disabled() {
		name = look.ColourMuted
	}
	inked := ink.Pen{Ink: look.Colour(name)}
	for _, l := range e.sheet.lines {
		if top := l.y + y; top+l.layout.Height > -float64(padY) && top < float64(e.Size().Height) {
			p.Text(l.layout, x, top, func(int) ink.Pen { return inked })
		}
	}
	if len(e.buffer.text) == 0 && e.Placeholder != "" {
		e.paintPlaceholder(p)
	}
	return p.RGBA
}

func (e *Editor) paintPlaceholder(p ink.Picture) {
	grey := sheet{style: e.sheet.style, lang: look.Current().Lang, width: float64(e.area().Width)}
	l := grey.layout([]rune(e.Placeholder))
	p.Text(l, float64(padX-frame), float64(padY-frame), func(int) ink.Pen { return ink.Pen{Ink: look.Colour(theme.ColorNamePlaceHolder)} })
}

// editorRenderer paints frame, words, caret and, where needed, a scroll bar.
type editorRenderer struct {
	editor       *Editor
	frame, caret *canvas.Rectangle
	words        *canvas.Raster
	bar          *scrollBar
}

// IsClip tells Fyne to cut what stands over the edge.
func (r *editorRenderer) IsClip()            {}
func (r *editorRenderer) Destroy()           {}
func (r *editorRenderer) MinSize() fyne.Size { return r.editor.MinSize() }

func (r *editorRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.frame, r.words, r.caret, r.bar}
}

func (r *editorRenderer) Layout(size fyne.Size) {
	e := r.editor
	e.lay()
	e.clamp()
	r.frame.Resize(size)
	r.words.Move(fyne.NewPos(frame, frame))
	r.words.Resize(size.SubtractWidthHeight(2*frame, 2*frame))
	r.bar.Resize(fyne.NewSize(barWidth, max(size.Height-4, 0)))
	r.bar.Move(fyne.NewPos(look.Mirrored(size.Width-barWidth, barWidth, size.Width), 2))
	r.place()
}

// place puts the caret where the next letter will go.
func (r *editorRenderer) place() {
	e := r.editor
	r.caret.Hidden = !e.focused || e.Disabled()
	c := e.sheet.caret(e.buffer.caret())
	x := padX + float32(c.X+e.shiftX()) - e.offset.X
	y := padY + float32(c.Y) - e.offset.Y
	r.caret.Resize(fyne.NewSize(1.5, float32(c.Height)))
	r.caret.Move(fyne.NewPos(min(max(float32(math.Round(float64(x))), padX-1), e.Size().Width-padX+1), float32(math.Round(float64(y)))))
}

func (r *editorRenderer) Refresh() {
	e := r.editor
	r.frame.FillColor = look.Colour(theme.ColorNameInputBackground)
	r.frame.StrokeColor, r.frame.StrokeWidth, r.frame.CornerRadius = look.Colour(theme.ColorNameInputBorder), 1, 4
	switch {
	case e.Disabled():
		r.frame.FillColor = color.Transparent
		r.frame.StrokeColor = look.Colour(look.ColourLine)
	case e.focused:
		r.frame.StrokeColor, r.frame.StrokeWidth = look.Colour(look.ColourFocus), 2
	}
	r.caret.FillColor = look.Colour(look.ColourText)
	from, to := e.share()
	r.bar.Hidden = to-from >= 0.9999
	r.Layout(e.Size())
	canvas.Refresh(r.words)
	r.frame.Refresh()
	r.bar.Refresh()
	canvas.Refresh(r.caret)
}
