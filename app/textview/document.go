package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
)

// Document shows many blocks of marked text, one below the other, and scrolls.
// Only blocks in view are laid out and painted, so a convention opens as fast as
// a paragraph. Text can be selected across blocks and copied.
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
	// it hit: to open a comment, an insertion, a search hit.
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
	// CopyWords say what marks mean in a copy with marks.
	CopyWords CopyWords

	blocks []Block
	index  map[string]int
	set    []*setBlock // nil: not laid out
	sizes  measures
	theme  *look.Theme // that set was made for
	column *column
	offset float64 // of the view's top in the column
	first  int     // the block last told to OnScrolled
	chosen int     // index, -1 for none

	selection selection
	placed    bool    // the caret is shown while the text has the keyboard
	browsing  bool    // arrow keys move the caret
	goal      float64 // the x that Up and Down keep to; <0: none

	pairs map[int]Mark // the brackets that stand out: by block, its part of their mark
	hits  map[string][]Hit
	hit   Hit // the one the search stands at

	pointer pointer
	focused bool
	shift   bool

	rows map[tile]*canvas.Raster
	draw *documentRenderer
}

// NewDocument makes an empty Document with a margin for signs.
func NewDocument() *Document {
	d := &Document{Margin: true, chosen: -1, column: newColumn(nil), rows: map[tile]*canvas.Raster{}, index: map[string]int{}, goal: -1}
	d.pointer.over = nowhere
	d.ExtendBaseWidget(d)
	return d
}

// SetBlocks shows other text from its beginning; nothing is selected.
func (d *Document) SetBlocks(blocks []Block) {
	d.blocks, d.offset, d.chosen, d.first = blocks, 0, -1, 0
	d.selection, d.pairs = selection{}, nil
	d.placed = d.browsing
	d.pointer.over = nowhere
	d.index = make(map[string]int, len(blocks))
	for i := range blocks {
		d.index[blocks[i].ID] = i
	}
	d.forget()
	d.Refresh()
}

// UpdateBlocks shows a new state of the same text: the place in the text, the
// chosen block and, in blocks whose text is the same, the selection stay.
func (d *Document) UpdateBlocks(blocks []Block) {
	anchor, inside, chosen := "", 0.0, ""
	if len(d.blocks) > 0 {
		i := d.column.at(d.offset)
		anchor, inside = d.blocks[i].ID, d.offset-d.column.top(i)
	}
	if d.chosen >= 0 {
		chosen = d.blocks[d.chosen].ID
	}
	old, oldIndex, kept := d.blocks, d.index, d.selection
	d.SetBlocks(blocks)
	if i, ok := d.index[chosen]; ok {
		d.chosen = i
	}
	if i, ok := d.index[anchor]; ok {
		d.measure(i)
		d.offset = d.column.top(i) + inside
	}
	if !kept.empty() {
		if a, ok := d.carry(old[kept.anchor.block].ID, old, oldIndex); ok {
			if h, ok := d.carry(old[kept.head.block].ID, old, oldIndex); ok {
				kept.anchor.block, kept.head.block = a, h
				d.selection = kept
			}
		}
	}
	d.Refresh()
}

// carry finds a block again whose text is still the same.
func (d *Document) carry(id string, old []Block, oldIndex map[string]int) (int, bool) {
	i, ok := d.index[id]
	return i, ok && d.blocks[i].Text == old[oldIndex[id]].Text
}

// SetBlock replaces one block, found by its ID; others keep their place.
func (d *Document) SetBlock(b Block) {
	i, ok := d.index[b.ID]
	if !ok {
		return
	}
	same := d.blocks[i].Text == b.Text
	d.blocks[i] = b
	d.set[i] = nil
	d.column.known[i] = false
	if !same && (d.selection.anchor.block == i || d.selection.head.block == i) {
		d.selection = selection{}
	}
	d.Refresh()
}

// Blocks are those that are shown; they must not be changed.
func (d *Document) Blocks() []Block { return d.blocks }

// Chosen is the ID of the chosen block, empty for none.
func (d *Document) Chosen() string {
	if d.chosen < 0 {
		return ""
	}
	return d.blocks[d.chosen].ID
}

// Choose marks a block as the one the rest of the window speaks of, without
// calling OnChosen or scrolling. An unknown ID chooses none.
func (d *Document) Choose(id string) {
	i, ok := d.index[id]
	if !ok {
		i = -1
	}
	was := d.chosen
	d.chosen = i
	d.repaint(was)
	d.repaint(i)
}

// ScrollTo brings a block to the upper part of the view, unless it is in view
// already as a whole.
func (d *Document) ScrollTo(id string) {
	i, ok := d.index[id]
	if !ok {
		return
	}
	d.ready()
	d.measure(i)
	view := d.view()
	top := d.column.top(i)
	if top >= d.offset && top+d.column.heights[i] <= d.offset+view {
		return
	}
	d.offset = d.above(i, view/5)
	d.arrange()
}

