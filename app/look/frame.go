package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Frame surrounds confidential material: a coloured frame with the marking at
// its top. Blanked frames show frame and marking only, and their content takes
// no part in drawing, so nothing of it is on the screen.
type Frame struct {
	widget.BaseWidget
	content fyne.CanvasObject
	marking *Text
	lock    *Icon
	blanked bool
}

// NewFrame puts a frame with a marking ("Confidential: delegation only") around
// content. A new frame is blanked when the window is.
func NewFrame(marking string, content fyne.CanvasObject) *Frame {
	f := &Frame{content: content, marking: Ellipsis(marking), lock: NewIcon(IconLock), blanked: frames.blanked}
	f.marking.Bold, f.marking.Scale, f.marking.Colour = true, theme.SizeNameCaptionText, ColourConfidential
	f.lock.colour = ColourConfidential
	f.ExtendBaseWidget(f)
	if f.blanked {
		f.content.Hide()
	}
	frames.add(f)
	return f
}

// SetMarking changes the marking.
func (f *Frame) SetMarking(s string) { f.marking.SetText(s) }

// Blanked tells whether only frame and marking are shown.
func (f *Frame) Blanked() bool { return f.blanked }

// SetBlanked hides or shows this frame's content.
func (f *Frame) SetBlanked(blanked bool) {
	if f.blanked == blanked {
		return
	}
	f.blanked = blanked
	if blanked {
		f.content.Hide()
	} else {
		f.content.Show()
	}
	f.Refresh()
}

// BlankFrames hides or shows the content of every frame of the program, also of
// those made later: the one key for the moment when somebody looks over a
// shoulder or a screen is shared.
func BlankFrames(blanked bool) {
	frames.blanked = blanked
	for _, f := range frames.living() {
		f.SetBlanked(blanked)
	}
}

// FramesBlanked tells what BlankFrames was last told.
func FramesBlanked() bool { return frames.blanked }

// Held implements Holder.
func (f *Frame) Held() []fyne.CanvasObject { return []fyne.CanvasObject{f.content} }

// CreateRenderer implements fyne.Widget.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer {
	ground, band := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	const edge = 2
	least := func() fyne.Size {
		head := f.head()
		size := f.content.MinSize().AddWidthHeight(2*edge+2*Current().Gap(), 2*edge+2*Current().Gap()+head)
		size.Width = max(size.Width, f.marking.MinSize().Width+60)
		return size
	}
	place := func(size fyne.Size) {
		head, gap := f.head(), Current().Gap()
		ground.Resize(size)
		band.Resize(fyne.NewSize(max(size.Width-2*edge, 0), head))
		band.Move(fyne.NewPos(edge, edge))
		side := f.lock.MinSize()
		f.lock.Resize(side)
		f.lock.Move(fyne.NewPos(Mirrored(edge+gap, side.Width, size.Width), edge+(head-side.Height)/2))
		x := edge + gap + side.Width + gap/2
		words := fyne.NewSize(max(size.Width-x-edge-gap, 0), f.marking.MinSize().Height)
		f.marking.Resize(words)
		f.marking.Move(fyne.NewPos(Mirrored(x, words.Width, size.Width), edge+(head-words.Height)/2))
		inner := fyne.NewSize(max(size.Width-2*edge-2*gap, 0), max(size.Height-head-2*edge-2*gap, 0))
		f.content.Resize(inner)
		f.content.Move(fyne.NewPos(edge+gap, edge+head+gap))
	}
	colour := func() {
		box(ground, ColourConfidentialGround, ColourConfidential, edge)
		box(band, ColourConfidentialGround, "", 0)
		place(f.Size())
	}
	return newParts(place, least, colour, ground, band, f.lock, f.marking, f.content)
}

func (f *Frame) head() float32 {
	return max(f.lock.MinSize().Height, f.marking.MinSize().Height) + 2
}
