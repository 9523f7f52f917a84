package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Panes are the three panes of a window side by side: an outline at the start, the
// text in the middle, a side panel at the end. Where they do not all fit with
// readable lines (a narrow window, large text) only one or two are shown, with
// buttons above to go to the others; whatever is revealed or gets the keyboard
// comes into view by itself.
type Panes struct {
	widget.BaseWidget
	Outer, Inner *Split // outline and the rest; text and side panel

	panes   [3]fyne.CanvasObject
	buttons [3]*Button
	head    *fyne.Container
	body    *fyne.Container
	at      int // the pane that was wanted last
	beside  int // the pane that stands beside the text when two fit
	fit     int // how many fit
}

// Places of the panes.
const (
	paneOutline = iota
	paneText
	paneSide
)

// leastPanes is how wide each pane must be for normal text, in pixels.
var leastPanes = [3]float32{200, 360, 300}

// NewPanes makes the panes with the shares of their splits; names are shown on
// the buttons.
func NewPanes(outline, text, side fyne.CanvasObject, outer, inner float64, names [3]string) *Panes {
	p := &Panes{panes: [3]fyne.CanvasObject{outline, text, side}, at: paneText, beside: paneOutline, fit: 3}
	p.Inner = NewSplit(text, side, inner)
	p.Outer = NewSplit(outline, p.Inner, outer)
	row := Flow()
	for i, words := range names {
		p.buttons[i] = NewButton(words, func() { p.show(i) })
		row.Add(p.buttons[i])
	}
	p.head = Stack(Inset(4, 4, 6, 6, row), Rule())
	p.body = container.NewStack(p.Outer)
	p.ExtendBaseWidget(p)
	return p
}

// Held implements Holder.
func (p *Panes) Held() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.head, p.panes[paneOutline], p.Outer.divider, p.panes[paneText], p.Inner.divider, p.panes[paneSide]}
}

// open shows the pane that is given.
func (p *Panes) open(pane fyne.CanvasObject) {
	for i, o := range p.panes {
		if o == pane && !o.Visible() {
			p.show(i)
		}
	}
}

// show brings a pane into view.
func (p *Panes) show(pane int) {
	p.at = pane
	if pane != paneText {
		p.beside = pane
	}
	p.Refresh()
}

// CreateRenderer implements fyne.Widget. The least size is small, so that a large
// text never makes the window larger than the screen.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer {
	least := func() fyne.Size { return fyne.NewSize(200, 100) }
	return newParts(p.place, least, func() { p.place(p.Size()) }, p.head, p.body)
}

func (p *Panes) place(size fyne.Size) {
	if size.IsZero() {
		return
	}
	p.fit = p.fitting(size.Width)
	for i, o := range p.panes {
		if p.seen(i) {
			o.Show()
			p.buttons[i].Rank(Primary)
		} else {
			o.Hide()
			p.buttons[i].Rank(Plain)
		}
	}
	p.Inner.Hidden = !p.panes[paneText].Visible() && !p.panes[paneSide].Visible()
	top := float32(0)
	p.head.Hidden = p.fit == 3
	if !p.head.Hidden {
		p.head.Resize(fyne.NewSize(size.Width, p.head.Size().Height))
		top = p.head.MinSize().Height
		p.head.Resize(fyne.NewSize(size.Width, top))
	}
	p.body.Move(fyne.NewPos(0, top))
	p.body.Resize(fyne.NewSize(size.Width, size.Height-top))
	p.Outer.Refresh()
	p.Inner.Refresh()
}

// fitting is how many panes a width has room for, with readable lines in each.
// Several columns of the text need more than one.
func (p *Panes) fitting(width float32) int {
	outline, text, side := Scaled(leastPanes[paneOutline]), Scaled(leastPanes[paneText]), Scaled(leastPanes[paneSide])
	text = max(text, p.panes[paneText].MinSize().Width)
	switch {
	case width >= outline+text+side+2*grip:
		return 3
	case width >= text+max(outline, side)+grip:
		return 2
	}
	return 1
}

// seen tells whether a pane is in view.
func (p *Panes) seen(pane int) bool {
	switch p.fit {
	case 3:
		return true
	case 2:
		return pane == paneText || pane == p.beside
	}
	return pane == p.at
}
