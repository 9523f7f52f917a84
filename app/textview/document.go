package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
)

// Document shows many blocks of marked text, one below the other, and scrolls.
// Only blocks in view are painted, and those around it laid out, so a convention
// opens as fast as a paragraph. Text can be selected across blocks and copied.
// Several Documents can stand side by side: see Columns.
//
//	view := textview.NewDocument()
//	view.OnChosen = func(id string) { side.Show(id) }
//	view.SetBlocks(blocks)
//	view.ScrollTo(blocks[40].ID)
type Document struct {
	widget.BaseWidget

	// OnChosen is told the block that a person pressed or went to by keyboard.
	OnChosen func(id string)
	// OnPressed is told a press on words that did not select any, with the marks
	// it hit: to open a comment, follow a reference, list a term's uses.
	OnPressed func(at Position, marks []Mark)
	// OnMenu is told a press of the second button, with the point on the canvas.
	OnMenu func(at Position, absolute fyne.Position)
	// OnSelected is told that the selected words have changed, maybe to none.
	OnSelected func()
	// OnHovered is told the marks below the pointer when they change.
	OnHovered func(at Position, marks []Mark)
	// OnScrolled is told the first block in view when it changes.
	OnScrolled func(id string)
	// OnKey, if set, is offered every key first that is pressed without Ctrl or
	// Alt while the text has the keyboard; true means that it was used. Letters and
	// digits have the names of a Latin keyboard under every layout.
	OnKey func(e *fyne.KeyEvent, with fyne.KeyModifier) bool

	// Margin reserves room at the start edge for states, comments and changes.
	Margin bool
	// Slim leaves the approval and the comments out of the margin, for a text that
	// stands beside another.
	Slim bool
	// Times is how many times larger than treaty text the words are; 0: once. It is
	// set before the Document is shown.
	Times float64
	// CopyWords say what marks mean in a copy with marks.
	CopyWords CopyWords

	blocks []Block
	index  map[string]int
	set    []*setBlock // nil: not laid out
	sizes  measures
	theme  *look.Theme // that set was made for
	flow   *flow       // rows and scrolling, which it may share

	selection selection
	placed    bool    // the caret is shown while the text has the keyboard
	browsing  bool    // arrow keys move the caret
	goal      float64 // the x that Up and Down keep to; <0: none

	pairs map[int]Mark // the brackets that stand out: by block, its part of their mark
	hits  map[string][]Hit
	hit   Hit // the one the search stands at
	edit  *inPlace
	// bereft is set when an editor was closed that had the keyboard.
	bereft bool

	pointer pointer
	focused bool
	shift   bool

	rows map[tile]*row
	draw *documentRenderer
}

// NewDocument makes an empty Document with a margin for signs.
func NewDocument() *Document {
	d := &Document{Margin: true, rows: map[tile]*row{}, index: map[string]int{}, goal: -1}
	d.pointer.over = nowhere
	newFlow(d)
	d.ExtendBaseWidget(d)
	return d
}

// Blocks are those that are shown; they must not be changed.
func (d *Document) Blocks() []Block { return d.blocks }

// Chosen is the ID of the chosen block, empty for none.
func (d *Document) Chosen() string {
	if d.flow.chosen < 0 {
		return ""
	}
	return d.blocks[d.flow.chosen].ID
}

// Choose marks a block as the one the rest of the window speaks of, without
// calling OnChosen or scrolling. An unknown ID chooses none.
func (d *Document) Choose(id string) { d.flow.choose(d.indexOf(id)) }

// ScrollTo brings a block to the upper part of the view, unless it is in view
// already as a whole.
func (d *Document) ScrollTo(id string) {
	i, f := d.indexOf(id), d.flow
	if i < 0 {
		return
	}
	f.ready()
	height := f.measure(i)
	if top := f.column.top(i); top >= f.offset && top+height <= f.offset+f.view() {
		return
	}
	f.offset = f.above(i, f.view()/5)
	f.arrange()
}

// ScrollToPosition brings the line of a position into view.
func (d *Document) ScrollToPosition(at Position) { d.reveal(at, 0) }

