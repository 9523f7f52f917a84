package textview

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
)

// InPlace is an editor within a text.
type InPlace struct {
	Editor *Editor
	// Around holds the editor and what belongs to it, such as buttons; nil: the
	// editor stands alone.
	Around fyne.CanvasObject
	// Instead lets it take the place of the block's words, which are not shown
	// meanwhile; else it stands below them.
	Instead bool
}

// inPlace is an editor that is open.
type inPlace struct {
	InPlace
	id     string
	block  int
	height float64 // with the white space around it
}

func (e *inPlace) object() fyne.CanvasObject {
	if e.Around != nil {
		return e.Around
	}
	return e.Editor
}

// Edit shows an editor in the flow of the text, at a block, and gives it the
// keyboard. It grows with its words and scrolls with the text; the block's own
// callbacks tell of Escape and Ctrl+Enter. An editor that was open is closed. It
// returns false for an unknown block.
func (d *Document) Edit(id string, at InPlace) bool {
	i := d.indexOf(id)
	if i < 0 || at.Editor == nil {
		return false
	}
	d.close()
	at.Editor.MaxRows = 0
	d.edit = &inPlace{InPlace: at, id: id, block: i}
	at.Editor.within = editorWithin{grown: d.refit, caret: d.followEditor, scrolled: d.Scrolled}
	d.flow.column.known[i] = false
	d.flow.ready()
	d.flow.arrange()
	d.repaint(i)
	d.focusEditor()
	d.showEditor()
	return true
}

// EndEdit takes the editor away; the keyboard goes back to the text if the
// editor had it.
func (d *Document) EndEdit() {
	if d.edit == nil {
		return
	}
	had := d.edit.Editor.focused
	d.close()
	d.flow.arrange()
	if had {
		d.takeFocus()
	}
}

// Held implements look.Holder: it holds an open editor.
func (d *Document) Held() []fyne.CanvasObject {
	if d.edit == nil {
		return nil
	}
	return []fyne.CanvasObject{d.edit.object()}
}

// Editing is the block whose editor is open, empty for none.
func (d *Document) Editing() string {
	if d.edit == nil {
		return ""
	}
	return d.edit.id
}

func (d *Document) close() {
	if d.edit == nil {
		return
	}
	d.edit.Editor.within = editorWithin{}
	i := d.edit.block
	d.edit = nil
	if i >= 0 && i < len(d.blocks) {
		d.flow.column.known[i] = false
		d.repaint(i)
	}
}

// keepEditor finds the block of an open editor again; without it the editor is
// closed, and the keyboard comes back once the text is whole again.
func (d *Document) keepEditor() {
	if d.edit == nil {
		return
	}
	if d.edit.block = d.indexOf(d.edit.id); d.edit.block < 0 {
		d.bereft = d.edit.Editor.focused
		d.edit.Editor.within = editorWithin{}
		d.edit = nil
	}
}

// takeBack gives the keyboard to the text whose editor has gone with it.
func (d *Document) takeBack() {
	if d.bereft {
		d.bereft = false
		d.takeFocus()
	}
}

// replaced tells whether an editor stands in the place of a block's words.
func (d *Document) replaced(i int) bool {
	return d.edit != nil && d.edit.block == i && d.edit.Instead
}

// withEditor is the height that block i needs with its editor, 0 without one.
func (d *Document) withEditor(i int) float64 {
	if d.edit == nil || d.edit.block != i {
		return 0
	}
	d.edit.height = d.editorHeight()
	if d.edit.Instead {
		return d.set[i].top + d.edit.height
	}
	return d.set[i].height + d.edit.height
}

// editorArea is where the editor stands across the view: under the words of its
// block.
func (d *Document) editorArea() (x, width float64) {
	s := d.set[d.edit.block]
	return s.wordsX, s.words.Width
}

func (d *Document) editorHeight() float64 {
	_, width := d.editorArea()
	o := d.edit.object()
	o.Resize(fyne.NewSize(float32(width), o.Size().Height))
	return float64(o.MinSize().Height + 2*look.Current().Gap())
}

// placeEditor puts the editor where its block is and returns its object, nil for
// none.
func (d *Document) placeEditor() fyne.CanvasObject {
	if d.edit == nil {
		return nil
	}
	i := d.edit.block
	s := d.measure(i)
	x, width := d.editorArea()
	y := d.flow.y(i)
	if d.edit.Instead {
		y += s.top
	} else {
		y += s.height
	}
	gap := look.Current().Gap()
	o := d.edit.object()
	o.Resize(fyne.NewSize(float32(width), float32(d.edit.height)-2*gap))
	o.Move(fyne.NewPos(float32(x), float32(y)+gap/2))
	return o
}

// refit makes room for an editor that has grown or shrunk.
func (d *Document) refit() {
	if d.edit == nil || d.set[d.edit.block] == nil || d.editorHeight() == d.edit.height {
		return
	}
	d.flow.column.known[d.edit.block] = false
	d.flow.measure(d.edit.block)
	d.flow.arrange()
}

func (d *Document) focusEditor() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(d); c != nil {
		c.Focus(d.edit.Editor.self.(fyne.Focusable))
	}
}

// showEditor scrolls so that the editor is in view, its lower edge last.
func (d *Document) showEditor() {
	d.flow.measure(d.edit.block)
	bottom := d.flow.column.top(d.edit.block) + d.flow.column.heights[d.edit.block]
	top := bottom - d.edit.height
	switch view := d.view(); {
	case bottom-d.flow.offset > view:
		d.flow.scrollBy(min(bottom-d.flow.offset-view, top-d.flow.offset))
	case top < d.flow.offset:
		d.flow.scrollBy(top - d.flow.offset)
	}
}

// followEditor scrolls so that the caret of the editor stays in view.
func (d *Document) followEditor(y, height float32) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(d.edit.Editor.self).Y - driver.AbsolutePositionForObject(d).Y + y
	slack := float32(d.sizes.size)
	switch view := d.Size().Height; {
	case at < slack:
		d.flow.scrollBy(float64(at - slack))
	case at+height > view-slack:
		d.flow.scrollBy(float64(at + height - view + slack))
	}
}