// ScrollToPosition brings the line of a position into view.
func (d *Document) ScrollToPosition(at Position) { d.reveal(at, 0) }

// reveal brings the line of a position into view, unless it is there and not
// within a share of the view from its upper or lower edge.
func (d *Document) reveal(at Position, share float64) {
	i, ok := d.index[at.ID]
	if !ok {
		return
	}
	d.ready()
	s := d.measure(i)
	caret := s.words.Caret(at.Offset)
	top, view := d.column.top(i)+s.top+caret.Y, d.view()
	if slack := view * share; top < d.offset+slack || top+caret.Height > d.offset+view-slack {
		d.offset = max(d.above(i, 0)+s.top+caret.Y-view/3, 0)
		d.arrange()
	}
}

// above is the offset that leaves some room above block i. The blocks there are
// measured, so that block i will not move when they are shown.
func (d *Document) above(i int, room float64) float64 {
	for k, left := i-1, room; k >= 0 && left > 0; k-- {
		d.measure(k)
		left -= d.column.heights[k]
	}
	return d.column.top(i) - room
}

// Refresh implements fyne.Widget: it paints anew, for another theme too.
func (d *Document) Refresh() {
	d.ready()
	for _, r := range d.rows {
		r.Refresh()
	}
	d.arrange()
	d.BaseWidget.Refresh()
}

// MinSize implements fyne.CanvasObject.
func (d *Document) MinSize() fyne.Size { return fyne.NewSize(200, 100) }

// Resize implements fyne.CanvasObject. The block at the top stays there.
func (d *Document) Resize(size fyne.Size) {
	if size == d.Size() {
		return
	}
	d.BaseWidget.Resize(size)
	d.ready()
	d.arrange()
}

func (d *Document) view() float64 { return float64(d.Size().Height) }

// forget drops all layouts and guesses the heights anew.
func (d *Document) forget() {
	d.theme = look.Current()
	d.sizes = newMeasures(float64(d.Size().Width), d.Margin, d.Slim)
	d.set = make([]*setBlock, len(d.blocks))
	guesses := make([]float64, len(d.blocks))
	for i := range d.blocks {
		guesses[i] = d.sizes.guess(&d.blocks[i])
	}
	d.column = newColumn(guesses)
}

// ready makes the layouts' measures right for the present width and theme; the
// block at the top of the view stays there.
func (d *Document) ready() {
	if d.theme == look.Current() && d.sizes.view == float64(d.Size().Width) && len(d.set) == len(d.blocks) {
		return
	}
	if len(d.blocks) == 0 || len(d.set) == 0 {
		d.forget()
		return
	}
	i := d.column.at(d.offset)
	inside := (d.offset - d.column.top(i)) / max(d.column.heights[i], 1)
	d.forget()
	if d.Size().Width > 0 {
		d.measure(i)
	}
	d.offset = d.column.top(i) + inside*d.column.heights[i]
}

// measure lays a block out unless it is, and tells the column its height.
func (d *Document) measure(i int) *setBlock {
	if d.set[i] == nil {
		d.set[i] = d.sizes.set(&d.blocks[i])
		d.column.set(i, d.set[i].height)
	}
	return d.set[i]
}

// CreateRenderer implements fyne.Widget.
func (d *Document) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	r := &documentRenderer{document: d, ground: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent), caret: canvas.NewRectangle(nil)}
	r.bar = newScrollBar(d.scrollShare, d.SetScrolled)
	d.draw = r
	r.Refresh()
	d.ready()
	d.arrange()
	return r
}

// documentRenderer paints ground, blocks, scroll bar and focus ring.
type documentRenderer struct {
	document     *Document
	ground, ring *canvas.Rectangle
	caret        *canvas.Rectangle
	bar          *scrollBar
	blocks       []fyne.CanvasObject
	objects      []fyne.CanvasObject
}

// IsClip tells Fyne to cut what stands over the edge.
func (r *documentRenderer) IsClip()  {}
func (r *documentRenderer) Destroy() {}

func (r *documentRenderer) MinSize() fyne.Size           { return r.document.MinSize() }
func (r *documentRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *documentRenderer) show(blocks []fyne.CanvasObject) {
	r.blocks = blocks
	r.objects = append(append([]fyne.CanvasObject{r.ground}, blocks...), r.caret, r.bar, r.ring)
	r.placeCaret()
	r.bar.Refresh()
	canvas.Refresh(r.ground)
}

func (r *documentRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	r.bar.Resize(fyne.NewSize(barWidth, size.Height))
	r.bar.Move(fyne.NewPos(look.Mirrored(size.Width-barWidth, barWidth, size.Width), 0))
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
