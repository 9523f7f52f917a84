package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
)

// Columns shows one to six Documents side by side that scroll together, provision
// by provision: languages, or proposals. Block i of every column stands in one
// row, which is as high as the highest of them; a block without words holds the
// place of what a column does not have. The first column is at the start edge, so
// at the right in an Arabic window; each text runs its own way.
//
// Selection, caret, hover and menu belong to the single Documents, whose
// callbacks are set one by one; a chosen block is chosen in all. Left and Right,
// and Ctrl+Tab, move the keyboard between columns.
//
//	view := textview.NewColumns(2)
//	view.Document(1).Slim = true
//	view.SetBlocks(english, arabic)
type Columns struct {
	widget.BaseWidget

	// OnColumn is told the column that the keyboard has come to.
	OnColumn func(i int)

	flow    *flow
	current int
}

// NewColumns makes n empty Documents side by side; n is at least 1.
func NewColumns(n int) *Columns {
	first := NewDocument()
	c := &Columns{flow: first.flow}
	c.flow.columns = c
	c.ExtendBaseWidget(c)
	c.SetCount(n)
	return c
}

// Count is the number of columns.
func (c *Columns) Count() int { return len(c.flow.members) }

// Document is one of the columns.
func (c *Columns) Document(i int) *Document { return c.flow.members[i] }

// Current is the column that has the keyboard, or had it last.
func (c *Columns) Current() *Document { return c.flow.members[c.current] }

// SetCount adds columns behind the last one, empty until the next SetBlocks or
// UpdateBlocks, or takes the last ones away. The place in the text stays.
func (c *Columns) SetCount(n int) {
	f := c.flow
	n = max(n, 1)
	if n == len(f.members) {
		return
	}
	for len(f.members) < n {
		d := NewDocument()
		d.flow = f
		f.members = append(f.members, d)
		d.take(level([][]Block{f.members[0].blocks, nil})[1])
	}
	for _, d := range f.members[n:] {
		newFlow(d)
		d.SetBlocks(nil)
	}
	f.members = f.members[:n:n]
	c.current = min(c.current, n-1)
	f.stale = true
	c.Refresh()
}

// SetBlocks shows other texts, one for each column, from their beginning.
func (c *Columns) SetBlocks(columns ...[]Block) { c.flow.setBlocks(c.all(columns)) }

// UpdateBlocks shows a new state of the same texts; see Document.UpdateBlocks.
func (c *Columns) UpdateBlocks(columns ...[]Block) { c.flow.updateBlocks(c.all(columns)) }

// all are as many texts as there are columns.
func (c *Columns) all(columns [][]Block) [][]Block {
	all := make([][]Block, c.Count())
	copy(all, columns)
	return all
}

// Held implements look.Holder.
func (c *Columns) Held() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, d := range c.flow.members {
		all = append(all, d)
	}
	return all
}

// Focus gives the keyboard to the current column.
func (c *Columns) Focus() { c.Current().takeFocus() }

// move gives the keyboard to another column: step further, around the ends where
// round is set.
func (c *Columns) move(from *Document, step int, round bool) bool {
	i := 0
	for c.flow.members[i] != from {
		i++
	}
	n := c.Count()
	if i += step; round {
		i = (i%n + n) % n
	}
	if n == 1 || i < 0 || i >= n {
		return false
	}
	c.flow.members[i].takeFocus()
	return true
}

// came notes where the keyboard is.
func (c *Columns) came(to *Document) {
	for i, d := range c.flow.members {
		if d == to && i != c.current {
			c.current = i
			if c.OnColumn != nil {
				c.OnColumn(i)
			}
		}
	}
}

// ColumnHeads places one object above each column.
func ColumnHeads(heads ...fyne.CanvasObject) *fyne.Container {
	return container.New(headLayout{}, heads...)
}

// columnArea is where column i of n is in a width; a pixel stays free between two.
func columnArea(i, n int, width float32) (x, w float32) {
	from, to := float32(int(width*float32(i)/float32(n))), float32(int(width*float32(i+1)/float32(n)))
	if i < n-1 {
		to--
	} else {
		to = width
	}
	return look.Mirrored(from, to-from, width), to - from
}

type headLayout struct{}

func (headLayout) MinSize(heads []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range heads {
		if o.Visible() {
			least := o.MinSize()
			size = size.Max(fyne.NewSize(least.Width*float32(len(heads)), least.Height))
		}
	}
	return size
}

func (headLayout) Layout(heads []fyne.CanvasObject, size fyne.Size) {
	for i, o := range heads {
		x, w := columnArea(i, len(heads), size.Width)
		o.Resize(fyne.NewSize(w, size.Height))
		o.Move(fyne.NewPos(x, 0))
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Columns) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &columnsRenderer{columns: c}
	r.Refresh()
	return r
}

type columnsRenderer struct {
	columns *Columns
	rules   []*canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *columnsRenderer) Destroy()                     {}
func (r *columnsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *columnsRenderer) MinSize() fyne.Size {
	least := r.columns.Document(0).MinSize()
	return fyne.NewSize(least.Width*float32(r.columns.Count()), least.Height)
}

func (r *columnsRenderer) Layout(size fyne.Size) {
	f, n := r.columns.flow, r.columns.Count()
	f.paused = true // until all have their widths
	for i, d := range f.members {
		x, w := columnArea(i, n, size.Width)
		d.Resize(fyne.NewSize(w, size.Height))
		d.Move(fyne.NewPos(x, 0))
		if i < n-1 {
			r.rules[i].Resize(fyne.NewSize(1, size.Height))
			r.rules[i].Move(fyne.NewPos(look.Mirrored(look.Mirrored(x, w, size.Width)+w, 1, size.Width), 0))
		}
	}
	f.paused = false
	f.ready()
	f.arrange()
}

func (r *columnsRenderer) Refresh() {
	n := r.columns.Count()
	r.objects, r.rules = nil, nil
	for i, d := range r.columns.flow.members {
		r.objects = append(r.objects, d)
		if i < n-1 {
			rule := canvas.NewRectangle(look.Colour(look.ColourLine))
			r.rules = append(r.rules, rule)
			r.objects = append(r.objects, rule)
		}
	}
	r.Layout(r.columns.Size())
	for _, d := range r.columns.flow.members {
		d.Refresh()
	}
	canvas.Refresh(r.columns)
}
