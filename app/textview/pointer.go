package textview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
)

// again is the longest time between the presses of a double click. Fyne's own
// double taps would make every single one wait.
const again = 400 * time.Millisecond

// pointer is what the mouse is doing.
type pointer struct {
	down    bool
	dragged bool
	count   int // presses at one place: 2 selects a word, 3 a block
	when    time.Time
	where   fyne.Position
	last    fyne.Position
	hovered int // block and offset folded into one number, to notice changes
}

var (
	_ desktop.Mouseable  = (*Document)(nil)
	_ desktop.Hoverable  = (*Document)(nil)
	_ desktop.Cursorable = (*Document)(nil)
	_ fyne.Draggable     = (*Document)(nil)
	_ fyne.Scrollable    = (*Document)(nil)
)

// press counts a press of the button: 1, 2 or 3 at one place.
func (p *pointer) press(at fyne.Position, now time.Time) int {
	near := at.X-p.where.X < 4 && p.where.X-at.X < 4 && at.Y-p.where.Y < 4 && p.where.Y-at.Y < 4
	if near && now.Sub(p.when) < again && p.count < 3 {
		p.count++
	} else {
		p.count = 1
	}
	p.down, p.dragged, p.when, p.where, p.last = true, false, now, at, at
	return p.count
}

// placeAt is the place in the text nearest to a point of the view.
func (d *Document) placeAt(at fyne.Position) place {
	y := d.offset + float64(at.Y)
	i := d.column.at(y)
	s := d.measure(i)
	return place{i, s.hit(float64(at.X), y-d.column.top(i))}
}

// edgeAt is placeAt for an end of a selection.
func (d *Document) edgeAt(at fyne.Position) place {
	p := d.placeAt(at)
	p.offset = d.measure(p.block).edge(float64(at.X), d.offset+float64(at.Y)-d.column.top(p.block))
	return p
}

func (d *Document) position(p place) Position {
	return Position{ID: d.blocks[p.block].ID, Offset: p.offset}
}

// MouseDown implements desktop.Mouseable.
func (d *Document) MouseDown(e *desktop.MouseEvent) {
	look.Touch()
	if len(d.blocks) == 0 {
		return
	}
	d.takeFocus()
	at := d.placeAt(e.Position)
	if e.Button == desktop.MouseButtonSecondary {
		if d.OnMenu != nil {
			d.OnMenu(d.position(at), e.AbsolutePosition)
		}
		return
	}
	text := d.measure(at.block).text
	switch d.pointer.press(e.Position, time.Now()) {
	case 2:
		start, end := wordAt(text, at.offset)
		d.selectPlaces(place{at.block, start}, place{at.block, end})
	case 3:
		d.selectPlaces(place{at.block, 0}, place{at.block, len(text)})
	default:
		at = d.edgeAt(e.Position)
		if e.Modifier&fyne.KeyModifierShift != 0 {
			d.selectPlaces(d.selection.anchor, at)
		} else {
			d.selectPlaces(at, at)
		}
	}
}

// MouseUp implements desktop.Mouseable. A press without a drag chooses the block.
func (d *Document) MouseUp(e *desktop.MouseEvent) {
	pressed := d.pointer.down && !d.pointer.dragged
	d.pointer.down = false
	if !pressed || len(d.blocks) == 0 || e.Button == desktop.MouseButtonSecondary {
		return
	}
	at := d.placeAt(e.Position)
	d.goTo(at.block)
	if d.OnPressed != nil && d.selection.empty() && d.onWords(e.Position, at) {
		d.OnPressed(d.position(at), d.blocks[at.block].at(at.offset))
	}
}

// goTo chooses a block in the person's name.
func (d *Document) goTo(i int) {
	if i == d.chosen || i < 0 || i >= len(d.blocks) {
		return
	}
	d.Choose(d.blocks[i].ID)
	if d.OnChosen != nil {
		d.OnChosen(d.blocks[i].ID)
	}
}

func (d *Document) onWords(at fyne.Position, p place) bool {
	return d.measure(p.block).inside(float64(at.X), d.offset+float64(at.Y)-d.column.top(p.block))
}

// Dragged implements fyne.Draggable.
func (d *Document) Dragged(e *fyne.DragEvent) {
	look.Touch()
	if len(d.blocks) == 0 || !d.pointer.down {
		return
	}
	d.pointer.dragged = true
	d.pointer.last = e.Position
	switch y := float64(e.Position.Y); {
	case y < 0:
		d.scrollBy(y / 2)
	case y > d.view():
		d.scrollBy((y - d.view()) / 2)
	}
	d.dragTo(e.Position)
}

// dragTo selects up to a point; after a double click by whole words.
func (d *Document) dragTo(at fyne.Position) {
	head := d.edgeAt(at)
	if d.pointer.count == 2 {
		head = d.placeAt(at)
		start, end := wordAt(d.measure(head.block).text, head.offset)
		head.offset = end
		if head.before(d.selection.anchor) {
			head.offset = start
		}
	}
	d.selectPlaces(d.selection.anchor, head)
}

// DragEnd implements fyne.Draggable.
func (d *Document) DragEnd() { d.pointer.down = false }

// MouseIn implements desktop.Hoverable.
func (d *Document) MouseIn(e *desktop.MouseEvent) { d.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (d *Document) MouseMoved(e *desktop.MouseEvent) {
	look.Touch()
	if d.OnHovered == nil || len(d.blocks) == 0 {
		return
	}
	at := d.placeAt(e.Position)
	var marks []Mark
	key := -1
	if d.onWords(e.Position, at) {
		marks = d.blocks[at.block].at(at.offset)
		key = at.block<<32 | at.offset
	}
	if key == d.pointer.hovered {
		return
	}
	d.pointer.hovered = key
	d.OnHovered(d.position(at), marks)
}

// MouseOut implements desktop.Hoverable.
func (d *Document) MouseOut() { d.pointer.hovered = -1 }

// Cursor implements desktop.Cursorable.
func (d *Document) Cursor() desktop.Cursor { return desktop.TextCursor }