// reveal brings the line of a position into view, unless it is there and not
// within a share of the view from its upper or lower edge.
func (d *Document) reveal(at Position, share float64) {
	i, f := d.indexOf(at.ID), d.flow
	if i < 0 {
		return
	}
	f.ready()
	s := d.measure(i)
	caret := s.words.Caret(at.Offset)
	top, view := f.column.top(i)+s.top+caret.Y, f.view()
	if slack := view * share; top < f.offset+slack || top+caret.Height > f.offset+view-slack {
		f.offset = max(f.above(i, 0)+s.top+caret.Y-view/3, 0)
		f.arrange()
	}
}

// Refresh implements fyne.Widget: it paints anew, for another theme too.
func (d *Document) Refresh() {
	d.flow.ready()
	for _, r := range d.rows {
		r.Refresh()
	}
	d.flow.arrange()
	d.BaseWidget.Refresh()
}

// MinSize implements fyne.CanvasObject.
func (d *Document) MinSize() fyne.Size { return fyne.NewSize(120, 100) }

// Resize implements fyne.CanvasObject. The block at the top stays there.
func (d *Document) Resize(size fyne.Size) {
	if size == d.Size() {
		return
	}
	d.BaseWidget.Resize(size)
	d.flow.ready()
	d.flow.arrange()
}

func (d *Document) view() float64 { return d.flow.view() }

// fits tells whether the layouts are for the present width and theme.
func (d *Document) fits() bool {
	return d.theme == look.Current() && d.sizes.view == float64(d.Size().Width) && len(d.set) == len(d.blocks) &&
		d.sizes.asked == d.Slim && (d.sizes.margin > 0) == d.Margin
}

// forget drops all layouts.
func (d *Document) forget() {
	d.theme = look.Current()
	d.sizes = newMeasures(float64(d.Size().Width), d.Margin, d.Slim, d.Times)
	d.set = make([]*setBlock, len(d.blocks))
}

// measure lays a block out unless it is.
func (d *Document) measure(i int) *setBlock {
	d.flow.measure(i)
	return d.set[i]
}

// indexOf is the index of a block, or -1.
func (d *Document) indexOf(id string) int {
	if i, ok := d.index[id]; ok {
		return i
	}
	return -1
}

// CreateRenderer implements fyne.Widget.
func (d *Document) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	r := &documentRenderer{
		document: d, ground: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		caret: canvas.NewRectangle(nil),
	}
	r.bar = newScrollBar(d.scrollShare, d.SetScrolled)
	d.draw = r
	r.Refresh()
	d.flow.ready()
	d.flow.arrange()
	return r
}

// documentRenderer paints ground, blocks, caret, scroll bar and focus ring.
type documentRenderer struct {
	document     *Document
	ground, ring *canvas.Rectangle
	caret        *canvas.Rectangle
	bar          *scrollBar
	blocks       []fyne.CanvasObject
	objects      []fyne.CanvasObject
}

// IsClip tells Fyne to cut what stands over the edge.
func (r *documentRenderer) IsClip() {}

// Destroy implements fyne.WidgetRenderer: no work goes on for a text that is gone.
func (r *documentRenderer) Destroy() { r.document.flow.stop() }

func (r *documentRenderer) MinSize() fyne.Size           { return r.document.MinSize() }
func (r *documentRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *documentRenderer) show(blocks []fyne.CanvasObject) {
	r.blocks = blocks
	r.objects = append(append([]fyne.CanvasObject{r.ground}, blocks...), r.caret, r.bar, r.ring)
	r.placeCaret()
	r.bar.Hidden = !r.document.flow.last(r.document) // one for all that scroll together
	r.bar.Refresh()
	canvas.Refresh(r.ground)
}

// Layout implements fyne.WidgetRenderer; Fyne calls it too when an editor within
// has grown.
func (r *documentRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	r.bar.Resize(fyne.NewSize(barWidth, size.Height))
	r.bar.Move(fyne.NewPos(look.Mirrored(size.Width-barWidth, barWidth, size.Width), 0))
	r.document.refit()
}

func (r *documentRenderer) Refresh() {
	r.ground.FillColor = look.Colour(look.ColourPaper)
	r.ring.StrokeColor, r.ring.StrokeWidth = color.Transparent, 1.5
	if r.document.focused {
		r.ring.StrokeColor = look.Colour(look.ColourFocus)
	}
	r.caret.FillColor = look.Colour(look.ColourAccent)
	r.Layout(r.document.Size())
	r.show(r.blocks)
	r.ring.Refresh()
}
