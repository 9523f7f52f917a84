package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
)

// folding is a row of buttons. Where it is too narrow for all their words, words
// give way to signs, those of the last buttons first; each sign has a tip that
// says what the words said.
type folding struct {
	buttons []*foldingButton
	row     *fyne.Container
}

// foldingGap is the room between two buttons, in pixels.
const foldingGap = 1

// foldingButton is a button with its words, and the same without.
type foldingButton struct {
	wide, narrow *look.Button
	atEnd        bool // with those behind it, at the end edge of the row
	absent       bool // there is nothing to say
}

// newFoldingButton makes a button; tip says what it is for.
func newFoldingButton(icon look.IconName, tip string, tapped func(at fyne.CanvasObject)) *foldingButton {
	b := &foldingButton{wide: look.NewIconButton(icon, "", nil), narrow: look.NewIconButton(icon, "", nil)}
	b.wide.OnTapped = func() { tapped(b.wide) }
	b.narrow.OnTapped = func() { tapped(b.narrow) }
	b.wide.Tip, b.narrow.Tip = tip, tip
	return b
}

// say sets the words; tip is what the button says without them.
func (b *foldingButton) say(words, tip string) {
	b.wide.SetWords(words)
	b.wide.Tip, b.narrow.Tip = tip, tip
	b.absent = words == ""
}

func newFolding(buttons ...*foldingButton) *folding {
	f := &folding{buttons: buttons}
	f.row = container.New(f)
	for _, b := range buttons {
		f.row.Add(b.wide)
		f.row.Add(b.narrow)
	}
	return f
}

// Layout implements fyne.Layout.
func (f *folding) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	folded := f.fold(size.Width)
	x, gap := float32(0), float32(foldingGap)
	pushed := false
	for i, b := range f.buttons {
		o, other := b.wide, b.narrow
		if folded[i] {
			o, other = b.narrow, b.wide
		}
		look.SetShown(other, false)
		look.SetShown(o, !b.absent)
		if b.absent {
			continue
		}
		if b.atEnd && !pushed {
			pushed = true
			x = max(x, size.Width-f.width(folded, i))
		}
		m := o.MinSize()
		o.Resize(fyne.NewSize(m.Width, size.Height))
		o.Move(fyne.NewPos(look.Mirrored(x, m.Width, size.Width), 0))
		x += m.Width + gap
	}
}

// fold says which buttons have no words in a width.
func (f *folding) fold(width float32) []bool {
	folded := make([]bool, len(f.buttons))
	for i := len(folded) - 1; i >= 0 && f.width(folded, 0) > width; i-- {
		folded[i] = f.buttons[i].narrow.MinSize().Width < f.buttons[i].wide.MinSize().Width
	}
	return folded
}

// width is what the buttons from one on take.
func (f *folding) width(folded []bool, from int) (w float32) {
	const gap = foldingGap
	for i, b := range f.buttons[from:] {
		switch {
		case b.absent:
			continue
		case folded[from+i]:
			w += b.narrow.MinSize().Width + gap
		default:
			w += b.wide.MinSize().Width + gap
		}
	}
	return max(w-gap, 0)
}

// MinSize implements fyne.Layout.
func (f *folding) MinSize([]fyne.CanvasObject) fyne.Size {
	all := make([]bool, len(f.buttons))
	height := float32(0)
	for i, b := range f.buttons {
		all[i] = true
		height = max(height, b.wide.MinSize().Height)
	}
	return fyne.NewSize(f.width(all, 0), height)
}
